// A user changes the team or leaves: what happens to identities and documents, and that what was shown is what is made.
#include <catch2/catch.hpp>
#include <functional>
#include <map>

#include "base/change_plan.h"
#include "base/limits.h"
#include "documents/hand_over.h"
#include "support/plan.h"
#include "support/sending_desk.h"

using namespace stead;
using namespace stead::test;

namespace {

constexpr const char* alexEmail = "alexgayle@cubeflakes.com";

// Hank, of Sales, may send for Luther; Alex could get his documents.
struct MovingDesk : SendingDesk {
  MovingDesk()
      : sales(people::createTeam(engine, luther, {{"name", "Sales"}})["id"]),
        legal(people::createTeam(engine, luther, {{"name", "Legal"}})["id"]),
        alex(office.join(alexEmail, "Alex Gayle", "Member", sales)) {
    (void)people::assignTeam(engine, luther, hank.userId, {{"teamId", sales}});
    consent();
  }
  Json move(Json request = Json::object()) {
    request["toTeamId"] = legal;
    return people::changeTeam(engine, luther, hank.userId, request);
  }
  Json moveToAlex(Json request = Json::object()) {
    request["transferDocumentsToUserId"] = alex.userId;
    return move(std::move(request));
  }
  std::string planId() { return moveToAlex({{"dryRun", true}})["plan"]["id"]; }
  static std::map<std::string, int> countsOf(const Json& user) {
    std::map<std::string, int> out;
    for (const auto& [kind, count] : user["plan"]["counts"].items()) {
      if (count != 0) out[kind] = count.get<int>();
    }
    return out;
  }
  std::string statusOf(const Json& sent) { return column(sent, "status"); }
  std::string holderOf(const Json& sent) {
    return store
        .rows(1, "SELECT u.uid FROM document d JOIN \"user\" u ON u.id = d.holder_id WHERE d.uid = $1", idOf(sent))
        .at(0)
        .at(0);
  }
  std::string column(const Json& sent, const std::string& name) {
    const Json whole = documents::get(engine, luther, idOf(sent));
    return whole[name].get<std::string>();
  }

  std::string sales;
  std::string legal;
  Session alex;
};

using Counts = std::map<std::string, int>;

}  // namespace

TEST_CASE("Moving along: identities end, documents stay in hand", "[people]") {
  MovingDesk desk;
  const Json sent = desk.send(desk.forLuther);
  const auto from = desk.store.entryCount(desk.office.scope);
  const Json shown = desk.move({{"dryRun", true}});
  CHECK(desk.store.entryCount(desk.office.scope) == from);
  CHECK(shown["teamId"] == desk.sales);
  CHECK(desk.countsOf(shown) == Counts{{"identityRevoked", 1}, {"documentMovedAlong", 1}});
  const Json moved = desk.move({{"planId", shown["plan"]["id"]}, {"version", shown["version"]}});
  CHECK(moved["teamName"] == "Legal");
  CHECK(moved["plan"]["applied"] == true);
  CHECK(desk.countsOf(moved) == desk.countsOf(shown));
  CHECK(desk.statusOf(sent) == "InProgress");
  CHECK(desk.holderOf(sent) == desk.hank.userId);
  CHECK(identities::get(desk.engine, desk.hank, desk.identity["id"].get<std::string>())["status"] == "Revoked");
  (void)desk.sign(sent);  // signing goes on
  CHECK(desk.statusOf(sent) == "Completed");
}

