#include <catch2/catch.hpp>

#include "base/text.h"
#include "identities/identity_store.h"
#include "support/people.h"

using namespace stead;
using namespace stead::test;

namespace {

// A Verified identity of the user, with a living grant.
std::string giveIdentity(TestStore& store, const Session& creator) {
  Engine& engine = store.engine();
  std::string id;
  engine.write(creator.scope, [&](UnitOfWork& work) {
    identities::Identity identity;
    identity.id = work.newId();
    identity.creatorRow = creator.userRow;
    identity.name = "David";
    identity.email = identity.emailKey = davidEmail;
    identity.status = IdentityStatus::verified;
    identity.requestedAt = identity.createdAt = identity.updatedAt = work.now;
    identity.approvedAt = work.now;
    identity.operations = allDelegable();
    identities::insertIdentity(work.db, work.scope, identity);
    identities::Grant grant;
    grant.id = work.newId();
    grant.identityId = identity.id;
    grant.actorRow = creator.userRow;
    grant.principalName = identity.name;
    grant.principalEmail = grant.principalKey = identity.emailKey;
    grant.operations = identity.operations;
    grant.consentRound = 1;
    grant.bornAt = work.now;
    identities::insertGrant(work.db, work.scope, grant);
    identity.grantRow = grant.row;
    identities::updateIdentity(work.db, work.scope, identity);
    id = identity.id;
  });
  return id;
}

std::string statusOf(TestStore& store, const std::string& identityId) {
  return store.rows(1, "SELECT status FROM identity WHERE uid = $1", identityId).at(0).at(0);
}

Json move(const std::string& teamId) { return {{"teamId", teamId}}; }

}  // namespace

TEST_CASE("A team has a name of its own in its account", "[people]") {
  TestStore store;
  Office office(store);
  Office other(store, "Elsewhere");
  Engine& engine = store.engine();
  const auto from = store.entryCount(office.scope);
  const Json sales = people::createTeam(engine, office.luther, {{"name", "Sales"}});
  CHECK(text::isGuid(sales["id"].get<std::string>()));
  CHECK(sales ==
        Json{{"id", sales["id"]}, {"name", "Sales"}, {"version", 1}, {"createdAt", startMs}, {"updatedAt", startMs}});
  const auto entries = store.entries(office.scope, from);
  REQUIRE(entries.size() == 1);
  CHECK(entries[0]["operation"] == "team.create");
  CHECK(entries[0]["subject"] == Json{{"type", "team"}, {"id", sales["id"]}});

  for (const char* name : {"Sales", "sales", " SALES "}) {
    CAPTURE(name);
    const Error error = errorOf([&] { (void)people::createTeam(engine, office.luther, {{"name", name}}); });
    CHECK(error.code() == Code::teamExists);
    CHECK(error.text() == "Team Name already exists");
  }
  CHECK(people::createTeam(engine, other.luther, {{"name", "Sales"}})["name"] == "Sales");
  CHECK(people::createTeam(engine, office.luther, {{"name", std::string(255, 'x')}})["createdAt"] == startMs);
  for (const Json& name : {Json(), Json(""), Json(" "), Json(std::string(256, 'x')), Json("a\nb"), Json(7)}) {
    CAPTURE(name.dump());
    CHECK(fieldsOf([&] {
            (void)people::createTeam(engine, office.luther, {{"name", name}});
          }) == std::vector<std::string>{"/name"});
  }
  const Session legal = office.join(legalEmail, "Legal Desk", "TeamAdmin");
  CHECK(codeOf([&] { (void)people::createTeam(engine, legal, {{"name", "Mine"}}); }) == "lacksRole");
}

TEST_CASE("A retried team creation answers the first team", "[people]") {
  TestStore store;
  Office office(store);
  const Json request = {{"name", "Sales"}, {"requestId", "sales-1"}};
  const Json first = people::createTeam(store.engine(), office.luther, request);
  CHECK(people::createTeam(store.engine(), office.luther, request) == first);
  CHECK(codeOf([&] {
          (void)people::createTeam(store.engine(), office.luther, {{"name", "Legal"}, {"requestId", "sales-1"}});
        }) == "requestIdReused");
  CHECK(store.number("SELECT count(*) FROM team") == 1);
}

