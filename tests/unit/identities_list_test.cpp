// The creator's list: order, pages, cursors, search, totals, and that it never scans more than it may.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "delegation/operations.h"
#include "identities/identity_store.h"
#include "support/brands.h"
#include "support/identities.h"
#include "support/plan.h"

using namespace stead;
using namespace stead::test;

namespace {

Json listed(Desk& desk, const Json& request) { return identities::list(desk.engine(), desk.hank, request); }

std::vector<std::string> emailsOf(const Json& page) {
  std::vector<std::string> out;
  for (const Json& item : page["items"]) out.push_back(item["email"]);
  return out;
}

std::string numbered(int i) { return "signer" + std::to_string(i) + "@cubeflakes.com"; }

// Rows as create would write them, without the cost of asking.
void fill(Desk& desk, int count, const std::string& name = "Signer") {
  desk.engine().write(desk.office.scope, [&](UnitOfWork& work) {
    for (int i = 0; i < count; ++i) {
      identities::Identity identity;
      identity.id = work.newId();
      identity.creatorRow = desk.hank.userRow;
      identity.name = name;
      identity.email = identity.emailKey = numbered(i);
      identity.operations = allDelegable();
      identity.requestedAt = identity.createdAt = identity.updatedAt = work.now;
      identities::insertIdentity(work.db, work.scope, identity);
    }
  });
}

}  // namespace

TEST_CASE("Identities are listed newest first, page by page or by cursor", "[identities]") {
  Desk desk;
  CHECK(listed(desk, Json::object()) ==
        Json{{"items", Json::array()}, {"nextCursor", nullptr}, {"total", 0}, {"totalCapped", false}});
  fill(desk, 25);
  const Json first = listed(desk, Json::object());
  CHECK(first["items"].size() == 10);
  CHECK(first["total"] == 25);
  CHECK(first["totalCapped"] == false);
  CHECK(emailsOf(first).front() == numbered(24));
  CHECK(first["items"][0] == identities::get(desk.engine(), desk.hank, numbered(24)));

  const Json third = listed(desk, {{"page", 3}, {"pageSize", 10}});
  CHECK(emailsOf(third) == std::vector<std::string>{numbered(4), numbered(3), numbered(2), numbered(1), numbered(0)});
  CHECK(third["nextCursor"].is_null());
  CHECK(listed(desk, {{"page", 4}})["items"].empty());

  std::vector<std::string> all;
  Json request = {{"pageSize", 7}};
  for (int i = 0; i < 10; ++i) {
    const Json page = listed(desk, request);
    for (const auto& email : emailsOf(page)) all.push_back(email);
    if (page["nextCursor"].is_null()) break;
    request["cursor"] = page["nextCursor"];
  }
  REQUIRE(all.size() == 25);
  for (int i = 0; i < 25; ++i) CHECK(all[static_cast<std::size_t>(i)] == numbered(24 - i));
}

TEST_CASE("A page goes on below its cursor, whatever was created since", "[identities]") {
  Desk desk;
  fill(desk, 6);
  const Json first = listed(desk, {{"pageSize", 3}});
  static_cast<void>(desk.askAs(desk.hank, davidEmail));
  static_cast<void>(identities::remove(desk.engine(), desk.hank, numbered(2)));
  const Json next = listed(desk, {{"pageSize", 3}, {"cursor", first["nextCursor"]}});
  CHECK(emailsOf(next) == std::vector<std::string>{numbered(1), numbered(0)});
  CHECK(next["total"] == 6);
}

TEST_CASE("Lists are refused in the words of the contract", "[identities]") {
  Desk desk;
  const Error both = errorOf([&] { listed(desk, {{"page", 0}, {"pageSize", 101}}); });
  REQUIRE(both.fields().size() == 2);
  CHECK(both.fields()[0].field == "/pageSize");
  CHECK(both.fields()[0].message == "Provide a valid page size between 1 and 100");
  CHECK(both.fields()[1].field == "/page");
  CHECK(both.fields()[1].message == "Page number should be greater than 0");
  CHECK(fieldsOf([&] { listed(desk, {{"cursor", "x"}}); }) == std::vector<std::string>{"/cursor"});
  CHECK(fieldsOf([&] { listed(desk, {{"brandIds", {"x"}}}); }) == std::vector<std::string>{"/brandIds/0"});
  CHECK(fieldsOf([&] { listed(desk, {{"search", std::string(101, 'x')}}); }) == std::vector<std::string>{"/search"});
  CHECK(fieldsOf([&] { listed(desk, {{"serch", "x"}}); }) == std::vector<std::string>{"/serch"});
}

