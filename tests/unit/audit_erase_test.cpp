#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "audit/audit_verbs.h"
#include "support/audit_trail.h"
#include "support/people.h"

using namespace stead;
using namespace stead::test;

namespace {

Json verified(AuditTrail& trail) { return audit::verify(trail.engine(), trail.accountId(), true); }

Json erase(AuditTrail& trail, const std::string& email) {
  return audit::erasePerson(trail.engine(), trail.admin(), {{"email", email}});
}

std::string entryText(AuditTrail& trail, const Json& index) {
  const Json page = audit::list(trail.engine(), trail.admin(), {{"from", index}, {"pageSize", 1}});
  return page["items"][0]["entry"].dump();
}

}  // namespace

TEST_CASE("Erasing a person deletes his fields, and verify says erased", "[audit]") {
  AuditTrail trail;
  const auto one = trail.append("test.one", "HankWhite@CubeFlakes.com");
  trail.append("test.other", legalEmail);
  audit::Entry send;
  send.operation = "document.send";
  send.subjectType = "document";
  send.subjectId = "d1";
  send.personal = {{"name", std::string("Luther")},
                   {"signerEmails", std::vector<std::string>{davidEmail, hankEmail}},
                   {"pairs", audit::Pairs{{"a", "b"}}}};
  const auto listed = trail.append(send);
  send.personal = {{"text", std::string("mail to hankwhite@cubeflakes.com")}};
  trail.append(send);

  const Json answer = erase(trail, " hankwhite@cubeflakes.com ");
  CHECK(answer["erased"] == 2);
  CHECK(trail.value("SELECT CAST(count(*) AS TEXT) FROM audit_personal") == "3");
  const std::string entry = entryText(trail, answer["auditIndex"]);
  CHECK(Json::parse(entry)["detail"]["erased"] == Json{std::to_string(one), std::to_string(listed)});
  CHECK(Json::parse(entry)["operation"] == "audit.erase");
  CHECK(Json::parse(entry)["actor"]["id"] == trail.admin().userId);
  CHECK(entry.find("hank") == std::string::npos);

  const Json found = verified(trail);
  CAPTURE(found.dump());
  CHECK(found["ok"] == true);
  CHECK(found["erased"] == 2);

  const Json again = erase(trail, hankEmail);
  CHECK(again["erased"] == 0);
  CHECK(again["auditIndex"] == answer["auditIndex"].get<std::int64_t>() + 1);
  CHECK(verified(trail)["ok"] == true);
}

TEST_CASE("Erased fields are not left in the files of the store", "[audit]") {
  AuditTrail trail;
  const auto onDisk = [&] {
    trail.engine().database().checkpoint(true);
    std::ifstream store(trail.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(store), {}};
    return bytes.find(davidEmail) != std::string::npos;
  };
  for (int i = 0; i < 50; ++i) trail.append("test.one", davidEmail);
  CHECK(onDisk());
  CHECK(erase(trail, davidEmail)["erased"] == 50);
  CHECK_FALSE(onDisk());
}

TEST_CASE("A user's fields go also where they do not show the address", "[audit]") {
  AuditTrail trail;
  audit::Entry entry;
  entry.operation = "user.update";
  entry.subjectType = "user";
  entry.subjectId = trail.admin().userId;
  entry.personal = {{"name", std::string("Luther C. Cooper")}};
  trail.append(entry);
  entry.subjectId = "another";
  trail.append(entry);
  // The account's creation names the address, the update only its user.
  CHECK(erase(trail, AuditTrail::lutherEmail)["erased"] == 2);
  CHECK(verified(trail)["ok"] == true);
}

TEST_CASE("An erasure of many rows is told in entries that stay small", "[audit]") {
  AuditTrail trail;
  trail.fillTo(6100);  // every third of 6099 entries: 2033 rows of Hank
  const Json answer = erase(trail, hankEmail);
  CHECK(answer["erased"] == 2033);
  CHECK(answer["auditIndex"] == 6100);
  const Json found = verified(trail);
  CHECK(found["ok"] == true);
  CHECK(found["size"] == 6103);
  CHECK(found["erased"] == 2033);
}

