// What was known before a certain entry of the trail: facts for decide(), folded from the entries about each thing.
// The trail is what nobody can rewrite unseen, so a decision of then rests on it and not on rows that moved on.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "delegation/decision.h"

namespace stead::delegation {

struct PastUser {
  bool exists = false;
  UserStatus status = UserStatus::deactivated;
  Role role = Role::member;
  bool accountWideAccess = false;
  bool sendOnBehalfOf = false;
};
// `entry` is about the user, or is the one that made the account with him as its first Admin.
void follow(PastUser& user, const Json& entry);

struct PastGrant {
  std::string id;
  std::int64_t version = 0;
  OperationSet operations = 0;
  std::optional<std::int64_t> from;
  std::optional<std::int64_t> until;
  bool ended = false;
};

struct PastIdentity {
  bool exists = false;
  IdentityStatus status = IdentityStatus::pending;
  std::optional<PastGrant> grant;  // the living one or the last one
};
void follow(PastIdentity& identity, const Json& entry);
// The views in the facts live as long as `identity`.
[[nodiscard]] std::optional<IdentityFacts> factsOf(const PastIdentity& identity);

// Who held a document, who sent it and for whom, by public ids.
struct PastDocument {
  bool exists = false;
  Authority sentBy = Authority::self;
  std::string ownerId;      // of the user it belongs to: the operating user, else who sent it
  std::string holderId;     // of the user who manages it
  std::string principalId;  // of the sender identity, for Authority::grant
};
void follow(PastDocument& document, const Json& entry);

// Whether the account had account-wide authority switched on.
void follow(bool& accountWide, const Json& entry);

// Whether this is one of the reasons that decide() gives: every other refusal comes after an allowed decision.
[[nodiscard]] bool isDecisionReason(std::string_view code) noexcept;

}  // namespace stead::delegation
