// Row 11: one reader and one writer process on a store, each against itself alone; and decisions made right after a
// revocation in another process, none of which may be stale.
// The reader reads documents from the store, the decider asks authorize, the writer sends on behalf, durable.
// Usage: processes_bench PDF [--sizes STALE-DECISIONS] [--rounds N] [--folder DIR] [--json FILE]
#include <cstring>
#include <fstream>
#include <stdexcept>

#include "child.h"
#include "host.h"
#include "result.h"
#include "revocations.h"
#include "sender.h"
#include "sqlite_floor.h"

using namespace stead::bench;

namespace {

constexpr double windowUs = 700'000;
constexpr std::size_t documentsBefore = 2000;

std::vector<std::string> documentIds(const std::string& store) {
  std::vector<std::string> ids;
  const Db db = openDb(store);
  eachRow(db, prepare(db, "SELECT uid FROM document ORDER BY id LIMIT 2000"),
          [&](sqlite3_stmt* row) { ids.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(row, 0))); });
  return ids;
}

// How often a second `act` could be done in one window, after a short warm-up.
template <class Act>
double perSecond(Act act) {
  for (int i = 0; i < 20; ++i) act();
  const auto start = Clock::now();
  double count = 0;
  double us = 0;
  for (; us < windowUs; us = microsecondsSince(start)) {
    act();
    ++count;
  }
  return count * 1e6 / us;
}

double readDocuments(const HostEngine& engine, const std::string& store) {
  const HostSession session = openSession(engine, onlyUserOf(store));
  const auto ids = documentIds(store);
  std::size_t next = 0;
  return perSecond([&] {
    const std::string& id = ids[next++ * 7919 % ids.size()];
    (void)make<stead_record>(
        [&](auto** out, auto** error) { return stead_document_get(session.get(), id.c_str(), out, error); });
  });
}

double decide(const HostEngine& engine, const std::string& store) {
  const HostSession session = openSession(engine, onlyUserOf(store));
  const auto decision = make<stead_decision>([](auto** out, auto** error) { return stead_decision_new(out, error); });
  return perSecond([&] {
    stead_error* error = nullptr;
    must(stead_session_authorize(session.get(), "document.send", ownerEmail, decision.get(), &error), error);
    if (stead_decision_allowed(decision.get()) != 1) throw std::runtime_error("refused");
  });
}

double sendDocuments(const HostEngine& engine, const std::string& store, const std::string& pdf) {
  Sender sender(engine, onlyUserOf(store), pdf);
  return perSecond([&] { sender.send(); });
}

// One process of its own: does its work for a window and leaves the rate in a file.
int work(const std::string& role, const std::string& store, const std::string& pdf, const std::string& answer) {
  return runRow([&] {
    const HostEngine engine = openEngine(store);
    const double rate = role == "--read"     ? readDocuments(engine, store)
                        : role == "--decide" ? decide(engine, store)
                                             : sendDocuments(engine, store, readFile(pdf));
    std::ofstream(answer) << rate;
  });
}

class Workers {
 public:
  Workers(const Scratch& scratch, const std::string& store, const std::string& pdf)
      : scratch_(scratch), store_(store), pdf_(pdf) {}

  double alone(const std::string& role) {
    Child({role, store_, pdf_, answer(role)}).wait();
    return rate(role);
  }
  std::pair<double, double> together(const std::string& one, const std::string& other) {
    Child first({one, store_, pdf_, answer(one)});
    Child second({other, store_, pdf_, answer(other)});
    first.wait();
    second.wait();
    return {rate(one), rate(other)};
  }

 private:
  [[nodiscard]] std::string answer(const std::string& role) const { return scratch_.path("rate" + role); }
  [[nodiscard]] double rate(const std::string& role) const {
    double value = 0;
    std::ifstream(answer(role)) >> value;
    std::filesystem::remove(answer(role));
    return value;
  }

  const Scratch& scratch_;
  std::string store_;
  std::string pdf_;
};

Series measureRates(Workers& workers, int rounds) {
  return interleave(rounds, {[&](Series& out) { out.add("reader alone", workers.alone("--read")); },
                             [&](Series& out) { out.add("decider alone", workers.alone("--decide")); },
                             [&](Series& out) { out.add("writer alone", workers.alone("--write")); },
                             [&](Series& out) {
                               const auto [reader, writer] = workers.together("--read", "--write");
                               out.add("reader beside writer", reader);
                               out.add("writer beside reader", writer);
                             },
                             [&](Series& out) {
                               const auto [decider, writer] = workers.together("--decide", "--write");
                               out.add("decider beside writer", decider);
                               out.add("writer beside decider", writer);
                             }});
}

void measureProcesses(const std::string& pdf, const Options& options) {
  const Scratch scratch(options.folder);
  const std::string store = scratch.fresh("together.db");
  {
    const HostEngine engine = openEngine(store, R"({"durability":"normal"})");
    Sender sender(engine, makeConsentedUser(engine), readFile(pdf));
    for (std::size_t i = 0; i < documentsBefore; ++i) sender.send();
  }
  Workers workers(scratch, store, pdf);
  const Series series = measureRates(workers, options.rounds);
  const Revocations seen = watchRevocations(scratch, options.sizes.front());

  Result result(11, "one reader and one writer process", "calls per second");
  result.add(options.sizes.front(), series,
             {{"reader beside writer", "reader alone"},
              {"writer beside reader", "writer alone"},
              {"decider beside writer", "decider alone"},
              {"writer beside decider", "writer alone"}});
  result.target("reader beside a writer over alone", series.ratio("reader beside writer", "reader alone").median,
                Bound::atLeast, 0.65);
  result.target("writer beside a reader over alone", series.ratio("writer beside reader", "writer alone").median,
                Bound::atLeast, 0.85);
  result.target("stale decisions of " + std::to_string(seen.decisions) + " after a revocation",
                static_cast<double>(seen.stale), Bound::atMost, 0);
  result.note(
      "The reader gets documents from the store; the decider asks authorize, which a commit of another process "
      "makes look at the log of changes. " +
      std::to_string(seen.rounds) + " revocations.");
  result.finish(options);
  removeStore(store);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 3 && std::strcmp(argv[1], "--revoke") == 0) {
    return runRow([&] { revokeAndApprove(argv[2]); });
  }
  if (argc == 5 && std::strncmp(argv[1], "--", 2) == 0 && std::strcmp(argv[1], "--sizes") != 0) {
    return work(argv[1], argv[2], argv[3], argv[4]);
  }
  return runRow([&] {
    if (argc < 2) throw std::runtime_error("usage: processes_bench PDF [options]");
    measureProcesses(argv[1], parseOptions(argc - 1, argv + 1, {10000}, 5));
  });
}
