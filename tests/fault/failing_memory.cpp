// Lets each allocation that SQLite makes on the main path fail, alone and with all that follow in the same call. Every
// failure is told as outOfMemory, leaves nothing behind, and the next call works. Allocations of C++ are not made to
// fail: the JSON library allocates in its destructors, where an exception ends the process.
//   failing_memory [--all] [SEED]    without --all: every k-th allocation of long verbs, from a random one
#include <sqlite3.h>

#include <atomic>
#include <cstdlib>
#include <iostream>

#include "faulty_vfs.h"
#include "office.h"

namespace {

// Which allocation fails next, counted by all threads.
std::atomic<bool> armed{false};
std::atomic<bool> lasting{false};  // and all after it
std::atomic<std::int64_t> allocationsLeft{0};
std::atomic<bool> failed{false};

// Whether the allocation that is asked for now must fail.
bool failsNow() noexcept {
  if (!armed.load(std::memory_order_relaxed)) return false;
  const std::int64_t left = --allocationsLeft;
  if (left > 0 || (left < 0 && !lasting)) return false;
  failed = true;
  return true;
}

}  // namespace

using namespace stead::fault;

namespace {

sqlite3_mem_methods sqlitesOwn;

void letSqliteFail() {
  sqlite3_config(SQLITE_CONFIG_GETMALLOC, &sqlitesOwn);
  sqlite3_mem_methods failing = sqlitesOwn;
  failing.xMalloc = [](int bytes) -> void* { return failsNow() ? nullptr : sqlitesOwn.xMalloc(bytes); };
  failing.xRealloc = [](void* memory, int bytes) -> void* {
    return failsNow() ? nullptr : sqlitesOwn.xRealloc(memory, bytes);
  };
  if (sqlite3_config(SQLITE_CONFIG_MALLOC, &failing) != SQLITE_OK) throw std::runtime_error("SQLite is in use already");
}

struct Tally {
  std::int64_t told = 0;
  std::int64_t absorbed = 0;
};

// Which allocations of a verb fail: all of them, or a number of them evenly spread.
class Choice {
 public:
  Choice(bool all, unsigned seed) : all_(all), random_(seed) {}
  [[nodiscard]] std::int64_t first() { return all_ ? 1 : 1 + static_cast<std::int64_t>(random_() % 3); }
  // Dense where verbs begin, sparse far into the long ones.
  [[nodiscard]] std::int64_t next(std::int64_t n) {
    return all_ ? n + 1 : n + 1 + static_cast<std::int64_t>(random_() % static_cast<unsigned>(4 + n / 10));
  }

 private:
  bool all_;
  std::mt19937 random_;
};

[[noreturn]] void complain(const std::string& what) { throw std::runtime_error(what); }

void walk(Choice& choice, Tally& tally, const std::function<void()>& prepare, const Act& act,
          const std::function<void(bool done)>& after) {
  prepare();
  for (std::int64_t n = choice.first();; n = choice.next(n)) {
    stead_test::Error error;
    failed = false;
    allocationsLeft = n;
    armed = true;
    const stead_status status = act(error.place());
    armed = false;
    try {
      if (status != STEAD_OK) {
        const std::string code = stead_error_code(error.get());
        if (code != "outOfMemory") complain("answered " + code + ": " + stead_error_text(error.get()));
        ++tally.told;
      }
      after(status == STEAD_OK);
      if (!failed) return;
      if (status == STEAD_OK) {
        ++tally.absorbed;
        prepare();
      }
    } catch (const std::exception& problem) {
      complain("without the " + std::to_string(n) + ". allocation: " + problem.what());
    }
  }
}

void walkVerb(Office& office, const Step& step, Choice& choice, Tally& tally) {
  const Inspection beside(office.store());
  std::int64_t commits = 0;
  const auto prepare = [&] {
    step.prepare();
    commits = beside.commits();
  };
  walk(choice, tally, prepare, step.act, [&](bool done) {
    if (done) return step.keep();
    if (!step.inParts && beside.commits() != commits) complain("it failed and yet something was committed");
    commits = beside.commits();
    office.verifyTrail();
  });
  beside.requireNothingHalfDone();
  beside.requireNothingLost(office.acknowledged());
}

void walkFirstOpen(Choice& choice, Tally& tally) {
  std::unique_ptr<stead_test::Folder> folder;
  std::unique_ptr<Office> office;
  const auto prepare = [&] {
    office.reset();
    folder = std::make_unique<stead_test::Folder>();
    office = std::make_unique<Office>(folder->store(), R"("durability": "normal")");
  };
  walk(
      choice, tally, prepare, [&](stead_error** error) { return office->open(error); },
      [&](bool done) {
        if (!done) office->mustOpen();
        office->enter();
        office->verifyTrail();
        prepare();
      });
}

void walkOpen(Office& office, Choice& choice, Tally& tally) {
  office.mustClose();
  walk(
      choice, tally, [] {}, [&](stead_error** error) { return office.open(error); },
      [&](bool done) {
        if (!done) return;
        office.enter();
        office.verifyTrail();
        office.mustClose();
      });
}

// False when a part did not hold; the others are still walked.
bool walkAll(Choice& choice) {
  bool ok = true;
  const std::string mode = lasting ? ", lasting" : "";
  const auto part = [&](const std::string& name, const std::function<void(Tally&)>& walkPart) {
    Tally tally;
    try {
      walkPart(tally);
      std::cout << name << mode << ": " << tally.told << " failures told, " << tally.absorbed << " absorbed\n";
    } catch (const std::exception& problem) {
      std::cerr << name << mode << ": " << problem.what() << '\n';
      ok = false;
    }
  };
  part("first open", [&](Tally& tally) { walkFirstOpen(choice, tally); });
  const stead_test::Folder folder;
  Office office(folder.store(), R"("durability": "normal")");
  office.mustOpen();
  office.enter();
  for (const Step& step : office.steps()) {
    part(step.name, [&](Tally& tally) { walkVerb(office, step, choice, tally); });
  }
  part("open", [&](Tally& tally) { walkOpen(office, choice, tally); });
  const Inspection end(office.store());
  end.requireSound();
  end.requireNothingHalfDone();
  end.requireNothingLost(office.acknowledged());
  return ok;
}

}  // namespace

int main(int argc, char** argv) {
  letSqliteFail();
  FaultyVfs::install().skipRealSyncs(true);
  const bool all = argc > 1 && std::string(argv[1]) == "--all";
  const int rest = all ? 2 : 1;
  const unsigned seed = argc > rest ? static_cast<unsigned>(std::stoul(argv[rest])) : std::random_device{}();
  std::cout << (all ? "every allocation" : "some allocations") << ", seed " << seed << '\n';
  Choice choice(all, seed);
  try {
    bool ok = true;
    for (const bool allThatFollow : {false, true}) {
      lasting = allThatFollow;
      ok = walkAll(choice) && ok;
    }
    return ok ? EXIT_SUCCESS : EXIT_FAILURE;
  } catch (const std::exception& problem) {
    std::cerr << problem.what() << '\n';
    return EXIT_FAILURE;
  }
}
