// The decision cache on a real store: it answers as the store would, forgets in time, and stays within its bytes.
#include <catch2/catch.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "delegation/decision_cache.h"
#include "delegation/delegation_verbs.h"
#include "delegation/guard.h"
#include "people/api_key_store.h"
#include "support/delegation_world.h"

using namespace stead;
using test::DelegationWorld;

namespace {

constexpr const char* luther = "luthercooper@cubeflakes.com";
constexpr const char* hank = "hankwhite@cubeflakes.com";
constexpr const char* legal = "legaldesk@cubeflakes.com";

// "allowed" or the reason.
std::string answer(Engine& engine, const Session& session, std::string_view principal,
                   std::string_view operation = "document.send") {
  Decision decision;
  delegation::authorize(engine, session, operation, principal, decision);
  return decision.allowed ? "allowed" : codeName(decision.reason);
}

void writeLog(DelegationWorld& world, const char* sql) {
  world.engine().writeAcrossAccounts([&](Connection& db, std::int64_t) { db.run(sql); });
}

// A store in which something happens between the end of a read and the moment its reader goes on.
class InterruptedDatabase final : public Database {
 public:
  explicit InterruptedDatabase(Database& real) : real_(real) {}
  std::function<void()> afterNextRead;

  void write(const Body& body) override { real_.write(body); }
  void read(const Body& body) override {
    real_.read(body);
    if (const auto happens = std::exchange(afterNextRead, nullptr)) happens();
  }
  [[nodiscard]] const Freshness& freshness() const noexcept override { return real_.freshness(); }
  void checkpoint(bool truncate) override { real_.checkpoint(truncate); }
  std::int64_t backup(const std::string& path) override { return real_.backup(path); }
  IntegrityStep checkIntegrity(std::int64_t position) override { return real_.checkIntegrity(position); }

 private:
  Database& real_;
};

std::string addressOf(int i) { return "director" + std::to_string(i) + "@cubeflakes.com"; }

}  // namespace

TEST_CASE("authorize answers from memory what the store would say", "[delegation]") {
  DelegationWorld world;
  const auto actor = world.user("Hank White", hank);
  const auto auditor = world.user("Legal Desk", legal, Role::auditor);
  world.consent(actor, "Luther Cooper", luther, operationSetFrom("document.send document.remind"));
  const Session session = world.session(actor);
  Session nobody = session;
  nobody.userRow = 4711;

  struct Row {
    Session session;
    const char* principal;
    const char* operation;
    const char* answer;
  };
  const Row rows[] = {{session, "", "document.send", "allowed"},
                      {session, luther, "document.send", "allowed"},
                      {session, luther, "document.remind", "allowed"},
                      {session, luther, "document.revoke", "operationNotGranted"},
                      {session, legal, "document.send", "noIdentity"},
                      {session, hank, "identity.create", "allowed"},
                      {session, luther, "identity.create", "operationNotDelegable"},
                      {session, luther, "document.shred", "unknownOperation"},
                      {session, "", "audit.view", "lacksRole"},
                      {world.session(auditor), "", "audit.view", "allowed"},
                      {world.session(auditor), "", "document.send", "lacksRole"},
                      {nobody, "", "document.send", "actorInactive"}};
  for (int round = 0; round < 2; ++round) {  // cold, then warm
    for (const Row& row : rows) {
      CAPTURE(round, row.principal, row.operation);
      CHECK(answer(world.engine(), row.session, row.principal, row.operation) == row.answer);
    }
  }
  CHECK(world.engine().decisions().size().actors == 3);
}

TEST_CASE("The principal of a session counts, and a named one replaces it", "[delegation]") {
  DelegationWorld world;
  const auto actor = world.user("Hank White", hank);
  world.consent(actor, "Luther Cooper", luther);
  const Session behalf = onBehalfOf(world.session(actor), luther);
  CHECK(answer(world.engine(), behalf, "") == "allowed");
  CHECK(answer(world.engine(), behalf, "", "identity.create") == "operationNotDelegable");
  CHECK(answer(world.engine(), behalf, legal) == "noIdentity");
  CHECK(answer(world.engine(), behalf, hank, "identity.create") == "allowed");
  CHECK(answer(world.engine(), accountWide(behalf, luther), "") == "accountWideOff");
}

