#include <catch2/catch.hpp>

#include "support/people.h"

using namespace stead;
using namespace stead::test;

namespace {

constexpr const char* nobodyId = "01890000-0000-7000-8000-000000000000";

std::int64_t changesOf(TestStore& store, const Session& session) {
  return store.number("SELECT count(*) FROM grant_change WHERE account_id = $1 AND actor_id = $2",
                      session.scope.account, session.userRow);
}

}  // namespace

TEST_CASE("A user is seen by Admins, TeamAdmins, Auditors and by himself", "[people]") {
  TestStore store;
  Office office(store);
  Office other(store, "Elsewhere");
  Engine& engine = store.engine();
  const Session hank = office.join(hankEmail, "Hank White");
  const Session legal = office.join(legalEmail, "Legal Desk", "TeamAdmin");
  const Session david = office.join(davidEmail, "David", "Auditor");

  for (const Session& by : {office.luther, legal, david, hank}) {
    CAPTURE(by.userEmailKey);
    CHECK(people::getUser(engine, by, hank.userId)["email"] == hankEmail);
  }
  CHECK(people::getUser(engine, david, david.userId)["role"] == "Auditor");
  CHECK(people::getUser(engine, hank, "0" + hank.userId.substr(1))["id"] == hank.userId);
  CHECK(codeOf([&] { (void)people::getUser(engine, hank, office.luther.userId); }) == "lacksRole");
  CHECK(codeOf([&] { (void)people::getUser(engine, office.luther, nobodyId); }) == "userNotFound");
  CHECK(codeOf([&] { (void)people::getUser(engine, office.luther, "hank"); }) == "malformedArgument");
  // Nothing is visible across accounts.
  CHECK(codeOf([&] { (void)people::getUser(engine, other.luther, hank.userId); }) == "userNotFound");
}

TEST_CASE("Whom one acts for does not show users", "[people]") {
  TestStore store;
  Office office(store);
  const Session behalf = onBehalfOf(office.luther, hankEmail);
  CHECK(codeOf([&] { (void)people::getUser(store.engine(), behalf, office.luther.userId); }) ==
        "operationNotDelegable");
  CHECK(codeOf([&] {
          (void)people::inviteUser(store.engine(), behalf, {{"email", legalEmail}});
        }) == "operationNotDelegable");
  CHECK(codeOf([&] {
          (void)people::createApiKey(store.engine(), behalf, {{"name", "k"}});
        }) == "operationNotDelegable");
}

TEST_CASE("An Admin changes a user member by member", "[people]") {
  TestStore store;
  Office office(store);
  Engine& engine = store.engine();
  const Session hank = office.join(hankEmail, "Hank White");
  struct Row {
    const char* what;
    Json change;
    Json detail;  // of the entry
    Json after;   // members that must hold then
  };
  const Row rows[] = {
      {"name", {{"name", "Henry White"}}, {{"changes", {"name"}}}, {{"name", "Henry White"}, {"role", "Member"}}},
      {"metadata is added",
       {{"metaData", {{"desk", "12"}, {"floor", "3"}}}},
       {{"changes", {"metaData"}}},
       {{"metaData", {{"desk", "12"}, {"floor", "3"}}}}},
      {"metadata is merged",
       {{"metaData", {{"desk", "14"}, {"floor", nullptr}, {"room", "\xF0\x9F\x98\x80"}}}},
       {{"changes", {"metaData"}}},
       {{"metaData", {{"desk", "14"}, {"room", "\xF0\x9F\x98\x80"}}}}},
      {"a permission alone",
       {{"apiAccountWideAccess", true}},
       {{"changes", {"apiAccountWideAccess"}}, {"apiAccountWideAccess", "on"}},
       {{"role", "Member"}, {"apiAccountWideAccess", true}, {"allowSendOnBehalfOf", false}}},
      {"a new role brings its permissions",
       {{"role", "Admin"}},
       {{"changes", {"role", "allowSendOnBehalfOf"}}, {"role", "Admin"}, {"allowSendOnBehalfOf", "on"}},
       {{"role", "Admin"}, {"apiAccountWideAccess", true}, {"allowSendOnBehalfOf", true}}},
      {"the same role changes nothing",
       {{"role", "Admin"}, {"allowSendOnBehalfOf", false}},
       {{"changes", {"allowSendOnBehalfOf"}}, {"allowSendOnBehalfOf", "off"}},
       {{"role", "Admin"}, {"apiAccountWideAccess", true}, {"allowSendOnBehalfOf", false}}},
      {"a lost role takes them away, what is named stays",
       {{"role", "TeamAdmin"}, {"allowSendOnBehalfOf", true}},
       {{"changes", {"role", "apiAccountWideAccess", "allowSendOnBehalfOf"}},
        {"role", "TeamAdmin"},
        {"apiAccountWideAccess", "off"},
        {"allowSendOnBehalfOf", "on"}},
       {{"role", "TeamAdmin"}, {"apiAccountWideAccess", false}, {"allowSendOnBehalfOf", true}}},
      {"an Auditor",
       {{"role", "Auditor"}},
       {{"changes", {"role", "allowSendOnBehalfOf"}}, {"role", "Auditor"}, {"allowSendOnBehalfOf", "off"}},
       {{"role", "Auditor"}, {"allowSendOnBehalfOf", false}, {"name", "Henry White"}}},
  };
  std::int64_t version = 2;  // invited, accepted
  for (const Row& row : rows) {
    CAPTURE(row.what);
    store.advance(1000);
    const auto from = store.entryCount(office.scope);
    const auto changes = changesOf(store, hank);
    Json request = row.change;
    request["version"] = version;
    const Json user = people::updateUser(engine, office.luther, hank.userId, request);
    for (const auto& [member, value] : row.after.items()) CHECK(user[member] == value);
    CHECK(user["version"] == ++version);
    CHECK(user["updatedAt"] == store.now());
    CHECK(user["createdAt"] == startMs);
    CHECK(people::getUser(engine, office.luther, hank.userId) == user);
    const auto entries = store.entries(office.scope, from);
    REQUIRE(entries.size() == 1);
    CHECK(entries[0]["operation"] == "user.update");
    CHECK(entries[0]["detail"] == row.detail);
    CHECK(entries[0].contains("personal") == row.change.contains("name"));
    CHECK(changesOf(store, hank) > changes);
  }
}

