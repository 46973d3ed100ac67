#include "notifications/webhook_ends.h"

#include <nlohmann/json.hpp>

#include "base/json.h"
#include "notifications/plan.h"
#include "notifications/webhook_rules.h"
#include "notifications/webhook_store.h"
#include "people/user_store.h"

namespace stead::notifications {
namespace {

constexpr std::int64_t adminsToldMax = 20;

bool isVerification(const Message& message) {
  return std::string_view(message.kind).substr(webhookKindPrefix.size()) == verificationWord;
}

// A verification that was made before the address changed says nothing about the address of now.
bool isOfThisRound(const Webhook& webhook, const Message& message) {
  const Json content = parseStored(message.content);
  return content.at("round").get<std::int64_t>() == webhook.round;
}

audit::Entry entryOf(std::string_view operation, const Webhook& webhook) {
  audit::Entry entry;
  entry.actorKind = audit::ActorKind::system;
  entry.operation = operation;
  entry.subjectType = "webhook";
  entry.subjectId = webhook.id;
  return entry;
}

void verified(UnitOfWork& work, Webhook& webhook) {
  webhook.status = WebhookStatus::enabled;
  webhook.verifiedAt = work.now;
  webhook.version += 1;
  webhook.updatedAt = work.now;
  work.audit(entryOf("webhook.verify", webhook));
}

WebhookNews newsOf(UnitOfWork& work, const Webhook& webhook, const std::string& error) {
  WebhookNews news;
  news.webhookId = webhook.id;
  news.name = webhook.name;
  news.url = webhook.url;
  news.error = error;
  for (const auto& admin : people::activeAdmins(work.db, work.scope, adminsToldMax)) {
    news.admins.push_back({admin.name, admin.email, admin.emailKey, "EN"});
  }
  return news;
}

void disable(UnitOfWork& work, Webhook& webhook, const std::string& error) {
  webhook.status = WebhookStatus::disabled;
  webhook.disabledAt = work.now;
  webhook.version += 1;
  webhook.updatedAt = work.now;
  audit::Entry entry = entryOf("webhook.disable", webhook);
  entry.reason = "undelivered";
  const std::int64_t index = work.audit(entry);
  plan(work, index, newsOf(work, webhook, error));
}

}  // namespace

bool isWebhook(std::string_view messageKind) noexcept {
  return messageKind.starts_with(webhookKindPrefix) && messageKind != "webhook.disabled.admin";
}

void delivered(UnitOfWork& work, const Message& message) {
  auto webhook = findWebhook(work.db, work.scope, message.receiver);
  if (!webhook) return;
  webhook->deliveredAt = work.now;
  webhook->failingSince.reset();
  webhook->lastError.reset();
  if (webhook->status == WebhookStatus::pending && isVerification(message) && isOfThisRound(*webhook, message)) {
    verified(work, *webhook);
  }
  updateWebhook(work.db, work.scope, *webhook);
}

void failing(UnitOfWork& work, const Message& message, const std::string& error) {
  auto webhook = findWebhook(work.db, work.scope, message.receiver);
  if (!webhook) return;
  if (!webhook->failingSince) webhook->failingSince = work.now;
  webhook->lastError = error;
  updateWebhook(work.db, work.scope, *webhook);
}

void undelivered(UnitOfWork& work, const Message& message, const std::string& error) {
  failing(work, message, error);
  auto webhook = findWebhook(work.db, work.scope, message.receiver);
  if (!webhook || webhook->status == WebhookStatus::disabled) return;
  if (isVerification(message) && !isOfThisRound(*webhook, message)) return;
  if (!endsSubscription(webhook->deliveredAt, message.createdAt)) return;
  disable(work, *webhook, error);
  updateWebhook(work.db, work.scope, *webhook);
}

}  // namespace stead::notifications
