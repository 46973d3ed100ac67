#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "support/sending_desk.h"

using namespace stead;
using namespace stead::test;

namespace {

Json view(SendingDesk& desk, const Json& sent, std::size_t signer = 0, const Json& request = Json::object()) {
  return documents::signerView(desk.engine, desk.tokenOf(sent, signer), request);
}

Json decline(SendingDesk& desk, const Json& sent, std::size_t signer = 0,
             const Json& request = {{"message", "Not these terms."}}) {
  return documents::signerDecline(desk.engine, desk.tokenOf(sent, signer), request);
}

std::string refusalOfView(SendingDesk& desk, const Json& sent, std::size_t signer = 0) {
  return codeOf([&] { (void)view(desk, sent, signer); });
}

}  // namespace

TEST_CASE("The whole way of a document sent on behalf: asked, looked at, signed, completed", "[documents]") {
  SendingDesk desk;
  desk.consent();
  const Json sent = desk.send(desk.forLuther);
  desk.store.advance(1000);

  auto mails = desk.lastMail();
  const Json seen = view(desk, sent, 0, {{"ip", "192.0.2.7"}, {"userAgent", "Browser"}});
  CHECK(seen["documentId"] == sent["id"]);
  CHECK(seen["title"] == "Agreement");
  CHECK(seen["message"] == "Please sign.");
  CHECK(seen["privateMessage"] == "");
  CHECK(seen["status"] == "InProgress");
  CHECK(seen["senderName"] == "Hank White");
  CHECK(seen["senderEmail"] == hankEmail);
  CHECK(seen["behalfOf"] == Json{{"name", "Luther Cooper"}, {"email", lutherEmail}});
  CHECK(seen["yourTurn"] == true);
  CHECK(seen["expiresAt"] == sent["expiresAt"]);
  CHECK(seen["files"] == sent["files"]);
  CHECK(seen["signer"]["id"] == sent["signers"][0]["id"]);
  CHECK(seen["signer"]["name"] == "David");
  CHECK(seen["signer"]["viewedAt"] == startMs + 1000);
  CHECK(seen["signer"]["fields"].size() == 2);
  CHECK(desk.mailsSince(mails) == std::vector<std::string>{"document.viewed.owner luthercooper@cubeflakes.com"});
  CHECK(desk.lastEntry()["operation"] == "signer.view");
  CHECK(desk.lastEntry()["actor"] == Json{{"kind", "signer"}, {"id", sent["signers"][0]["id"]}});
  CHECK(desk.lastEntry().dump().find("192.0.2.7") == std::string::npos);

  desk.store.advance(1000);
  mails = desk.lastMail();
  CHECK(view(desk, sent)["signer"]["viewedAt"] == startMs + 1000);
  CHECK(desk.mailsSince(mails).empty());

  desk.store.advance(1000);
  const Json answer = desk.sign(sent);
  CHECK(answer == Json{{"documentId", sent["id"]},
                       {"signerId", sent["signers"][0]["id"]},
                       {"status", "Completed"},
                       {"signedAt", startMs + 3000}});
  CHECK(desk.mailsSince(mails) == std::vector<std::string>{"document.completed.owner luthercooper@cubeflakes.com",
                                                           "document.completed.sender hankwhite@cubeflakes.com",
                                                           "document.completed.signer david@cubeflakes.com",
                                                           "document.signed.owner luthercooper@cubeflakes.com",
                                                           "document.signed.sender hankwhite@cubeflakes.com"});
  const Json entry = desk.lastEntry();
  CHECK(entry["operation"] == "document.complete");
  CHECK(entry["actor"] == Json{{"kind", "system"}});
  CHECK(entry["detail"]["files"][0].get<std::string>().starts_with(sent["files"][0]["sha256"].get<std::string>()));

  const Json document = desk.get(desk.hank, sent);
  CHECK(document["status"] == "Completed");
  CHECK(document["endedAt"] == startMs + 3000);
  CHECK(document["signers"][0]["status"] == "Completed");
  CHECK(document["signers"][0]["viewedAt"] == startMs + 1000);
  CHECK(document["signers"][0]["doneAt"] == startMs + 3000);
  for (const Json& field : document["signers"][0]["fields"]) {
    CHECK(field["value"] == (field["fieldType"] == "Signature" ? "David" : "11/14/2023"));
  }
  CHECK(desk.actionsOf(desk.hank, sent) ==
        std::vector<std::string>{"Created", "Sent", "Viewed", "Viewed", "Signed", "Completed"});
  CHECK(document["history"][4]["name"] == "David");
  CHECK(document["history"][4]["email"] == davidEmail);

  SECTION("afterwards he may read, not sign again") {
    CHECK(view(desk, sent)["yourTurn"] == false);
    CHECK(codeOf([&] { desk.sign(sent); }) == "wrongState");
    CHECK(codeOf([&] { decline(desk, sent); }) == "wrongState");
    const Json none = Json::object();
    CHECK(documents::signerDownload(desk.engine, desk.tokenOf(sent), none, 0, 0, 8).bytes.size() == 8);
  }
}

