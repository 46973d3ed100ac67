// More time for the signers. What has expired is under way again (contract 4.3).
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "base/record_reader.h"
#include "documents/document_act.h"
#include "documents/document_rules.h"
#include "documents/document_store.h"
#include "documents/document_verbs.h"

namespace stead::documents {
namespace {

constexpr std::string_view operation = "document.extendExpiry";

struct Wish {
  std::int64_t expiresAt = 0;
  std::optional<std::int64_t> version;
};

Wish readWish(const Json& request) {
  Violations violations;
  RecordReader in(request, violations);
  Wish wish;
  const auto at = in.time("expiresAt");
  if (!in.has("expiresAt") || in.isNull("expiresAt")) in.violation("expiresAt", "is required: the new deadline");
  wish.expiresAt = at.value_or(0);
  wish.version = readVersion(in);
  in.refuseUnknown();
  violations.throwIfAny();
  return wish;
}

void requireLater(const Document& document, std::int64_t expiresAt, std::int64_t now) {
  const std::int64_t after = std::max(now, document.expiresAt.value_or(now));
  if (expiresAt <= after) {
    throw fieldError(Code::invalidRecord, "/expiresAt",
                     "must be later than the deadline the document has, and than now");
  }
  if (expiresAt > now + limits::expiryDaysMax * limits::dayMs) {
    throw fieldError(Code::invalidRecord, "/expiresAt",
                     "must be at most " + std::to_string(limits::expiryDaysMax) + " days in the future");
  }
}

}  // namespace

Json extendExpiry(Engine& engine, const Session& session, std::string_view documentId, const Json& request) {
  const std::string id = readDocumentId(documentId);
  const Wish wish = readWish(request);
  Json answer;
  engine.write(session.scope, [&](UnitOfWork& work) {
    Act act = openAct(work, session, operation, id);
    Document& document = act.document;
    requireVersion(document, wish.version);
    const DocumentStatus before = statusAt(document, work.now);
    if (!canExtendExpiry(before)) refuseState(session, act, operation, work.now);
    requireLater(document, wish.expiresAt, work.now);
    audit::Entry entry = entryOf(session, act, operation);
    entry.detail = {{"from", document.expiresAt.value_or(0)}, {"to", wish.expiresAt}};
    document.status = DocumentStatus::inProgress;
    document.endedAt.reset();
    document.expiresAt = wish.expiresAt;
    touch(work, document);
    const std::int64_t index = work.audit(entry);
    // Who was told that the time is over hears that it is not.
    if (before == DocumentStatus::expired) {
      notifications::plan(work, index,
                          newsOf(work.db, work.scope, act, notifications::DocumentEvent::reopened, &act.right));
    }
    answer = answerOf(session, act);
    answer["status"] = documentStatusName(document.status);
    answer["expiresAt"] = wish.expiresAt;
    answer["version"] = document.version;
  });
  return answer;
}

}  // namespace stead::documents
