// A sender identity, the grant its owner gave, and the rounds in which the owner was asked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/crypto.h"
#include "delegation/decision.h"
#include "notifications/settings.h"

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

// One request for consent and how it was answered. Outlives its identity: it is evidence.
struct ConsentRound {
  std::string identityId;
  std::int64_t creatorRow = 0;
  std::int64_t round = 1;
  std::string emailKey;
  std::int64_t mailAt = 0;  // when its mail may leave; 0: the round was closed before it could
  std::int64_t askedAt = 0;
  std::string answer;  // "", approved, denied, superseded (by a newer round), withdrawn (identity deleted)
  std::optional<std::int64_t> answeredAt;
  bool neverAsk = false;
  std::optional<std::string> locale;
  std::optional<std::string> shownText;
  std::optional<Bytes> textHash;
  std::optional<std::string> proof;
  std::optional<std::int64_t> auditIndex;  // the entry that holds ip and user agent, salted
};

}  // namespace stead::identities
