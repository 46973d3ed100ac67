// The creator's verbs on a real store: contract 2.5, 2.6, 2.7 and design 3.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "delegation/operations.h"
#include "identities/identity_store.h"
#include "support/brands.h"
#include "support/identities.h"

using namespace stead;
using namespace stead::test;
using limits::dayMs;

namespace {

constexpr const char* unknownIdentity = "The specified sender identity does not exist in your account.";
constexpr const char* notRejected = "You can re-request sender identity only if the invitation is rejected.";
constexpr const char* unknownId = "01890000-0000-7000-8000-0000000000ff";

std::string idOf(const Json& record) { return record.at("id").get<std::string>(); }

std::int64_t decisionChanges(Desk& desk, const Session& session) {
  return desk.store.number("SELECT count(*) FROM grant_change WHERE actor_id = $1", session.userRow);
}

}  // namespace

TEST_CASE("A created identity waits for its owner, who is asked by mail", "[identities]") {
  Desk desk;
  const auto before = decisionChanges(desk, desk.hank);
  const std::string brand = makeBrandId(desk.engine(), desk.office.luther);
  const Json made = desk.ask({{"redirectUrl", "https://cubeflakes.com/done"},
                              {"metaData", {{"department", "sales"}}},
                              {"notificationSettings", {{"sent", true}}},
                              {"locale", "DE"},
                              {"brandId", brand}});
  CHECK(made["name"] == "Luther Cooper");
  CHECK(made["email"] == lutherEmail);
  CHECK(made["status"] == "Pending");
  CHECK(made["createdBy"] == desk.hank.userId);
  CHECK(made["requestedAt"] == startMs);
  CHECK(made["consentRound"] == 1);
  CHECK(made["version"] == 1);
  CHECK(made["locale"] == "DE");
  CHECK(made["metaData"] == Json{{"department", "sales"}});
  CHECK(made["notificationSettings"]["sent"] == true);
  CHECK(made["redirectUrl"] == "https://cubeflakes.com/done");
  CHECK(made["brandId"] == brand);
  CHECK(made["operations"].size() == namesOf(allDelegable()).size());
  for (const char* absent : {"approvedAt", "lapsedAt", "grant", "from", "until"}) CHECK_FALSE(made.contains(absent));
  CHECK(desk.mails() == std::vector<std::string>{"identity.asked.owner"});
  CHECK(decisionChanges(desk, desk.hank) == before + 1);

  const Json entry = desk.lastEntry();
  CHECK(entry["operation"] == "identity.create");
  CHECK(entry["actor"]["id"] == desk.hank.userId);
  CHECK(entry["subject"]["id"] == made["id"]);
  CHECK(entry["outcome"] == "done");
  CHECK(entry.dump().find("luthercooper") == std::string::npos);  // personal fields are salted

  CHECK(desk.read(made) == made);
  CHECK(identities::get(desk.engine(), desk.hank, "LutherCooper@CubeFlakes.com") == made);
}

TEST_CASE("Refusals of create", "[identities]") {
  Desk desk;
  static_cast<void>(desk.ask());
  SECTION("one identity per address, however it is written") {
    CHECK(codeOf([&] { desk.askAs(desk.hank, " LutherCooper@CUBEFLAKES.com"); }) == "identityExists");
  }
  SECTION("the own address") {
    const Error error = errorOf([&] { desk.askAs(desk.hank, hankEmail); });
    CHECK(error.code() == Code::selfApproval);
    CHECK(desk.lastEntry()["reason"] == "selfApproval");
  }
  SECTION("in somebody's name") {
    const Session forLuther = onBehalfOf(desk.hank, lutherEmail);
    CHECK(codeOf([&] { desk.askAs(forLuther, davidEmail); }) == "operationNotDelegable");
  }
  SECTION("an Auditor") {
    const Session auditor = desk.office.join(legalEmail, "Legal Desk", "Auditor");
    CHECK(codeOf([&] { desk.askAs(auditor, davidEmail); }) == "lacksRole");
  }
  SECTION("an end in the past, or before the beginning") {
    CHECK(fieldsOf([&] {
            desk.askAs(desk.hank, davidEmail, {{"until", startMs}});
          }) == std::vector<std::string>{"/until"});
    CHECK(fieldsOf([&] {
            desk.askAs(desk.hank, davidEmail, {{"from", startMs + 20}, {"until", startMs + 10}});
          }) == std::vector<std::string>{"/until"});
  }
  CHECK(desk.store.number("SELECT count(*) FROM identity") == 1);
  CHECK(desk.mails().size() == 1);
}

