#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "support/brands.h"
#include "support/sending_desk.h"

using namespace stead;
using namespace stead::test;

TEST_CASE("A document sent on behalf holds who acted, for whom and by what grant", "[documents]") {
  SendingDesk desk;
  desk.consent();
  const auto before = desk.lastMail();
  const auto entriesBefore = desk.store.entryCount(desk.office.scope);
  const Json sent = desk.send(desk.forLuther);

  CHECK(sent["status"] == "InProgress");
  CHECK(sent["title"] == "Agreement");
  CHECK(sent["sentAt"] == startMs);
  CHECK(sent["createdAt"] == startMs);
  CHECK(sent["expiresAt"] == startMs + 30 * 86'400'000LL);
  CHECK(sent["version"] == 1);
  CHECK(sent["actorId"] == desk.hank.userId);
  CHECK(sent["authority"] == "grant");
  CHECK(sent["grantId"] == desk.identity["grant"]["id"]);
  CHECK(sent["grantVersion"] == 1);
  CHECK(sent["principal"] ==
        Json{{"identityId", desk.identity["id"]}, {"name", "Luther Cooper"}, {"email", lutherEmail}});
  CHECK(sent["files"].size() == 1);
  CHECK(sent["files"][0]["name"] == "agreement.pdf");
  CHECK(sent["files"][0]["type"] == "pdf");
  CHECK(sent["files"][0]["sha256"] == crypto::hex(crypto::sha256(agreement().files[0].bytes)));
  CHECK(sent["signers"].size() == 1);
  CHECK(sent["signers"][0]["email"] == davidEmail);

  SECTION("one audit entry, with the personal fields apart") {
    REQUIRE(desk.store.entryCount(desk.office.scope) == entriesBefore + 1);
    const Json entry = desk.lastEntry();
    CHECK(entry["operation"] == "document.send");
    CHECK(entry["actor"] == Json{{"kind", "user"}, {"id", desk.hank.userId}, {"credential", "host"}});
    CHECK(entry["principal"] == desk.identity["id"]);
    CHECK(entry["authority"] == "grant");
    CHECK(entry["grantId"] == sent["grantId"]);
    CHECK(entry["subject"] == Json{{"type", "document"}, {"id", sent["id"]}});
    CHECK(entry["outcome"] == "done");
    CHECK(entry["detail"]["title"] == "Agreement");
    CHECK(entry["detail"]["signers"] == Json::array({sent["signers"][0]["id"]}));
    const std::string file = entry["detail"]["files"][0];
    CHECK(file.starts_with(sent["files"][0]["sha256"].get<std::string>() + " "));
    CHECK(entry.dump().find(davidEmail) == std::string::npos);
    CHECK(entry.contains("personal"));
  }
  SECTION("the signer is asked; the owner is not told, as his settings say") {
    CHECK(desk.mailsSince(before) == std::vector<std::string>{"document.request.signer david@cubeflakes.com"});
  }
  SECTION("the record shows both people") {
    const Json document = desk.get(desk.hank, sent);
    CHECK(document["actor"] == Json{{"id", desk.hank.userId}, {"name", "Hank White"}, {"email", hankEmail}});
    CHECK(document["ownerId"] == desk.hank.userId);
    CHECK(document["holderId"] == desk.hank.userId);
    CHECK(document["behalfOf"] == Json{{"name", "Luther Cooper"}, {"email", lutherEmail}});
    CHECK(document["authority"] == "grant");
    CHECK(document["message"] == "Please sign.");
    CHECK(document["signers"][0]["status"] == "NotCompleted");
    CHECK(document["signers"][0]["hasAccessCode"] == false);
    CHECK(document["signers"][0]["fields"].size() == 2);
    CHECK(document["activityAt"] == startMs);
    CHECK(document["history"].size() == 2);
    CHECK(document["history"][0]["action"] == "Created");
    CHECK(document["history"][1]["action"] == "Sent");
    CHECK(document["history"][1]["actorId"] == desk.hank.userId);
    CHECK(document["history"][1]["name"] == "Hank White");
    CHECK(document["history"][1]["email"] == hankEmail);
  }
}

TEST_CASE("What was frozen at the send stays when the identity is renamed and deleted", "[documents]") {
  SendingDesk desk;
  desk.consent();
  const std::string brand = makeBrandId(desk.engine, desk.luther);
  Json request = SendingDesk::record();
  request["brandId"] = brand;
  const Json sent = desk.send(desk.forLuther, request);
  (void)identities::update(desk.engine, desk.hank, lutherEmail, {{"name", "L. Cooper"}});
  (void)identities::remove(desk.engine, desk.hank, lutherEmail);
  const Json document = desk.get(desk.hank, sent);
  CHECK(document["behalfOf"] == Json{{"name", "Luther Cooper"}, {"email", lutherEmail}});
  CHECK(document["brandId"] == brand);
  CHECK(document["grantId"] == sent["grantId"]);
}

