// Who gets somebody else's documents.
#pragma once

#include <string_view>

#include "people/user_store.h"

namespace stead::people {

// The user at `path` of the record, who must be able to act on what he gets. Throws Code::userNotFound or
// Code::wrongState, which name that path.
[[nodiscard]] User requireReceiver(Connection& db, AccountScope scope, std::string_view userId, std::string_view path);

}  // namespace stead::people
