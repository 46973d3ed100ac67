// Takes steps out of a failing run as long as it goes on failing (delta debugging).
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <vector>

namespace model {

template <class Step>
std::vector<Step> shrink(std::vector<Step> steps, const std::function<bool(const std::vector<Step>&)>& fails,
                         std::size_t budget) {
  std::size_t piece = std::max<std::size_t>(steps.size() / 2, 1);
  std::size_t spent = 0;  // steps that were run
  while (true) {
    bool smaller = false;
    for (std::size_t begin = 0; begin < steps.size() && spent < budget;) {
      std::vector<Step> rest(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(begin));
      const std::size_t end = std::min(begin + piece, steps.size());
      rest.insert(rest.end(), steps.begin() + static_cast<std::ptrdiff_t>(end), steps.end());
      spent += rest.size();
      if (fails(rest)) {
        steps = std::move(rest);
        smaller = true;
      } else {
        begin = end;
      }
    }
    if (spent >= budget || (piece == 1 && !smaller)) return steps;
    if (!smaller) piece = std::max<std::size_t>(piece / 2, 1);
  }
}

}  // namespace model
