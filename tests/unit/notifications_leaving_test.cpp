// What still leaves the outbox when the world has moved on, and what the mails then hold.
#include <catch2/catch.hpp>
#include <functional>
#include <nlohmann/json.hpp>

#include "support/outbox_world.h"

using namespace stead;
using namespace stead::test;
using namespace stead::notifications;
using World = OutboxWorld;

TEST_CASE("A consent request that was overtaken does not leave", "[notifications]") {
  struct Row {
    const char* what;
    std::function<void(World&, const std::string&)> then;
    std::vector<std::string> kinds;
  };
  const std::vector<std::string> one{"identity.asked.owner"};
  const Row rows[] = {
      {"untouched", [](World&, const std::string&) {}, one},
      {"resent: only the new round leaves",
       [](World& world, const std::string& id) { (void)identities::resend(world.engine(), world.hank, id); }, one},
      {"deleted",
       [](World& world, const std::string& id) { (void)identities::remove(world.engine(), world.hank, id); },
       {}},
      {"lapsed by the clock",
       [](World& world, const std::string&) { world.store.advance(30 * 24 * 60 * minute); },
       {}}};
  for (const auto& row : rows) {
    World world;
    const std::string id = world.ask();
    row.then(world, id);
    CAPTURE(row.what);
    const Json items = takeAll(world.engine());
    CHECK(kindsOf(items) == row.kinds);
    if (row.kinds.empty()) {
      CHECK(world.store.number("SELECT count(*) FROM outbox WHERE state = 'dropped' AND content = '{}' AND "
                               "kind = 'identity.asked.owner'") == 1);
    } else {
      CHECK(identities::ownerLook(world.engine(), tokenOf(items[0])).at("status") == "Pending");
    }
  }
}

TEST_CASE("An invitation that was accepted meanwhile does not leave", "[notifications]") {
  TestStore store;
  Office office(store);
  const std::string id =
      people::inviteUser(store.engine(), office.luther, {{"email", hankEmail}, {"role", "Member"}}).at("id");
  const Json items = takeAll(store.engine());
  REQUIRE(kindsOf(items) == std::vector<std::string>{"user.invited.invitee"});
  (void)failItem(store.engine(), items[0]);
  CHECK(textAt(items[0], "link") == "http://localhost/i/" + office.inviteToken(id));
  (void)people::acceptInvitation(store.engine(), tokenOf(items[0]), {{"name", "Hank White"}});
  store.advance(minute);
  CHECK(takeAll(store.engine()).empty());
}

TEST_CASE("Signature requests leave while there is something to sign, and only then", "[notifications]") {
  struct Row {
    const char* what;
    std::function<void(World&, const DocumentNews&)> then;
    bool leaves;
  };
  const auto status = [](documents::DocumentStatus value) {
    return [value](World& world, const DocumentNews& news) { world.setDocumentStatus(news, value); };
  };
  const Row rows[] = {
      {"untouched", [](World&, const DocumentNews&) {}, true},
      {"taken back", status(documents::DocumentStatus::revoked), false},
      {"declined", status(documents::DocumentStatus::declined), false},
      {"expired", status(documents::DocumentStatus::expired), false},
      {"past its deadline", [](World& world, const DocumentNews&) { world.store.advance(1000 * minute); }, false},
      {"signed",
       [](World& world, const DocumentNews& news) {
         world.engine().write(world.office.scope, [&](UnitOfWork& work) {
           const auto row = documents::findDocumentById(work.db, work.scope, news.documentId);
           auto parties = documents::partiesOf(work.db, work.scope, row->row);
           parties.at(0).status = documents::PartyStatus::completed;
           documents::updateParty(work.db, work.scope, parties.at(0));
         });
       },
       false}};
  for (const auto& row : rows) {
    for (const auto event : {DocumentEvent::sent, DocumentEvent::reminder}) {
      World world;
      DocumentNews news = world.document();
      news.ownerSettings = 0;
      if (event == DocumentEvent::reminder) news.signers[0].invited = true;
      world.happens(news, event);
      row.then(world, news);
      CAPTURE(row.what);
      CHECK(takeAll(world.engine()).size() == (row.leaves ? 1 : 0));
    }
  }
}

