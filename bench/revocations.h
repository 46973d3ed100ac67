// Decisions of one process while another one revokes and approves: none that starts after a revocation has returned may
// say allowed.
#pragma once

#include <cstddef>
#include <string>

#include "result.h"

namespace stead::bench {

struct Revocations {
  std::size_t decisions = 0;  // that began after a revocation had returned and ended before the next approval began
  std::size_t stale = 0;      // of them, allowed
  std::size_t rounds = 0;     // revocations
};

// Asks until so many decisions were made after a revocation. The program answers "--revoke STORE" with
// revokeAndApprove().
[[nodiscard]] Revocations watchRevocations(const Scratch& scratch, std::size_t decisions);

// The other process.
void revokeAndApprove(const std::string& store);

}  // namespace stead::bench
