// What row 8 is compared with: the C call in a loop of its own, and a trivial call of the same shape through pybind11.
#include <chrono>
#include <string_view>

#include "../native/failure.h"

namespace {

double authorizeNs(binding::Session& session, const std::string& operation, const std::string& principal, int count) {
  stead_decision* decision = nullptr;
  if (stead_decision_new(&decision, nullptr) != STEAD_OK) throw std::bad_alloc();
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < count; ++i) {
    if (stead_session_authorize(session.raw, operation.c_str(), principal.c_str(), decision, nullptr) != STEAD_OK ||
        stead_decision_allowed(decision) == 0) {
      throw std::runtime_error("the question was not answered with allowed");
    }
  }
  const auto end = std::chrono::steady_clock::now();
  stead_decision_free(decision);
  return std::chrono::duration<double, std::nano>(end - start).count() / count;
}

}  // namespace

PYBIND11_MODULE(_bench, m) {
  m.def("authorize_ns", authorizeNs);
  m.def("trivial", [](std::string_view a, std::string_view b) { return static_cast<int>(a.size() + b.size()); });
}
