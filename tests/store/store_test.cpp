// One suite over every store: what the Database port promises.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <fstream>
#include <thread>

#include "base/error.h"
#include "scratch_store.h"
#include "storage/database.h"
#include "storage/sqlite/process_queue.h"

using namespace stead;
using stead::test::ScratchStore;

namespace {

void put(Connection& db, const std::string& name, const std::string& value) {
  db.run("INSERT INTO store_meta (name, value) VALUES ($1, $2)", name, value);
}

std::int64_t countOf(Database& database) {
  std::int64_t count = 0;
  database.read([&](Connection& db) {
    auto row = db.query("SELECT count(*) FROM store_meta");
    row.step();
    count = row.integer(0);
  });
  return count;
}

std::string integrityOf(Database& database) {
  std::string answer;
  database.read([&](Connection& db) {
    auto row = db.query("PRAGMA integrity_check");
    row.step();
    answer = row.text(0);
  });
  return answer;
}

// Files of this process cannot grow beyond it while it lives.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) : signal_(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() {
    setrlimit(RLIMIT_FSIZE, &before_);
    (void)std::signal(SIGXFSZ, signal_);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  rlimit before_{};
  void (*signal_)(int);
};

Code codeOf(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    return error.code();
  }
  FAIL("nothing was thrown");
  return Code::internalError;
}

}  // namespace

TEST_CASE("Parameters are numbered by their digits, not by their place", "[store]") {
  ScratchStore store;
  store.database().write([](Connection& db) {
    auto row = db.query("SELECT $2, $1, '$1'", std::string("first"), std::int64_t{2});
    REQUIRE(row.step());
    CHECK(row.integer(0) == 2);
    CHECK(row.text(1) == "first");
    CHECK(row.text(2) == "$1");
  });
}

TEST_CASE("Text, bytes, numbers and nothing come back as they went in", "[store]") {
  ScratchStore store;
  const Bytes bytes{0, 1, 255};
  const std::string withNul("a\0b", 3);
  store.database().write([&](Connection& db) {
    auto row = db.query("SELECT $1, $2, $3, $4, $5, $6", std::int64_t{-9007199254740991}, withNul, bytes, nullptr,
                        std::optional<std::string>{}, ByteView{});
    REQUIRE(row.step());
    CHECK(row.integer(0) == -9007199254740991);
    CHECK(row.text(1) == withNul);
    CHECK(Bytes(row.bytes(2).begin(), row.bytes(2).end()) == bytes);
    CHECK(row.isNull(3));
    CHECK_FALSE(row.maybeText(4).has_value());
    CHECK_FALSE(row.isNull(5));
    CHECK(row.bytes(5).empty());
  });
}

TEST_CASE("A unit of work is kept whole or not at all", "[store]") {
  ScratchStore store;
  const auto before = countOf(store.database());
  CHECK_THROWS_AS(store.database().write([](Connection& db) {
    put(db, "half", "done");
    throw std::runtime_error("changed my mind");
  }),
                  std::runtime_error);
  CHECK(countOf(store.database()) == before);
  store.database().write([](Connection& db) { put(db, "whole", "done"); });
  CHECK(countOf(store.database()) == before + 1);
}

TEST_CASE("A savepoint undoes its own part only", "[store]") {
  ScratchStore store;
  const auto before = countOf(store.database());
  store.database().write([](Connection& db) {
    put(db, "outer", "kept");
    CHECK_THROWS(db.inSavepoint([&] {
      put(db, "inner", "lost");
      throw std::runtime_error("refused");
    }));
  });
  CHECK(countOf(store.database()) == before + 1);
}

TEST_CASE("Many callers commit together, and the error of one is his alone", "[store]") {
  ScratchStore store;
  const auto before = countOf(store.database());
  constexpr int callers = 8;
  constexpr int each = 50;
  std::atomic<int> refused{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < callers; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < each; ++i) {
        try {
          store.database().write([&](Connection& db) {
            put(db, std::to_string(t) + "/" + std::to_string(i), "x");
            if (i % 5 == 0) throw std::runtime_error("every fifth is refused");
          });
        } catch (const std::runtime_error&) {
          ++refused;
        }
      }
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(refused == callers * each / 5);
  CHECK(countOf(store.database()) == before + callers * each * 4 / 5);
}

