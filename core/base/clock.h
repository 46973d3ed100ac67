// Time comes from the engine, never from a rule. All times are Unix milliseconds.
#pragma once

#include <atomic>
#include <cstdint>

namespace stead {

class Clock {
 public:
  Clock() = default;
  Clock(const Clock&) = delete;
  Clock& operator=(const Clock&) = delete;
  virtual ~Clock() = default;
  [[nodiscard]] virtual std::int64_t nowMs() const noexcept = 0;
};

class SystemClock final : public Clock {
 public:
  [[nodiscard]] std::int64_t nowMs() const noexcept override;
};

// The clock of a test store: stands still until it is set.
class ManualClock final : public Clock {
 public:
  explicit ManualClock(std::int64_t startMs) noexcept : nowMs_(startMs) {}
  [[nodiscard]] std::int64_t nowMs() const noexcept override { return nowMs_.load(); }
  void set(std::int64_t nowMs) noexcept { nowMs_.store(nowMs); }

 private:
  std::atomic<std::int64_t> nowMs_;
};

}  // namespace stead