TEST_CASE("A transfer hands everything over and ends what is under way", "[people]") {
  MovingDesk desk;
  const Json completed = desk.send(desk.forLuther);
  (void)desk.sign(completed);
  const Json underWay = desk.send(desk.hank);
  Json later = SendingDesk::record("Later");
  later["scheduledSendAt"] = desk.store.now() + limits::dayMs;
  const Json scheduled = desk.send(desk.hank, later);
  Json shortLived = SendingDesk::record("Short");
  shortLived["expiryDateType"] = "Hours";
  shortLived["expiryValue"] = 8;
  const Json expired = desk.send(desk.hank, shortLived);
  Json both = SendingDesk::record("Own");
  both["signers"].push_back(signerNamed("Hank White", hankEmail, 2));
  const Json own = desk.send(desk.hank, both);
  Json twice = SendingDesk::record("Twice");
  twice["signers"] = Json::array({signerNamed("Hank White", hankEmail), signerNamed("David", davidEmail, 2)});
  const Json awaited = desk.send(desk.alex, twice);
  Json signedAlready = SendingDesk::record("Signed");
  signedAlready["signers"].push_back(signerNamed("Hank White", hankEmail, 2));
  const Json done = desk.send(desk.alex, signedAlready);
  (void)desk.sign(done, hankEmail, 1);
  desk.store.advance(8 * limits::hourMs);

  const Json shown = desk.moveToAlex({{"dryRun", true}});
  CHECK(desk.countsOf(shown) ==
        Counts{{"identityRevoked", 1}, {"documentHandedOver", 5}, {"documentRevoked", 3}, {"documentDeclined", 1}});
  CHECK(desk.statusOf(underWay) == "InProgress");
  const auto mail = desk.lastMail();
  const Json moved = desk.moveToAlex({{"planId", shown["plan"]["id"]}});
  CHECK(moved["plan"]["effects"] == shown["plan"]["effects"]);
  struct Row {
    const Json* sent;
    const char* status;
    const Session* holder;
  };
  for (const Row& row :
       {Row{&completed, "Completed", &desk.alex}, Row{&underWay, "Revoked", &desk.alex},
        Row{&scheduled, "Revoked", &desk.alex}, Row{&expired, "Expired", &desk.alex}, Row{&own, "Revoked", &desk.alex},
        Row{&awaited, "Declined", &desk.alex}, Row{&done, "InProgress", &desk.alex}}) {
    CAPTURE((*row.sent)["title"]);
    CHECK(desk.statusOf(*row.sent) == row.status);
    CHECK(desk.holderOf(*row.sent) == row.holder->userId);
  }
  CHECK(codeOf([&] { (void)desk.get(desk.hank, completed); }) == "documentNotFound");
  CHECK(codeOf([&] { (void)desk.sign(underWay); }) == "wrongState");
  // He hears of each that was called back, of his own as its signer.
  int toHank = 0;
  for (const std::string& planned : desk.mailsSince(mail)) {
    if (planned.starts_with("document.revoked.") && planned.ends_with(hankEmail)) ++toHank;
  }
  CHECK(toHank == 3);
  // Totals and search follow the holder.
  const auto listed = [&](const Session& session, const Json& request) {
    return documents::list(desk.engine, session, request)["total"].get<int>();
  };
  CHECK(listed(desk.hank, Json::object()) == 0);
  CHECK(listed(desk.alex, Json::object()) == 6);
  CHECK(listed(desk.alex, {{"search", "short"}}) == 1);
  CHECK(listed(desk.hank, {{"search", "short"}}) == 0);
  CHECK(documents::behalfList(desk.engine, desk.alex, Json::object())["total"] == 1);
  CHECK(documents::behalfList(desk.engine, desk.hank, Json::object())["total"] == 0);
}

