// Rows of teams.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "storage/database.h"

namespace stead::people {

struct Team {
  std::int64_t row = 0;
  std::string id;
  std::string name;
  std::string nameKey;  // under which names are compared: unique in an account
  std::int64_t version = 1;
  std::int64_t createdAt = 0;
  std::int64_t updatedAt = 0;
};

[[nodiscard]] std::optional<Team> findTeamById(Connection& db, AccountScope scope, std::string_view id);
[[nodiscard]] std::optional<Team> findTeam(Connection& db, AccountScope scope, std::int64_t row);
[[nodiscard]] std::optional<Team> findTeamNamed(Connection& db, AccountScope scope, std::string_view nameKey);
// Fills team.row; counts the team for the account.
void insertTeam(Connection& db, AccountScope scope, Team& team);
// Writes name, version and updatedAt.
void updateTeam(Connection& db, AccountScope scope, const Team& team);

}  // namespace stead::people
