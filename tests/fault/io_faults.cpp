// Fails each call that the main path makes to the file system, one after the other, once and for good, and fills the
// disk. Whatever fails is told by a clear error, leaves nothing behind, and works as soon as the fault is gone.
//   io_faults
#include <cstdlib>
#include <iostream>
#include <vector>

#include "faulty_vfs.h"
#include "walk.h"

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

class FailingCall final : public Trouble {
 public:
  explicit FailingCall(const Kind& kind) : kind_(kind) {}

  void arm(std::int64_t n) override { FaultyVfs::install().arm({kind_.call, n, kind_.answer, kind_.lasting}); }
  bool disarm() override { return FaultyVfs::install().disarm(); }
  void requireClear(const stead_error* error) const override {
    const std::string code = stead_error_code(error);
    const std::string text = stead_error_text(error);
    const bool known = code == "storeFailed" || code == "storeFull" || code == "storeBusy";
    const bool fits =
        (kind_.answer != SQLITE_FULL || code == "storeFull") && (kind_.answer != SQLITE_BUSY || code == "storeBusy");
    if (!known || !fits || text.empty()) complain("the error is not clear: " + code + ": " + text);
  }

 private:
  const Kind& kind_;
};

// A close that fails half-way leaves a log, which the next open reads.
void walkCloseAndOpen(Office& office, Trouble& fault, Tally& tally) {
  const auto work = [&] { office.sendOnce(); };
  const auto after = [&](bool) {
    office.mustOpen();
    office.enter();
    office.verifyTrail();
    Inspection(office.store()).requireNothingLost(office.acknowledged());
    work();
  };
  walk(fault, tally, {work, [&](stead_error** error) { return office.close(error); }, after});
  office.mustClose();
  walkOpen(office, fault, tally);
  office.mustOpen();
  office.enter();
}

void walkAll(const Kind& kind) {
  FailingCall fault(kind);
  Tally tally;
  std::string where = "first open";
  try {
    walkFirstOpen("", fault, tally);
    const stead_test::Folder folder;
    Office office(folder.store());
    office.mustOpen();
    office.enter();
    for (const Step& step : office.steps()) {
      where = step.name;
      walkVerb(office, step, fault, tally);
    }
    where = "close and open";
    walkCloseAndOpen(office, fault, tally);
    where = "the end";
    office.mustClose();
    const Inspection end(office.store());
    end.requireSound();
    end.requireNothingHalfDone();
    end.requireNothingLost(office.acknowledged());
  } catch (const std::exception& problem) {
    complain(kind.name + ", " + where + ": " + problem.what());
  }
  std::cout << kind.name << ": " << tally.told << " calls told of it, " << tally.absorbed << " did without\n";
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
