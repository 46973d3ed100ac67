// The mail planner: what a mail in somebody's name will show, before one is sent.
#pragma once

#include "base/json.h"
#include "engine/engine.h"
#include "notifications/mail_plan_rules.h"

namespace stead::notifications {

[[nodiscard]] MailHouse mailHouseOf(const EngineOptions& options);
// {email, name?} → {mode ("as" | "onBehalf" | "via"), from {name, email}, sender?, replyTo?, why, better? {mode,
// needs}}. Reads nothing of the store.
[[nodiscard]] Json mailPlan(Engine& engine, const Json& request);

}  // namespace stead::notifications
