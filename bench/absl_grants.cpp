#include "absl_grants.h"

#include <absl/container/flat_hash_map.h>
#include <absl/strings/string_view.h>

namespace stead::bench {

struct AbslGrants::Maps {
  struct Grant {
    std::uint64_t operations;
    std::int64_t from;
    std::int64_t until;
  };
  absl::flat_hash_map<std::int64_t, absl::flat_hash_map<std::string, Grant>> byActor;
};

AbslGrants::AbslGrants() : maps_(std::make_unique<Maps>()) {}
AbslGrants::~AbslGrants() = default;

void AbslGrants::add(std::int64_t actorRow, const std::string& email, std::uint64_t operations, std::int64_t from,
                     std::int64_t until) {
  maps_->byActor[actorRow].insert({email, {operations, from, until}});
}

bool AbslGrants::allows(std::int64_t actorRow, const char* email, std::size_t emailBytes, std::uint64_t operation,
                        std::int64_t now) const {
  const auto actor = maps_->byActor.find(actorRow);
  if (actor == maps_->byActor.end()) return false;
  const auto grant = actor->second.find(absl::string_view(email, emailBytes));
  if (grant == actor->second.end()) return false;
  const Maps::Grant& found = grant->second;
  return (found.operations & operation) != 0 && found.from <= now && now < found.until;
}

}  // namespace stead::bench