TEST_CASE("Several users of an account ask the same owner, each with a consent of his own", "[identities]") {
  Desk desk;
  const Session legal = desk.office.join(legalEmail, "Legal Desk");
  const Json forHank = desk.askAs(desk.hank, davidEmail);
  const Json forLegal = desk.askAs(legal, davidEmail);
  static_cast<void>(desk.approve(forHank));
  CHECK(desk.read(forHank)["status"] == "Verified");
  CHECK(identities::get(desk.engine(), legal, davidEmail)["status"] == "Pending");
  static_cast<void>(desk.approve(forLegal));
  CHECK(identities::get(desk.engine(), legal, davidEmail)["status"] == "Verified");
}

TEST_CASE("A retry with the same requestId gets the first answer", "[identities]") {
  Desk desk;
  const Json first = desk.ask({{"requestId", "r-1"}});
  CHECK(desk.ask({{"requestId", "r-1"}}) == first);
  CHECK(desk.mails().size() == 1);
  CHECK(codeOf([&] { desk.ask({{"requestId", "r-1"}, {"locale", "FR"}}); }) == "requestIdReused");
  CHECK(codeOf([&] { desk.ask({{"requestId", "r-2"}}); }) == "identityExists");
}

TEST_CASE("Emoji and long names are kept as they are", "[identities]") {
  Desk desk;
  std::string name;
  for (int i = 0; i < 80; ++i) name += "\xF0\x9F\x96\x8B";
  const Json made = identities::create(desk.engine(), desk.hank, {{"name", name}, {"email", davidEmail}});
  CHECK(desk.read(made)["name"] == name);
  CHECK(desk.look(desk.consentToken(made))["text"].get<std::string>().find(name) != std::string::npos);
}

TEST_CASE("Only the creator sees an identity; to all others it does not exist", "[identities]") {
  Desk desk;
  const Json made = desk.askAs(desk.hank, davidEmail);
  const Session legal = desk.office.join(legalEmail, "Legal Desk", "TeamAdmin");
  Office other(desk.store, "Elsewhere");
  for (const Session& session : {desk.office.luther, legal, other.luther}) {
    for (const std::string& name : {idOf(made), std::string(davidEmail), std::string(unknownId)}) {
      CAPTURE(session.userId, name);
      const std::function<void()> acts[] = {
          [&] { static_cast<void>(identities::get(desk.engine(), session, name)); },
          [&] {
            static_cast<void>(identities::update(desk.engine(), session, name, {{"name", "David"}}));
          },
          [&] { static_cast<void>(identities::resend(desk.engine(), session, name)); },
          [&] { static_cast<void>(identities::rerequest(desk.engine(), session, name, Json::object())); },
          [&] { static_cast<void>(identities::remove(desk.engine(), session, name)); },
          [&] { static_cast<void>(identities::consentEvidence(desk.engine(), session, name)); },
      };
      for (const auto& act : acts) {
        const Error error = errorOf(act);
        CHECK(error.code() == Code::identityNotFound);
        CHECK(error.text() == unknownIdentity);
      }
    }
    CHECK(identities::list(desk.engine(), session, Json::object())["items"].empty());
  }
  CHECK(desk.read(made)["version"] == 1);
}

TEST_CASE("An address that is none is refused with the words of the contract", "[identities]") {
  Desk desk;
  for (const auto& [name, message] :
       {std::pair{"", "The email field is required."}, std::pair{"not-an-address", "The field email is invalid."}}) {
    const std::string_view named = name;
    for (const std::function<void()>& act :
         {std::function<void()>([&] { static_cast<void>(identities::get(desk.engine(), desk.hank, named)); }),
          std::function<void()>([&] {
            static_cast<void>(identities::update(desk.engine(), desk.hank, named, {{"name", "D"}}));
          }),
          std::function<void()>([&] { static_cast<void>(identities::resend(desk.engine(), desk.hank, named)); }),
          std::function<void()>([&] { static_cast<void>(identities::remove(desk.engine(), desk.hank, named)); })}) {
      CHECK(errorOf(act).text() == message);
    }
  }
}