TEST_CASE("A committed send was the act: its mails leave although the consent is revoked", "[notifications]") {
  World world;
  const std::string identityId = world.ask();
  const Json asked = takeAll(world.engine()).at(0);
  const Json look = identities::ownerLook(world.engine(), tokenOf(asked));
  (void)identities::ownerApprove(world.engine(), tokenOf(asked), {{"textHash", look.at("textHash")}});
  const Json told = takeAll(world.engine());
  REQUIRE(kindsOf(told) == std::vector<std::string>{"identity.approved.creator", "identity.approved.owner"});
  const Json receipt = *std::find_if(told.begin(), told.end(), [](const Json& item) { return item.contains("link"); });
  CHECK(textAt(receipt, "text").find("State of the audit trail") != std::string::npos);
  CHECK(identities::ownerLook(world.engine(), tokenOf(receipt)).at("kind") == "grant");
  const std::string grantId = textAt(identities::get(world.engine(), world.hank, identityId).at("grant"), "id");

  DocumentNews news = world.document(grantId);
  news.ownerSettings = defaultSettings() | 2;  // with "sent"
  world.happens(news, DocumentEvent::sent);
  (void)identities::ownerRevoke(world.engine(), tokenOf(receipt), Json::object());
  const Json items = takeAll(world.engine());
  CHECK(kindsOf(items) ==
        std::vector<std::string>{"document.request.signer", "document.sent.owner", "identity.revoked.creator"});
  for (const auto& item : items) {
    if (item.at("kind") != "document.sent.owner") continue;
    CHECK_FALSE(item.contains("link"));  // the permission has ended: its link leads nowhere
  }
}

TEST_CASE("Owner mails hold the way to end the permission, signer mails the name they leave in", "[notifications]") {
  World world;
  const std::string identityId = world.ask();
  const Json asked = takeAll(world.engine()).at(0);
  const Json look = identities::ownerLook(world.engine(), tokenOf(asked));
  (void)identities::ownerApprove(world.engine(), tokenOf(asked), {{"textHash", look.at("textHash")}});
  (void)takeAll(world.engine());
  const std::string grantId = textAt(identities::get(world.engine(), world.hank, identityId).at("grant"), "id");
  DocumentNews news = world.document(grantId);
  news.ownerSettings = (Settings{1} << flagCount) - 1;
  news.signers[0].done = news.signers[0].invited = true;
  news.signers[0].nowInvited = false;
  world.happens(news, DocumentEvent::completed);
  const Json items = takeAll(world.engine());
  REQUIRE(items.size() == 3);
  for (const auto& item : items) {
    const std::string kind = textAt(item, "kind");
    CAPTURE(kind);
    CHECK(textAt(item, "text").find("State of the audit trail") != std::string::npos);
    CHECK(item.contains("attach") == (kind == "document.completed.owner"));
    if (kind == "document.completed.owner") {
      CHECK(textAt(item, "link").starts_with("http://localhost/r/r." + grantId + ".0."));
      CHECK(item.at("from").at("name") == "Stead");
    } else if (kind == "document.completed.signer") {
      CHECK(textAt(item, "link").starts_with("http://localhost/s/s." + news.signers[0].id + ".0."));
      CHECK(item.at("from").at("name") == "Legal Desk via Stead");
      CHECK(item.at("replyTo").at("email") == legalEmail);
    } else {
      CHECK_FALSE(item.contains("link"));
    }
  }
}

TEST_CASE("Recipients of an account-wide send see the operating user alone", "[notifications]") {
  World world;
  DocumentNews news = world.document();
  news.principalIsOwner = false;
  world.happens(news, DocumentEvent::sent);
  const Json items = takeAll(world.engine());
  REQUIRE(items.size() == 1);
  CHECK(items[0].dump().find("Hank") == std::string::npos);
  CHECK(items[0].dump().find(hankEmail) == std::string::npos);
  CHECK(items[0].at("from").at("name") == "Legal Desk via Stead");
}

TEST_CASE("One event tells one person once, even when it is planned twice", "[notifications]") {
  World world;
  DocumentNews news = world.document();
  std::int64_t index = 0;
  for (int i = 0; i < 2; ++i) {
    world.engine().write(world.office.scope, [&](UnitOfWork& work) {
      audit::Entry entry;
      entry.operation = "document.send";
      if (i == 0) index = work.audit(entry);
      plan(work, index, news);
    });
    const Json items = takeAll(world.engine());
    CHECK(items.size() == (i == 0 ? 1 : 0));
    for (const auto& item : items) ackItem(world.engine(), item);
  }
}
