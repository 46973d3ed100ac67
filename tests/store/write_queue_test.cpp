// Who writes next within one process: in order, together, within bounds, and on the caller's own thread when alone.
#include "storage/sqlite/write_queue.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <deque>
#include <exception>
#include <future>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "base/error.h"
#include "scratch_store.h"
#include "storage/sqlite/group_commit.h"

using namespace stead;
using stead::sqlite::WriteQueue;
using stead::sqlite::WriteRequest;
using stead::test::ScratchStore;

namespace {

// Threads that queue one after the other behind a leader who waits until all are there.
class Line {
 public:
  explicit Line(std::function<void(WriteQueue::Batch&)> leader)
      : queue_([this, leader = std::move(leader)](WriteQueue::Batch& batch) {
          if (!opened_.exchange(true)) open_.get_future().wait();
          leader(batch);
        }) {}

  void add(const Database::Body& body) {
    std::exception_ptr& error = errors_.emplace_back();
    threads_.emplace_back([this, &body, &error] {
      try {
        queue_.write(body);
      } catch (...) {
        error = std::current_exception();
      }
    });
    while (queue_.waiting() != threads_.size()) std::this_thread::yield();
  }
  void open() {
    open_.set_value();
    for (auto& thread : threads_) thread.join();
  }
  [[nodiscard]] const std::exception_ptr& errorOf(std::size_t caller) const { return errors_[caller]; }

 private:
  std::promise<void> open_;
  std::atomic<bool> opened_{false};
  WriteQueue queue_;
  std::vector<std::thread> threads_;
  std::deque<std::exception_ptr> errors_;  // keeps its places
};

void put(Connection& db, const std::string& name) {
  db.run("INSERT INTO store_meta (name, value) VALUES ($1, 'x')", name);
}

bool holds(Database& database, const std::string& name) {
  bool found = false;
  database.read([&](Connection& db) { found = db.query("SELECT 1 FROM store_meta WHERE name = $1", name).step(); });
  return found;
}

}  // namespace

TEST_CASE("A lone caller writes on his own thread", "[store]") {
  std::thread::id worker;
  WriteQueue queue([&](WriteQueue::Batch& batch) {
    worker = std::this_thread::get_id();
    while (batch.next() != nullptr) continue;
  });
  for (int i = 0; i < 3; ++i) {
    queue.write([](Connection& /*db*/) {});
    CHECK(worker == std::this_thread::get_id());
  }
}

TEST_CASE("Callers are served in the order they came, never more than a batch at once", "[store]") {
  constexpr int callers = 150;
  std::vector<std::size_t> batches;
  std::vector<const Database::Body*> served;
  Line line([&](WriteQueue::Batch& batch) {
    std::size_t count = 0;
    for (; const WriteRequest* request = batch.next(); ++count) served.push_back(request->body);
    batches.push_back(count);
  });
  const std::vector<Database::Body> bodies(callers, [](Connection& /*db*/) {});
  for (const auto& body : bodies) line.add(body);
  line.open();
  CHECK(batches == std::vector<std::size_t>{WriteQueue::batchMax, WriteQueue::batchMax, 22});
  REQUIRE(served.size() == bodies.size());
  for (std::size_t i = 0; i < served.size(); ++i) CHECK(served[i] == &bodies[i]);
}

TEST_CASE("Slow work closes a batch before it is full", "[store]") {
  constexpr int callers = 20;
  const auto slow = WriteQueue::batchTimeMax / 4;
  std::vector<std::size_t> batches;
  Line line([&](WriteQueue::Batch& batch) {
    std::size_t count = 0;
    for (; batch.next() != nullptr; ++count) std::this_thread::sleep_for(slow);
    batches.push_back(count);
  });
  const std::vector<Database::Body> bodies(callers, [](Connection& /*db*/) {});
  for (const auto& body : bodies) line.add(body);
  line.open();
  for (const std::size_t count : batches) CHECK(count <= 5);
}

TEST_CASE("While writers rest nobody writes, and then they go on", "[store]") {
  std::atomic<bool> resting{false};
  std::atomic<int> written{0};
  std::atomic<int> disturbed{0};
  WriteQueue queue([&](WriteQueue::Batch& batch) {
    while (batch.next() != nullptr) {
      ++written;
      if (resting) ++disturbed;
    }
  });
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 2000; ++i) queue.write([](Connection& /*db*/) {});
    });
  }
  for (int i = 0; i < 50; ++i) {
    const WriteQueue::Pause pause(queue);
    resting = true;
    std::this_thread::yield();
    resting = false;
  }
  for (auto& thread : threads) thread.join();
  CHECK(written == 8000);
  CHECK(disturbed == 0);
}

// One who ends the transaction inside his savepoint, as SQLite does when the disk is full, and three who did nothing
// wrong: the one who has it begun, one who is refused before the guilty, and one behind him.
TEST_CASE("Who loses the transaction is alone with his error; the innocent run again", "[store]") {
  ScratchStore store;
  store.database().write([](Connection& db) { put(db, "taken"); });
  constexpr std::size_t callers = 4;
  constexpr std::size_t refused = 1;
  constexpr std::size_t guilty = 2;
  int runs[callers] = {};
  const auto work = [&](std::size_t who, Connection& db) {
    const int run = ++runs[who];
    if (who == guilty) db.run("INSERT OR ROLLBACK INTO store_meta (name, value) VALUES ('taken', 'y')");
    if (who == refused && run == 1) throw std::runtime_error("what was said of a state that never was");
    put(db, "innocent" + std::to_string(who));
  };
  const DatabaseOptions options{.path = store.path()};
  sqlite::SqliteConnection writer(options, sqlite::Use::writer);
  const sqlite::WalFreshness log(options);
  sqlite::ProcessQueue processes(options.path);
  sqlite::GroupCommit commits(writer, log, processes, options);
  Line line([&](WriteQueue::Batch& batch) { commits.settle(batch); });
  std::vector<Database::Body> bodies;
  for (std::size_t who = 0; who < callers; ++who) bodies.emplace_back([&, who](Connection& db) { work(who, db); });
  for (const auto& body : bodies) line.add(body);
  line.open();
  for (std::size_t who = 0; who < callers; ++who) {
    CAPTURE(who);
    CHECK(static_cast<bool>(line.errorOf(who)) == (who == guilty));
    CHECK(holds(store.database(), "innocent" + std::to_string(who)) == (who != guilty));
  }
  CHECK(std::vector<int>(runs, runs + callers) == std::vector<int>{2, 2, 2, 1});
  REQUIRE(line.errorOf(guilty));
  CHECK_THROWS_AS(std::rethrow_exception(line.errorOf(guilty)), Error);
}
