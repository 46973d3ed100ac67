// Appending to an account's trail: entry bytes, leaf, tree nodes, head and personal fields in the caller's transaction.
#pragma once

#include <cstdint>

#include "audit/entry.h"
#include "base/ids.h"
#include "storage/database.h"

namespace stead::audit {

// Answers the index of the new entry (0 for the first). `at` must not be below lastAt().
std::int64_t append(Connection& db, AccountScope scope, std::int64_t at, IdSource& ids, const Entry& entry);

// Time of the newest entry, 0 for an empty trail.
[[nodiscard]] std::int64_t lastAt(Connection& db, AccountScope scope);

}  // namespace stead::audit
