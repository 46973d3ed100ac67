// Rows of webhook subscriptions.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "notifications/webhook.h"
#include "storage/database.h"

namespace stead::notifications {

[[nodiscard]] std::optional<Webhook> findWebhook(Connection& db, AccountScope scope, std::string_view id);
// Newest first, below row key `before`.
[[nodiscard]] std::vector<Webhook> listWebhooks(Connection& db, AccountScope scope, std::int64_t before,
                                                std::int64_t offset, std::int64_t max);
[[nodiscard]] std::vector<Webhook> allWebhooks(Connection& db, AccountScope scope);
[[nodiscard]] std::int64_t countWebhooks(Connection& db, AccountScope scope);
// Fills webhook.row.
void insertWebhook(Connection& db, AccountScope scope, Webhook& webhook);
// Writes every column that may change, version included (the caller has raised it).
void updateWebhook(Connection& db, AccountScope scope, const Webhook& webhook);
void deleteWebhook(Connection& db, AccountScope scope, const Webhook& webhook);

// Who is told: id and events of those that are enabled.
struct Listener {
  std::string id;
  std::string name;
  std::string events;  // space separated

  [[nodiscard]] bool wants(std::string_view word) const noexcept;
};
[[nodiscard]] std::vector<Listener> listenersOf(Connection& db, AccountScope scope);

}  // namespace stead::notifications
