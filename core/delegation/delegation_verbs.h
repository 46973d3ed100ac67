// Questions about delegation: may A act for B, why not, and who may act for whom.
#pragma once

#include <string_view>

#include "base/json.h"
#include "delegation/decision.h"
#include "engine/engine.h"

namespace stead::delegation {

// May the session do `operation`? `principal`: "" = as the session stands; an e-mail = on behalf of that person.
// Answered from the decision cache without allocation when it is warm; not audited. Never says allowed after a
// revocation that returned before this call started, in any process (design 4).
void authorize(Engine& engine, const Session& session, std::string_view operation, std::string_view principal,
               Decision& out);
// The same about one document; reads the store.
void authorizeDocument(Engine& engine, const Session& session, std::string_view operation, std::string_view documentId,
                       Decision& out);
// {allowed, operation, authority, reason?, rule?, remedy?, text, grantId?, grantVersion?, validUntil?}
[[nodiscard]] Json describe(const Decision& decision, std::string_view operation, const Session& session);

// The table of operations: {items: [{name, roles, ownRoles, delegable, accountWide, documentRule}]}.
[[nodiscard]] Json listOperations();

// "For whom may I act": {cursor?, pageSize?} → {items: [{identityId, name, email, status, grant?, mayActNow}], …}.
[[nodiscard]] Json listPrincipals(Engine& engine, const Session& session, const Json& request);
// "Who may act for me" (grants whose owner has the session user's address); an Auditor or Admin may ask for the whole
// account with {all: true}: {items: [{grantId, version, actor {id, name, email}, principal {name, email}, operations,
// from?, until?, bornAt, endedAt?, endReason?}], …}.
[[nodiscard]] Json listActors(Engine& engine, const Session& session, const Json& request);

// "Was this allowed then?", answered from the audit trail alone: {operation, at (ms) | index, actorId? (the session's
// user), principal? (an e-mail; accountWide: also a user id), accountWide? (false), documentId?} → as describe(), with
// {actorId, before, entries}: what was known before entry `before`, and the entries it rests on. A user asks about
// himself, an Admin or Auditor about anybody. `at` means after all that was written down up to that moment.
[[nodiscard]] Json decideAsOf(Engine& engine, const Session& session, const Json& request);
// The decision behind a recorded act of a user, made again from what the trail says before it, for an Admin or
// Auditor: {index, recorded {at, operation, actorId, outcome, reason?, authority?, grantId?, grantVersion?}, decision
// (as of decideAsOf), agrees}.
// A refusal for a reason that decide() does not know (a wrong state, say) comes after an allowed decision.
[[nodiscard]] Json replay(Engine& engine, const Session& session, std::int64_t index);

}  // namespace stead::delegation
