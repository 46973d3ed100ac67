#include "people/api_key_store.h"

namespace stead::people {
namespace {

ApiKey readKey(const Statement& found) {
  ApiKey key;
  key.row = found.integer(0);
  key.id = found.text(1);
  key.userRow = found.integer(2);
  key.name = found.text(3);
  key.createdAt = found.integer(4);
  key.revokedAt = found.maybeInteger(5);
  return key;
}

}  // namespace

std::optional<ApiKey> findApiKeyById(Connection& db, AccountScope scope, std::string_view id) {
  auto found =
      db.query("SELECT id, uid, user_id, name, created_at, revoked_at FROM api_key WHERE uid = $2 AND account_id = $1",
               scope.account, id);
  if (!found.step()) return std::nullopt;
  return readKey(found);
}

std::vector<ApiKey> listApiKeysOf(Connection& db, AccountScope scope, std::int64_t userRow, std::int64_t beforeRow,
                                  std::int64_t max) {
  auto found = db.query(
      "SELECT id, uid, user_id, name, created_at, revoked_at FROM api_key "
      "WHERE user_id = $2 AND id < $3 AND account_id = $1 ORDER BY id DESC LIMIT $4",
      scope.account, userRow, beforeRow, max);
  std::vector<ApiKey> keys;
  while (found.step()) keys.push_back(readKey(found));
  return keys;
}

std::int64_t countApiKeysOf(Connection& db, AccountScope scope, std::int64_t userRow, bool withRevoked,
                            std::int64_t max) {
  auto count = db.query(
      "SELECT count(*) FROM (SELECT 1 FROM api_key "
      "WHERE user_id = $2 AND account_id = $1 AND ($3 = 1 OR revoked_at IS NULL) LIMIT $4)",
      scope.account, userRow, withRevoked, max);
  return count.step() ? count.integer(0) : 0;
}

void insertApiKey(Connection& db, AccountScope scope, ApiKey& key, const Hash& keyHash) {
  key.row = db.insert(
      "INSERT INTO api_key (account_id, user_id, uid, name, key_hash, created_at) "
      "VALUES ($1, $2, $3, $4, $5, $6)",
      scope.account, key.userRow, key.id, key.name, keyHash, key.createdAt);
}

void setApiKeyRevoked(Connection& db, AccountScope scope, std::int64_t row, std::int64_t revokedAt) {
  db.run("UPDATE api_key SET revoked_at = $3 WHERE id = $2 AND account_id = $1", scope.account, row, revokedAt);
}

}  // namespace stead::people
