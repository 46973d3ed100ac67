// Pulls the plug at random moments of the main path. The disk has then what was synced, and of what was only written
// some, in any order, torn at its sectors. Whatever was acknowledged is there at the next start, nothing is half done,
// the trail verifies.
//   power_cuts [CUTS, 200] [SEED]
// The same with durability "normal" and with a disk that lies about its syncs must lose something: so this test could
// tell.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <vector>

#include "faulty_vfs.h"
#include "office.h"

using namespace stead::fault;

namespace {

namespace fs = std::filesystem;

constexpr int cutsPerStore = 20;
constexpr int stepsPerRun = 8;
constexpr std::size_t largeFile = 2500000;  // four of them make the log grow until it is checkpointed

struct Way {
  std::string name;
  std::string options;
  int changesMin, changesMax;  // of the disk until the power goes, as powers of two
};

struct Tally {
  int cuts = 0;
  int lost = 0;     // of them, cost acknowledged work
  int damaged = 0;  // or left something half done
  std::size_t acknowledged = 0;
};

// One store and what becomes of it from cut to cut.
class Machine {
 public:
  Machine(const Way& way, unsigned seed) : way_(way), random_(seed), office_(storeOf(0), way.options, seed) {}

  // Works until the power goes, and starts again on what is left. Throws what it misses there.
  void runAndCut(int cut) {
    SimulatedDisk& disk = disk_.emplace();
    FaultyVfs::install().attach(&disk);
    const bool large = cut % 5 == 4;
    office_.fileBytes(large ? largeFile : 2000);
    const int magnitude =
        std::uniform_int_distribution<int>(way_.changesMin, way_.changesMax + (large ? 2 : 0))(random_);
    disk.cutAt(std::uniform_int_distribution<std::int64_t>(1, std::int64_t{1} << magnitude)(random_));
    work(disk);
    office_.abandon();
    FaultyVfs::install().attach(nullptr);
    restart(disk, cut + 1);
  }

  ~Machine() {
    office_.abandon();
    FaultyVfs::install().attach(nullptr);
  }
  Machine(const Machine&) = delete;
  Machine& operator=(const Machine&) = delete;

  [[nodiscard]] std::size_t acknowledged() const { return office_.acknowledged().documents.size(); }

 private:
  [[nodiscard]] std::string storeOf(int cut) const {
    const fs::path path = fs::path(folder_.store()).parent_path() / std::to_string(cut);
    fs::create_directory(path);
    return (path / "store.db").string();
  }

  // Random verbs; sometimes the engine is closed and opened in between.
  void work(const SimulatedDisk& disk) {
    try {
      office_.mustOpen();
      office_.enter();
      const auto steps = office_.steps();
      for (int i = 0; i < stepsPerRun; ++i) {
        const Step& step = steps[random_() % steps.size()];
        step.prepare();
        stead_test::Error error;
        if (step.act(out(error)) != STEAD_OK) throw CallFailed(step.name, error.get());
        step.keep();
        if (random_() % 8 == 0) {
          office_.mustClose();
          office_.mustOpen();
          office_.enter();
        }
      }
    } catch (const CallFailed& failure) {
      if (!disk.isCut() || !failure.code().starts_with("store")) throw;
    }
  }

  void restart(SimulatedDisk& disk, int number) {
    const fs::path before = fs::path(office_.store()).parent_path();
    office_.moveTo(storeOf(number));
    const fs::path after = fs::path(office_.store()).parent_path();
    for (const auto& [path, content] : disk.remains(random_)) {
      std::ofstream(after / fs::path(path).filename(), std::ios::binary)
          .write(reinterpret_cast<const char*>(content.data()), static_cast<std::streamsize>(content.size()));
    }
    fs::remove_all(before);
    office_.mustOpen();
    office_.enter();
    office_.verifyTrail();
    const Inspection inspection(office_.store());
    inspection.requireNothingLost(office_.acknowledged());
    inspection.requireSound();
    inspection.requireNothingHalfDone();
    office_.mustClose();
  }

  const Way way_;
  std::mt19937 random_;
  stead_test::Folder folder_;
  std::optional<SimulatedDisk> disk_;
  Office office_;
};

bool isLoss(const std::string& problem) {
  return problem.find("is lost") != std::string::npos || problem.find("userNotFound") != std::string::npos;
}

// Throws at the first loss unless losses are what is wanted.
Tally cutRepeatedly(const Way& way, int cuts, unsigned seed, bool mayLose) {
  Tally tally;
  std::unique_ptr<Machine> machine;
  for (int cut = 0; cut < cuts; ++cut) {
    if (cut % cutsPerStore == 0) machine = nullptr;
    if (!machine) machine = std::make_unique<Machine>(way, seed + static_cast<unsigned>(cut));
    const std::size_t before = machine->acknowledged();
    try {
      machine->runAndCut(cut % cutsPerStore);
      tally.acknowledged += machine->acknowledged() - before;
    } catch (const std::exception& problem) {
      if (!mayLose) {
        throw std::runtime_error(way.name + ", cut " + std::to_string(cut + 1) + ": " + problem.what());
      }
      ++(isLoss(problem.what()) ? tally.lost : tally.damaged);
      machine = nullptr;
    }
    ++tally.cuts;
  }
  return tally;
}

void tell(const Way& way, const Tally& tally) {
  std::cout << way.name << ": " << tally.cuts << " cuts, " << tally.acknowledged << " documents acknowledged, "
            << tally.lost << " cuts lost acknowledged work, " << tally.damaged << " damaged the store\n";
}

}  // namespace

int main(int argc, char** argv) {
  const int cuts = argc > 1 ? std::stoi(argv[1]) : 200;
  const unsigned seed = argc > 2 ? static_cast<unsigned>(std::stoul(argv[2])) : std::random_device{}();
  std::cout << "seed " << seed << '\n';
  FaultyVfs& vfs = FaultyVfs::install();
  vfs.skipRealSyncs(true);
  try {
    const Way full{"durability full", R"("durability": "full")", 2, 7};
    tell(full, cutRepeatedly(full, cuts, seed, false));

    const Way normal{"durability normal", R"("durability": "normal")", 8, 10};
    const Tally normalTally = cutRepeatedly(normal, 40, seed, true);
    tell(normal, normalTally);
    if (normalTally.lost == 0) throw std::runtime_error("without a sync for each commit nothing was lost: no test");
    if (normalTally.damaged != 0) throw std::runtime_error("durability normal may lose the newest work, nothing else");

    const Way lying{"a disk that lies about its syncs", R"("durability": "full")", 5, 7};
    vfs.dropSyncs(true);
    const Tally lyingTally = cutRepeatedly(lying, 40, seed, true);
    tell(lying, lyingTally);
    if (lyingTally.lost + lyingTally.damaged == 0) throw std::runtime_error("without syncs nothing was lost: no test");
  } catch (const std::exception& problem) {
    std::cerr << problem.what() << '\n';
    return EXIT_FAILURE;
  }
  return EXIT_SUCCESS;
}
