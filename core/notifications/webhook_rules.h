// Signatures, retries and ends of webhooks. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "notifications/webhook.h"

namespace stead::notifications {

inline constexpr std::int64_t webhooksPerAccountMax = 20;
// The first try and one after each step of the ladder.
inline constexpr std::int64_t webhookAttemptsMax = 7;

// The wait after the n-th attempt that failed: 1 min, 15 min, 45 min, 1 h, 8 h, 24 h (contract 6.1); 0 for none.
[[nodiscard]] std::int64_t webhookWaitAfter(std::int64_t attempts) noexcept;
// Whether the end of a message's ladder ends the subscription: not when something else got through meanwhile.
[[nodiscard]] bool endsSubscription(std::optional<std::int64_t> deliveredAt, std::int64_t messageCreatedAt) noexcept;

// The key that made `s0`, then the one before it while it is valid.
using SigningKeys = std::vector<std::string>;
// "t=<s>, s0=<hex>[, s1=<hex>]": hex HMAC-SHA256 of "<t>.<body>" under the whole text of a secret (contract 6.1).
[[nodiscard]] std::string boldSignSignature(const SigningKeys& keys, std::int64_t atSeconds, std::string_view body);
// "v1,<base64>[ v1,<base64>]": HMAC-SHA256 of "<id>.<t>.<body>" under the bytes behind "whsec_" (Standard Webhooks).
[[nodiscard]] std::string standardSignature(const SigningKeys& keys, std::string_view id, std::int64_t atSeconds,
                                            std::string_view body);

inline constexpr std::size_t webhookKeyBytes = 32;
// "whsec_<base64>".
[[nodiscard]] std::string webhookSecretText(ByteView key);

// What the request carries beside its body.
using Headers = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] Headers webhookHeaders(const SigningKeys& keys, std::string_view messageId, std::string_view event,
                                     std::int64_t nowMs, std::string_view body);

// An https URL of the shape all URLs here have.
[[nodiscard]] bool isWebhookUrl(std::string_view url) noexcept;

}  // namespace stead::notifications
