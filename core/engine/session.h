// A session: an authenticated actor, optionally acting for one principal. Immutable and cheap to copy;
// whether it is still good is asked inside every transaction, never remembered here.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/email.h"
#include "storage/database.h"

namespace stead {

struct Principal {
  enum class Way { grant, accountWide } way = Way::grant;
  Email email;         // grant way; accountWide when named by e-mail
  std::string userId;  // accountWide when named by user id
};

struct Session {
  AccountScope scope;
  std::int64_t userRow = 0;
  std::string accountId;
  std::string userId;
  std::string userEmailKey;
  std::int64_t apiKeyRow = 0;  // 0: the host vouched for the user
  std::string credential;      // as audit entries name it: "apiKey:<id>" or "host"
  std::optional<Principal> principal;
};

}  // namespace stead
