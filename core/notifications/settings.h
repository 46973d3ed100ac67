// The 12 flags that say which mails an identity owner gets (contract 2.3).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/json.h"
#include "base/record_reader.h"

namespace stead::notifications {

enum class Flag : std::uint8_t {
  viewed,
  sent,
  deliveryFailed,
  declined,
  revoked,
  reassigned,
  completed,
  signed_,
  expired,
  authenticationFailed,
  reminders,
  attachSignedDocument
};
inline constexpr int flagCount = 12;

using Settings = std::int64_t;  // one bit per Flag, as stored

[[nodiscard]] const char* flagName(Flag flag) noexcept;  // "viewed", … "signed"
[[nodiscard]] Settings defaultSettings() noexcept;       // all but sent and attachSignedDocument
[[nodiscard]] bool wants(Settings settings, Flag flag) noexcept;
// Changes the flags the partial object names; wrong members become violations under `path`.
[[nodiscard]] Settings apply(Settings settings, const Json& partial, Violations& violations, const std::string& path);
[[nodiscard]] Json toJson(Settings settings);  // all 12 flags

}  // namespace stead::notifications
