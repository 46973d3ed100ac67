#include "people/roster_store.h"

#include <algorithm>
#include <limits>

#include "base/limits.h"
#include "base/text.h"

namespace stead::people {
namespace {

constexpr std::int64_t newest = std::numeric_limits<std::int64_t>::max();

// Columns: row, name, e-mail, id.
Statement openRows(Connection& db, AccountScope scope, const RosterWish& wish, std::int64_t before, std::int64_t count,
                   std::int64_t offset) {
  const std::string_view sql = statementOf(wish.roster);
  if (wish.roster == Roster::members) return db.query(sql, scope.account, wish.teamRow, before, count, offset);
  return db.query(sql, scope.account, before, count, offset);
}

std::string_view counterOf(Roster roster) noexcept { return roster == Roster::teams ? "people/teams" : "people/users"; }

Total countMembers(Connection& db, std::int64_t teamRow) {
  auto count = db.query("SELECT count(*) FROM (SELECT 1 FROM \"user\" WHERE team_id = $1 LIMIT $2)", teamRow,
                        limits::totalCountedMax + 1);
  const std::int64_t members = count.step() ? count.integer(0) : 0;
  return {std::min(members, limits::totalCountedMax), members > limits::totalCountedMax};
}

Total countAll(Connection& db, AccountScope scope, const RosterWish& wish) {
  if (wish.roster == Roster::members) return countMembers(db, wish.teamRow);
  auto row = db.query("SELECT value FROM counter WHERE account_id = $1 AND name = $2 AND subject = 0", scope.account,
                      counterOf(wish.roster));
  return {row.step() ? row.integer(0) : 0, false};
}

RosterPage wholePage(Connection& db, AccountScope scope, const RosterWish& wish) {
  RosterPage out;
  out.total = countAll(db, scope, wish);
  const PageRequest& page = wish.page;
  auto row = openRows(db, scope, wish, page.after ? page.after->front() : newest, page.pageSize + 1,
                      page.after ? 0 : page.offset());
  while (row.step()) {
    if (static_cast<std::int64_t>(out.rows.size()) == page.pageSize) {
      out.after = out.rows.back();
      break;
    }
    out.rows.push_back(row.integer(0));
  }
  return out;
}

// What a bounded look through a list found.
struct Scan {
  std::vector<std::int64_t> matching;
  std::int64_t last = 0;  // the last row looked at
  bool cutShort = false;  // there are rows that were not looked at
};

Scan scan(Connection& db, AccountScope scope, const RosterWish& wish, std::int64_t before, std::size_t matchesMax) {
  Scan found;
  auto row = openRows(db, scope, wish, before, limits::listStepsMax + 1, 0);
  for (std::int64_t steps = 0; row.step(); ++steps) {
    if (steps == limits::listStepsMax || found.matching.size() == matchesMax) {
      found.cutShort = true;
      return found;
    }
    found.last = row.integer(0);
    if (isPartOf(wish.needle, row.view(1), row.view(2), row.view(3))) found.matching.push_back(found.last);
  }
  return found;
}

RosterPage searchedPage(Connection& db, AccountScope scope, const RosterWish& wish) {
  RosterPage out;
  const PageRequest& page = wish.page;
  const auto size = static_cast<std::size_t>(page.pageSize);
  const Scan whole = scan(db, scope, wish, newest, std::numeric_limits<std::size_t>::max());
  out.total = {static_cast<std::int64_t>(whole.matching.size()), whole.cutShort};
  const Scan part = page.after ? scan(db, scope, wish, page.after->front(), size + 1) : Scan();
  const Scan& found = page.after ? part : whole;
  const std::size_t begin = std::min(page.after ? 0 : static_cast<std::size_t>(page.offset()), found.matching.size());
  const std::size_t end = begin + std::min(size, found.matching.size() - begin);
  for (std::size_t i = begin; i < end; ++i) out.rows.push_back(found.matching[i]);
  if (end < found.matching.size()) {
    out.after = out.rows.back();
  } else if (found.cutShort) {
    out.after = found.last;  // "continue": there may be more further down
  }
  return out;
}

}  // namespace

RosterPage listRoster(Connection& db, AccountScope scope, const RosterWish& wish) {
  return wish.needle.empty() ? wholePage(db, scope, wish) : searchedPage(db, scope, wish);
}

std::string_view statementOf(Roster roster) noexcept {
  switch (roster) {
    case Roster::users:
      return "SELECT id, name, email, uid FROM \"user\" WHERE account_id = $1 AND id < $2 "
             "ORDER BY id DESC LIMIT $3 OFFSET $4";
    case Roster::members:
      return "SELECT id, name, email, uid FROM \"user\" WHERE team_id = $2 AND id < $3 AND account_id = $1 "
             "ORDER BY id DESC LIMIT $4 OFFSET $5";
    case Roster::teams:
      break;
  }
  return "SELECT id, name, '', uid FROM team WHERE account_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3 OFFSET $4";
}

bool isPartOf(std::string_view needle, std::string_view name, std::string_view email, std::string_view id) {
  const auto holds = [needle](std::string_view text) {
    return text::asciiLower(text).find(needle) != std::string::npos;
  };
  return holds(name) || holds(email) || holds(id);
}

void countInRoster(Connection& db, AccountScope scope, Roster roster, std::int64_t change) {
  db.run(
      "INSERT INTO counter (account_id, name, subject, value) VALUES ($1, $2, 0, $3) "
      "ON CONFLICT (account_id, name, subject) DO UPDATE SET value = counter.value + excluded.value",
      scope.account, counterOf(roster), change);
}

}  // namespace stead::people
