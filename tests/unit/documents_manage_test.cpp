#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "support/sending_desk.h"

using namespace stead;
using namespace stead::test;

namespace {

Json revoke(SendingDesk& desk, const Session& session, const Json& sent,
            Json request = {{"message", "Sent by mistake."}}) {
  return documents::revoke(desk.engine, session, SendingDesk::idOf(sent), request);
}

Json remind(SendingDesk& desk, const Session& session, const Json& sent, Json request = Json::object()) {
  return documents::remind(desk.engine, session, SendingDesk::idOf(sent), request);
}

Json changeCode(SendingDesk& desk, const Session& session, const Json& sent, Json request) {
  return documents::changeAccessCode(desk.engine, session, SendingDesk::idOf(sent), request);
}

}  // namespace

TEST_CASE("A revoked document can no longer be opened, and the signers are told", "[documents]") {
  SendingDesk desk;
  desk.consent();
  const Json sent = desk.send(desk.forLuther);
  desk.store.advance(1000);
  const auto before = desk.lastMail();
  const Json answer = revoke(desk, desk.forLuther, sent);
  CHECK(answer["id"] == sent["id"]);
  CHECK(answer["status"] == "Revoked");
  CHECK(answer["version"] == 2);
  CHECK(answer["authority"] == "grant");
  CHECK(answer["grantId"] == sent["grantId"]);
  const Json document = desk.get(desk.hank, sent);
  CHECK(document["status"] == "Revoked");
  CHECK(document["endMessage"] == "Sent by mistake.");
  CHECK(document["endedAt"] == startMs + 1000);
  CHECK(document["sendFailed"] == false);
  CHECK(desk.actionsOf(desk.hank, sent).back() == "Recalled");
  CHECK(desk.mailsSince(before) == std::vector<std::string>{"document.revoked.owner luthercooper@cubeflakes.com",
                                                            "document.revoked.sender hankwhite@cubeflakes.com",
                                                            "document.revoked.signer david@cubeflakes.com"});
  CHECK(codeOf([&] { (void)documents::signerView(desk.engine, desk.tokenOf(sent), Json::object()); }) == "wrongState");
  CHECK(codeOf([&] { revoke(desk, desk.forLuther, sent); }) == "wrongState");
  CHECK(desk.lastEntry()["outcome"] == "refused");
  CHECK(desk.lastEntry()["reason"] == "wrongState");
}

TEST_CASE("A revoke needs a message within its limit", "[documents]") {
  SendingDesk desk;
  const Json sent = desk.send(desk.hank);
  CHECK(fieldsOf([&] { revoke(desk, desk.hank, sent, Json::object()); }) == std::vector<std::string>{"/message"});
  CHECK(fieldsOf([&] { revoke(desk, desk.hank, sent, {{"message", " "}}); }) == std::vector<std::string>{"/message"});
  CHECK(fieldsOf([&] {
          revoke(desk, desk.hank, sent, {{"message", std::string(5001, 'x')}});
        }) == std::vector<std::string>{"/message"});
  CHECK(revoke(desk, desk.hank, sent, {{"message", std::string(5000, 'x')}})["status"] == "Revoked");
}

TEST_CASE("Nobody hears of a scheduled document that is revoked but those who knew of it", "[documents]") {
  SendingDesk desk;
  Json request = SendingDesk::record();
  request["scheduledSendAt"] = startMs + 3'600'000;
  request["cc"] = Json::array({{{"emailAddress", legalEmail}}});
  const Json sent = desk.send(desk.hank, request);
  const auto before = desk.lastMail();
  revoke(desk, desk.hank, sent);
  CHECK(desk.mailsSince(before) == std::vector<std::string>{"document.revoked.sender hankwhite@cubeflakes.com"});
}

TEST_CASE("An act on an on-behalf document names its principal or is refused", "[documents]") {
  SendingDesk desk;
  desk.consent();
  const Json sent = desk.send(desk.forLuther, SendingDesk::withCode("4711"));
  const Session legal = desk.office.join(legalEmail, "Legal Desk");
  const Session wrong = onBehalfOf(desk.hank, davidEmail);
  const Json code = {{"signerEmail", davidEmail}, {"accessCode", "0815"}};
  struct Row {
    const Session& session;
    const char* reason;
  };
  const Row rows[] = {{desk.hank, "principalRequired"}, {legal, "documentNotFound"}, {wrong, "noIdentity"}};
  for (const auto& row : rows) {
    CAPTURE(row.reason);
    CHECK(codeOf([&] { revoke(desk, row.session, sent); }) == row.reason);
    CHECK(codeOf([&] { remind(desk, row.session, sent); }) == row.reason);
    CHECK(codeOf([&] { changeCode(desk, row.session, sent, code); }) == row.reason);
    CHECK(desk.lastEntry()["reason"] == row.reason);
  }
  SECTION("and a revoked consent ends the acts, not the signing") {
    desk.revokeConsent();
    CHECK(codeOf([&] { revoke(desk, desk.forLuther, sent); }) == "consentRevoked");
    CHECK(codeOf([&] { remind(desk, desk.forLuther, sent); }) == "consentRevoked");
    CHECK(desk.get(desk.hank, sent)["status"] == "InProgress");
    Json act = SendingDesk::signatureOf(davidEmail);
    act["accessCode"] = "4711";
    CHECK(documents::signerSign(desk.engine, desk.tokenOf(sent), act)["status"] == "Completed");
  }
  SECTION("and an act as oneself is not done for somebody") {
    const Json own = desk.send(desk.hank);
    CHECK(codeOf([&] { revoke(desk, desk.forLuther, own); }) == "documentNotFound");
  }
}

