// An engine in a process of its own, spoken to through pipes: one JSON message a line.
#pragma once

#include "world.h"

namespace model {

[[nodiscard]] std::unique_ptr<Host> openInProcess(const std::string& path, const Json& options);
// The other end: serves on its standard input and output until the input ends.
int serve();

}  // namespace model
