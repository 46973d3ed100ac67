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

std::optional<std::int64_t> momentIn(Statement found) {
  return found.step() ? found.maybeInteger(0) : std::nullopt;
}

}  // namespace

std::optional<AccountScope> findAccount(Connection& db, std::string_view accountId) {
  return scopeIn(db.query("SELECT id FROM account WHERE uid = $1", accountId));
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

std::optional<SignerPlace> findSigner(Connection& db, std::string_view signerId) {
  auto found = db.query("SELECT account_id, document_id, id FROM document_party WHERE uid = $1 AND kind = 'signer'",
                        signerId);
  if (!found.step()) return std::nullopt;
  return SignerPlace{{found.integer(0)}, found.integer(1), found.integer(2)};
}

std::vector<DocumentPlace> findScheduledDue(Connection& db, std::int64_t now, std::int64_t max) {
  return documentsIn(db.query("SELECT account_id, id FROM document WHERE status = 'Scheduled' AND "
                              "scheduled_send_at <= $1 ORDER BY scheduled_send_at LIMIT $2",
                              now, max));
}

std::vector<DocumentPlace> findExpiringDue(Connection& db, std::int64_t now, std::int64_t max) {
  return documentsIn(db.query("SELECT account_id, id FROM document WHERE status = 'InProgress' AND "
                              "expires_at <= $1 ORDER BY expires_at LIMIT $2",
                              now, max));
}

std::optional<std::int64_t> nextDocumentDueAt(Connection& db) {
  const auto send = momentIn(db.query("SELECT min(scheduled_send_at) FROM document WHERE status = 'Scheduled'"));
  const auto expiry = momentIn(db.query("SELECT min(expires_at) FROM document WHERE status = 'InProgress'"));
  if (!send || !expiry) return send ? send : expiry;
  return std::min(*send, *expiry);
}

}  // namespace stead::crossAccount
