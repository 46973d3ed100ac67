// When a message is tried again, and when it has lost its purpose. Pure.
#pragma once

#include <cstdint>
#include <string_view>

namespace stead::notifications {

inline constexpr std::int64_t attemptsMax = 10;

// The wait after the n-th attempt: 0 for none, then 1 minute, doubling, at most 6 hours.
[[nodiscard]] std::int64_t waitAfter(std::int64_t attempts) noexcept;

// Kinds that ask for an act: without a link that can still be used they do not leave.
[[nodiscard]] bool needsOpenLink(std::string_view kind) noexcept;

}  // namespace stead::notifications