TEST_CASE("A principal is named by any spelling of the address, and by nothing else", "[delegation]") {
  DelegationWorld world;
  const auto actor = world.user("Hank White", hank);
  world.consent(actor, "Luther Cooper", luther);
  world.consent(actor, "Luther Cooper", "luther@xn--bcher-kva.example");
  const Session session = world.session(actor);
  for (const char* spelling : {luther, "LutherCooper@CubeFlakes.com", " luthercooper@cubeflakes.com ",
                               "luther@b\xC3\xBC"
                               "cher.example"}) {
    CAPTURE(spelling);
    CHECK(answer(world.engine(), session, spelling) == "allowed");
  }
  for (const char* wrong : {"luthercooper", "luthercooper@", "two@at@cubeflakes.com", " ", "a@b"}) {
    CAPTURE(wrong);
    Decision decision;
    try {
      delegation::authorize(world.engine(), session, "document.send", wrong, decision);
      FAIL("must be refused");
    } catch (const Error& error) {
      CHECK(error.code() == Code::malformedArgument);
    }
  }
}

TEST_CASE("From and until are judged at each call", "[delegation]") {
  DelegationWorld world;
  const auto actor = world.user("Hank White", hank);
  constexpr auto start = DelegationWorld::start;
  world.consent(actor, "Luther Cooper", luther, allDelegable(), start + 1000, start + 2000);
  const Session session = world.session(actor);
  struct Row {
    std::int64_t at;
    const char* answer;
  };
  for (const Row& row : {Row{start, "grantNotStarted"}, Row{start + 999, "grantNotStarted"},
                         Row{start + 1000, "allowed"}, Row{start + 1999, "allowed"}, Row{start + 2000, "grantEnded"}}) {
    CAPTURE(row.at - start);
    world.engine().setTestClock(row.at);
    CHECK(answer(world.engine(), session, luther) == row.answer);
  }
  world.engine().setTestClock(start + 1500);
  Decision decision;
  delegation::authorize(world.engine(), session, "document.send", luther, decision);
  CHECK(decision.validUntil == start + 2000);
}

TEST_CASE("What another engine on the store changed is seen at once", "[delegation]") {
  DelegationWorld world;
  auto actor = world.user("Hank White", hank);
  auto consent = world.consent(actor, "Luther Cooper", luther);
  const auto other = world.openAgain();
  const Session session = world.session(actor);
  REQUIRE(answer(world.engine(), session, luther) == "allowed");
  REQUIRE(answer(*other, session, luther) == "allowed");
  for (int round = 0; round < 20; ++round) {
    world.setStatus(*other, consent, IdentityStatus::revoked);
    CHECK(answer(world.engine(), session, luther) == "consentRevoked");
    CHECK(answer(*other, session, luther) == "consentRevoked");
    world.setStatus(world.engine(), consent, IdentityStatus::verified);
    CHECK(answer(*other, session, luther) == "allowed");
    CHECK(answer(world.engine(), session, luther) == "allowed");
  }
  // Commits that are none of decide()'s business leave the memory alone.
  const auto before = world.engine().decisions().size();
  writeLog(world, "INSERT INTO counter (account_id, name, subject, value) VALUES (0, 'x', 0, 0)");
  CHECK(answer(world.engine(), session, luther) == "allowed");
  CHECK(world.engine().decisions().size().bytes == before.bytes);
}

TEST_CASE("What was read before a revocation is not remembered after it", "[delegation]") {
  DelegationWorld world;
  const auto actor = world.user("Hank White", hank);
  const auto other = world.user("Legal Desk", legal);
  auto consent = world.consent(actor, "Luther Cooper", luther);
  InterruptedDatabase database(world.engine().database());
  DecisionCache cache(database, 1 << 20);
  const auto ask = [&](const people::User& who) {
    Decision decision;
    REQUIRE(cache.decide(world.engine(), world.session(who), "document.send", luther, true, decision) ==
            DecisionCache::Answer::decided);
    return decision.allowed ? std::string("allowed") : codeName(decision.reason);
  };
  REQUIRE(ask(other) == "noIdentity");  // the log is read up to here
  // While the actor is loaded, the owner revokes and somebody else's question reads the log.
  database.afterNextRead = [&] {
    world.setStatus(world.engine(), consent, IdentityStatus::revoked);
    CHECK(ask(other) == "noIdentity");
  };
  CHECK(ask(actor) == "allowed");  // began before the revocation
  CHECK_FALSE(database.afterNextRead);
  CHECK(ask(actor) == "consentRevoked");
}