TEST_CASE("An update is partial, raises the version, and is mailed to an owner who agreed", "[identities]") {
  Desk desk;
  const Json made = desk.ask({{"metaData", {{"a", "1"}, {"b", "2"}}}});
  const std::string id = idOf(made);
  desk.store.advance(1000);
  const Json pending = identities::update(
      desk.engine(), desk.hank, id,
      {{"metaData", {{"a", ""}, {"c", "3"}}}, {"notificationSettings", {{"viewed", false}}}, {"name", "Luther C."}});
  CHECK(pending["metaData"] == Json{{"b", "2"}, {"c", "3"}});
  CHECK(pending["notificationSettings"]["viewed"] == false);
  CHECK(pending["notificationSettings"]["signed"] == true);
  CHECK(pending["version"] == 2);
  CHECK(pending["updatedAt"] == startMs + 1000);
  CHECK(pending["createdAt"] == startMs);
  CHECK(pending["status"] == "Pending");
  CHECK(desk.mails() == std::vector<std::string>{"identity.asked.owner"});

  static_cast<void>(desk.approve(pending));
  const auto mailsBefore = desk.mails().size();
  SECTION("what only the creator needs is not mailed") {
    static_cast<void>(identities::update(desk.engine(), desk.hank, id, {{"redirectUrl", "https://a.example/b"}}));
    CHECK(desk.mails().size() == mailsBefore);
  }
  SECTION("a name is") {
    CHECK(identities::update(desk.engine(), desk.hank, id, {{"name", "Luther"}})["status"] == "Verified");
    CHECK(desk.mails().back() == "identity.changed.owner");
    CHECK(desk.lastEntry()["detail"]["changes"] == Json{"name"});
  }
  SECTION("settings are") {
    static_cast<void>(
        identities::update(desk.engine(), desk.hank, id, {{"notificationSettings", {{"completed", false}}}}));
    CHECK(desk.mails().back() == "identity.changed.owner");
  }
  SECTION("what changes nothing leaves no trace") {
    const auto entries = desk.store.entryCount(desk.office.scope);
    const Json same = identities::update(desk.engine(), desk.hank, id, {{"name", "Luther C."}, {"metaData", {}}});
    CHECK(same["version"] == 3);  // 1 created, 2 updated, 3 approved
    CHECK(desk.store.entryCount(desk.office.scope) == entries);
    CHECK(desk.mails().size() == mailsBefore);
  }
}

TEST_CASE("An update of a version that moved is refused", "[identities]") {
  Desk desk;
  const std::string id = idOf(desk.ask());
  static_cast<void>(identities::update(desk.engine(), desk.hank, id, {{"name", "Luther"}, {"version", 1}}));
  const Error error = errorOf([&] {
    static_cast<void>(identities::update(desk.engine(), desk.hank, id, {{"name", "Cooper"}, {"version", 1}}));
  });
  CHECK(error.code() == Code::versionMoved);
  CHECK(error.fields().front().field == "/version");
  CHECK(identities::get(desk.engine(), desk.hank, id)["name"] == "Luther");
}

TEST_CASE("Sending again opens a new round; the old link dies", "[identities]") {
  Desk desk;
  const Json made = desk.ask();
  const std::string oldToken = desk.consentToken(made);
  desk.store.advance(5000);
  const Json again = identities::resend(desk.engine(), desk.hank, lutherEmail);
  CHECK(again["consentRound"] == 2);
  CHECK(again["requestedAt"] == startMs + 5000);
  CHECK(desk.mails() == std::vector<std::string>{"identity.asked.owner", "identity.asked.owner"});
  CHECK(codeOf([&] { desk.look(oldToken); }) == "linkNotFound");
  CHECK(codeOf([&] { desk.denyBy(oldToken); }) == "linkNotFound");
  CHECK(desk.look(desk.consentToken(again))["status"] == "Pending");
  static_cast<void>(desk.approve(again));
  const Error error = errorOf([&] { static_cast<void>(identities::resend(desk.engine(), desk.hank, lutherEmail)); });
  CHECK(error.code() == Code::wrongState);
  CHECK(desk.lastEntry()["outcome"] == "refused");
  CHECK(desk.lastEntry()["reason"] == "wrongState");
}