TEST_CASE("A bad change of a user is refused whole", "[people]") {
  TestStore store;
  Office office(store);
  Engine& engine = store.engine();
  const Session hank = office.join(hankEmail, "Hank White");
  Json fifty = Json::object();
  for (int i = 0; i < 50; ++i) fifty["key" + std::to_string(i)] = "v";
  const Json before = people::updateUser(engine, office.luther, hank.userId, {{"metaData", fifty}});
  struct Row {
    const char* what;
    Json request;
    std::vector<std::string> fields;
  };
  const Row rows[] = {
      {"nothing to change", Json::object(), {""}},
      {"only a version", {{"version", 3}}, {""}},
      {"null name", {{"name", nullptr}}, {"/name"}},
      {"blank name", {{"name", " "}, {"role", "Admin"}}, {"/name"}},
      {"the 51st pair", {{"name", "Henry"}, {"metaData", {{"more", "v"}}}}, {"/metaData"}},
      {"e-mail cannot change", {{"email", davidEmail}}, {"/email"}},
      {"status has verbs of its own", {{"name", "H"}, {"status", "Deactivated"}}, {"/status"}},
      {"all at once",
       {{"name", ""}, {"role", "Boss"}, {"allowSendOnBehalfOf", "true"}, {"metaData", {{"a", 1}}}, {"version", 0}},
       {"/name", "/role", "/allowSendOnBehalfOf", "/metaData/a", "/version"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(fieldsOf([&] { (void)people::updateUser(engine, office.luther, hank.userId, row.request); }) == row.fields);
    CHECK(people::getUser(engine, office.luther, hank.userId) == before);
  }
  const Json name = {{"name", "Henry"}};
  CHECK(codeOf([&] { (void)people::updateUser(engine, hank, hank.userId, name); }) == "lacksRole");
  CHECK(codeOf([&] { (void)people::updateUser(engine, hank, nobodyId, name); }) == "lacksRole");
  CHECK(codeOf([&] { (void)people::updateUser(engine, office.luther, nobodyId, name); }) == "userNotFound");
  CHECK(codeOf([&] { (void)people::updateUser(engine, office.luther, "", name); }) == "malformedArgument");
}

TEST_CASE("A change judged by an old version is a conflict", "[people]") {
  TestStore store;
  Office office(store);
  Engine& engine = store.engine();
  const Session hank = office.join(hankEmail, "Hank White");
  (void)people::updateUser(engine, office.luther, hank.userId, {{"name", "Henry White"}, {"version", 2}});
  const Json before = people::getUser(engine, office.luther, hank.userId);
  const auto entries = store.entryCount(office.scope);
  const Error error = errorOf([&] {
    (void)people::updateUser(engine, office.luther, hank.userId, {{"name", "Harry"}, {"version", 2}});
  });
  CHECK(error.code() == Code::versionMoved);
  CHECK(error.status() == Status::conflict);
  for (const std::int64_t version : {2, 4}) {
    CAPTURE(version);
    const Json request = {{"version", version}};
    CHECK(codeOf([&] { (void)people::deactivateUser(engine, office.luther, hank.userId, request); }) == "versionMoved");
    CHECK(codeOf([&] { (void)people::reactivateUser(engine, office.luther, hank.userId, request); }) == "versionMoved");
    const Json move = {{"version", version}, {"teamId", nullptr}};
    CHECK(codeOf([&] { (void)people::assignTeam(engine, office.luther, hank.userId, move); }) == "versionMoved");
  }
  CHECK(people::getUser(engine, office.luther, hank.userId) == before);
  CHECK(store.entryCount(office.scope) == entries);
}

TEST_CASE("The last active Admin stays", "[people]") {
  TestStore store;
  Office office(store);
  Engine& engine = store.engine();
  const std::string luther = office.luther.userId;
  // Neither an Admin who has not come yet nor one who left counts.
  (void)people::inviteUser(engine, office.luther, {{"email", davidEmail}, {"role", "Admin"}});
  const Session legal = office.join(legalEmail, "Legal Desk", "Admin");
  (void)people::deactivateUser(engine, office.luther, legal.userId, Json::object());
  const Json before = people::getUser(engine, office.luther, luther);
  const auto from = store.entryCount(office.scope);
  CHECK(codeOf([&] { (void)people::deactivateUser(engine, office.luther, luther, Json::object()); }) == "lastAdmin");
  for (const char* role : {"TeamAdmin", "Member", "Auditor"}) {
    CHECK(codeOf([&] { (void)people::updateUser(engine, office.luther, luther, {{"role", role}}); }) == "lastAdmin");
  }
  CHECK(people::getUser(engine, office.luther, luther) == before);
  const auto entries = store.entries(office.scope, from);
  REQUIRE(entries.size() == 4);
  for (const Json& entry : entries) {
    CHECK(entry["outcome"] == "refused");
    CHECK(entry["reason"] == "lastAdmin");
    CHECK(entry["subject"]["id"] == luther);
  }
  // Permissions and names of the last Admin can change, and with a second Admin anything can.
  CHECK(people::updateUser(engine, office.luther, luther, {{"allowSendOnBehalfOf", false}})["role"] == "Admin");
  (void)people::reactivateUser(engine, office.luther, legal.userId, Json::object());
  CHECK(people::updateUser(engine, office.luther, luther, {{"role", "Member"}})["role"] == "Member");
  CHECK(codeOf([&] { (void)people::updateUser(engine, legal, legal.userId, {{"role", "Member"}}); }) == "lastAdmin");
}

TEST_CASE("A deactivated user cannot act until reactivated", "[people]") {
  TestStore store;
  Office office(store);
  Engine& engine = store.engine();
  const Session hank = office.join(hankEmail, "Hank White");
  const std::string key = people::createApiKey(engine, hank, {{"name", "laptop"}})["key"];
  const Session byKey = people::openWithApiKey(engine, key);
  const auto changes = changesOf(store, hank);
  const auto from = store.entryCount(office.scope);

  store.advance(5);
  const Json gone = people::deactivateUser(engine, office.luther, hank.userId, {{"version", 2}});
  CHECK(gone["status"] == "Deactivated");
  CHECK(gone["version"] == 3);
  CHECK(gone["updatedAt"] == startMs + 5);
  CHECK(changesOf(store, hank) == changes + 1);
  CHECK(codeOf([&] { (void)people::getUser(engine, hank, hank.userId); }) == "actorInactive");
  CHECK(codeOf([&] { (void)people::createApiKey(engine, byKey, {{"name", "more"}}); }) == "actorInactive");
  CHECK(codeOf([&] { (void)people::openTrusted(engine, hank.userId); }) == "actorInactive");
  CHECK(codeOf([&] { (void)people::openWithApiKey(engine, key); }) == "actorInactive");
  CHECK(codeOf([&] { (void)people::deactivateUser(engine, office.luther, hank.userId, Json::object()); }) ==
        "wrongState");

  const Json back = people::reactivateUser(engine, office.luther, hank.userId, {{"version", 3}});
  CHECK(back["status"] == "Active");
  CHECK(back["version"] == 4);
  CHECK(people::getUser(engine, byKey, hank.userId) == back);
  CHECK(codeOf([&] { (void)people::reactivateUser(engine, office.luther, hank.userId, Json::object()); }) ==
        "wrongState");

  std::vector<std::string> told;
  for (const Json& entry : store.entries(office.scope, from)) {
    told.push_back(entry["operation"].get<std::string>() + " " + entry.value("reason", "done"));
  }
  CHECK(told == std::vector<std::string>{"user.deactivate done", "apiKey.create actorInactive",
                                         "user.deactivate wrongState", "user.reactivate done",
                                         "user.reactivate wrongState"});
}

TEST_CASE("Who has not come yet is neither deactivated nor reactivated", "[people]") {
  TestStore store;
  Office office(store);
  Engine& engine = store.engine();
  const Session legal = office.join(legalEmail, "Legal Desk", "TeamAdmin");
  const std::string id = people::inviteUser(engine, office.luther, {{"email", hankEmail}})["id"];
  CHECK(codeOf([&] { (void)people::deactivateUser(engine, office.luther, id, Json::object()); }) == "wrongState");
  CHECK(codeOf([&] { (void)people::reactivateUser(engine, office.luther, id, Json::object()); }) == "wrongState");
  CHECK(codeOf([&] { (void)people::deactivateUser(engine, office.luther, nobodyId, Json::object()); }) ==
        "userNotFound");
  CHECK(codeOf([&] { (void)people::deactivateUser(engine, legal, id, Json::object()); }) == "lacksRole");
  CHECK(codeOf([&] { (void)people::reactivateUser(engine, legal, id, Json::object()); }) == "lacksRole");
  CHECK(fieldsOf([&] {
          (void)people::deactivateUser(engine, office.luther, id, {{"reason", "x"}});
        }) == std::vector<std::string>{"/reason"});
}
