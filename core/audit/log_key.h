// An account's log as others see it: origin, key, checkpoint.
#pragma once

#include <string>
#include <string_view>

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
[[nodiscard]] VerifierKey keyOf(const Engine& engine, std::string_view origin);
// The signed note of a head.
[[nodiscard]] std::string signHead(const Engine& engine, std::string_view origin, const CompactRange& head);

}  // namespace stead::audit
