#include "base/change_plan.h"

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/limits.h"

namespace stead {
namespace {

constexpr std::array<const char*, effectKinds> effectNames{"identityRevoked", "documentMovedAlong",
                                                           "documentHandedOver", "documentRevoked", "documentDeclined"};
constexpr std::size_t planIdCodePointsMax = 100;

}  // namespace

const char* effectName(Effect effect) noexcept { return effectNames[static_cast<std::size_t>(effect)]; }

void ChangePlan::moveWith(std::string_view what, std::string_view id, std::int64_t version) {
  const std::string line = std::string(what) + "\n" + std::string(id) + "\n" + std::to_string(version);
  state_ = crypto::sha256({state_, bytesOf(line)});
}

void ChangePlan::add(Effect effect, std::string_view subjectId, std::int64_t version) {
  moveWith(effectName(effect), subjectId, version);
  tell(effect, 1);
  if (++added_ <= static_cast<std::int64_t>(limits::effectsShownMax))
    shown_.push_back({effect, std::string(subjectId)});
}

void ChangePlan::requireShown(const std::optional<std::string>& planId) const {
  if (!planId || *planId == id()) return;
  throw Error(Code::planChanged, "what the change would do is not what was shown; ask for the plan again (dryRun)",
              {{"/planId", "the plan is " + id() + " now"}});
}

Json ChangePlan::record(bool applied) const {
  Json counts = Json::object();
  for (std::size_t i = 0; i < effectKinds; ++i) counts[effectNames[i]] = counts_[i];
  Json effects = Json::array();
  for (const Shown& one : shown_) effects.push_back({{"kind", effectName(one.effect)}, {"id", one.id}});
  return {{"id", id()},
          {"applied", applied},
          {"counts", std::move(counts)},
          {"effects", std::move(effects)},
          {"effectsCapped", added_ > static_cast<std::int64_t>(limits::effectsShownMax)}};
}

PlanWish readPlanWish(RecordReader& in) {
  PlanWish wish;
  wish.dryRun = in.boolean("dryRun").value_or(false);
  wish.planId = in.text("planId", {.codePointsMax = planIdCodePointsMax});
  if (wish.dryRun && wish.planId) in.violation("planId", "goes with the change itself; a dry run makes a plan anew");
  return wish;
}

}  // namespace stead