TEST_CASE("A document without a brand gets the identity's", "[documents]") {
  SendingDesk desk;
  const std::string brand = makeBrandId(desk.engine, desk.luther);
  desk.identity = identities::create(desk.engine, desk.hank,
                                     {{"name", "Luther Cooper"}, {"email", lutherEmail}, {"brandId", brand}});
  desk.approve();
  CHECK(desk.get(desk.hank, desk.send(desk.forLuther))["brandId"] == brand);
  CHECK_FALSE(desk.get(desk.hank, desk.send(desk.hank)).contains("brandId"));
}

TEST_CASE("Sent as oneself, a document names nobody else", "[documents]") {
  SendingDesk desk;
  const Json sent = desk.send(desk.hank);
  CHECK(sent["authority"] == "self");
  CHECK(sent["principal"].is_null());
  CHECK_FALSE(sent.contains("grantId"));
  const Json document = desk.get(desk.hank, sent);
  CHECK_FALSE(document.contains("behalfOf"));
  CHECK_FALSE(document.contains("grantId"));
}

TEST_CASE("Sent account-wide, a document belongs to the operating user and is held by the sender", "[documents]") {
  SendingDesk desk;
  (void)people::updateAccount(desk.engine, desk.luther, {{"accountWide", true}});
  const Json sent = desk.send(accountWide(desk.luther, hankEmail));
  CHECK(sent["authority"] == "accountWide");
  CHECK(sent["principal"] == Json{{"userId", desk.hank.userId}, {"name", "Hank White"}, {"email", hankEmail}});
  const Json document = desk.get(desk.luther, sent);
  CHECK(document["ownerId"] == desk.hank.userId);
  CHECK(document["holderId"] == desk.luther.userId);
  CHECK(document["actor"]["id"] == desk.luther.userId);
  CHECK(desk.lastEntry()["principal"] == desk.hank.userId);
  const Json seen = documents::signerView(desk.engine, desk.tokenOf(sent), Json::object());
  CHECK(seen["senderName"] == "Hank White");
  CHECK(seen["senderEmail"] == hankEmail);
  CHECK_FALSE(seen.contains("behalfOf"));
}

TEST_CASE("Metadata, labels, copies and switches come back as they were given", "[documents]") {
  SendingDesk desk;
  Json request = SendingDesk::record("Lease \xF0\x9F\x98\x80");
  request["metaData"] = {{"case", "12"}, {"\xC3\xA9t\xC3\xA9", "\xF0\x9F\x98\x80"}};
  request["labels"] = {"lease", "2026"};
  request["cc"] = Json::array({{{"emailAddress", legalEmail}}});
  request["disableEmails"] = true;
  const auto before = desk.lastMail();
  const Json document = desk.get(desk.hank, desk.send(desk.hank, request));
  CHECK(document["title"] == request["title"]);
  CHECK(document["metaData"] == request["metaData"]);
  CHECK(document["labels"] == request["labels"]);
  CHECK(document["cc"] == Json::array({{{"email", legalEmail}}}));
  CHECK(document["disableEmails"] == true);
  CHECK(document["enableSigningOrder"] == false);
  CHECK(desk.mailsSince(before).empty());
}

TEST_CASE("A send that is refused leaves nothing but the refusal", "[documents]") {
  SendingDesk desk;
  const auto refused = [&](const Session& session, const char* reason) {
    const auto mails = desk.lastMail();
    const auto entries = desk.store.entryCount(desk.office.scope);
    CHECK(codeOf([&] { desk.send(session); }) == reason);
    CHECK(desk.store.number("SELECT count(*) FROM document") == 0);
    CHECK(desk.mailsSince(mails).empty());
    REQUIRE(desk.store.entryCount(desk.office.scope) == entries + 1);
    const Json entry = desk.lastEntry();
    CHECK(entry["operation"] == "document.send");
    CHECK(entry["outcome"] == "refused");
    CHECK(entry["reason"] == reason);
  };
  refused(desk.forLuther, "noIdentity");
  desk.identity = identities::create(desk.engine, desk.hank, {{"name", "Luther Cooper"}, {"email", lutherEmail}});
  refused(desk.forLuther, "consentPending");
  desk.approve({{"operations", {"document.remind"}}});
  refused(desk.forLuther, "operationNotGranted");
  desk.revokeConsent();
  refused(desk.forLuther, "consentRevoked");
  refused(accountWide(desk.hank, lutherEmail), "accountWideOff");
  refused(desk.office.join(legalEmail, "Legal Desk", "Auditor"), "lacksRole");
}

TEST_CASE("A wrong record is refused with every field and no trace", "[documents]") {
  SendingDesk desk;
  const auto entries = desk.store.entryCount(desk.office.scope);
  const auto fields = fieldsOf([&] {
    desk.send(desk.hank, {{"title", " "}, {"signers", Json::array({{{"name", "David"}}})}, {"untill", 1}});
  });
  CHECK(std::find(fields.begin(), fields.end(), "/title") != fields.end());
  CHECK(std::find(fields.begin(), fields.end(), "/signers/0/emailAddress") != fields.end());
  CHECK(std::find(fields.begin(), fields.end(), "/untill") != fields.end());
  CHECK(desk.store.entryCount(desk.office.scope) == entries);
}

