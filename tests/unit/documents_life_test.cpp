#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "audit/audit_verbs.h"
#include "base/limits.h"
#include "documents/file_store.h"
#include "engine/run_due.h"
#include "support/sending_desk.h"

using namespace stead;
using namespace stead::test;

namespace {

using Words = std::vector<std::string>;

Json extend(SendingDesk& desk, const Session& session, const Json& sent, std::int64_t at) {
  return documents::extendExpiry(desk.engine, session, SendingDesk::idOf(sent), {{"expiresAt", at}});
}

Json removed(SendingDesk& desk, const Session& session, const Json& sent, const Json& request = Json::object()) {
  return documents::remove(desk.engine, session, SendingDesk::idOf(sent), request);
}

Json completed(SendingDesk& desk, const Session& session) {
  Json sent = desk.send(session, desk.record());
  (void)desk.sign(sent);
  return sent;
}

}  // namespace

TEST_CASE("A deadline moves to a later moment only", "[documents]") {
  SendingDesk desk;
  const Json sent = desk.send(desk.hank);  // 30 days
  const std::int64_t old = sent["expiresAt"];
  const std::int64_t now = desk.store.now();
  for (const std::int64_t wrong : {old, old - 1, now, now + 180 * limits::dayMs + 1}) {
    CAPTURE(wrong);
    CHECK(fieldsOf([&] { (void)extend(desk, desk.hank, sent, wrong); }) == Words{"/expiresAt"});
  }
  CHECK(fieldsOf([&] {
          (void)documents::extendExpiry(desk.engine, desk.hank, SendingDesk::idOf(sent), Json::object());
        }) == Words{"/expiresAt"});
  const std::int64_t mails = desk.lastMail();
  const Json extended = extend(desk, desk.hank, sent, old + 1);
  CHECK(extended["expiresAt"] == old + 1);
  CHECK(extended["status"] == "InProgress");
  CHECK(extended["version"] == 2);
  CHECK(extended["authority"] == "self");
  CHECK(desk.mailsSince(mails).empty());
  CHECK(desk.get(desk.hank, sent)["expiresAt"] == old + 1);
  CHECK(desk.actionsOf(desk.hank, sent) == Words{"Created", "Sent", "ExpiryDateExtended"});
}

TEST_CASE("What has expired is under way again, by the clock or by run_due", "[documents]") {
  for (const bool ranDue : {false, true}) {
    CAPTURE(ranDue);
    SendingDesk desk;
    const Json sent = desk.send(desk.hank);
    desk.store.advance(30 * limits::dayMs);
    if (ranDue) (void)runDue(desk.engine, Json::object());
    CHECK(desk.get(desk.hank, sent)["status"] == "Expired");
    const std::int64_t mails = desk.lastMail();
    (void)extend(desk, desk.hank, sent, desk.store.now() + limits::dayMs);
    CHECK(desk.mailsSince(mails) == Words{"document.reopened.signer " + std::string(davidEmail)});
    const Json document = desk.get(desk.hank, sent);
    CHECK(document["status"] == "InProgress");
    CHECK_FALSE(document.contains("endedAt"));
    (void)desk.sign(sent);
    CHECK(desk.get(desk.hank, sent)["status"] == "Completed");
    CHECK(codeOf([&] { (void)extend(desk, desk.hank, sent, desk.store.now() + 2 * limits::dayMs); }) == "wrongState");
  }
}

TEST_CASE("A deadline is extended in somebody's name by his grant alone", "[documents]") {
  SendingDesk desk;
  desk.consent({{"operations", {"document.send"}}});
  const Json sent = desk.send(desk.forLuther);
  const std::int64_t later = desk.store.now() + 40 * limits::dayMs;
  CHECK(codeOf([&] { (void)extend(desk, desk.hank, sent, later); }) == "principalRequired");
  CHECK(codeOf([&] { (void)extend(desk, desk.forLuther, sent, later); }) == "operationNotGranted");
  const Session alex = desk.office.join("alexgayle@cubeflakes.com", "Alex Gayle");
  CHECK(codeOf([&] { (void)extend(desk, alex, sent, later); }) == "documentNotFound");
}