TEST_CASE("What was erased must stay erased, and only what was named is", "[audit]") {
  AuditTrail trail;
  const auto one = trail.append("test.one", hankEmail);
  const auto two = trail.append("test.two", legalEmail);
  const std::string salt = trail.value("SELECT hex(salt) FROM audit_personal WHERE idx = 1");
  const std::string fields = trail.value("SELECT fields FROM audit_personal WHERE idx = 1");
  REQUIRE(one == 1);
  erase(trail, hankEmail);

  SECTION("the fields are put back") {
    trail.raw("INSERT INTO audit_personal VALUES (1, 1, x'" + salt + "', '" + fields + "')");
    const Json found = verified(trail);
    CHECK(found["broken"]["check"] == "personal");
    CHECK(found["broken"]["from"] == one);
  }
  SECTION("another row is deleted and the erasure is said to name it") {
    trail.raw("DELETE FROM audit_personal WHERE idx = 2; INSERT INTO audit_erased VALUES (1, 2, 3)");
    const Json found = verified(trail);
    CHECK(found["broken"]["check"] == "personal");
    CHECK(found["broken"]["from"] == two);
  }
  SECTION("the look-up row is gone") {
    trail.raw("DELETE FROM audit_erased");
    CHECK(verified(trail)["broken"]["from"] == one);
  }
}

TEST_CASE("Only an Admin erases, and a refusal is audited", "[audit]") {
  TestStore store;
  Office office(store);
  for (const char* role : {"Member", "TeamAdmin", "Auditor"}) {
    const std::string email = std::string(role) + "@cubeflakes.com";
    const Session session = office.join(email.c_str(), "Legal Desk", role);
    CHECK(codeOf([&] { (void)audit::erasePerson(store.engine(), session, {{"email", hankEmail}}); }) == "lacksRole");
    CHECK(store.entries(office.scope).back()["reason"] == "lacksRole");
  }
  CHECK(fieldsOf([&] { (void)audit::erasePerson(store.engine(), office.luther, Json::object()); }) ==
        std::vector<std::string>{"/email"});
  CHECK(fieldsOf([&] {
          (void)audit::erasePerson(store.engine(), office.luther, {{"email", hankEmail}, {"name", "Hank"}});
        }) == std::vector<std::string>{"/name"});
}

TEST_CASE("The list of entries is for Admins and Auditors, page by page", "[audit]") {
  TestStore store;
  Office office(store);
  const Session auditor = office.join(legalEmail, "Legal Desk", "Auditor");
  const Session member = office.join(hankEmail, "Hank White");
  CHECK(codeOf([&] { (void)audit::list(store.engine(), member, Json::object()); }) == "lacksRole");

  const std::int64_t size = store.entryCount(office.scope);
  const Json all = audit::list(store.engine(), auditor, {{"pageSize", 100}});
  REQUIRE(all["items"].size() == static_cast<std::size_t>(size));
  CHECK(all["total"] == size);
  CHECK(all["totalCapped"] == false);
  CHECK(all["nextCursor"].is_null());
  CHECK(all["items"][0]["index"] == 0);
  CHECK(all["items"][0]["entry"]["operation"] == "account.create");
  CHECK(all["items"][0]["personal"]["email"] == lutherEmail);

  Json paged = Json::array();
  Json request = {{"pageSize", 2}};
  for (bool more = true; more;) {
    const Json page = audit::list(store.engine(), office.luther, request);
    CHECK(page["items"].size() <= 2);
    for (const Json& item : page["items"]) paged.push_back(item);
    more = !page["nextCursor"].is_null();
    if (more) request["cursor"] = page["nextCursor"];
  }
  CHECK(paged == all["items"]);

  CHECK(audit::list(store.engine(), auditor, {{"from", size - 1}})["items"].size() == 1);
  CHECK(audit::list(store.engine(), auditor, {{"from", size}})["items"].empty());
  const Json about = audit::list(store.engine(), auditor, {{"subjectId", member.userId}});
  CHECK(about["items"].size() == 2);  // invited, accepted
  CHECK(about["total"] == 2);
  for (const Json& item : about["items"]) CHECK(item["entry"]["subject"]["id"] == member.userId);
  CHECK(fieldsOf([&] {
          (void)audit::list(store.engine(), auditor, {{"subject", "x"}});
        }) == std::vector<std::string>{"/subject"});
}
