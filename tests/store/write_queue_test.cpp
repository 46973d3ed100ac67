// Who writes next within one process: in order, together, within bounds, and on the caller's own thread when alone.
#include "storage/sqlite/write_queue.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <future>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "base/error.h"
#include "scratch_store.h"

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
    threads_.emplace_back([this, &body] {
      ++coming_;
      queue_.write(body);
    });
    while (coming_ != static_cast<int>(threads_.size())) std::this_thread::yield();
    // What remains is a few instructions away from the queue.
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  void open() {
    open_.set_value();
    for (auto& thread : threads_) thread.join();
  }

 private:
  std::promise<void> open_;
  std::atomic<bool> opened_{false};
  std::atomic<int> coming_{0};
  WriteQueue queue_;
  std::vector<std::thread> threads_;
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
  constexpr int callers = 4;
  constexpr int refused = 1;
  constexpr int guilty = 2;
  std::atomic<int> queued{0};
  std::atomic<int> runs[callers] = {};
  std::exception_ptr errors[callers];
  const auto work = [&](int who, Connection& db) {
    const int run = ++runs[who];
    if (who == guilty) db.run("INSERT OR ROLLBACK INTO store_meta (name, value) VALUES ('taken', 'y')");
    if (who == refused && run == 1) throw std::runtime_error("what was said of a state that never was");
    put(db, "innocent" + std::to_string(who));
  };
  // He keeps the others waiting until all are there and his own batch is closed, so that one commit is to answer them.
  std::thread before([&] {
    store.database().write([&](Connection& /*db*/) {
      while (queued < callers) std::this_thread::yield();
      std::this_thread::sleep_for(WriteQueue::batchTimeMax * 2);
    });
  });
  std::vector<std::thread> threads;
  for (int who = 0; who < callers; ++who) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    threads.emplace_back([&, who] {
      ++queued;
      try {
        store.database().write([&](Connection& db) { work(who, db); });
      } catch (...) {
        errors[who] = std::current_exception();
      }
    });
  }
  before.join();
  for (auto& thread : threads) thread.join();
  for (int who = 0; who < callers; ++who) {
    CAPTURE(who);
    CHECK(static_cast<bool>(errors[who]) == (who == guilty));
    CHECK(holds(store.database(), "innocent" + std::to_string(who)) == (who != guilty));
  }
  CHECK(runs[0] == 2);
  CHECK(runs[refused] == 2);
  REQUIRE(errors[guilty]);
  CHECK_THROWS_AS(std::rethrow_exception(errors[guilty]), Error);
}
