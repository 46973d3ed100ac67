// What can be told of a log by its head alone, in O(log n): whether it fits its newest entry and its nodes, and whether
// it continues a checkpoint that was kept outside (design 7, the restore drill). That no entry was changed says verify.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "engine/engine.h"

namespace stead::audit {

// Throws Code::storeBehind when a log of the store ends before its checkpoint, Code::storeContradicts when it is not a
// continuation of it. `notes` are signed notes that parse. A signature of a key that the engine's secrets make must be
// good; one of an older key cannot be checked any more, and the note counts because the caller has kept it.
void requireContinued(Engine& engine, std::span<const std::string> notes);

// Why the head does not fit; nothing when it does.
[[nodiscard]] std::optional<std::string> misfitOfHead(Connection& db, AccountScope scope);

}  // namespace stead::audit
