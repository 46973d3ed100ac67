#include "storage/cross_account.h"

#include <algorithm>

namespace stead::crossAccount {
namespace {

std::optional<AccountScope> scopeIn(Statement found) {
  if (!found.step()) return std::nullopt;
  return AccountScope{found.integer(0)};
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

}  // namespace stead::crossAccount
