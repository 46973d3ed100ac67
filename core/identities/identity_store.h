// Rows of sender identities, grants and consent rounds, and what other domains may ask about them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "delegation/decision.h"
#include "notifications/settings.h"
#include "storage/database.h"

namespace stead::identities {

struct Grant {
  std::int64_t row = 0;
  std::string id;
  std::string identityId;
  std::int64_t actorRow = 0;
  std::string principalName;
  std::string principalEmail;
  std::string principalKey;
  OperationSet operations = 0;
  std::optional<std::int64_t> from;
  std::optional<std::int64_t> until;
  std::int64_t version = 1;
  std::int64_t consentRound = 0;
  std::int64_t bornAt = 0;
  std::optional<std::int64_t> endedAt;
  std::string endReason;
};

struct Identity {
  std::int64_t row = 0;
  std::string id;
  std::int64_t creatorRow = 0;
  std::string name;
  std::string email;
  std::string emailKey;
  IdentityStatus status = IdentityStatus::pending;
  std::optional<std::string> brandId;
  std::optional<std::string> redirectUrl;
  std::string locale = "EN";
  notifications::Settings settings = 0;
  std::string metaData = "{}";
  OperationSet operations = 0;
  std::optional<std::int64_t> from;
  std::optional<std::int64_t> until;
  std::int64_t consentRound = 1;
  std::int64_t requestedAt = 0;
  std::optional<std::int64_t> lapsedAt;
  std::optional<std::int64_t> approvedAt;
  bool neverAsk = false;
  std::optional<std::int64_t> grantRow;
  std::int64_t version = 1;
  std::int64_t createdAt = 0;
  std::int64_t updatedAt = 0;
};

[[nodiscard]] std::optional<Identity> findIdentityOf(Connection& db, AccountScope scope, std::int64_t creatorRow,
                                                     std::string_view emailKey);
[[nodiscard]] std::optional<Identity> findIdentityById(Connection& db, AccountScope scope, std::string_view id);
[[nodiscard]] std::optional<Grant> findGrant(Connection& db, AccountScope scope, std::int64_t row);

}  // namespace stead::identities
