#include "delegation/decision.h"

#include <algorithm>
#include <array>

namespace stead {
namespace {

constexpr std::array<const char*, 4> authorityNames{"", "self", "grant", "accountWide"};
constexpr std::array<const char*, 4> identityStatusNames{"Pending", "Verified", "Denied", "Revoked"};
constexpr std::array<const char*, 3> userStatusNames{"InvitationPending", "Active", "Deactivated"};

template <class Enum, class Names>
std::optional<Enum> named(const Names& names, std::string_view name) noexcept {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

// Each step answers the reason of its refusal, or nothing.
using Refused = std::optional<Code>;

Refused refusedActor(const ActorFacts& actor) {
  const bool active = actor.exists && actor.status == UserStatus::active && actor.credentialActive;
  return active ? Refused() : Code::actorInactive;
}

Refused refusedGrant(const GrantFacts& grant, const Operation& operation, std::int64_t now) {
  if (grant.from && now < *grant.from) return Code::grantNotStarted;
  if (grant.ended || (grant.until && now >= *grant.until)) return Code::grantEnded;
  const OperationSet wanted = OperationSet{1} << operation.grantBit;
  if ((grant.operations & wanted) == 0) return Code::operationNotGranted;
  return std::nullopt;
}

void nameGrant(const GrantFacts& grant, Decision& out) {
  out.grantId.assign(grant.id);
  out.grantVersion = grant.version;
}

Refused refusedIdentity(const std::optional<IdentityFacts>& identity, const Operation& operation, std::int64_t now,
                        Decision& out) {
  if (!operation.delegable) return Code::operationNotDelegable;
  if (!identity) return Code::noIdentity;
  if (identity->status == IdentityStatus::pending) return Code::consentPending;
  if (identity->status == IdentityStatus::denied) return Code::consentDenied;
  if (identity->grant) nameGrant(*identity->grant, out);
  if (identity->status == IdentityStatus::revoked) return Code::consentRevoked;
  if (!identity->grant) return Code::grantEnded;
  return refusedGrant(*identity->grant, operation, now);
}

Refused refusedAccountWide(const Facts& facts, const Operation& operation) {
  if (!operation.accountWide) return Code::operationNotDelegable;
  if (!facts.accountWide.switchedOn) return Code::accountWideOff;
  if (!facts.actor.accountWideAccess) return Code::lacksAccountWideAccess;
  if (!facts.actor.sendOnBehalfOf) return Code::lacksSendOnBehalfOf;
  if (!facts.accountWide.principalIsMember) return Code::lacksMembership;
  return std::nullopt;
}

Refused refusedAuthority(const Question& question, const Facts& facts, const Operation& operation, std::int64_t now,
                         Decision& out) {
  Refused refused;
  Authority authority = Authority::self;
  if (question.principal == PrincipalKind::grant) {
    authority = Authority::grant;
    refused = refusedIdentity(facts.identity, operation, now, out);
  } else if (question.principal == PrincipalKind::accountWide) {
    authority = Authority::accountWide;
    refused = refusedAccountWide(facts, operation);
  }
  if (!refused) out.authority = authority;
  return refused;
}

Refused refusedRole(const Question& question, const Facts& facts, const Operation& operation) {
  const bool actorMay = operation.allows(facts.actor.role, question.aboutOneself);
  const bool principalMay =
      question.principal != PrincipalKind::accountWide || operation.allows(facts.accountWide.principalRole, false);
  return actorMay && principalMay ? Refused() : Code::lacksRole;
}

// An absent principal never turns into `self`: whoever may manage the document still has to name for whom he acts.
Refused refusedUnnamed(const DocumentFacts& document, const Operation& operation, bool unnamed) {
  return operation.documentRule == DocumentRule::acts && document.sentBy != Authority::self && unnamed
             ? Code::principalRequired
             : Refused();
}

Refused refusedDocument(Authority authority, const Facts& facts, const Operation& operation) {
  const DocumentFacts& document = facts.document;
  if (!document.visible) return Code::documentNotFound;
  switch (authority) {
    case Authority::grant: {
      const bool his = document.heldByActor && document.sentBy == Authority::grant && document.principalMatches;
      return his ? Refused() : Code::documentNotFound;
    }
    case Authority::accountWide:
      if (!document.principalMatches) return Code::documentNotFound;
      // Acting as a user gives none of the grants that user has.
      return refusedUnnamed(document, operation, document.sentBy == Authority::grant);
    default:
      if (!document.heldByActor && !facts.actor.accountWideAccess) return Code::documentNotFound;
      return refusedUnnamed(document, operation, document.sentBy == Authority::grant || !facts.actor.accountWideAccess);
  }
}

Refused firstRefusal(const Question& question, const Facts& facts, std::int64_t now, Decision& out) {
  if (const auto refused = refusedActor(facts.actor)) return refused;
  const Operation* operation = operationNamed(question.operation);
  if (operation == nullptr) return Code::unknownOperation;
  if (const auto refused = refusedAuthority(question, facts, *operation, now, out)) return refused;
  if (const auto refused = refusedRole(question, facts, *operation)) return refused;
  if (!question.aboutDocument) return std::nullopt;
  return refusedDocument(out.authority, facts, *operation);
}

}  // namespace

const char* authorityName(Authority authority) noexcept { return authorityNames[static_cast<std::size_t>(authority)]; }

const char* identityStatusName(IdentityStatus status) noexcept {
  return identityStatusNames[static_cast<std::size_t>(status)];
}
std::optional<IdentityStatus> identityStatusNamed(std::string_view name) noexcept {
  return named<IdentityStatus>(identityStatusNames, name);
}

const char* userStatusName(UserStatus status) noexcept { return userStatusNames[static_cast<std::size_t>(status)]; }
std::optional<UserStatus> userStatusNamed(std::string_view name) noexcept {
  return named<UserStatus>(userStatusNames, name);
}

void Decision::clear() noexcept {
  allowed = false;
  authority = Authority::none;
  reason = Code::internalError;
  grantId.clear();
  grantVersion = 0;
  validUntil.reset();
}

void decide(const Question& question, const Facts& facts, std::int64_t now, Decision& out) {
  out.clear();
  if (const auto refused = firstRefusal(question, facts, now, out)) {
    out.reason = *refused;
    return;
  }
  out.allowed = true;
  if (out.authority == Authority::grant) out.validUntil = facts.identity->grant->until;
}

}  // namespace stead