TEST_CASE("Callers who wait together for a locked store are answered together", "[store]") {
  ScratchStore store;
  constexpr int callers = 8;
  const auto database = openSqlite({.path = store.path(), .busyTimeoutMs = 300});
  std::atomic<int> busy{0};
  const auto ask = [&] {
    const Code code = codeOf([&] { database->write([](Connection& db) { put(db, "late", "x"); }); });
    if (code == Code::storeBusy) ++busy;
  };
  const auto timeOf = [](const std::function<void()>& act) {
    const auto start = std::chrono::steady_clock::now();
    act();
    return std::chrono::steady_clock::now() - start;
  };
  store.database().write([&](Connection&) {
    const auto alone = timeOf(ask);
    const auto together = timeOf([&] {
      std::vector<std::thread> threads;
      for (int t = 0; t < callers; ++t) threads.emplace_back(ask);
      for (auto& thread : threads) thread.join();
    });
    // The first waits for himself, those who came meanwhile wait once more: not one after the other.
    CHECK(together < alone * (callers / 2 + 1));
  });
  CHECK(busy == callers + 1);
  database->write([](Connection& db) { put(db, "after", "x"); });
}

TEST_CASE("Readers see one snapshot and cannot write", "[store]") {
  ScratchStore store;
  store.database().read([&](Connection& reader) {
    const auto count = [&] {
      auto row = reader.query("SELECT count(*) FROM store_meta");
      row.step();
      return row.integer(0);
    };
    const auto before = count();
    std::thread([&] { store.database().write([](Connection& db) { put(db, "beside", "x"); }); }).join();
    CHECK(count() == before);
  });
  CHECK_THROWS_AS(store.database().read([](Connection& db) { put(db, "no", "x"); }), Error);
}

TEST_CASE("Freshness moves with every commit of any engine on the store, and only then", "[store]") {
  ScratchStore store;
  auto other = store.openAgain();
  const auto first = store.database().freshness().now();
  REQUIRE(first.valid);
  CHECK(store.database().freshness().now() == first);
  (void)countOf(*other);
  CHECK(store.database().freshness().now() == first);
  other->write([](Connection& db) { put(db, "elsewhere", "x"); });
  const auto second = store.database().freshness().now();
  CHECK_FALSE(second == first);
  store.database().write([](Connection& db) { put(db, "here", "x"); });
  CHECK_FALSE(store.database().freshness().now() == second);
}

TEST_CASE("Freshness survives a checkpoint that empties the log", "[store]") {
  ScratchStore store;
  auto other = store.openAgain();
  other->write([](Connection& db) { put(db, "a", "x"); });
  other->checkpoint(true);
  const auto before = store.database().freshness().now();
  REQUIRE(before.valid);
  other->write([](Connection& db) { put(db, "b", "x"); });
  CHECK_FALSE(store.database().freshness().now() == before);
}

TEST_CASE("Beside a writer that never rests the log begins anew", "[store]") {
  ScratchStore store;
  const std::string block(2000, 'x');
  for (int i = 0; i < 4000; ++i) {
    store.database().write([&](Connection& db) {
      db.run(
          "INSERT INTO store_meta (name, value) VALUES ($1, $2) "
          "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
          std::to_string(i % 500), block + std::to_string(i));
    });
  }
  std::ifstream log(store.path() + "-wal", std::ios::binary | std::ios::ate);
  CHECK(log.tellg() < std::streamoff{24} * 1024 * 1024);
}

