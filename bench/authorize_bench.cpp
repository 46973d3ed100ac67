// Row 1 of the table: authorize, warm, with the revocations of other processes seen, against an absl flat map that does
// the same two look-ups and against the decision as an SQL join. Variants take turns in rounds; medians are printed.
//
// Usage: authorize_bench [--sizes 1000,100000] [--rounds 7] [--folder DIR] [--json FILE]
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "asker.h"
#include "base/error.h"
#include "grant_world.h"

namespace {

using namespace stead::bench;
using Clock = std::chrono::steady_clock;

constexpr std::size_t questionCount = std::size_t{1} << 17;
constexpr std::size_t joinsPerRound = 20000;
constexpr std::size_t asksBesideWriter = 20000;
constexpr double hits = 0.75;

struct Options {
  std::vector<std::size_t> sizes{1000, 100000};
  int rounds = 7;
  std::string folder = std::filesystem::temp_directory_path().string();
  std::string json;
};

struct Question {
  std::size_t actor;
  std::size_t owner;
  bool allowed;
};

std::vector<Question> makeQuestions(const GrantWorld& world) {
  std::mt19937_64 random(20261121);  // every run asks the same
  std::vector<Question> questions;
  questions.reserve(questionCount);
  while (questions.size() < questionCount) {
    Question question;
    question.actor = random() % world.userIds.size();
    question.owner = world.ownerOf(question.actor, random() % grantsPerActor);
    if (std::uniform_real_distribution<>(0, 1)(random) >= hits) question.owner = random() % world.owners.size();
    question.allowed = false;
    for (std::size_t k = 0; k < grantsPerActor; ++k) {
      question.allowed = question.allowed || world.ownerOf(question.actor, k) == question.owner;
    }
    questions.push_back(question);
  }
  return questions;
}

// Nanoseconds per question; wrong answers make the run worthless.
double timed(const std::vector<Question>& questions, std::size_t count,
             const std::function<std::size_t(std::size_t)>& wrongIn) {
  const auto start = Clock::now();
  const std::size_t wrong = wrongIn(std::min(count, questions.size()));
  const double ns = std::chrono::duration<double, std::nano>(Clock::now() - start).count();
  if (wrong != 0) throw std::runtime_error(std::to_string(wrong) + " wrong answers");
  return ns / static_cast<double>(std::min(count, questions.size()));
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

struct Series {
  std::vector<double> ours, floor, join, oursBeside, joinBeside;
};

double medianRatio(const std::vector<double>& a, const std::vector<double>& b) {
  std::vector<double> ratios;
  for (std::size_t i = 0; i < a.size(); ++i) ratios.push_back(a[i] / b[i]);
  return median(ratios);
}

// Another process that commits without pause while the object lives.
class Writer {
 public:
  explicit Writer(const std::string& path) : process_(fork()) {
    if (process_ == 0) {
      execl("/proc/self/exe", "authorize_bench", "--writer", path.c_str(), nullptr);
      _exit(127);
    }
    usleep(100000);
  }
  ~Writer() {
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

 private:
  pid_t process_;
};

class Bench {
 public:
  Bench(const std::string& path, std::size_t grants)
      : path_(path),
        world_(makeGrantWorld(path, grants)),
        questions_(makeQuestions(*world_)),
        asker_(path, world_->userIds),
        join_(path) {
    for (std::size_t actor = 0; actor < world_->userIds.size(); ++actor) {
      (void)asker_.allows(actor, world_->owners.front().c_str());  // warm: every actor is in memory
    }
  }

  Series run(int rounds) {
    Series series;
    for (int round = 0; round <= rounds; ++round) {
      Series one;
      one.ours.push_back(timed(questions_, questionCount, [&](std::size_t n) { return askOurs(n); }));
      one.floor.push_back(timed(questions_, questionCount, [&](std::size_t n) { return askFloor(n); }));
      one.join.push_back(timed(questions_, joinsPerRound, [&](std::size_t n) { return askJoin(n); }));
      {
        const Writer writer(path_);
        one.oursBeside.push_back(timed(questions_, asksBesideWriter, [&](std::size_t n) { return askOurs(n); }));
        one.joinBeside.push_back(timed(questions_, asksBesideWriter, [&](std::size_t n) { return askJoin(n); }));
      }
      if (round == 0) continue;  // the first round warms the processor
      series.ours.push_back(one.ours[0]);
      series.floor.push_back(one.floor[0]);
      series.join.push_back(one.join[0]);
      series.oursBeside.push_back(one.oursBeside[0]);
      series.joinBeside.push_back(one.joinBeside[0]);
    }
    return series;
  }

 private:
  std::size_t askOurs(std::size_t count) {
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const Question& question = questions_[i];
      wrong += asker_.allows(question.actor, world_->owners[question.owner].c_str()) != question.allowed ? 1U : 0U;
    }
    return wrong;
  }
  std::size_t askFloor(std::size_t count) {
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const Question& question = questions_[i];
      const std::string& owner = world_->owners[question.owner];
      const bool allowed = world_->floor.allows(world_->userRows[question.actor], owner.data(), owner.size(), 1, now);
      wrong += allowed != question.allowed ? 1U : 0U;
    }
    return wrong;
  }
  std::size_t askJoin(std::size_t count) {
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const Question& question = questions_[i];
      const bool allowed = join_.allows(world_->userIds[question.actor], world_->owners[question.owner], now);
      wrong += allowed != question.allowed ? 1U : 0U;
    }
    return wrong;
  }

