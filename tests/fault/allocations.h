// The memory of the tests: whoever links this gets its operator new, and SQLite and OpenSSL theirs, so that any one
// allocation can be made to fail.
#pragma once

#include <cstdint>

namespace stead::fault {

class Allocations {
 public:
  // Before SQLite and OpenSSL have allocated anything. Throws std::runtime_error when it is too late.
  static void takeOver();

  // The n-th allocation from now on fails, whoever asks for it in whichever thread; `lasting`: and all after it.
  static void failAt(std::int64_t n, bool lasting) noexcept;
  // True when one has failed.
  static bool stopFailing() noexcept;

  // Blocks that are allocated now.
  [[nodiscard]] static std::int64_t living() noexcept;
};

}  // namespace stead::fault
