// States that a store and its machine get into: each gives a clear error and loses nothing.
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <filesystem>
#include <functional>
#include <set>
#include <thread>
#include <vector>

#include "../store/scratch_store.h"
#include "delegation/delegation_verbs.h"
#include "engine/run_due.h"
#include "faulty_vfs.h"
#include "support/sending_desk.h"

using namespace stead;
using stead::fault::Call;
using stead::fault::FaultyVfs;
using stead::test::ScratchStore;

namespace {

namespace fs = std::filesystem;

// Before the first store is opened: the engine keeps the VFS that it finds.
const FaultyVfs& installed = FaultyVfs::install();

void put(Database& database, const std::string& name) {
  database.write([&](Connection& db) { db.run("INSERT INTO store_meta (name, value) VALUES ($1, 'x')", name); });
}

std::int64_t numberOf(Database& database, std::string_view sql) {
  std::int64_t number = 0;
  database.read([&](Connection& db) {
    auto row = db.query(sql);
    if (row.step()) number = row.integer(0);
  });
  return number;
}

std::int64_t countOf(Database& database) { return numberOf(database, "SELECT count(*) FROM store_meta"); }

std::string integrityOf(Database& database) {
  std::string answer;
  database.read([&](Connection& db) {
    auto row = db.query("PRAGMA integrity_check");
    if (row.step()) answer = row.text(0);
  });
  return answer;
}

// What a child process answers: its exit code, or -1 for one that was killed.
int inChild(const std::function<int()>& act) {
  const pid_t child = fork();
  if (child == 0) {
    int code = 99;
    try {
      code = act();
    } catch (const std::exception&) {
      code = 98;
    }
    _exit(code);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// Nobody is stopped by permissions who is root.
constexpr uid_t nobody = 65534;
void giveToNobody(const fs::path& folder) {
  if (geteuid() != 0) return;
  REQUIRE(chown(folder.c_str(), nobody, nobody) == 0);
  for (const auto& entry : fs::directory_iterator(folder)) REQUIRE(chown(entry.path().c_str(), nobody, nobody) == 0);
}
void becomeNobody() {
  if (geteuid() == 0 && (setgid(nobody) != 0 || setuid(nobody) != 0)) _exit(97);
}

// 0 when it is refused with storeFailed and a text that speaks of permissions.
int refusedForPermissions(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    return error.code() == Code::storeFailed && error.text().find("permissions") != std::string::npos ? 0 : 2;
  }
  return 1;
}

void openAndPut(const std::string& path, const std::string& name) { put(*openSqlite({.path = path}), name); }

}  // namespace

TEST_CASE("A store that was moved or deleted under an open engine takes no more writes", "[fault][moved]") {
  const bool durable = GENERATE(true, false);
  CAPTURE(durable);
  ScratchStore store;
  store.close();
  const auto database = openSqlite({.path = store.path(), .durable = durable});
  put(*database, "before");
  const std::string aside = store.path() + ".aside";
  const auto refused = [&] { return test::errorOf([&] { put(*database, "nowhere"); }); };

  SECTION("moved, and moved back") {
    const std::string name = GENERATE(as<std::string>{}, "", "-wal");
    fs::rename(store.path() + name, aside);
    CHECK(refused().code() == Code::storeFailed);
    CHECK(refused().text().find("moved or deleted") != std::string::npos);
    CHECK_FALSE(fs::exists(store.path() + name));
    fs::rename(aside, store.path() + name);
    put(*database, "after");
    CHECK(countOf(*database) == 2);
  }
  SECTION("deleted") {
    fs::remove(store.path());
    CHECK(refused().code() == Code::storeFailed);
    CHECK(test::codeOf([&] { (void)countOf(*database); }) == "storeFailed");
    CHECK_FALSE(fs::exists(store.path()));
  }
  SECTION("another store in its place") {
    fs::rename(store.path(), aside);
    fs::copy_file(aside, store.path());
    CHECK(refused().code() == Code::storeFailed);
    CHECK(test::codeOf([&] { (void)countOf(*database); }) == "storeFailed");
  }
}

TEST_CASE("A folder or a store that cannot be written is refused by name", "[fault][readonly]") {
  ScratchStore store;
  put(store.database(), "before");
  store.close();
  const fs::path folder = fs::path(store.path()).parent_path();
  giveToNobody(folder);
  const auto refused = [&](const std::string& path) {
    return inChild([&] {
      becomeNobody();
      return refusedForPermissions([&] { openAndPut(path, "never"); });
    });
  };
  SECTION("the folder") {
    fs::permissions(folder, fs::perms(0555));
    CHECK(refused(store.path()) == 0);
    CHECK(refused((folder / "new.db").string()) == 0);
    fs::permissions(folder, fs::perms(0755));
  }
  SECTION("the store") {
    fs::permissions(store.path(), fs::perms(0444));
    CHECK(refused(store.path()) == 0);
    fs::permissions(store.path(), fs::perms(0644));
  }
  CHECK(inChild([&] {
          becomeNobody();
          openAndPut(store.path(), "after");
          return 0;
        }) == 0);
  CHECK(countOf(*store.openAgain()) == 2);
}

TEST_CASE("A process that is killed anywhere in a migration leaves a store that opens", "[fault][migration]") {
  FaultyVfs& vfs = FaultyVfs::install();
  vfs.skipRealSyncs(true);
  const test::TempFolder folder;
  int killed = 0;
  for (std::int64_t call = 1;; ++call) {
    const std::string path = folder.file(std::to_string(call));
    const int answer = inChild([&] {
      vfs.killAt(call);
      (void)openSqlite({.path = path});
      return 0;
    });
    CAPTURE(call, answer);
    REQUIRE(answer <= 0);
    const auto database = openSqlite({.path = path});
    put(*database, "after");
    REQUIRE(countOf(*database) == 1);
    REQUIRE(integrityOf(*database) == "ok");
    if (answer == 0) break;
    ++killed;
  }
  vfs.skipRealSyncs(false);
  CHECK(killed > 50);
}

TEST_CASE("A migration that was half done is as if it had not begun", "[fault][migration]") {
  FaultyVfs& vfs = FaultyVfs::install();
  const test::TempFolder folder;
  const std::string path = folder.file("store.db");
  // The first write of the log is that of the migration; it is torn from its commit.
  vfs.arm({Call::sync, 3, SQLITE_IOERR_FSYNC, true});
  CHECK(test::codeOf([&] { (void)openSqlite({.path = path}); }) == "storeFailed");
  CHECK(vfs.disarm());
  openAndPut(path, "after");
  CHECK(countOf(*openSqlite({.path = path})) == 1);
}

TEST_CASE("Callers who commit together on a failing disk each hear what became of theirs", "[fault][group]") {
  FaultyVfs& vfs = FaultyVfs::install();
  ScratchStore store;
  const Call call = GENERATE(Call::write, Call::sync, Call::shmLock, Call::read);
  const int answer = call == Call::write ? SQLITE_FULL : fault::failureOf(call);
  CAPTURE(fault::nameOf(call));
  constexpr int callers = 8;
  constexpr int each = 60;
  vfs.arm({call, 3, answer, false, true});
  std::vector<std::set<std::string>> done(callers);
  std::atomic<int> unclear{0};
  std::vector<std::thread> threads;
  for (int caller = 0; caller < callers; ++caller) {
    threads.emplace_back([&, caller] {
      for (int i = 0; i < each; ++i) {
        const std::string name = std::to_string(caller) + "/" + std::to_string(i);
        try {
          store.database().write([&](Connection& db) {
            for (const char* half : {"/first", "/second"}) {
              db.run("INSERT INTO store_meta (name, value) VALUES ($1, 'x')", name + half);
            }
          });
          done[static_cast<std::size_t>(caller)].insert(name);
        } catch (const Error& error) {
          if (error.status() != Status::storage) ++unclear;
        }
      }
    });
  }
  for (auto& thread : threads) thread.join();
  // Who is refused depends on who committed together: a lost batch runs again, each alone.
  CHECK((vfs.disarm() || call == Call::read));
  CHECK(unclear == 0);

  std::set<std::string> acknowledged;
  for (const auto& names : done) acknowledged.insert(names.begin(), names.end());
  std::set<std::string> found;
  store.database().read([&](Connection& db) {
    auto row = db.query("SELECT name FROM store_meta WHERE value = 'x'");
    while (row.step()) found.insert(row.text(0));
  });
  CHECK(found.size() == 2 * acknowledged.size());
  for (const std::string& name : acknowledged) {
    CAPTURE(name);
    CHECK(found.contains(name + "/first"));
    CHECK(found.contains(name + "/second"));
  }
  put(store.database(), "after");
  CHECK(integrityOf(store.database()) == "ok");
}

TEST_CASE("A clock that jumps expires nothing it should not, and no account's time runs back", "[fault][clock]") {
  test::SendingDesk desk;
  const std::int64_t start = desk.store.now();
  const std::int64_t day = std::int64_t{24} * 3600 * 1000;
  desk.consent({{"until", start + day}});
  const Json sent = desk.send(desk.forLuther);
  const auto allowed = [&] {
    Decision decision;
    delegation::authorize(desk.engine, desk.forLuther, "document.send", "", decision);
    return decision.allowed;
  };

  desk.engine.setTestClock(start - 400 * day);
  CHECK(allowed());
  CHECK(desk.send(desk.forLuther)["status"] == "InProgress");
  const Json due = runDue(desk.engine, Json::object());
  CHECK(due["expired"] == 0);
  CHECK(due["lapsed"] == 0);
  CHECK(desk.get(desk.hank, sent)["status"] == "InProgress");

  desk.engine.setTestClock(start + 2 * day);
  CHECK_FALSE(allowed());
  CHECK(test::codeOf([&] { desk.send(desk.forLuther); }) == "grantEnded");

  // The refusal was written at that time; what the account has seen is not unseen. `authorize` is a question to the
  // clock as it is, and asks no trail: it may say allowed until the clock has caught up, and every act decides again.
  desk.engine.setTestClock(start);
  CHECK(allowed());
  CHECK(test::codeOf([&] { desk.send(desk.forLuther); }) == "grantEnded");
  CHECK(desk.send(desk.hank)["status"] == "InProgress");

  std::int64_t before = 0;
  for (const Json& entry : desk.store.entries(desk.office.scope)) {
    const auto at = entry["at"].get<std::int64_t>();
    CHECK(at >= before);
    before = at;
  }
  CHECK(before == start + 2 * day);
}