TEST_CASE("A plan holds exactly as long as nothing of it moves", "[people]") {
  MovingDesk desk;
  const Json sent = desk.send(desk.forLuther);
  const std::string plan = desk.planId();
  CHECK(desk.planId() == plan);
  struct Row {
    const char* what;
    std::function<void()> happens;
    bool holds;
  };
  const Row rows[] = {
      {"time passes", [&] { desk.store.advance(1000); }, true},
      {"somebody else is invited",
       [&] {
         (void)people::inviteUser(desk.engine, desk.luther, {{"email", legalEmail}});
       },
       true},
      {"the team is renamed",
       [&] {
         (void)people::renameTeam(desk.engine, desk.luther, desk.legal, {{"name", "Law"}});
       },
       true},
      {"the user is changed",
       [&] {
         (void)people::updateUser(desk.engine, desk.luther, desk.hank.userId, {{"metaData", {{"desk", "7"}}}});
       },
       false},
      {"the receiver is changed",
       [&] {
         (void)people::updateUser(desk.engine, desk.luther, desk.alex.userId, {{"metaData", {{"desk", "8"}}}});
       },
       false},
      {"a document is signed", [&] { (void)desk.sign(sent); }, false},
      {"a document is added", [&] { (void)desk.send(desk.hank); }, false},
      {"an identity is changed",
       [&] {
         (void)identities::update(desk.engine, desk.hank, desk.identity["id"].get<std::string>(),
                                  {{"metaData", {{"a", "b"}}}});
       },
       false},
      {"an identity is revoked", [&] { desk.revokeConsent(); }, false},
  };
  std::string before = plan;
  for (const Row& row : rows) {
    CAPTURE(row.what);
    row.happens();
    if (!row.holds) {
      CHECK(codeOf([&] { (void)desk.moveToAlex({{"planId", before}}); }) == "planChanged");
    }
    const std::string after = desk.planId();
    CHECK((after == before) == row.holds);
    before = after;
  }
  CHECK(desk.moveToAlex({{"planId", before}})["plan"]["id"] == before);
}

TEST_CASE("A plan shows its first effects and counts them all", "[people]") {
  ChangePlan plan("user.changeTeam");
  const std::string empty = plan.id();
  const int more = static_cast<int>(limits::effectsShownMax) + 5;
  for (int i = 0; i < more; ++i) plan.add(Effect::documentHandedOver, "d" + std::to_string(i), 1);
  CHECK(plan.id() != empty);
  const std::string touched = plan.id();
  plan.tell(Effect::documentMovedAlong, 7);
  CHECK(plan.id() == touched);
  const Json record = plan.record(false);
  CHECK(record["effects"].size() == limits::effectsShownMax);
  CHECK(record["effects"][0] == Json{{"kind", "documentHandedOver"}, {"id", "d0"}});
  CHECK(record["effectsCapped"] == true);
  CHECK(record["counts"]["documentHandedOver"] == more);
  CHECK(record["counts"]["documentMovedAlong"] == 7);
  // The order and the parts of what is listed are told apart.
  ChangePlan one("a");
  one.add(Effect::documentRevoked, "x", 12);
  ChangePlan other("a");
  other.add(Effect::documentRevoked, "x1", 2);
  CHECK(one.id() != other.id());
}

TEST_CASE("A transfer is bounded; documents can be handed over by hand first", "[people]") {
  MovingDesk desk;
  desk.engine.write(desk.office.scope, [&](UnitOfWork& work) {
    work.db.run(
        "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < $3) "
        "INSERT INTO document (account_id, uid, actor_id, owner_id, holder_id, authority, title, search_key, status, "
        "signing_order, disable_emails, body, meta_data, created_at, activity_at) "
        "SELECT $1, 'd' || i, $2, $2, $2, 'self', 't', 't', 'Completed', 0, 0, '{}', '{}', 1, 1 FROM n",
        work.scope.account, desk.hank.userRow, limits::handedOverMax + 1);
  });
  CHECK(codeOf([&] { (void)desk.moveToAlex({{"dryRun", true}}); }) == "tooLarge");
  CHECK(codeOf([&] { (void)desk.moveToAlex(); }) == "tooLarge");
  CHECK(desk.move()["teamName"] == "Legal");  // without a transfer nothing is touched
}