TEST_CASE("A link that is not the signer's leads nowhere", "[documents]") {
  SendingDesk desk;
  const Json sent = desk.send(desk.hank);
  const std::string signer = sent["signers"][0]["id"];
  const std::string good = desk.tokenOf(sent);
  const std::string tokens[] = {"",
                                "s",
                                good + "x",
                                desk.engine.secrets().linkToken(link::sign, signer, 1),
                                desk.engine.secrets().linkToken(link::invite, signer, 0),
                                desk.engine.secrets().linkToken(link::sign, SendingDesk::idOf(sent), 0)};
  for (const auto& token : tokens) {
    CAPTURE(token);
    CHECK(codeOf([&] { (void)documents::signerView(desk.engine, token, Json::object()); }) == "linkNotFound");
  }
}

TEST_CASE("A copy has no link to sign", "[documents]") {
  SendingDesk desk;
  Json request = SendingDesk::record();
  request["cc"] = Json::array({{{"emailAddress", legalEmail}}});
  (void)desk.send(desk.hank, request);
  const auto cc = desk.store.rows(1, "SELECT uid FROM document_party WHERE kind = 'cc'");
  const std::string token = desk.engine.secrets().linkToken(link::sign, cc.at(0).at(0), 0);
  CHECK(codeOf([&] { (void)documents::signerView(desk.engine, token, Json::object()); }) == "linkNotFound");
}

TEST_CASE("A signing order is respected", "[documents]") {
  SendingDesk desk;
  auto mails = desk.lastMail();
  const Json sent = desk.send(desk.hank, SendingDesk::twoInOrder());
  CHECK(desk.mailsSince(mails) == std::vector<std::string>{"document.request.signer david@cubeflakes.com"});
  CHECK(refusalOfView(desk, sent, 1) == "signingOrder");
  CHECK(desk.lastEntry()["reason"] == "signingOrder");
  CHECK(codeOf([&] { desk.sign(sent, legalEmail, 1); }) == "signingOrder");
  CHECK(codeOf([&] { decline(desk, sent, 1); }) == "signingOrder");
  CHECK(codeOf([&] { (void)documents::signerDownload(desk.engine, desk.tokenOf(sent, 1), Json::object(), 0, 0, 1); }) ==
        "signingOrder");

  mails = desk.lastMail();
  CHECK(desk.sign(sent)["status"] == "InProgress");
  CHECK(desk.mailsSince(mails) == std::vector<std::string>{"document.request.signer legaldesk@cubeflakes.com",
                                                           "document.signed.sender hankwhite@cubeflakes.com"});
  CHECK(desk.store.number("SELECT count(*) FROM outbox WHERE kind = 'document.request.signer' "
                          "AND receiver = 'legaldesk@cubeflakes.com' AND instr(content, 'Please sign.') > 0") == 1);
  CHECK(view(desk, sent, 1)["yourTurn"] == true);
  CHECK(desk.sign(sent, legalEmail, 1)["status"] == "Completed");
}

TEST_CASE("Without an order signers sign as they come", "[documents]") {
  SendingDesk desk;
  Json request = SendingDesk::twoInOrder();
  request["enableSigningOrder"] = false;
  const auto mails = desk.lastMail();
  const Json sent = desk.send(desk.hank, request);
  CHECK(desk.mailsSince(mails) == std::vector<std::string>{"document.request.signer david@cubeflakes.com",
                                                           "document.request.signer legaldesk@cubeflakes.com"});
  CHECK(desk.sign(sent, legalEmail, 1)["status"] == "InProgress");
  CHECK(desk.sign(sent)["status"] == "Completed");
}

