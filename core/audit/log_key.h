// An account's log as others see it: origin, key, checkpoint.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audit/checkpoint.h"
#include "engine/engine.h"

namespace stead::audit {

struct Log {
  AccountScope scope;
  std::string origin;
};

// Throws Code::accountNotFound.
[[nodiscard]] Log findLog(Engine& engine, std::string_view accountId);
[[nodiscard]] std::string originOf(Connection& db, AccountScope scope);
// The keys whose signatures a checkpoint gets: that of the present secret first, then those of the previous ones.
[[nodiscard]] std::vector<VerifierKey> keysOf(const Engine& engine, std::string_view origin);
[[nodiscard]] VerifierKey keyOf(const Engine& engine, std::string_view origin);
// The signed note of a tree: of the head, or of a beginning of it.
[[nodiscard]] std::string signTree(const Engine& engine, const Checkpoint& tree);
[[nodiscard]] std::string signHead(const Engine& engine, std::string_view origin, const CompactRange& head);

}  // namespace stead::audit
