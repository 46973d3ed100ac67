#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "support/sending_desk.h"

using namespace stead;
using namespace stead::test;

TEST_CASE("Only its holder sees a document, and whoever may manage the whole account", "[documents]") {
  SendingDesk desk;
  desk.consent();
  const Session legal = desk.office.join(legalEmail, "Legal Desk");
  for (const Session& sender : {desk.hank, desk.forLuther}) {
    const Json sent = desk.send(sender);
    CHECK(desk.get(desk.hank, sent)["id"] == sent["id"]);
    CHECK(desk.get(desk.luther, sent)["id"] == sent["id"]);  // the first Admin has apiAccountWideAccess
    CHECK(codeOf([&] { desk.get(legal, sent); }) == "documentNotFound");
  }
  TestStore elsewhere;
  Office other(elsewhere);
  const Json sent = desk.send(desk.hank);
  CHECK(codeOf([&] { (void)documents::get(other.engine, other.luther, SendingDesk::idOf(sent)); }) ==
        "documentNotFound");
}

TEST_CASE("Another account of the same store does not see a document either", "[documents]") {
  SendingDesk desk;
  const Json sent = desk.send(desk.hank);
  Office other(desk.store, "Elsewhere");
  CHECK(codeOf([&] { desk.get(other.luther, sent); }) == "documentNotFound");
  CHECK(codeOf([&] { (void)documents::auditLog(desk.engine, other.luther, SendingDesk::idOf(sent)); }) ==
        "documentNotFound");
  CHECK(codeOf([&] {
          (void)documents::revoke(desk.engine, other.luther, SendingDesk::idOf(sent), {{"message", "Mine now."}});
        }) == "documentNotFound");
  CHECK(desk.get(desk.hank, sent)["status"] == "InProgress");
}

TEST_CASE("A document id that is none is a malformed argument", "[documents]") {
  SendingDesk desk;
  CHECK(codeOf([&] { (void)documents::get(desk.engine, desk.hank, "4711"); }) == "malformedArgument");
  CHECK(codeOf([&] { (void)documents::get(desk.engine, desk.hank, "0190a0b0-0000-7000-8000-000000000001"); }) ==
        "documentNotFound");
  const Json sent = desk.send(desk.hank);
  std::string upper = SendingDesk::idOf(sent);
  for (char& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  CHECK(documents::get(desk.engine, desk.hank, upper)["id"] == sent["id"]);
}

TEST_CASE("Reading a record is not audited", "[documents]") {
  SendingDesk desk;
  const Json sent = desk.send(desk.hank);
  const auto entries = desk.store.entryCount(desk.office.scope);
  (void)desk.get(desk.hank, sent);
  (void)documents::list(desk.engine, desk.hank, Json::object());
  (void)documents::behalfList(desk.engine, desk.hank, Json::object());
  CHECK(desk.store.entryCount(desk.office.scope) == entries);
}

TEST_CASE("A file comes in parts and is audited where it begins", "[documents]") {
  SendingDesk desk;
  desk.consent();
  const Json sent = desk.send(desk.forLuther);
  const Bytes whole = agreement().files[0].bytes;
  const auto entries = desk.store.entryCount(desk.office.scope);
  const auto download = [&](const Session& session, std::int64_t file, std::int64_t offset, std::int64_t max) {
    return documents::downloadFile(desk.engine, session, SendingDesk::idOf(sent), file, offset, max);
  };
  const auto head = download(desk.forLuther, 0, 0, 10);
  const Json info = Json::parse(head.info);
  CHECK(info["name"] == "agreement.pdf");
  CHECK(info["type"] == "pdf");
  CHECK(info["size"] == whole.size());
  CHECK(info["sha256"] == crypto::hex(crypto::sha256(whole)));
  Bytes got = head.bytes;
  const auto rest = download(desk.forLuther, 0, 10, 1 << 30);
  got.insert(got.end(), rest.bytes.begin(), rest.bytes.end());
  CHECK(got == whole);
  CHECK(download(desk.forLuther, 0, static_cast<std::int64_t>(whole.size()), 10).bytes.empty());
  CHECK(desk.store.entryCount(desk.office.scope) == entries + 1);
  CHECK(desk.lastEntry()["operation"] == "document.download");
  CHECK(desk.lastEntry()["detail"]["file"] == info["sha256"]);

  CHECK(codeOf([&] { (void)download(desk.forLuther, 1, 0, 10); }) == "fileNotFound");
  CHECK(codeOf([&] { (void)download(desk.forLuther, -1, 0, 10); }) == "fileNotFound");
  CHECK(codeOf([&] { (void)download(desk.forLuther, 0, -1, 10); }) == "malformedArgument");
  CHECK(codeOf([&] { (void)download(desk.forLuther, 0, 0, -1); }) == "malformedArgument");
  CHECK(codeOf([&] { (void)download(desk.hank, 0, 0, 10); }) == "principalRequired");
  CHECK(codeOf([&] { (void)download(desk.hank, 0, 10, 10); }) == "principalRequired");
}

TEST_CASE("The audit log is audited, tells the history and ends in a checkpoint over it", "[documents]") {
  SendingDesk desk;
  desk.consent();
  const Json sent = desk.send(desk.forLuther);
  const Json log = documents::auditLog(desk.engine, desk.forLuther, SendingDesk::idOf(sent));
  CHECK(log["documentId"] == sent["id"]);
  CHECK(log["title"] == "Agreement");
  std::vector<std::string> actions;
  for (const Json& entry : log["entries"]) actions.push_back(entry["action"]);
  CHECK(actions == std::vector<std::string>{"Created", "Sent", "DownloadedAuditTrail"});
  const std::string checkpoint = log["checkpoint"];
  CHECK(checkpoint.find("\n" + std::to_string(desk.store.entryCount(desk.office.scope)) + "\n") != std::string::npos);
  CHECK(codeOf([&] { (void)documents::auditLog(desk.engine, desk.hank, SendingDesk::idOf(sent)); }) ==
        "principalRequired");
}
