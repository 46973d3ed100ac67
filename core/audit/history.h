// What happened to one subject, read back from the trail: entries as they are, with names where they were not erased.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "storage/database.h"

namespace stead::audit {

struct PastEvent {
  std::int64_t index = 0;
  std::int64_t at = 0;
  std::string actorKind;
  std::string actorId;
  std::string operation;
  std::string outcome;
  std::string reason;
  std::string detail = "{}";    // JSON
  std::string personal = "{}";  // JSON; empty once erased
};

// The newest `max` entries about the subject, oldest first.
[[nodiscard]] std::vector<PastEvent> historyOf(Connection& db, AccountScope scope, std::string_view subjectId,
                                               std::int64_t max);

// All entries about the subject with an index below `before`, oldest first, as objects. Throws Code::auditBroken.
using OnEntry = std::function<void(std::int64_t index, const Json& entry)>;
void eachEntryAbout(Connection& db, AccountScope scope, std::string_view subjectId, std::int64_t before,
                    const OnEntry& on);

// How many entries the trail had when this moment was over.
[[nodiscard]] std::int64_t entriesUpTo(Connection& db, AccountScope scope, std::int64_t at);

}  // namespace stead::audit
