// Random steps against the reference model; a run that fails is shrunk and printed as a list of steps.
//   model [engines|processes] STEPS [SEED]
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>

#include "../conformance/hosts.h"
#include "generate.h"
#include "host_process.h"
#include "shrink.h"

namespace model {

std::string readAgreement() {
  std::ifstream in(STEAD_AGREEMENT, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

namespace {

constexpr int compareEvery = 100;
constexpr std::size_t shrinkStepsMax = 200000;
constexpr std::size_t fewSteps = 200;

struct Failure {
  std::vector<Step> steps;
  std::string text;
};

using Tally = std::map<std::string, int>;

// Runs the steps of `next` until it has none; the failure, if there is one.
std::optional<Failure> run(const Setup& setup, const std::function<std::optional<Step>(const State&)>& next, int every,
                           Tally* tally = nullptr) {
  std::vector<Step> done;
  try {
    World world(setup);
    while (const auto step = next(world.model().state())) {
      done.push_back(*step);
      world.run(*step);
      if (static_cast<int>(done.size()) % every == 0) world.compareAll();
    }
    world.compareAll();
    world.reopenAndVerify();
    if (tally != nullptr) *tally = world.tally();
    return std::nullopt;
  } catch (const Difference& difference) {
    return Failure{std::move(done), difference.text};
  } catch (const std::exception& problem) {
    return Failure{std::move(done), problem.what()};
  }
}

// A short run is looked at after every step, so that what went wrong is found where it did.
std::optional<Failure> replay(const Setup& setup, const std::vector<Step>& steps) {
  const int every = steps.size() <= fewSteps ? 1 : compareEvery;
  std::size_t place = 0;
  return run(
      setup, [&](const State&) { return place < steps.size() ? std::optional(steps[place++]) : std::nullopt; }, every);
}

int report(const Setup& setup, const Failure& first, unsigned seed) {
  std::cout << "seed " << seed << " fails at step " << first.steps.size() << ": " << first.text
            << "\nmaking it smaller…" << std::endl;
  const auto small = shrink<Step>(
      first.steps, [&](const std::vector<Step>& steps) { return replay(setup, steps).has_value(); }, shrinkStepsMax);
  const auto failure = replay(setup, small);
  std::cout << small.size() << " steps are enough (seed " << seed << "):\n";
  for (const Step& step : small) std::cout << "  " << textOf(step) << '\n';
  std::cout << (failure ? failure->text : "it does not fail any more: it depends on more than its steps") << '\n';
  return 1;
}

// A run in which hardly anything is accepted, or hardly anything refused, shows nothing.
bool saysSomething(const Tally& tally, int count) {
  constexpr int countMin = 1500;
  constexpr int acceptedMin = verbCount - 5;
  constexpr int refusalsMin = 60;
  int accepted = 0;
  for (const auto& [outcome, times] : tally) accepted += outcome.ends_with(" ok") ? 1 : 0;
  const int refusals = static_cast<int>(tally.size()) - accepted;
  std::cout << accepted << " of " << verbCount << " verbs were accepted, " << refusals << " refusals seen\n";
  if (count < countMin) return true;
  return accepted >= acceptedMin && refusals >= refusalsMin;
}

int test(const Setup& setup, int count, unsigned seed) {
  Generator generator(seed);
  int made = 0;
  Tally tally;
  const auto failure = run(
      setup, [&](const State& state) { return made++ < count ? std::optional(generator.next(state)) : std::nullopt; },
      compareEvery, &tally);
  if (failure) return report(setup, *failure, seed);
  std::cout << count << " steps with seed " << seed << ": as the model says\n";
  if (std::getenv("STEAD_MODEL_TALLY") != nullptr) {
    for (const auto& [outcome, times] : tally) std::cout << "  " << outcome << ' ' << times << '\n';
  }
  return saysSomething(tally, count) ? 0 : 1;
}

}  // namespace
}  // namespace model

int main(int argc, char** argv) {
  try {
    if (argc == 2 && std::string(argv[1]) == "--serve") return model::serve();
    if (argc < 3) {
      std::cerr << "usage: model engines|processes STEPS [SEED]\n";
      return 2;
    }
    const bool processes = std::string(argv[1]) == "processes";
    const int count = std::stoi(argv[2]);
    const unsigned seed = argc > 3 ? static_cast<unsigned>(std::stoul(argv[3])) : std::random_device{}();
    const model::Setup setup{processes ? model::OpenHost(model::openInProcess) : model::OpenHost(conformance::openC),
                             processes ? 3 : 2, model::readAgreement()};
    return model::test(setup, count, seed);
  } catch (const std::exception& problem) {
    std::cerr << problem.what() << '\n';
    return 1;
  }
}
