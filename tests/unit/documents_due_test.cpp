#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <thread>

#include "engine/run_due.h"
#include "support/sending_desk.h"

using namespace stead;
using namespace stead::test;

namespace {

constexpr std::int64_t hour = 3'600'000;
constexpr std::int64_t day = 24 * hour;

Json scheduledIn(std::int64_t ms, const std::string& title = "Agreement") {
  Json request = SendingDesk::record(title);
  request["scheduledSendAt"] = startMs + ms;
  return request;
}

}  // namespace

TEST_CASE("A scheduled send waits for its moment and leaves then", "[documents]") {
  SendingDesk desk;
  desk.consent();
  auto mails = desk.lastMail();
  const Json sent = desk.send(desk.forLuther, scheduledIn(hour));
  CHECK(sent["status"] == "Scheduled");
  CHECK(sent["scheduledSendAt"] == startMs + hour);
  CHECK_FALSE(sent.contains("sentAt"));
  CHECK(sent["expiresAt"] == startMs + hour + 30 * day);
  CHECK(desk.mailsSince(mails).empty());
  CHECK(desk.lastEntry()["operation"] == "document.schedule");
  CHECK(codeOf([&] { (void)documents::signerView(desk.engine, desk.tokenOf(sent), Json::object()); }) == "wrongState");
  CHECK(documents::nextDueAt(desk.engine) == startMs + hour);

  desk.store.advance(hour - 1);
  CHECK(documents::sendScheduledDue(desk.engine, 10) == 0);
  desk.store.advance(1);
  CHECK(documents::sendScheduledDue(desk.engine, 10) == 1);
  CHECK(documents::sendScheduledDue(desk.engine, 10) == 0);
  CHECK(desk.mailsSince(mails) == std::vector<std::string>{"document.request.signer david@cubeflakes.com"});
  CHECK(desk.store.number("SELECT count(*) FROM outbox WHERE kind = 'document.request.signer' "
                          "AND instr(content, 'Please sign.') > 0") == 1);
  const Json entry = desk.lastEntry();
  CHECK(entry["operation"] == "document.send");
  CHECK(entry["actor"] == Json{{"kind", "system"}});
  CHECK(entry["detail"]["actorId"] == desk.hank.userId);
  CHECK(entry["authority"] == "grant");
  CHECK(entry["principal"] == desk.identity["id"]);
  CHECK(entry["grantId"] == desk.identity["grant"]["id"]);
  const Json document = desk.get(desk.hank, sent);
  CHECK(document["status"] == "InProgress");
  CHECK(document["sentAt"] == startMs + hour);
  CHECK(document["version"] == 2);
  CHECK(desk.actionsOf(desk.hank, sent) == std::vector<std::string>{"Created", "DocumentScheduled", "Sent"});
  CHECK(desk.sign(sent)["status"] == "Completed");
}

TEST_CASE("A scheduled send carries the grant as decided at its moment", "[documents]") {
  SendingDesk desk;
  desk.consent();
  const Json sent = desk.send(desk.forLuther, scheduledIn(hour));
  const std::string grantId = desk.identity["grant"]["id"];
  (void)identities::ownerNarrow(desk.engine, desk.engine.secrets().linkToken(link::revoke, grantId, 0),
                                {{"operations", {"document.send"}}});
  desk.store.advance(hour);
  CHECK(documents::sendScheduledDue(desk.engine, 10) == 1);
  CHECK(desk.get(desk.hank, sent)["grantVersion"] == 2);
  CHECK(desk.lastEntry()["grantVersion"] == 2);
}

TEST_CASE("What is refused at its moment does not leave", "[documents]") {
  SendingDesk desk;
  desk.consent();
  const Json sent = desk.send(desk.forLuther, scheduledIn(hour));
  const char* reason = "consentRevoked";
  SECTION("because the owner revoked") { desk.revokeConsent(); }
  SECTION("because the owner narrowed") {
    reason = "operationNotGranted";
    const std::string grantId = desk.identity["grant"]["id"];
    (void)identities::ownerNarrow(desk.engine, desk.engine.secrets().linkToken(link::revoke, grantId, 0),
                                  {{"operations", {"document.remind"}}});
  }
  SECTION("because the identity is gone") {
    reason = "noIdentity";
    (void)identities::remove(desk.engine, desk.hank, lutherEmail);
  }
  SECTION("because the sender was deactivated") {
    reason = "actorInactive";
    (void)people::deactivateUser(desk.engine, desk.luther, desk.hank.userId, Json::object());
  }
  const auto mails = desk.lastMail();
  desk.store.advance(hour);
  CHECK(documents::sendScheduledDue(desk.engine, 10) == 1);
  const Json document = desk.get(desk.luther, sent);
  CHECK(document["status"] == "Revoked");
  CHECK(document["sendFailed"] == true);
  CHECK_FALSE(document["endMessage"].get<std::string>().empty());
  CHECK_FALSE(document.contains("sentAt"));
  CHECK(document["endedAt"] == startMs + hour);
  const Json entry = desk.lastEntry();
  CHECK(entry["operation"] == "document.send");
  CHECK(entry["outcome"] == "refused");
  CHECK(entry["reason"] == reason);
  CHECK(desk.mailsSince(mails) == std::vector<std::string>{"document.sendFailed.sender hankwhite@cubeflakes.com"});
  CHECK(desk.actionsOf(desk.luther, sent).back() == "SendFailed");
  CHECK(documents::sendScheduledDue(desk.engine, 10) == 0);
}

