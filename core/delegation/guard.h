// How every verb asks decide() inside its own transaction. A refusal is thrown so that it is audited and committed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "delegation/decision.h"
#include "engine/session.h"
#include "engine/unit_of_work.h"
#include "identities/identity_store.h"
#include "people/user_store.h"

namespace stead::delegation {

// Whom an allowed act is for, ready for records and audit entries.
struct Right {
  people::User actor;
  Decision decision;
  std::optional<identities::Identity> identity;  // grant way
  std::optional<std::int64_t> grantRow;
  std::optional<people::User> operatingUser;  // accountWide way
};

// What the document rule needs to know of a document; rows as in the document table.
struct DocumentRef {
  std::string_view id;
  Authority sentBy = Authority::self;
  std::int64_t holderRow = 0;
  std::int64_t ownerRow = 0;
  std::string_view principalKey;
  std::string_view principalName;  // for the text of principalRequired
};

// Loads the facts, decides, and answers the right; throws Refusal (audited) otherwise. `subject*` name what the
// refused act was about. `document` absent while the operation is about one: Code::documentNotFound.
[[nodiscard]] Right require(UnitOfWork& work, const Session& session, std::string_view operation,
                            std::string_view subjectType, std::string_view subjectId);
[[nodiscard]] Right requireOnDocument(UnitOfWork& work, const Session& session, std::string_view operation,
                                      const std::optional<DocumentRef>& document, std::string_view documentId);
// For reads outside a unit of work: same decision, refusal thrown as plain Error, nothing audited.
[[nodiscard]] Right requireForRead(Connection& db, std::int64_t now, const Session& session, std::string_view operation,
                                   const std::optional<DocumentRef>& document = std::nullopt,
                                   std::string_view documentId = {});
// The same about a subject that is no document: a role that may view only itself needs the subject to be told.
[[nodiscard]] Right requireForReadOf(Connection& db, std::int64_t now, const Session& session,
                                     std::string_view operation, std::string_view subjectType,
                                     std::string_view subjectId);

// The same decision without throwing: for what leaves later in somebody's name (scheduled sends).
[[nodiscard]] Decision ask(Connection& db, std::int64_t now, const Session& session, std::string_view operation);
[[nodiscard]] Decision askOnDocument(Connection& db, std::int64_t now, const Session& session,
                                     std::string_view operation, const std::optional<DocumentRef>& document,
                                     std::string_view documentId);

// An entry with actor, credential, principal, authority and grant filled in from the right.
[[nodiscard]] audit::Entry entryFor(const Session& session, const Right& right, std::string_view operation,
                                    std::string_view subjectType, std::string_view subjectId);
// Adds actorId, principal {identityId?, userId?, name, email} (null for self), authority, grantId, grantVersion: what
// every answer of an act carries (design 11).
void describeRight(Json& answer, const Session& session, const Right& right);

// The sentence for people: which rule refused, and which verb mends it.
[[nodiscard]] std::string explain(const Decision& decision, std::string_view operation, const Session& session);
// The same about a moment that is over: no verb mends that.
[[nodiscard]] std::string explainPast(const Decision& decision, std::string_view operation, const Session& session);

}  // namespace stead::delegation