TEST_CASE("Tags are added and deleted, each once", "[documents]") {
  SendingDesk desk;
  desk.consent();
  const Json sent = desk.send(desk.forLuther);
  const std::string id = SendingDesk::idOf(sent);
  const auto add = [&](const Json& tags) { return documents::addTags(desk.engine, desk.hank, id, {{"tags", tags}}); };
  CHECK(add({"renewal", "2026"})["labels"] == Json({"renewal", "2026"}));
  CHECK(add({"2026", "legal"})["labels"] == Json({"renewal", "2026", "legal"}));
  const Json left = documents::deleteTags(desk.engine, desk.hank, id, {{"tags", {"2026", "unknown"}}});
  CHECK(left["labels"] == Json({"renewal", "legal"}));
  CHECK(left["version"] == 4);
  CHECK(desk.get(desk.hank, sent)["labels"] == left["labels"]);
  CHECK(desk.lastEntry()["operation"] == "document.deleteTags");

  CHECK(fieldsOf([&] { (void)add({"", nullptr, "fine"}); }) == Words{"/tags/0", "/tags/1"});
  CHECK(fieldsOf([&] { (void)add(Json::array()); }) == Words{"/tags"});
  CHECK(fieldsOf([&] { (void)documents::addTags(desk.engine, desk.hank, id, Json::object()); }) == Words{"/tags"});
  Json many = Json::array();
  for (int i = 0; i < 49; ++i) many.push_back("t" + std::to_string(i));
  CHECK(fieldsOf([&] { (void)add(many); }) == Words{"/tags"});
  // They belong to the holder: no principal, and nobody else.
  CHECK(codeOf([&] {
          (void)documents::addTags(desk.engine, desk.forLuther, id, {{"tags", {"x"}}});
        }) == "operationNotDelegable");
  const Session alex = desk.office.join("alexgayle@cubeflakes.com", "Alex Gayle");
  CHECK(codeOf([&] { (void)documents::addTags(desk.engine, alex, id, {{"tags", {"x"}}}); }) == "documentNotFound");
}

TEST_CASE("Only what has ended can be deleted", "[documents]") {
  SendingDesk desk;
  const Json sent = desk.send(desk.hank);
  CHECK(codeOf([&] { (void)removed(desk, desk.hank, sent); }) == "wrongState");
  CHECK(codeOf([&] { (void)removed(desk, desk.hank, sent, {{"deletePermanently", true}}); }) == "wrongState");
  const Session alex = desk.office.join("alexgayle@cubeflakes.com", "Alex Gayle");
  CHECK(codeOf([&] { (void)removed(desk, alex, sent); }) == "documentNotFound");
  (void)documents::revoke(desk.engine, desk.hank, SendingDesk::idOf(sent), {{"message", "Not needed."}});
  const std::int64_t mails = desk.lastMail();
  const Json answer = removed(desk, desk.hank, sent);
  CHECK(answer["permanently"] == false);
  CHECK(answer["goneAt"] == desk.store.now() + 30 * limits::dayMs);
  CHECK(desk.mailsSince(mails) == Words{"document.deleted.signer " + std::string(davidEmail)});
}

