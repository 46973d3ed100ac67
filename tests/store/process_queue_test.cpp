// Writers of several processes: one at a time, in order, whatever happens to any of them.
#include "storage/sqlite/process_queue.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <cstdint>
#include <fstream>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "scratch_store.h"

using namespace std::chrono_literals;
using stead::sqlite::ProcessQueue;
using stead::test::ScratchStore;

namespace {

constexpr auto waitMax = 60s;

// The file of the queue and nothing else: the store is closed.
struct ClosedStore : ScratchStore {
  ClosedStore() { close(); }
};

// Memory that children share with their parent.
template <class Value>
class Shared {
 public:
  Shared()
      : place_(static_cast<Value*>(
            ::mmap(nullptr, sizeof(Value), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0))) {}
  ~Shared() { ::munmap(place_, sizeof(Value)); }
  Shared(const Shared&) = delete;
  Shared& operator=(const Shared&) = delete;
  Value* operator->() const { return place_; }
  Value& operator*() const { return *place_; }

 private:
  Value* place_;
};

class Child {
 public:
  explicit Child(const std::function<void()>& act) : id_(fork()) {
    if (id_ == 0) {
      act();
      _exit(0);
    }
  }
  ~Child() { end(SIGKILL); }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  void send(int signal) const { ::kill(id_, signal); }
  void end(int signal) {
    if (id_ == 0) return;
    ::kill(id_, signal);
    ::waitpid(id_, nullptr, 0);
    id_ = 0;
  }
  void join() {
    ::waitpid(id_, nullptr, 0);
    id_ = 0;
  }

 private:
  pid_t id_;
};

void awaitTrue(const std::atomic<bool>& flag) {
  while (!flag) std::this_thread::sleep_for(1ms);
}

std::uint64_t ticketsDrawn(const ScratchStore& store) {
  std::uint64_t drawn = 0;
  std::ifstream(store.path() + ".lock", std::ios::binary).read(reinterpret_cast<char*>(&drawn), sizeof drawn);
  return drawn;
}

}  // namespace

TEST_CASE("Turns are taken in the order of the tickets", "[store]") {
  ClosedStore store;
  constexpr int waiters = 6;
  std::vector<int> order;
  std::mutex orderMutex;  // the locks of the queue are the kernel's; the language does not know them
  std::vector<std::thread> threads;
  {
    ProcessQueue first(store.path());
    const ProcessQueue::Turn turn(first, waitMax);
    for (int i = 0; i < waiters; ++i) {
      const std::uint64_t before = ticketsDrawn(store);
      threads.emplace_back([&, i] {
        ProcessQueue queue(store.path());
        const ProcessQueue::Turn mine(queue, waitMax);
        const std::lock_guard lock(orderMutex);
        order.push_back(i);
      });
      while (ticketsDrawn(store) == before) std::this_thread::sleep_for(1ms);
      std::this_thread::sleep_for(2ms);
    }
    const std::lock_guard lock(orderMutex);
    CHECK(order.empty());
  }
  for (auto& thread : threads) thread.join();
  CHECK(order == std::vector<int>{0, 1, 2, 3, 4, 5});
}

TEST_CASE("The turn of a process that is killed ends with it", "[store]") {
  ClosedStore store;
  const Shared<std::atomic<bool>> taken;
  Child child([&] {
    ProcessQueue queue(store.path());
    const ProcessQueue::Turn turn(queue, waitMax);
    *taken = true;
    ::pause();
  });
  awaitTrue(*taken);
  std::thread killer([&] {
    std::this_thread::sleep_for(30ms);
    child.end(SIGKILL);
  });
  ProcessQueue queue(store.path());
  const ProcessQueue::Turn turn(queue, waitMax);
  killer.join();
  CHECK(turn.waited() > 0ms);
  CHECK(turn.waited() < waitMax / 2);
}

TEST_CASE("A process that stands still is waited for once, not before every turn", "[store]") {
  ClosedStore store;
  const Shared<std::atomic<bool>> taken;
  const Child child([&] {
    ProcessQueue queue(store.path());
    const ProcessQueue::Turn turn(queue, waitMax);
    *taken = true;
    ::pause();
  });
  awaitTrue(*taken);
  child.send(SIGSTOP);
  ProcessQueue queue(store.path());
  const auto waitedFor = [&] { return ProcessQueue::Turn(queue, waitMax).waited(); };
  const auto first = waitedFor();
  CHECK(first > 0ms);
  CHECK(first < waitMax / 2);
  for (int i = 0; i < 5; ++i) CHECK(waitedFor() < first / 2);
}

