#include "delegation/guard.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "base/json.h"
#include "base/text.h"

namespace stead::delegation {
namespace {

// The subject of an act, as far as a role looks at it.
struct Subject {
  std::string_view type;
  std::string_view id;
};

// Everything that was loaded for one decision; the facts hold views into it.
struct Case {
  std::optional<people::User> actor;
  bool credentialActive = false;
  std::optional<identities::Identity> identity;
  std::optional<identities::Grant> grant;
  std::optional<people::User> operatingUser;
  bool accountWideOn = false;
  PrincipalKind principal = PrincipalKind::self;
  Decision decision;
};

// A key that was revoked kills its sessions; a session the host vouched for has no credential of ours.
bool isCredentialActive(Connection& db, const Session& session) {
  if (session.apiKeyRow == 0) return true;
  auto row = db.query("SELECT 1 FROM api_key WHERE id = $1 AND account_id = $2 AND user_id = $3 AND revoked_at IS NULL",
                      session.apiKeyRow, session.scope.account, session.userRow);
  return row.step();
}

void loadGrantWay(Connection& db, const Session& session, Case& found) {
  const std::string& key = session.principal->email.key;
  if (found.actor && key == found.actor->emailKey) return;
  found.principal = PrincipalKind::grant;
  found.identity = identities::findIdentityOf(db, session.scope, session.userRow, key);
  if (found.identity && found.identity->grantRow) {
    found.grant = identities::findGrant(db, session.scope, *found.identity->grantRow);
  }
}

std::optional<people::User> findOperatingUser(Connection& db, AccountScope scope, const Principal& principal) {
  if (!principal.userId.empty()) return people::findUserById(db, scope, principal.userId);
  auto user = people::findUserByEmail(db, scope, principal.email.key);
  const bool meant =
      user && (principal.userName.empty() || text::equalsIgnoringAsciiCase(principal.userName, user->name));
  return meant ? std::move(user) : std::nullopt;
}

void loadAccountWideWay(Connection& db, const Session& session, Case& found) {
  found.operatingUser = findOperatingUser(db, session.scope, *session.principal);
  if (found.operatingUser && found.operatingUser->row == session.userRow) {
    found.operatingUser.reset();
    return;
  }
  found.principal = PrincipalKind::accountWide;
  found.accountWideOn = people::loadAccount(db, session.scope).accountWide;
}

ActorFacts actorFacts(const Case& found) {
  ActorFacts facts;
  facts.credentialActive = found.credentialActive;
  if (!found.actor) return facts;
  facts.exists = true;
  facts.status = found.actor->status;
  facts.role = found.actor->role;
  facts.emailKey = found.actor->emailKey;
  facts.accountWideAccess = found.actor->accountWideAccess;
  facts.sendOnBehalfOf = found.actor->sendOnBehalfOf;
  return facts;
}

std::optional<IdentityFacts> identityFacts(const Case& found) {
  if (!found.identity) return std::nullopt;
  IdentityFacts facts;
  facts.status = found.identity->status;
  if (found.grant) {
    const identities::Grant& grant = *found.grant;
    facts.grant =
        GrantFacts{grant.id, grant.version, grant.operations, grant.from, grant.until, grant.endedAt.has_value()};
  }
  return facts;
}

AccountWideFacts accountWideFacts(const Case& found) {
  AccountWideFacts facts;
  facts.switchedOn = found.accountWideOn;
  if (found.operatingUser) {
    facts.principalIsMember = found.operatingUser->status == UserStatus::active;
    facts.principalRole = found.operatingUser->role;
  }
  return facts;
}

DocumentFacts documentFacts(const Case& found, const Session& session, const std::optional<DocumentRef>& document) {
  DocumentFacts facts;
  if (!document) return facts;
  facts.visible = true;
  facts.sentBy = document->sentBy;
  facts.heldByActor = document->holderRow == session.userRow;
  if (found.principal == PrincipalKind::grant) {
    facts.principalMatches = document->principalKey == session.principal->email.key;
  } else if (found.principal == PrincipalKind::accountWide) {
    facts.principalMatches = found.operatingUser && document->ownerRow == found.operatingUser->row;
  }
  return facts;
}

Case decideCase(Connection& db, std::int64_t now, const Session& session, std::string_view operation,
                const Subject& subject, bool aboutDocument, const std::optional<DocumentRef>& document) {
  Case found;
  found.actor = people::findUser(db, session.scope, session.userRow);
  found.credentialActive = isCredentialActive(db, session);
  if (session.principal) {
    if (session.principal->way == Principal::Way::grant) {
      loadGrantWay(db, session, found);
    } else {
      loadAccountWideWay(db, session, found);
    }
  }
  Question question;
  question.operation = operation;
  question.principal = found.principal;
  question.aboutDocument = aboutDocument;
  question.aboutOneself = subject.type == "user" && found.actor && subject.id == found.actor->id;
  Facts facts;
  facts.actor = actorFacts(found);
  facts.identity = identityFacts(found);
  facts.accountWide = accountWideFacts(found);
  facts.document = documentFacts(found, session, document);
  decide(question, facts, now, found.decision);
  return found;
}

Right rightOf(Case&& found) {
  Right right;
  right.actor = std::move(*found.actor);
  right.decision = std::move(found.decision);
  if (right.decision.authority == Authority::grant) {
    right.identity = std::move(found.identity);
    right.grantRow = found.grant->row;
  } else if (right.decision.authority == Authority::accountWide) {
    right.operatingUser = std::move(found.operatingUser);
  }
  return right;
}

std::string refusalText(const Case& found, const Session& session, std::string_view operation,
                        const std::optional<DocumentRef>& document) {
  std::string text = explain(found.decision, operation, session);
  if (found.decision.reason == Code::principalRequired && document && !document->principalName.empty()) {
    text += " (the document was sent for " + std::string(document->principalName) + ")";
  }
  return text;
}

// Whom the act was for, if it was: by id where there is one, else by the salted address.
void namePrincipal(audit::Entry& entry, const Session& session, const identities::Identity* identity,
                   const people::User* operatingUser) {
  if (identity != nullptr) {
    entry.principal = identity->id;
  } else if (operatingUser != nullptr) {
    entry.principal = operatingUser->id;
  } else if (!session.principal->userId.empty()) {
    entry.principal = session.principal->userId;
  } else {
    entry.personal.emplace_back("principalEmail", session.principal->email.key);
  }
}

audit::Entry baseEntry(const Session& session, const Decision& decision, std::string_view operation,
                       const Subject& subject) {
  audit::Entry entry;
  entry.actorKind = audit::ActorKind::user;
  entry.actorId = session.userId;
  entry.credential = session.credential;
  entry.authority = authorityName(decision.authority);
  entry.grantId = decision.grantId;
  entry.grantVersion = decision.grantVersion;
  entry.operation = operation;
  entry.subjectType = subject.type;
  entry.subjectId = subject.id;
  return entry;
}

audit::Entry refusalEntry(const Case& found, const Session& session, std::string_view operation,
                          const Subject& subject) {
  audit::Entry entry = baseEntry(session, found.decision, operation, subject);
  if (found.principal != PrincipalKind::self) {
    namePrincipal(entry, session, found.identity ? &*found.identity : nullptr,
                  found.operatingUser ? &*found.operatingUser : nullptr);
  }
  entry.outcome = "refused";
  entry.reason = codeName(found.decision.reason);
  return entry;
}

Right requireCase(UnitOfWork& work, const Session& session, std::string_view operation, const Subject& subject,
                  bool aboutDocument, const std::optional<DocumentRef>& document) {
  Case found = decideCase(work.db, work.now, session, operation, subject, aboutDocument, document);
  if (!found.decision.allowed) {
    throw Refusal(found.decision.reason, refusalText(found, session, operation, document),
                  refusalEntry(found, session, operation, subject));
  }
  return rightOf(std::move(found));
}

Right requireCaseForRead(Connection& db, std::int64_t now, const Session& session, std::string_view operation,
                         const Subject& subject, bool aboutDocument, const std::optional<DocumentRef>& document) {
  Case found = decideCase(db, now, session, operation, subject, aboutDocument, document);
  if (!found.decision.allowed) {
    throw Error(found.decision.reason, refusalText(found, session, operation, document));
  }
  return rightOf(std::move(found));
}

}  // namespace

Right require(UnitOfWork& work, const Session& session, std::string_view operation, std::string_view subjectType,
              std::string_view subjectId) {
  return requireCase(work, session, operation, {subjectType, subjectId}, false, std::nullopt);
}

Right requireOnDocument(UnitOfWork& work, const Session& session, std::string_view operation,
                        const std::optional<DocumentRef>& document, std::string_view documentId) {
  return requireCase(work, session, operation, {"document", documentId}, true, document);
}

Right requireForRead(Connection& db, std::int64_t now, const Session& session, std::string_view operation,
                     const std::optional<DocumentRef>& document, std::string_view documentId) {
  const bool aboutDocument = document || !documentId.empty();
  return requireCaseForRead(db, now, session, operation, {aboutDocument ? "document" : "", documentId}, aboutDocument,
                            document);
}

Right requireForReadOf(Connection& db, std::int64_t now, const Session& session, std::string_view operation,
                       std::string_view subjectType, std::string_view subjectId) {
  return requireCaseForRead(db, now, session, operation, {subjectType, subjectId}, false, std::nullopt);
}

Decision ask(Connection& db, std::int64_t now, const Session& session, std::string_view operation) {
  return decideCase(db, now, session, operation, {}, false, std::nullopt).decision;
}

Decision askOnDocument(Connection& db, std::int64_t now, const Session& session, std::string_view operation,
                       const std::optional<DocumentRef>& document, std::string_view documentId) {
  return decideCase(db, now, session, operation, {"document", documentId}, true, document).decision;
}

audit::Entry entryFor(const Session& session, const Right& right, std::string_view operation,
                      std::string_view subjectType, std::string_view subjectId) {
  audit::Entry entry = baseEntry(session, right.decision, operation, {subjectType, subjectId});
  if (right.identity || right.operatingUser) {
    namePrincipal(entry, session, right.identity ? &*right.identity : nullptr,
                  right.operatingUser ? &*right.operatingUser : nullptr);
  }
  return entry;
}

void describeRight(Json& answer, const Session& session, const Right& right) {
  answer["actorId"] = session.userId;
  answer["principal"] = nullptr;
  if (right.identity) {
    answer["principal"] = {
        {"identityId", right.identity->id}, {"name", right.identity->name}, {"email", right.identity->email}};
  } else if (right.operatingUser) {
    answer["principal"] = {{"userId", right.operatingUser->id},
                           {"name", right.operatingUser->name},
                           {"email", right.operatingUser->email}};
  }
  answer["authority"] = authorityName(right.decision.authority);
  if (!right.decision.grantId.empty()) {
    answer["grantId"] = right.decision.grantId;
    answer["grantVersion"] = right.decision.grantVersion;
  }
}

}  // namespace stead::delegation
