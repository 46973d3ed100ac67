#include "notifications/webhook_store.h"

#include "base/limits.h"
#include "notifications/webhook_rules.h"

namespace stead::notifications {
namespace {

std::vector<std::string> wordsIn(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const auto space = text.find(' ');
    words.emplace_back(text.substr(0, space));
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
  }
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

WebhookStatus statusNamed(std::string_view name) {
  if (name == "Enabled") return WebhookStatus::enabled;
  return name == "Pending" ? WebhookStatus::pending : WebhookStatus::disabled;
}

Bytes bytesIn(const Statement& found, int column) {
  const ByteView bytes = found.bytes(column);
  return {bytes.begin(), bytes.end()};
}

Webhook webhookIn(const Statement& found) {
  Webhook webhook;
  webhook.row = found.integer(0);
  webhook.id = found.text(1);
  webhook.name = found.text(2);
  webhook.url = found.text(3);
  webhook.events = wordsIn(found.text(4));
  webhook.status = statusNamed(found.text(5));
  webhook.round = found.integer(6);
  webhook.secret = bytesIn(found, 7);
  if (!found.isNull(8)) webhook.previousSecret = bytesIn(found, 8);
  webhook.previousUntil = found.maybeInteger(9);
  webhook.verifiedAt = found.maybeInteger(10);
  webhook.deliveredAt = found.maybeInteger(11);
  webhook.failingSince = found.maybeInteger(12);
  webhook.lastError = found.maybeText(13);
  webhook.disabledAt = found.maybeInteger(14);
  webhook.version = found.integer(15);
  webhook.createdAt = found.integer(16);
  webhook.updatedAt = found.integer(17);
  return webhook;
}

}  // namespace

std::optional<Webhook> findWebhook(Connection& db, AccountScope scope, std::string_view id) {
  auto found = db.query(
      "SELECT id, uid, name, url, events, status, round, secret, previous_secret, previous_until, verified_at, "
      "delivered_at, failing_since, last_error, disabled_at, version, created_at, updated_at FROM webhook "
      "WHERE uid = $2 AND account_id = $1",
      scope.account, id);
  if (!found.step()) return std::nullopt;
  return webhookIn(found);
}

std::vector<Webhook> listWebhooks(Connection& db, AccountScope scope, std::int64_t before, std::int64_t offset,
                                  std::int64_t max) {
  auto found = db.query(
      "SELECT id, uid, name, url, events, status, round, secret, previous_secret, previous_until, verified_at, "
      "delivered_at, failing_since, last_error, disabled_at, version, created_at, updated_at FROM webhook "
      "WHERE account_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3 OFFSET $4",
      scope.account, before, max, offset);
  std::vector<Webhook> webhooks;
  while (found.step()) webhooks.push_back(webhookIn(found));
  return webhooks;
}

std::vector<Webhook> allWebhooks(Connection& db, AccountScope scope) {
  return listWebhooks(db, scope, limits::integerAbsMax, 0, webhooksPerAccountMax);
}

std::int64_t countWebhooks(Connection& db, AccountScope scope) {
  auto count = db.query("SELECT count(*) FROM webhook WHERE account_id = $1", scope.account);
  return count.step() ? count.integer(0) : 0;
}

void insertWebhook(Connection& db, AccountScope scope, Webhook& webhook) {
  webhook.row = db.insert(
      "INSERT INTO webhook (account_id, uid, name, url, events, status, round, secret, version, created_at, "
      "updated_at) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
      scope.account, webhook.id, webhook.name, webhook.url, joined(webhook.events), webhookStatusName(webhook.status),
      webhook.round, webhook.secret, webhook.version, webhook.createdAt, webhook.updatedAt);
}

void updateWebhook(Connection& db, AccountScope scope, const Webhook& webhook) {
  db.run(
      "UPDATE webhook SET name = $3, url = $4, events = $5, status = $6, round = $7, secret = $8, previous_secret = "
      "$9, "
      "previous_until = $10, verified_at = $11, delivered_at = $12, failing_since = $13, last_error = $14, "
      "disabled_at = $15, version = $16, updated_at = $17 WHERE id = $2 AND account_id = $1",
      scope.account, webhook.row, webhook.name, webhook.url, joined(webhook.events), webhookStatusName(webhook.status),
      webhook.round, webhook.secret, webhook.previousSecret, webhook.previousUntil, webhook.verifiedAt,
      webhook.deliveredAt, webhook.failingSince, webhook.lastError, webhook.disabledAt, webhook.version,
      webhook.updatedAt);
}

void deleteWebhook(Connection& db, AccountScope scope, const Webhook& webhook) {
  db.run("DELETE FROM webhook WHERE id = $2 AND account_id = $1", scope.account, webhook.row);
}

bool Listener::wants(std::string_view word) const noexcept {
  std::string_view rest = events;
  while (!rest.empty()) {
    const auto space = rest.find(' ');
    if (rest.substr(0, space) == word) return true;
    rest.remove_prefix(space == std::string_view::npos ? rest.size() : space + 1);
  }
  return false;
}

std::vector<Listener> listenersOf(Connection& db, AccountScope scope) {
  std::vector<Listener> listeners;
  auto found = db.query(
      "SELECT uid, name, events FROM webhook WHERE account_id = $1 AND status = 'Enabled' ORDER BY id", scope.account);
  while (found.step()) listeners.push_back({found.text(0), found.text(1), found.text(2)});
  return listeners;
}

}  // namespace stead::notifications
