// The change feed: what happened in an account, for hosts that act upon it.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "base/record_reader.h"
#include "engine/engine.h"

namespace stead::notifications {

// A member that lists words of contract 6.2; others become violations.
[[nodiscard]] std::vector<std::string> readEventWords(RecordReader& in, Violations& violations, const char* name);

// {after? (-1), pageSize? (10), events? [words of contract 6.2]} → {items: [{index, at, event?, operation, outcome,
// reason?, actor {kind, id?}, subject {type, id?}, principal?, authority?, grantId?, grantVersion?}], after, more}.
// `after` of the answer is that of the next request: everything up to it was looked at. Throws Code::entryNotFound when
// `after` is beyond the trail.
[[nodiscard]] Json listEvents(Engine& engine, const Session& session, const Json& request);

}  // namespace stead::notifications
