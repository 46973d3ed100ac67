// SQLite's own checks, one table at a time.
#pragma once

#include <cstdint>

#include "storage/sqlite/sqlite_connection.h"

namespace stead::sqlite {

[[nodiscard]] IntegrityStep checkTable(SqliteConnection& connection, std::int64_t position);

}  // namespace stead::sqlite