TEST_CASE("Leaving work hands documents over when somebody gets them", "[people]") {
  MovingDesk desk;
  const Json sent = desk.send(desk.hank);
  SECTION("to nobody: they stay") {
    const Json user = people::deactivateUser(desk.engine, desk.luther, desk.hank.userId, Json::object());
    CHECK(desk.countsOf(user) == Counts{{"identityRevoked", 1}});
    CHECK(desk.statusOf(sent) == "InProgress");
    CHECK(desk.holderOf(sent) == desk.hank.userId);
  }
  SECTION("to a colleague") {
    const Json user =
        people::deactivateUser(desk.engine, desk.luther, desk.hank.userId, {{"toUserId", desk.alex.userId}});
    CHECK(user["status"] == "Deactivated");
    CHECK(desk.countsOf(user) == Counts{{"identityRevoked", 1}, {"documentHandedOver", 1}, {"documentRevoked", 1}});
    CHECK(desk.statusOf(sent) == "Revoked");
    CHECK(desk.column(sent, "endMessage").find("called back") != std::string::npos);
    CHECK(desk.holderOf(sent) == desk.alex.userId);
  }
  SECTION("who cannot get them") {
    const Session auditor = desk.office.join("auditor@cubeflakes.com", "David", "Auditor");
    const std::string invited = people::inviteUser(desk.engine, desk.luther, {{"email", davidEmail}})["id"];
    struct Row {
      std::string receiver;
      const char* code;
    };
    for (const Row& row :
         {Row{auditor.userId, "wrongState"}, Row{invited, "wrongState"}, Row{desk.hank.userId, "invalidRecord"},
          Row{"01890000-0000-7000-8000-000000000000", "userNotFound"}}) {
      const Error error = errorOf([&] {
        (void)people::deactivateUser(desk.engine, desk.luther, desk.hank.userId, {{"toUserId", row.receiver}});
      });
      CHECK(std::string(codeName(error.code())) == row.code);
      REQUIRE(error.fields().size() == 1);
      CHECK(error.fields()[0].field == "/toUserId");
    }
    CHECK(desk.holderOf(sent) == desk.hank.userId);
  }
}

TEST_CASE("A handed over document belongs to its new holder, who needs a consent of his own", "[people]") {
  MovingDesk desk;
  const Json sent = desk.send(desk.forLuther);
  const std::string id = SendingDesk::idOf(sent);
  const auto hand = [&](const Session& by, Json request = Json::object()) {
    request["documentIds"] = Json::array({id});
    if (!request.contains("toUserId")) request["toUserId"] = desk.alex.userId;
    return documents::handOver(desk.engine, by, request);
  };
  CHECK(codeOf([&] { (void)hand(desk.alex); }) == "documentNotFound");
  CHECK(codeOf([&] { (void)hand(desk.forLuther); }) == "operationNotDelegable");
  const auto from = desk.store.entryCount(desk.office.scope);
  const Json given = hand(desk.hank);
  CHECK(given["documents"] == Json::array({{{"id", id}, {"version", 2}}}));
  const auto entries = desk.store.entries(desk.office.scope, from);
  REQUIRE(entries.size() == 1);
  CHECK(entries[0]["operation"] == "document.handOver");
  CHECK(entries[0]["actor"]["id"] == desk.hank.userId);
  CHECK(entries[0]["detail"] == Json{{"fromUserId", desk.hank.userId}, {"toUserId", desk.alex.userId}});
  CHECK(desk.statusOf(sent) == "InProgress");  // signing goes on
  const Json message = {{"message", "Not needed any more."}};
  const Session alexForLuther = onBehalfOf(desk.alex, lutherEmail);
  CHECK(codeOf([&] { (void)documents::revoke(desk.engine, desk.forLuther, id, message); }) == "documentNotFound");
  CHECK(codeOf([&] { (void)documents::revoke(desk.engine, alexForLuther, id, message); }) == "noIdentity");
  const Json asked = identities::create(desk.engine, desk.alex, {{"name", "Luther Cooper"}, {"email", lutherEmail}});
  const std::string token = desk.engine.secrets().linkToken(link::consent, asked["id"].get<std::string>(), 1);
  (void)identities::ownerApprove(desk.engine, token,
                                 {{"textHash", identities::ownerLook(desk.engine, token)["textHash"]}});
  CHECK(documents::revoke(desk.engine, alexForLuther, id, message)["status"] == "Revoked");
  CHECK(hand(desk.luther, {{"toUserId", desk.hank.userId}})["plan"]["applied"] == true);  // an Admin, by his right
}
