#include "asker.h"
#include "host.h"

namespace stead::bench {

const char* const askerName = "C ABI";

struct Asker::Parts {
  HostEngine engine;
  Owned<stead_decision> decision;
  std::vector<HostSession> sessions;
};

Asker::Asker(const std::string& path, const std::vector<std::string>& userIds, std::int64_t cacheBytesMax)
    : parts_(std::make_unique<Parts>()) {
  parts_->engine = openEngine(path, "{\"cacheBytesMax\":" + std::to_string(cacheBytesMax) + "}");
  parts_->decision = make<stead_decision>([](auto** out, auto** error) { return stead_decision_new(out, error); });
  for (const auto& id : userIds) parts_->sessions.push_back(openSession(parts_->engine, id));
}
Asker::~Asker() = default;

bool Asker::allows(std::size_t user, const char* email) {
  stead_error* error = nullptr;
  must(stead_session_authorize(parts_->sessions[user].get(), "document.send", email, parts_->decision.get(), &error),
       error);
  return stead_decision_allowed(parts_->decision.get()) == 1;
}

}  // namespace stead::bench
