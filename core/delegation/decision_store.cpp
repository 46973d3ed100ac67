#include "delegation/decision_store.h"

#include "base/error.h"

namespace stead::delegation {

void eachRevokedKey(Connection& db, AccountScope scope, std::int64_t userRow, const OnRevokedKey& on) {
  auto row =
      db.query("SELECT id FROM api_key WHERE user_id = $1 AND account_id = $2 AND revoked_at IS NOT NULL ORDER BY id",
               userRow, scope.account);
  while (row.step()) {
    if (!on(row.integer(0))) return;
  }
}

void eachIdentity(Connection& db, AccountScope scope, std::int64_t creatorRow, const OnIdentity& on) {
  auto row = db.query(
      R"(SELECT i.email_key, i.status, g.uid, g.version, g.operations, g.from_at, g.until_at, g.ended_at
         FROM identity i LEFT JOIN "grant" g ON g.id = i.grant_id
         WHERE i.creator_id = $1 AND i.account_id = $2)",
      creatorRow, scope.account);
  while (row.step()) {
    const auto status = identityStatusNamed(row.view(1));
    if (!status) throw Error(Code::storeFailed, "a stored sender identity is damaged: unknown status");
    IdentityFacts identity;
    identity.status = *status;
    if (!row.isNull(2)) {
      GrantFacts grant;
      grant.id = row.view(2);
      grant.version = row.integer(3);
      grant.operations = operationSetFrom(row.view(4));
      grant.from = row.maybeInteger(5);
      grant.until = row.maybeInteger(6);
      grant.ended = !row.isNull(7);
      identity.grant = grant;
    }
    if (!on(row.view(0), identity)) return;
  }
}

}  // namespace stead::delegation
