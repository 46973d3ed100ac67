// The certificate: that it says what happened, and that it can be had when it should.
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "audit/audit_verbs.h"
#include "base/limits.h"
#include "documents/certificate.h"
#include "documents/document_store.h"
#include "documents/file_store.h"
#include "documents/file_type.h"
#include "support/pdf_look.h"
#include "support/sending_desk.h"

using namespace stead;
using namespace stead::test;
using namespace stead::documents;

namespace {

Download certificateFor(SendingDesk& desk, const Session& session, const Json& sent, std::int64_t offset = 0,
                        std::int64_t max = 1 << 24) {
  return certificate(desk.engine, session, SendingDesk::idOf(sent), offset, max);
}

Certificate factsOf(SendingDesk& desk, const Json& sent) {
  Certificate facts;
  desk.engine.read(desk.office.scope, [&](Connection& db, std::int64_t now) {
    auto document = findDocumentById(db, desk.office.scope, SendingDesk::idOf(sent));
    REQUIRE(document);
    const std::int64_t row = document->row;
    facts = certificateOf(desk.engine, db, desk.office.scope,
                          {std::move(*document), partiesOf(db, desk.office.scope, row)}, now);
  });
  return facts;
}

std::string textOfSection(const Certificate& facts, std::string_view heading) {
  for (const Section& section : facts.sections) {
    if (section.heading != heading) continue;
    std::string text;
    for (const Paragraph& paragraph : section.paragraphs) text += paragraph.label + ": " + paragraph.text + "\n";
    return text;
  }
  return "(no such section)";
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("A certificate names both people, the right, the consent, the signers and the log", "[finish]") {
  SendingDesk desk;
  desk.consent();
  const Json sent = desk.send(desk.forLuther);
  (void)signerView(desk.engine, desk.tokenOf(sent), {{"ip", "192.0.2.7"}, {"userAgent", "Mozilla/5.0"}});
  (void)desk.sign(sent);
  const Certificate facts = factsOf(desk, sent);
  const Json head = audit::checkpoint(desk.engine, desk.hank.accountId);
  const std::string sender = textOfSection(facts, "Who sent it");
  CHECK(has(sender, "Really acted: Hank White <hankwhite@cubeflakes.com>"));
  CHECK(has(sender, "In the name of: Luther Cooper <luthercooper@cubeflakes.com>"));
  CHECK(has(sender, "Authority: grant"));
  CHECK(has(sender, sent["grantId"].get<std::string>() + ", version 1"));
  const std::string consent = textOfSection(facts, "Consent");
  CHECK(has(consent, "Known by: mailbox"));
  const Json rounds = identities::consentEvidence(desk.engine, desk.hank, lutherEmail)["rounds"];
  CHECK(has(consent, rounds[0]["text"].get<std::string>()));
  const std::string signers = textOfSection(facts, "Signers and copies");
  CHECK(has(signers, "David <david@cubeflakes.com>"));
  CHECK(has(signers, "Completed"));
  const std::string events = textOfSection(facts, "What happened");
  for (const char* part : {"document.send", "signer.view", "signer.sign", "document.complete", "from 192.0.2.7",
                           "with Mozilla/5.0", "Hank White"}) {
    CAPTURE(part);
    CHECK(has(events, part));
  }
  CHECK(has(textOfSection(facts, "Files as they were sent"), sent["files"][0]["sha256"].get<std::string>()));
  const std::string log = textOfSection(facts, "Audit log");
  for (const char* member : {"root", "vkey", "origin", "checkpoint"}) CHECK(has(log, head[member].get<std::string>()));
  CHECK(has(textOfSection(facts, "What this does not prove"), "no other entry"));
  CHECK(has(textOfSection(facts, "How to verify"), "stead_evidence_verify"));
  CHECK(textOfSection(factsOf(desk, desk.send(desk.hank)), "Consent") == "(no such section)");
}

TEST_CASE("The certificate is a PDF, the same for everybody and for every part", "[finish]") {
  SendingDesk desk;
  desk.consent();
  Json request = SendingDesk::record("Agreement \xE4\xB8\xAD ) Tj \\ <x>");
  request["signers"][0]["name"] =
      "Dav\xC3\xAD"
      "d \xE2\x80\xAE(\xF0\x9F\x9A\x80)";
  const Json sent = desk.send(desk.forLuther, request);
  CHECK(codeOf([&] { (void)certificateFor(desk, desk.forLuther, sent); }) == "wrongState");
  CHECK(desk.lastEntry()["reason"] == "wrongState");
  CHECK(codeOf([&] { (void)certificateFor(desk, desk.forLuther, sent, 1); }) == "wrongState");
  CHECK(codeOf([&] { (void)signerCertificate(desk.engine, desk.tokenOf(sent), Json::object(), 0, 9); }) ==
        "wrongState");
  (void)desk.sign(sent);

  const Download whole = certificateFor(desk, desk.forLuther, sent);
  const Json info = parseStored(whole.info);
  CHECK(info["type"] == "pdf");
  CHECK(info["size"] == whole.bytes.size());
  CHECK(info["sha256"] == crypto::hex(crypto::sha256(whole.bytes)));
  CHECK(desk.lastEntry()["operation"] == "document.auditLog");
  CHECK(countPdfPages(whole.bytes) >= 2);
  const auto pages = drawnOn(whole.bytes);
  for (const char* text : {"Audit certificate", "Luther Cooper <luthercooper@cubeflakes.com>", "Hank White",
                           "What this does not prove", "2 / "}) {
    CAPTURE(text);
    CHECK(shows(pages, text));
  }
  desk.engine.setTestClock(startMs + limits::hourMs);
  CHECK(certificateFor(desk, desk.forLuther, sent).bytes == whole.bytes);
  CHECK(signerCertificate(desk.engine, desk.tokenOf(sent), Json::object(), 0, 1 << 24).bytes == whole.bytes);
  CHECK(desk.lastEntry()["operation"] == "signer.download");
  const Download part = certificateFor(desk, desk.forLuther, sent, 5, 7);
  CHECK(part.bytes == Bytes(whole.bytes.begin() + 5, whole.bytes.begin() + 12));
  CHECK(certificateFor(desk, desk.forLuther, sent, static_cast<std::int64_t>(whole.bytes.size())).bytes.empty());

  CHECK(codeOf([&] { (void)certificateFor(desk, desk.hank, sent); }) == "principalRequired");
  CHECK(codeOf([&] { (void)certificateFor(desk, desk.forLuther, sent, -1); }) == "malformedArgument");
  desk.revokeConsent();
  CHECK(codeOf([&] { (void)certificateFor(desk, desk.forLuther, sent); }) == "consentRevoked");
  CHECK(codeOf([&] { (void)certificateFor(desk, desk.forLuther, sent, 5); }) == "consentRevoked");
}

TEST_CASE("A document that was revoked or has expired has a certificate too", "[finish]") {
  SendingDesk desk;
  const Json revoked = desk.send(desk.hank);
  const Json expiring = desk.send(desk.hank);
  (void)revoke(desk.engine, desk.hank, SendingDesk::idOf(revoked), {{"message", "wrong file"}});
  CHECK(certificateFor(desk, desk.hank, revoked).bytes.size() > 1000);
  CHECK(has(textOfSection(factsOf(desk, revoked), "Document"), "wrong file"));
  desk.engine.setTestClock(startMs + 31 * limits::dayMs);
  CHECK(certificateFor(desk, desk.hank, expiring).bytes.size() > 1000);
  CHECK(has(textOfSection(factsOf(desk, expiring), "Document"), "Expired"));
}

TEST_CASE("What was erased does not live on in a certificate that was made before", "[finish]") {
  SendingDesk desk;
  const Json sent = desk.send(desk.hank);
  (void)signerView(desk.engine, desk.tokenOf(sent), {{"ip", "192.0.2.7"}});
  (void)desk.sign(sent);
  const Bytes before = certificateFor(desk, desk.hank, sent).bytes;
  CHECK(shows(drawnOn(before), "from 192.0.2.7"));
  (void)audit::erasePerson(desk.engine, desk.luther, {{"email", davidEmail}});
  const Bytes after = certificateFor(desk, desk.hank, sent).bytes;
  CHECK_FALSE(shows(drawnOn(after), "from 192.0.2.7"));
  desk.engine.setTestClock(startMs + 2 * limits::dayMs);
  CHECK(sweepOrphans(desk.engine, 10) == 1);
}
