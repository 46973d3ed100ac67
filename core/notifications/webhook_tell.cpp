#include "notifications/webhook_tell.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "audit/canonical.h"
#include "engine/engine.h"
#include "notifications/event_rules.h"
#include "notifications/outbox_store.h"
#include "notifications/webhook_payload.h"
#include "notifications/webhook_store.h"

namespace stead::notifications {
namespace {

// Stores made to be repeated byte for byte are no real ones.
bool isLive(const Engine& engine) { return !engine.options().testClockMs; }

std::optional<Json> dataNow(UnitOfWork& work, EventData kind, std::string_view subjectId) {
  return kind == EventData::document ? documentData(work.db, work.scope, subjectId)
                                     : identityData(work.db, work.scope, subjectId);
}

// Nothing when the subject is not there: who is refused about an unknown id tells nobody of it.
std::optional<Json> bodyOf(UnitOfWork& work, const Happened& event, const EventRow& row) {
  auto data = dataNow(work, row.data, event.subjectId);
  if (!data && !event.lastState.empty()) data = parseStored(event.lastState);
  if (!data) return std::nullopt;
  Json body = Json::object();
  if (row.data == EventData::document) {
    if (auto context = eventContext(row.word, event.actorKind, event.actorId)) body["context"] = std::move(*context);
    body["document"] = *data;
  }
  body["data"] = std::move(*data);
  return body;
}

void insert(UnitOfWork& work, std::int64_t index, std::string_view webhookId, std::string_view webhookName,
            std::string_view word, Json content) {
  const std::string id = work.newId();
  const std::string kind = std::string(webhookKindPrefix) + std::string(word);
  content["to"] = {{"name", webhookName}, {"email", ""}};
  content["webhookId"] = webhookId;
  content["body"]["event"] = eventHead(id, word, work.now, isLive(work.engine));
  const std::string text = writeJson(content);
  insertMessage(work.db, work.scope,
                {.id = id,
                 .auditIndex = index,
                 .kind = kind,
                 .receiver = webhookId,
                 .content = text,
                 .notBefore = work.now,
                 .channel = "webhook"},
                work.now);
}

void tell(UnitOfWork& work, const Happened& event, const std::vector<Listener>& listeners) {
  const EventRow* row = eventWithWord(event.word);
  if (row == nullptr) return;
  std::optional<Json> body;  // made when somebody wants it
  for (const Listener& listener : listeners) {
    if (!listener.wants(event.word)) continue;
    if (!body) body = bodyOf(work, event, *row);
    if (!body) return;
    Json content = {{"body", *body}};
    content[row->data == EventData::document ? "documentId" : "identityId"] = event.subjectId;
    insert(work, event.index, listener.id, listener.name, event.word, std::move(content));
  }
}

}  // namespace

void keepForSubscribers(UnitOfWork& work, std::int64_t index, const audit::Entry& entry) {
  const EventRow* row = eventOf(entry.operation, entry.outcome, audit::actorKindName(entry.actorKind));
  if (row == nullptr) return;
  Happened event{index, row->word, entry.subjectId, entry.actorKind, entry.actorId, {}};
  if (row->isEnd && !listenersOf(work.db, work.scope).empty()) {
    if (const auto data = dataNow(work, row->data, entry.subjectId)) event.lastState = writeJson(*data);
  }
  work.happened.push_back(std::move(event));
}

void tellSubscribers(UnitOfWork& work) {
  if (work.happened.empty()) return;
  const auto listeners = listenersOf(work.db, work.scope);
  if (listeners.empty()) return;
  for (const Happened& event : work.happened) tell(work, event, listeners);
}

void askToVerify(UnitOfWork& work, std::int64_t index, std::string_view webhookId, std::string_view name,
                 std::int64_t round) {
  insert(work, index, webhookId, name, verificationWord, {{"round", round}, {"body", Json::object()}});
}

void resealWebhooks(UnitOfWork& work) {
  const Secrets& secrets = work.engine.secrets();
  const auto sealedAnew = [&](const std::string& id, const Bytes& sealed) {
    crypto::SealNonce nonce{};
    work.engine.ids().random(nonce);
    return secrets.sealWebhookSecret(id, secrets.openWebhookSecret(id, sealed), nonce);
  };
  for (Webhook& webhook : allWebhooks(work.db, work.scope)) {
    webhook.secret = sealedAnew(webhook.id, webhook.secret);
    if (webhook.previousSecret) webhook.previousSecret = sealedAnew(webhook.id, *webhook.previousSecret);
    updateWebhook(work.db, work.scope, webhook);
  }
}

}  // namespace stead::notifications
