// Row 10: from a closed store to the first decision, against opening the same file with SQLite and one SELECT of the
// same answer. Neither close is counted; the file is in the system's cache.
// Usage: open_bench [--sizes 1000,100000,1000000] [--rounds N] [--folder DIR] [--json FILE]
#include <stdexcept>

#include "grant_world.h"
#include "host.h"
#include "result.h"

using namespace stead::bench;

namespace {

constexpr std::size_t opensPerRound = 40;

// Wall time until the answer; what was opened is closed afterwards.
double oursUs(const std::string& path, const GrantWorld& world, std::size_t actor) {
  const auto start = Clock::now();
  const HostEngine engine = openEngine(path);
  const HostSession session = openSession(engine, world.userIds[actor]);
  const auto decision = make<stead_decision>([](auto** out, auto** error) { return stead_decision_new(out, error); });
  stead_error* error = nullptr;
  const std::string& owner = world.owners[world.ownerOf(actor, 0)];
  must(stead_session_authorize(session.get(), "document.send", owner.c_str(), decision.get(), &error), error);
  const double us = microsecondsSince(start);
  if (stead_decision_allowed(decision.get()) != 1) throw std::runtime_error("ours refused");
  return us;
}

double rawUs(const std::string& path, const GrantWorld& world, std::size_t actor) {
  const auto start = Clock::now();
  SqlJoin join(path);
  const bool allowed = join.allows(world.userIds[actor], world.owners[world.ownerOf(actor, 0)], 1'790'000'000'000);
  const double us = microsecondsSince(start);
  if (!allowed) throw std::runtime_error("the floor refused");
  return us;
}

Series measureSize(const Scratch& scratch, std::size_t grants, int rounds) {
  const std::string path = scratch.path("grants-" + std::to_string(grants) + ".db");
  const auto world = grantWorld(path, grants);
  const auto actorAt = [&](std::size_t i) { return i * 7919 % world->userIds.size(); };
  const auto p50 = [](const auto& open) {
    std::vector<double> us;
    for (std::size_t i = 0; i < opensPerRound; ++i) us.push_back(open(i));
    return quantile(us, 0.5);
  };
  return interleave(
      rounds,
      {[&](Series& out) { out.add("ours", p50([&](std::size_t i) { return oursUs(path, *world, actorAt(i)); })); },
       [&](Series& out) { out.add("raw", p50([&](std::size_t i) { return rawUs(path, *world, actorAt(i)); })); }});
}

void measureOpening(const Options& options) {
  const Scratch scratch(options.folder);
  Result result(10, "open to the first decision", "µs", "grants");
  std::vector<Series> all;
  for (const std::size_t grants : options.sizes) {
    all.push_back(measureSize(scratch, grants, options.rounds));
    result.add(grants, all.back(), {{"ours", "raw"}});
  }
  result.target("over a raw open with one SELECT, largest store", all.back().ratio("ours", "raw").median, Bound::atMost,
                10);
  result.target("largest store over smallest", all.back().median("ours") / all.front().median("ours"), Bound::atMost,
                2);
  result.plot({"ours", "raw"});
  result.finish(options);
}

}  // namespace

int main(int argc, char** argv) {
  return runRow([&] { measureOpening(parseOptions(argc, argv, {1000, 100000, 1000000}, 7)); });
}