TEST_CASE("Values that break a rule are told by field, and nothing is signed", "[documents]") {
  SendingDesk desk;
  const Json sent = desk.send(desk.hank);
  const auto entries = desk.store.entryCount(desk.office.scope);
  const auto sign = [&](const Json& request) { (void)documents::signerSign(desk.engine, desk.tokenOf(sent), request); };
  const std::string signature = "/values/david@cubeflakes.com~1Signature";
  CHECK(fieldsOf([&] { sign(Json::object()); }) == std::vector<std::string>{signature});
  CHECK(fieldsOf([&] {
          sign({{"values", {{"nobody's", "x"}}}});
        }) == std::vector<std::string>{"/values/nobody's", signature});
  CHECK(fieldsOf([&] { sign({{"values", 7}}); }) == std::vector<std::string>{"/values"});
  CHECK(fieldsOf([&] { sign({{"valuse", Json::object()}}); }) == std::vector<std::string>{"/valuse"});
  CHECK(desk.store.entryCount(desk.office.scope) == entries);
  CHECK(desk.get(desk.hank, sent)["signers"][0]["status"] == "NotCompleted");
}

TEST_CASE("A decline ends the document and says why", "[documents]") {
  SendingDesk desk;
  Json request = SendingDesk::twoInOrder();
  request["enableSigningOrder"] = false;
  const Json sent = desk.send(desk.hank, request);
  CHECK(fieldsOf([&] { decline(desk, sent, 0, Json::object()); }) == std::vector<std::string>{"/message"});
  desk.store.advance(1000);
  const auto mails = desk.lastMail();
  const Json answer = decline(desk, sent);
  CHECK(answer == Json{{"documentId", sent["id"]}, {"signerId", sent["signers"][0]["id"]}, {"status", "Declined"}});
  CHECK(desk.mailsSince(mails) == std::vector<std::string>{"document.declined.sender hankwhite@cubeflakes.com",
                                                           "document.declined.signer legaldesk@cubeflakes.com"});
  const Json document = desk.get(desk.hank, sent);
  CHECK(document["status"] == "Declined");
  CHECK(document["endMessage"] == "Not these terms.");
  CHECK(document["endedAt"] == startMs + 1000);
  CHECK(document["signers"][0]["status"] == "Declined");
  CHECK(document["signers"][1]["status"] == "NotCompleted");
  CHECK(desk.actionsOf(desk.hank, sent).back() == "Declined");
  CHECK(desk.lastEntry().dump().find("Not these terms.") == std::string::npos);
  CHECK(codeOf([&] { desk.sign(sent, legalEmail, 1); }) == "wrongState");
  CHECK(view(desk, sent, 1)["status"] == "Declined");
}

TEST_CASE("A document past its deadline is closed to its signers before run_due came by", "[documents]") {
  SendingDesk desk;
  const Json sent = desk.send(desk.hank);
  desk.store.advance(30 * 86'400'000LL - 1);
  CHECK(view(desk, sent)["yourTurn"] == true);
  desk.store.advance(1);
  CHECK(refusalOfView(desk, sent) == "wrongState");
  CHECK(codeOf([&] { desk.sign(sent); }) == "wrongState");
  CHECK(codeOf([&] { decline(desk, sent); }) == "wrongState");
  CHECK(desk.get(desk.hank, sent)["status"] == "Expired");
  CHECK(desk.get(desk.hank, sent)["endedAt"] == sent["expiresAt"]);
}

