#include "storage/cross_account.h"

#include <algorithm>

namespace stead::crossAccount {
namespace {

std::optional<AccountScope> scopeIn(Statement found) {
  if (!found.step()) return std::nullopt;
  return AccountScope{found.integer(0)};
}

std::vector<DocumentPlace> documentsIn(Statement found) {
  std::vector<DocumentPlace> places;
  while (found.step()) places.push_back({{found.integer(0)}, found.integer(1)});
  return places;
}

std::optional<std::int64_t> momentIn(Statement found) { return found.step() ? found.maybeInteger(0) : std::nullopt; }

}  // namespace

std::optional<AccountScope> findAccount(Connection& db, std::string_view accountId) {
  return scopeIn(db.query("SELECT id FROM account WHERE uid = $1", accountId));
}

std::vector<AccountScope> accountsAfter(Connection& db, AccountScope last, std::int64_t max) {
  std::vector<AccountScope> scopes;
  auto rows = db.query("SELECT id FROM account WHERE id > $1 ORDER BY id LIMIT $2", last.account, max);
  while (rows.step()) scopes.push_back({rows.integer(0)});
  return scopes;
}

std::int64_t nextAccountNumber(Connection& db) {
  auto last = db.query("SELECT coalesce(max(number), 1000) FROM account");
  last.step();
  return last.integer(0) + 1;
}

std::optional<AccountScope> findAccountOfUser(Connection& db, std::string_view userId) {
  return scopeIn(db.query("SELECT account_id FROM \"user\" WHERE uid = $1", userId));
}

std::optional<ApiKeyPlace> findApiKey(Connection& db, const Hash& keyHash) {
  auto found =
      db.query("SELECT account_id, user_id, id, uid, key_hash, revoked_at FROM api_key WHERE key_hash = $1", keyHash);
  if (!found.step()) return std::nullopt;
  ApiKeyPlace place;
  place.scope.account = found.integer(0);
  place.userRow = found.integer(1);
  place.keyRow = found.integer(2);
  place.keyId = found.text(3);
  const ByteView stored = found.bytes(4);
  std::copy_n(stored.begin(), std::min(stored.size(), place.keyHash.size()), place.keyHash.begin());
  place.revoked = !found.isNull(5);
  return place;
}

std::vector<FilePlace> findUnusedFiles(Connection& db, std::int64_t stagedBefore, std::int64_t max) {
  auto found =
      db.query("SELECT account_id, id FROM file WHERE used = 0 AND staged_at < $1 ORDER BY staged_at, id LIMIT $2",
               stagedBefore, max);
  std::vector<FilePlace> places;
  while (found.step()) places.push_back({AccountScope{found.integer(0)}, found.integer(1)});
  return places;
}

std::vector<FilePlace> filesAfter(Connection& db, std::int64_t row, std::int64_t max) {
  auto found =
      db.query("SELECT account_id, id FROM file WHERE complete = 1 AND id > $1 ORDER BY id LIMIT $2", row, max);
  std::vector<FilePlace> places;
  while (found.step()) places.push_back({AccountScope{found.integer(0)}, found.integer(1)});
  return places;
}

std::optional<SignerPlace> findSigner(Connection& db, std::string_view signerId) {
  auto found =
      db.query("SELECT account_id, document_id, id FROM document_party WHERE uid = $1 AND kind = 'signer'", signerId);
  if (!found.step()) return std::nullopt;
  return SignerPlace{{found.integer(0)}, found.integer(1), found.integer(2)};
}

std::optional<DocumentPlace> findDocument(Connection& db, std::string_view documentId) {
  auto found = db.query("SELECT account_id, id FROM document WHERE uid = $1", documentId);
  if (!found.step()) return std::nullopt;
  return DocumentPlace{{found.integer(0)}, found.integer(1)};
}

std::vector<DocumentPlace> findScheduledDue(Connection& db, std::int64_t now, std::int64_t max) {
  return documentsIn(
      db.query("SELECT account_id, id FROM document WHERE status = 'Scheduled' AND "
               "scheduled_send_at <= $1 ORDER BY scheduled_send_at LIMIT $2",
               now, max));
}

std::vector<DocumentPlace> findExpiringDue(Connection& db, std::int64_t now, std::int64_t max) {
  return documentsIn(
      db.query("SELECT account_id, id FROM document WHERE status = 'InProgress' AND "
               "expires_at <= $1 ORDER BY expires_at LIMIT $2",
               now, max));
}

std::optional<std::int64_t> nextDocumentDueAt(Connection& db) {
  const auto send = momentIn(db.query("SELECT min(scheduled_send_at) FROM document WHERE status = 'Scheduled'"));
  const auto expiry = momentIn(db.query("SELECT min(expires_at) FROM document WHERE status = 'InProgress'"));
  if (!send || !expiry) return send ? send : expiry;
  return std::min(*send, *expiry);
}

std::vector<DocumentPlace> findTrash(Connection& db, std::int64_t trashedUntil, std::int64_t max) {
  return documentsIn(db.query("SELECT account_id, id FROM document WHERE trashed_at <= $1 ORDER BY trashed_at LIMIT $2",
                              trashedUntil, max));
}

std::optional<std::int64_t> oldestTrashAt(Connection& db) {
  return momentIn(db.query("SELECT min(trashed_at) FROM document WHERE trashed_at IS NOT NULL"));
}

std::int64_t newestGrantChange(Connection& db) {
  auto newest = db.query("SELECT coalesce(max(seq), 0) FROM grant_change");
  newest.step();
  return newest.integer(0);
}

GrantChanges readGrantChanges(Connection& db, std::int64_t after, std::int64_t max) {
  GrantChanges out;
  out.last = after;
  // The row the reader stopped at comes first: while it is there, nothing behind it was pruned.
  auto rows = db.query("SELECT seq, account_id, actor_id FROM grant_change WHERE seq >= $1 ORDER BY seq LIMIT $2",
                       after, max + 2);
  bool complete = after == 0 || (rows.step() && rows.integer(0) == after);
  while (complete && rows.step()) {
    complete = rows.integer(0) == out.last + 1 && static_cast<std::int64_t>(out.changes.size()) < max;
    out.last = rows.integer(0);
    out.changes.push_back({rows.integer(1), rows.maybeInteger(2)});
  }
  if (!complete) return {newestGrantChange(db), true, {}};
  return out;
}

std::optional<AccountScope> findAccountOfIdentity(Connection& db, std::string_view identityId) {
  return scopeIn(db.query("SELECT account_id FROM identity WHERE uid = $1", identityId));
}

std::optional<AccountScope> findAccountOfGrant(Connection& db, std::string_view grantId) {
  return scopeIn(db.query("SELECT account_id FROM \"grant\" WHERE uid = $1", grantId));
}

bool isLinkedElsewhere(Connection& db, AccountScope scope, std::string_view emailKey, std::int64_t now) {
  auto row = db.query(
      "SELECT 1 FROM email_link AS link JOIN \"grant\" AS living ON living.principal_key = link.email_key "
      "AND living.account_id = link.account_id WHERE link.email_key = $1 AND link.account_id <> $2 "
      "AND living.ended_at IS NULL AND (living.until_at IS NULL OR living.until_at > $3) LIMIT 1",
      emailKey, scope.account, now);
  return row.step();
}

std::int64_t nextConsentMailAt(Connection& db, std::string_view emailKey, std::int64_t now, int mailsMax,
                               std::int64_t windowMs) {
  auto row = db.query("SELECT mail_at FROM consent_round WHERE email_key = $1 ORDER BY mail_at DESC LIMIT 1 OFFSET $2",
                      emailKey, std::int64_t{mailsMax} - 1);
  return row.step() ? std::max(now, row.integer(0) + windowMs) : now;
}

std::vector<WaitingIdentity> listWaitingIdentities(Connection& db, std::int64_t requestedUntil, std::int64_t max) {
  auto row = db.query(
      "SELECT account_id, id FROM identity WHERE status = 'Pending' AND lapsed_at IS NULL AND requested_at <= $1 "
      "ORDER BY requested_at LIMIT $2",
      requestedUntil, max);
  std::vector<WaitingIdentity> found;
  while (row.step()) found.push_back({AccountScope{row.integer(0)}, row.integer(1)});
  return found;
}

std::optional<std::int64_t> oldestWaitingRequest(Connection& db) {
  auto row = db.query("SELECT min(requested_at) FROM identity WHERE status = 'Pending' AND lapsed_at IS NULL");
  return row.step() ? row.maybeInteger(0) : std::nullopt;
}

namespace {

std::vector<MessagePlace> messagesIn(Statement found) {
  std::vector<MessagePlace> places;
  while (found.step()) places.push_back({{found.integer(0)}, found.integer(1)});
  return places;
}

}  // namespace

std::vector<MessagePlace> findMessagesDue(Connection& db, Delivery how, std::int64_t now, std::int64_t max) {
  return messagesIn(db.query(how == Delivery::mail
                                 ? "SELECT account_id, id FROM outbox WHERE state = 'waiting' "
                                   "AND channel <> 'webhook' AND not_before <= $1 ORDER BY not_before, id LIMIT $2"
                                 : "SELECT account_id, id FROM outbox WHERE state = 'waiting' "
                                   "AND channel = 'webhook' AND not_before <= $1 ORDER BY not_before, id LIMIT $2",
                             now, max));
}

std::vector<MessagePlace> findLeasesRunOut(Connection& db, Delivery how, std::int64_t now, std::int64_t max) {
  return messagesIn(db.query(how == Delivery::mail
                                 ? "SELECT account_id, id FROM outbox WHERE state = 'leased' "
                                   "AND channel <> 'webhook' AND lease_until <= $1 ORDER BY lease_until LIMIT $2"
                                 : "SELECT account_id, id FROM outbox WHERE state = 'leased' "
                                   "AND channel = 'webhook' AND lease_until <= $1 ORDER BY lease_until LIMIT $2",
                             now, max));
}

std::optional<std::int64_t> nextMessageAt(Connection& db, Delivery how) {
  return momentIn(
      db.query(how == Delivery::mail
                   ? "SELECT min(at) FROM (SELECT min(not_before) AS at FROM outbox WHERE state = 'waiting' "
                     "AND channel <> 'webhook' UNION ALL SELECT min(lease_until) FROM outbox WHERE state = 'leased' "
                     "AND channel <> 'webhook')"
                   : "SELECT min(at) FROM (SELECT min(not_before) AS at FROM outbox WHERE state = 'waiting' "
                     "AND channel = 'webhook' UNION ALL SELECT min(lease_until) FROM outbox WHERE state = 'leased' "
                     "AND channel = 'webhook')"));
}

std::optional<MessagePlace> findMessage(Connection& db, std::string_view messageId) {
  auto found = db.query("SELECT account_id, id FROM outbox WHERE uid = $1", messageId);
  if (!found.step()) return std::nullopt;
  return MessagePlace{{found.integer(0)}, found.integer(1)};
}

std::vector<MessagePlace> findDeadMessages(Connection& db, std::int64_t before, std::int64_t offset, std::int64_t max) {
  return messagesIn(
      db.query("SELECT account_id, id FROM outbox WHERE state = 'dead' AND id < $1 ORDER BY id DESC LIMIT $2 OFFSET $3",
               before, max, offset));
}

std::int64_t countDeadMessages(Connection& db, std::int64_t max) {
  auto found = db.query("SELECT count(*) FROM (SELECT 1 FROM outbox WHERE state = 'dead' LIMIT $1)", max);
  return found.step() ? found.integer(0) : 0;
}

}  // namespace stead::crossAccount
