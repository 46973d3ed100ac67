// The lists of people: order, pages, cursors, search, totals, and what drives them.
#include <catch2/catch.hpp>

#include "base/limits.h"
#include "people/roster_store.h"
#include "people/user_store.h"
#include "support/people.h"
#include "support/plan.h"

using namespace stead;
using namespace stead::test;

namespace {

std::string numbered(int i) { return "person" + std::to_string(i) + "@cubeflakes.com"; }

// Rows as invite would write them, without the cost of asking.
void fill(TestStore& store, const Office& office, int count, std::optional<std::int64_t> teamRow = {}) {
  store.engine().write(office.scope, [&](UnitOfWork& work) {
    for (int i = 0; i < count; ++i) {
      people::User user;
      user.id = work.newId();
      user.email = user.emailKey = numbered(i);
      user.name = "David";
      user.teamRow = teamRow;
      user.createdAt = user.updatedAt = work.now;
      people::insertUser(work.db, work.scope, user);
    }
  });
}

std::vector<std::string> emailsOf(const Json& page) {
  std::vector<std::string> out;
  for (const Json& item : page["items"]) out.push_back(item["email"]);
  return out;
}

}  // namespace

TEST_CASE("Users are listed newest first, page by page or by cursor", "[people]") {
  TestStore store;
  Office office(store);
  Office other(store, "Elsewhere");
  fill(store, office, 24);
  const auto listed = [&](const Json& request) { return people::listUsers(store.engine(), office.luther, request); };
  const Json first = listed(Json::object());
  CHECK(first["items"].size() == 10);
  CHECK(first["total"] == 25);
  CHECK(first["totalCapped"] == false);
  CHECK(emailsOf(first).front() == numbered(23));
  CHECK(first["items"][0] ==
        people::getUser(store.engine(), office.luther, first["items"][0]["id"].get<std::string>()));
  const Json last = listed({{"page", 3}});
  CHECK(emailsOf(last) == std::vector<std::string>{numbered(3), numbered(2), numbered(1), numbered(0), lutherEmail});
  CHECK(last["nextCursor"].is_null());
  CHECK(listed({{"page", 4}})["items"].empty());
  std::vector<std::string> all;
  Json page = listed({{"pageSize", 7}});
  for (;;) {
    for (const auto& email : emailsOf(page)) all.push_back(email);
    if (page["nextCursor"].is_null()) break;
    page = listed({{"pageSize", 7}, {"cursor", page["nextCursor"]}});
  }
  CHECK(all.size() == 25);
  CHECK(all.back() == lutherEmail);
  CHECK(people::listUsers(store.engine(), other.luther, Json::object())["total"] == 1);
  // The cursor of another list is none of this one.
  const Json teams = people::createTeam(store.engine(), office.luther, {{"name", "Sales"}});
  (void)people::createTeam(store.engine(), office.luther, {{"name", "Legal"}});
  const Json ofTeams = people::listTeams(store.engine(), office.luther, {{"pageSize", 1}});
  CHECK(fieldsOf([&] { (void)listed({{"cursor", ofTeams["nextCursor"]}}); }) == std::vector<std::string>{"/cursor"});
}

TEST_CASE("A search looks for a part of name, address or id, in any case", "[people]") {
  TestStore store;
  Office office(store);
  const std::string sales = people::createTeam(store.engine(), office.luther, {{"name", "Sales"}})["id"];
  const Session hank = office.join(hankEmail, "Hank White", "Member", sales);
  fill(store, office, 12);
  const auto total = [&](const Json& request) {
    return people::listUsers(store.engine(), office.luther, request)["total"].get<int>();
  };
  struct Row {
    Json request;
    int total;
  };
  const std::string middle = hank.userId.substr(9, 20);
  const Row rows[] = {{{{"search", "hANK"}}, 1},
                      {{{"search", " white "}}, 1},
                      {{{"search", "person1@"}}, 1},
                      {{{"search", "PERSON1"}}, 3},
                      {{{"search", "cubeflakes.com"}}, 14},
                      {{{"search", middle}}, 1},
                      {{{"search", "nobody"}}, 0},
                      {{{"search", ""}}, 14},
                      {{{"search", "david"}, {"teamId", sales}}, 0},
                      {{{"search", "hank"}, {"teamId", sales}}, 1},
                      {{{"userIds", Json::array({hank.userId, hank.userId, office.luther.userId})}}, 2},
                      {{{"userIds", Json::array({hank.userId, office.luther.userId})}, {"search", "luther"}}, 1}};
  for (const Row& row : rows) {
    CAPTURE(row.request.dump());
    CHECK(total(row.request) == row.total);
  }
  const Json page = people::listUsers(store.engine(), office.luther, {{"search", "person"}, {"pageSize", 5}});
  CHECK(page["items"].size() == 5);
  const Json next = people::listUsers(store.engine(), office.luther,
                                      {{"search", "person"}, {"pageSize", 5}, {"cursor", page["nextCursor"]}});
  CHECK(emailsOf(next).front() == numbered(6));
  const Json third =
      people::listUsers(store.engine(), office.luther, {{"search", "person"}, {"pageSize", 5}, {"page", 3}});
  CHECK(emailsOf(third) == std::vector<std::string>{numbered(1), numbered(0)});
  CHECK(fieldsOf([&] {
          (void)people::listUsers(store.engine(), office.luther, {{"userIds", Json(101, hank.userId)}});
        }) == std::vector<std::string>{"/userIds"});
}

