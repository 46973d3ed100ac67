// What a send writes, for Replay: the floor of rows 2 and 3.
#pragma once

#include "replay.h"

namespace stead::bench {

[[nodiscard]] Replay::Plan sendPlan(int autocheckpoint);

}  // namespace stead::bench
