// From an outbox row to what the host delivers: sender, addresses, subject, text, link.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "engine/options.h"

namespace stead::notifications {

// What is known only when the message leaves.
struct AtLeaving {
  std::vector<std::string> links;  // whole URLs, derived just now
  std::string checkpoint;          // signed note; "" when it could not be made
};

// {kind, channel, from, sender?, replyTo?, to, locale, subject, text, html, link?, attach?, documentId?, identityId?}.
// Throws Code::internalError when the content does not fit its text.
[[nodiscard]] Json compose(const EngineOptions& options, std::string_view kind, const Json& content,
                           const AtLeaving& leaving);

}  // namespace stead::notifications
