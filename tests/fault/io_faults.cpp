// Fails each call that the main path makes to the file system, one after the other, once and for good, and fills the
// disk. Whatever fails is told by a clear error, leaves nothing behind, and works as soon as the fault is gone.
//   io_faults
#include <cstdlib>
#include <iostream>
#include <vector>

#include "faulty_vfs.h"
#include "office.h"

using namespace stead::fault;

namespace {

struct Kind {
  std::string name;
  Call call;
  int answer;
  bool lasting;
};

std::vector<Kind> kinds() {
  std::vector<Kind> all;
  for (const Call call : allCalls) {
    all.push_back({nameOf(call), call, failureOf(call), false});
    all.push_back({std::string(nameOf(call)) + ", lasting", call, failureOf(call), true});
  }
  all.push_back({"disk full", Call::write, SQLITE_FULL, true});
  all.push_back({"locked by others", Call::lock, SQLITE_BUSY, true});
  all.push_back({"log locked by others for a moment", Call::shmLock, SQLITE_BUSY, false});
  return all;
}

struct Tally {
  std::int64_t failed = 0;    // calls of the library that told of the fault
  std::int64_t absorbed = 0;  // that did their work in spite of it
};

[[noreturn]] void complain(const std::string& what) { throw std::runtime_error(what); }

void requireClear(const stead_test::Error& error, const Kind& kind) {
  const std::string code = stead_error_code(error.get());
  const std::string text = stead_error_text(error.get());
  const bool known = code == "storeFailed" || code == "storeFull" || code == "storeBusy";
  const bool fits =
      (kind.answer != SQLITE_FULL || code == "storeFull") && (kind.answer != SQLITE_BUSY || code == "storeBusy");
  if (!known || !fits || text.empty()) complain("the error is not clear: " + code + ": " + text);
}

// Runs `act` with the n-th call failing, n = 1, 2, …, until it runs through without that many calls.
void walk(const Kind& kind, Tally& tally, const std::function<void()>& prepare, const Act& act,
          const std::function<void(bool done)>& after) {
  prepare();
  for (std::int64_t n = 1;; ++n) {
    stead_test::Error error;
    FaultyVfs::install().arm({kind.call, n, kind.answer, kind.lasting});
    const stead_status status = act(out(error));
    const bool reached = FaultyVfs::install().disarm();
    try {
      if (status != STEAD_OK) {
        if (!reached) complain(std::string("refused without a fault: ") + stead_error_text(error.get()));
        requireClear(error, kind);
        ++tally.failed;
      }
      after(status == STEAD_OK);
      if (!reached) return;
      if (status == STEAD_OK) {
        ++tally.absorbed;
        prepare();
      }
    } catch (const std::exception& problem) {
      complain("at the " + std::to_string(n) + ". call: " + problem.what());
    }
  }
}

void walkVerb(Office& office, const Step& step, const Kind& kind, Tally& tally) {
  const Inspection beside(office.store());
  std::int64_t commits = 0;
  const auto prepare = [&] {
    step.prepare();
    commits = beside.commits();
  };
  walk(kind, tally, prepare, step.act, [&](bool done) {
    if (done) return step.keep();
    if (!step.inParts && beside.commits() != commits) complain("it failed and yet something was committed");
    commits = beside.commits();
    office.verifyTrail();
  });
  beside.requireNothingHalfDone();
  beside.requireNothingLost(office.acknowledged());
}

// A store that could not be made is made by the next open.
void walkFirstOpen(const Kind& kind, Tally& tally) {
  std::unique_ptr<stead_test::Folder> folder;
  std::unique_ptr<Office> office;
  const auto prepare = [&] {
    office.reset();
    folder = std::make_unique<stead_test::Folder>();
    office = std::make_unique<Office>(folder->store());
  };
  const auto act = [&](stead_error** error) { return office->open(error); };
  walk(kind, tally, prepare, act, [&](bool done) {
    if (!done) office->mustOpen();
    office->enter();
    office->verifyTrail();
    prepare();
  });
}

// A close that fails half-way leaves a log, which the next open reads.
void walkCloseAndOpen(Office& office, const Kind& kind, Tally& tally) {
  const Step send = office.steps()[7];
  const auto closing = [&](stead_error** error) { return office.close(error); };
  const auto opening = [&](stead_error** error) { return office.open(error); };
  const auto work = [&] {
    send.prepare();
    stead_test::Error error;
    if (send.act(out(error)) != STEAD_OK) throw CallFailed("send", error.get());
    send.keep();
  };
  const auto look = [&] {
    office.enter();
    office.verifyTrail();
    Inspection(office.store()).requireNothingLost(office.acknowledged());
  };
  walk(kind, tally, work, closing, [&](bool) {
    office.mustOpen();
    look();
    work();
  });
  office.mustClose();
  walk(
      kind, tally, [] {}, opening,
      [&](bool done) {
        if (!done) return;
        look();
        office.mustClose();
      });
  office.mustOpen();
  office.enter();
}

void walkAll(const Kind& kind) {
  Tally tally;
  std::string where = "first open";
  try {
    walkFirstOpen(kind, tally);
    const stead_test::Folder folder;
    Office office(folder.store());
    office.mustOpen();
    office.enter();
    for (const Step& step : office.steps()) {
      where = step.name;
      walkVerb(office, step, kind, tally);
    }
    where = "close and open";
    walkCloseAndOpen(office, kind, tally);
    where = "the end";
    office.mustClose();
    const Inspection end(office.store());
    end.requireSound();
    end.requireNothingHalfDone();
    end.requireNothingLost(office.acknowledged());
  } catch (const std::exception& problem) {
    complain(kind.name + ", " + where + ": " + problem.what());
  }
  std::cout << kind.name << ": " << tally.failed << " calls told of it, " << tally.absorbed << " did without\n";
}

}  // namespace

int main() {
  FaultyVfs::install().skipRealSyncs(true);
  bool ok = true;
  for (const Kind& kind : kinds()) {
    try {
      walkAll(kind);
    } catch (const std::exception& problem) {
      std::cerr << problem.what() << '\n';
      ok = false;
    }
  }
  return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
