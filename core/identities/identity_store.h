// Rows of sender identities, grants and consent rounds, and what other domains may ask about them.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "identities/identity.h"
#include "storage/database.h"

namespace stead::identities {

// --- identities ---

[[nodiscard]] std::optional<Identity> findIdentity(Connection& db, AccountScope scope, std::int64_t row);
[[nodiscard]] std::optional<Identity> findIdentityOf(Connection& db, AccountScope scope, std::int64_t creatorRow,
                                                     std::string_view emailKey);
[[nodiscard]] std::optional<Identity> findIdentityById(Connection& db, AccountScope scope, std::string_view id);
// Fills identity.row; counts it for its creator.
void insertIdentity(Connection& db, AccountScope scope, Identity& identity);
// Writes every changeable column and sets version = identity.version (the caller has raised it).
void updateIdentity(Connection& db, AccountScope scope, const Identity& identity);
void deleteIdentity(Connection& db, AccountScope scope, const Identity& identity);

[[nodiscard]] std::int64_t countIdentitiesOf(Connection& db, AccountScope scope, std::int64_t creatorRow);
// Newest first, below row key `before`.
[[nodiscard]] std::vector<Identity> listIdentitiesOf(Connection& db, AccountScope scope, std::int64_t creatorRow,
                                                     std::int64_t before, std::int64_t limit, std::int64_t offset);
// What a search looks at; the views live during the visit only.
struct Candidate {
  std::int64_t row = 0;
  std::string_view name;
  std::string_view email;
  std::string_view brandId;
};
// Visits at most `limit` candidates, newest first below `before`, until `visit` answers false.
void scanIdentitiesOf(Connection& db, AccountScope scope, std::int64_t creatorRow, std::int64_t before,
                      std::int64_t limit, const std::function<bool(const Candidate&)>& visit);
// The same among those that may hold the needle (lower case) in their name or e-mail; who visits decides.
void searchIdentitiesOf(Connection& db, AccountScope scope, std::int64_t creatorRow, std::string_view needle,
                        std::int64_t before, std::int64_t limit, const std::function<bool(const Candidate&)>& visit);
[[nodiscard]] std::vector<Identity> verifiedIdentitiesOf(Connection& db, AccountScope scope, std::int64_t creatorRow);

// --- grants ---

[[nodiscard]] std::optional<Grant> findGrant(Connection& db, AccountScope scope, std::int64_t row);
[[nodiscard]] std::optional<Grant> findGrantById(Connection& db, AccountScope scope, std::string_view id);
// Fills grant.row.
void insertGrant(Connection& db, AccountScope scope, Grant& grant);
// Writes operations, from, until, version and the end.
void updateGrant(Connection& db, AccountScope scope, const Grant& grant);
[[nodiscard]] bool hasLivingGrant(Connection& db, AccountScope scope, std::string_view principalKey, std::int64_t now);

// --- the address's account ---

// Says that the address belongs to this account now.
void linkAddress(Connection& db, AccountScope scope, std::string_view emailKey, std::int64_t now);
// Lets the address go when no grant of it lives in this account any more.
void unlinkAddressUnlessUsed(Connection& db, AccountScope scope, std::string_view emailKey, std::int64_t now);

// --- consent rounds ---

void insertRound(Connection& db, AccountScope scope, const ConsentRound& round);
// Writes the answer of a round and its evidence.
void answerRound(Connection& db, AccountScope scope, const ConsentRound& round);
// The unanswered round of an identity, if there is one, ends as superseded or withdrawn.
void closeOpenRound(Connection& db, AccountScope scope, std::string_view identityId, std::string_view answer,
                    std::int64_t at);
// Oldest first.
[[nodiscard]] std::vector<ConsentRound> roundsOf(Connection& db, AccountScope scope, std::string_view identityId);
// Every identity this creator ever had for the address, deleted ones too, by public id, oldest first.
[[nodiscard]] std::vector<std::string> identitiesEverOf(Connection& db, AccountScope scope, std::int64_t creatorRow,
                                                        std::string_view emailKey);
// Whose address an identity was made for, though it may be deleted by now.
[[nodiscard]] std::optional<std::string> addressOf(Connection& db, AccountScope scope, std::string_view identityId);
// The owner of the address said "never ask me again" to this account.
[[nodiscard]] bool mayNeverAsk(Connection& db, AccountScope scope, std::string_view emailKey);
// How many consent mails of this account to the address are still held back.
[[nodiscard]] std::int64_t countWaitingMails(Connection& db, AccountScope scope, std::string_view emailKey,
                                             std::int64_t now);

}  // namespace stead::identities
