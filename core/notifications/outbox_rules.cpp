#include "notifications/outbox_rules.h"

#include <algorithm>

#include "base/limits.h"

namespace stead::notifications {
namespace {

constexpr std::int64_t firstWaitMs = std::int64_t{60} * 1000;
constexpr std::int64_t longestWaitMs = 6 * limits::hourMs;

}  // namespace

std::int64_t waitAfter(std::int64_t attempts) noexcept {
  if (attempts <= 0) return 0;
  const auto doublings = std::min<std::int64_t>(attempts - 1, 16);
  return std::min(firstWaitMs << doublings, longestWaitMs);
}

bool needsOpenLink(std::string_view kind) noexcept {
  return kind == "identity.asked.owner" || kind == "user.invited.invitee" || kind == "document.request.signer" ||
         kind == "document.reminder.signer" || kind == "document.reopened.signer";
}

}  // namespace stead::notifications
