#include "host.h"

#include <stdexcept>

#include "bench_secret.h"

namespace stead::bench {

void must(stead_status status, stead_error* error) {
  if (status == STEAD_OK) return;
  const std::string text = stead_error_text(error);
  stead_error_free(error);
  throw std::runtime_error(text);
}

Record record(const std::string& json) {
  return make<stead_record>([&](auto** out, auto** error) {
    return stead_record_parse(json.data(), static_cast<int64_t>(json.size()), out, error);
  });
}

std::string text(const Record& from, const char* pointer) {
  const char* value = stead_record_text(from.get(), pointer, nullptr);
  return value == nullptr ? "" : value;
}

HostEngine openEngine(const std::string& path, const std::string& options) {
  const Record asked = options.empty() ? nullptr : record(options);
  return make<stead_engine>([&](auto** out, auto** error) {
    return stead_engine_open(path.c_str(), asked.get(), secret.data(), static_cast<int64_t>(secret.size()), out, error);
  });
}

HostSession openSession(const HostEngine& engine, const std::string& userId) {
  return make<stead_session>(
      [&](auto** out, auto** error) { return stead_session_open_trusted(engine.get(), userId.c_str(), out, error); });
}

}  // namespace stead::bench