TEST_CASE("Asking again is possible after a refusal or an end, and only then", "[identities]") {
  Desk desk;
  const Json made = desk.ask();
  const std::string id = idOf(made);
  const auto rerequest = [&](const Json& change) {
    return identities::rerequest(desk.engine(), desk.hank, id, change);
  };
  const auto refused = [&] {
    const Error error = errorOf([&] { static_cast<void>(rerequest(Json::object())); });
    CHECK(error.code() == Code::wrongState);
    CHECK(error.text() == notRejected);
  };
  SECTION("not while it waits, nor when its request lapsed") {
    refused();
    desk.store.advance(31 * dayMs);
    refused();
  }
  SECTION("not while the grant lives") {
    static_cast<void>(desk.approve(made));
    refused();
  }
  SECTION("after a denial, for more or less than before") {
    static_cast<void>(desk.deny(made));
    const Json again = rerequest({{"operations", {"document.send"}}, {"until", startMs + dayMs}});
    CHECK(again["status"] == "Pending");
    CHECK(again["consentRound"] == 2);
    CHECK(again["operations"] == Json{"document.send"});
    CHECK(again["until"] == startMs + dayMs);
    static_cast<void>(desk.deny(again));
    const Json open = rerequest({{"until", nullptr}});
    CHECK_FALSE(open.contains("until"));
    CHECK(open["operations"] == Json{"document.send"});
  }
  SECTION("after a revocation") {
    const Json approved = desk.approve(made);
    static_cast<void>(desk.revoke(approved["grant"]));
    const Json again = rerequest(Json::object());
    CHECK(again["status"] == "Pending");
    CHECK_FALSE(again.contains("approvedAt"));
    CHECK(again["grant"]["endReason"] == "revoked");
    const Json renewed = desk.approve(again);
    CHECK(renewed["grant"]["id"] != approved["grant"]["id"]);
    CHECK(renewed["grant"]["version"] == 1);
  }
  SECTION("when the grant has expired; the past is not asked for again") {
    static_cast<void>(desk.approve(made, {{"until", startMs + dayMs}}));
    desk.store.advance(dayMs);
    const Json ended = desk.read(made);
    CHECK(ended["status"] == "Verified");
    CHECK(ended["grant"]["endedAt"] == startMs + dayMs);
    CHECK(ended["grant"]["endReason"] == "expired");
    const Json again = rerequest(Json::object());
    CHECK(again["status"] == "Pending");
    CHECK(again["grant"]["endReason"] == "expired");
    CHECK(desk.store.number("SELECT count(*) FROM email_link") == 0);
  }
  SECTION("an end that was asked for and has passed needs a new one") {
    const Json short_ = desk.askAs(desk.hank, davidEmail, {{"until", startMs + dayMs}});
    static_cast<void>(desk.deny(short_));
    desk.store.advance(2 * dayMs);
    CHECK(fieldsOf([&] {
            static_cast<void>(identities::rerequest(desk.engine(), desk.hank, davidEmail, Json::object()));
          }) == std::vector<std::string>{"/until"});
    CHECK_NOTHROW(identities::rerequest(desk.engine(), desk.hank, davidEmail, {{"until", startMs + 9 * dayMs}}));
  }
}

TEST_CASE("Never ask me again binds the account, and outlives the identity", "[identities]") {
  Desk desk;
  const Session legal = desk.office.join(legalEmail, "Legal Desk");
  const Json made = desk.askAs(desk.hank, davidEmail);
  const Json forLegal = desk.askAs(legal, davidEmail);
  static_cast<void>(desk.deny(made, {{"neverAskAgain", true}}));
  CHECK(codeOf([&] {
          static_cast<void>(identities::rerequest(desk.engine(), desk.hank, davidEmail, Json::object()));
        }) == "consentDenied");
  CHECK(codeOf([&] { static_cast<void>(identities::resend(desk.engine(), legal, davidEmail)); }) == "consentDenied");
  static_cast<void>(identities::remove(desk.engine(), desk.hank, davidEmail));
  CHECK(codeOf([&] { desk.askAs(desk.hank, davidEmail); }) == "consentDenied");
  CHECK(desk.lastEntry()["reason"] == "consentDenied");
  CHECK(forLegal["status"] == "Pending");
  CHECK(desk.approve(forLegal)["status"] == "Verified");  // what was asked before may still be answered
}

