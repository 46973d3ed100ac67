#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "notifications/outbox_verbs.h"
#include "support/sending_desk.h"

using namespace stead;
using namespace stead::test;

namespace {

constexpr const char* alexEmail = "alexgayle@cubeflakes.com";
using Words = std::vector<std::string>;

Json toAlex(std::string_view signerEmail = davidEmail) {
  return {{"signerEmail", signerEmail},
          {"newSignerName", "Alex Gayle"},
          {"newSignerEmail", alexEmail},
          {"reason", "Away."}};
}

Json change(SendingDesk& desk, const Session& session, const Json& sent, const Json& request) {
  return documents::changeRecipient(desk.engine, session, SendingDesk::idOf(sent), request);
}

Json signerOf(SendingDesk& desk, const Json& sent, std::size_t place = 0) {
  return desk.get(desk.hank, sent)["signers"][place];
}

std::string tokenOf(SendingDesk& desk, const Json& sent, std::int64_t round, std::size_t signer = 0) {
  return desk.engine.secrets().linkToken(link::sign, sent["signers"][signer]["id"].get<std::string>(), round);
}

std::string mailTo(const char* kind, const char* email) { return std::string(kind) + " " + email; }

// Takes and acknowledges what is due; answers the id of the message to `email`.
std::string delivered(SendingDesk& desk, std::string_view email) {
  std::string id;
  const Json taken = notifications::take(desk.engine, {{"max", 100}});
  for (const Json& item : taken["items"]) {
    notifications::ack(desk.engine, item["id"].get<std::string>(), item["lease"].get<std::int64_t>());
    if (item["to"]["email"] == email) id = item["id"];
  }
  return id;
}

Json withText() {
  Json request = SendingDesk::twoInOrder();
  Json field = {{"id", "price"},
                {"fieldType", "TextBox"},
                {"pageNumber", 1},
                {"validationType", "NumbersOnly"},
                {"bounds", {{"x", 10}, {"y", 50}, {"width", 100}, {"height", 20}}}};
  request["signers"][0]["formFields"].push_back(field);
  field["id"] = "later";
  request["signers"][1]["formFields"].push_back(field);
  return request;
}

}  // namespace

TEST_CASE("Another recipient is asked, the one before is told, and his link dies", "[documents]") {
  SendingDesk desk;
  const Json sent = desk.send(desk.hank);
  const std::int64_t mails = desk.lastMail();
  const Json changed = change(desk, desk.hank, sent, toAlex());
  CHECK(changed["signerId"] == sent["signers"][0]["id"]);
  CHECK(changed["version"] == 2);
  CHECK(desk.mailsSince(mails) ==
        Words{mailTo("document.recipientChanged.former", davidEmail), mailTo("document.request.signer", alexEmail)});
  CHECK(codeOf([&] { (void)documents::signerView(desk.engine, tokenOf(desk, sent, 0), Json::object()); }) ==
        "linkNotFound");
  CHECK(documents::signerView(desk.engine, tokenOf(desk, sent, 1), Json::object())["signer"]["email"] == alexEmail);
  CHECK(signerOf(desk, sent)["name"] == "Alex Gayle");
  CHECK(signerOf(desk, sent)["isReassigned"] == false);
  CHECK(desk.actionsOf(desk.hank, sent) == Words{"Created", "Sent", "EditRecipient", "Viewed"});
  // Found by his address now, and not by the one before.
  CHECK(documents::list(desk.engine, desk.hank, {{"search", "alexgayle"}})["total"] == 1);
  CHECK(documents::list(desk.engine, desk.hank, {{"search", "david"}})["total"] == 0);
}

TEST_CASE("Who has not been asked yet is replaced silently, and a new name is no new person", "[documents]") {
  SendingDesk desk;
  const Json sent = desk.send(desk.hank, SendingDesk::twoInOrder());
  const std::int64_t mails = desk.lastMail();
  (void)change(desk, desk.hank, sent, toAlex(legalEmail));
  (void)change(desk, desk.hank, sent,
               {{"signerEmail", davidEmail}, {"newSignerName", "David D."}, {"reason", "Typo."}});
  CHECK(desk.mailsSince(mails).empty());
  CHECK(documents::signerView(desk.engine, desk.tokenOf(sent), Json::object())["signer"]["name"] == "David D.");
  (void)desk.sign(sent);
  CHECK(desk.mailsSince(mails).front() == mailTo("document.request.signer", alexEmail));
  CHECK(codeOf([&] { (void)change(desk, desk.hank, sent, toAlex()); }) == "wrongState");  // David has signed
}

TEST_CASE("A recipient is changed by whoever may, in a state that allows it, to somebody who is free", "[documents]") {
  SendingDesk desk;
  desk.consent();
  Json two = SendingDesk::record();
  two["signers"].push_back(signerNamed("Alex Gayle", alexEmail, 1));
  const Json sent = desk.send(desk.forLuther, two);
  CHECK(codeOf([&] { (void)change(desk, desk.hank, sent, toAlex()); }) == "principalRequired");
  CHECK(fieldsOf([&] { (void)change(desk, desk.forLuther, sent, toAlex()); }) == Words{"/newSignerEmail"});
  CHECK(codeOf([&] { (void)change(desk, desk.forLuther, sent, toAlex(hankEmail)); }) == "signerNotFound");
  CHECK(fieldsOf([&] {
          (void)change(desk, desk.forLuther, sent, {{"signerEmail", davidEmail}});
        }) == Words{"/newSignerName", "/reason"});
  (void)documents::revoke(desk.engine, desk.forLuther, SendingDesk::idOf(sent), {{"message", "No."}});
  CHECK(codeOf([&] { (void)change(desk, desk.forLuther, sent, toAlex()); }) == "wrongState");
}

