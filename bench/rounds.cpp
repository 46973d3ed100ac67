#include "rounds.h"

#include <sys/resource.h>

#include <algorithm>
#include <stdexcept>

namespace stead::bench {

double quantile(std::vector<double> values, double q) {
  if (values.empty()) throw std::runtime_error("nothing was measured");
  const auto place = static_cast<std::size_t>(q * static_cast<double>(values.size()));
  const auto nth = values.begin() + static_cast<std::ptrdiff_t>(std::min(values.size() - 1, place));
  std::nth_element(values.begin(), nth, values.end());
  return *nth;
}

Spread spreadOf(const std::vector<double>& values) {
  const double median = quantile(values, 0.5);
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  return {median, *low, *high};
}

void Series::add(const std::string& name, double value) {
  const auto found = std::find_if(values_.begin(), values_.end(), [&](const auto& one) { return one.first == name; });
  if (found == values_.end()) {
    values_.emplace_back(name, Values{value});
  } else {
    found->second.push_back(value);
  }
}

const Series::Values& Series::at(const std::string& name) const {
  for (const auto& [known, values] : values_) {
    if (known == name) return values;
  }
  throw std::runtime_error(name + " was not measured");
}

Spread Series::ratio(const std::string& above, const std::string& below) const {
  const Values& a = at(above);
  const Values& b = at(below);
  Values quotients;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) quotients.push_back(a[i] / b[i]);
  return spreadOf(quotients);
}

Series interleave(int rounds, const std::vector<Variant>& variants) {
  Series kept;
  Series warming;
  for (int round = 0; round <= rounds; ++round) {
    for (const Variant& variant : variants) variant(round == 0 ? warming : kept);
  }
  return kept;
}

double cpuMicroseconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto us = [](const timeval& t) { return static_cast<double>(t.tv_sec) * 1e6 + static_cast<double>(t.tv_usec); };
  return us(usage.ru_utime) + us(usage.ru_stime);
}

}  // namespace stead::bench
