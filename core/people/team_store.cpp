#include "people/team_store.h"

#include "people/roster_store.h"

namespace stead::people {
namespace {

std::optional<Team> oneTeam(Statement found) {
  if (!found.step()) return std::nullopt;
  Team team;
  team.row = found.integer(0);
  team.id = found.text(1);
  team.name = found.text(2);
  team.nameKey = found.text(3);
  team.version = found.integer(4);
  team.createdAt = found.integer(5);
  team.updatedAt = found.integer(6);
  return team;
}

}  // namespace

std::optional<Team> findTeamById(Connection& db, AccountScope scope, std::string_view id) {
  return oneTeam(
      db.query("SELECT id, uid, name, name_key, version, created_at, updated_at FROM team "
               "WHERE uid = $2 AND account_id = $1",
               scope.account, id));
}

std::optional<Team> findTeam(Connection& db, AccountScope scope, std::int64_t row) {
  return oneTeam(
      db.query("SELECT id, uid, name, name_key, version, created_at, updated_at FROM team "
               "WHERE id = $2 AND account_id = $1",
               scope.account, row));
}

std::optional<Team> findTeamNamed(Connection& db, AccountScope scope, std::string_view nameKey) {
  return oneTeam(
      db.query("SELECT id, uid, name, name_key, version, created_at, updated_at FROM team "
               "WHERE account_id = $1 AND name_key = $2",
               scope.account, nameKey));
}

void insertTeam(Connection& db, AccountScope scope, Team& team) {
  team.row = db.insert(
      "INSERT INTO team (account_id, uid, name, name_key, version, created_at, updated_at) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7)",
      scope.account, team.id, team.name, team.nameKey, team.version, team.createdAt, team.updatedAt);
  countInRoster(db, scope, Roster::teams, 1);
}

void updateTeam(Connection& db, AccountScope scope, const Team& team) {
  db.run("UPDATE team SET name = $3, name_key = $4, version = $5, updated_at = $6 WHERE id = $2 AND account_id = $1",
         scope.account, team.row, team.name, team.nameKey, team.version, team.updatedAt);
}

}  // namespace stead::people
