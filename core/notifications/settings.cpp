#include "notifications/settings.h"

#include <array>
#include <nlohmann/json.hpp>

namespace stead::notifications {
namespace {

constexpr std::array<const char*, flagCount> names{"viewed",         "sent",
                                                   "deliveryFailed", "declined",
                                                   "revoked",        "reassigned",
                                                   "completed",      "signed",
                                                   "expired",        "authenticationFailed",
                                                   "reminders",      "attachSignedDocument"};

constexpr Settings bit(Flag flag) noexcept { return Settings{1} << static_cast<int>(flag); }

constexpr Settings everyFlag = (Settings{1} << flagCount) - 1;

}  // namespace

const char* flagName(Flag flag) noexcept { return names[static_cast<std::size_t>(flag)]; }

Settings defaultSettings() noexcept { return everyFlag & ~bit(Flag::sent) & ~bit(Flag::attachSignedDocument); }

bool wants(Settings settings, Flag flag) noexcept { return (settings & bit(flag)) != 0; }

Settings apply(Settings settings, const Json& partial, Violations& violations, const std::string& path) {
  RecordReader in(partial, violations, path);
  for (int i = 0; i < flagCount; ++i) {
    const auto flag = static_cast<Flag>(i);
    const auto value = in.boolean(flagName(flag));
    if (!value) continue;
    settings = *value ? settings | bit(flag) : settings & ~bit(flag);
  }
  in.refuseUnknown();
  return settings;
}

Json toJson(Settings settings) {
  Json out = Json::object();
  for (int i = 0; i < flagCount; ++i) {
    const auto flag = static_cast<Flag>(i);
    out[flagName(flag)] = wants(settings, flag);
  }
  return out;
}

}  // namespace stead::notifications
