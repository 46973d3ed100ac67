// A delivered message came back: the host says so, and the signers it was for need attention.
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "base/record_reader.h"
#include "documents/document_act.h"
#include "documents/document_rules.h"
#include "documents/document_store.h"
#include "documents/document_verbs.h"
#include "notifications/outbox_store.h"
#include "storage/cross_account.h"

namespace stead::documents {
namespace {

// The places of those who are waited for at the address the message went to.
std::vector<std::size_t> whoWasMissed(const std::vector<Party>& parties, std::string_view receiver) {
  std::vector<std::size_t> missed;
  for (std::size_t i = 0; i < parties.size(); ++i) {
    if (isPending(parties[i]) && parties[i].emailKey == receiver) missed.push_back(i);
  }
  return missed;
}

// The document a message tells of, as long as it is under way.
std::optional<Loaded> documentOf(UnitOfWork& work, const notifications::Message& message) {
  const std::string id = notifications::subjectOf(work.db, work.scope, message.row);
  auto document = findDocumentById(work.db, work.scope, id);
  if (!document || statusAt(*document, work.now) != DocumentStatus::inProgress) return std::nullopt;
  const std::int64_t row = document->row;
  return Loaded{std::move(*document), partiesOf(work.db, work.scope, row)};
}

std::vector<std::string> markMissed(UnitOfWork& work, Loaded& loaded, const std::vector<std::size_t>& missed) {
  std::vector<std::string> ids;
  for (const std::size_t i : missed) {
    loaded.parties[i].deliveryFailedAt = work.now;
    updateParty(work.db, work.scope, loaded.parties[i]);
    ids.push_back(loaded.parties[i].id);
  }
  touch(work, loaded.document);
  return ids;
}

void tell(UnitOfWork& work, const Loaded& loaded, std::size_t first, const std::string& messageId,
          const std::vector<std::string>& ids, const std::string& reason) {
  audit::Entry entry;
  entry.actorKind = audit::ActorKind::host;
  entry.operation = "signer.deliveryFailed";
  entry.subjectType = "document";
  entry.subjectId = loaded.document.id;
  entry.detail = {{"message", messageId}, {"signers", ids}};
  if (!reason.empty()) entry.personal.emplace_back("reason", reason);
  const std::int64_t index = work.audit(entry);
  auto news = newsOf(work.db, work.scope, loaded, notifications::DocumentEvent::deliveryFailed);
  news.subject = first;
  notifications::plan(work, index, news);
}

}  // namespace

Json bounced(Engine& engine, std::string_view messageId, const Json& request) {
  Violations violations;
  RecordReader in(request, violations);
  const std::string reason = in.text("reason", {.codePointsMax = limits::messageCodePointsMax}).value_or("");
  in.refuseUnknown();
  violations.throwIfAny();
  std::optional<crossAccount::MessagePlace> place;
  engine.database().read([&](Connection& db) { place = crossAccount::findMessage(db, messageId); });
  if (!place) throw Error(Code::messageNotFound, "there is no such message");
  Json answer;
  engine.write(place->scope, [&](UnitOfWork& work) {
    const auto message = notifications::findMessage(work.db, work.scope, place->row);
    if (!message || message->state != "sent") {
      throw Error(Code::messageNotFound, "only a message that was acknowledged can come back; report others as failed");
    }
    answer = {{"kind", message->kind}, {"signerIds", Json::array()}};
    auto loaded = documentOf(work, *message);
    if (!loaded) return;
    const auto missed = whoWasMissed(loaded->parties, message->receiver);
    if (missed.empty()) return;
    const auto ids = markMissed(work, *loaded, missed);
    tell(work, *loaded, missed.front(), std::string(messageId), ids, reason);
    answer["documentId"] = loaded->document.id;
    answer["signerIds"] = ids;
  });
  return answer;
}

}  // namespace stead::documents
