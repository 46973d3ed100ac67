// Row 3: send on behalf from 32 threads against the very same rows written by 32 threads that share one connection
// under a mutex and commit each; the same with a disk that takes 500 µs longer for each sync; and the latencies of
// eight processes that send at once.
// Usage: callers_bench PDF [--sizes SENDS-PER-ROUND] [--rounds N] [--folder DIR] [--json FILE]
#include <atomic>
#include <cstring>
#include <fstream>
#include <mutex>
#include <thread>

#include "child.h"
#include "result.h"
#include "send_floor.h"
#include "sender.h"
#include "slow_sync.h"

using namespace stead::bench;

namespace {

constexpr std::size_t callers = 32;
constexpr std::size_t processes = 8;
constexpr auto slower = std::chrono::microseconds(500);

// Wall time per act when `callers` threads take the acts 0 … count - 1 in turn; latencies of all of them.
template <class Act>
Stretch fromThreads(std::size_t count, Act act) {
  std::atomic<std::size_t> next{0};
  std::vector<std::vector<double>> latencies(callers);
  std::vector<std::thread> threads;
  const auto begin = Clock::now();
  for (std::size_t caller = 0; caller < callers; ++caller) {
    threads.emplace_back([&, caller] {
      for (std::size_t i = next++; i < count; i = next++) {
        const auto start = Clock::now();
        act(caller, i);
        latencies[caller].push_back(microsecondsSince(start));
      }
    });
  }
  for (auto& thread : threads) thread.join();
  Stretch out;
  out.wallUs = microsecondsSince(begin) / static_cast<double>(count);
  for (const auto& some : latencies) out.latenciesUs.insert(out.latenciesUs.end(), some.begin(), some.end());
  return out;
}

void add(Series& series, const std::string& whose, const Stretch& stretch) {
  series.add(whose + " sends/s", 1e6 / stretch.wallUs);
  series.add(whose + " p50 µs", stretch.p50());
  series.add(whose + " p99 µs", stretch.p99());
}

class Threads {
 public:
  Threads(const Scratch& scratch, const std::string& pdf)
      : oursPath_(scratch.fresh("callers.db")),
        rawPath_(scratch.fresh("callers-raw.db")),
        engine_(openEngine(oursPath_)) {
    const std::string userId = makeConsentedUser(engine_);
    for (std::size_t i = 0; i < callers; ++i) senders_.emplace_back(engine_, userId, pdf);
    senders_.front().send();
    // Its checkpoints as far apart as they help it most.
    floor_ = std::make_unique<Replay>(rawPath_, oursPath_, sendPlan(10000));
  }
  ~Threads() {
    senders_.clear();
    engine_.reset();
    floor_.reset();
    removeStore(oursPath_);
    removeStore(rawPath_);
  }
  Threads(const Threads&) = delete;
  Threads& operator=(const Threads&) = delete;

  // `disk`: added to the names.
  void round(Series& series, std::size_t sends, const std::string& disk) {
    add(series, "ours" + disk, fromThreads(sends, [&](std::size_t caller, std::size_t) { senders_[caller].send(); }));
    const auto acts = floor_->newActs();
    add(series, "raw" + disk, fromThreads(acts.size(), [&](std::size_t, std::size_t i) {
          const std::lock_guard lock(mutex_);
          floor_->write(acts[i]);
        }));
  }
  void check() { floor_->requireSameAs(oursPath_); }