TEST_CASE("A log that a reader holds stops writers at its bound, and lets them go on after him", "[store]") {
  ScratchStore store;
  constexpr std::int64_t pagesMax = 1000;
  constexpr std::int64_t pagesPerWrite = 60;
  const auto database = openSqlite({.path = store.path(), .busyTimeoutMs = 50, .logPagesMax = pagesMax});
  const std::string block(6000, 'x');
  const auto write = [&](int round) {
    database->write([&](Connection& db) {
      for (int i = 0; i < 20; ++i) put(db, std::to_string(round) + "/" + std::to_string(i), block);
    });
  };
  Code refusal = Code::internalError;
  int written = 0;
  store.database().read([&](Connection& db) {
    auto row = db.query("SELECT count(*) FROM store_meta");
    row.step();
    refusal = codeOf([&] {
      for (; written < 1000; ++written) write(written);
    });
  });
  CHECK(refusal == Code::storeBusy);
  CHECK(written > 0);
  const auto bytes = static_cast<std::int64_t>(std::filesystem::file_size(store.path() + "-wal"));
  CHECK(bytes < (pagesMax + pagesPerWrite) * 4200);
  write(written);
  CHECK(countOf(*database) == (written + 1) * 20);
}

TEST_CASE("While a backup runs the log may outgrow its bound", "[store]") {
  ScratchStore store;
  constexpr std::int64_t pagesMax = 100;
  const auto database = openSqlite({.path = store.path(), .busyTimeoutMs = 50, .logPagesMax = pagesMax});
  const std::string block(6000, 'x');
  sqlite::ProcessQueue elsewhere(store.path());
  store.database().read([&](Connection& db) {
    auto row = db.query("SELECT count(*) FROM store_meta");
    row.step();
    const sqlite::ProcessQueue::Backup backup(elsewhere);
    for (int i = 0; i < 200; ++i) {
      database->write([&](Connection& writing) { put(writing, std::to_string(i), block); });
    }
  });
  CHECK(static_cast<std::int64_t>(std::filesystem::file_size(store.path() + "-wal")) > pagesMax * 4200);
  CHECK(countOf(*database) == 200);
}

TEST_CASE("A unit of work larger than one write to the log is kept whole", "[store]") {
  ScratchStore store;
  const std::string block(6000, 'x');
  store.database().write([&](Connection& db) {
    for (int i = 0; i < 2000; ++i) put(db, std::to_string(i), block);
  });
  const auto other = store.openAgain();
  other->read([&](Connection& db) {
    auto row = db.query("SELECT count(*), sum(length(value)) FROM store_meta WHERE length(value) = 6000");
    REQUIRE(row.step());
    CHECK(row.integer(0) == 2000);
  });
  CHECK(integrityOf(*other) == "ok");
}

TEST_CASE("What an undone unit of work wrote is in nobody's way", "[store]") {
  ScratchStore store;
  const auto other = store.openAgain();
  const std::string block(6000, 'x');
  const auto undone = [&](Connection& db) {
    for (int i = 0; i < 2000; ++i) put(db, "undone" + std::to_string(i), block);
    throw std::runtime_error("changed my mind");
  };
  for (int round = 0; round < 3; ++round) {
    CHECK_THROWS_AS(store.database().write(undone), std::runtime_error);
    other->write([&](Connection& db) { put(db, "theirs" + std::to_string(round), block); });
    store.database().write([&](Connection& db) { put(db, "ours" + std::to_string(round), block); });
  }
  CHECK(countOf(*other) == 6);
  CHECK(integrityOf(*other) == "ok");
}

TEST_CASE("A log that cannot grow fails the unit of work and nothing else", "[store]") {
  ScratchStore store;
  const auto other = store.openAgain();
  store.database().write([](Connection& db) { put(db, "before", "x"); });
  const std::string block(6000, 'x');
  const auto fill = [&](Connection& db) {
    for (int i = 0; i < 500; ++i) put(db, "large" + std::to_string(i), block);
  };
  {
    const FileSizeLimit limit(1024 * 1024);
    CHECK_THROWS_AS(store.database().write(fill), Error);
  }
  other->write([](Connection& db) { put(db, "theirs", "x"); });
  store.database().write(fill);
  CHECK(countOf(*other) == 502);
  CHECK(integrityOf(*other) == "ok");
}

