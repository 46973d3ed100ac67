#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <functional>
#include <nlohmann/json.hpp>

#include "audit/audit_verbs.h"
#include "audit/canonical.h"
#include "audit/checkpoint.h"
#include "documents/document_verbs.h"
#include "support/identities.h"
#include "support/send_samples.h"

using namespace stead;
using namespace stead::test;

namespace {

// Documents of Hank White: one as himself, one for Luther Cooper.
struct Case : Desk {
  Case() {
    identity = ask();
    grant = approve(identity, {{"ip", "192.0.2.7"}, {"userAgent", "Mail/1.0"}})["grant"];
    forLuther = onBehalfOf(hank, lutherEmail);
  }
  std::string send(const Session& session) {
    return documents::send(engine(), session, sendRecord(), agreement())["id"].get<std::string>();
  }
  std::string evidence(const Session& session, const std::string& documentId) {
    return audit::exportEvidence(engine(), session, documentId);
  }
  std::string vkey() { return audit::checkpoint(engine(), hank.accountId)["vkey"].get<std::string>(); }

  Json identity;
  Json grant;
  Session forLuther;
};

// "ok", or the check that failed.
std::string checked(const std::string& evidence, const std::string& vkey) {
  try {
    const Json answer = audit::verifyEvidence(evidence, vkey);
    if (answer["ok"] == true) return answer.contains("broken") ? "ok, but broken" : "ok";
    if (answer["broken"]["text"].get<std::string>().empty()) return "without a text";
    return answer["broken"]["check"].get<std::string>();
  } catch (const Error& error) {
    return codeName(error.code());
  }
}

std::vector<std::string> operationsIn(const Json& evidence) {
  std::vector<std::string> out;
  for (const Json& row : evidence["entries"]) {
    const auto bytes = *crypto::fromBase64(row["entry"].get<std::string>());
    out.push_back(Json::parse(textOf(bytes))["operation"].get<std::string>());
  }
  return out;
}

}  // namespace

TEST_CASE("Evidence of a document sent by a grant holds the consent and is verified with nothing else", "[evidence]") {
  Case story;
  const std::string id = story.send(story.forLuther);
  static_cast<void>(story.send(story.hank));  // of no concern
  const std::string file = story.evidence(story.forLuther, id);
  const Json evidence = Json::parse(file);
  CHECK(evidence.dump() == file);
  CHECK(evidence["format"] == "stead-evidence/1");
  CHECK(evidence["documentId"] == id);
  CHECK(evidence["origin"] == story.office.account["logOrigin"]);
  CHECK(evidence["vkey"] == story.vkey());
  CHECK(operationsIn(evidence) ==
        std::vector<std::string>{"identity.create", "identity.approve", "document.send", "audit.evidence"});

  const Json& consent = evidence["consent"];
  CHECK(consent["grantId"] == story.grant["id"]);
  CHECK(consent["round"] == 1);
  CHECK(consent["answeredAt"] == startMs);
  CHECK(consent["textHash"] == crypto::hex(crypto::sha256(bytesOf(consent["text"].get<std::string>()))));
  CHECK(consent["text"].get<std::string>().find("Hank White") != std::string::npos);
  const Bytes pdf = readBytes("examples/data/agreement.pdf");
  CHECK(evidence["files"] ==
        Json::array({{{"name", "agreement.pdf"}, {"sha256", crypto::hex(crypto::sha256(pdf))}, {"size", pdf.size()}}}));
  CHECK(file.find("192.0.2.7") != std::string::npos);  // how the owner agreed

  const Json answer = audit::verifyEvidence(file, story.vkey());
  CAPTURE(answer.dump());
  CHECK(answer["ok"] == true);
  CHECK(answer["documentId"] == id);
  CHECK(answer["origin"] == evidence["origin"]);
  CHECK(answer["entries"] == 4);
  CHECK(answer["size"] == story.store.entryCount(story.office.scope));

  // Every entry stands on its own for other people's verifiers.
  const auto key = *audit::parseVkey(story.vkey());
  for (const Json& row : evidence["entries"]) {
    const auto bytes = *crypto::fromBase64(row["entry"].get<std::string>());
    CHECK(audit::verifyTlogProof(row["proof"].get<std::string>(), bytes, key).empty());
  }
}

TEST_CASE("Evidence of a document sent as oneself has no consent", "[evidence]") {
  Case story;
  const std::string id = story.send(story.hank);
  const Json evidence = Json::parse(story.evidence(story.hank, id));
  CHECK_FALSE(evidence.contains("consent"));
  CHECK(operationsIn(evidence) == std::vector<std::string>{"document.send", "audit.evidence"});
  CHECK(checked(evidence.dump(), story.vkey()) == "ok");
}