TEST_CASE("Joining a first team keeps consent, leaving a team ends it", "[people]") {
  TestStore store;
  Office office(store);
  Engine& engine = store.engine();
  const std::string sales = people::createTeam(engine, office.luther, {{"name", "Sales"}})["id"];
  const std::string legal = people::createTeam(engine, office.luther, {{"name", "Legal"}})["id"];
  const Session hank = office.join(hankEmail, "Hank White");
  const std::string identity = giveIdentity(store, hank);

  SECTION("joining a first team") {
    const auto from = store.entryCount(office.scope);
    Json user = people::assignTeam(engine, office.luther, hank.userId, {{"teamId", sales}, {"version", 2}});
    CHECK(user["teamId"] == sales);
    CHECK(user["teamName"] == "Sales");
    CHECK(user["version"] == 3);
    CHECK(user["plan"]["counts"]["identityRevoked"] == 0);
    user.erase("plan");
    CHECK(people::getUser(engine, office.luther, hank.userId) == user);
    CHECK(statusOf(store, identity) == "Verified");
    const auto entries = store.entries(office.scope, from);
    REQUIRE(entries.size() == 1);
    CHECK(entries[0]["operation"] == "team.assign");
    CHECK(entries[0]["subject"] == Json{{"type", "user"}, {"id", hank.userId}});
    CHECK(entries[0]["detail"] == Json{{"toTeamId", sales}});
  }
  SECTION("the same team again is no change") {
    const Json first = people::assignTeam(engine, office.luther, hank.userId, move(sales));
    const auto entries = store.entryCount(office.scope);
    CHECK(people::assignTeam(engine, office.luther, hank.userId, move(sales))["version"] == first["version"]);
    CHECK(store.entryCount(office.scope) == entries);
    CHECK(statusOf(store, identity) == "Verified");
  }
  SECTION("another team") {
    (void)people::assignTeam(engine, office.luther, hank.userId, move(sales));
    const auto from = store.entryCount(office.scope);
    const Json user = people::assignTeam(engine, office.luther, hank.userId, move(legal));
    CHECK(user["teamId"] == legal);
    CHECK(statusOf(store, identity) == "Revoked");
    CHECK(store.number("SELECT count(*) FROM \"grant\" WHERE ended_at IS NULL") == 0);
    const auto entries = store.entries(office.scope, from);
    REQUIRE(entries.size() >= 2);
    CHECK(entries[0]["detail"] == Json{{"fromTeamId", sales}, {"toTeamId", legal}});
    CHECK(entries[1]["subject"]["id"] == identity);
    CHECK(entries[1]["detail"]["cause"] == "creatorMoved");
  }
  SECTION("another team, shown first") {
    (void)people::assignTeam(engine, office.luther, hank.userId, move(sales));
    const auto entries = store.entryCount(office.scope);
    Json request = move(legal);
    request["dryRun"] = true;
    const Json shown = people::assignTeam(engine, office.luther, hank.userId, request);
    CHECK(shown["teamId"] == sales);
    CHECK(shown["plan"]["effects"] == Json::array({{{"kind", "identityRevoked"}, {"id", identity}}}));
    CHECK(store.entryCount(office.scope) == entries);
    CHECK(codeOf([&] {
            (void)people::assignTeam(engine, office.luther, hank.userId,
                                     {{"teamId", nullptr}, {"planId", shown["plan"]["id"]}});
          }) == "planChanged");
    request.erase("dryRun");
    request["planId"] = shown["plan"]["id"];
    CHECK(people::assignTeam(engine, office.luther, hank.userId, request)["teamId"] == legal);
    CHECK(statusOf(store, identity) == "Revoked");
  }
  SECTION("no team") {
    (void)people::assignTeam(engine, office.luther, hank.userId, move(sales));
    const Json user = people::assignTeam(engine, office.luther, hank.userId, {{"teamId", nullptr}});
    CHECK_FALSE(user.contains("teamId"));
    CHECK(statusOf(store, identity) == "Revoked");
  }
  SECTION("deactivation") {
    (void)people::deactivateUser(engine, office.luther, hank.userId, Json::object());
    CHECK(statusOf(store, identity) == "Revoked");
    (void)people::reactivateUser(engine, office.luther, hank.userId, Json::object());
    CHECK(statusOf(store, identity) == "Revoked");  // consent has to be asked for again
  }
  SECTION("a refused move ends nothing") {
    (void)people::assignTeam(engine, office.luther, hank.userId, move(sales));
    CHECK(codeOf([&] {
            (void)people::assignTeam(engine, office.luther, hank.userId, {{"teamId", legal}, {"version", 2}});
          }) == "versionMoved");
    CHECK(codeOf([&] { (void)people::assignTeam(engine, hank, hank.userId, move(legal)); }) == "lacksRole");
    CHECK(statusOf(store, identity) == "Verified");
  }
}

TEST_CASE("A move names a team of the account and a user of it", "[people]") {
  TestStore store;
  Office office(store);
  Office other(store, "Elsewhere");
  Engine& engine = store.engine();
  const std::string theirs = people::createTeam(engine, other.luther, {{"name", "Sales"}})["id"];
  const std::string ours = people::createTeam(engine, office.luther, {{"name", "Sales"}})["id"];
  const Session hank = office.join(hankEmail, "Hank White");
  const auto assign = [&](const std::string& userId, const Json& request) {
    return [&engine, &office, userId, request] { (void)people::assignTeam(engine, office.luther, userId, request); };
  };
  CHECK(codeOf(assign(hank.userId, move(theirs))) == "teamNotFound");
  CHECK(codeOf(assign(other.luther.userId, move(ours))) == "userNotFound");
  CHECK(fieldsOf(assign(hank.userId, Json::object())) == std::vector<std::string>{"/teamId"});
  CHECK(fieldsOf(assign(hank.userId, move("sales"))) == std::vector<std::string>{"/teamId"});
  CHECK(codeOf([&] {
          (void)people::inviteUser(engine, office.luther, {{"email", legalEmail}, {"teamId", theirs}});
        }) == "teamNotFound");
  CHECK_FALSE(people::getUser(engine, office.luther, hank.userId).contains("teamId"));
}