TEST_CASE("A retried send with the same requestId gets the first answer", "[documents]") {
  SendingDesk desk;
  desk.consent();
  Json request = SendingDesk::withCode("4711");
  request["requestId"] = "once";
  const Json first = desk.send(desk.forLuther, request);
  const auto mails = desk.lastMail();
  const auto entries = desk.store.entryCount(desk.office.scope);
  desk.store.advance(1000);

  SECTION("and nothing happens again") {
    CHECK(desk.send(desk.forLuther, request) == first);
    CHECK(desk.store.entryCount(desk.office.scope) == entries);
    CHECK(desk.mailsSince(mails).empty());
    CHECK(desk.store.number("SELECT count(*) FROM document") == 1);
  }
  SECTION("but another body, file, code or principal is another request") {
    Json other = request;
    other["title"] = "Another";
    CHECK(codeOf([&] { desk.send(desk.forLuther, other); }) == "requestIdReused");
    other = request;
    other["signers"][0]["authenticationCode"] = "4712";
    CHECK(codeOf([&] { desk.send(desk.forLuther, other); }) == "requestIdReused");
    CHECK(codeOf([&] { desk.send(desk.hank, request); }) == "requestIdReused");
    Upload renamed = agreement();
    renamed.files[0].name = "other.pdf";
    CHECK(codeOf([&] { (void)documents::send(desk.engine, desk.forLuther, request, renamed); }) == "requestIdReused");
  }
  SECTION("but not after a revocation") {
    desk.revokeConsent();
    CHECK(codeOf([&] { desk.send(desk.forLuther, request); }) == "consentRevoked");
  }
  SECTION("for a day") {
    desk.store.advance(86'400'000);
    CHECK(SendingDesk::idOf(desk.send(desk.forLuther, request)) != SendingDesk::idOf(first));
  }
}

TEST_CASE("A file that the account holds is known by its hash, to this account alone", "[documents]") {
  SendingDesk desk;
  Json last = SendingDesk::record();
  last["signers"][0]["formFields"][0]["pageNumber"] = 4;
  const auto fields = std::vector<std::string>{"/signers/0/formFields/0/pageNumber"};
  CHECK(fieldsOf([&] { (void)desk.send(desk.hank, last); }) == fields);
  (void)desk.send(desk.hank);
  // Whoever does not look into the file again can only believe its row.
  desk.engine.writeAcrossAccounts([](Connection& db, std::int64_t /*now*/) { db.run("UPDATE file SET pages = 4"); });
  CHECK(desk.send(desk.hank, last)["files"][0]["pages"] == 4);
  CHECK(desk.store.number("SELECT count(*) FROM file") == 1);

  SECTION("another account looks for itself") {
    Office other(desk.store, "Elsewhere");
    CHECK(fieldsOf([&] { (void)desk.send(other.luther, last); }) == fields);
  }
  SECTION("a staging that was not completed says nothing") {
    desk.engine.writeAcrossAccounts(
        [](Connection& db, std::int64_t /*now*/) { db.run("UPDATE file SET complete = 0"); });
    CHECK(fieldsOf([&] { (void)desk.send(desk.hank, last); }) == fields);
  }
  SECTION("other bytes under the same name are another file") {
    Upload upload{{{"agreement.pdf", readBytes("tests/data/sample.png")}}};
    CHECK(documents::send(desk.engine, desk.hank, SendingDesk::record(), upload)["files"][0]["type"] == "png");
  }
  SECTION("one that may be swept before the send is staged anew") {
    desk.engine.writeAcrossAccounts([](Connection& db, std::int64_t /*now*/) { db.run("UPDATE file SET used = 0"); });
    desk.store.advance(86'400'000);
    (void)desk.send(desk.hank);
    CHECK(desk.store.number("SELECT staged_at FROM file") == desk.store.now());
  }
}

TEST_CASE("An access code is nowhere in the store", "[documents]") {
  SendingDesk desk;
  Json request = SendingDesk::withCode("swordfish-4711");
  request["requestId"] = "r1";
  const Json sent = desk.send(desk.hank, request);
  CHECK(desk.store.number("SELECT count(*) FROM document WHERE instr(body, 'swordfish') > 0") == 0);
  CHECK(desk.store.number("SELECT count(*) FROM audit_personal WHERE instr(fields, 'swordfish') > 0") == 0);
  CHECK(desk.store.number("SELECT count(*) FROM outbox WHERE instr(content, 'swordfish') > 0") == 0);
  CHECK(desk.store.number("SELECT count(*) FROM document_party WHERE length(access_code) = 32") == 1);
  CHECK(desk.get(desk.hank, sent).dump().find("swordfish") == std::string::npos);
  CHECK(desk.get(desk.hank, sent)["signers"][0]["hasAccessCode"] == true);
}
