// Public ids (UUIDv7 in lower-case GUID form) and all randomness of the engine.
#pragma once

#include <array>
#include <cstddef>
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
  ~IdSource();
  IdSource(const IdSource&) = delete;
  IdSource& operator=(const IdSource&) = delete;
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
  void fillFromPool(std::span<std::uint8_t> out);

  std::mutex mutex_;
  // The generator asks the same for 16 bytes as for 512. Used bytes are wiped.
  std::array<std::uint8_t, 512> pool_{};
  std::size_t poolUsed_ = 512;
  bool seeded_ = false;
  std::uint64_t state_ = 0;
  std::int64_t lastMs_ = 0;
  std::uint32_t sequence_ = 0;
};

}  // namespace stead
