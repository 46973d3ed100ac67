// What docs/security.md promises and the tests of no single room show.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "audit/entry.h"
#include "delegation/guard.h"
#include "engine/secrets.h"
#include "support/delegation_world.h"
#include "support/test_store.h"

using namespace stead;
using test::DelegationWorld;

namespace fs = std::filesystem;

namespace {

constexpr auto ownerOnly = fs::perms::owner_read | fs::perms::owner_write;

bool isRefused(const std::string& store) {
  try {
    (void)secretBesideStore(store);
  } catch (const Error& error) {
    return error.code() == Code::malformedArgument;
  }
  return false;
}

std::int64_t entriesOf(DelegationWorld& world) {
  std::int64_t count = 0;
  world.engine().database().read([&](Connection& db) {
    auto row = db.query("SELECT count(*) FROM audit_entry WHERE account_id = $1", world.scope().account);
    count = row.step() ? row.integer(0) : -1;
  });
  return count;
}

// An act of somebody who has no consent.
void beRefused(DelegationWorld& world, const Session& session) {
  CHECK_THROWS_AS(world.write([&](UnitOfWork& work) {
    (void)delegation::require(work, onBehalfOf(session, "luthercooper@cubeflakes.com"), "document.send", "document",
                              "d-1");
  }),
                  Error);
}

}  // namespace

TEST_CASE("A store and the secret beside it are made for their owner alone", "[security]") {
  const test::TempFolder folder;
  const std::string store = folder.file("stead.db");
  const Engine engine(readOptions(store, Json::object()), ByteView{});
  for (const char* suffix : {"", "-wal", "-shm", ".secret"}) {
    CAPTURE(suffix);
    CHECK(fs::status(store + suffix).permissions() == ownerOnly);
  }
}

TEST_CASE("A secret that others can read, or that was cut, is not used", "[security]") {
  const test::TempFolder folder;
  const std::string store = folder.file("stead.db");
  const Bytes secret = secretBesideStore(store);
  CHECK(secretBesideStore(store) == secret);

  SECTION("readable by the group") {
    fs::permissions(store + ".secret", ownerOnly | fs::perms::group_read);
    CHECK(isRefused(store));
  }
  SECTION("writable by others") {
    fs::permissions(store + ".secret", ownerOnly | fs::perms::others_write);
    CHECK(isRefused(store));
  }
  SECTION("a byte short") {
    fs::resize_file(store + ".secret", hostSecretBytes - 1);
    CHECK(isRefused(store));
  }
}

TEST_CASE("Refusals are audited twenty times an hour for each actor, then counted", "[security]") {
  DelegationWorld world;
  const Session hank = world.session(world.user("Hank White", "hankwhite@cubeflakes.com"));
  const Session alex = world.session(world.user("Alex Gayle", "alexgayle@cubeflakes.com"));
  for (int i = 0; i < 25; ++i) beRefused(world, hank);
  CHECK(entriesOf(world) == 20);
  beRefused(world, alex);
  CHECK(entriesOf(world) == 21);
  world.engine().setTestClock(world.engine().clockMs() + 60 * 60 * 1000);
  beRefused(world, hank);
  CHECK(entriesOf(world) == 22);
}

TEST_CASE("Who is refused for the first time gives nobody his twenty refusals back", "[security]") {
  DelegationWorld world;
  const Session hank = world.session(world.user("Hank White", "hankwhite@cubeflakes.com"));
  for (int i = 0; i < 20; ++i) beRefused(world, hank);
  audit::Entry entry;
  entry.actorKind = audit::ActorKind::owner;
  entry.actorId = "someOwner";
  entry.operation = "identity.approve";
  CHECK_THROWS_AS(world.write([&](UnitOfWork&) { throw Refusal(Code::wrongState, "it is answered", entry); }), Error);
  CHECK(entriesOf(world) == 21);
  beRefused(world, hank);
  CHECK(entriesOf(world) == 21);
}
