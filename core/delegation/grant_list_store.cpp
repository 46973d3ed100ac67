#include "delegation/grant_list_store.h"

#include "base/error.h"

namespace stead::delegation {
namespace {

// The columns of readGrant(), in its order. A macro because statements must be literals.
#define STEAD_LISTED_GRANT "g.uid, g.version, g.operations, g.from_at, g.until_at, g.born_at, g.ended_at, g.end_reason"
// The columns of readActors(), in its order.
#define STEAD_LISTED_ACTOR "g.id, u.uid, u.name, u.email, g.principal_name, g.principal_email, " STEAD_LISTED_GRANT

GrantRow readGrant(const Statement& row, int column) {
  GrantRow grant;
  grant.id = row.text(column);
  grant.version = row.integer(column + 1);
  grant.operations = operationSetFrom(row.view(column + 2));
  grant.from = row.maybeInteger(column + 3);
  grant.until = row.maybeInteger(column + 4);
  grant.bornAt = row.integer(column + 5);
  grant.endedAt = row.maybeInteger(column + 6);
  grant.endReason = row.text(column + 7);
  return grant;
}

std::vector<ActorRow> readActors(Statement row) {
  std::vector<ActorRow> found;
  while (row.step()) {
    found.push_back(
        {row.integer(0), readGrant(row, 6), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)});
  }
  return found;
}

std::int64_t countIn(Statement row) { return row.step() ? row.integer(0) : 0; }

}  // namespace

std::vector<PrincipalRow> listPrincipalsOf(Connection& db, AccountScope scope, std::int64_t actorRow,
                                           std::int64_t before, std::int64_t limit) {
  auto row = db.query("SELECT i.id, i.uid, i.name, i.email, i.status, " STEAD_LISTED_GRANT
                      " FROM identity i LEFT JOIN \"grant\" g ON g.id = i.grant_id "
                      "WHERE i.creator_id = $1 AND i.account_id = $2 AND i.id < $3 ORDER BY i.id DESC LIMIT $4",
                      actorRow, scope.account, before, limit);
  std::vector<PrincipalRow> found;
  while (row.step()) {
    const auto status = identityStatusNamed(row.view(4));
    if (!status) throw Error(Code::storeFailed, "a stored sender identity is damaged: unknown status");
    found.push_back({row.integer(0), row.text(1), row.text(2), row.text(3), *status, std::nullopt});
    if (!row.isNull(5)) found.back().grant = readGrant(row, 5);
  }
  return found;
}

std::vector<ActorRow> listGrantsFor(Connection& db, AccountScope scope, std::string_view principalKey,
                                    std::int64_t before, std::int64_t limit) {
  return readActors(db.query("SELECT " STEAD_LISTED_ACTOR " FROM \"grant\" g JOIN \"user\" u ON u.id = g.actor_id "
                             "WHERE g.account_id = $1 AND g.principal_key = $2 AND g.id < $3 "
                             "ORDER BY g.id DESC LIMIT $4",
                             scope.account, principalKey, before, limit));
}

std::int64_t countGrantsFor(Connection& db, AccountScope scope, std::string_view principalKey, std::int64_t max) {
  return countIn(
      db.query("SELECT count(*) FROM (SELECT 1 FROM \"grant\" "
               "WHERE account_id = $1 AND principal_key = $2 LIMIT $3) AS some",
               scope.account, principalKey, max));
}

std::vector<ActorRow> listGrants(Connection& db, AccountScope scope, std::int64_t before, std::int64_t limit) {
  return readActors(db.query("SELECT " STEAD_LISTED_ACTOR " FROM \"grant\" g JOIN \"user\" u ON u.id = g.actor_id "
                             "WHERE g.account_id = $1 AND g.id < $2 ORDER BY g.id DESC LIMIT $3",
                             scope.account, before, limit));
}

std::int64_t countGrants(Connection& db, AccountScope scope, std::int64_t max) {
  return countIn(db.query("SELECT count(*) FROM (SELECT 1 FROM \"grant\" WHERE account_id = $1 LIMIT $2) AS some",
                          scope.account, max));
}

}  // namespace stead::delegation
