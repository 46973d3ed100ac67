// A change that reaches beyond its own record, told before it is made. Nothing of a plan is stored: its id is a hash
// over what is asked for, over every effect and over the versions of what they touch. So it holds as long as none of
// that moves, in any process, and no longer. A plan counts all its effects and shows the first limits::effectsShownMax.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/crypto.h"
#include "base/json.h"
#include "base/record_reader.h"

namespace stead {

enum class Effect : std::uint8_t {
  identityRevoked,
  documentMovedAlong,  // stays with its holder, who changes his team: not touched
  documentHandedOver,
  documentRevoked,
  documentDeclined
};
inline constexpr std::size_t effectKinds = 5;
[[nodiscard]] const char* effectName(Effect effect) noexcept;  // "identityRevoked", …

class ChangePlan {
 public:
  explicit ChangePlan(std::string_view operation) { moveWith("operation", operation, 0); }

  // What the change rests on: when it has another version, the plan has another id.
  void restOn(std::string_view what, std::string_view id, std::int64_t version) { moveWith(what, id, version); }
  void add(Effect effect, std::string_view subjectId, std::int64_t version);
  // Effects that touch nothing and so do not move the plan.
  void tell(Effect effect, std::int64_t count) { counts_[static_cast<std::size_t>(effect)] += count; }

  [[nodiscard]] std::string id() const { return crypto::base64Url(state_); }
  [[nodiscard]] std::int64_t count(Effect effect) const noexcept { return counts_[static_cast<std::size_t>(effect)]; }
  // Throws Code::planChanged when the caller was shown another plan.
  void requireShown(const std::optional<std::string>& planId) const;
  // {id, applied, counts {identityRevoked, …}, effects [{kind, id}], effectsCapped}
  [[nodiscard]] Json record(bool applied) const;

 private:
  void moveWith(std::string_view what, std::string_view id, std::int64_t version);

  struct Shown {
    Effect effect;
    std::string id;
  };
  Hash state_{};
  std::array<std::int64_t, effectKinds> counts_{};
  std::vector<Shown> shown_;
  std::int64_t added_ = 0;
};

// How a request asks for the plan alone, or for what was shown and nothing else: {dryRun?, planId?}.
struct PlanWish {
  bool dryRun = false;
  std::optional<std::string> planId;
};
[[nodiscard]] PlanWish readPlanWish(RecordReader& in);

}  // namespace stead
