#include "delegation/past.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "audit/stored_entry.h"
#include "people/people_rules.h"

namespace stead::delegation {
namespace {

using audit::integerAt;
using audit::textAt;

constexpr std::array decisionReasons{
    Code::actorInactive,       Code::unknownOperation,  Code::operationNotDelegable,
    Code::noIdentity,          Code::consentPending,    Code::consentDenied,
    Code::consentRevoked,      Code::grantNotStarted,   Code::grantEnded,
    Code::operationNotGranted, Code::accountWideOff,    Code::lacksAccountWideAccess,
    Code::lacksSendOnBehalfOf, Code::lacksMembership,   Code::lacksRole,
    Code::documentNotFound,    Code::principalRequired,
};

bool wasDone(const Json& entry) { return textAt(entry, {"outcome"}) == "done"; }

void takeSwitch(bool& value, const Json& entry, std::string_view member) {
  const auto word = textAt(entry, {"detail", member});
  if (!word.empty()) value = word == "on";
}

void takeRole(PastUser& user, const Json& entry) {
  const auto role = roleNamed(textAt(entry, {"detail", "role"}));
  if (!role) return;
  user.role = *role;
  const auto permissions = people::permissionsOf(user.role);
  user.accountWideAccess = permissions.accountWideAccess;
  user.sendOnBehalfOf = permissions.sendOnBehalfOf;
}

OperationSet operationsIn(const Json& entry) {
  std::string names;
  const auto detail = entry.find("detail");
  if (detail == entry.end() || !detail->is_object()) return 0;
  const auto list = detail->find("operations");
  if (list == detail->end() || !list->is_array()) return 0;
  for (const Json& name : *list) {
    if (name.is_string()) names += name.get_ref<const std::string&>() + " ";
  }
  return operationSetFrom(names);
}

void takeTerms(PastGrant& grant, const Json& entry) {
  grant.version = integerAt(entry, {"grantVersion"}).value_or(0);
  grant.operations = operationsIn(entry);
  grant.from = integerAt(entry, {"detail", "from"});
  grant.until = integerAt(entry, {"detail", "until"});
}

void end(std::optional<PastGrant>& grant) {
  if (grant) grant->ended = true;
}

}  // namespace

void follow(PastUser& user, const Json& entry) {
  if (!wasDone(entry)) return;
  const auto operation = textAt(entry, {"operation"});
  if (operation == "account.create") {
    user = {.exists = true,
            .status = UserStatus::active,
            .role = Role::admin,
            .accountWideAccess = true,
            .sendOnBehalfOf = true};
  } else if (operation == "user.invite") {
    user = {.exists = true, .status = UserStatus::invitationPending};
    takeRole(user, entry);
  } else if (operation == "user.accept" || operation == "user.reactivate") {
    user.status = UserStatus::active;
  } else if (operation == "user.deactivate") {
    user.status = UserStatus::deactivated;
  } else if (operation == "user.cancelInvitation") {
    user = {};
  } else if (operation == "user.update") {
    takeRole(user, entry);
    takeSwitch(user.accountWideAccess, entry, "apiAccountWideAccess");
    takeSwitch(user.sendOnBehalfOf, entry, "allowSendOnBehalfOf");
  }
}

void follow(PastIdentity& identity, const Json& entry) {
  if (!wasDone(entry)) return;
  const auto operation = textAt(entry, {"operation"});
  if (operation == "identity.create") {
    identity = {.exists = true, .status = IdentityStatus::pending, .grant = std::nullopt};
  } else if (operation == "identity.rerequest") {
    identity.status = IdentityStatus::pending;
    end(identity.grant);
  } else if (operation == "identity.approve") {
    identity.status = IdentityStatus::verified;
    identity.grant.emplace();
    identity.grant->id = textAt(entry, {"grantId"});
    takeTerms(*identity.grant, entry);
  } else if (operation == "identity.narrow") {
    if (identity.grant) takeTerms(*identity.grant, entry);
  } else if (operation == "identity.deny") {
    identity.status = IdentityStatus::denied;
  } else if (operation == "identity.revoke") {
    identity.status = IdentityStatus::revoked;
    end(identity.grant);
  } else if (operation == "identity.delete") {
    identity = {};
  }
}

std::optional<IdentityFacts> factsOf(const PastIdentity& identity) {
  if (!identity.exists) return std::nullopt;
  IdentityFacts facts;
  facts.status = identity.status;
  if (identity.grant) {
    const PastGrant& grant = *identity.grant;
    facts.grant = GrantFacts{grant.id, grant.version, grant.operations, grant.from, grant.until, grant.ended};
  }
  return facts;
}

void follow(PastDocument& document, const Json& entry) {
  if (!wasDone(entry)) return;
  const auto operation = textAt(entry, {"operation"});
  if (operation == "document.handOver") {
    const auto holder = textAt(entry, {"detail", "toUserId"});
    if (!holder.empty()) document.holderId = holder;
    return;
  }
  // A scheduled or drafted document is there before it is sent; who made it and for whom does not change.
  if (document.exists || textAt(entry, {"actor", "kind"}) != "user") return;
  const auto authority = textAt(entry, {"authority"});
  document.exists = true;
  document.holderId = textAt(entry, {"actor", "id"});
  document.ownerId = document.holderId;
  document.sentBy = Authority::self;
  if (authority == authorityName(Authority::grant)) {
    document.sentBy = Authority::grant;
    document.principalId = textAt(entry, {"principal"});
  } else if (authority == authorityName(Authority::accountWide)) {
    document.sentBy = Authority::accountWide;
    document.ownerId = textAt(entry, {"principal"});
  }
}

void follow(bool& accountWide, const Json& entry) {
  if (wasDone(entry) && textAt(entry, {"operation"}) == "account.update") {
    takeSwitch(accountWide, entry, "accountWide");
  }
}

bool isDecisionReason(std::string_view code) noexcept {
  return std::any_of(decisionReasons.begin(), decisionReasons.end(),
                     [code](Code reason) { return code == codeName(reason); });
}

}  // namespace stead::delegation