TEST_CASE("An unanswered request lapses after 30 days; the remedy is to send it again", "[identities]") {
  Desk desk;
  const Json made = desk.ask();
  const std::string token = desk.consentToken(made);
  const Json shown = desk.look(token);
  desk.store.advance(30 * dayMs - 1);
  CHECK_FALSE(desk.read(made).contains("lapsedAt"));
  CHECK(desk.look(token)["lapsed"] == false);
  CHECK(identities::nextLapseAt(desk.engine()) == startMs + 30 * dayMs);
  CHECK(identities::lapseDue(desk.engine(), 10) == 0);

  desk.store.advance(1);
  const auto checkLapsed = [&] {
    CHECK(desk.read(made)["status"] == "Pending");
    CHECK(desk.read(made)["lapsedAt"] == startMs + 30 * dayMs);
    CHECK(desk.read(made)["version"] == 1);
    CHECK(desk.look(token)["lapsed"] == true);
    CHECK(codeOf([&] { desk.approveBy(token, {{"textHash", shown["textHash"]}}); }) == "linkNotFound");
    CHECK(codeOf([&] { desk.denyBy(token); }) == "linkNotFound");
  };
  checkLapsed();  // by the clock, before anybody marked it
  desk.store.advance(dayMs);
  CHECK(identities::lapseDue(desk.engine(), 10) == 1);
  checkLapsed();
  CHECK(desk.lastEntry()["operation"] == "identity.lapse");
  CHECK(desk.lastEntry()["actor"]["kind"] == "system");
  CHECK(identities::lapseDue(desk.engine(), 10) == 0);
  CHECK_FALSE(identities::nextLapseAt(desk.engine()));

  const Json again = identities::resend(desk.engine(), desk.hank, lutherEmail);
  CHECK_FALSE(again.contains("lapsedAt"));
  CHECK(desk.approve(again)["status"] == "Verified");
}

TEST_CASE("How many requests lapse in one step is bounded, and the days are an option", "[identities]") {
  Desk desk(Json{{"consentLapseDays", 2}});
  for (const char* email : {lutherEmail, davidEmail, legalEmail}) static_cast<void>(desk.askAs(desk.hank, email));
  desk.store.advance(2 * dayMs);
  CHECK(identities::lapseDue(desk.engine(), 2) == 2);
  CHECK(identities::lapseDue(desk.engine(), 2) == 1);
  CHECK(identities::lapseDue(desk.engine(), 2) == 0);
}