TEST_CASE("A signer hands on his place; sender and owner hear of it", "[documents]") {
  SendingDesk desk;
  desk.consent();
  const Json sent = desk.send(desk.forLuther);
  const Json request = {{"name", "Alex Gayle"}, {"email", alexEmail}, {"reason", "Not my business."}};
  Json himself = request;
  himself["email"] = davidEmail;
  CHECK(fieldsOf([&] { (void)documents::signerReassign(desk.engine, desk.tokenOf(sent), himself); }) ==
        Words{"/email"});
  const std::int64_t mails = desk.lastMail();
  CHECK(documents::signerReassign(desk.engine, desk.tokenOf(sent), request)["status"] == "InProgress");
  CHECK(desk.mailsSince(mails) == Words{mailTo("document.reassigned.owner", lutherEmail),
                                        mailTo("document.reassigned.sender", hankEmail),
                                        mailTo("document.request.signer", alexEmail)});
  CHECK(signerOf(desk, sent)["isReassigned"] == true);
  CHECK(desk.actionsOf(desk.hank, sent).back() == "Reassigned");
  CHECK(codeOf([&] { (void)documents::signerReassign(desk.engine, desk.tokenOf(sent), request); }) == "linkNotFound");
  (void)documents::signerDecline(desk.engine, tokenOf(desk, sent, 1), {{"message", "Nor mine."}});
  CHECK(codeOf([&] { (void)documents::signerReassign(desk.engine, tokenOf(desk, sent, 1), himself); }) == "wrongState");
}

TEST_CASE("A message that came back marks the signer until something new reaches him", "[documents]") {
  SendingDesk desk;
  const Json sent = desk.send(desk.hank);
  const Json attention = {{"status", {"NeedAttention"}}};
  const std::string request = delivered(desk, davidEmail);
  const std::int64_t mails = desk.lastMail();
  const Json missed = documents::bounced(desk.engine, request, {{"reason", "no such mailbox"}});
  CHECK(missed["kind"] == "document.request.signer");
  CHECK(missed["documentId"] == sent["id"]);
  CHECK(missed["signerIds"] == Json::array({sent["signers"][0]["id"]}));
  CHECK(desk.mailsSince(mails) == Words{mailTo("document.deliveryFailed.sender", hankEmail)});
  CHECK(signerOf(desk, sent)["isDeliveryFailed"] == true);
  CHECK(documents::list(desk.engine, desk.hank, attention)["total"] == 1);

  SECTION("a reminder") {
    (void)documents::remind(desk.engine, desk.hank, SendingDesk::idOf(sent), Json::object());
    CHECK(signerOf(desk, sent)["isDeliveryFailed"] == false);
  }
  SECTION("his own look") {
    (void)documents::signerView(desk.engine, desk.tokenOf(sent), Json::object());
    CHECK(signerOf(desk, sent)["isDeliveryFailed"] == false);
  }
  SECTION("another recipient, whom an old message does not mark") {
    (void)change(desk, desk.hank, sent, toAlex());
    CHECK(signerOf(desk, sent)["isDeliveryFailed"] == false);
    CHECK(documents::bounced(desk.engine, request, Json::object())["signerIds"].empty());
    CHECK(signerOf(desk, sent)["isDeliveryFailed"] == false);
  }
  CHECK(documents::list(desk.engine, desk.hank, attention)["total"] == 0);
}

TEST_CASE("Only what was acknowledged can come back", "[documents]") {
  SendingDesk desk;
  (void)desk.send(desk.hank);
  const Json taken = notifications::take(desk.engine, {{"max", 100}});
  const std::string id = taken["items"].back()["id"];
  for (const std::string& wrong : {id, std::string("0192f0c1-0000-7000-8000-000000000001"), std::string("x")}) {
    CAPTURE(wrong);
    CHECK(codeOf([&] { (void)documents::bounced(desk.engine, wrong, Json::object()); }) == "messageNotFound");
  }
}

TEST_CASE("Fields are filled in beforehand, as long as their signer is not done", "[documents]") {
  SendingDesk desk;
  const Json sent = desk.send(desk.hank, withText());
  const auto fill = [&](const Json& values) {
    return documents::prefill(desk.engine, desk.hank, SendingDesk::idOf(sent), {{"values", values}});
  };
  const Json filled = fill({{"price", "120"}, {"later", "7"}});
  CHECK(filled["fields"] == Json({"later", "price"}));
  CHECK(filled["version"] == 2);
  CHECK(signerOf(desk, sent)["fields"][2]["value"] == "120");
  (void)fill({{"later", ""}});
  CHECK(signerOf(desk, sent, 1)["fields"][2]["value"] == "");

  CHECK(fieldsOf([&] {
          (void)fill({{"price", "much"}, {"nothing", "1"}, {std::string(davidEmail) + "/Signature", "David"}});
        }) == Words{"/values/david@cubeflakes.com~1Signature", "/values/nothing", "/values/price"});
  CHECK(fieldsOf([&] { (void)fill(Json::object()); }) == Words{"/values"});
  CHECK(fieldsOf([&] { (void)fill({{"price", 1}}); }) == Words{"/values/price"});
  // The signer may leave it as it is.
  (void)documents::signerSign(desk.engine, desk.tokenOf(sent),
                              {{"values", {{std::string(davidEmail) + "/Signature", "David"}}}});
  CHECK(signerOf(desk, sent)["fields"][2]["value"] == "120");
  CHECK(fieldsOf([&] { (void)fill({{"price", "1"}}); }) == Words{"/values/price"});
  (void)documents::revoke(desk.engine, desk.hank, SendingDesk::idOf(sent), {{"message", "No."}});
  CHECK(codeOf([&] { (void)fill({{"later", "1"}}); }) == "wrongState");
}