TEST_CASE("Evidence is for whoever may read the audit log, and for Admins and Auditors", "[evidence]") {
  Case story;
  const std::string id = story.send(story.forLuther);
  const Session auditor = story.office.join(legalEmail, "Legal Desk", "Auditor");
  const Session other = story.office.join(davidEmail, "David");
  CHECK(checked(story.evidence(auditor, id), story.vkey()) == "ok");
  CHECK(story.lastEntry()["operation"] == "audit.evidence");
  CHECK(story.lastEntry()["subject"]["id"] == id);
  CHECK(checked(story.evidence(story.office.luther, id), story.vkey()) == "ok");
  CHECK(codeOf([&] { (void)story.evidence(other, id); }) == "documentNotFound");
  CHECK(codeOf([&] { (void)story.evidence(auditor, "01890000-0000-7000-8000-000000000001"); }) == "documentNotFound");
  CHECK(story.lastEntry()["reason"] == "documentNotFound");
  CHECK(codeOf([&] { (void)story.evidence(other, "no id"); }) == "malformedArgument");
  static_cast<void>(story.revoke(story.grant));
  CHECK(codeOf([&] { (void)story.evidence(story.forLuther, id); }) == "consentRevoked");
  const Json evidence = Json::parse(story.evidence(auditor, id));
  CHECK(checked(evidence.dump(), story.vkey()) == "ok");
  const auto operations = operationsIn(evidence);
  CHECK(std::count(operations.begin(), operations.end(), "identity.revoke") == 1);
}

TEST_CASE("Erased fields are missing from evidence, and the erasure says so", "[evidence]") {
  Case story;
  const std::string id = story.send(story.forLuther);
  static_cast<void>(audit::erasePerson(story.engine(), story.office.luther, {{"email", davidEmail}}));
  const std::string file = story.evidence(story.forLuther, id);
  CHECK(file.find("david@") == std::string::npos);
  CHECK(checked(file, story.vkey()) == "ok");
  Json evidence = Json::parse(file);
  const auto operations = operationsIn(evidence);
  REQUIRE(std::count(operations.begin(), operations.end(), "audit.erase") == 1);

  // Without the erasure the fields are just missing.
  const auto place = std::find(operations.begin(), operations.end(), "audit.erase") - operations.begin();
  evidence["entries"].erase(static_cast<std::size_t>(place));
  CHECK(checked(evidence.dump(), story.vkey()) == "personal");
}

