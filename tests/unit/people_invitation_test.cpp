#include <catch2/catch.hpp>

#include "support/people.h"

using namespace stead;
using namespace stead::test;

TEST_CASE("An invited user waits for the link and becomes Active by it", "[people]") {
  TestStore store;
  Office office(store);
  const auto from = store.entryCount(office.scope);
  const Json invited = people::inviteUser(
      store.engine(), office.luther,
      {{"email", " HankWhite@cubeflakes.com"}, {"name", "Hank"}, {"metaData", {{"desk", "12"}, {"none", ""}}}});
  const std::string id = invited["id"];
  CHECK(invited == Json{{"id", id},
                        {"accountId", office.luther.accountId},
                        {"email", "HankWhite@cubeflakes.com"},
                        {"name", "Hank"},
                        {"role", "Member"},
                        {"status", "InvitationPending"},
                        {"apiAccountWideAccess", false},
                        {"allowSendOnBehalfOf", false},
                        {"metaData", {{"desk", "12"}}},
                        {"version", 1},
                        {"createdAt", startMs},
                        {"updatedAt", startMs}});
  CHECK(codeOf([&] { (void)people::openTrusted(store.engine(), id); }) == "actorInactive");

  const auto mails = store.rows(4, "SELECT kind, receiver, content, audit_index FROM outbox WHERE account_id = $1",
                                office.scope.account);
  REQUIRE(mails.size() == 1);
  CHECK(mails[0][0] == "user.invited.invitee");
  CHECK(mails[0][1] == hankEmail);
  CHECK(mails[0][3] == std::to_string(from));
  const std::string token = office.inviteToken(id);
  CHECK(mails[0][2].find(token.substr(token.rfind('.') + 1)) == std::string::npos);  // no usable link on disk

  store.advance(1000);
  const Json accepted = people::acceptInvitation(
      store.engine(), token, {{"name", "Hank White"}, {"ip", "192.0.2.7"}, {"userAgent", "Browser/1"}});
  CHECK(accepted["status"] == "Active");
  CHECK(accepted["name"] == "Hank White");
  CHECK(accepted["version"] == 2);
  CHECK(accepted["updatedAt"] == startMs + 1000);
  CHECK(accepted["createdAt"] == startMs);
  CHECK(people::getUser(store.engine(), office.luther, id) == accepted);

  const auto entries = store.entries(office.scope, from);
  REQUIRE(entries.size() == 2);
  CHECK(entries[0]["operation"] == "user.invite");
  CHECK(entries[0]["actor"] == Json{{"kind", "user"}, {"id", office.luther.userId}, {"credential", "host"}});
  CHECK(entries[0]["subject"] == Json{{"type", "user"}, {"id", id}});
  CHECK(entries[0]["detail"]["role"] == "Member");
  CHECK(entries[1]["operation"] == "user.accept");
  CHECK(entries[1]["actor"] == Json{{"kind", "user"}, {"id", id}, {"credential", "invitation"}});
  for (const Json& entry : entries) {
    CHECK(entry.dump().find("Hank") == std::string::npos);
    CHECK(entry.dump().find("192.0.2.7") == std::string::npos);
  }
  const auto personal = store.rows(1, "SELECT fields FROM audit_personal WHERE account_id = $1 AND idx = $2",
                                   office.scope.account, from + 1);
  REQUIRE(personal.size() == 1);
  CHECK(Json::parse(personal[0][0]) == Json{{"email", "HankWhite@cubeflakes.com"},
                                            {"name", "Hank White"},
                                            {"ip", "192.0.2.7"},
                                            {"userAgent", "Browser/1"}});
}

TEST_CASE("An invitation link works once and only as it was made", "[people]") {
  TestStore store;
  Office office(store);
  Engine& engine = store.engine();
  const std::string id = people::inviteUser(engine, office.luther, {{"email", hankEmail}})["id"];
  const std::string token = office.inviteToken(id);
  const Json name = {{"name", "Hank White"}};
  std::string forged = token;
  forged[forged.rfind('.') + 1] = forged[forged.rfind('.') + 1] == 'A' ? 'B' : 'A';
  for (const std::string& bad :
       {std::string(), std::string("x"), forged, office.inviteToken(id, 0), office.inviteToken(id, 2),
        office.inviteToken(office.luther.userId), office.inviteToken("01890000-0000-7000-8000-000000000000"),
        engine.secrets().linkToken(link::consent, id, 1)}) {
    CAPTURE(bad);
    CHECK(codeOf([&] { (void)people::acceptInvitation(engine, bad, name); }) == "linkNotFound");
  }
  CHECK(people::getUser(engine, office.luther, id)["status"] == "InvitationPending");
  CHECK(people::acceptInvitation(engine, token, name)["status"] == "Active");
  CHECK(codeOf([&] { (void)people::acceptInvitation(engine, token, name); }) == "linkNotFound");
  // Not even after the user was taken away and came back, nor with the number that followed.
  (void)people::deactivateUser(engine, office.luther, id, Json::object());
  for (const std::int64_t round : {1, 2}) {
    CHECK(codeOf([&] { (void)people::acceptInvitation(engine, office.inviteToken(id, round), name); }) ==
          "linkNotFound");
  }
}

