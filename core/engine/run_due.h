// The time-driven work, in bounded steps, safe from several processes.
#pragma once

#include "base/json.h"
#include "engine/engine.h"

namespace stead {

// {maxSteps? (100)} → {scheduledSent, expired, lapsed, orphansSwept, requestsForgotten, more, nextDueAt?}.
[[nodiscard]] Json runDue(Engine& engine, const Json& request);

}  // namespace stead
