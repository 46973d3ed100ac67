// What a refusal says to people: the rule that refused, and the verb that mends it.
#include <string>

#include "delegation/guard.h"

namespace stead::delegation {
namespace {

std::string forWhom(const Session& session) {
  if (!session.principal) return {};
  const Principal& principal = *session.principal;
  return " on behalf of " + (principal.userId.empty() ? principal.email.address : principal.userId);
}

// What to do, where a bare verb would leave the reader guessing.
std::string mend(Code reason) {
  const std::string verb = remedyOf(reason);  // the same word in every language
  switch (reason) {
    case Code::actorInactive:
      return "an Admin can call " + verb + ", or use a session with a living credential";
    case Code::operationNotDelegable:
      return "do it as oneself, with a session that names no principal";
    case Code::principalRequired:
      return "take a session for that person, by session.onBehalfOf or session.accountWide";
    case Code::unknownOperation:
      return verb + " names them";
    case Code::noIdentity:
      return verb + " asks that person for consent";
    case Code::consentPending:
      return verb + " sends the request again";
    case Code::consentDenied:
    case Code::consentRevoked:
    case Code::grantEnded:
    case Code::operationNotGranted:
      return verb + " asks the owner again";
    case Code::grantNotStarted:
      return "wait until it begins, or let the owner change it";
    case Code::accountWideOff:
    case Code::lacksAccountWideAccess:
    case Code::lacksSendOnBehalfOf:
    case Code::lacksRole:
      return "an Admin can change that with " + verb;
    case Code::lacksMembership:
      return "an Admin can call " + verb + " or user.reactivate";
    default:
      return "check the id";
  }
}

// A name that is no operation may hold anything: it is not repeated.
std::string actOf(std::string_view operation, const Session& session) {
  return (operationNamed(operation) == nullptr ? "this" : std::string(operation)) + forWhom(session);
}

std::string byWhatRight(const Decision& decision) {
  switch (decision.authority) {
    case Authority::self:
      return " as oneself";
    case Authority::grant:
      return " by the grant " + decision.grantId;
    case Authority::accountWide:
      return " by account-wide access";
    case Authority::none:
      break;
  }
  return {};
}

}  // namespace

std::string explain(const Decision& decision, std::string_view operation, const Session& session) {
  const std::string act = actOf(operation, session);
  if (decision.allowed) return act + " is allowed" + byWhatRight(decision);
  return act + " is refused: " + meaningOf(decision.reason) + "; " + mend(decision.reason);
}

std::string explainPast(const Decision& decision, std::string_view operation, const Session& session) {
  const std::string act = actOf(operation, session);
  if (decision.allowed) return act + " was allowed" + byWhatRight(decision);
  return act + " was refused: " + meaningOf(decision.reason);
}

}  // namespace stead::delegation
