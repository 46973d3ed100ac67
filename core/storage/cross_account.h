// The few reads that look across accounts, all of them: whoever asks knows no account yet. They answer where to go
// on, never the content of a record.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/crypto.h"
#include "storage/database.h"

namespace stead::crossAccount {

// --- people ---

[[nodiscard]] std::optional<AccountScope> findAccount(Connection& db, std::string_view accountId);
// All accounts in the order of their rows: the next `max` after `last` (a scope of 0 begins).
[[nodiscard]] std::vector<AccountScope> accountsAfter(Connection& db, AccountScope last, std::int64_t max);
// 1001 for the first account of a store.
[[nodiscard]] std::int64_t nextAccountNumber(Connection& db);
[[nodiscard]] std::optional<AccountScope> findAccountOfUser(Connection& db, std::string_view userId);

struct ApiKeyPlace {
  AccountScope scope;
  std::int64_t userRow = 0;
  std::int64_t keyRow = 0;
  std::string keyId;
  Hash keyHash{};
  bool revoked = false;
};
[[nodiscard]] std::optional<ApiKeyPlace> findApiKey(Connection& db, const Hash& keyHash);

// --- files ---

struct FilePlace {
  AccountScope scope;
  std::int64_t row = 0;
};
// Staged files that no document refers to, oldest first.
[[nodiscard]] std::vector<FilePlace> findUnusedFiles(Connection& db, std::int64_t stagedBefore, std::int64_t max);
// Complete files of all accounts behind a row, in their order.
[[nodiscard]] std::vector<FilePlace> filesAfter(Connection& db, std::int64_t row, std::int64_t max);

// --- documents ---

// The signer of a sign link.
struct SignerPlace {
  AccountScope scope;
  std::int64_t documentRow = 0;
  std::int64_t partyRow = 0;
};
[[nodiscard]] std::optional<SignerPlace> findSigner(Connection& db, std::string_view signerId);

struct DocumentPlace {
  AccountScope scope;
  std::int64_t documentRow = 0;
};
[[nodiscard]] std::optional<DocumentPlace> findDocument(Connection& db, std::string_view documentId);
// The oldest `max` whose moment has come: scheduled sends, and documents in progress whose deadline passed.
[[nodiscard]] std::vector<DocumentPlace> findScheduledDue(Connection& db, std::int64_t now, std::int64_t max);
[[nodiscard]] std::vector<DocumentPlace> findExpiringDue(Connection& db, std::int64_t now, std::int64_t max);
// The next moment at which one of the two finds something.
[[nodiscard]] std::optional<std::int64_t> nextDocumentDueAt(Connection& db);
// Documents that were moved to the trash at `trashedUntil` or before, oldest first; when the oldest of all was.
[[nodiscard]] std::vector<DocumentPlace> findTrash(Connection& db, std::int64_t trashedUntil, std::int64_t max);
[[nodiscard]] std::optional<std::int64_t> oldestTrashAt(Connection& db);

// --- decisions ---

struct GrantChanges {
  struct One {
    std::int64_t account = 0;
    std::optional<std::int64_t> actorRow;  // absent: everybody of the account
  };
  std::int64_t last = 0;    // where to go on
  bool everything = false;  // the log does not tell (pruned, restored, too long): anything may have changed
  std::vector<One> changes;
};
[[nodiscard]] std::int64_t newestGrantChange(Connection& db);
// What grant_change tells beyond `after` (0: from its beginning). Pruning must keep the newest row: it is how a reader
// knows that he missed nothing.
[[nodiscard]] GrantChanges readGrantChanges(Connection& db, std::int64_t after, std::int64_t max);

// --- identities ---

[[nodiscard]] std::optional<AccountScope> findAccountOfIdentity(Connection& db, std::string_view identityId);
[[nodiscard]] std::optional<AccountScope> findAccountOfGrant(Connection& db, std::string_view grantId);
// A grant of the address lives in another account than `scope`.
[[nodiscard]] bool isLinkedElsewhere(Connection& db, AccountScope scope, std::string_view emailKey, std::int64_t now);
// When a consent mail to the address may leave, so that no more than `mailsMax` leave in any `windowMs`.
[[nodiscard]] std::int64_t nextConsentMailAt(Connection& db, std::string_view emailKey, std::int64_t now, int mailsMax,
                                             std::int64_t windowMs);

struct WaitingIdentity {
  AccountScope scope;
  std::int64_t row = 0;
};
// Unanswered requests made at `requestedUntil` or before that are not marked as lapsed, oldest first.
[[nodiscard]] std::vector<WaitingIdentity> listWaitingIdentities(Connection& db, std::int64_t requestedUntil,
                                                                 std::int64_t max);
// When the oldest of them was made.
[[nodiscard]] std::optional<std::int64_t> oldestWaitingRequest(Connection& db);

// --- outbox: the host delivers for all accounts ---

// Mails and webhooks wait apart: whoever delivers the ones does not take the others.
enum class Delivery : std::uint8_t { mail, webhook };
struct MessagePlace {
  AccountScope scope;
  std::int64_t row = 0;
};
// Waiting messages whose moment has come, the longest due first.
[[nodiscard]] std::vector<MessagePlace> findMessagesDue(Connection& db, Delivery how, std::int64_t now,
                                                        std::int64_t max);
// Taken messages whose lease has run out, the oldest lease first.
[[nodiscard]] std::vector<MessagePlace> findLeasesRunOut(Connection& db, Delivery how, std::int64_t now,
                                                         std::int64_t max);
// The next moment at which one of the two finds something.
[[nodiscard]] std::optional<std::int64_t> nextMessageAt(Connection& db, Delivery how);
[[nodiscard]] std::optional<MessagePlace> findMessage(Connection& db, std::string_view messageId);
// Dead letters, newest first, below the row `before`.
[[nodiscard]] std::vector<MessagePlace> findDeadMessages(Connection& db, std::int64_t before, std::int64_t offset,
                                                         std::int64_t max);
// Counted up to `max`.
[[nodiscard]] std::int64_t countDeadMessages(Connection& db, std::int64_t max);

}  // namespace stead::crossAccount
