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
  std::int64_t createdAt = 0;
};

[[nodiscard]] std::optional<Team> findTeamById(Connection& db, AccountScope scope, std::string_view id);
[[nodiscard]] bool hasTeamNamed(Connection& db, AccountScope scope, std::string_view nameKey);
// Fills team.row.
void insertTeam(Connection& db, AccountScope scope, Team& team);

}  // namespace stead::people
