// "For whom may I act" and "who may act for me".
#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "delegation/delegation_verbs.h"
#include "support/delegation_world.h"

using namespace stead;
using test::DelegationWorld;

namespace {

constexpr const char* luther = "luthercooper@cubeflakes.com";
constexpr const char* hank = "hankwhite@cubeflakes.com";
constexpr const char* legal = "legaldesk@cubeflakes.com";

std::string codeOf(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    return codeName(error.code());
  }
  return "";
}

}  // namespace

TEST_CASE("For whom may I act: newest first, with the grant and whether it holds now", "[delegation]") {
  DelegationWorld world;
  constexpr auto start = DelegationWorld::start;
  auto actor = world.user("Hank White", hank);
  const auto living = world.consent(actor, "Luther Cooper", luther, operationSetFrom("document.send"), {}, start + 9);
  world.consent(actor, "Legal Desk", legal, allDelegable(), start + 5);
  auto revoked = world.consent(actor, "David", "david@cubeflakes.com");
  world.setStatus(world.engine(), revoked, IdentityStatus::revoked);

  const Json all = delegation::listPrincipals(world.engine(), world.session(actor), Json::object());
  REQUIRE(all["items"].size() == 3);
  CHECK(all["total"] == 3);
  CHECK(all["totalCapped"] == false);
  CHECK(all["nextCursor"].is_null());
  CHECK(all["items"][0]["email"] == "david@cubeflakes.com");
  CHECK(all["items"][0]["status"] == "Revoked");
  CHECK(all["items"][0]["mayActNow"] == false);
  CHECK(all["items"][1]["mayActNow"] == false);  // begins later
  CHECK(all["items"][2] ==
        Json({{"identityId", living.identity.id},
              {"name", "Luther Cooper"},
              {"email", luther},
              {"status", "Verified"},
              {"mayActNow", true},
              {"grant",
               {{"id", living.grant.id}, {"version", 1}, {"operations", {"document.send"}}, {"until", start + 9}}}}));
  world.engine().setTestClock(start + 9);
  const Json later = delegation::listPrincipals(world.engine(), world.session(actor), Json::object());
  CHECK(later["items"][1]["mayActNow"] == true);
  CHECK(later["items"][2]["mayActNow"] == false);
  // Who cannot act has nobody to act for, but may still look.
  world.change(actor, [](people::User& user) { user.role = Role::auditor; });
  CHECK(delegation::listPrincipals(world.engine(), world.session(actor), Json::object())["items"][1]["mayActNow"] ==
        false);
}

TEST_CASE("Pages follow each other without a gap", "[delegation]") {
  DelegationWorld world;
  const auto actor = world.user("Hank White", hank);
  for (int i = 0; i < 7; ++i) world.consent(actor, "Director", "d" + std::to_string(i) + "@cubeflakes.com");
  std::set<std::string> seen;
  Json request = {{"pageSize", 3}};
  for (const std::size_t expected : {3U, 3U, 1U}) {
    const Json page = delegation::listPrincipals(world.engine(), world.session(actor), request);
    CHECK(page["items"].size() == expected);
    CHECK(page["total"] == 7);
    for (const auto& item : page["items"]) CHECK(seen.insert(item["email"]).second);
    if (expected == 3) request["cursor"] = page["nextCursor"];
    CHECK(page["nextCursor"].is_null() == (expected == 1));
  }
  CHECK(seen.size() == 7);
}

TEST_CASE("Who may act for me, and for the whole account", "[delegation]") {
  DelegationWorld world;
  const auto owner = world.user("Luther Cooper", luther);
  const auto actor = world.user("Hank White", hank);
  const auto auditor = world.user("Legal Desk", legal, Role::auditor);
  const auto mine = world.consent(actor, "Luther Cooper", luther, operationSetFrom("document.send document.remind"));
  world.consent(actor, "David", "david@cubeflakes.com");

  const Json own = delegation::listActors(world.engine(), world.session(owner), Json::object());
  REQUIRE(own["items"].size() == 1);
  CHECK(own["total"] == 1);
  CHECK(own["items"][0] == Json({{"grantId", mine.grant.id},
                                 {"version", 1},
                                 {"actor", {{"id", actor.id}, {"name", "Hank White"}, {"email", hank}}},
                                 {"principal", {{"name", "Luther Cooper"}, {"email", luther}}},
                                 {"operations", {"document.send", "document.remind"}},
                                 {"bornAt", DelegationWorld::start}}));
  CHECK(delegation::listActors(world.engine(), world.session(actor), Json::object())["items"].empty());
  const Json all = delegation::listActors(world.engine(), world.session(auditor), {{"all", true}, {"pageSize", 1}});
  CHECK(all["total"] == 2);
  CHECK(all["items"][0]["principal"]["name"] == "David");
  const Json rest = delegation::listActors(world.engine(), world.session(auditor),
                                           {{"all", true}, {"pageSize", 1}, {"cursor", all["nextCursor"]}});
  CHECK(rest["items"][0]["principal"]["name"] == "Luther Cooper");
  CHECK(rest["nextCursor"].is_null());
}

TEST_CASE("Lists are refused to whom they are not due", "[delegation]") {
  DelegationWorld world;
  const auto actor = world.user("Hank White", hank);
  world.consent(actor, "Luther Cooper", luther);
  Engine& engine = world.engine();
  const Session session = world.session(actor);
  CHECK(codeOf([&] { (void)delegation::listActors(engine, session, {{"all", true}}); }) == "lacksRole");
  CHECK(codeOf([&] { (void)delegation::listActors(engine, onBehalfOf(session, luther), Json::object()); }) ==
        "operationNotDelegable");
  CHECK(codeOf([&] { (void)delegation::listPrincipals(engine, onBehalfOf(session, luther), Json::object()); }) ==
        "operationNotDelegable");
  for (const Json& wrong : {Json{{"all", true}}, Json{{"pageSize", 0}}, Json{{"page", 1}}, Json{{"cursor", "x"}}}) {
    CAPTURE(wrong.dump());
    CHECK(codeOf([&] { (void)delegation::listPrincipals(engine, session, wrong); }) == "invalidRecord");
  }
}