TEST_CASE("Nobody waits longer for a turn than he said", "[store]") {
  ClosedStore store;
  ProcessQueue first(store.path());
  ProcessQueue second(store.path());
  const ProcessQueue::Turn turn(first, waitMax);
  const ProcessQueue::Turn impatient(second, 0ms);
  CHECK(impatient.waited() < waitMax / 2);
}

TEST_CASE("Processes that never rest take turns in the order they came, kills among them", "[store]") {
  ClosedStore store;
  constexpr int processes = 4;
  struct Counts {
    std::atomic<int> turns[processes];
    std::atomic<int> inOrder[processes];  // turns for which everybody else went first at most once
    std::atomic<int> taken;
    std::atomic<int> inside;
    std::atomic<int> together;
    std::atomic<bool> over;
  };
  const Shared<Counts> counts;
  const auto work = [&](int who) {
    ProcessQueue queue(store.path());
    while (!counts->over) {
      const int before = counts->taken;
      const ProcessQueue::Turn turn(queue, waitMax);
      if (counts->inside.exchange(who + 1) != 0) ++counts->together;
      if (counts->taken - before <= processes) ++counts->inOrder[who];
      ++counts->taken;
      std::this_thread::sleep_for(100us);
      counts->inside = 0;
      ++counts->turns[who];
    }
  };
  std::vector<std::unique_ptr<Child>> children;
  for (int who = 0; who < processes; ++who) children.push_back(std::make_unique<Child>([&, who] { work(who); }));
  std::thread killer([&] {
    for (int i = 0; i < 10; ++i) {
      Child victim([&] {
        ProcessQueue queue(store.path());
        for (;;) const ProcessQueue::Turn turn(queue, waitMax);
      });
      std::this_thread::sleep_for(20ms);
      victim.end(SIGKILL);
    }
  });
  killer.join();
  while (counts->turns[0] < 200) std::this_thread::sleep_for(1ms);
  counts->over = true;
  for (auto& child : children) child->join();
  int turns = 0;
  for (int who = 0; who < processes; ++who) {
    CAPTURE(who, counts->turns[who], counts->inOrder[who]);
    // A process may lose the processor before it draws its ticket: that is not the queue's order.
    CHECK(counts->inOrder[who] * 10 >= counts->turns[who] * 9);
    turns += counts->turns[who];
  }
  // Two may draw and look at the same moment: SQLite's lock, not the queue, is what keeps them apart.
  CHECK(counts->together * 20 * processes <= turns);
}

TEST_CASE("One process at a time checkpoints", "[store]") {
  ClosedStore store;
  ProcessQueue first(store.path());
  ProcessQueue second(store.path());
  {
    const ProcessQueue::Checkpointing ours(first);
    CHECK(ours.isOurs());
    CHECK_FALSE(ProcessQueue::Checkpointing(second).isOurs());
    const ProcessQueue::Turn turn(second, waitMax);  // writers do not wait for it
    CHECK(turn.waited() == 0ms);
  }
  CHECK(ProcessQueue::Checkpointing(second).isOurs());
}

TEST_CASE("The lock file has the permissions of the store", "[store]") {
  ClosedStore store;
  std::filesystem::remove(store.path() + ".lock");
  for (const mode_t mode : {mode_t{0600}, mode_t{0660}}) {
    REQUIRE(::chmod(store.path().c_str(), mode) == 0);
    std::filesystem::remove(store.path() + ".lock");
    const ProcessQueue queue(store.path());
    struct stat info {};
    REQUIRE(::stat((store.path() + ".lock").c_str(), &info) == 0);
    CHECK((info.st_mode & 0777) == mode);
  }
}

TEST_CASE("A backup is known in its own process and in others, until the last one ends", "[store]") {
  const ClosedStore store;
  ProcessQueue here(store.path());
  ProcessQueue elsewhere(store.path());  // another open file, as another process would have
  CHECK_FALSE(here.backupRuns());
  {
    const ProcessQueue::Backup first(here);
    {
      const ProcessQueue::Backup second(here);
      CHECK(elsewhere.backupRuns());
    }
    CHECK(here.backupRuns());
    CHECK(elsewhere.backupRuns());
  }
  CHECK_FALSE(here.backupRuns());
  CHECK_FALSE(elsewhere.backupRuns());
}