 private:
  std::string oursPath_;
  std::string rawPath_;
  HostEngine engine_;
  std::vector<Sender> senders_;
  std::unique_ptr<Replay> floor_;
  std::mutex mutex_;
};

// ---- processes -----------------------------------------------------------------------------------------------------

// One of the eight: sends, then leaves its latencies in a file.
int sendInProcess(const std::string& store, const std::string& pdf, std::size_t sends, const std::string& answer) {
  return runRow([&] {
    const HostEngine engine = openEngine(store, R"({"busyTimeoutMs":60000})");
    Sender sender(engine, onlyUserOf(store), readFile(pdf));
    const Stretch stretch = measure(sends, [&](std::size_t) { sender.send(); });
    std::ofstream file(answer);
    for (const double latency : stretch.latenciesUs) file << latency << '\n';
  });
}

Stretch fromProcesses(const Scratch& scratch, const std::string& store, const std::string& pdf, std::size_t sends) {
  const std::string each = std::to_string(sends / processes);
  const auto answer = [&](std::size_t i) { return scratch.path("latencies-" + std::to_string(i)); };
  Stretch out;
  const auto begin = Clock::now();
  {
    std::vector<std::unique_ptr<Child>> children;
    for (std::size_t i = 0; i < processes; ++i) {
      children.push_back(
          std::make_unique<Child>(std::initializer_list<std::string>{"--send", store, pdf, each, answer(i)}));
    }
    for (const auto& child : children) child->wait();
  }
  out.wallUs = microsecondsSince(begin) / static_cast<double>(sends);
  for (std::size_t i = 0; i < processes; ++i) {
    std::ifstream file(answer(i));
    for (double latency = 0; file >> latency;) out.latenciesUs.push_back(latency);
    std::filesystem::remove(answer(i));
  }
  return out;
}

// ---- the row -------------------------------------------------------------------------------------------------------

void report(const Series& series, const Options& options) {
  Result result(3, "send on behalf, 32 callers", "sends/s and µs", "sends a round");
  result.add(options.sizes.front(), series,
             {{"ours sends/s", "raw sends/s"},
              {"ours, slow disk sends/s", "raw, slow disk sends/s"},
              {"ours p99 µs", "ours p50 µs"},
              {"ours, slow disk p99 µs", "ours, slow disk p50 µs"},
              {"8 processes p99 µs", "8 processes p50 µs"}});
  result.target("32 callers, sends/s over raw mutex-and-commit", series.ratio("ours sends/s", "raw sends/s").median,
                Bound::atLeast, 1.8);
  result.target("the same with 500 µs added per sync",
                series.ratio("ours, slow disk sends/s", "raw, slow disk sends/s").median, Bound::atLeast, 6);
  result.target("32 callers, p99 over p50", series.ratio("ours p99 µs", "ours p50 µs").median, Bound::atMost, 15);
  result.target("8 writer processes, p99 over p50", series.ratio("8 processes p99 µs", "8 processes p50 µs").median,
                Bound::atMost, 15);
  result.note(
      "Raw checkpoints every 10,000 pages here, which helps it most. Its threads take one mutex: who holds it "
      "keeps it, so its p99 says little.");
  result.finish(options);
}

void measureCallers(const std::string& pdf, const Options& options) {
  installSlowSync();
  const Scratch scratch(options.folder);
  const std::size_t sends = options.sizes.front();
  Threads threads(scratch, readFile(pdf));
  const std::string shared = scratch.fresh("processes.db");
  {
    const HostEngine engine = openEngine(shared);
    Sender(engine, makeConsentedUser(engine), readFile(pdf)).send();
  }
  const Series series = interleave(
      options.rounds, {[&](Series& out) { threads.round(out, sends, ""); },
                       [&](Series& out) {
                         addedPerSync = slower;
                         threads.round(out, sends / 2, ", slow disk");
                         addedPerSync = std::chrono::microseconds{0};
                       },
                       [&](Series& out) { add(out, "8 processes", fromProcesses(scratch, shared, pdf, sends)); }});
  threads.check();
  removeStore(shared);
  report(series, options);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 6 && std::strcmp(argv[1], "--send") == 0) {
    return sendInProcess(argv[2], argv[3], std::stoul(argv[4]), argv[5]);
  }
  return runRow([&] {
    if (argc < 2) throw std::runtime_error("usage: callers_bench PDF [options]");
    measureCallers(argv[1], parseOptions(argc - 1, argv + 1, {4000}, 5));
  });
}