TEST_CASE("A new consent for the same person lets a scheduled send leave", "[documents]") {
  SendingDesk desk;
  desk.consent();
  const Json sent = desk.send(desk.forLuther, scheduledIn(hour));
  (void)identities::remove(desk.engine, desk.hank, lutherEmail);
  desk.consent();
  desk.store.advance(hour);
  CHECK(documents::sendScheduledDue(desk.engine, 10) == 1);
  const Json document = desk.get(desk.hank, sent);
  CHECK(document["status"] == "InProgress");
  CHECK(document["grantId"] == desk.identity["grant"]["id"]);
  CHECK(document["grantId"] != sent["grantId"]);
}

TEST_CASE("Scheduled account-wide and as oneself, the right is decided again too", "[documents]") {
  SendingDesk desk;
  (void)people::updateAccount(desk.engine, desk.luther, {{"accountWide", true}});
  const Json wide = desk.send(accountWide(desk.luther, hankEmail), scheduledIn(hour));
  const Json own = desk.send(desk.luther, scheduledIn(hour));
  (void)people::updateAccount(desk.engine, desk.luther, {{"accountWide", false}});
  desk.store.advance(hour);
  CHECK(documents::sendScheduledDue(desk.engine, 10) == 2);
  CHECK(desk.get(desk.luther, wide)["status"] == "Revoked");
  CHECK(desk.get(desk.luther, own)["status"] == "InProgress");
}

TEST_CASE("A send whose deadline passed while nobody ran the clock does not leave", "[documents]") {
  SendingDesk desk;
  const Json sent = desk.send(desk.hank, scheduledIn(hour));
  desk.store.advance(hour + 30 * day);
  CHECK(documents::sendScheduledDue(desk.engine, 10) == 1);
  CHECK(desk.get(desk.hank, sent)["sendFailed"] == true);
  CHECK(desk.lastEntry()["reason"] == "wrongState");
}

TEST_CASE("Documents past their deadline expire once", "[documents]") {
  SendingDesk desk;
  desk.consent();
  const Json sent = desk.send(desk.forLuther);
  CHECK(documents::nextDueAt(desk.engine) == startMs + 30 * day);
  const auto mails = desk.lastMail();
  desk.store.advance(31 * day);
  CHECK(documents::expireDue(desk.engine, 10) == 1);
  CHECK(documents::expireDue(desk.engine, 10) == 0);
  CHECK_FALSE(documents::nextDueAt(desk.engine));
  CHECK(desk.mailsSince(mails) == std::vector<std::string>{"document.expired.owner luthercooper@cubeflakes.com",
                                                           "document.expired.sender hankwhite@cubeflakes.com",
                                                           "document.expired.signer david@cubeflakes.com"});
  CHECK(desk.lastEntry()["operation"] == "document.expire");
  CHECK(desk.lastEntry()["actor"] == Json{{"kind", "system"}});
  const Json document = desk.get(desk.hank, sent);
  CHECK(document["status"] == "Expired");
  CHECK(document["endedAt"] == sent["expiresAt"]);
  CHECK(desk.actionsOf(desk.hank, sent).back() == "Expired");
}

