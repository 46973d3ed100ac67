#include "people/team_store.h"

namespace stead::people {

std::optional<Team> findTeamById(Connection& db, AccountScope scope, std::string_view id) {
  auto found = db.query("SELECT id, uid, name, name_key, created_at FROM team WHERE uid = $2 AND account_id = $1",
                        scope.account, id);
  if (!found.step()) return std::nullopt;
  Team team;
  team.row = found.integer(0);
  team.id = found.text(1);
  team.name = found.text(2);
  team.nameKey = found.text(3);
  team.createdAt = found.integer(4);
  return team;
}

bool hasTeamNamed(Connection& db, AccountScope scope, std::string_view nameKey) {
  return db.query("SELECT 1 FROM team WHERE account_id = $1 AND name_key = $2", scope.account, nameKey).step();
}

void insertTeam(Connection& db, AccountScope scope, Team& team) {
  team.row = db.insert("INSERT INTO team (account_id, uid, name, name_key, created_at) VALUES ($1, $2, $3, $4, $5)",
                       scope.account, team.id, team.name, team.nameKey, team.createdAt);
}

}  // namespace stead::people
