// The records in which accounts, users, teams and API keys leave the core.
#pragma once

#include <string_view>

#include "base/json.h"
#include "people/api_key_store.h"
#include "people/team_store.h"
#include "people/user_store.h"

namespace stead::people {

[[nodiscard]] Json accountRecord(const Account& account);
[[nodiscard]] Json userRecord(const User& user, std::string_view accountId);
// A user as a team shows him.
[[nodiscard]] Json memberRecord(const User& user);
[[nodiscard]] Json teamRecord(const Team& team);
// Without the key itself, which nobody has any more.
[[nodiscard]] Json apiKeyRecord(const ApiKey& key);

}  // namespace stead::people
