#include "people/receiver.h"

#include <utility>

#include "base/error.h"
#include "people/people_rules.h"

namespace stead::people {

User requireReceiver(Connection& db, AccountScope scope, std::string_view userId, std::string_view path) {
  auto user = findUserById(db, scope, userId);
  if (!user)
    throw Error(Code::userNotFound, "the account has no user with this id", {{std::string(path), "no such user"}});
  if (!mayHoldDocuments({user->role, user->status})) {
    throw Error(Code::wrongState, "only an Active user who is no Auditor can get documents; name another one",
                {{std::string(path), "cannot get documents"}});
  }
  return std::move(*user);
}

}  // namespace stead::people
