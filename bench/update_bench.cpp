// Row 4: update an identity, durable, with its audit entry, the mail to the owner and the search index, against the
// very same rows written by prepared statements in a plain loop into the same tables with the same indexes. Each round
// gives as many identities a new name, each once, so that their rows can be read back afterwards. Usage: update_bench
// [--sizes IDENTITIES] [--rounds N] [--folder DIR] [--json FILE]
#include "host.h"
#include "list_world.h"
#include "replay.h"
#include "result.h"

using namespace stead::bench;

namespace {

constexpr std::size_t updatesPerRound = 1000;

Replay::Plan updatePlan() {
  Replay::Plan plan{
      {{"identity", "SELECT * FROM identity WHERE id = ?1",
        " ON CONFLICT (id) DO UPDATE SET name = excluded.name, version = excluded.version, updated_at = "
        "excluded.updated_at"},
       {"outbox", "SELECT * FROM outbox WHERE account_id = (SELECT id FROM account) AND audit_index = ?2"}},
      "SELECT i.id, a.idx FROM audit_entry a CROSS JOIN identity i ON i.uid = a.subject "
      "WHERE a.account_id = (SELECT id FROM account) AND a.idx > ?1 AND a.operation = 'identity.update' ORDER BY "
      "a.idx",
      {"identity_search", "creator, words",
       "char(57344 + creator_id % 6400, 57344 + creator_id / 6400 % 6400, 57344 + creator_id / 40960000 % 6400), "
       "name || char(10) || email",
       "identity", true}};
  for (const ReplayedTable& table : auditTables()) plan.tables.push_back(table);
  return plan;
}

void add(Series& series, const std::string& whose, const Stretch& stretch) {
  series.add(whose + " mean", stretch.wallUs);
  series.add(whose + " CPU", stretch.cpuUs);
  series.add(whose + " p50", stretch.p50());
  series.add(whose + " p99", stretch.p99());
}

// Gives the identities in turn another name.
class Renamer {
 public:
  Renamer(const HostEngine& engine, const std::string& userId, std::size_t identities)
      : session_(openSession(engine, userId)), identities_(identities) {}

  void rename() {
    const std::size_t place = next_++;
    const std::string email = identityEmail(place % identities_);
    const Record change = record(R"({"name":"Luther Cooper )" + std::to_string(place / identities_ + 2) + "\"}");
    (void)make<stead_record>([&](auto** out, auto** error) {
      return stead_identity_update(session_.get(), email.c_str(), change.get(), out, error);
    });
  }

 private:
  HostSession session_;
  std::size_t identities_;
  std::size_t next_ = 0;
};

void measureUpdates(const Options& options) {
  const Scratch scratch(options.folder);
  const std::string oursPath = scratch.fresh("update.db");
  const std::string rawPath = scratch.fresh("update-raw.db");
  const std::size_t identities = std::max(options.sizes.front(), updatesPerRound);
  const ListWorld world = identityWorld(oursPath, identities);
  HostEngine engine = openEngine(oursPath);
  Renamer renamer(engine, world.userId, identities);
  renamer.rename();  // makes the trail's head
  Replay floor(rawPath, oursPath, updatePlan());

  const Series series = interleave(
      options.rounds,
      {[&](Series& out) { add(out, "ours", measure(updatesPerRound, [&](std::size_t) { renamer.rename(); })); },
       [&](Series& out) {
         const auto acts = floor.newActs();
         add(out, "raw", measure(acts.size(), [&](std::size_t i) { floor.write(acts[i]); }));
       }});
  floor.requireSameAs(oursPath);

  Result result(4, "update identity, durable, with audit entry, mail and search index", "µs per update", "identities");
  result.add(identities, series,
             {{"ours mean", "raw mean"}, {"ours CPU", "raw CPU"}, {"ours p50", "raw p50"}, {"ours p99", "ours p50"}});
  result.target("mean over raw with the same rows and indexes", series.ratio("ours mean", "raw mean").median,
                Bound::atMost, 1.3);
  result.finish(options);
  engine.reset();
  removeStore(oursPath);
  removeStore(rawPath);
}

}  // namespace

int main(int argc, char** argv) {
  return runRow([&] { measureUpdates(parseOptions(argc, argv, {20000}, 7)); });
}
