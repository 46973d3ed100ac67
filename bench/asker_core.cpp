#include <nlohmann/json.hpp>

#include "asker.h"
#include "bench_secret.h"
#include "delegation/delegation_verbs.h"
#include "people/people_verbs.h"

namespace stead::bench {

const char* const askerName = "core";

struct Asker::Parts {
  Parts(const std::string& path, std::int64_t cacheBytesMax)
      : engine(readOptions(path, {{"cacheBytesMax", cacheBytesMax}}), secret) {}
  Engine engine;
  std::vector<Session> sessions;
  Decision decision;
};

Asker::Asker(const std::string& path, const std::vector<std::string>& userIds, std::int64_t cacheBytesMax)
    : parts_(std::make_unique<Parts>(path, cacheBytesMax)) {
  for (const auto& id : userIds) parts_->sessions.push_back(people::openTrusted(parts_->engine, id));
}
Asker::~Asker() = default;

bool Asker::allows(std::size_t user, const char* email) {
  delegation::authorize(parts_->engine, parts_->sessions[user], "document.send", email, parts_->decision);
  return parts_->decision.allowed;
}

}  // namespace stead::bench
