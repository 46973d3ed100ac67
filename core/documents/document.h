// A document as the store keeps it: who really sent it, by what right, for whom, and how far it has come.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/crypto.h"
#include "delegation/decision.h"

namespace stead::documents {

enum class DocumentStatus : std::uint8_t { draft, scheduled, inProgress, completed, declined, revoked, expired };
[[nodiscard]] const char* documentStatusName(DocumentStatus status) noexcept;  // "Draft", …
[[nodiscard]] std::optional<DocumentStatus> documentStatusNamed(std::string_view name) noexcept;

enum class PartyStatus : std::uint8_t { notCompleted, completed, declined };
[[nodiscard]] const char* partyStatusName(PartyStatus status) noexcept;
[[nodiscard]] std::optional<PartyStatus> partyStatusNamed(std::string_view name) noexcept;

// The person acted for, as at the send: it outlives the identity.
struct SentFor {
  std::string identityId;  // grant way
  std::string name;
  std::string email;
  std::string key;
  std::optional<std::int64_t> userRow;   // accountWide way: the operating user
  std::optional<std::int64_t> settings;  // grant way: used once the identity is gone
  std::string locale;
};

struct Document {
  std::int64_t row = 0;
  std::string id;
  std::int64_t actorRow = 0;   // who really sent it
  std::int64_t ownerRow = 0;   // accountWide: the operating user; else the actor
  std::int64_t holderRow = 0;  // who manages it
  Authority authority = Authority::self;
  std::optional<SentFor> sentFor;
  std::optional<std::int64_t> grantRow;
  std::string grantId;  // "" without a grant
  std::int64_t grantVersion = 0;
  std::optional<std::string> brandId;
  std::string title;
  std::string searchKey;
  DocumentStatus status = DocumentStatus::inProgress;
  bool sendFailed = false;  // a scheduled send that was refused at its moment
  bool signingOrder = false;
  bool disableEmails = false;
  std::string metaData = "{}";
  std::string labels = "[]";
  std::int64_t createdAt = 0;
  std::optional<std::int64_t> scheduledSendAt;
  std::optional<std::int64_t> sentAt;
  std::optional<std::int64_t> expiresAt;
  std::optional<std::int64_t> endedAt;
  std::optional<std::string> endMessage;  // of a revoke or decline, or why a scheduled send was refused
  std::int64_t activityAt = 0;
  std::optional<std::int64_t> trashedAt;  // by its holder
  std::int64_t version = 1;
};

enum class PartyKind : std::uint8_t { signer, cc };

struct Party {
  std::int64_t row = 0;
  std::string id;
  PartyKind kind = PartyKind::signer;
  std::int64_t ordinal = 0;  // place in the request, per kind
  std::int64_t order = 1;
  std::string name;
  std::string email;
  std::string emailKey;
  PartyStatus status = PartyStatus::notCompleted;
  std::optional<Hash> accessCode;  // HMAC under the host secret, never the code
  std::int64_t accessFailures = 0;
  std::int64_t accessVersion = 0;
  std::string privateMessage;
  std::string locale = "EN";
  std::optional<std::int64_t> invitedAt;
  std::optional<std::int64_t> viewedAt;
  std::optional<std::int64_t> doneAt;
  std::int64_t linkRound = 0;                    // moves with a new recipient: the links of the old one die
  bool reassigned = false;                       // a signer put this one in his place
  std::optional<std::int64_t> deliveryFailedAt;  // as the host reported last; a new mail begins anew
};

struct StoredField {
  std::int64_t row = 0;
  std::int64_t partyRow = 0;
  std::string id;
  std::string spec;  // JSON of send_request.h
  std::optional<std::string> value;
};

}  // namespace stead::documents
