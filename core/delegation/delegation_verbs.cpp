#include "delegation/delegation_verbs.h"

#include "base/error.h"
#include "delegation/decision_cache.h"
#include "delegation/guard.h"

namespace stead::delegation {
namespace {

void askStore(Engine& engine, const Session& session, std::string_view operation, Decision& out) {
  engine.database().read([&](Connection& db) { out = ask(db, engine.clockMs(), session, operation); });
}

}  // namespace

void authorize(Engine& engine, const Session& session, std::string_view operation, std::string_view principal,
               Decision& out) {
  const bool asSessionStands = principal.empty();
  if (asSessionStands && session.principal && session.principal->way == Principal::Way::accountWide) {
    askStore(engine, session, operation, out);
    return;
  }
  std::string parsed;  // stays empty, and so costs nothing, for an address that is its own key
  std::string_view key = principal;
  if (asSessionStands) {
    if (session.principal) key = session.principal->email.key;
  } else if (!isEmailKey(principal)) {
    auto email = parseEmail(principal);
    if (!email) {
      throw Error(Code::malformedArgument, "the principal is not an e-mail address; name the person as name@domain");
    }
    parsed = std::move(email->key);
    key = parsed;
  }
  if (engine.decisions().decide(session, operation, key, engine.clockMs(), out)) return;
  askStore(engine, asSessionStands ? session : onBehalfOf(session, key), operation, out);
}

}  // namespace stead::delegation
