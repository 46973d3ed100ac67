// The numbered migrations of the SQLite store; the .cpp is generated from schema/*.sql.
#pragma once

#include <span>

namespace stead::sqlite {

// Element i brings a store from schema version i to i + 1.
[[nodiscard]] std::span<const char* const> migrations() noexcept;

}  // namespace stead::sqlite
