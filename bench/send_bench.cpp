// Row 2: send on behalf, durable, one caller, against the very same rows written by prepared statements in a plain loop
// with SQLite's own checkpoint every 1000 pages.
// The upload is excluded: the file was staged by the first send, which is not measured. What stays is one SHA-256 over
// the file's bytes, by which the later sends find it; it is counted in ours.
// Usage: send_bench PDF [--sizes SENDS-PER-ROUND] [--rounds N] [--folder DIR] [--json FILE]
#include "result.h"
#include "send_floor.h"
#include "sender.h"

using namespace stead::bench;

namespace {

void add(Series& series, const std::string& whose, const Stretch& stretch) {
  series.add(whose + " mean", stretch.wallUs);
  series.add(whose + " CPU", stretch.cpuUs);
  series.add(whose + " p50", stretch.p50());
  series.add(whose + " p99", stretch.p99());
}

void measureSends(const std::string& pdf, const Options& options) {
  const Scratch scratch(options.folder);
  const std::string oursPath = scratch.fresh("send.db");
  const std::string rawPath = scratch.fresh("send-raw.db");
  HostEngine engine = openEngine(oursPath);
  Sender sender(engine, makeConsentedUser(engine), pdf);
  sender.send();
  Replay floor(rawPath, oursPath, sendPlan(1000));

  const Series series = interleave(
      options.rounds,
      {[&](Series& out) { add(out, "ours", measure(options.sizes.front(), [&](std::size_t) { sender.send(); })); },
       [&](Series& out) {
         const auto acts = floor.newActs();
         add(out, "raw", measure(acts.size(), [&](std::size_t i) { floor.write(acts[i]); }));
       }});
  floor.requireSameAs(oursPath);

  Result result(2, "send on behalf, durable, one caller", "µs per send", "sends a round");
  result.add(options.sizes.front(), series,
             {{"ours mean", "raw mean"}, {"ours CPU", "raw CPU"}, {"ours p50", "raw p50"}, {"ours p99", "ours p50"}});
  result.target("mean over raw with its own checkpoints", series.ratio("ours mean", "raw mean").median, Bound::atMost,
                1.0);
  result.target("CPU over raw", series.ratio("ours CPU", "raw CPU").median, Bound::atMost, 1.5);
  result.target("p99 over p50", series.ratio("ours p99", "ours p50").median, Bound::atMost, 6);
  result.note("One document, two signers with a field each, one cc, three mails, one audit entry.");
  result.finish(options);
  engine.reset();
  removeStore(oursPath);
  removeStore(rawPath);
}

}  // namespace

int main(int argc, char** argv) {
  return runRow([&] {
    if (argc < 2) throw std::runtime_error("usage: send_bench PDF [options]");
    measureSends(readFile(argv[1]), parseOptions(argc - 1, argv + 1, {1000}, 7));
  });
}