TEST_CASE("Search finds a part of name or e-mail, whatever the case; wildcards are letters", "[identities]") {
  Desk desk;
  const auto add = [&](const char* name, const char* email) {
    static_cast<void>(identities::create(desk.engine(), desk.hank, {{"name", name}, {"email", email}}));
  };
  add("Luther Cooper", lutherEmail);
  add("David 100%", davidEmail);
  add("Legal_Desk", legalEmail);
  struct Row {
    const char* search;
    std::vector<std::string> emails;
  };
  const Row rows[] = {{"cooper", {lutherEmail}},
                      {"LUTHER C", {lutherEmail}},
                      {"@CubeFlakes", {legalEmail, davidEmail, lutherEmail}},
                      {"  desk ", {legalEmail}},
                      {"%", {davidEmail}},
                      {"_", {legalEmail}},
                      {"", {legalEmail, davidEmail, lutherEmail}},
                      {"nobody", {}}};
  for (const auto& row : rows) {
    CAPTURE(row.search);
    const Json page = listed(desk, {{"search", row.search}});
    CHECK(emailsOf(page) == row.emails);
    CHECK(page["total"] == row.emails.size());
    CHECK(page["nextCursor"].is_null());
  }
}

TEST_CASE("Brands given at creation filter the list", "[identities]") {
  Desk desk;
  const std::string brand = makeBrandId(desk.engine(), desk.office.luther);
  static_cast<void>(desk.askAs(desk.hank, davidEmail, {{"brandId", brand}}));
  static_cast<void>(desk.askAs(desk.hank, legalEmail));
  CHECK(emailsOf(listed(desk, {{"brandIds", {brand}}})) == std::vector<std::string>{davidEmail});
  CHECK(listed(desk, {{"brandIds", Json::array()}})["items"].size() == 2);
  CHECK(listed(desk, {{"brandIds", {brand}}, {"search", "legal"}})["items"].empty());
}

TEST_CASE("A search goes on from page to page and from cursor to cursor alike", "[identities]") {
  Desk desk;
  fill(desk, 60);
  const Json byPage = listed(desk, {{"search", "signer1"}, {"page", 2}, {"pageSize", 4}});
  // signer19 … signer10 and signer1: eleven hits, newest first
  CHECK(emailsOf(byPage) == std::vector<std::string>{numbered(15), numbered(14), numbered(13), numbered(12)});
  CHECK(byPage["total"] == 11);
  const Json first = listed(desk, {{"search", "signer1"}, {"pageSize", 4}});
  const Json byCursor = listed(desk, {{"search", "signer1"}, {"pageSize", 4}, {"cursor", first["nextCursor"]}});
  CHECK(emailsOf(byCursor) == emailsOf(byPage));
  const Json last = listed(desk, {{"search", "signer1"}, {"pageSize", 4}, {"cursor", byCursor["nextCursor"]}});
  CHECK(emailsOf(last) == std::vector<std::string>{numbered(11), numbered(10), numbered(1)});
  CHECK(last["nextCursor"].is_null());
}

TEST_CASE("A search of three characters finds what is far away, and follows names", "[identities]") {
  Desk desk;
  static_cast<void>(desk.askAs(desk.hank, davidEmail));
  fill(desk, static_cast<int>(limits::listStepsMax) + 10);
  const auto found = [&](const char* needle) { return emailsOf(listed(desk, {{"search", needle}})); };
  const std::vector<std::string> david{davidEmail};
  CHECK(found("luther cooper") == david);
  CHECK(found("DAVID@") == david);
  CHECK(found("er7@") == std::vector<std::string>{numbered(7)});
  const auto rename = [&](const char* name) {
    static_cast<void>(identities::update(desk.engine(), desk.hank, davidEmail, {{"name", name}}));
  };
  rename("Zoë \"Quill\" O'Hara");
  CHECK(found("luther cooper").empty());
  CHECK(found("zoë") == david);
  CHECK(found("\"quill\" o'") == david);
  rename("Alex Gayle");
  CHECK(found("zoë").empty());
  CHECK(found("alex") == david);
  static_cast<void>(identities::remove(desk.engine(), desk.hank, davidEmail));
  CHECK(found("alex").empty());
  const Json total = listed(desk, {{"search", "signer"}});
  CHECK(total["total"] == limits::listStepsMax + 10);
  CHECK(total["totalCapped"] == false);
}

