// One audit entry as the verbs describe it; what is stored is its canonical bytes (audit/append.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace stead::audit {

enum class ActorKind { user, owner, signer, host, system };

using Pairs = std::vector<std::pair<std::string, std::string>>;
using Value = std::variant<std::int64_t, std::string, std::vector<std::string>, Pairs>;
// Member name (ASCII, ours) and value. Names made by users never become member names: they travel as Pairs.
using Fields = std::vector<std::pair<std::string, Value>>;

// Empty texts and zero grantVersion are left out of the bytes.
struct Entry {
  ActorKind actorKind = ActorKind::system;
  std::string actorId;     // public id of the user or signer, or of the identity whose owner acted
  std::string credential;  // "apiKey:<id>", or "host" when the host vouched for the user
  std::string principal;   // public id of the sender identity or of the operating user
  std::string authority;   // self, grant, accountWide
  std::string grantId;
  std::int64_t grantVersion = 0;
  std::string operation;    // e.g. "document.send"
  std::string subjectType;  // account, user, team, apiKey, identity, grant, document, outbox
  std::string subjectId;
  std::string outcome = "done";  // done, refused
  std::string reason;            // the error code of a refusal
  Fields detail;
  Fields personal;  // e-mail, name, ip, user agent: salted, erasable
};

}  // namespace stead::audit
