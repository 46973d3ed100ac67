// The audit trail as a change feed: which entries one reader may see.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "storage/database.h"

namespace stead::notifications {

struct FeedReader {
  bool seesAll = false;  // Admin and Auditor
  std::int64_t userRow = 0;
  std::string userId;
};

// Entries with after < index <= until that the reader may see, in their order, as long as `onEntry(index, bytes)`
// answers true. Who does not see all sees his own acts, what concerns his own user, the identities he made and the
// documents he holds, judged at this moment.
void readEvents(Connection& db, AccountScope scope, const FeedReader& reader, std::int64_t after, std::int64_t until,
                const std::function<bool(std::int64_t, std::string_view)>& onEntry);

}  // namespace stead::notifications
