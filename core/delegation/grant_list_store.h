// Rows of the two directions of delegation: for whom somebody may act, and who may act for somebody.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "delegation/decision.h"
#include "storage/database.h"

namespace stead::delegation {

struct GrantRow {
  std::string id;
  std::int64_t version = 0;
  OperationSet operations = 0;
  std::optional<std::int64_t> from;
  std::optional<std::int64_t> until;
  std::int64_t bornAt = 0;
  std::optional<std::int64_t> endedAt;
  std::string endReason;
};

struct PrincipalRow {
  std::int64_t row = 0;  // of the identity
  std::string identityId;
  std::string name;
  std::string email;
  IdentityStatus status = IdentityStatus::pending;
  std::optional<GrantRow> grant;
};

struct ActorRow {
  std::int64_t row = 0;  // of the grant
  GrantRow grant;
  std::string actorId;
  std::string actorName;
  std::string actorEmail;
  std::string principalName;
  std::string principalEmail;
};

// Newest first, only rows below `before`. Counts stop at `max`.
[[nodiscard]] std::vector<PrincipalRow> listPrincipalsOf(Connection& db, AccountScope scope, std::int64_t actorRow,
                                                         std::int64_t before, std::int64_t limit);
[[nodiscard]] std::vector<ActorRow> listGrantsFor(Connection& db, AccountScope scope, std::string_view principalKey,
                                                  std::int64_t before, std::int64_t limit);
[[nodiscard]] std::int64_t countGrantsFor(Connection& db, AccountScope scope, std::string_view principalKey,
                                          std::int64_t max);
[[nodiscard]] std::vector<ActorRow> listGrants(Connection& db, AccountScope scope, std::int64_t before,
                                               std::int64_t limit);
[[nodiscard]] std::int64_t countGrants(Connection& db, AccountScope scope, std::int64_t max);

}  // namespace stead::delegation
