#include "people/people_records.h"

#include <nlohmann/json.hpp>
#include <string>

namespace stead::people {

Json accountRecord(const Account& account) {
  return {{"id", account.id},
          {"number", account.number},
          {"name", account.name},
          {"logOrigin", account.logOrigin},
          {"accountWide", account.accountWide},
          {"createdAt", account.createdAt}};
}

Json userRecord(const User& user, std::string_view accountId) {
  Json record = {{"id", user.id},
                 {"accountId", std::string(accountId)},
                 {"email", user.email},
                 {"name", user.name},
                 {"role", roleName(user.role)},
                 {"status", userStatusName(user.status)},
                 {"apiAccountWideAccess", user.accountWideAccess},
                 {"allowSendOnBehalfOf", user.sendOnBehalfOf},
                 {"metaData", parseStored(user.metaData)},
                 {"version", user.version},
                 {"createdAt", user.createdAt},
                 {"updatedAt", user.updatedAt}};
  if (!user.teamId.empty()) {
    record["teamId"] = user.teamId;
    record["teamName"] = user.teamName;
  }
  return record;
}

Json memberRecord(const User& user) {
  return {{"id", user.id},
          {"email", user.email},
          {"name", user.name},
          {"role", roleName(user.role)},
          {"status", userStatusName(user.status)}};
}

Json teamRecord(const Team& team) {
  return {{"id", team.id},
          {"name", team.name},
          {"version", team.version},
          {"createdAt", team.createdAt},
          {"updatedAt", team.updatedAt}};
}

Json apiKeyRecord(const ApiKey& key) {
  Json record = {{"id", key.id}, {"name", key.name}, {"createdAt", key.createdAt}};
  if (key.revokedAt) record["revokedAt"] = *key.revokedAt;
  return record;
}

}  // namespace stead::people
