// The owner's verbs on a real store: links, approval, narrowing, revocation, evidence.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/crypto.h"
#include "base/limits.h"
#include "delegation/operations.h"
#include "support/identities.h"

using namespace stead;
using namespace stead::test;
using limits::dayMs;

namespace {

std::string idOf(const Json& record) { return record.at("id").get<std::string>(); }

}  // namespace

TEST_CASE("The link shows who asks for what, with the text that is agreed to", "[identities]") {
  Desk desk(Json{{"productName", "CubeSign"}});
  const Json made = desk.ask({{"operations", {"document.send", "document.remind"}},
                              {"until", startMs + 10 * dayMs},
                              {"redirectUrl", "https://cubeflakes.com/done"}});
  const Json shown = desk.look(desk.consentToken(made));
  CHECK(shown["kind"] == "consent");
  CHECK(shown["identityId"] == made["id"]);
  CHECK(shown["status"] == "Pending");
  CHECK(shown["owner"] == Json{{"name", "Luther Cooper"}, {"email", lutherEmail}});
  CHECK(shown["creator"] == Json{{"name", "Hank White"}, {"email", hankEmail}});
  CHECK(shown["accountName"] == "Cubeflakes");
  CHECK(shown["productName"] == "CubeSign");
  CHECK(shown["operations"] == Json{"document.send", "document.remind"});
  CHECK(shown["until"] == startMs + 10 * dayMs);
  CHECK(shown["redirectUrl"] == "https://cubeflakes.com/done");
  CHECK(shown["lapsed"] == false);
  CHECK_FALSE(shown.contains("grant"));
  CHECK_FALSE(shown.contains("linkedElsewhere"));
  CHECK(shown["textHash"] == crypto::hex(crypto::sha256(bytesOf(shown["text"].get<std::string>()))));
}

