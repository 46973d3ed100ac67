// decide(): one pure function that answers whether an act is allowed, by what right, and if not, why (design 4).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/error_codes.h"
#include "delegation/operations.h"

namespace stead {

enum class Authority : std::uint8_t { none, self, grant, accountWide };
[[nodiscard]] const char* authorityName(Authority authority) noexcept;  // "" for none

enum class IdentityStatus : std::uint8_t { pending, verified, denied, revoked };
[[nodiscard]] const char* identityStatusName(IdentityStatus status) noexcept;  // "Pending", …
[[nodiscard]] std::optional<IdentityStatus> identityStatusNamed(std::string_view name) noexcept;

enum class UserStatus : std::uint8_t { invitationPending, active, deactivated };
[[nodiscard]] const char* userStatusName(UserStatus status) noexcept;
[[nodiscard]] std::optional<UserStatus> userStatusNamed(std::string_view name) noexcept;

// What decide() must know. Plain data; whoever loads it is not its business. A grant holds from `from` on and up to,
// but not including, `until`.
struct ActorFacts {
  bool exists = false;
  UserStatus status = UserStatus::deactivated;
  bool credentialActive = false;
  Role role = Role::member;
  std::string_view emailKey;
  bool accountWideAccess = false;  // apiAccountWideAccess
  bool sendOnBehalfOf = false;     // allowSendOnBehalfOf
};

struct GrantFacts {
  std::string_view id;
  std::int64_t version = 0;
  OperationSet operations = 0;
  std::optional<std::int64_t> from;
  std::optional<std::int64_t> until;
  bool ended = false;
};

struct IdentityFacts {
  IdentityStatus status = IdentityStatus::pending;
  std::optional<GrantFacts> grant;  // the living one or the last one
};

struct AccountWideFacts {
  bool switchedOn = false;         // on the account
  bool principalIsMember = false;  // an active user of the same account
  Role principalRole = Role::member;
};

// Row keys, compared for equality only.
struct DocumentFacts {
  bool visible = false;  // exists in the actor's account
  Authority sentBy = Authority::self;
  bool heldByActor = false;
  bool principalMatches = false;  // grant: the named principal's address; accountWide: the operating user owns it
};

enum class PrincipalKind : std::uint8_t { self, grant, accountWide };

struct Question {
  std::string_view operation;
  PrincipalKind principal = PrincipalKind::self;  // self also when the principal equals the actor
  bool aboutDocument = false;
  bool aboutOneself = false;  // the subject is the actor: what a role may do to itself only
};

struct Facts {
  ActorFacts actor;
  std::optional<IdentityFacts> identity;  // grant way: the actor's identity for that e-mail
  AccountWideFacts accountWide;
  DocumentFacts document;  // read only when the question is about a document
};

struct Decision {
  bool allowed = false;
  Authority authority = Authority::none;
  Code reason = Code::internalError;  // meaningless when allowed
  std::string grantId;                // also on refusals that concern a grant
  std::int64_t grantVersion = 0;
  std::optional<std::int64_t> validUntil;  // how long an allowed answer lasts by itself

  void clear() noexcept;  // keeps the capacity of grantId, so that reuse does not allocate
};

// The first step that fails gives the reason.
void decide(const Question& question, const Facts& facts, std::int64_t now, Decision& out);

}  // namespace stead
