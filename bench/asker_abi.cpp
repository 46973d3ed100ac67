#include <stead.h>

#include <cstdint>
#include <stdexcept>

#include "asker.h"

namespace stead::bench {
namespace {

void must(stead_status status, stead_error* error) {
  if (status == STEAD_OK) return;
  const std::string text = stead_error_text(error);
  stead_error_free(error);
  throw std::runtime_error(text);
}

}  // namespace

const char* const askerName = "C ABI";

struct Asker::Parts {
  stead_engine* engine = nullptr;
  stead_decision* decision = nullptr;
  std::vector<stead_session*> sessions;

  Parts() = default;
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;
  ~Parts() {
    for (stead_session* session : sessions) stead_session_free(session);
    stead_decision_free(decision);
    stead_engine_free(engine);
  }
};

Asker::Asker(const std::string& path, const std::vector<std::string>& userIds) : parts_(std::make_unique<Parts>()) {
  static constexpr char options[] = R"({"cacheBytesMax":4294967296})";
  stead_error* error = nullptr;
  stead_record* record = nullptr;
  must(stead_record_parse(options, sizeof options - 1, &record, &error), error);
  const stead_status opened = stead_engine_open(path.c_str(), record, nullptr, 0, &parts_->engine, &error);
  stead_record_free(record);
  must(opened, error);
  must(stead_decision_new(&parts_->decision, &error), error);
  for (const auto& id : userIds) {
    stead_session* session = nullptr;
    must(stead_session_open_trusted(parts_->engine, id.c_str(), &session, &error), error);
    parts_->sessions.push_back(session);
  }
}
Asker::~Asker() = default;

bool Asker::allows(std::size_t user, const char* email) {
  stead_error* error = nullptr;
  must(stead_session_authorize(parts_->sessions[user], "document.send", email, parts_->decision, &error), error);
  return stead_decision_allowed(parts_->decision) == 1;
}

}  // namespace stead::bench