TEST_CASE("A change with an old version is a conflict and changes nothing", "[documents]") {
  SendingDesk desk;
  const Json sent = desk.send(desk.hank, SendingDesk::withCode("4711"));
  CHECK(codeOf([&] { revoke(desk, desk.hank, sent, {{"message", "x"}, {"version", 2}}); }) == "versionMoved");
  const Json changed = changeCode(desk, desk.hank, sent,
                                  {{"signerId", sent["signers"][0]["id"]}, {"accessCode", "0815"}, {"version", 1}});
  CHECK(changed["version"] == 2);
  CHECK(codeOf([&] { revoke(desk, desk.hank, sent, {{"message", "x"}, {"version", 1}}); }) == "versionMoved");
  CHECK(desk.get(desk.hank, sent)["status"] == "InProgress");
  CHECK(revoke(desk, desk.hank, sent, {{"message", "x"}, {"version", 2}})["version"] == 3);
}

TEST_CASE("A signer looking at a document does not move its version", "[documents]") {
  SendingDesk desk;
  const Json sent = desk.send(desk.hank);
  (void)documents::signerView(desk.engine, desk.tokenOf(sent), Json::object());
  CHECK(revoke(desk, desk.hank, sent, {{"message", "x"}, {"version", 1}})["version"] == 2);
}

TEST_CASE("Only signers who are waited for are reminded", "[documents]") {
  SendingDesk desk;
  const Json sent = desk.send(desk.hank, SendingDesk::twoInOrder());
  const auto before = desk.lastMail();
  Json answer = remind(desk, desk.hank, sent, {{"message", "Still waiting."}});
  CHECK(answer["reminded"] == Json::array({sent["signers"][0]["id"]}));
  CHECK(desk.mailsSince(before) == std::vector<std::string>{"document.reminder.signer david@cubeflakes.com"});
  CHECK(desk.lastEntry()["detail"]["signers"] == answer["reminded"]);
  CHECK(desk.actionsOf(desk.hank, sent).back() == "Reminder");

  CHECK(remind(desk, desk.hank, sent, {{"signerEmails", {"David@CubeFlakes.com"}}})["reminded"].size() == 1);
  CHECK(fieldsOf([&] {
          remind(desk, desk.hank, sent, {{"signerEmails", {davidEmail, legalEmail, hankEmail}}});
        }) == std::vector<std::string>{"/signerEmails/1", "/signerEmails/2"});
  CHECK(fieldsOf([&] {
          remind(desk, desk.hank, sent, {{"signerEmails", {"nobody"}}});
        }) == std::vector<std::string>{"/signerEmails/0"});
  desk.sign(sent);
  CHECK(remind(desk, desk.hank, sent)["reminded"] == Json::array({sent["signers"][1]["id"]}));
  CHECK(fieldsOf([&] {
          remind(desk, desk.hank, sent, {{"signerEmails", {davidEmail}}});
        }) == std::vector<std::string>{"/signerEmails/0"});
  desk.sign(sent, legalEmail, 1);
  CHECK(codeOf([&] { remind(desk, desk.hank, sent); }) == "wrongState");
}

TEST_CASE("A scheduled document has nobody to remind", "[documents]") {
  SendingDesk desk;
  Json request = SendingDesk::record();
  request["scheduledSendAt"] = startMs + 3'600'000;
  const Json sent = desk.send(desk.hank, request);
  CHECK(codeOf([&] { remind(desk, desk.hank, sent); }) == "wrongState");
}

