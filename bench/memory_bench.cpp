// Row 9: what 100,000 identities with their grants take in a process that has decided about all of them, against the
// bytes they are made of; and that `cacheBytesMax` bounds it.
// Usage: memory_bench [--sizes 1000,100000,1000000] [--rounds N] [--folder DIR] [--json FILE]
#include <malloc.h>

#include <stdexcept>

#include "asker.h"
#include "grant_world.h"
#include "result.h"
#include "sqlite_floor.h"

using namespace stead::bench;

namespace {

constexpr double mebi = 1024 * 1024;
constexpr double per = 100000;
constexpr std::int64_t lifted = std::int64_t{4} << 30;

// What the allocator has given out, without SQLite's page caches: they have a bound of their own.
double heldBytes() {
  const struct mallinfo2 info = mallinfo2();
  return static_cast<double>(info.uordblks + info.hblkhd) - static_cast<double>(sqlite3_memory_used());
}

// The columns that decisions rest on: address, grant id, operations, from, until and version, state; per actor his id
// and address.
double rawBytes(const std::string& path) {
  double bytes = 0;
  const Db db = openDb(path);
  eachRow(
      db,
      prepare(db,
              "SELECT (SELECT sum(length(i.email_key) + length(g.uid) + 4 * 8 + 1) FROM identity i "
              "JOIN \"grant\" g ON g.id = i.grant_id) + (SELECT sum(length(uid) + length(email_key)) FROM \"user\")"),
      [&](sqlite3_stmt* row) { bytes = static_cast<double>(sqlite3_column_int64(row, 0)); });
  return bytes;
}

// Decides about every actor once; answers by how much the process grew.
double growthOfAsking(const std::string& path, const GrantWorld& world, std::int64_t cacheBytesMax) {
  Asker asker(path, world.userIds, cacheBytesMax);
  const double before = heldBytes();
  for (std::size_t actor = 0; actor < world.userIds.size(); ++actor) {
    if (!asker.allows(actor, world.owners[world.ownerOf(actor, 0)].c_str())) throw std::runtime_error("not allowed");
  }
  return heldBytes() - before;
}

void measureSize(const Scratch& scratch, std::size_t grants, int rounds, Result& result, std::vector<Series>& all) {
  const std::string path = scratch.path("grants-" + std::to_string(grants) + ".db");
  const auto world = grantWorld(path, grants);
  const double scale = per / static_cast<double>(grants) / mebi;
  const double raw = rawBytes(path) * scale;
  // A quarter of what all would take.
  const auto bound = static_cast<std::int64_t>(rawBytes(path) / 4);
  Series series;
  for (int round = 0; round < rounds; ++round) {
    series.add("held", growthOfAsking(path, *world, lifted) * scale);
    series.add("raw bytes", raw);
    series.add("held with a bound", growthOfAsking(path, *world, bound) * scale);
    series.add("the bound", static_cast<double>(bound) * scale);
  }
  result.add(grants, series, {{"held", "raw bytes"}, {"held with a bound", "the bound"}});
  all.push_back(std::move(series));
}

void measureMemory(const Options& options) {
  const Scratch scratch(options.folder);
  Result result(9, "memory of identities and grants held in a process", "MiB per 100,000", "grants");
  std::vector<Series> all;
  for (const std::size_t grants : options.sizes) measureSize(scratch, grants, options.rounds, result, all);
  result.target("held over raw bytes, most grants", all.back().ratio("held", "raw bytes").median, Bound::atMost, 2.2);
  result.target("held over cacheBytesMax, most grants", all.back().ratio("held with a bound", "the bound").median,
                Bound::atMost, 1.1);
  result.plot({"held", "raw bytes"});
  result.note(
      "Raw bytes are the columns that decisions rest on, no name, no identity id. Five identities for each actor. "
      "SQLite's page caches are not counted: they are bounded by themselves.");
  result.finish(options);
}

}  // namespace

int main(int argc, char** argv) {
  return runRow([&] { measureMemory(parseOptions(argc, argv, {1000, 100000, 1000000}, 3)); });
}