  static constexpr std::int64_t now = 1'790'000'000'000;
  std::string path_;
  std::unique_ptr<GrantWorld> world_;
  std::vector<Question> questions_;
  Asker asker_;
  SqlJoin join_;
};

Series runSize(const Options& options, std::size_t grants) {
  std::string folder = options.folder + "/stead-bench-XXXXXX";
  if (mkdtemp(folder.data()) == nullptr) throw std::runtime_error("cannot make a folder in " + options.folder);
  struct Remove {
    std::string folder;
    ~Remove() {
      std::error_code ignored;
      std::filesystem::remove_all(folder, ignored);
    }
  } const remove{folder};
  return Bench(folder + "/store.db", grants).run(options.rounds);
}

Options readOptions(int argc, char** argv) {
  Options options;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string name = argv[i];
    const std::string value = argv[i + 1];
    if (name == "--rounds")
      options.rounds = std::stoi(value);
    else if (name == "--folder")
      options.folder = value;
    else if (name == "--json")
      options.json = value;
    else if (name == "--sizes") {
      options.sizes.clear();
      std::stringstream list(value);
      for (std::string size; std::getline(list, size, ',');) options.sizes.push_back(std::stoul(size));
    } else {
      throw std::runtime_error("unknown option " + name);
    }
  }
  return options;
}

std::string asJson(const Options& options, const std::vector<Series>& all) {
  std::ostringstream out;
  out << "{\"row\": 1, \"through\": \"" << askerName << "\", \"rounds\": " << options.rounds << ", \"sizes\": [";
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Series& s = all[i];
    out << (i == 0 ? "" : ", ") << "{\"grants\": " << options.sizes[i] << ", \"authorizeNs\": " << median(s.ours)
        << ", \"abslNs\": " << median(s.floor) << ", \"joinNs\": " << median(s.join)
        << ", \"besideWriterNs\": " << median(s.oursBeside) << ", \"joinBesideWriterNs\": " << median(s.joinBeside)
        << ", \"overAbsl\": " << medianRatio(s.ours, s.floor) << ", \"overJoin\": " << medianRatio(s.ours, s.join)
        << ", \"besideWriterOverJoin\": " << medianRatio(s.oursBeside, s.join)
        << ", \"besideWriterOverJoinThere\": " << medianRatio(s.oursBeside, s.joinBeside) << "}";
  }
  out << "]}\n";
  return out.str();
}

void print(const Options& options, const std::vector<Series>& all) {
  std::printf("authorize through the %s, medians of %d rounds, ns per decision\n", askerName, options.rounds);
  std::printf("%9s %10s %10s %10s | %8s %8s | %13s %13s %9s\n", "grants", "authorize", "absl", "SQL join", "x absl",
              "x join", "beside writer", "join there", "x join");
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Series& s = all[i];
    std::printf("%9zu %10.0f %10.0f %10.0f | %8.2f %8.3f | %13.0f %13.0f %9.2f\n", options.sizes[i], median(s.ours),
                median(s.floor), median(s.join), medianRatio(s.ours, s.floor), medianRatio(s.ours, s.join),
                median(s.oursBeside), median(s.joinBeside), medianRatio(s.oursBeside, s.join));
  }
  const Series& small = all.front();
  const Series& large = all.back();
  const double growth = median(large.ours) / median(small.ours);
  std::printf("growth %zu to %zu: %.2f (absl %.2f)\n", options.sizes.front(), options.sizes.back(), growth,
              median(large.floor) / median(small.floor));
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc == 3 && std::strcmp(argv[1], "--writer") == 0) writeAtFullSpeed(argv[2]);
    const Options options = readOptions(argc, argv);
    std::vector<Series> all;
    for (const std::size_t size : options.sizes) all.push_back(runSize(options, size));
    print(options, all);
    if (!options.json.empty()) std::ofstream(options.json) << asJson(options, all);
    return 0;
  } catch (const stead::Error& error) {
    std::fprintf(stderr, "%s\n", error.text().c_str());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
  }
  return 1;
}
