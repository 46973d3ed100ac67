// The roster: who is in the account and in its teams. Reads only.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "base/record_reader.h"
#include "base/text.h"
#include "delegation/guard.h"
#include "people/people_records.h"
#include "people/people_verbs.h"
#include "people/people_work.h"
#include "people/roster_store.h"

namespace stead::people {
namespace {

constexpr std::string_view userList = "users";
constexpr std::string_view memberList = "members";
constexpr std::string_view teamList = "teams";

struct UserListWish {
  RosterWish roster;
  std::optional<std::string> teamId;
  std::vector<std::string> userIds;
  bool byIds = false;
};

std::string readNeedle(RecordReader& in) {
  const auto search = in.text("search", {.codePointsMax = limits::searchCodePointsMax});
  return text::asciiLower(text::trim(search.value_or("")));
}

std::vector<std::string> readUserIds(RecordReader& in, Violations& violations) {
  std::vector<std::string> out;
  const Json* const ids = in.array("userIds", limits::userIdsMax);
  for (std::size_t i = 0; ids != nullptr && i < ids->size(); ++i) {
    const Json& item = (*ids)[i];
    std::string id = item.is_string() ? text::asciiLower(item.get_ref<const std::string&>()) : std::string();
    if (!text::isGuid(id)) violations.add(in.pathOf("userIds", i), "must be an id (GUID form)");
    out.push_back(std::move(id));
  }
  return out;
}

UserListWish readUserList(const Json& request) {
  Violations violations;
  RecordReader in(request, violations);
  UserListWish out;
  out.teamId = in.guid("teamId");
  out.roster.roster = out.teamId ? Roster::members : Roster::users;
  out.roster.page = readPage(in, out.teamId ? memberList : userList);
  out.roster.needle = readNeedle(in);
  out.userIds = readUserIds(in, violations);
  out.byIds = !out.userIds.empty();
  if (out.byIds && out.teamId) in.violation("userIds", "cannot be combined with teamId; give one of the two");
  in.refuseUnknown();
  violations.throwIfAny();
  return out;
}

// Those of the named users that are there and match, newest first.
RosterPage pageOfNamed(Connection& db, AccountScope scope, const UserListWish& wish) {
  std::vector<std::int64_t> rows;
  for (const std::string& id : wish.userIds) {
    const auto user = findUserById(db, scope, id);
    if (user && isPartOf(wish.roster.needle, user->name, user->email, user->id)) rows.push_back(user->row);
  }
  std::sort(rows.begin(), rows.end(), std::greater<>());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  RosterPage out;
  out.total.count = static_cast<std::int64_t>(rows.size());
  const PageRequest& page = wish.roster.page;
  if (page.after) std::erase_if(rows, [&](std::int64_t row) { return row >= page.after->front(); });
  const auto begin = std::min(rows.size(), page.after ? 0 : static_cast<std::size_t>(page.offset()));
  const auto end = std::min(rows.size(), begin + static_cast<std::size_t>(page.pageSize));
  for (std::size_t i = begin; i < end; ++i) out.rows.push_back(rows[i]);
  if (end < rows.size()) out.after = out.rows.back();
  return out;
}

Json pageOf(Json items, const RosterPage& page, std::string_view list) {
  std::optional<std::string> cursor;
  if (page.after) cursor = encodeCursor(list, {*page.after});
  return pageAnswer(std::move(items), cursor, page.total);
}

Json describeMembers(Connection& db, AccountScope scope, const RosterPage& page) {
  Json members = Json::array();
  for (const std::int64_t row : page.rows) {
    const auto user = findUser(db, scope, row);
    if (user) members.push_back(memberRecord(*user));
  }
  return members;
}

}  // namespace

Json listUsers(Engine& engine, const Session& session, const Json& request) {
  const UserListWish wanted = readUserList(request);
  Json answer;
  engine.read(session.scope, [&](Connection& db, std::int64_t now) {
    (void)delegation::requireForRead(db, now, session, "user.view");
    RosterWish wish = wanted.roster;
    if (wanted.teamId) wish.teamRow = requireTeam(db, session.scope, *wanted.teamId, "/teamId").row;
    const RosterPage page = wanted.byIds ? pageOfNamed(db, session.scope, wanted) : listRoster(db, session.scope, wish);
    Json items = Json::array();
    for (const std::int64_t row : page.rows) {
      const auto user = findUser(db, session.scope, row);
      if (user) items.push_back(userRecord(*user, session.accountId));
    }
    answer = pageOf(std::move(items), page, wanted.teamId ? memberList : userList);
  });
  return answer;
}

Json getTeam(Engine& engine, const Session& session, std::string_view teamId) {
  const std::string id = readId(teamId, "team");
  Json answer;
  engine.read(session.scope, [&](Connection& db, std::int64_t now) {
    (void)delegation::requireForReadOf(db, now, session, "team.view", "team", id);
    const auto team = findTeamById(db, session.scope, id);
    if (!team) throw Error(Code::teamNotFound, "the account has no team with this id");
    RosterWish wish;
    wish.roster = Roster::members;
    wish.teamRow = team->row;
    wish.page.pageSize = limits::teamMembersShownMax;
    const RosterPage page = listRoster(db, session.scope, wish);
    answer = teamRecord(*team);
    answer["members"] = describeMembers(db, session.scope, page);
    answer["membersCapped"] = page.after.has_value();
  });
  return answer;
}

Json listTeams(Engine& engine, const Session& session, const Json& request) {
  Violations violations;
  RecordReader in(request, violations);
  RosterWish wish;
  wish.roster = Roster::teams;
  wish.page = readPage(in, teamList);
  wish.needle = readNeedle(in);
  in.refuseUnknown();
  violations.throwIfAny();
  Json answer;
  engine.read(session.scope, [&](Connection& db, std::int64_t now) {
    (void)delegation::requireForRead(db, now, session, "team.view");
    const RosterPage page = listRoster(db, session.scope, wish);
    Json items = Json::array();
    for (const std::int64_t row : page.rows) {
      const auto team = findTeam(db, session.scope, row);
      if (team) items.push_back(teamRecord(*team));
    }
    answer = pageOf(std::move(items), page, teamList);
  });
  return answer;
}

}  // namespace stead::people
