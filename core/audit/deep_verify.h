// The second part of a deep verification: what stands beside the bytes of the entries.
#pragma once

#include <cstdint>
#include <optional>

#include "audit/verify.h"

namespace stead::audit {

// To be called for a trail whose first `size` entries are sound. Compares the look-up columns with the bytes, and the
// content of the files that entries name with their hashes.
[[nodiscard]] std::optional<Broken> verifyDeep(Connection& db, AccountScope scope, std::int64_t from, std::int64_t to,
                                               std::int64_t size);

}  // namespace stead::audit