TEST_CASE("A revocation while the log is read is seen by the next question", "[delegation]") {
  DelegationWorld world;
  const auto actor = world.user("Hank White", hank);
  auto consent = world.consent(actor, "Luther Cooper", luther);
  InterruptedDatabase database(world.engine().database());
  DecisionCache cache(database, 1 << 20);
  const auto ask = [&] {
    Decision decision;
    REQUIRE(cache.decide(world.engine(), world.session(actor), "document.send", luther, true, decision) ==
            DecisionCache::Answer::decided);
    return decision.allowed ? std::string("allowed") : codeName(decision.reason);
  };
  REQUIRE(ask() == "allowed");
  writeLog(world, "INSERT INTO counter (account_id, name, subject, value) VALUES (0, 'x', 0, 0)");
  database.afterNextRead = [&] { world.setStatus(world.engine(), consent, IdentityStatus::revoked); };
  (void)ask();
  CHECK_FALSE(database.afterNextRead);
  CHECK(ask() == "consentRevoked");
}

TEST_CASE("A change of role, status or key is a change of decisions", "[delegation]") {
  DelegationWorld world;
  auto actor = world.user("Hank White", hank);
  world.consent(actor, "Luther Cooper", luther);
  people::ApiKey key;
  world.write([&](UnitOfWork& work) {
    key = {.row = 0, .id = work.newId(), .userRow = actor.row, .name = "desk", .createdAt = work.now, .revokedAt = {}};
    people::insertApiKey(work.db, work.scope, key, crypto::sha256(bytesOf("a key")));
  });
  Session session = world.session(actor);
  Session byKey = session;
  byKey.apiKeyRow = key.row;
  CHECK(answer(world.engine(), byKey, luther) == "allowed");
  world.write([&](UnitOfWork& work) {
    people::setApiKeyRevoked(work.db, work.scope, key.row, work.now);
    work.decisionsChanged(actor.row);
  });
  CHECK(answer(world.engine(), byKey, luther) == "actorInactive");
  CHECK(answer(world.engine(), session, luther) == "allowed");
  world.change(actor, [](people::User& user) { user.role = Role::auditor; });
  CHECK(answer(world.engine(), session, luther) == "lacksRole");
  world.change(actor, [](people::User& user) { user.status = UserStatus::deactivated; });
  CHECK(answer(world.engine(), session, luther) == "actorInactive");
  world.change(actor, [](people::User& user) {
    user.status = UserStatus::active;
    user.role = Role::member;
  });
  CHECK(answer(world.engine(), session, luther) == "allowed");
}

TEST_CASE("A change about everybody drops the whole account", "[delegation]") {
  DelegationWorld world;
  const auto first = world.user("Hank White", hank);
  const auto second = world.user("Legal Desk", legal);
  answer(world.engine(), world.session(first), "");
  answer(world.engine(), world.session(second), "");
  REQUIRE(world.engine().decisions().size().actors == 2);
  world.write([](UnitOfWork& work) { work.decisionsChanged(std::nullopt); });
  answer(world.engine(), world.session(first), "");
  CHECK(world.engine().decisions().size().actors == 1);
  // One actor's change leaves the others in memory.
  answer(world.engine(), world.session(second), "");
  world.write([&](UnitOfWork& work) { work.decisionsChanged(second.row); });
  answer(world.engine(), world.session(first), "");
  CHECK(world.engine().decisions().size().actors == 1);
}