TEST_CASE("The trash is out of the holder's lists and purged after thirty days", "[documents]") {
  SendingDesk desk;
  desk.consent();
  const Json own = completed(desk, desk.hank);
  const Json behalf = completed(desk, desk.forLuther);
  (void)removed(desk, desk.hank, own);
  (void)removed(desk, desk.hank, behalf);
  const auto total = [&](const Json& page) {
    return page["total"].get<int>() * 10 + static_cast<int>(page["items"].size());
  };
  const Json mine = {{"pageType", "BehalfOfMe"}};
  CHECK(total(documents::list(desk.engine, desk.hank, Json::object())) == 0);
  CHECK(total(documents::list(desk.engine, desk.hank, {{"search", "Agreement"}})) == 0);
  CHECK(total(documents::behalfList(desk.engine, desk.hank, Json::object())) == 0);
  CHECK(total(documents::behalfList(desk.engine, desk.luther, mine)) == 11);
  CHECK(total(documents::teamList(desk.engine, desk.luther, Json::object())) == 0);

  // It can still be looked at, but not tagged or trashed again.
  CHECK(desk.get(desk.hank, own)["isDeleted"] == true);
  CHECK(desk.actionsOf(desk.hank, own).back() == "MovedToTrash");
  const std::string id = SendingDesk::idOf(own);
  CHECK(codeOf([&] { (void)documents::addTags(desk.engine, desk.hank, id, {{"tags", {"x"}}}); }) == "wrongState");
  CHECK(codeOf([&] { (void)removed(desk, desk.hank, own); }) == "wrongState");

  desk.store.advance(30 * limits::dayMs - 1);
  Json due = runDue(desk.engine, Json::object());
  CHECK(due["trashPurged"] == 0);
  CHECK(due["nextDueAt"] == desk.store.now() + 1);
  desk.store.advance(1);
  due = runDue(desk.engine, Json::object());
  CHECK(due["trashPurged"] == 2);
  CHECK(codeOf([&] { (void)desk.get(desk.hank, own); }) == "documentNotFound");
  CHECK(codeOf([&] { (void)documents::signerView(desk.engine, desk.tokenOf(own), Json::object()); }) == "linkNotFound");
  CHECK(total(documents::behalfList(desk.engine, desk.luther, mine)) == 0);
  CHECK(desk.store.number("SELECT (SELECT count(*) FROM document) + (SELECT count(*) FROM document_party) + "
                          "(SELECT count(*) FROM document_field) + (SELECT count(*) FROM document_file)") == 0);
  CHECK(desk.lastEntry()["operation"] == "document.purge");
  // Both had the same file: it found no other use for a day, so it is swept.
  CHECK(desk.store.number("SELECT count(*) FROM file") == 1);
  desk.store.advance(limits::dayMs + 1);
  CHECK(runDue(desk.engine, Json::object())["orphansSwept"] == 1);
  CHECK(desk.store.number("SELECT count(*) FROM file") == 0);
  // The trail names files that are gone, and says why.
  CHECK(audit::verify(desk.engine, desk.hank.accountId, true)["ok"] == true);
}

TEST_CASE("Deleted permanently is gone at once; a file of another document stays", "[documents]") {
  SendingDesk desk;
  const Json kept = desk.send(desk.hank);
  const Json first = completed(desk, desk.hank);
  const Json second = completed(desk, desk.hank);
  (void)removed(desk, desk.hank, second);
  const std::int64_t mails = desk.lastMail();
  CHECK(removed(desk, desk.hank, second, {{"deletePermanently", true}})["permanently"] == true);
  CHECK(desk.mailsSince(mails).empty());  // told when it went to the trash
  CHECK_FALSE(removed(desk, desk.hank, first, {{"deletePermanently", true}}).contains("goneAt"));
  CHECK(documents::list(desk.engine, desk.hank, Json::object())["total"] == 1);
  CHECK(codeOf([&] { (void)removed(desk, desk.hank, first); }) == "documentNotFound");
  desk.store.advance(2 * limits::dayMs);
  CHECK(runDue(desk.engine, Json::object())["orphansSwept"] == 0);
  CHECK(audit::verify(desk.engine, desk.hank.accountId, true)["ok"] == true);
  // To be in the trash is no excuse.
  (void)documents::revoke(desk.engine, desk.hank, SendingDesk::idOf(kept), {{"message", "Not needed."}});
  (void)removed(desk, desk.hank, kept);
  desk.engine.writeAcrossAccounts([](Connection& db, std::int64_t) { db.run("UPDATE file SET complete = 0"); });
  CHECK(audit::verify(desk.engine, desk.hank.accountId, true)["broken"]["check"] == "file");
  desk.engine.writeAcrossAccounts([](Connection& db, std::int64_t) { db.run("UPDATE file SET complete = 1"); });
  CHECK(documents::downloadFile(desk.engine, desk.hank, SendingDesk::idOf(kept), 0, 0, 4).bytes.size() == 4);
}

TEST_CASE("Whatever refers to a document goes with it, and a file in use stays", "[documents]") {
  SendingDesk desk;
  const auto referring = [&](const char* table) {
    Words found;
    for (const auto& row :
         desk.store.rows(1,
                         "SELECT DISTINCT m.name FROM sqlite_schema m, pragma_foreign_key_list(m.name) f "
                         "WHERE f.\"table\" = $1 AND f.on_delete <> 'CASCADE' ORDER BY m.name",
                         std::string_view(table))) {
      found.push_back(row[0]);
    }
    return found;
  };
  // What purgeDocument empties; a new table must join it or say ON DELETE CASCADE.
  CHECK(referring("document") == Words{"document_field", "document_file", "document_party"});
  // What it looks at before it gives a file to the sweep, and the file's own bytes.
  CHECK(referring("file") == Words{"document_file", "document_made_file", "file_chunk"});
}
