// A subscription: where an account wants to be told of which events (contract 6).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/crypto.h"

namespace stead::notifications {

enum class WebhookStatus : std::uint8_t {
  pending,   // its address has not answered the verification yet
  enabled,   // is told
  disabled,  // by an Admin, or because nothing could be delivered
};
[[nodiscard]] const char* webhookStatusName(WebhookStatus status) noexcept;  // "Pending", …

struct Webhook {
  std::int64_t row = 0;
  std::string id;
  std::string name;
  std::string url;
  std::vector<std::string> events;  // words of contract 6.2
  WebhookStatus status = WebhookStatus::pending;
  std::int64_t round = 1;                     // which verification request counts
  Bytes secret;                               // sealed under the host secret
  std::optional<Bytes> previousSecret;        // sealed; signs too until …
  std::optional<std::int64_t> previousUntil;  // … this moment
  std::optional<std::int64_t> verifiedAt;
  std::optional<std::int64_t> deliveredAt;   // last
  std::optional<std::int64_t> failingSince;  // first failure after the last delivery
  std::optional<std::string> lastError;
  std::optional<std::int64_t> disabledAt;
  std::int64_t version = 1;
  std::int64_t createdAt = 0;
  std::int64_t updatedAt = 0;
};

// The kind of the message that asks an address to answer; all others are "webhook." and the event's word.
inline constexpr std::string_view verificationWord = "Verification";
inline constexpr std::string_view webhookKindPrefix = "webhook.";

}  // namespace stead::notifications
