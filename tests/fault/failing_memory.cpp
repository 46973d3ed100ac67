// Lets each allocation of the main path fail, of C++, SQLite and OpenSSL, alone and with all that follow in the same
// call. Every failure is told as outOfMemory, leaves nothing behind, not even memory, and the next call works. Without
// PDFs: qpdf asks for memory in a destructor; there it gets what was kept for it, which no test here can tell.
//   failing_memory [--all] [SEED]    without --all: some allocations of each verb, from a random one; with it all of
//                                    them, and of the making of a store each of the first thousands, then some
#include <cstdlib>
#include <exception>
#include <iostream>
#include <random>

#include "allocations.h"
#include "faulty_vfs.h"
#include "walk.h"

using namespace stead::fault;

namespace {

// For the words before the end, when a failure ends the process.
const char* underWay = "";
std::int64_t occasion = 0;

[[noreturn]] void sayWhereItEnded() {
  std::cerr << underWay << ": the process ended without the " << occasion << ". allocation\n";
  std::abort();
}

class FailingMemory final : public Trouble {
 public:
  FailingMemory(bool all, bool lasting, unsigned seed) : all_(all), lasting_(lasting), random_(seed) {}

  void arm(std::int64_t n) override {
    occasion = n;
    living_ = Allocations::living();
    Allocations::failAt(n, lasting_);
  }
  bool disarm() override { return Allocations::stopFailing(); }
  void requireClear(const stead_error* error) const override {
    const std::string code = stead_error_code(error);
    if (code != "outOfMemory") complain("answered " + code + ": " + stead_error_text(error));
  }
  // What a call keeps for the next ones (statements, pages) it keeps once; what it keeps each time is lost.
  bool isSettled() override {
    const std::int64_t more = Allocations::living() - living_;
    grown_ = more > 0 ? grown_ + 1 : 0;
    if (grown_ == timesToBeALeak)
      complain("each time it fails here, blocks of memory are lost: " + std::to_string(more));
    return grown_ == 0;
  }

  std::int64_t first() override { return all_ ? 1 : 1 + spread(3); }
  // Dense where verbs begin, sparse far into the long ones.
  std::int64_t next(std::int64_t n) override {
    return n + 1 + spread(!all_ ? 8 + n / 6 : n > manyAllocations ? 32 : 1);
  }

 private:
  static constexpr int timesToBeALeak = 6;
  // No verb needs as many; making the store does, in tens of thousands, to read its schema.
  static constexpr std::int64_t manyAllocations = 4000;
  std::int64_t spread(std::int64_t bound) {
    return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(bound));
  }

  const bool all_;
  const bool lasting_;
  std::mt19937 random_;
  std::int64_t living_ = 0;
  int grown_ = 0;
};

constexpr const char* options = R"("durability": "normal")";

// OpenSSL and qpdf make some things once in a process: what failed then OpenSSL does not try again, and qpdf makes it
// in a destructor.
void beginLibraries() {
  const stead_test::Folder folder;
  Office office(folder.store(), options);
  office.mustOpen();
  office.enter();
  for (const Step& step : office.steps()) {
    stead_test::Error error;
    step.prepare();
    if (step.act(out(error)) != STEAD_OK) throw CallFailed(step.name, error.get());
    step.keep();
  }
}

// False when a part did not hold; the others are still walked.
bool walkAll(FailingMemory& fault, const std::string& mode) {
  bool ok = true;
  const auto part = [&](const std::string& name, const std::function<void(Tally&)>& walkPart) {
    Tally tally;
    underWay = name.c_str();
    try {
      walkPart(tally);
      std::cout << name << mode << ": " << tally.told << " failures told, " << tally.absorbed << " absorbed"
                << std::endl;
    } catch (const std::exception& problem) {
      std::cerr << name << mode << ": " << problem.what() << '\n';
      ok = false;
    }
  };
  part("first open", [&](Tally& tally) { walkFirstOpen(options, fault, tally); });
  const stead_test::Folder folder;
  Office office(folder.store(), options);
  office.mustOpen();
  office.enter();
  for (const Step& step : office.steps()) {
    if (step.byQpdf) continue;
    part(step.name, [&](Tally& tally) { walkVerb(office, step, fault, tally); });
  }
  office.mustClose();
  part("open", [&](Tally& tally) { walkOpen(office, fault, tally); });
  const Inspection end(office.store());
  end.requireSound();
  end.requireNothingHalfDone();
  end.requireNothingLost(office.acknowledged());
  return ok;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    Allocations::takeOver();
    std::set_terminate(sayWhereItEnded);
    FaultyVfs::install().skipRealSyncs(true);
    beginLibraries();
    const bool all = argc > 1 && std::string(argv[1]) == "--all";
    const int rest = all ? 2 : 1;
    const unsigned seed = argc > rest ? static_cast<unsigned>(std::stoul(argv[rest])) : std::random_device{}();
    std::cout << (all ? "every allocation" : "some allocations") << ", seed " << seed << std::endl;
    bool ok = true;
    for (const bool lasting : {false, true}) {
      FailingMemory fault(all, lasting, seed);
      ok = walkAll(fault, lasting ? ", lasting" : "") && ok;
    }
    return ok ? EXIT_SUCCESS : EXIT_FAILURE;
  } catch (const std::exception& problem) {
    std::cerr << problem.what() << '\n';
    return EXIT_FAILURE;
  }
}
