// The lists of people: the users of an account, those of one team, and the teams. One driving index each, newest first;
// a search looks at a bounded number of rows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/paging.h"
#include "storage/database.h"

namespace stead::people {

enum class Roster : std::uint8_t { users, members, teams };

struct RosterWish {
  Roster roster = Roster::users;
  std::int64_t teamRow = 0;  // members
  std::string needle;        // ASCII lower case, part of a name, an address or an id; "": all
  PageRequest page;
};

struct RosterPage {
  std::vector<std::int64_t> rows;
  std::optional<std::int64_t> after;  // where the next page goes on
  Total total;
};

[[nodiscard]] RosterPage listRoster(Connection& db, AccountScope scope, const RosterWish& wish);

// The one statement behind each list, for the test that asks how it is driven. Parameters: account, the row key to stay
// below, how many, how many to skip; for members the team's row comes second.
[[nodiscard]] std::string_view statementOf(Roster roster) noexcept;

// Whether the needle is a part of one of the texts, in any ASCII case.
[[nodiscard]] bool isPartOf(std::string_view needle, std::string_view name, std::string_view email,
                            std::string_view id);

// Keeps the totals; members are counted when asked for.
void countInRoster(Connection& db, AccountScope scope, Roster roster, std::int64_t change);

}  // namespace stead::people