TEST_CASE("Approval makes a grant, once", "[identities]") {
  Desk desk;
  const Json made = desk.ask({{"redirectUrl", "https://cubeflakes.com/done"}});
  const std::string token = desk.consentToken(made);
  const Json shown = desk.look(token);
  desk.store.advance(60'000);
  const auto changes = desk.store.number("SELECT count(*) FROM grant_change");
  const Json request = {{"textHash", shown["textHash"]}, {"ip", "192.0.2.7"}, {"userAgent", "Mail/1.0"}};
  const Json answer = desk.approveBy(token, request);
  CHECK(answer["status"] == "Verified");
  CHECK(answer["redirectUrl"] == "https://cubeflakes.com/done");
  CHECK(answer["grant"]["version"] == 1);
  CHECK(answer["grant"]["operations"] == made["operations"]);
  CHECK_FALSE(answer["grant"].contains("endedAt"));
  CHECK(desk.store.number("SELECT count(*) FROM grant_change") == changes + 1);
  CHECK(desk.mails() ==
        std::vector<std::string>{"identity.asked.owner", "identity.approved.owner", "identity.approved.creator"});
  const Json now = desk.read(made);
  CHECK(now["status"] == "Verified");
  CHECK(now["approvedAt"] == startMs + 60'000);
  CHECK(now["grant"] == answer["grant"]);

  CHECK(codeOf([&] { desk.approveBy(token, request); }) == "linkNotFound");
  CHECK(codeOf([&] { desk.denyBy(token); }) == "linkNotFound");
  CHECK(desk.store.number("SELECT count(*) FROM \"grant\"") == 1);

  const Json entry = desk.lastEntry();
  CHECK(entry["operation"] == "identity.approve");
  CHECK(entry["actor"] == Json{{"kind", "owner"}, {"id", made["id"]}});
  CHECK(entry["grantId"] == answer["grant"]["id"]);
  CHECK(entry["detail"]["textHash"] == shown["textHash"]);
  CHECK(entry.dump().find("192.0.2.7") == std::string::npos);
}

TEST_CASE("What the owner agreed to is kept as evidence", "[identities]") {
  Desk desk;
  const Json made = desk.ask();
  static_cast<void>(desk.deny(made, {{"ip", "192.0.2.7"}}));
  desk.store.advance(1000);
  const Json again = identities::rerequest(desk.engine(), desk.hank, idOf(made), Json::object());
  const Json resent = identities::resend(desk.engine(), desk.hank, idOf(made));
  const Json shown = desk.look(desk.consentToken(resent));
  static_cast<void>(desk.approve(resent, {{"ip", "192.0.2.7"}, {"userAgent", "Mail/1.0"}}));
  static_cast<void>(again);

  const Json evidence = identities::consentEvidence(desk.engine(), desk.hank, lutherEmail);
  CHECK(evidence["identityId"] == made["id"]);
  REQUIRE(evidence["rounds"].size() == 3);
  CHECK(evidence["rounds"][0]["answer"] == "denied");
  CHECK(evidence["rounds"][0]["proof"] == "mailbox");
  CHECK(evidence["rounds"][1]["answer"] == "superseded");
  const Json& last = evidence["rounds"][2];
  CHECK(last["round"] == 3);
  CHECK(last["answer"] == "approved");
  CHECK(last["answeredAt"] == startMs + 1000);
  CHECK(last["locale"] == "EN");
  CHECK(last["proof"] == "mailbox");
  CHECK(last["text"] == shown["text"]);
  CHECK(last["textHash"] == shown["textHash"]);
  // ip and user agent lie, salted, beside the entry the round names
  const auto personal = desk.store.rows(1, "SELECT fields FROM audit_personal WHERE account_id = $1 AND idx = $2",
                                        desk.office.scope.account, last["auditIndex"].get<std::int64_t>());
  REQUIRE(personal.size() == 1);
  CHECK(personal[0][0].find("192.0.2.7") != std::string::npos);
  CHECK(personal[0][0].find("Mail/1.0") != std::string::npos);
  CHECK(desk.lastEntry()["operation"] == "identity.evidence");

  SECTION("an Auditor reads it by id and sees nothing else of the identity") {
    const Session auditor = desk.office.join(legalEmail, "Legal Desk", "Auditor");
    CHECK(identities::consentEvidence(desk.engine(), auditor, idOf(made)) == evidence);
    CHECK(codeOf([&] { static_cast<void>(identities::get(desk.engine(), auditor, idOf(made))); }) == "lacksRole");
  }
}

TEST_CASE("A text that moved is shown again before it counts", "[identities]") {
  Desk desk;
  const Json made = desk.ask();
  const std::string token = desk.consentToken(made);
  const Json shown = desk.look(token);
  static_cast<void>(identities::update(desk.engine(), desk.hank, lutherEmail, {{"name", "L. Cooper"}}));
  const Error error = errorOf([&] { desk.approveBy(token, {{"textHash", shown["textHash"]}}); });
  CHECK(error.code() == Code::textMoved);
  CHECK(error.status() == Status::conflict);
  CHECK(desk.read(made)["status"] == "Pending");
  const Json newer = desk.look(token);
  CHECK(newer["textHash"] != shown["textHash"]);
  CHECK(desk.approveBy(token, {{"textHash", newer["textHash"]}})["status"] == "Verified");
}

TEST_CASE("An approval may be narrower than what was asked, never wider", "[identities]") {
  Desk desk;
  const Json made = desk.ask({{"operations", {"document.send", "document.remind", "document.revoke"}},
                              {"from", startMs + dayMs},
                              {"until", startMs + 10 * dayMs}});
  struct Row {
    Json terms;
    std::vector<std::string> fields;
  };
  const Row refused[] = {{{{"operations", {"document.send", "document.edit"}}}, {"/operations"}},
                         {{{"from", startMs}}, {"/from"}},
                         {{{"from", nullptr}}, {"/from"}},
                         {{{"until", startMs + 11 * dayMs}}, {"/until"}},
                         {{{"until", nullptr}}, {"/until"}},
                         {{{"from", startMs + 6 * dayMs}, {"until", startMs + 5 * dayMs}}, {"/until"}}};
  for (const auto& row : refused) {
    CAPTURE(row.terms.dump());
    CHECK(fieldsOf([&] { desk.approve(made, row.terms); }) == row.fields);
  }
  CHECK(desk.read(made)["status"] == "Pending");
  const Json grant = desk.approve(made, {{"operations", {"document.remind", "document.send"}},
                                         {"from", startMs + 2 * dayMs},
                                         {"until", startMs + 5 * dayMs}})["grant"];
  CHECK(grant["operations"] == Json{"document.send", "document.remind"});
  CHECK(grant["from"] == startMs + 2 * dayMs);
  CHECK(grant["until"] == startMs + 5 * dayMs);
  // What was asked stays on record beside what was granted.
  CHECK(desk.read(made)["operations"].size() == 3);
  CHECK(desk.read(made)["until"] == startMs + 10 * dayMs);
}

TEST_CASE("Denying is answered once; the creator is told", "[identities]") {
  Desk desk;
  const Json made = desk.ask({{"redirectUrl", "https://cubeflakes.com/done"}});
  const Json answer = desk.deny(made);
  CHECK(answer ==
        Json{{"identityId", made["id"]}, {"status", "Denied"}, {"redirectUrl", "https://cubeflakes.com/done"}});
  CHECK(desk.mails().back() == "identity.denied.creator");
  CHECK(desk.lastEntry()["operation"] == "identity.deny");
  CHECK(codeOf([&] { desk.deny(made); }) == "linkNotFound");
  CHECK(codeOf([&] { desk.approve(made); }) == "linkNotFound");
}

TEST_CASE("The owner narrows the grant by its lasting link, as often as he likes", "[identities]") {
  Desk desk;
  const Json made = desk.ask({{"operations", {"document.send", "document.remind"}}});
  const Json born = desk.approve(made)["grant"];
  const std::string token = desk.revokeToken(born);
  const auto narrow = [&](const Json& request) { return desk.narrowBy(token, request); };

  const Json shown = desk.look(token);
  CHECK(shown["kind"] == "grant");
  CHECK(shown["status"] == "Verified");
  CHECK(shown["grant"] == born);
  CHECK(shown["operations"] == born["operations"]);
  CHECK(shown["text"].get<std::string>().find("Hank White") != std::string::npos);

  const auto changes = desk.store.number("SELECT count(*) FROM grant_change");
  const Json first = narrow({{"operations", {"document.send"}}, {"until", startMs + dayMs}, {"ip", "192.0.2.7"}});
  CHECK(first["status"] == "Verified");
  CHECK(first["grant"]["id"] == born["id"]);
  CHECK(first["grant"]["version"] == 2);
  CHECK(first["grant"]["operations"] == Json{"document.send"});
  CHECK(desk.store.number("SELECT count(*) FROM grant_change") == changes + 1);
  CHECK(desk.lastEntry()["operation"] == "identity.narrow");
  CHECK(desk.lastEntry()["grantVersion"] == 2);
  const auto mails = desk.mails();
  CHECK(std::vector<std::string>(mails.end() - 2, mails.end()) ==
        std::vector<std::string>{"identity.narrowed.owner", "identity.narrowed.creator"});
  CHECK(desk.read(made)["grant"] == first["grant"]);

  CHECK(fieldsOf([&] {
          narrow({{"operations", {"document.send", "document.remind"}}});
        }) == std::vector<std::string>{"/operations"});
  CHECK(fieldsOf([&] { narrow({{"until", startMs + 2 * dayMs}}); }) == std::vector<std::string>{"/until"});
  CHECK(fieldsOf([&] { narrow(Json::object()); }) == std::vector<std::string>{""});
  CHECK(narrow({{"operations", {"document.send"}}})["grant"]["version"] == 2);  // nothing narrower: nothing changes
  CHECK(desk.mails() == mails);
  CHECK(narrow({{"from", startMs + 1000}})["grant"]["version"] == 3);

  desk.store.advance(dayMs);
  CHECK(codeOf([&] { narrow({{"until", startMs + 2 * dayMs}}); }) == "linkNotFound");
  CHECK(codeOf([&] { desk.look(token); }) == "linkNotFound");
}

TEST_CASE("The owner revokes at any time", "[identities]") {
  Desk desk;
  const Json made = desk.ask();
  const Json grant = desk.approve(made)["grant"];
  desk.store.advance(1000);
  const Json answer = desk.revoke(grant);
  CHECK(answer["status"] == "Revoked");
  CHECK(answer["grant"]["endedAt"] == startMs + 1000);
  CHECK(answer["grant"]["endReason"] == "revoked");
  CHECK(desk.mails().back() == "identity.revoked.creator");
  CHECK(desk.lastEntry()["operation"] == "identity.revoke");
  CHECK(desk.lastEntry()["actor"]["kind"] == "owner");
  CHECK(desk.read(made)["status"] == "Revoked");
  CHECK(desk.read(made)["approvedAt"] == startMs);
  CHECK(codeOf([&] { desk.revoke(grant); }) == "linkNotFound");
  CHECK(codeOf([&] { desk.look(desk.revokeToken(grant)); }) == "linkNotFound");
}

TEST_CASE("The link of an earlier grant does not reach a later one", "[identities]") {
  Desk desk;
  const Json made = desk.ask();
  const Json first = desk.approve(made)["grant"];
  static_cast<void>(desk.revoke(first));
  const Json again = identities::rerequest(desk.engine(), desk.hank, idOf(made), Json::object());
  static_cast<void>(desk.approve(again));
  CHECK(codeOf([&] { desk.revoke(first); }) == "linkNotFound");
  CHECK(desk.read(made)["status"] == "Verified");
}

TEST_CASE("Links that were not made here lead nowhere", "[identities]") {
  Desk desk;
  const Json made = desk.ask();
  const Json grant = desk.approve(made)["grant"];
  const auto token = [&](std::string_view kind, const Json& id, std::int64_t round) {
    return desk.engine().secrets().linkToken(kind, id.get<std::string>(), round);
  };
  std::string forged = desk.consentToken(made);
  forged.back() = forged.back() == 'A' ? 'B' : 'A';
  const std::string dead[] = {"",
                              "c",
                              "r.",
                              forged,
                              token(link::consent, made["id"], 2),
                              token(link::consent, grant["id"], 1),
                              token(link::revoke, made["id"], 0),
                              token(link::revoke, grant["id"], 1),
                              token(link::invite, made["id"], 1)};
  for (const std::string& text : dead) {
    CAPTURE(text);
    CHECK(codeOf([&] { desk.look(text); }) == "linkNotFound");
    CHECK(codeOf([&] { desk.approveBy(text, {{"textHash", "00"}}); }) == "linkNotFound");
    CHECK(codeOf([&] { desk.denyBy(text); }) == "linkNotFound");
    CHECK(codeOf([&] { desk.narrowBy(text, {{"until", 1}}); }) == "linkNotFound");
    CHECK(codeOf([&] { desk.revokeBy(text); }) == "linkNotFound");
  }
  // A consent link does not revoke, a revoke link does not approve.
  CHECK(codeOf([&] { desk.revokeBy(desk.consentToken(made)); }) == "linkNotFound");
  CHECK(codeOf([&] { desk.approveBy(desk.revokeToken(grant), {{"textHash", "00"}}); }) == "linkNotFound");
}

TEST_CASE("An address belongs to one account from the first approval to the last end", "[identities]") {
  Desk desk;
  Office other(desk.store, "Elsewhere");
  const Session legal = desk.office.join(legalEmail, "Legal Desk");
  const Json here = desk.askAs(desk.hank, davidEmail);
  const Json alsoHere = desk.askAs(legal, davidEmail);
  const Json there = desk.askAs(other.luther, davidEmail);  // create reveals nothing
  CHECK(there["status"] == "Pending");
  const Json grant = desk.approve(here)["grant"];
  const Json second = desk.approve(alsoHere)["grant"];

  const auto entriesThere = desk.store.entryCount(other.scope);
  CHECK(desk.look(desk.consentToken(there))["linkedElsewhere"] == true);
  CHECK(codeOf([&] { desk.approve(there); }) == "linkedElsewhere");
  // The trail of the account that asks does not tell it either.
  CHECK(desk.store.entryCount(other.scope) == entriesThere);
  CHECK(identities::get(desk.engine(), other.luther, davidEmail)["status"] == "Pending");
  CHECK_NOTHROW(desk.askAs(other.luther, legalEmail));

  static_cast<void>(desk.revoke(grant));
  CHECK(codeOf([&] { desk.approve(there); }) == "linkedElsewhere");
  SECTION("the last grant is revoked") {
    static_cast<void>(desk.revoke(second));
    CHECK_FALSE(desk.look(desk.consentToken(there)).contains("linkedElsewhere"));
    CHECK(desk.approve(there)["status"] == "Verified");
    const Json again = identities::rerequest(desk.engine(), desk.hank, davidEmail, Json::object());
    CHECK(codeOf([&] { desk.approve(again); }) == "linkedElsewhere");
  }
  SECTION("the last grant expires by the clock") {
    static_cast<void>(desk.narrowBy(desk.revokeToken(second), {{"until", startMs + dayMs}}));
    desk.store.advance(dayMs - 1);
    CHECK(codeOf([&] { desk.approve(there); }) == "linkedElsewhere");
    desk.store.advance(1);
    CHECK(desk.approve(there)["status"] == "Verified");
    CHECK(desk.store.number("SELECT account_id FROM email_link WHERE email_key = $1", davidEmail) ==
          other.scope.account);
  }
  SECTION("the last identity is deleted") {
    static_cast<void>(identities::remove(desk.engine(), legal, davidEmail));
    CHECK(desk.approve(there)["status"] == "Verified");
  }
}

TEST_CASE("Nothing is approved for a time that is over or a user who left", "[identities]") {
  Desk desk;
  const Json made = desk.ask({{"until", startMs + dayMs}});
  SECTION("the time is over") {
    desk.store.advance(dayMs);
    CHECK(codeOf([&] { desk.approve(made); }) == "wrongState");
    CHECK(codeOf([&] { static_cast<void>(identities::resend(desk.engine(), desk.hank, lutherEmail)); }) ==
          "wrongState");
  }
  SECTION("who asked was deactivated") {
    static_cast<void>(people::deactivateUser(desk.engine(), desk.office.luther, desk.hank.userId, Json::object()));
    CHECK(codeOf([&] { desk.approve(made); }) == "wrongState");
    CHECK(desk.deny(made)["status"] == "Denied");
  }
  CHECK(desk.store.number("SELECT count(*) FROM \"grant\"") == 0);
}
