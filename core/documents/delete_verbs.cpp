// Deleting: to the trash, from which the clock takes a document after limits::trashDays, or at once and for good.
#include <exception>
#include <nlohmann/json.hpp>

#include "audit/detail.h"
#include "base/limits.h"
#include "base/record_reader.h"
#include "documents/document_act.h"
#include "documents/document_list_store.h"
#include "documents/document_purge.h"
#include "documents/document_rules.h"
#include "documents/document_store.h"
#include "documents/document_verbs.h"
#include "storage/cross_account.h"

namespace stead::documents {
namespace {

constexpr std::string_view operation = audit::deleteOperation;
constexpr std::int64_t keptMs = limits::trashDays * limits::dayMs;

struct Wish {
  bool permanently = false;
  std::optional<std::int64_t> version;
};

Wish readWish(const Json& request) {
  Violations violations;
  RecordReader in(request, violations);
  Wish wish;
  wish.permanently = in.boolean("deletePermanently").value_or(false);
  wish.version = readVersion(in);
  in.refuseUnknown();
  violations.throwIfAny();
  return wish;
}

void requireDeletable(const Session& session, const Act& act, bool permanently, std::int64_t now) {
  const DocumentStatus status = statusAt(act.document, now);
  if (!canDelete(status)) {
    refuse(Code::wrongState,
           std::string("the document is ") + documentStatusName(status) +
               "; only what is Draft, Completed, Declined or Revoked can be deleted, so revoke it first",
           entryOf(session, act, operation));
  }
  if (act.document.trashedAt && !permanently) {
    refuse(Code::wrongState, "the document is in the trash already; deletePermanently removes it now",
           entryOf(session, act, operation));
  }
}

void moveToTrash(UnitOfWork& work, Document& document) {
  uncountTrashed(work.db, work.scope, document);
  document.trashedAt = work.now;
  touch(work, document);
}

// Recipients keep what they downloaded; their links end with the document.
void tellDeleted(UnitOfWork& work, const Act& act, std::int64_t index) {
  if (!act.document.sentAt || act.document.trashedAt) return;
  notifications::plan(work, index, newsOf(work.db, work.scope, act, notifications::DocumentEvent::deleted, &act.right));
}

bool purgeIfDue(UnitOfWork& work, const crossAccount::DocumentPlace& place, std::int64_t trashedUntil) {
  const auto document = findDocument(work.db, work.scope, place.documentRow);
  if (!document || !document->trashedAt || *document->trashedAt > trashedUntil) return false;
  audit::Entry entry;
  entry.actorKind = audit::ActorKind::system;
  entry.operation = audit::purgeOperation;
  entry.subjectType = "document";
  entry.subjectId = document->id;
  work.audit(entry);
  purgeDocument(work, *document);
  return true;
}

}  // namespace

Json remove(Engine& engine, const Session& session, std::string_view documentId, const Json& request) {
  const std::string id = readDocumentId(documentId);
  const Wish wish = readWish(request);
  Json answer;
  engine.write(session.scope, [&](UnitOfWork& work) {
    Act act = openAct(work, session, operation, id);
    requireVersion(act.document, wish.version);
    requireDeletable(session, act, wish.permanently, work.now);
    audit::Entry entry = entryOf(session, act, operation);
    entry.detail.emplace_back(audit::permanentlyMember, std::int64_t{wish.permanently ? 1 : 0});
    const std::int64_t index = work.audit(entry);
    tellDeleted(work, act, index);
    answer = answerOf(session, act);
    answer["permanently"] = wish.permanently;
    if (wish.permanently) {
      purgeDocument(work, act.document);
    } else {
      moveToTrash(work, act.document);
      answer["goneAt"] = work.now + keptMs;
    }
  });
  return answer;
}

std::int64_t purgeTrashDue(Engine& engine, std::int64_t max) {
  const std::int64_t trashedUntil = engine.clockMs() - keptMs;
  std::vector<crossAccount::DocumentPlace> places;
  engine.database().read([&](Connection& db) { places = crossAccount::findTrash(db, trashedUntil, max); });
  std::int64_t purged = 0;
  std::exception_ptr failure;
  for (const auto& place : places) {
    try {
      bool done = false;
      engine.write(place.scope, [&](UnitOfWork& work) { done = purgeIfDue(work, place, trashedUntil); });
      if (done) ++purged;
    } catch (const std::exception&) {
      if (!failure) failure = std::current_exception();
    }
  }
  if (failure && purged == 0) std::rethrow_exception(failure);
  return purged;
}

std::optional<std::int64_t> nextPurgeAt(Engine& engine) {
  std::optional<std::int64_t> moment;
  engine.database().read([&](Connection& db) { moment = crossAccount::oldestTrashAt(db); });
  return moment ? std::optional(*moment + keptMs) : std::nullopt;
}

}  // namespace stead::documents