TEST_CASE("An access code is asked for, checked and counted at every act", "[documents]") {
  SendingDesk desk;
  desk.consent();
  const Json sent = desk.send(desk.forLuther, SendingDesk::withCode("4711"));
  const std::string token = desk.tokenOf(sent);
  const Json wrong = {{"accessCode", "0000"}};
  Json signing = SendingDesk::signatureOf(davidEmail);

  const auto entries = desk.store.entryCount(desk.office.scope);
  CHECK(refusalOfView(desk, sent) == "accessCodeRequired");
  CHECK(codeOf([&] { (void)documents::signerSign(desk.engine, token, signing); }) == "accessCodeRequired");
  CHECK(codeOf([&] { decline(desk, sent); }) == "accessCodeRequired");
  CHECK(desk.store.entryCount(desk.office.scope) == entries);

  const auto mails = desk.lastMail();
  CHECK(codeOf([&] { (void)view(desk, sent, 0, wrong); }) == "accessCodeWrong");
  CHECK(desk.mailsSince(mails) ==
        std::vector<std::string>{"document.authenticationFailed.owner luthercooper@cubeflakes.com",
                                 "document.authenticationFailed.sender hankwhite@cubeflakes.com"});
  const Json entry = desk.lastEntry();
  CHECK(entry["operation"] == "signer.authenticate");
  CHECK(entry["outcome"] == "refused");
  CHECK(entry["reason"] == "accessCodeWrong");
  CHECK(entry["detail"]["failures"] == 1);
  CHECK(desk.actionsOf(desk.hank, sent).back() == "AuthenticationFailed");

  CHECK(view(desk, sent, 0, {{"accessCode", "4711"}})["documentId"] == sent["id"]);
  CHECK(codeOf([&] { (void)documents::signerDownload(desk.engine, token, wrong, 0, 1, 1); }) == "accessCodeWrong");
  CHECK(desk.lastEntry()["detail"]["failures"] == 2);
  CHECK(documents::signerDownload(desk.engine, token, {{"accessCode", "4711"}}, 0, 0, 4).bytes.size() == 4);
  CHECK(desk.lastEntry()["operation"] == "signer.download");
  signing["accessCode"] = "4711";
  CHECK(documents::signerSign(desk.engine, token, signing)["status"] == "Completed");
}

TEST_CASE("Ten wrong codes lock the signer until the sender sets a new one", "[documents]") {
  SendingDesk desk;
  const Json sent = desk.send(desk.hank, SendingDesk::withCode("4711"));
  for (int i = 0; i < 10; ++i) {
    CAPTURE(i);
    CHECK(codeOf([&] { (void)view(desk, sent, 0, {{"accessCode", "0000"}}); }) == "accessCodeWrong");
  }
  CHECK(desk.lastEntry()["detail"]["failures"] == 10);
  CHECK(codeOf([&] { (void)view(desk, sent, 0, {{"accessCode", "4711"}}); }) == "signerLocked");
  CHECK(desk.lastEntry()["reason"] == "signerLocked");
  CHECK(desk.lastEntry()["operation"] == "signer.view");
  (void)documents::changeAccessCode(desk.engine, desk.hank, SendingDesk::idOf(sent),
                                    {{"signerEmail", davidEmail}, {"accessCode", "0815"}});
  CHECK(codeOf([&] { (void)view(desk, sent, 0, {{"accessCode", "4711"}}); }) == "accessCodeWrong");
  CHECK(desk.lastEntry()["detail"]["failures"] == 1);
  CHECK(view(desk, sent, 0, {{"accessCode", "0815"}})["yourTurn"] == true);
}

TEST_CASE("Wrong codes are not forgiven by a right one in between", "[documents]") {
  SendingDesk desk;
  const Json sent = desk.send(desk.hank, SendingDesk::withCode("4711"));
  for (int i = 0; i < 9; ++i) (void)codeOf([&] { (void)view(desk, sent, 0, {{"accessCode", "0000"}}); });
  CHECK(view(desk, sent, 0, {{"accessCode", "4711"}})["yourTurn"] == true);
  (void)codeOf([&] { (void)view(desk, sent, 0, {{"accessCode", "0000"}}); });
  CHECK(codeOf([&] { (void)view(desk, sent, 0, {{"accessCode", "4711"}}); }) == "signerLocked");
}

TEST_CASE("An erased signer leaves acts without a name", "[documents]") {
  SendingDesk desk;
  const Json sent = desk.send(desk.hank);
  (void)view(desk, sent);
  CHECK(desk.get(desk.hank, sent)["history"][2]["name"] == "David");
  desk.engine.writeAcrossAccounts([&](Connection& db, std::int64_t /*now*/) {
    db.run("DELETE FROM audit_personal WHERE instr(fields, 'David') > 0");
  });
  const Json document = desk.get(desk.hank, sent);
  CHECK(document["history"][2]["action"] == "Viewed");
  CHECK(document["history"][2]["actorId"] == sent["signers"][0]["id"]);
  CHECK_FALSE(document["history"][2].contains("name"));
}