TEST_CASE("run_due works in bounded steps and tells when it is needed again", "[documents]") {
  SendingDesk desk;
  for (int i = 0; i < 5; ++i) (void)desk.send(desk.hank, scheduledIn(hour, "Number " + std::to_string(i)));
  Json once = SendingDesk::record();
  once["requestId"] = "r1";
  (void)desk.send(desk.hank, once);
  CHECK(runDue(desk.engine, Json::object())["nextDueAt"] == startMs + hour);

  desk.store.advance(hour);
  Json done = runDue(desk.engine, {{"maxSteps", 3}});
  CHECK(done["scheduledSent"] == 3);
  CHECK(done["more"] == true);
  done = runDue(desk.engine, {{"maxSteps", 3}});
  CHECK(done["scheduledSent"] == 2);
  CHECK(done["more"] == false);
  CHECK(done["requestsForgotten"] == 0);
  CHECK(done["nextDueAt"] == startMs + day);  // the requestId is kept for a day

  desk.store.advance(day);
  done = runDue(desk.engine, Json::object());
  CHECK(done["requestsForgotten"] == 1);
  CHECK(done["expired"] == 0);
  CHECK(desk.store.number("SELECT count(*) FROM request_once") == 0);
  CHECK(done["nextDueAt"] == startMs + 30 * day);

  desk.store.advance(40 * day);
  done = runDue(desk.engine, Json::object());
  CHECK(done["expired"] == 6);
  CHECK(done["scheduledSent"] == 0);
  CHECK(done["lapsed"] == 0);
  CHECK(done["orphansSwept"] == 0);
  CHECK_FALSE(done.contains("nextDueAt"));

  CHECK(fieldsOf([&] {
          (void)runDue(desk.engine, {{"maxSteps", 0}, {"steps", 1}});
        }) == std::vector<std::string>{"/maxSteps", "/steps"});
}

TEST_CASE("Two engines that run the clock at once send every document once", "[documents]") {
  constexpr std::int64_t count = 20;
  SendingDesk desk;
  for (int i = 0; i < count; ++i) (void)desk.send(desk.hank, scheduledIn(hour));
  const std::string path = desk.store.rows(3, "PRAGMA database_list").at(0).at(2);
  const auto mails = desk.lastMail();
  std::array<std::int64_t, 2> sent{};
  std::array<std::thread, 2> runners;
  for (std::size_t i = 0; i < runners.size(); ++i) {
    runners[i] = std::thread([&sent, &path, i] {
      Engine engine(readOptions(path, {{"testClockMs", startMs + hour}}), ByteView{});
      sent[i] = documents::sendScheduledDue(engine, 100);
    });
  }
  for (auto& runner : runners) runner.join();
  CHECK(sent[0] + sent[1] == count);
  CHECK(desk.mailsSince(mails).size() == count);
  CHECK(desk.store.number("SELECT count(*) FROM audit_entry WHERE operation = 'document.send'") == count);
  CHECK(desk.store.number("SELECT count(*) FROM document WHERE status = 'InProgress' AND version = 2") == count);
}

TEST_CASE("run_due lapses consent requests nobody answered", "[documents]") {
  SendingDesk desk;
  (void)identities::create(desk.engine, desk.hank, {{"name", "Luther Cooper"}, {"email", lutherEmail}});
  CHECK(runDue(desk.engine, Json::object())["nextDueAt"] == startMs + 30 * day);
  desk.store.advance(30 * day);
  CHECK(runDue(desk.engine, Json::object())["lapsed"] == 1);
}

TEST_CASE("run_due forgets changes that caches have read, in bounded steps, but never the newest", "[engine]") {
  SendingDesk desk;
  desk.engine.write(desk.office.scope, [&](UnitOfWork& work) {
    for (int i = 0; i < 30; ++i) work.decisionsChanged(desk.hank.userRow);
  });
  const auto held = [&] { return desk.store.number("SELECT count(*) FROM grant_change"); };
  const auto newest = [&] { return desk.store.number("SELECT max(seq) FROM grant_change"); };
  const std::int64_t before = held();
  const std::int64_t last = newest();
  (void)runDue(desk.engine, Json::object());
  CHECK(held() == before);
  desk.store.advance(day);
  CHECK(runDue(desk.engine, {{"maxSteps", 10}})["more"] == true);
  CHECK(held() == before - 10);
  for (int i = 0; i < 10; ++i) (void)runDue(desk.engine, {{"maxSteps", 10}});
  CHECK(held() == 1);
  CHECK(newest() == last);
}

TEST_CASE("Refusals are counted for the hour they were in, and then forgotten", "[engine]") {
  SendingDesk desk;
  const auto refuse = [&] { CHECK_THROWS_AS(desk.send(desk.forLuther, SendingDesk::record()), Error); };
  const auto hours = [&] { return desk.store.number("SELECT count(*) FROM counter WHERE name LIKE 'refusals/%'"); };
  refuse();
  refuse();
  CHECK(hours() == 1);
  desk.store.advance(2 * hour);
  refuse();
  CHECK(hours() == 1);
  CHECK(desk.store.number("SELECT max(value) FROM counter WHERE name LIKE 'refusals/%'") == 1);
}
