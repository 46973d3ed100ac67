// Looking after a store: backup and integrity check.
#pragma once

#include <string_view>

#include "base/json.h"
#include "engine/engine.h"

namespace stead {

// A consistent copy of the store as it is now, while others write: {path, bytes, takenAt}. The secret is not part of
// it.
[[nodiscard]] Json backup(Engine& engine, std::string_view path);
// {cursor?, maxSteps? (10)} → {ok, findings: [{check ("pages" | "head"), table?, accountId?, text}], steps,
// nextCursor}. A step reads one table, or the heads of a hundred logs; nextCursor is null at the end.
[[nodiscard]] Json checkStore(Engine& engine, const Json& request);

}  // namespace stead
