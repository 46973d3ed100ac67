#include <catch2/catch.hpp>

#include "base/text.h"
#include "support/people.h"

using namespace stead;
using namespace stead::test;

namespace {

Json newAccount() {
  return {{"name", "Cubeflakes"}, {"admin", {{"name", "Luther Cooper"}, {"email", "LutherCooper@Cubeflakes.com"}}}};
}

}  // namespace

TEST_CASE("An account starts with a number, a log origin and an active Admin", "[people]") {
  TestStore store(Json{{"logOrigin", "cubeflakes.com/log"}});
  const Json account = people::createAccount(store.engine(), newAccount());
  const std::string id = account["id"];
  CHECK(text::isGuid(id));
  CHECK(account["number"] == 1001);
  CHECK(account["name"] == "Cubeflakes");
  CHECK(account["logOrigin"] == "cubeflakes.com/log/" + id);
  CHECK(account["accountWide"] == false);
  CHECK(account["createdAt"] == startMs);
  CHECK(account.size() == 7);

  const Session luther = people::openTrusted(store.engine(), account["adminUserId"].get<std::string>());
  const Json admin = people::getUser(store.engine(), luther, luther.userId);
  CHECK(admin == Json{{"id", luther.userId},
                      {"accountId", id},
                      {"email", "LutherCooper@Cubeflakes.com"},
                      {"name", "Luther Cooper"},
                      {"role", "Admin"},
                      {"status", "Active"},
                      {"apiAccountWideAccess", true},
                      {"allowSendOnBehalfOf", true},
                      {"metaData", Json::object()},
                      {"version", 1},
                      {"createdAt", startMs},
                      {"updatedAt", startMs}});
}

TEST_CASE("Account numbers count up", "[people]") {
  TestStore store;
  for (int number = 1001; number <= 1003; ++number) {
    CHECK(people::createAccount(store.engine(), newAccount())["number"] == number);
  }
}

TEST_CASE("The trail of an account begins with its creation by the host", "[people]") {
  TestStore store;
  const Office office(store);
  const auto entries = store.entries(office.scope);
  REQUIRE(entries.size() == 1);
  const Json& entry = entries[0];
  CHECK(entry["actor"] == Json{{"kind", "host"}});
  CHECK(entry["operation"] == "account.create");
  CHECK(entry["outcome"] == "done");
  CHECK(entry["subject"] == Json{{"type", "account"}, {"id", office.luther.accountId}});
  CHECK(entry["detail"]["adminUserId"] == office.luther.userId);
  CHECK(entry["detail"]["number"] == 1001);
  // Who the Admin is can be erased; that there is one cannot.
  CHECK(entry.dump().find("Luther") == std::string::npos);
  CHECK(entry.dump().find("cubeflakes.com") == std::string::npos);
  const auto personal = store.rows(1, "SELECT fields FROM audit_personal WHERE account_id = $1", office.scope.account);
  REQUIRE(personal.size() == 1);
  CHECK(Json::parse(personal[0][0]) == Json{{"email", lutherEmail}, {"name", "Luther Cooper"}});
}

