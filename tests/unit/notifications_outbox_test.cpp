// The outbox on a real store: leases, back-off, dead letters, what no longer leaves, and no token on disk.
#include "notifications/outbox_verbs.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

#include "documents/document_store.h"
#include "identities/identity_verbs.h"
#include "notifications/outbox_rules.h"
#include "notifications/outbox_store.h"
#include "notifications/plan.h"
#include "support/people.h"
#include "support/test_store.h"

using namespace stead;
using namespace stead::test;
using namespace stead::notifications;

namespace {

constexpr std::int64_t minute = 60 * 1000;

Json takeAll(Engine& engine) { return take(engine, {{"max", 100}}).at("items"); }

std::string textAt(const Json& item, const char* name) { return item.at(name).get<std::string>(); }

void ackItem(Engine& engine, const Json& item) {
  ack(engine, textAt(item, "id"), item.at("lease").get<std::int64_t>());
}

Json failItem(Engine& engine, const Json& item, const std::string& error = "550 no such mailbox") {
  return fail(engine, textAt(item, "id"), item.at("lease").get<std::int64_t>(), error);
}

std::vector<std::string> kindsOf(const Json& items) {
  std::vector<std::string> kinds;
  for (const auto& item : items) kinds.push_back(textAt(item, "kind"));
  std::sort(kinds.begin(), kinds.end());
  return kinds;
}

std::string tokenOf(const Json& item) {
  const std::string url = textAt(item, "link");
  return url.substr(url.rfind('/') + 1);
}

// Luther's office with Hank in it, its own mails delivered.
struct World {
  World() : office(store), hank(office.join(hankEmail, "Hank White")) {
    for (const auto& item : takeAll(engine())) ackItem(engine(), item);
  }

  Engine& engine() { return store.engine(); }

  std::string ask(const char* email = alexEmail) {
    const Json made = identities::create(engine(), hank, {{"name", "Alex Gayle"}, {"email", email}});
    return textAt(made, "id");
  }

  // Mails that need no document or identity: one per address.
  void announce(int count) {
    engine().write(office.scope, [&](UnitOfWork& work) {
      for (int i = 0; i < count; ++i) {
        const std::string email = "signer" + std::to_string(i) + "@cubeflakes.com";
        const std::string id = work.newId();
        const Json content = {{"to", {{"name", "Signer"}, {"email", email}}},
                              {"owner", {{"name", "Luther Cooper"}, {"email", lutherEmail}}}};
        insertMessage(work.db, work.scope,
                      {.id = id,
                       .auditIndex = 1000,
                       .kind = "identity.denied.creator",
                       .receiver = email,
                       .content = writeJson(content),
                       .notBefore = work.now + i},
                      work.now);
      }
    });
  }

  // A document in progress with one signer, sent on behalf of Alex Gayle under `grantId`, and the news of its sending.
  DocumentNews document(const std::string& grantId = {}) {
    DocumentNews news;
    engine().write(office.scope, [&](UnitOfWork& work) {
      documents::Document row;
      row.id = work.newId();
      row.actorRow = row.ownerRow = row.holderRow = hank.userRow;
      row.authority = Authority::grant;
      row.sentFor.emplace();
      row.sentFor->name = "Alex Gayle";
      row.sentFor->email = row.sentFor->key = alexEmail;
      row.sentFor->settings = defaultSettings();
      row.grantId = grantId;
      row.title = "Service agreement";
      row.createdAt = row.activityAt = work.now;
      row.expiresAt = work.now + 1000 * minute;
      documents::insertDocument(work.db, work.scope, row, "{}");
      documents::Party party;
      party.id = work.newId();
      party.name = "David";
      party.email = party.emailKey = davidEmail;
      documents::insertParty(work.db, work.scope, row.row, party);

      news = {};
      news.documentId = row.id;
      news.title = row.title;
      news.sender = {"Hank White", hankEmail, hankEmail, "EN"};
      news.principal = Person{"Alex Gayle", alexEmail, alexEmail, "EN"};
      news.principalIsOwner = true;
      news.ownerSettings = defaultSettings();
      news.signers = {{.id = party.id, .person = {"David", davidEmail, davidEmail, "EN"}, .nowInvited = true}};
    });
    return news;
  }

  // An act about the document as a verb would commit it.
  void happens(DocumentNews& news, DocumentEvent event) {
    news.event = event;
    engine().write(office.scope, [&](UnitOfWork& work) {
      audit::Entry entry;
      entry.operation = "document.send";
      entry.subjectId = news.documentId;
      plan(work, work.audit(entry), news);
    });
    for (auto& signer : news.signers) {
      signer.invited = signer.invited || signer.nowInvited;
      signer.nowInvited = false;
    }
  }

