#include "notifications/webhook_verbs.h"

#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/limits.h"
#include "base/paging.h"
#include "base/record_reader.h"
#include "base/text.h"
#include "delegation/guard.h"
#include "notifications/event_verbs.h"
#include "notifications/webhook_rules.h"
#include "notifications/webhook_store.h"
#include "notifications/webhook_tell.h"

namespace stead::notifications {
namespace {

constexpr std::string_view listName = "webhooks";
constexpr std::int64_t previousValidMsDefault = limits::dayMs;
constexpr std::int64_t previousValidMsMax = 7 * limits::dayMs;

Json webhookRecord(const Webhook& webhook) {
  Json record = {{"id", webhook.id},
                 {"name", webhook.name},
                 {"url", webhook.url},
                 {"events", webhook.events},
                 {"status", webhookStatusName(webhook.status)},
                 {"version", webhook.version},
                 {"createdAt", webhook.createdAt},
                 {"updatedAt", webhook.updatedAt}};
  const std::pair<const char*, std::optional<std::int64_t>> moments[] = {
      {"verifiedAt", webhook.verifiedAt},
      {"deliveredAt", webhook.deliveredAt},
      {"failingSince", webhook.failingSince},
      {"disabledAt", webhook.disabledAt},
      {"previousSecretUntil", webhook.previousUntil}};
  for (const auto& [name, moment] : moments) {
    if (moment) record[name] = *moment;
  }
  if (webhook.lastError) record["lastError"] = *webhook.lastError;
  return record;
}

std::string readWebhookId(std::string_view text) {
  std::string id = text::asciiLower(text::trim(text));
  if (!text::isGuid(id)) throw Error(Code::malformedArgument, "the webhook id is not an id");
  return id;
}

// What create and update ask for; absent: not named.
struct Wanted {
  std::optional<std::string> name;
  std::optional<std::string> url;
  std::optional<std::vector<std::string>> events;
  std::optional<bool> enabled;
  std::optional<std::int64_t> version;
  std::optional<std::string> requestId;
};

void readShared(RecordReader& in, Violations& violations, bool required, Wanted& out) {
  out.name = in.text("name", {.required = required || in.has("name"), .codePointsMax = limits::nameCodePointsMax});
  out.url = in.text("url", {.required = required || in.has("url")});
  if (out.url && !isWebhookUrl(*out.url)) {
    in.violation("url", "must be an https URL, e.g. https://cubeflakes.com/hooks/sign");
  }
  if (!required && !in.has("events")) return;
  out.events = readEventWords(in, violations, "events");
  if (out.events->empty()) in.violation("events", "must name at least one event of contract 6.2");
}

Wanted readNew(const Json& request) {
  Wanted out;
  Violations violations;
  RecordReader in(request, violations);
  readShared(in, violations, true, out);
  out.requestId = readRequestId(in);
  in.refuseUnknown();
  violations.throwIfAny();
  return out;
}

Wanted readChange(const Json& request) {
  Wanted out;
  Violations violations;
  RecordReader in(request, violations);
  readShared(in, violations, false, out);
  out.enabled = in.boolean("enabled");
  out.version = readVersion(in);
  in.refuseUnknown();
  if (!out.name && !out.url && !out.events && !out.enabled && violations.empty()) {
    violations.add("", "name at least one of name, url, events, enabled");
  }
  violations.throwIfAny();
  return out;
}

// A secret of its own, sealed into `place`; the answer is the only one who sees it.
std::string makeSecret(Engine& engine, const std::string& webhookId, Bytes& place) {
  std::array<std::uint8_t, webhookKeyBytes> key{};
  engine.ids().random(key);
  std::string secret = webhookSecretText(key);
  crypto::wipe(key);
  crypto::SealNonce nonce{};
  engine.ids().random(nonce);
  place = engine.secrets().sealWebhookSecret(webhookId, secret, nonce);
  return secret;
}

audit::Entry entryOf(const Session& session, const delegation::Right& right, std::string_view operation,
                     const Webhook& webhook) {
  audit::Entry entry = delegation::entryFor(session, right, operation, "webhook", webhook.id);
  entry.detail = {{"url", webhook.url}, {"events", webhook.events}};
  return entry;
}

Json open(UnitOfWork& work, const Session& session, const delegation::Right& right, const Wanted& wanted,
          std::string& secret) {
  if (countWebhooks(work.db, work.scope) >= webhooksPerAccountMax) {
    throw Error(Code::tooLarge, "an account can have " + std::to_string(webhooksPerAccountMax) +
                                    " webhooks; delete one first (webhook.delete)");
  }
  Webhook webhook;
  webhook.id = work.newId();
  webhook.name = *wanted.name;
  webhook.url = *wanted.url;
  webhook.events = *wanted.events;
  webhook.createdAt = webhook.updatedAt = work.now;
  secret = makeSecret(work.engine, webhook.id, webhook.secret);
  insertWebhook(work.db, work.scope, webhook);
  const std::int64_t index = work.audit(entryOf(session, right, "webhook.create", webhook));
  askToVerify(work, index, webhook.id, webhook.name, webhook.round);
  return webhookRecord(webhook);
}

Webhook requireWebhook(UnitOfWork& work, const std::string& id, std::optional<std::int64_t> version) {
  auto webhook = findWebhook(work.db, work.scope, id);
  if (!webhook) throw Error(Code::webhookNotFound, "the account has no webhook with this id");
  if (version && *version != webhook->version) {
    throw Error(Code::versionMoved, "the webhook has changed since it was read; read it again",
                {{"/version", "is " + std::to_string(webhook->version) + " now"}});
  }
  return std::move(*webhook);
}

// Whether the address has to answer anew.
bool change(Webhook& webhook, const Wanted& wanted, std::int64_t now) {
  const bool moves = wanted.url && *wanted.url != webhook.url;
  const bool wakes = wanted.enabled == true && webhook.status == WebhookStatus::disabled;
  if (wanted.name) webhook.name = *wanted.name;
  if (wanted.url) webhook.url = *wanted.url;
  if (wanted.events) webhook.events = *wanted.events;
  webhook.version += 1;
  webhook.updatedAt = now;
  if (wanted.enabled == false) {
    if (webhook.status != WebhookStatus::disabled) webhook.disabledAt = now;
    webhook.status = WebhookStatus::disabled;
    return false;
  }
  if (!wakes && !(moves && webhook.status != WebhookStatus::disabled)) return false;
  webhook.status = WebhookStatus::pending;
  webhook.round += 1;
  webhook.verifiedAt.reset();
  webhook.failingSince.reset();
  webhook.lastError.reset();
  webhook.disabledAt.reset();
  return true;
}

std::int64_t readPreviousValid(const Json& request) {
  Violations violations;
  RecordReader in(request, violations);
  const auto valid = in.integer("previousValidMs", 0, previousValidMsMax).value_or(previousValidMsDefault);
  in.refuseUnknown();
  violations.throwIfAny();
  return valid;
}

}  // namespace

Json createWebhook(Engine& engine, const Session& session, const Json& request) {
  constexpr std::string_view operation = "webhook.create";
  const Wanted wanted = readNew(request);
  const Hash bodyHash = crypto::sha256(bytesOf(writeJson(request)));
  std::string secret;  // empty when the answer is that of an earlier call
  std::string answer;
  engine.write(session.scope, [&](UnitOfWork& work) {
    secret.clear();
    const auto right = delegation::require(work, session, operation, "account", session.accountId);
    answer = once(work, session.userRow, operation, wanted.requestId, bodyHash,
                  [&] { return writeJson(open(work, session, right, wanted, secret)); });
  });
  Json record = parseStored(answer);
  if (!secret.empty()) record["secret"] = std::move(secret);
  return record;
}

Json listWebhooksOf(Engine& engine, const Session& session, const Json& request) {
  Violations violations;
  RecordReader in(request, violations);
  const PageRequest page = readPage(in, listName);
  in.refuseUnknown();
  violations.throwIfAny();
  std::vector<Webhook> webhooks;
  Total total;
  engine.read(session.scope, [&](Connection& db, std::int64_t now) {
    (void)delegation::requireForReadOf(db, now, session, "webhook.view", "account", session.accountId);
    const std::int64_t before = page.after ? page.after->front() : limits::integerAbsMax;
    webhooks = listWebhooks(db, session.scope, before, page.after ? 0 : page.offset(), page.pageSize + 1);
    total.count = countWebhooks(db, session.scope);
  });
  std::optional<std::string> next;
  if (webhooks.size() > static_cast<std::size_t>(page.pageSize)) {
    webhooks.resize(static_cast<std::size_t>(page.pageSize));
    next = encodeCursor(listName, {webhooks.back().row});
  }
  Json items = Json::array();
  for (const Webhook& webhook : webhooks) items.push_back(webhookRecord(webhook));
  return pageAnswer(std::move(items), next, total);
}

Json updateWebhookOf(Engine& engine, const Session& session, std::string_view webhookId, const Json& request) {
  constexpr std::string_view operation = "webhook.update";
  const std::string id = readWebhookId(webhookId);
  const Wanted wanted = readChange(request);
  Json answer;
  engine.write(session.scope, [&](UnitOfWork& work) {
    const auto right = delegation::require(work, session, operation, "webhook", id);
    Webhook webhook = requireWebhook(work, id, wanted.version);
    const bool asks = change(webhook, wanted, work.now);
    updateWebhook(work.db, work.scope, webhook);
    const std::int64_t index = work.audit(entryOf(session, right, operation, webhook));
    if (asks) askToVerify(work, index, webhook.id, webhook.name, webhook.round);
    answer = webhookRecord(webhook);
  });
  return answer;
}

Json removeWebhook(Engine& engine, const Session& session, std::string_view webhookId) {
  constexpr std::string_view operation = "webhook.delete";
  const std::string id = readWebhookId(webhookId);
  engine.write(session.scope, [&](UnitOfWork& work) {
    const auto right = delegation::require(work, session, operation, "webhook", id);
    const Webhook webhook = requireWebhook(work, id, std::nullopt);
    deleteWebhook(work.db, work.scope, webhook);
    work.audit(entryOf(session, right, operation, webhook));
  });
  return {{"id", id}};
}

Json rollWebhookSecret(Engine& engine, const Session& session, std::string_view webhookId, const Json& request) {
  constexpr std::string_view operation = "webhook.rollSecret";
  const std::string id = readWebhookId(webhookId);
  const std::int64_t previousValidMs = readPreviousValid(request);
  Json answer;
  engine.write(session.scope, [&](UnitOfWork& work) {
    const auto right = delegation::require(work, session, operation, "webhook", id);
    Webhook webhook = requireWebhook(work, id, std::nullopt);
    webhook.previousSecret = std::move(webhook.secret);
    webhook.previousUntil = work.now + previousValidMs;
    const std::string secret = makeSecret(engine, webhook.id, webhook.secret);
    webhook.version += 1;
    webhook.updatedAt = work.now;
    updateWebhook(work.db, work.scope, webhook);
    work.audit(entryOf(session, right, operation, webhook));
    answer = webhookRecord(webhook);
    answer["secret"] = secret;
  });
  return answer;
}

}  // namespace stead::notifications