TEST_CASE("A search of two characters looks at a bounded number of rows and says where to continue", "[identities]") {
  Desk desk;
  const int many = static_cast<int>(limits::listStepsMax) + 10;
  static_cast<void>(desk.askAs(desk.hank, davidEmail));
  static_cast<void>(desk.askAs(desk.hank, legalEmail));
  fill(desk, many);
  const Json first = listed(desk, {{"search", "lu"}});
  CHECK(first["items"].empty());
  CHECK(first["nextCursor"].is_string());
  CHECK(first["total"] == 2);
  const Json second = listed(desk, {{"search", "lu"}, {"cursor", first["nextCursor"]}});
  CHECK(emailsOf(second) == std::vector<std::string>{legalEmail, davidEmail});
  CHECK(second["nextCursor"].is_null());
  // A page number is kept in mind across the bound.
  const Json skipping = listed(desk, {{"search", "lu"}, {"page", 2}, {"pageSize", 1}});
  CHECK(skipping["items"].empty());
  const Json after = listed(desk, {{"search", "lu"}, {"pageSize", 1}, {"cursor", skipping["nextCursor"]}});
  CHECK(emailsOf(after) == std::vector<std::string>{davidEmail});
}

TEST_CASE("A filtered total is counted up to a cap", "[identities]") {
  Desk desk;
  fill(desk, static_cast<int>(limits::totalCountedMax));
  CHECK(listed(desk, {{"search", "signer"}})["total"] == limits::totalCountedMax);
  CHECK(listed(desk, {{"search", "signer"}})["totalCapped"] == false);
  static_cast<void>(desk.askAs(desk.hank, davidEmail));
  CHECK(listed(desk, {{"search", "signer"}})["total"] == limits::totalCountedMax);  // what is no hit is not looked at
  static_cast<void>(desk.askAs(desk.hank, "signer@legal.cubeflakes.com"));
  const Json capped = listed(desk, {{"search", "signer"}});
  CHECK(capped["totalCapped"] == true);
  CHECK(capped["total"] == limits::totalCountedMax);
  const Json plain = listed(desk, Json::object());
  CHECK(plain["total"] == limits::totalCountedMax + 2);
  CHECK(plain["totalCapped"] == false);
}

TEST_CASE("Lists and look-ups of identities are driven by one index each", "[identities]") {
  Desk desk;
  struct Row {
    const char* sql;
    const char* index;
  };
  const Row rows[] = {
      {"SELECT id FROM identity WHERE creator_id = 1 AND account_id = 1 AND id < 9 ORDER BY id DESC LIMIT 5",
       "identity_newest"},
      {"SELECT id FROM identity WHERE status = 'Pending' AND lapsed_at IS NULL AND requested_at <= 5 "
       "ORDER BY requested_at LIMIT 5",
       "identity_waiting"},
      {"SELECT mail_at FROM consent_round WHERE email_key = 'x' ORDER BY mail_at DESC LIMIT 1 OFFSET 9",
       "consent_round_by_address"},
      {"SELECT 1 FROM consent_round WHERE email_key = 'x' AND account_id = 1 AND never_ask = 1 LIMIT 1",
       "consent_round_never_ask"},
      {"SELECT 1 FROM \"grant\" WHERE principal_key = 'x' AND account_id = 1 AND ended_at IS NULL LIMIT 1",
       "grant_by_principal"}};
  for (const auto& row : rows) {
    CAPTURE(row.sql);
    const std::string plan = planOf(desk.engine().database(), row.sql);
    CAPTURE(plan);
    CHECK(plan.find(row.index) != std::string::npos);
    CHECK(plan.find("SCAN identity\n") == std::string::npos);
    CHECK(plan.find("TEMP B-TREE") == std::string::npos);
  }
}