TEST_CASE("Accepting needs a name and nothing unknown", "[people]") {
  TestStore store;
  Office office(store);
  const std::string id = people::inviteUser(store.engine(), office.luther, {{"email", hankEmail}})["id"];
  const std::string token = office.inviteToken(id);
  struct Row {
    Json request;
    std::vector<std::string> fields;
  };
  const Row rows[] = {
      {Json::object(), {"/name"}},
      {{{"name", " "}}, {"/name"}},
      {{{"name", std::string(81, 'x')}}, {"/name"}},
      {{{"name", "Hank White"}, {"role", "Admin"}}, {"/role"}},
      {{{"name", "Hank White"}, {"ip", std::string(65, '1')}, {"userAgent", std::string(501, 'u')}},
       {"/ip", "/userAgent"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.request.dump());
    CHECK(fieldsOf([&] { (void)people::acceptInvitation(store.engine(), token, row.request); }) == row.fields);
  }
  CHECK(people::acceptInvitation(store.engine(), token,
                                 {{"name", std::string(80, 'x')}, {"userAgent", std::string(500, 'u')}})["status"] ==
        "Active");
}

TEST_CASE("A bad invitation is refused with every violation", "[people]") {
  TestStore store;
  Office office(store);
  struct Row {
    const char* what;
    Json request;
    std::vector<std::string> fields;
    const char* message;  // of the first
  };
  Json full = Json::object();
  for (int i = 0; i < 51; ++i) full["key" + std::to_string(i)] = "v";
  const Row rows[] = {
      {"no e-mail", Json::object(), {"/email"}, "The Email field is required."},
      {"empty e-mail", {{"email", ""}}, {"/email"}, "The Email field is required."},
      {"bad e-mail", {{"email", "hank"}}, {"/email"}, "The field Email is invalid."},
      {"bad role",
       {{"email", hankEmail}, {"role", "Owner"}},
       {"/role"},
       "must be one of Admin, TeamAdmin, Member, Auditor"},
      {"bad team", {{"email", hankEmail}, {"teamId", "7"}}, {"/teamId"}, "must be an id (GUID form)"},
      {"all at once",
       {{"email", "x"}, {"role", 1}, {"metaData", {{"a", 1}}}, {"status", "Active"}},
       {"/email", "/role", "/metaData/a", "/status"},
       "The field Email is invalid."},
      {"51 pairs",
       {{"email", hankEmail}, {"metaData", full}},
       {"/metaData"},
       "must have at most 50 pairs after the update; it would have 51"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Error error = errorOf([&] { (void)people::inviteUser(store.engine(), office.luther, row.request); });
    CHECK(error.code() == Code::invalidRecord);
    std::vector<std::string> fields;
    for (const FieldError& field : error.fields()) fields.push_back(field.field);
    CHECK(fields == row.fields);
    CHECK(error.fields().front().message == row.message);
  }
  CHECK(people::inviteUser(store.engine(), office.luther,
                           {{"email", hankEmail}, {"metaData", Json::array()}})["metaData"] == Json::object());
}

TEST_CASE("Roles bring their permissions along", "[people]") {
  TestStore store;
  Office office(store);
  struct Row {
    const char* email;
    const char* role;
    bool permissions;
  };
  for (const Row& row : {Row{hankEmail, "Admin", true}, Row{legalEmail, "TeamAdmin", false},
                         Row{davidEmail, "Auditor", false}, Row{"member@cubeflakes.com", "Member", false}}) {
    CAPTURE(row.role);
    const Json user = people::inviteUser(store.engine(), office.luther, {{"email", row.email}, {"role", row.role}});
    CHECK(user["role"] == row.role);
    CHECK(user["apiAccountWideAccess"] == row.permissions);
    CHECK(user["allowSendOnBehalfOf"] == row.permissions);
  }
}

TEST_CASE("An address is one user of an account, and may be one of another", "[people]") {
  TestStore store;
  Office office(store);
  Office other(store, "Elsewhere");
  const Json invite = {{"email", "HANKWHITE@cubeflakes.com"}};
  (void)office.join(hankEmail, "Hank White");
  const auto before = store.entryCount(office.scope);
  const Error error = errorOf([&] { (void)people::inviteUser(store.engine(), office.luther, invite); });
  CHECK(error.code() == Code::userExists);
  REQUIRE(error.fields().size() == 1);
  CHECK(error.fields()[0].field == "/email");
  CHECK(store.entryCount(office.scope) == before);
  CHECK(people::inviteUser(store.engine(), other.luther, invite)["accountId"] == other.luther.accountId);
}

TEST_CASE("Only Admins and TeamAdmins invite, and a TeamAdmin into the own team only", "[people]") {
  TestStore store;
  Office office(store);
  Engine& engine = store.engine();
  const std::string sales = people::createTeam(engine, office.luther, {{"name", "Sales"}})["id"];
  const std::string legalTeam = people::createTeam(engine, office.luther, {{"name", "Legal"}})["id"];
  const Session legal = office.join(legalEmail, "Legal Desk", "TeamAdmin", sales);
  const Session loner = office.join("loner@cubeflakes.com", "Legal Desk", "TeamAdmin");
  const Session hank = office.join(hankEmail, "Hank White", "Member", sales);
  const Session auditor = office.join("auditor@cubeflakes.com", "David", "Auditor", sales);

  CHECK(people::inviteUser(engine, legal, {{"email", "new1@cubeflakes.com"}})["teamId"] == sales);
  CHECK(people::inviteUser(engine, legal,
                           {{"email", "new2@cubeflakes.com"}, {"teamId", sales}, {"role", "TeamAdmin"}})["role"] ==
        "TeamAdmin");
  struct Row {
    const Session* by;
    Json request;
  };
  const Json fresh = {{"email", "new3@cubeflakes.com"}};
  const auto with = [&](const char* member, const std::string& value) {
    Json request = fresh;
    request[member] = value;
    return request;
  };
  const Row rows[] = {{&legal, with("role", "Admin")},
                      {&legal, with("role", "Auditor")},
                      {&legal, with("teamId", legalTeam)},
                      {&loner, fresh},
                      {&loner, with("teamId", sales)},
                      {&hank, fresh},
                      {&auditor, fresh}};
  for (const Row& row : rows) {
    CAPTURE(row.by->userId, row.request.dump());
    const auto before = store.entryCount(office.scope);
    CHECK(codeOf([&] { (void)people::inviteUser(engine, *row.by, row.request); }) == "lacksRole");
    const auto entries = store.entries(office.scope, before);
    REQUIRE(entries.size() == 1);  // a refusal is audited
    CHECK(entries[0]["operation"] == "user.invite");
    CHECK(entries[0]["outcome"] == "refused");
    CHECK(entries[0]["reason"] == "lacksRole");
    CHECK(entries[0]["actor"]["id"] == row.by->userId);
  }
  CHECK(codeOf([&] {
          (void)people::inviteUser(engine, office.luther, with("teamId", "01890000-0000-7000-8000-000000000000"));
        }) == "teamNotFound");
  CHECK(store.number(R"(SELECT count(*) FROM "user" WHERE email_key = $1)", "new3@cubeflakes.com") == 0);
}

TEST_CASE("A retried invitation invites once", "[people]") {
  TestStore store;
  Office office(store);
  Engine& engine = store.engine();
  const Session legal = office.join(legalEmail, "Legal Desk", "Admin");
  const Json request = {{"email", hankEmail}, {"requestId", "hank-1"}};
  const Json first = people::inviteUser(engine, office.luther, request);
  const auto entries = store.entryCount(office.scope);
  const auto mails = store.number("SELECT count(*) FROM outbox");
  CHECK(people::inviteUser(engine, office.luther, request) == first);
  CHECK(store.entryCount(office.scope) == entries);
  CHECK(store.number("SELECT count(*) FROM outbox") == mails);
  CHECK(codeOf([&] {
          (void)people::inviteUser(engine, office.luther, {{"email", davidEmail}, {"requestId", "hank-1"}});
        }) == "requestIdReused");
  // Another actor's request ids are his own.
  CHECK(codeOf([&] { (void)people::inviteUser(engine, legal, request); }) == "userExists");
  // And a retry is decided again.
  (void)people::updateUser(engine, legal, office.luther.userId, {{"role", "Member"}});
  CHECK(codeOf([&] { (void)people::inviteUser(engine, office.luther, request); }) == "lacksRole");
}
