#include "base/ids.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "base/clock.h"
#include "base/crypto.h"

namespace stead {

std::int64_t SystemClock::nowMs() const noexcept {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::string IdSource::newId(std::int64_t nowMs) {
  const std::lock_guard lock(mutex_);
  std::array<std::uint8_t, 16> bytes{};
  fill(bytes);
  // The 12 bits of rand_a count within a millisecond; when they are used up the time part runs ahead.
  if (nowMs > lastMs_) {
    lastMs_ = nowMs;
    sequence_ = 0;
  } else if (++sequence_ > 0xFFF) {
    ++lastMs_;
    sequence_ = 0;
  }
  for (std::size_t i = 0; i < 6; ++i) bytes[i] = static_cast<std::uint8_t>(lastMs_ >> (40 - 8 * i));
  bytes[6] = static_cast<std::uint8_t>(0x70U | (sequence_ >> 8U));
  bytes[7] = static_cast<std::uint8_t>(sequence_ & 0xFFU);
  bytes[8] = static_cast<std::uint8_t>(0x80U | (bytes[8] & 0x3FU));

  static constexpr char digits[] = "0123456789abcdef";
  std::string id;
  id.reserve(36);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) id += '-';
    id += digits[bytes[i] >> 4U];
    id += digits[bytes[i] & 0x0FU];
  }
  return id;
}

void IdSource::random(std::span<std::uint8_t> out) {
  const std::lock_guard lock(mutex_);
  fill(out);
}

IdSource::~IdSource() { crypto::wipe(pool_); }

void IdSource::fillFromPool(std::span<std::uint8_t> out) {
  if (out.size() > pool_.size()) {
    crypto::randomBytes(out);
    return;
  }
  if (out.size() > pool_.size() - poolUsed_) {
    crypto::randomBytes(pool_);
    poolUsed_ = 0;
  }
  const auto taken = std::span(pool_).subspan(poolUsed_, out.size());
  std::copy(taken.begin(), taken.end(), out.begin());
  crypto::wipe(taken);
  poolUsed_ += out.size();
}

void IdSource::fill(std::span<std::uint8_t> out) {
  if (!seeded_) {
    fillFromPool(out);
    return;
  }
  // SplitMix64: only for test stores, where repeatability is the point.
  for (std::size_t i = 0; i < out.size(); i += 8) {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    z ^= z >> 31U;
    for (std::size_t j = i; j < std::min(i + 8, out.size()); ++j) {
      out[j] = static_cast<std::uint8_t>(z >> (8 * (j - i)));
    }
  }
}

}  // namespace stead
