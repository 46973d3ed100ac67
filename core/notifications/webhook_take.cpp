// Messages to webhooks, signed at the moment they leave.
#include <nlohmann/json.hpp>
#include <optional>

#include "notifications/outbox_work.h"
#include "notifications/webhook_rules.h"
#include "notifications/webhook_store.h"
#include "notifications/webhook_verbs.h"

namespace stead::notifications {
namespace {

using crossAccount::Delivery;

struct Taken {
  Message message;
  Webhook webhook;
  std::int64_t now = 0;
};

// What is sent to an address that has not answered yet is the newest question only.
bool mayLeave(const Webhook& webhook, const Message& message) {
  const bool asks = std::string_view(message.kind).substr(webhookKindPrefix.size()) == verificationWord;
  if (!asks) return webhook.status == WebhookStatus::enabled;
  return webhook.status == WebhookStatus::pending &&
         parseStored(message.content).at("round").get<std::int64_t>() == webhook.round;
}

std::optional<Taken> taken(Connection& db, const crossAccount::MessagePlace& place, std::int64_t now) {
  auto message = findMessage(db, place.scope, place.row);
  if (!message) return std::nullopt;
  auto webhook = findWebhook(db, place.scope, message->receiver);
  if (!webhook || !mayLeave(*webhook, *message)) return std::nullopt;
  return Taken{std::move(*message), std::move(*webhook), now};
}

std::vector<Taken> takeDue(Engine& engine, Connection& db, const TakeRequest& request, std::int64_t now) {
  bringBackLeases(engine, db, Delivery::webhook, now);
  std::vector<Taken> out;
  for (std::int64_t looked = 0; looked < lookedAtMax;) {
    const std::int64_t wanted = request.max - static_cast<std::int64_t>(out.size());
    const auto places = crossAccount::findMessagesDue(db, Delivery::webhook, now, wanted);
    for (const auto& place : places) {
      auto one = taken(db, place, now);
      if (!one) {
        endMessage(db, place.scope, place.row, "dropped");
        continue;
      }
      leaseMessage(db, place.scope, place.row, now + request.leaseMs);
      ++one->message.lease;
      ++one->message.attempts;
      out.push_back(std::move(*one));
    }
    looked += static_cast<std::int64_t>(places.size());
    if (places.empty() || static_cast<std::int64_t>(out.size()) == request.max) break;
  }
  return out;
}

SigningKeys keysOf(const Secrets& secrets, const Taken& one) {
  SigningKeys keys{secrets.openWebhookSecret(one.webhook.id, one.webhook.secret)};
  if (one.webhook.previousSecret && one.webhook.previousUntil.value_or(0) > one.now) {
    keys.push_back(secrets.openWebhookSecret(one.webhook.id, *one.webhook.previousSecret));
  }
  return keys;
}

Json itemOf(const Engine& engine, const Taken& one) {
  const Message& message = one.message;
  const std::string word = message.kind.substr(webhookKindPrefix.size());
  const Json content = parseStored(message.content);
  const std::string body = writeJson(content.at("body"));
  Json headers = Json::object();
  for (const auto& [name, value] : webhookHeaders(keysOf(engine.secrets(), one), message.id, word, one.now, body)) {
    headers[name] = value;
  }
  Json item = {{"id", message.id},
               {"lease", message.lease},
               {"webhookId", one.webhook.id},
               {"event", word},
               {"url", one.webhook.url},
               {"headers", std::move(headers)},
               {"body", body},
               {"accountId", message.accountId},
               {"attempt", message.attempts},
               {"createdAt", message.createdAt}};
  for (const char* name : {"documentId", "identityId"}) {
    if (content.contains(name)) item[name] = content.at(name);
  }
  return item;
}

}  // namespace

Json takeWebhooks(Engine& engine, const Json& request) {
  const TakeRequest wanted = readTake(request);
  std::optional<std::int64_t> nextAt;
  const auto look = [&] {
    engine.database().read([&](Connection& db) { nextAt = crossAccount::nextMessageAt(db, Delivery::webhook); });
  };
  look();
  std::vector<Taken> messages;
  if (nextAt && *nextAt <= engine.clockMs()) {
    engine.writeAcrossAccounts([&](Connection& db, std::int64_t now) { messages = takeDue(engine, db, wanted, now); });
  }
  Json items = Json::array();
  for (const Taken& one : messages) {
    try {
      items.push_back(itemOf(engine, one));
    } catch (const std::exception& why) {
      // What cannot be signed must not stand in the way of the others.
      engine.writeAcrossAccounts([&](Connection& db, std::int64_t) {
        const auto held = findHeld(db, one.message.id, one.message.lease);
        if (held) bury(engine, db, held->scope, held->message, shortLine(why.what()));
      });
    }
  }
  look();
  Json answer = {{"items", std::move(items)}};
  if (nextAt) answer["nextDueAt"] = *nextAt;
  return answer;
}

}  // namespace stead::notifications
