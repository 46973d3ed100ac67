#include "notifications/webhook_rules.h"

#include <algorithm>
#include <array>

#include "base/limits.h"
#include "base/text.h"

namespace stead::notifications {
namespace {

constexpr std::int64_t minuteMs = std::int64_t{60} * 1000;
constexpr std::array<std::int64_t, webhookAttemptsMax - 1> ladder{1 * minuteMs,   15 * minuteMs,      45 * minuteMs,
                                                                  limits::hourMs, 8 * limits::hourMs, limits::dayMs};

constexpr std::string_view secretPrefix = "whsec_";

Bytes keyBytesOf(std::string_view secret) {
  return crypto::fromBase64(secret.substr(secretPrefix.size())).value_or(Bytes());
}

}  // namespace

const char* webhookStatusName(WebhookStatus status) noexcept {
  switch (status) {
    case WebhookStatus::pending:
      return "Pending";
    case WebhookStatus::enabled:
      return "Enabled";
    case WebhookStatus::disabled:
      break;
  }
  return "Disabled";
}

std::int64_t webhookWaitAfter(std::int64_t attempts) noexcept {
  if (attempts <= 0) return 0;
  return ladder[static_cast<std::size_t>(std::min<std::int64_t>(attempts, ladder.size())) - 1];
}

bool endsSubscription(std::optional<std::int64_t> deliveredAt, std::int64_t messageCreatedAt) noexcept {
  return !deliveredAt || *deliveredAt < messageCreatedAt;
}

std::string boldSignSignature(const SigningKeys& keys, std::int64_t atSeconds, std::string_view body) {
  const std::string at = std::to_string(atSeconds);
  std::string out = "t=" + at;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const Hash mac = crypto::hmacSha256(bytesOf(keys[i]), {bytesOf(at), bytesOf("."), bytesOf(body)});
    out += ", s" + std::to_string(i) + "=" + crypto::hex(mac);
  }
  return out;
}

std::string standardSignature(const SigningKeys& keys, std::string_view id, std::int64_t atSeconds,
                              std::string_view body) {
  const std::string at = std::to_string(atSeconds);
  std::string out;
  for (const std::string& key : keys) {
    Bytes secret = keyBytesOf(key);
    const Hash mac = crypto::hmacSha256(secret, {bytesOf(id), bytesOf("."), bytesOf(at), bytesOf("."), bytesOf(body)});
    crypto::wipe(secret);
    out += (out.empty() ? "v1," : " v1,") + crypto::base64(mac);
  }
  return out;
}

std::string webhookSecretText(ByteView key) { return std::string(secretPrefix) + crypto::base64(key); }

Headers webhookHeaders(const SigningKeys& keys, std::string_view messageId, std::string_view event, std::int64_t nowMs,
                       std::string_view body) {
  const std::int64_t seconds = nowMs / 1000;
  return {{"Content-Type", "application/json"},
          {"X-BoldSign-Event", std::string(event)},
          {"X-BoldSign-Signature", boldSignSignature(keys, seconds, body)},
          {"webhook-id", std::string(messageId)},
          {"webhook-timestamp", std::to_string(seconds)},
          {"webhook-signature", standardSignature(keys, messageId, seconds, body)}};
}

bool isWebhookUrl(std::string_view url) noexcept {
  constexpr std::string_view scheme = "https://";
  return text::equalsIgnoringAsciiCase(url.substr(0, scheme.size()), scheme) && text::isHttpUrl(url);
}

}  // namespace stead::notifications
