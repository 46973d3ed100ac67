// Row 1: authorize, warm, with the revocations of other processes seen, against an absl flat map that does the same two
// look-ups and against the decision as an SQL join.
// Usage: authorize_bench [--sizes 1000,100000,1000000] [--rounds N] [--folder DIR] [--json FILE]
#include <unistd.h>

#include <cstring>
#include <limits>
#include <random>
#include <stdexcept>

#include "absl_grants.h"
#include "asker.h"
#include "child.h"
#include "grant_world.h"
#include "result.h"

using namespace stead::bench;

namespace {

constexpr std::size_t questionCount = std::size_t{1} << 17;
constexpr std::size_t joinsPerRound = 20000;
constexpr std::size_t asksBesideWriter = 20000;
constexpr double hits = 0.75;
constexpr std::int64_t cacheLifted = std::int64_t{4} << 30;
constexpr std::int64_t now = 1'790'000'000'000;
constexpr std::size_t targetSize = 100000;
// What stead_core and the operations table call document.send; the floor only tests one bit.
constexpr std::uint64_t operation = 1;

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

class Bench {
 public:
  Bench(const std::string& path, std::size_t grants)
      : path_(path),
        world_(grantWorld(path, grants)),
        questions_(makeQuestions(*world_)),
        asker_(path, world_->userIds, cacheLifted),
        join_(path) {
    for (std::size_t actor = 0; actor < world_->userIds.size(); ++actor) {
      (void)asker_.allows(actor, world_->owners.front().c_str());  // warm: every actor is in memory
      for (std::size_t k = 0; k < grantsPerActor; ++k) {
        floor_.add(world_->userRows[actor], world_->owners[world_->ownerOf(actor, k)], operation, 0,
                   std::numeric_limits<std::int64_t>::max());
      }
    }
  }

  Series run(int rounds) {
    const auto ours = [this](const Question& q) { return asker_.allows(q.actor, world_->owners[q.owner].c_str()); };
    const auto absl = [this](const Question& q) {
      const std::string& owner = world_->owners[q.owner];
      return floor_.allows(world_->userRows[q.actor], owner.data(), owner.size(), operation, now);
    };
    const auto join = [this](const Question& q) {
      return join_.allows(world_->userIds[q.actor], world_->owners[q.owner], now);
    };
    return interleave(rounds, {[&](Series& out) { out.add("authorize", timed(questionCount, ours)); },
                               [&](Series& out) { out.add("absl", timed(questionCount, absl)); },
                               [&](Series& out) { out.add("SQL join", timed(joinsPerRound, join)); },
                               [&](Series& out) {
                                 const Child writer({"--writer", path_});
                                 usleep(100000);
                                 out.add("authorize beside writer", timed(asksBesideWriter, ours));
                                 out.add("SQL join beside writer", timed(asksBesideWriter, join));
                               }});
  }

 private:
  // Nanoseconds per question; wrong answers make the run worthless.
  template <class Ask>
  [[nodiscard]] double timed(std::size_t count, const Ask& ask) const {
    std::size_t wrong = 0;
    const auto start = Clock::now();
    for (std::size_t i = 0; i < count; ++i) wrong += ask(questions_[i]) != questions_[i].allowed ? 1U : 0U;
    const double us = microsecondsSince(start);
    if (wrong != 0) throw std::runtime_error(std::to_string(wrong) + " wrong answers");
    return us * 1000 / static_cast<double>(count);
  }

  std::string path_;
  std::unique_ptr<GrantWorld> world_;
  std::vector<Question> questions_;
  Asker asker_;
  AbslGrants floor_;
  SqlJoin join_;
};

// The size the targets speak of, or the largest that was measured.
std::size_t placeOfTarget(const std::vector<std::size_t>& sizes) {
  const auto found = std::find(sizes.begin(), sizes.end(), targetSize);
  return static_cast<std::size_t>(found - sizes.begin()) - (found == sizes.end() ? 1 : 0);
}

void measureAuthorize(const Options& options) {
  const Scratch scratch(options.folder);
  Result result(1, std::string("authorize through the ") + askerName, "ns per decision", "grants");
  std::vector<Series> all;
  for (const std::size_t grants : options.sizes) {
    all.push_back(Bench(scratch.path("grants-" + std::to_string(grants) + ".db"), grants).run(options.rounds));
    result.add(grants, all.back(),
               {{"authorize", "absl"}, {"authorize", "SQL join"}, {"authorize beside writer", "SQL join"}});
  }
  const std::size_t place = placeOfTarget(options.sizes);
  const Series& series = all[place];
  const std::string grants = ", " + std::to_string(options.sizes[place]) + " grants";
  const auto growth = [&](const char* name) { return all.back().median(name) / all.front().median(name); };
  result.target("over an absl flat map" + grants, series.ratio("authorize", "absl").median, Bound::atMost, 5);
  result.target("over an SQL join" + grants, series.ratio("authorize", "SQL join").median, Bound::atMost, 0.2);
  result.target("growth from fewest to most grants over the map's", growth("authorize") / growth("absl"), Bound::atMost,
                1.5);
  result.target("beside a full-speed writer over one SQL join" + grants,
                series.ratio("authorize beside writer", "SQL join").median, Bound::atMost, 1);
  result.plot({"authorize", "absl", "SQL join"});
  result.finish(options);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 3 && std::strcmp(argv[1], "--writer") == 0) {
    return runRow([&] { writeAtFullSpeed(argv[2]); });
  }
  return runRow([&] { measureAuthorize(parseOptions(argc, argv, {1000, 100000, 1000000}, 7)); });
}