TEST_CASE("A search that finds little goes on where it stopped", "[people]") {
  TestStore store;
  Office office(store);
  const int more = static_cast<int>(limits::listStepsMax) + 10;
  fill(store, office, more);
  const Json first = people::listUsers(store.engine(), office.luther, {{"search", "luther"}});
  CHECK(first["items"].empty());
  CHECK(first["totalCapped"] == true);
  REQUIRE(first["nextCursor"].is_string());
  const Json next =
      people::listUsers(store.engine(), office.luther, {{"search", "luther"}, {"cursor", first["nextCursor"]}});
  CHECK(emailsOf(next) == std::vector<std::string>{lutherEmail});
  CHECK(next["nextCursor"].is_null());
}

TEST_CASE("A team shows its newest members and counts who comes and goes", "[people]") {
  TestStore store;
  Office office(store);
  Engine& engine = store.engine();
  const Json team = people::createTeam(engine, office.luther, {{"name", "Sales"}});
  const std::string sales = team["id"];
  CHECK(people::getTeam(engine, office.luther, sales)["members"].empty());
  const std::int64_t row = store.number("SELECT id FROM team WHERE uid = $1", sales);
  const int more = static_cast<int>(limits::teamMembersShownMax) + 1;
  fill(store, office, more, row);
  const Json shown = people::getTeam(engine, office.luther, sales);
  CHECK(shown["members"].size() == limits::teamMembersShownMax);
  CHECK(shown["membersCapped"] == true);
  CHECK(shown["members"][0]["email"] == numbered(more - 1));
  CHECK(people::listUsers(engine, office.luther, {{"teamId", sales}})["total"] == more);

  const std::string invited = people::inviteUser(engine, office.luther, {{"email", hankEmail}})["id"];
  CHECK(people::listUsers(engine, office.luther, Json::object())["total"] == more + 2);
  (void)people::cancelInvitation(engine, office.luther, invited);
  CHECK(people::listUsers(engine, office.luther, Json::object())["total"] == more + 1);
  CHECK(people::listTeams(engine, office.luther, Json::object())["total"] == 1);
}

TEST_CASE("A team gets another name that is not taken", "[people]") {
  TestStore store;
  Office office(store);
  Engine& engine = store.engine();
  const std::string sales = people::createTeam(engine, office.luther, {{"name", "Sales"}})["id"];
  (void)people::createTeam(engine, office.luther, {{"name", "Legal"}});
  const auto renamed = [&](const Json& request) { return people::renameTeam(engine, office.luther, sales, request); };
  CHECK(codeOf([&] { (void)renamed({{"name", " LEGAL"}}); }) == "teamExists");
  CHECK(codeOf([&] { (void)renamed({{"name", "Selling"}, {"version", 7}}); }) == "versionMoved");
  const auto from = store.entryCount(office.scope);
  CHECK(renamed({{"name", "Sales"}})["version"] == 1);  // no change
  CHECK(store.entryCount(office.scope) == from);
  store.advance(1000);
  const Json other = renamed({{"name", "sales"}, {"version", 1}});
  CHECK(other["name"] == "sales");
  CHECK(other["version"] == 2);
  CHECK(other["updatedAt"] == startMs + 1000);
  CHECK(other["createdAt"] == startMs);
  const auto entries = store.entries(office.scope, from);
  REQUIRE(entries.size() == 1);
  CHECK(entries[0]["operation"] == "team.rename");
  CHECK(entries[0]["detail"] == Json{{"name", "sales"}});
  CHECK(codeOf([&] { (void)people::createTeam(engine, office.luther, {{"name", "SALES"}}); }) == "teamExists");
}

TEST_CASE("Each list of people is driven by an index of its own and sorts nothing", "[people]") {
  TestStore store;
  Office office(store);
  fill(store, office, 200);
  for (const auto& [roster, index] : {std::pair{people::Roster::users, "user_newest (account_id=? AND id<?)"},
                                      std::pair{people::Roster::members, "user_of_team (team_id=? AND id<?)"},
                                      std::pair{people::Roster::teams, "team_newest (account_id=? AND id<?)"}}) {
    const std::string plan = planOf(store.engine().database(), people::statementOf(roster));
    CAPTURE(plan);
    CHECK(plan.find("SEARCH") == 0);
    CHECK(plan.find(index) != std::string::npos);
    CHECK(plan.find("TEMP B-TREE") == std::string::npos);
  }
}
