// Identities and grants as records (identity_verbs.h says which members).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/json.h"
#include "identities/identity.h"

namespace stead::identities {

// {id, version, operations, from?, until?, endedAt?, endReason?}; what has expired is ended by the clock.
[[nodiscard]] Json grantRecord(const Grant& grant, std::int64_t now);
[[nodiscard]] Json identityRecord(const Identity& identity, const std::optional<Grant>& grant,
                                  std::string_view creatorId, std::int64_t lapseMs, std::int64_t now);
[[nodiscard]] Json roundRecord(const ConsentRound& round);

[[nodiscard]] Json operationsRecord(OperationSet operations);
void setIfAny(Json& record, const char* member, const std::optional<std::int64_t>& value);
void setIfAny(Json& record, const char* member, const std::optional<std::string>& value);

}  // namespace stead::identities
