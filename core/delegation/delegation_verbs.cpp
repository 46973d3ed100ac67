#include "delegation/delegation_verbs.h"

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/text.h"
#include "delegation/decision_cache.h"
#include "delegation/guard.h"
#include "documents/document_store.h"

namespace stead::delegation {
namespace {

void askStore(Engine& engine, const Session& session, std::string_view operation, Decision& out) {
  engine.database().read([&](Connection& db) { out = ask(db, engine.clockMs(), session, operation); });
}

Json rolesOf(std::uint8_t roles) {
  Json names = Json::array();
  for (const auto role : {Role::admin, Role::teamAdmin, Role::member, Role::auditor}) {
    if ((roles >> static_cast<unsigned>(role) & 1U) != 0) names.push_back(roleName(role));
  }
  return names;
}

const char* nameOf(DocumentRule rule) {
  switch (rule) {
    case DocumentRule::acts:
      return "acts";
    case DocumentRule::holds:
      return "holds";
    case DocumentRule::none:
      break;
  }
  return "none";
}

}  // namespace

void authorize(Engine& engine, const Session& session, std::string_view operation, std::string_view principal,
               Decision& out) {
  const bool asSessionStands = principal.empty();
  if (asSessionStands && session.principal && session.principal->way == Principal::Way::accountWide) {
    askStore(engine, session, operation, out);
    return;
  }
  const std::string_view named = !asSessionStands    ? principal
                                 : session.principal ? std::string_view(session.principal->email.key)
                                                     : principal;
  auto answer = engine.decisions().decide(engine, session, operation, named, asSessionStands, out);
  if (answer == DecisionCache::Answer::decided) return;
  if (asSessionStands) {
    askStore(engine, session, operation, out);
    return;
  }
  const auto email = parseEmail(principal);
  if (!email) {
    throw Error(Code::malformedArgument, "the principal is not an e-mail address; name the person as name@domain");
  }
  if (answer == DecisionCache::Answer::parseAddress) {
    answer = engine.decisions().decide(engine, session, operation, email->key, true, out);
  }
  if (answer != DecisionCache::Answer::decided) askStore(engine, onBehalfOf(session, email->key), operation, out);
}

void authorizeDocument(Engine& engine, const Session& session, std::string_view operation, std::string_view documentId,
                       Decision& out) {
  if (!text::isGuid(documentId)) throw Error(Code::malformedArgument, "the document id is not a lower-case GUID");
  engine.database().read([&](Connection& db) {
    const auto document = documents::findDocumentById(db, session.scope, documentId);
    std::optional<DocumentRef> ref;
    if (document) {
      ref = DocumentRef{.id = document->id,
                        .sentBy = document->authority,
                        .holderRow = document->holderRow,
                        .ownerRow = document->ownerRow,
                        .principalKey = document->sentFor ? document->sentFor->key : std::string_view(),
                        .principalName = {}};
    }
    out = askOnDocument(db, engine.clockMs(), session, operation, ref, documentId);
  });
}

Json describe(const Decision& decision, std::string_view operation, const Session& session) {
  Json out = {{"allowed", decision.allowed},
              {"operation", operation},
              {"authority", authorityName(decision.authority)},
              {"text", explain(decision, operation, session)}};
  if (!decision.allowed) {
    out["reason"] = codeName(decision.reason);
    out["rule"] = meaningOf(decision.reason);
    out["remedy"] = remedyOf(decision.reason);
  }
  if (!decision.grantId.empty()) {
    out["grantId"] = decision.grantId;
    out["grantVersion"] = decision.grantVersion;
  }
  if (decision.validUntil) out["validUntil"] = *decision.validUntil;
  return out;
}

Json listOperations() {
  Json items = Json::array();
  for (const Operation& operation : operations()) {
    items.push_back({{"name", operation.name},
                     {"roles", rolesOf(operation.roles)},
                     {"ownRoles", rolesOf(operation.ownRoles)},
                     {"delegable", operation.delegable},
                     {"accountWide", operation.accountWide},
                     {"documentRule", nameOf(operation.documentRule)}});
  }
  return {{"items", std::move(items)}};
}

}  // namespace stead::delegation