TEST_CASE("A new account is refused with every violation", "[people]") {
  TestStore store;
  struct Row {
    const char* what;
    Json request;
    std::vector<std::string> fields;
  };
  const Json admin = {{"name", "Luther Cooper"}, {"email", lutherEmail}};
  const Row rows[] = {
      {"nothing", Json::object(), {"/name", "/admin"}},
      {"blank name", {{"name", "  "}, {"admin", admin}}, {"/name"}},
      {"long name", {{"name", std::string(81, 'x')}, {"admin", admin}}, {"/name"}},
      {"null admin", {{"name", "C"}, {"admin", nullptr}}, {"/admin"}},
      {"admin as text", {{"name", "C"}, {"admin", lutherEmail}}, {"/admin"}},
      {"empty admin", {{"name", "C"}, {"admin", Json::object()}}, {"/admin/name", "/admin/email"}},
      {"bad e-mail", {{"name", "C"}, {"admin", {{"name", "L"}, {"email", "luther"}}}}, {"/admin/email"}},
      {"line break in a name", {{"name", "C\nBcc: x"}, {"admin", admin}}, {"/name"}},
      {"unknown members",
       {{"name", "C"}, {"admin", {{"name", "L"}, {"email", lutherEmail}, {"role", "Admin"}}}, {"x", 1}},
       {"/admin/role", "/x"}},
      {"long requestId", {{"name", "C"}, {"admin", admin}, {"requestId", std::string(101, 'r')}}, {"/requestId"}},
      {"empty requestId", {{"name", "C"}, {"admin", admin}, {"requestId", ""}}, {"/requestId"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(fieldsOf([&] { (void)people::createAccount(store.engine(), row.request); }) == row.fields);
  }
  CHECK(store.number("SELECT count(*) FROM account") == 0);
  CHECK(people::createAccount(store.engine(), {{"name", std::string(80, 'x')}, {"admin", admin}})["number"] == 1001);
}

TEST_CASE("A retried account creation answers the first account", "[people]") {
  TestStore store;
  Json request = newAccount();
  request["requestId"] = "open-cubeflakes";
  const Json first = people::createAccount(store.engine(), request);
  CHECK(people::createAccount(store.engine(), request) == first);
  CHECK(store.number("SELECT count(*) FROM account") == 1);
  Json other = request;
  other["name"] = "Another";
  CHECK(codeOf([&] { (void)people::createAccount(store.engine(), other); }) == "requestIdReused");
  CHECK(store.number("SELECT count(*) FROM account") == 1);
  // A retry is a matter of a day.
  store.advance(24LL * 60 * 60 * 1000);
  CHECK(people::createAccount(store.engine(), request)["number"] == 1002);
}

TEST_CASE("An account is read by its id", "[people]") {
  TestStore store;
  const Office office(store);
  Json expected = office.account;
  expected.erase("adminUserId");
  CHECK(people::getAccount(store.engine(), office.luther.accountId) == expected);
  CHECK(codeOf([&] { (void)people::getAccount(store.engine(), "1001"); }) == "malformedArgument");
  CHECK(codeOf([&] { (void)people::getAccount(store.engine(), office.luther.userId); }) == "accountNotFound");
}

TEST_CASE("An Admin renames the account and switches account-wide authority", "[people]") {
  TestStore store;
  Office office(store);
  const Session hank = office.join(hankEmail, "Hank White");
  const auto before = store.entryCount(office.scope);

  const Json renamed = people::updateAccount(store.engine(), office.luther, {{"name", "Cubeflakes Ltd"}});
  CHECK(renamed["name"] == "Cubeflakes Ltd");
  CHECK(renamed["accountWide"] == false);
  const auto changes = "SELECT count(*) FROM grant_change WHERE account_id = $1 AND actor_id IS NULL";
  CHECK(store.number(changes, office.scope.account) == 0);
  const Json switched = people::updateAccount(store.engine(), office.luther, {{"accountWide", true}});
  CHECK(switched["name"] == "Cubeflakes Ltd");
  CHECK(switched["accountWide"] == true);
  CHECK(store.number(changes, office.scope.account) == 1);  // everybody's decisions
  CHECK(people::getAccount(store.engine(), office.luther.accountId) == switched);

  const auto entries = store.entries(office.scope, before);
  REQUIRE(entries.size() == 2);
  CHECK(entries[0]["operation"] == "account.update");
  CHECK(entries[0]["detail"] == Json{{"name", "Cubeflakes Ltd"}});
  CHECK(entries[1]["detail"] == Json{{"accountWide", "on"}});
  CHECK(entries[1]["actor"]["credential"] == "host");

  CHECK(codeOf([&] { (void)people::updateAccount(store.engine(), hank, {{"name", "Mine"}}); }) == "lacksRole");
  CHECK(codeOf([&] { (void)people::updateAccount(store.engine(), office.luther, Json::object()); }) == "invalidRecord");
  CHECK(fieldsOf([&] {
          (void)people::updateAccount(store.engine(), office.luther,
                                      {{"name", nullptr}, {"accountWide", 1}, {"number", 7}});
        }) == std::vector<std::string>{"/name", "/accountWide", "/number"});
  CHECK(people::getAccount(store.engine(), office.luther.accountId) == switched);
}
