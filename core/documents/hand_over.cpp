#include "documents/hand_over.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "base/record_reader.h"
#include "base/text.h"
#include "documents/document_act.h"
#include "documents/document_rules.h"
#include "documents/document_store.h"
#include "people/receiver.h"

namespace stead::documents {
namespace {

using notifications::DocumentEvent;

constexpr std::string_view operation = "document.handOver";
// What the recipients of a document read, and what stays as its endMessage.
constexpr const char* calledBack = "The document was called back because its sender does not manage it any more.";
constexpr const char* declinedForSigner = "The signer left the team that was to sign.";

struct HandOverWish {
  std::vector<std::string> documentIds;
  std::string toUserId;
  PlanWish plan;
};

std::vector<std::string> readDocumentIds(RecordReader& in, Violations& violations) {
  std::vector<std::string> out;
  const Json* const ids = in.array("documentIds", limits::documentIdsMax);
  if (ids != nullptr ? ids->empty() : !in.has("documentIds") || in.isNull("documentIds")) {
    in.violation("documentIds", "The documentIds field is required; it lists 1 to " +
                                    std::to_string(limits::documentIdsMax) + " documents.");
  }
  for (std::size_t i = 0; ids != nullptr && i < ids->size(); ++i) {
    const Json& item = (*ids)[i];
    std::string id = item.is_string() ? text::asciiLower(item.get_ref<const std::string&>()) : std::string();
    if (!text::isGuid(id)) {
      violations.add(in.pathOf("documentIds", i), "must be an id (GUID form)");
    } else if (std::find(out.begin(), out.end(), id) != out.end()) {
      violations.add(in.pathOf("documentIds", i), "is in the list already");
    }
    out.push_back(std::move(id));
  }
  return out;
}

HandOverWish readHandOver(const Json& request) {
  Violations violations;
  RecordReader in(request, violations);
  HandOverWish wish;
  wish.documentIds = readDocumentIds(in, violations);
  wish.toUserId = in.guid("toUserId").value_or("");
  if (!in.has("toUserId") || in.isNull("toUserId")) in.violation("toUserId", "The toUserId field is required.");
  wish.plan = readPlanWish(in);
  in.refuseUnknown();
  violations.throwIfAny();
  return wish;
}

void planOne(const Session& session, const Act& act, const people::User& to, ChangePlan& plan) {
  if (act.document.holderRow == to.row) {
    refuse(Code::wrongState, "document " + act.document.id + " is held by this user already",
           entryOf(session, act, operation));
  }
  plan.add(Effect::documentHandedOver, act.document.id, act.document.version);
}

people::User planReceiver(Connection& db, AccountScope scope, const HandOverWish& wish, ChangePlan& plan) {
  people::User to = people::requireReceiver(db, scope, wish.toUserId, "/toUserId");
  plan.restOn("receiver", to.id, to.version);
  return to;
}

Json answerOf(const Session& session, const std::vector<Act>& acts, const people::User& to, const ChangePlan& plan,
              bool applied) {
  Json documents = Json::array();
  for (const Act& act : acts) documents.push_back({{"id", act.document.id}, {"version", act.document.version}});
  Json answer = {{"toUserId", to.id}, {"documents", std::move(documents)}, {"plan", plan.record(applied)}};
  delegation::describeRight(answer, session, acts.front().right);
  return answer;
}

std::string userIdOf(UnitOfWork& work, std::int64_t row) {
  const auto user = people::findUser(work.db, work.scope, row);
  return user ? user->id : std::string();
}

// Its entry is the caller's to make: by the holder, or in the wake of another change.
void giveTo(UnitOfWork& work, Document& document, const people::User& to, audit::Entry entry) {
  entry.detail.emplace_back("fromUserId", userIdOf(work, document.holderRow));
  entry.detail.emplace_back("toUserId", to.id);
  ++document.version;
  document.activityAt = work.now;
  setHolder(work.db, work.scope, document, to.row);
  work.audit(entry);
}

// --- in the wake of a change of a user ---

audit::Entry entryInTheWake(const Document& document, std::string_view what, std::string_view cause) {
  audit::Entry entry;
  entry.actorKind = audit::ActorKind::system;
  entry.operation = what;
  entry.subjectType = "document";
  entry.subjectId = document.id;
  entry.detail.emplace_back("cause", std::string(cause));
  return entry;
}

void end(UnitOfWork& work, Document& document, DocumentStatus status, const char* message) {
  document.status = status;
  document.endedAt = work.now;
  document.endMessage = message;
  document.activityAt = work.now;
  ++document.version;
  updateDocument(work.db, work.scope, document);
}

void revokeInTheWake(UnitOfWork& work, Loaded& loaded, std::string_view cause) {
  const bool wasSent = loaded.document.status == DocumentStatus::inProgress;
  end(work, loaded.document, DocumentStatus::revoked, calledBack);
  const std::int64_t index = work.audit(entryInTheWake(loaded.document, "document.revoke", cause));
  auto news = newsOf(work.db, work.scope, loaded, DocumentEvent::revoked);
  news.message = calledBack;
  if (!wasSent) news.cc.clear();  // they never heard of it
  notifications::plan(work, index, news);
}

void declineInTheWake(UnitOfWork& work, Loaded& loaded, std::string_view partyId, std::string_view cause) {
  const auto found = std::find_if(loaded.parties.begin(), loaded.parties.end(),
                                  [&](const Party& party) { return party.id == partyId; });
  if (found == loaded.parties.end()) return;
  found->status = PartyStatus::declined;
  found->doneAt = work.now;
  updateParty(work.db, work.scope, *found);
  end(work, loaded.document, DocumentStatus::declined, declinedForSigner);
  audit::Entry entry = entryInTheWake(loaded.document, "signer.decline", cause);
  entry.detail.emplace_back("signer", found->id);
  entry.personal = {{"name", found->name}, {"email", found->email}};
  const std::int64_t index = work.audit(entry);
  auto news = newsOf(work.db, work.scope, loaded, DocumentEvent::declined);
  news.message = declinedForSigner;
  news.subject = static_cast<std::size_t>(found - loaded.parties.begin());
  notifications::plan(work, index, news);
}

Loaded load(UnitOfWork& work, std::int64_t row) {
  auto document = findDocument(work.db, work.scope, row);
  if (!document) throw Error(Code::internalError, "a document of a plan is gone within its unit of work");
  return {std::move(*document), partiesOf(work.db, work.scope, row)};
}

[[noreturn]] void refuseTooMany() {
  throw Error(Code::tooLarge, "one change hands over or ends at most " + std::to_string(limits::handedOverMax) +
                                  " documents; hand some over first (document.handOver)");
}

}  // namespace

Json handOver(Engine& engine, const Session& session, const Json& request) {
  const HandOverWish wish = readHandOver(request);
  Json answer;
  if (wish.plan.dryRun) {
    engine.read(session.scope, [&](Connection& db, std::int64_t now) {
      std::vector<Act> acts;
      for (const auto& id : wish.documentIds) acts.push_back(openForRead(db, now, session, operation, id));
      ChangePlan plan(operation);
      const people::User to = planReceiver(db, session.scope, wish, plan);
      for (const Act& act : acts) planOne(session, act, to, plan);
      answer = answerOf(session, acts, to, plan, false);
    });
    return answer;
  }
  engine.write(session.scope, [&](UnitOfWork& work) {
    std::vector<Act> acts;
    for (const auto& id : wish.documentIds) acts.push_back(openAct(work, session, operation, id));
    ChangePlan plan(operation);
    const people::User to = planReceiver(work.db, work.scope, wish, plan);
    for (const Act& act : acts) planOne(session, act, to, plan);
    plan.requireShown(wish.plan.planId);
    for (Act& act : acts) giveTo(work, act.document, to, entryOf(session, act, operation));
    answer = answerOf(session, acts, to, plan, true);
  });
  return answer;
}

Transfer planTransfer(Connection& db, AccountScope scope, const people::User& from, std::int64_t now,
                      ChangePlan& plan) {
  Transfer transfer;
  transfer.held = documentsHeldBy(db, scope, from.row, now, limits::handedOverMax + 1);
  for (const HeldDocument& document : transfer.held) {
    if (document.underWay) plan.add(Effect::documentRevoked, document.id, document.version);
    plan.add(Effect::documentHandedOver, document.id, document.version);
  }
  // A document of his own that he was to sign too is revoked, not declined; one declines a document once.
  std::int64_t last = 0;
  for (AwaitedSigner& signer : signersAwaitedAt(db, scope, from.emailKey, now, limits::handedOverMax + 1)) {
    const bool own = std::any_of(transfer.held.begin(), transfer.held.end(),
                                 [&](const HeldDocument& held) { return held.row == signer.documentRow; });
    if (own || signer.documentRow == last) continue;
    last = signer.documentRow;
    plan.add(Effect::documentDeclined, signer.documentId, signer.documentVersion);
    transfer.awaited.push_back(std::move(signer));
  }
  if (static_cast<std::int64_t>(transfer.held.size() + transfer.awaited.size()) > limits::handedOverMax) {
    refuseTooMany();
  }
  return transfer;
}

void makeTransfer(UnitOfWork& work, const Transfer& transfer, const people::User& to, std::string_view cause) {
  for (const HeldDocument& held : transfer.held) {
    Loaded loaded = load(work, held.row);
    if (held.underWay) revokeInTheWake(work, loaded, cause);
    giveTo(work, loaded.document, to, entryInTheWake(loaded.document, operation, cause));
  }
  for (const AwaitedSigner& signer : transfer.awaited) {
    Loaded loaded = load(work, signer.documentRow);
    declineInTheWake(work, loaded, signer.partyId, cause);
  }
}

}  // namespace stead::documents
