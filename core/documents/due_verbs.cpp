// What happens to documents because time passed. Every document is one unit of work, which looks again whether it is
// still due: another process may have been faster.
#include <exception>
#include <functional>

#include "audit/detail.h"
#include "documents/describe.h"
#include "documents/document_act.h"
#include "documents/document_brand.h"
#include "documents/document_rules.h"
#include "documents/document_store.h"
#include "documents/document_verbs.h"
#include "storage/cross_account.h"

namespace stead::documents {
namespace {

using notifications::DocumentEvent;

// Runs `handle` for every place; one that fails does not hold up the others. Answers how many were handled.
std::int64_t forEach(Engine& engine, const std::vector<crossAccount::DocumentPlace>& places,
                     const std::function<bool(UnitOfWork&, Loaded&)>& handle) {
  std::int64_t handled = 0;
  std::exception_ptr failure;
  for (const auto& place : places) {
    try {
      bool done = false;
      engine.write(place.scope, [&](UnitOfWork& work) {
        auto document = findDocument(work.db, work.scope, place.documentRow);
        if (!document) return;
        Loaded loaded{std::move(*document), partiesOf(work.db, work.scope, place.documentRow)};
        done = handle(work, loaded);
      });
      if (done) ++handled;
    } catch (const std::exception&) {
      if (!failure) failure = std::current_exception();
    }
  }
  if (failure && handled == 0) std::rethrow_exception(failure);
  return handled;
}

audit::Entry entryByClock(const Document& document, std::string_view operation) {
  audit::Entry entry;
  entry.actorKind = audit::ActorKind::system;
  entry.operation = operation;
  entry.subjectType = "document";
  entry.subjectId = document.id;
  return entry;
}

// --- scheduled sends ---

std::string userIdOf(UnitOfWork& work, std::int64_t row) {
  const auto user = people::findUser(work.db, work.scope, row);
  return user ? user->id : std::string();
}

// The sender's session as it would be now: who he is and for whom comes from the document alone.
Session sessionOfSender(UnitOfWork& work, const Document& document) {
  Session session;
  session.scope = work.scope;
  session.userRow = document.actorRow;
  session.accountId = people::loadAccount(work.db, work.scope).id;
  session.credential = "host";
  if (const auto actor = people::findUser(work.db, work.scope, document.actorRow)) {
    session.userId = actor->id;
    session.userEmailKey = actor->emailKey;
  }
  if (!document.sentFor) return session;
  Principal& principal = session.principal.emplace();
  if (document.authority == Authority::grant) {
    principal.email = {document.sentFor->email, document.sentFor->key};
  } else {
    principal.way = Principal::Way::accountWide;
    principal.userId = userIdOf(work, document.ownerRow);
  }
  return session;
}

std::string principalIdOf(UnitOfWork& work, const Document& document) {
  if (!document.sentFor) return {};
  return document.authority == Authority::grant ? document.sentFor->identityId : userIdOf(work, document.ownerRow);
}

audit::Entry sendEntry(UnitOfWork& work, const Loaded& loaded, const Session& session, const Decision& decision) {
  audit::Entry entry = entryByClock(loaded.document, "document.send");
  entry.principal = principalIdOf(work, loaded.document);
  entry.authority = authorityName(loaded.document.authority);
  entry.grantId = decision.grantId;
  entry.grantVersion = decision.grantVersion;
  entry.detail = {{"title", loaded.document.title},
                  {"actorId", session.userId},
                  {audit::filesMember, fileDetails(filesOf(work.db, work.scope, loaded.document.row))},
                  {"signers", signerIdsOf(loaded.parties)}};
  return entry;
}

// The grant as decided now: the owner may have narrowed it, or consented anew, since the request.
void takeGrant(UnitOfWork& work, Document& document, const Decision& decision) {
  if (decision.authority != Authority::grant) return;
  document.grantId = decision.grantId;
  document.grantVersion = decision.grantVersion;
  const auto identity = identities::findIdentityOf(work.db, work.scope, document.actorRow, document.sentFor->key);
  if (!identity) return;
  document.sentFor->identityId = identity->id;
  document.grantRow = identity->grantRow;
}

void sendNow(UnitOfWork& work, Loaded& loaded, const Session& session, const Decision& decision) {
  Document& document = loaded.document;
  takeGrant(work, document, decision);
  document.status = DocumentStatus::inProgress;
  document.sentAt = work.now;
  const auto invited = inviteWhoseTurnItIs(loaded.parties, document.signingOrder, work.now);
  for (const std::size_t i : invited) updateParty(work.db, work.scope, loaded.parties[i]);
  touch(work, document);
  refreshBrand(work, document.row, document.brandId);
  const std::int64_t index = work.audit(sendEntry(work, loaded, session, decision));
  auto news = newsOf(work.db, work.scope, loaded, DocumentEvent::sent);
  news.message = messageOf(bodyOf(work.db, work.scope, document.row));
  markNowInvited(news, invited);
  notifications::plan(work, index, news);
}

// Nothing leaves; the sender hears why.
void refuseToSend(UnitOfWork& work, Loaded& loaded, const Session& session, const Decision& decision, Code reason,
                  const std::string& why) {
  Document& document = loaded.document;
  document.status = DocumentStatus::revoked;
  document.sendFailed = true;
  document.endedAt = work.now;
  document.endMessage = why;
  touch(work, document);
  audit::Entry entry = sendEntry(work, loaded, session, decision);
  entry.outcome = "refused";
  entry.reason = codeName(reason);
  const std::int64_t index = work.audit(entry);
  auto news = newsOf(work.db, work.scope, loaded, DocumentEvent::sendFailed);
  news.reason = codeName(reason);
  notifications::plan(work, index, news);
}

bool sendIfDue(UnitOfWork& work, Loaded& loaded) {
  const Document& document = loaded.document;
  if (document.status != DocumentStatus::scheduled || document.scheduledSendAt > work.now) return false;
  const Session session = sessionOfSender(work, document);
  const Decision decision = delegation::ask(work.db, work.now, session, "document.send");
  if (!decision.allowed) {
    refuseToSend(work, loaded, session, decision, decision.reason,
                 delegation::explain(decision, "document.send", session));
  } else if (document.expiresAt && *document.expiresAt <= work.now) {
    refuseToSend(work, loaded, session, decision, Code::wrongState,
                 "the deadline of the document passed before it could be sent; send it again");
  } else {
    sendNow(work, loaded, session, decision);
  }
  return true;
}

// --- expiry ---

bool expireIfDue(UnitOfWork& work, Loaded& loaded) {
  Document& document = loaded.document;
  if (document.status != DocumentStatus::inProgress) return false;
  if (statusAt(document, work.now) != DocumentStatus::expired) return false;
  document.status = DocumentStatus::expired;
  document.endedAt = document.expiresAt;
  touch(work, document);
  const std::int64_t index = work.audit(entryByClock(document, "document.expire"));
  notifications::plan(work, index, newsOf(work.db, work.scope, loaded, DocumentEvent::expired));
  return true;
}

using Places = std::vector<crossAccount::DocumentPlace>;

}  // namespace

std::int64_t sendScheduledDue(Engine& engine, std::int64_t max) {
  Places places;
  engine.database().read([&](Connection& db) { places = crossAccount::findScheduledDue(db, engine.clockMs(), max); });
  return forEach(engine, places, sendIfDue);
}

std::int64_t expireDue(Engine& engine, std::int64_t max) {
  Places places;
  engine.database().read([&](Connection& db) { places = crossAccount::findExpiringDue(db, engine.clockMs(), max); });
  return forEach(engine, places, expireIfDue);
}

std::optional<std::int64_t> nextDueAt(Engine& engine) {
  std::optional<std::int64_t> moment;
  engine.database().read([&](Connection& db) { moment = crossAccount::nextDocumentDueAt(db); });
  return moment;
}

}  // namespace stead::documents
