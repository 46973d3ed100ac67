// What mails and webhooks share of the outbox: leases that ran out, messages held, dead ones.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "engine/engine.h"
#include "notifications/outbox_store.h"
#include "storage/cross_account.h"

namespace stead::notifications {

struct TakeRequest {
  std::int64_t max = 10;
  std::int64_t leaseMs = std::int64_t{60} * 1000;
};
// {max?, leaseMs?}.
[[nodiscard]] TakeRequest readTake(const Json& request);
inline constexpr std::int64_t lookedAtMax = 500;  // rows one take drops or returns before it answers

// How often a message is tried, and the wait after its n-th attempt.
[[nodiscard]] std::int64_t attemptsMaxOf(const Message& message) noexcept;
[[nodiscard]] std::int64_t waitOf(const Message& message, std::int64_t attempts) noexcept;

// Dead, with its entry; a webhook may end with it.
void bury(Engine& engine, Connection& db, AccountScope scope, const Message& message, const std::string& error);
// Leases that ran out count as attempts: the first comes back at once, so that a caller that died costs no time.
void bringBackLeases(Engine& engine, Connection& db, crossAccount::Delivery how, std::int64_t now);

// The message whose lease the caller holds: nobody has taken, failed or ended it since.
struct Held {
  AccountScope scope;
  Message message;
};
[[nodiscard]] std::optional<Held> findHeld(Connection& db, std::string_view messageId, std::int64_t lease);
[[nodiscard]] Held requireHeld(Connection& db, std::string_view messageId, std::int64_t lease);

// The host's words about a failed delivery: one line, not for ever.
[[nodiscard]] std::string shortLine(std::string_view error);

}  // namespace stead::notifications