  void setDocumentStatus(const DocumentNews& news, documents::DocumentStatus status) {
    engine().write(office.scope, [&](UnitOfWork& work) {
      auto row = documents::findDocumentById(work.db, work.scope, news.documentId);
      row->status = status;
      documents::updateDocument(work.db, work.scope, *row);
    });
  }

  std::unique_ptr<Engine> openAgain() {
    auto other = std::make_unique<Engine>(
        readOptions(engine().options().path,
                    {{"testClockMs", store.now()}, {"testIdSeed", 2}, {"durability", "normal"}}),
        ByteView{});
    return other;
  }

  TestStore store;
  Office office;
  Session hank;
};

std::string bytesOfFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_CASE("A message is taken on a lease, delivered once acknowledged, and then gone", "[notifications]") {
  World world;
  const std::string identityId = world.ask();
  const Json items = takeAll(world.engine());
  REQUIRE(kindsOf(items) == std::vector<std::string>{"identity.asked.owner"});
  const Json& item = items[0];
  CHECK(item.at("to") == Json({{"name", "Alex Gayle"}, {"email", alexEmail}}));
  CHECK(item.at("channel") == "email");
  CHECK(item.at("identityId") == identityId);
  CHECK(item.at("accountId") == world.office.account.at("id"));
  CHECK(item.at("attempt") == 1);
  CHECK(item.at("createdAt") == startMs);
  CHECK(textAt(item, "link").starts_with("http://localhost/c/"));
  CHECK(identities::ownerLook(world.engine(), tokenOf(item)).at("kind") == "consent");

  CHECK(takeAll(world.engine()).empty());
  ackItem(world.engine(), item);
  world.store.advance(100 * minute);
  const Json after = take(world.engine(), Json::object());
  CHECK(after.at("items").empty());
  CHECK_FALSE(after.contains("nextDueAt"));
  CHECK(codeOf([&] { ackItem(world.engine(), item); }) == "messageNotFound");
  CHECK(world.store.rows(2, "SELECT state, content FROM outbox WHERE kind = 'identity.asked.owner'") ==
        std::vector<std::vector<std::string>>{{"sent", "{}"}});
}

TEST_CASE("No token is on disk: not before, not while taken, not after", "[notifications]") {
  World world;
  world.ask();
  DocumentNews news = world.document();
  world.happens(news, DocumentEvent::sent);
  const Json items = takeAll(world.engine());
  REQUIRE(items.size() == 2);
  world.engine().database().checkpoint(false);
  const std::string path = world.engine().options().path;
  const std::string onDisk = bytesOfFile(path) + bytesOfFile(path + "-wal");
  REQUIRE(onDisk.find("identity.asked.owner") != std::string::npos);
  for (const auto& item : items) {
    const std::string token = tokenOf(item);
    const std::string mac = token.substr(token.rfind('.') + 1);
    REQUIRE(mac.size() == 43);  // 256 bits
    CHECK(onDisk.find(mac) == std::string::npos);
    CHECK(textAt(item, "text").find(token) != std::string::npos);
  }
}

TEST_CASE("The longest due come first, no more than asked for, and the next moment is told", "[notifications]") {
  World world;
  world.announce(5);
  Json first = take(world.engine(), {{"max", 2}});
  REQUIRE(first.at("items").size() == 1);
  CHECK(first.at("items")[0].at("to").at("email") == "signer0@cubeflakes.com");
  CHECK(first.at("nextDueAt") == world.store.now() + 1);
  world.store.advance(10);
  const Json second = take(world.engine(), {{"max", 2}});
  REQUIRE(second.at("items").size() == 2);
  CHECK(second.at("items")[0].at("to").at("email") == "signer1@cubeflakes.com");
  CHECK(second.at("items")[1].at("to").at("email") == "signer2@cubeflakes.com");
  CHECK(second.at("nextDueAt").get<std::int64_t>() <= world.store.now());
  CHECK(take(world.engine(), Json::object()).at("items").size() == 2);
  CHECK(take(world.engine(), Json::object()).at("nextDueAt") == startMs + minute);
}

TEST_CASE("A lease that runs out gives the same message again, and the old lease is void", "[notifications]") {
  World world;
  world.announce(1);
  Json first;
  {
    const auto dying = world.openAgain();  // delivers perhaps, never acknowledges
    first = take(*dying, {{"leaseMs", 5000}}).at("items").at(0);
  }
  world.store.advance(4999);
  CHECK(takeAll(world.engine()).empty());
  world.store.advance(1);
  const Json again = takeAll(world.engine()).at(0);
  CHECK(again.at("id") == first.at("id"));
  CHECK(again.at("attempt") == 2);
  CHECK(again.at("lease").get<std::int64_t>() > first.at("lease").get<std::int64_t>());
  CHECK(codeOf([&] { ackItem(world.engine(), first); }) == "messageNotFound");
  CHECK(codeOf([&] { (void)failItem(world.engine(), first); }) == "messageNotFound");
  ackItem(world.engine(), again);
}

TEST_CASE("A late ack counts as long as nobody has taken the message again", "[notifications]") {
  World world;
  world.announce(2);
  world.store.advance(10);
  const Json items = take(world.engine(), {{"leaseMs", 1000}}).at("items");
  REQUIRE(items.size() == 2);
  world.store.advance(2000);
  ackItem(world.engine(), items[0]);
  const Json again = takeAll(world.engine());
  REQUIRE(again.size() == 1);
  CHECK(again[0].at("id") == items[1].at("id"));
}

TEST_CASE("The wait after an attempt doubles from a minute to six hours", "[notifications]") {
  const std::int64_t minutes[] = {0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360};
  for (std::size_t attempts = 0; attempts < std::size(minutes); ++attempts) {
    CAPTURE(attempts);
    CHECK(waitAfter(static_cast<std::int64_t>(attempts)) == minutes[attempts] * minute);
  }
  CHECK(waitAfter(1'000'000) == 360 * minute);
}

TEST_CASE("A failed message waits longer each time and is dead after ten attempts", "[notifications]") {
  World world;
  world.announce(1);
  const std::string hostile = "550 no mailbox\r\nX: y " + std::string(2000, 'x');
  Json item;
  for (int attempt = 1; attempt <= 10; ++attempt) {
    CAPTURE(attempt);
    const Json items = takeAll(world.engine());
    REQUIRE(items.size() == 1);
    item = items[0];
    CHECK(item.at("attempt") == attempt);
    const Json answer = failItem(world.engine(), item, hostile);
    CHECK(answer.at("dead") == (attempt == 10));
    if (attempt == 10) {
      CHECK_FALSE(answer.contains("nextAttemptAt"));
      break;
    }
    const std::int64_t wait = minute << (attempt - 1);
    CHECK(answer.at("nextAttemptAt") == world.store.now() + wait);
    CHECK(codeOf([&] { ackItem(world.engine(), item); }) == "messageNotFound");
    world.store.advance(wait - 1);
    CHECK(takeAll(world.engine()).empty());
    world.store.advance(1);
  }
  world.store.advance(1000 * minute);
  CHECK(takeAll(world.engine()).empty());
  CHECK(codeOf([&] { ackItem(world.engine(), item); }) == "messageNotFound");

  const Json dead = deadLetters(world.engine(), Json::object());
  REQUIRE(dead.at("items").size() == 1);
  const Json& letter = dead.at("items")[0];
  CHECK(letter.at("id") == item.at("id"));
  CHECK(letter.at("kind") == "identity.denied.creator");
  CHECK(letter.at("to").at("email") == "signer0@cubeflakes.com");
  CHECK(letter.at("attempts") == 10);
  CHECK(textAt(letter, "error").starts_with("550 no mailbox X: y xxx"));
  CHECK(textAt(letter, "error").size() == 500);
  CHECK(dead.at("total") == 1);

  const auto entries = world.store.entries(world.office.scope);
  const Json& entry = entries.back();
  CHECK(entry.at("operation") == "outbox.dead");
  CHECK(entry.at("actor").at("kind") == "system");
  CHECK(entry.at("subject").at("id") == item.at("id"));
  CHECK(entry.dump().find("550") == std::string::npos);  // may name people: kept where it can be erased
}

TEST_CASE("A message that is taken again and again without an answer dies, too", "[notifications]") {
  World world;
  world.announce(1);
  std::int64_t taken = 0;
  for (int i = 0; i < 1000 && deadLetters(world.engine(), Json::object()).at("items").empty(); ++i) {
    taken += static_cast<std::int64_t>(takeAll(world.engine()).size());
    world.store.advance(minute);
  }
  CHECK(taken == 10);
  CHECK(world.store.now() > startMs + 240 * minute);  // a host that crashes in a loop has hours to be mended
  CHECK(world.store.entries(world.office.scope).back().at("operation") == "outbox.dead");
}

TEST_CASE("Dead letters are listed newest first, page by page", "[notifications]") {
  World world;
  world.announce(3);
  world.store.advance(10);
  world.engine().write(world.office.scope, [](UnitOfWork& work) {
    work.db.run("UPDATE outbox SET state = 'dead' WHERE state = 'waiting'");
  });
  const Json first = deadLetters(world.engine(), {{"pageSize", 2}});
  REQUIRE(first.at("items").size() == 2);
  CHECK(first.at("items")[0].at("to").at("email") == "signer2@cubeflakes.com");
  const Json rest = deadLetters(world.engine(), {{"pageSize", 2}, {"cursor", first.at("nextCursor")}});
  REQUIRE(rest.at("items").size() == 1);
  CHECK(rest.at("items")[0].at("to").at("email") == "signer0@cubeflakes.com");
  CHECK(rest.at("nextCursor").is_null());
  CHECK(deadLetters(world.engine(), {{"pageSize", 2}, {"page", 2}}).at("items") == rest.at("items"));
}

TEST_CASE("A message that cannot become a mail does not stand in the way of the others", "[notifications]") {
  World world;
  world.announce(2);
  world.store.advance(10);
  world.engine().write(world.office.scope, [](UnitOfWork& work) {
    work.db.run(R"(UPDATE outbox SET content = '{"to": {"name": "", "email": "signer0@cubeflakes.com"}}'
                   WHERE receiver = 'signer0@cubeflakes.com')");
  });
  const Json items = takeAll(world.engine());
  REQUIRE(items.size() == 1);
  CHECK(items[0].at("to").at("email") == "signer1@cubeflakes.com");
  CHECK(deadLetters(world.engine(), Json::object()).at("items").size() == 1);
}

TEST_CASE("Two engines on one store never hold the same message", "[notifications]") {
  World world;
  world.announce(60);
  world.store.advance(1000);
  const auto other = world.openAgain();
  const auto work = [](Engine& engine, std::vector<std::string>& got) {
    for (;;) {
      const Json items = take(engine, {{"max", 3}}).at("items");
      if (items.empty()) return;
      for (const auto& item : items) {
        got.push_back(textAt(item, "id"));
        ackItem(engine, item);
      }
    }
  };
  std::vector<std::string> got[4];
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) {
      threads.emplace_back([&, i] { work(i % 2 == 0 ? world.engine() : *other, got[i]); });
    }
  }
  std::set<std::string> all;
  std::size_t count = 0;
  for (const auto& one : got) {
    all.insert(one.begin(), one.end());
    count += one.size();
  }
  CHECK(count == 60);
  CHECK(all.size() == 60);
}

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
      CHECK(item.at("from").at("name") == "Alex Gayle via Stead");
      CHECK(item.at("replyTo").at("email") == alexEmail);
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
  CHECK(items[0].at("from").at("name") == "Alex Gayle via Stead");
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