TEST_CASE("Opening tells what is wrong with a file", "[store]") {
  ScratchStore store;
  store.close();
  SECTION("a newer schema") {
    store.raw("PRAGMA user_version = 99");
    CHECK(codeOf([&] { (void)store.openAgain(); }) == Code::storeNewer);
  }
  SECTION("somebody else's database") {
    store.raw("PRAGMA application_id = 7");
    CHECK(codeOf([&] { (void)store.openAgain(); }) == Code::storeForeign);
  }
  SECTION("not a database") {
    std::ofstream(store.path(), std::ios::trunc) << "this is a text of more than a hundred bytes, which no database "
                                                    "begins with; it stands here so that the header is read.";
    CHECK(codeOf([&] { (void)store.openAgain(); }) == Code::storeForeign);
  }
  SECTION("no such folder") {
    CHECK(codeOf([&] { (void)openSqlite({.path = store.path() + "/nowhere/store.db"}); }) == Code::storeFailed);
  }
}

TEST_CASE("A schema that moves under an open engine stops its writes", "[store]") {
  ScratchStore store;
  store.raw("PRAGMA user_version = 98");
  CHECK(codeOf([&] { store.database().write([](Connection& db) { put(db, "late", "x"); }); }) == Code::storeMoved);
}

TEST_CASE("A store that needs a migration is refused when migrations are forbidden", "[store]") {
  ScratchStore store;
  store.close();
  store.raw("PRAGMA user_version = 0");
  CHECK(codeOf([&] { (void)openSqlite({.path = store.path(), .migrate = false}); }) == Code::storeOlder);
}

TEST_CASE("Audit rows cannot be changed, deleted or replaced", "[store]") {
  ScratchStore store;
  const Bytes bytes{1};
  store.database().write([&](Connection& db) {
    db.run(
        "INSERT INTO audit_entry (account_id, idx, bytes, leaf, at, operation, actor, subject, outcome) "
        "VALUES (1, 0, $1, $2, 1, 'o', 'a', 's', 'done')",
        bytes, bytes);
    db.run("INSERT INTO audit_node (account_id, level, idx, hash) VALUES (1, 1, 0, $1)", bytes);
  });
  const char* forbidden[] = {
      "UPDATE audit_entry SET at = 2",
      "DELETE FROM audit_entry",
      "REPLACE INTO audit_entry (account_id, idx, bytes, leaf, at, operation, actor, subject, outcome) "
      "VALUES (1, 0, x'02', x'02', 1, 'o', 'a', 's', 'done')",
      "UPDATE audit_node SET hash = x'02'",
      "DELETE FROM audit_node",
      "REPLACE INTO audit_node (account_id, level, idx, hash) VALUES (1, 1, 0, x'02')",
  };
  for (const char* sql : forbidden) {
    CAPTURE(sql);
    CHECK_THROWS_AS(store.database().write([&](Connection& db) { db.run(sql); }), Error);
  }
}

TEST_CASE("A child process is refused on a store its parent has open", "[store]") {
  ScratchStore store;
  const auto inChild = [](const std::function<int()>& act) {
    const pid_t child = fork();
    if (child == 0) _exit(act());
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  };
  CHECK(inChild([&] {
          try {
            (void)countOf(store.database());
          } catch (const Error& error) {
            return error.code() == Code::forkedProcess ? 0 : 2;
          }
          return 1;
        }) == 0);
  CHECK(inChild([&] {
          try {
            (void)openSqlite({.path = store.path()});
          } catch (const Error& error) {
            return error.code() == Code::forkedProcess ? 0 : 2;
          }
          return 1;
        }) == 0);
  // The parent's own engine is not harmed by it.
  store.database().write([](Connection& db) { put(db, "after", "x"); });
  const std::string path = store.path();
  store.close();
  CHECK(inChild([&] {
          auto own = openSqlite({.path = path});
          own->write([](Connection& db) { put(db, "child", "x"); });
          return 0;
        }) == 0);
}