TEST_CASE("A log with a hole is not trusted", "[delegation]") {
  DelegationWorld world;
  const auto actor = world.user("Hank White", hank);
  auto consent = world.consent(actor, "Luther Cooper", luther);
  const Session session = world.session(actor);
  const auto revokeSilently = [&](const char* prune) {
    REQUIRE(answer(world.engine(), session, luther) == "allowed");
    world.setStatus(world.engine(), consent, IdentityStatus::revoked);
    world.write([](UnitOfWork& work) { work.decisionsChanged(999); });
    writeLog(world, prune);
    CHECK(answer(world.engine(), session, luther) == "consentRevoked");
    world.setStatus(world.engine(), consent, IdentityStatus::verified);
  };
  SECTION("pruned to the newest row") {
    revokeSilently("DELETE FROM grant_change WHERE seq < (SELECT max(seq) FROM grant_change)");
  }
  SECTION("one row missing") {
    revokeSilently("DELETE FROM grant_change WHERE seq = (SELECT max(seq) - 1 FROM grant_change)");
  }
  SECTION("emptied") { revokeSilently("DELETE FROM grant_change"); }
}

TEST_CASE("After a long absence the memory starts afresh", "[delegation]") {
  DelegationWorld world;
  const auto actor = world.user("Hank White", hank);
  auto consent = world.consent(actor, "Luther Cooper", luther);
  const Session session = world.session(actor);
  REQUIRE(answer(world.engine(), session, luther) == "allowed");
  world.setStatus(world.engine(), consent, IdentityStatus::revoked);
  world.write([](UnitOfWork& work) {
    for (int i = 0; i < 5000; ++i) work.decisionsChanged(100000 + i);
  });
  CHECK(answer(world.engine(), session, luther) == "consentRevoked");
}

TEST_CASE("The cache keeps within its bytes and goes on answering", "[delegation]") {
  constexpr std::int64_t bytesMax = 64 * 1024;
  DelegationWorld world(bytesMax);
  std::vector<people::User> actors;
  for (int i = 0; i < 150; ++i) {
    actors.push_back(world.user("Hank White", "hank" + std::to_string(i) + "@cubeflakes.com"));
    for (int k = 0; k < 5; ++k) world.consent(actors.back(), "Luther Cooper", addressOf(k));
  }
  for (int round = 0; round < 2; ++round) {
    for (const auto& actor : actors) {
      REQUIRE(answer(world.engine(), world.session(actor), addressOf(3)) == "allowed");
      REQUIRE(world.engine().decisions().size().bytes <= static_cast<std::size_t>(bytesMax));
    }
  }
  CHECK(world.engine().decisions().size().actors > 10);
  CHECK(world.engine().decisions().size().actors < actors.size());
}

TEST_CASE("An actor too big for the cache is answered from the store", "[delegation]") {
  DelegationWorld world(GENERATE(std::int64_t{0}, std::int64_t{16 * 2048}));
  const auto actor = world.user("Hank White", hank);
  std::vector<DelegationWorld::Consent> consents;
  for (int i = 0; i < 100; ++i) consents.push_back(world.consent(actor, "Luther Cooper", addressOf(i)));
  const Session session = world.session(actor);
  for (int round = 0; round < 2; ++round) {
    CHECK(answer(world.engine(), session, addressOf(99)) == "allowed");
    CHECK(answer(world.engine(), session, luther) == "noIdentity");
    CHECK(answer(world.engine(), session, "") == "allowed");
    CHECK(answer(world.engine(), onBehalfOf(session, addressOf(5)), "") == "allowed");
  }
  world.setStatus(world.engine(), consents[99], IdentityStatus::revoked);
  CHECK(answer(world.engine(), session, addressOf(99)) == "consentRevoked");
}

TEST_CASE("A child process gets no answer from its parent's memory", "[delegation]") {
  DelegationWorld world;
  const auto actor = world.user("Hank White", hank);
  const Session session = world.session(actor);
  REQUIRE(answer(world.engine(), session, "") == "allowed");
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    int told = 2;
    try {
      answer(world.engine(), session, "");
    } catch (const Error& error) {
      told = error.code() == Code::forkedProcess ? 0 : 1;
    }
    _exit(told);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
  CHECK(answer(world.engine(), session, "") == "allowed");
}