TEST_CASE("Take refuses what it does not understand, by field", "[notifications]") {
  TestStore store;
  struct Row {
    Json request;
    const char* field;
  };
  const Row rows[] = {{{{"max", 0}}, "/max"},
                      {{{"max", 101}}, "/max"},
                      {{{"max", "all"}}, "/max"},
                      {{{"leaseMs", 0}}, "/leaseMs"},
                      {{{"lease", 5}}, "/lease"}};
  for (const auto& row : rows) {
    CAPTURE(row.request);
    CHECK(fieldsOf([&] { (void)take(store.engine(), row.request); }) == std::vector<std::string>{row.field});
  }
  CHECK(codeOf([&] { ack(store.engine(), "nobody", 1); }) == "messageNotFound");
  CHECK(codeOf([&] { (void)fail(store.engine(), "0192f0c1-0000-7000-8000-000000000001", 1, ""); }) ==
        "messageNotFound");
}

TEST_CASE("Whatever looks for messages looks into an index, however many were sent", "[notifications]") {
  TestStore store;
  struct Row {
    const char* sql;
    const char* index;
  };
  const Row rows[] = {
      {"EXPLAIN QUERY PLAN SELECT account_id, id FROM outbox WHERE state = 'waiting' AND not_before <= 5 "
       "ORDER BY not_before, id LIMIT 5",
       "outbox_due"},
      {"EXPLAIN QUERY PLAN SELECT account_id, id FROM outbox WHERE state = 'leased' AND lease_until <= 5 "
       "ORDER BY lease_until LIMIT 5",
       "outbox_leased"},
      {"EXPLAIN QUERY PLAN SELECT min(not_before) FROM outbox WHERE state = 'waiting'", "outbox_due"},
      {"EXPLAIN QUERY PLAN SELECT min(lease_until) FROM outbox WHERE state = 'leased'", "outbox_leased"},
      {"EXPLAIN QUERY PLAN SELECT account_id, id FROM outbox WHERE state = 'dead' AND id < 9 ORDER BY id DESC LIMIT 5",
       "outbox_dead"}};
  for (const auto& row : rows) {
    std::string steps;
    for (const auto& step : store.rows(4, row.sql)) steps += step[3] + ";";
    CAPTURE(row.sql, steps);
    CHECK(steps.find(row.index) != std::string::npos);
    CHECK(steps.find("TEMP B-TREE") == std::string::npos);
  }
}