TEST_CASE("At most ten consent mails leave for an address in 24 hours, over all accounts", "[identities]") {
  Desk desk;
  Office other(desk.store, "Elsewhere");
  const auto mailTimes = [&] {
    std::vector<std::int64_t> out;
    for (const auto& row : desk.store.rows(1,
                                           "SELECT not_before FROM outbox WHERE kind = 'identity.asked.owner' "
                                           "AND receiver = 'david@cubeflakes.com' ORDER BY id")) {
      out.push_back(std::stoll(row.front()));
    }
    return out;
  };
  static_cast<void>(desk.askAs(desk.hank, davidEmail));
  for (int i = 0; i < 9; ++i) {
    desk.store.advance(1000);
    static_cast<void>(identities::resend(desk.engine(), desk.hank, davidEmail));
  }
  desk.store.advance(1000);
  const Json late = desk.askAs(other.luther, davidEmail);
  CHECK(late["status"] == "Pending");
  CHECK(late["requestedAt"] == startMs + 10'000);  // nothing tells that the mail waits
  std::vector<std::int64_t> times = mailTimes();
  REQUIRE(times.size() == 11);
  for (int i = 0; i < 10; ++i) CHECK(times[static_cast<std::size_t>(i)] == startMs + i * 1000);
  CHECK(times[10] == startMs + dayMs);  // the first mail plus 24 hours

  SECTION("a held mail that is replaced by another leaves its place to it") {
    for (int i = 0; i < 30; ++i) static_cast<void>(identities::resend(desk.engine(), desk.hank, davidEmail));
    CHECK(mailTimes().back() == startMs + dayMs + 1000);
    static_cast<void>(identities::remove(desk.engine(), desk.hank, davidEmail));
    static_cast<void>(desk.askAs(desk.hank, davidEmail));
    CHECK(mailTimes().back() == startMs + dayMs + 1000);
  }
  SECTION("one account cannot fill the queue for all others") {
    desk.engine().write(desk.office.scope, [&](UnitOfWork& work) {
      for (int i = 0; i < 10; ++i) {
        identities::ConsentRound waiting;
        waiting.identityId = work.newId();
        waiting.creatorRow = desk.office.luther.userRow;
        waiting.emailKey = davidEmail;
        waiting.askedAt = work.now;
        waiting.mailAt = work.now + dayMs;
        identities::insertRound(work.db, work.scope, waiting);
      }
    });
    CHECK(codeOf([&] { static_cast<void>(identities::resend(desk.engine(), desk.hank, davidEmail)); }) == "tooMany");
    CHECK(codeOf([&] { desk.askAs(desk.office.luther, davidEmail); }) == "tooMany");
    CHECK_NOTHROW(identities::resend(desk.engine(), other.luther, davidEmail));
    desk.store.advance(dayMs);
    CHECK_NOTHROW(identities::resend(desk.engine(), desk.hank, davidEmail));
  }
  SECTION("other addresses are not concerned") {
    static_cast<void>(desk.askAs(desk.hank, legalEmail));
    CHECK(desk.store.number("SELECT not_before FROM outbox WHERE receiver = $1", legalEmail) == startMs + 10'000);
  }
  SECTION("later the window is free again") {
    desk.store.advance(3 * dayMs);
    static_cast<void>(identities::resend(desk.engine(), desk.hank, davidEmail));
    CHECK(mailTimes().back() == desk.store.now());
  }
}

TEST_CASE("Deleting ends the grant, tells the owner, and keeps the evidence", "[identities]") {
  Desk desk;
  const Json made = desk.ask();
  SECTION("while it waits: nobody is told, the link is dead, the address is free at once") {
    const std::string token = desk.consentToken(made);
    CHECK(identities::remove(desk.engine(), desk.hank, lutherEmail) == Json{{"id", made["id"]}});
    CHECK(codeOf([&] { desk.look(token); }) == "linkNotFound");
    CHECK(desk.mails().size() == 1);
    CHECK(codeOf([&] { static_cast<void>(identities::remove(desk.engine(), desk.hank, lutherEmail)); }) ==
          "identityNotFound");
    const Json evidence = identities::consentEvidence(desk.engine(), desk.hank, idOf(made));
    CHECK(evidence["rounds"][0]["answer"] == "withdrawn");
    CHECK(desk.ask()["consentRound"] == 1);
  }
  SECTION("while a grant lives") {
    const Json approved = desk.approve(made);
    const auto changes = decisionChanges(desk, desk.hank);
    static_cast<void>(identities::remove(desk.engine(), desk.hank, idOf(made)));
    CHECK(desk.mails().back() == "identity.deleted.owner");
    CHECK(decisionChanges(desk, desk.hank) == changes + 1);
    CHECK(desk.store.number("SELECT count(*) FROM email_link") == 0);
    const auto grant = desk.store.rows(2, "SELECT ended_at, end_reason FROM \"grant\"");
    CHECK(grant == std::vector<std::vector<std::string>>{{std::to_string(startMs), "deleted"}});
    CHECK(codeOf([&] { desk.look(desk.revokeToken(approved["grant"])); }) == "linkNotFound");
    CHECK(desk.lastEntry()["operation"] == "identity.delete");
    const Json evidence = identities::consentEvidence(desk.engine(), desk.hank, idOf(made));
    CHECK(evidence["rounds"][0]["answer"] == "approved");
  }
}

TEST_CASE("When the creator leaves, his permissions end and both sides are told", "[identities]") {
  Desk desk;
  const Json luther = desk.ask();
  const Json david = desk.askAs(desk.hank, davidEmail);
  static_cast<void>(desk.approve(luther));
  const auto mailsBefore = desk.mails().size();
  std::int64_t revoked = -1;
  desk.engine().write(desk.office.scope, [&](UnitOfWork& work) {
    revoked = identities::revokeAllOf(work, desk.hank.userRow, "teamChanged");
  });
  CHECK(revoked == 1);
  CHECK(desk.read(luther)["status"] == "Revoked");
  CHECK(desk.read(luther)["grant"]["endReason"] == "teamChanged");
  CHECK(desk.read(david)["status"] == "Pending");
  const auto mails = desk.mails();
  CHECK(std::vector<std::string>(mails.begin() + static_cast<std::ptrdiff_t>(mailsBefore), mails.end()) ==
        std::vector<std::string>{"identity.revoked.owner", "identity.revoked.creator"});
  CHECK(desk.lastEntry()["detail"]["cause"] == "teamChanged");
  CHECK(desk.store.number("SELECT count(*) FROM email_link") == 0);
}

TEST_CASE("Refused acts of the creator are written down", "[identities]") {
  Desk desk;
  CHECK(codeOf([&] { static_cast<void>(identities::resend(desk.engine(), desk.hank, unknownId)); }) ==
        "identityNotFound");
  const Json entry = desk.lastEntry();
  CHECK(entry["operation"] == "identity.resend");
  CHECK(entry["outcome"] == "refused");
  CHECK(entry["reason"] == "identityNotFound");
  CHECK(entry["subject"]["id"] == unknownId);
}
