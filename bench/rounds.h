// Variants take turns, once a round, so that whatever else the machine does touches all of them alike.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace stead::bench {

struct Spread {
  double median = 0;
  double low = 0;
  double high = 0;
};

[[nodiscard]] double quantile(std::vector<double> values, double q);
[[nodiscard]] Spread spreadOf(const std::vector<double>& values);

// What was measured: under each name one value per round.
class Series {
 public:
  using Values = std::vector<double>;
  void add(const std::string& name, double value);
  [[nodiscard]] double median(const std::string& name) const { return spreadOf(at(name)).median; }
  // Of the quotients of each round.
  [[nodiscard]] Spread ratio(const std::string& above, const std::string& below) const;
  // In the order in which they were measured.
  [[nodiscard]] const std::vector<std::pair<std::string, Values>>& all() const noexcept { return values_; }

 private:
  [[nodiscard]] const Values& at(const std::string& name) const;

  std::vector<std::pair<std::string, Values>> values_;
};

// Each variant adds what it measured. The first round only warms up: its values are forgotten.
using Variant = std::function<void(Series&)>;
[[nodiscard]] Series interleave(int rounds, const std::vector<Variant>& variants);

// CPU time of the whole process so far.
[[nodiscard]] double cpuMicroseconds();

// One measured stretch: wall and CPU time per call, and the single latencies.
struct Stretch {
  double wallUs = 0;
  double cpuUs = 0;
  std::vector<double> latenciesUs;
  [[nodiscard]] double p50() const { return quantile(latenciesUs, 0.5); }
  [[nodiscard]] double p99() const { return quantile(latenciesUs, 0.99); }
};

using Clock = std::chrono::steady_clock;

[[nodiscard]] inline double microsecondsSince(Clock::time_point start) {
  return std::chrono::duration<double, std::micro>(Clock::now() - start).count();
}

// Calls `act` with 0, 1, … count - 1.
template <class Act>
Stretch measure(std::size_t count, Act&& act) {
  Stretch out;
  out.latenciesUs.reserve(count);
  const double cpu = cpuMicroseconds();
  const auto begin = Clock::now();
  for (std::size_t i = 0; i < count; ++i) {
    const auto start = Clock::now();
    act(i);
    out.latenciesUs.push_back(microsecondsSince(start));
  }
  out.wallUs = microsecondsSince(begin) / static_cast<double>(count);
  out.cpuUs = (cpuMicroseconds() - cpu) / static_cast<double>(count);
  return out;
}

}  // namespace stead::bench
