// The ways into the engine that the stories are told through.
#pragma once

#include "story.h"

namespace conformance {

[[nodiscard]] std::unique_ptr<Host> openCore(const std::string& path, const Json& options);
[[nodiscard]] std::unique_ptr<Host> openC(const std::string& path, const Json& options);

}  // namespace conformance