TEST_CASE("Whatever is changed in evidence is named", "[evidence]") {
  Case story;
  const std::string id = story.send(story.forLuther);
  const std::string otherId = story.send(story.hank);
  const std::string vkey = story.vkey();
  const Json good = Json::parse(story.evidence(story.forLuther, id));
  const Json other = Json::parse(story.evidence(story.hank, otherId));
  REQUIRE(checked(good.dump(), vkey) == "ok");
  const std::string strangers =
      audit::vkeyText(audit::verifierKey(good["origin"].get<std::string>(), crypto::ed25519PublicKey(Hash{})));

  const struct {
    std::string what;
    std::string expected;
    std::function<void(Json&)> change;
  } rows[] = {
      {"another format", "malformedEvidence", [](Json& e) { e["format"] = "stead-evidence/2"; }},
      {"no format", "malformedEvidence", [](Json& e) { e.erase("format"); }},
      {"an unknown member", "format", [](Json& e) { e["note"] = "x"; }},
      {"no entries", "format", [](Json& e) { e.erase("entries"); }},
      {"entries as an object", "format", [](Json& e) { e["entries"] = Json::object(); }},
      {"an unknown member of an entry", "format", [](Json& e) { e["entries"][0]["note"] = 1; }},
      {"an index as text", "format", [](Json& e) { e["entries"][0]["index"] = "1"; }},
      {"a negative index", "format", [](Json& e) { e["entries"][0]["index"] = -1; }},
      {"another document", "document", [&](Json& e) { e["documentId"] = otherId; }},
      {"another origin", "origin", [](Json& e) { e["origin"] = "other.example/log"; }},
      {"a stranger's key", "vkey", [&](Json& e) { e["vkey"] = strangers; }},
      {"an older checkpoint", "proof", [&](Json& e) { e["checkpoint"] = other["checkpoint"]; }},
      {"no checkpoint", "checkpoint", [](Json& e) { e["checkpoint"] = ""; }},
      {"an entry twice", "entry", [](Json& e) { e["entries"].insert(e["entries"].begin(), e["entries"][0]); }},
      {"entries out of order", "entry", [](Json& e) { std::swap(e["entries"][0], e["entries"][1]); }},
      {"another entry's bytes", "proof", [](Json& e) { e["entries"][0]["entry"] = e["entries"][1]["entry"]; }},
      {"another entry's proof", "proof", [](Json& e) { e["entries"][0]["proof"] = e["entries"][1]["proof"]; }},
      {"another index", "proof", [](Json& e) { e["entries"][0]["index"] = 0; }},
      {"an entry of no concern", "proof", [&](Json& e) { e["entries"].push_back(other["entries"].back()); }},
      {"no send entry", "document",
       [](Json& e) {
         e["entries"].erase(2);
         e["personal"].erase(2);
       }},
      {"no approval", "consent",
       [](Json& e) {
         e["entries"].erase(1);
         e["personal"].erase(1);
       }},
      {"personal fields left out", "personal", [](Json& e) { e["personal"].erase(0); }},
      {"personal fields of no entry", "personal", [](Json& e) { e["personal"][0]["index"] = 0; }},
      {"a changed name", "personal", [](Json& e) { e["personal"][0]["fields"]["name"] = "Legal Desk"; }},
      {"a changed salt", "personal", [](Json& e) { e["personal"][0]["salt"] = crypto::base64(Bytes(16)); }},
      {"another file name", "file", [](Json& e) { e["files"][0]["name"] = "other.pdf"; }},
      {"another file hash", "file", [](Json& e) { e["files"][0]["sha256"] = crypto::hex(Hash{}); }},
      {"another file size", "file", [](Json& e) { e["files"][0]["size"] = 1; }},
      {"no file", "file", [](Json& e) { e["files"].clear(); }},
      {"a file twice", "file", [](Json& e) { e["files"].push_back(e["files"][0]); }},
      {"no consent", "consent", [](Json& e) { e.erase("consent"); }},
      {"another consent text", "consent", [](Json& e) { e["consent"]["text"] = "I agree to everything."; }},
      {"another consent text with its hash", "consent",
       [](Json& e) {
         e["consent"]["text"] = "yes";
         e["consent"]["textHash"] = crypto::hex(crypto::sha256(bytesOf("yes")));
       }},
      {"another locale", "consent", [](Json& e) { e["consent"]["locale"] = "DE"; }},
      {"another time", "consent", [](Json& e) { e["consent"]["answeredAt"] = 1; }},
      {"another round", "consent", [](Json& e) { e["consent"]["round"] = 2; }},
      {"another grant", "consent", [](Json& e) { e["consent"]["grantId"] = "x"; }},
      {"an unknown member of the consent", "format", [](Json& e) { e["consent"]["ip"] = "x"; }},
  };
  for (const auto& row : rows) {
    Json changed = good;
    row.change(changed);
    CAPTURE(row.what);
    CHECK(checked(changed.dump(), vkey) == row.expected);
  }
  Json withConsent = other;
  withConsent["consent"] = good["consent"];
  CHECK(checked(withConsent.dump(), vkey) == "consent");
  CHECK(checked(good.dump(1), vkey) == "format");
  CHECK(checked(good.dump() + " ", vkey) == "format");
  CHECK(checked(good.dump(), strangers) == "vkey");
  CHECK(checked(good.dump(), "no key") == "malformedEvidence");
  CHECK(checked("", vkey) == "malformedEvidence");
  CHECK(checked("[]", vkey) == "malformedEvidence");
  CHECK(checked("{\"format\":\"stead-evidence/1\"}", vkey) == "format");
  CHECK(checked("{\"format\":\"\xFF\"}", vkey) == "malformedEvidence");
  CHECK(checked(std::string(100000, '[') + std::string(100000, ']'), vkey) == "malformedEvidence");
}

TEST_CASE("A failed check names its entry", "[evidence]") {
  Case story;
  Json evidence = Json::parse(story.evidence(story.hank, story.send(story.hank)));
  evidence["entries"][1]["entry"] = evidence["entries"][0]["entry"];
  const Json answer = audit::verifyEvidence(evidence.dump(), story.vkey());
  CHECK(answer["broken"]["index"] == evidence["entries"][1]["index"]);
}

TEST_CASE("No byte of evidence can be changed unseen", "[evidence]") {
  Case story;
  const std::string vkey = story.vkey();
  const std::string self = story.evidence(story.hank, story.send(story.hank));
  const std::string byGrant = story.evidence(story.forLuther, story.send(story.forLuther));
  // One bit of every byte of the file; in the long tier every bit, and a blank, a letter and a digit in its place.
  const bool thorough = std::getenv("STEAD_LONG") != nullptr;
  const auto changeEach = [&](const std::string& file) {
    REQUIRE(checked(file, vkey) == "ok");
    for (std::size_t i = 0; i < file.size(); ++i) {
      std::vector<char> others = {static_cast<char>(file[i] ^ (1 << (i % 8)))};
      if (thorough) others = {' ', 'A', '0'};
      for (int bit = 0; thorough && bit < 8; ++bit) others.push_back(static_cast<char>(file[i] ^ (1 << bit)));
      for (const char other : others) {
        if (other == file[i]) continue;
        std::string changed = file;
        changed[i] = other;
        const std::string found = checked(changed, vkey);
        if (found == "ok" || found == "without a text") {
          FAIL("byte " << i << ": " << file.substr(i < 20 ? 0 : i - 20, 40) << ": " << found);
        }
      }
    }
    for (const std::string& longer : {file + "\n", " " + file, file + file, file.substr(0, file.size() - 1)}) {
      CHECK(checked(longer, vkey) != "ok");
    }
  };
  changeEach(self);
  changeEach(byGrant);
}
