// The bodies of webhook requests (contract 6.3): times are Unix seconds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "audit/entry.h"
#include "base/json.h"
#include "storage/database.h"

namespace stead::notifications {

// `data` of a document or an identity as it is now; nothing when it is gone.
[[nodiscard]] std::optional<Json> documentData(Connection& db, AccountScope scope, std::string_view documentId);
[[nodiscard]] std::optional<Json> identityData(Connection& db, AccountScope scope, std::string_view identityId);

// `event` {id, created, eventType, environment}.
[[nodiscard]] Json eventHead(std::string_view messageId, std::string_view word, std::int64_t atMs, bool live);
// `context` {eventType, actor {userType, id}} of a document's event; nothing where the engine itself acted.
[[nodiscard]] std::optional<Json> eventContext(std::string_view word, audit::ActorKind actorKind,
                                               std::string_view actorId);

}  // namespace stead::notifications
