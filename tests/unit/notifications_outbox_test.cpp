// The outbox on a real store: leases, back-off, dead letters, and no token on disk.
#include "notifications/outbox_verbs.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

#include "notifications/outbox_rules.h"
#include "support/outbox_world.h"
#include "support/plan.h"

using namespace stead;
using namespace stead::test;
using namespace stead::notifications;
using World = OutboxWorld;

namespace {

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
  CHECK(item.at("to") == Json({{"name", "Legal Desk"}, {"email", legalEmail}}));
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
      {"SELECT account_id, id FROM outbox WHERE state = 'waiting' AND channel <> 'webhook' AND not_before <= 5 "
       "ORDER BY not_before, id LIMIT 5",
       "outbox_due"},
      {"SELECT account_id, id FROM outbox WHERE state = 'leased' AND channel <> 'webhook' AND lease_until <= 5 "
       "ORDER BY lease_until LIMIT 5",
       "outbox_leased"},
      {"SELECT min(not_before) FROM outbox WHERE state = 'waiting' AND channel <> 'webhook'", "outbox_due"},
      {"SELECT min(lease_until) FROM outbox WHERE state = 'leased' AND channel <> 'webhook'", "outbox_leased"},
      {"SELECT account_id, id FROM outbox WHERE state = 'waiting' AND channel = 'webhook' AND not_before <= 5 "
       "ORDER BY not_before, id LIMIT 5",
       "outbox_webhook_due"},
      {"SELECT account_id, id FROM outbox WHERE state = 'leased' AND channel = 'webhook' AND lease_until <= 5 "
       "ORDER BY lease_until LIMIT 5",
       "outbox_webhook_leased"},
      {"SELECT min(not_before) FROM outbox WHERE state = 'waiting' AND channel = 'webhook'", "outbox_webhook_due"},
      {"SELECT min(lease_until) FROM outbox WHERE state = 'leased' AND channel = 'webhook'", "outbox_webhook_leased"},
      {"SELECT account_id, id FROM outbox WHERE state = 'dead' AND id < 9 ORDER BY id DESC LIMIT 5", "outbox_dead"}};
  for (const auto& row : rows) {
    const std::string steps = planOf(store.engine().database(), row.sql);
    CAPTURE(row.sql, steps);
    CHECK(steps.find(row.index) != std::string::npos);
    CHECK(steps.find("TEMP B-TREE") == std::string::npos);
  }
}