TEST_CASE("An access code is changed for the signer who is named", "[documents]") {
  SendingDesk desk;
  Json request = SendingDesk::withCode("4711");
  request["signers"].push_back(signerNamed("Legal Desk", legalEmail, 2));
  const Json sent = desk.send(desk.hank, request);
  const std::string david = sent["signers"][0]["id"];
  struct Row {
    Json request;
    const char* code;
    std::vector<std::string> fields;
  };
  const Row rows[] = {
      {{{"accessCode", "1"}}, "invalidRecord", {"/signerId"}},
      {{{"signerId", david}, {"signerEmail", davidEmail}, {"accessCode", "1"}}, "invalidRecord", {"/signerId"}},
      {{{"signerId", david}, {"signerOrder", 1}, {"accessCode", "1"}}, "invalidRecord", {"/signerOrder"}},
      {{{"signerId", david}}, "invalidRecord", {"/accessCode"}},
      {{{"signerId", david}, {"accessCode", "  "}}, "invalidRecord", {"/accessCode"}},
      {{{"signerId", david}, {"accessCode", 7}}, "invalidRecord", {"/accessCode"}},
      {{{"signerId", david}, {"accessCode", std::string(51, 'x')}}, "invalidRecord", {"/accessCode"}},
      {Json::object(), "invalidRecord", {"/signerId", "/accessCode"}},
      {{{"signerEmail", hankEmail}, {"accessCode", "1"}}, "signerNotFound", {}},
      {{{"signerEmail", davidEmail}, {"signerOrder", 9}, {"accessCode", "1"}}, "signerNotFound", {}},
      {{{"signerEmail", legalEmail}, {"accessCode", "1"}}, "wrongState", {}},  // he has no code to change
  };
  for (const auto& row : rows) {
    CAPTURE(row.request.dump());
    CHECK(codeOf([&] { changeCode(desk, desk.hank, sent, row.request); }) == row.code);
    CHECK(fieldsOf([&] { changeCode(desk, desk.hank, sent, row.request); }) == row.fields);
  }
  const Json nulls = {{"signerId", nullptr},
                      {"signerEmail", davidEmail},
                      {"signerOrder", nullptr},
                      {"version", nullptr},
                      {"accessCode", "0814"}};
  CHECK(changeCode(desk, desk.hank, sent, nulls)["signerId"] == david);
  const Json answer =
      changeCode(desk, desk.hank, sent, {{"signerEmail", davidEmail}, {"signerOrder", 1}, {"accessCode", "0815"}});
  CHECK(answer["signerId"] == david);
  CHECK(desk.lastEntry()["detail"]["signer"] == david);
  CHECK(desk.actionsOf(desk.hank, sent).back() == "AccessCodeChanged");
  const auto view = [&](const char* code) {
    return documents::signerView(desk.engine, desk.tokenOf(sent), {{"accessCode", code}});
  };
  CHECK(codeOf([&] { (void)view("4711"); }) == "accessCodeWrong");
  CHECK(view("0815")["documentId"] == sent["id"]);
  Json act = SendingDesk::signatureOf(davidEmail);
  act["accessCode"] = "0815";
  (void)documents::signerSign(desk.engine, desk.tokenOf(sent), act);
  CHECK(codeOf([&] { changeCode(desk, desk.hank, sent, {{"signerId", david}, {"accessCode", "1"}}); }) == "wrongState");
}

TEST_CASE("One address that signs twice is told apart by order or id", "[documents]") {
  SendingDesk desk;
  Json request = SendingDesk::withCode("4711");
  Json again = signerNamed("David", davidEmail, 2);
  for (Json& field : again["formFields"]) field["id"] = "second/" + field["fieldType"].get<std::string>();
  again["authenticationType"] = "AccessCode";
  again["authenticationCode"] = "4712";
  request["signers"].push_back(again);
  const Json sent = desk.send(desk.hank, request);
  CHECK(fieldsOf([&] {
          changeCode(desk, desk.hank, sent, {{"signerEmail", davidEmail}, {"accessCode", "1"}});
        }) == std::vector<std::string>{"/signerOrder"});
  CHECK(changeCode(desk, desk.hank, sent,
                   {{"signerEmail", davidEmail}, {"signerOrder", 2}, {"accessCode", "1"}})["signerId"] ==
        sent["signers"][1]["id"]);
}

TEST_CASE("Acts after the deadline are refused although run_due has not come by", "[documents]") {
  SendingDesk desk;
  const Json sent = desk.send(desk.hank, SendingDesk::withCode("4711"));
  desk.store.advance(30 * 86'400'000LL);
  CHECK(desk.get(desk.hank, sent)["status"] == "Expired");
  CHECK(codeOf([&] { revoke(desk, desk.hank, sent); }) == "wrongState");
  CHECK(codeOf([&] { remind(desk, desk.hank, sent); }) == "wrongState");
  CHECK(codeOf([&] {
          changeCode(desk, desk.hank, sent, {{"signerEmail", davidEmail}, {"accessCode", "1"}});
        }) == "wrongState");
}
