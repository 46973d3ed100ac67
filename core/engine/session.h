// A session: an authenticated actor, optionally acting for one principal. Immutable and cheap to copy;
// whether it is still good is asked inside every transaction, never remembered here.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/email.h"
#include "storage/database.h"

namespace stead {

struct Principal {
  enum class Way { grant, accountWide } way = Way::grant;
  Email email;           // grant way; accountWide when named by e-mail
  std::string userId;    // accountWide when named by user id
  std::string userName;  // accountWide when named as "email;user name": the user must have this name too
};

struct Session {
  AccountScope scope;
  std::int64_t userRow = 0;
  std::int64_t apiKeyRow = 0;  // 0: the host vouched for the user
  std::string accountId;
  std::string userId;
  std::string userEmailKey;
  std::string credential;  // as audit entries name it: "apiKey:<id>" or "host"
  std::optional<Principal> principal;
};

// The same actor for another principal; no I/O, and nothing is decided: every verb decides for itself. A principal the
// given session had is replaced, never added to. A blank text or the actor's own address or id gives the session of the
// actor as himself. Throws Code::malformedArgument.
[[nodiscard]] Session onBehalfOf(const Session& actor, std::string_view email);
// `who`: an e-mail, "email;user name" or a user id (DocuSign's SendOnBehalfOf).
[[nodiscard]] Session accountWide(const Session& actor, std::string_view who);

}  // namespace stead
