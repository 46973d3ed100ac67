// Public ids (UUIDv7 in lower-case GUID form) and all randomness of the engine.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <string>

namespace stead {

// Thread-safe. Without a seed the bytes come from the operating system's generator; with a seed
// (test stores) the whole sequence repeats.
class IdSource {
 public:
  IdSource() = default;
  // Before any other use.
  void seed(std::uint64_t seed) noexcept {
    seeded_ = true;
    state_ = seed;
  }

  // Time-ordered: ids made in one millisecond keep their order of making.
  [[nodiscard]] std::string newId(std::int64_t nowMs);
  void random(std::span<std::uint8_t> out);

 private:
  void fill(std::span<std::uint8_t> out);

  std::mutex mutex_;
  bool seeded_ = false;
  std::uint64_t state_ = 0;
  std::int64_t lastMs_ = 0;
  std::uint32_t sequence_ = 0;
};

}  // namespace stead
