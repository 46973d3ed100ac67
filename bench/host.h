// A host program in a few lines: the C ABI with owners for its handles.
#pragma once

#include <stead.h>

#include <memory>
#include <string>

namespace stead::bench {

struct FreeHandle {
  void operator()(stead_record* handle) const noexcept { stead_record_free(handle); }
  void operator()(stead_engine* handle) const noexcept { stead_engine_free(handle); }
  void operator()(stead_session* handle) const noexcept { stead_session_free(handle); }
  void operator()(stead_upload* handle) const noexcept { stead_upload_free(handle); }
  void operator()(stead_decision* handle) const noexcept { stead_decision_free(handle); }
};
template <class Handle>
using Owned = std::unique_ptr<Handle, FreeHandle>;
using Record = Owned<stead_record>;
using HostEngine = Owned<stead_engine>;
using HostSession = Owned<stead_session>;

// Throws the error's text.
void must(stead_status status, stead_error* error);

// make<stead_record>([&](auto** out, auto** error) { return stead_…(…, out, error); })
template <class Handle, class Call>
Owned<Handle> make(Call call) {
  Handle* out = nullptr;
  stead_error* error = nullptr;
  const stead_status status = call(&out, &error);
  must(status, error);
  return Owned<Handle>(out);
}

[[nodiscard]] Record record(const std::string& json);
[[nodiscard]] std::string text(const Record& from, const char* pointer);
// `options` "": the defaults. The secret of all stores of the benchmarks is the same.
[[nodiscard]] HostEngine openEngine(const std::string& path, const std::string& options = "");
[[nodiscard]] HostSession openSession(const HostEngine& engine, const std::string& userId);

}  // namespace stead::bench
