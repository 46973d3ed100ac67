// Row 5: a page of ten documents by cursor, newest first, against the same rows by keyset through prepared statements;
// the first page against pages all over the list.
// Usage: list_bench [--sizes 10000,100000,1000000] [--rounds N] [--folder DIR] [--json FILE]
#include <random>
#include <stdexcept>

#include "list_asker.h"
#include "list_floor.h"
#include "result.h"

using namespace stead::bench;

namespace {

constexpr std::size_t pagesPerRound = 400;

void requireFull(std::size_t documents) {
  if (documents < pageSize) throw std::runtime_error("a page came back short");
}

// Rows to stay below, all over the list; row keys run from 1.
std::vector<std::int64_t> places(std::size_t documents) {
  std::mt19937_64 random(20261122);  // every run asks the same
  std::vector<std::int64_t> out;
  for (std::size_t i = 0; i < pagesPerRound; ++i) {
    out.push_back(static_cast<std::int64_t>(pageSize + 2 + random() % (documents - pageSize - 2)));
  }
  return out;
}

Series measureSize(const Scratch& scratch, std::size_t documents, int rounds) {
  const std::string path = scratch.path("documents-" + std::to_string(documents) + ".db");
  const ListWorld world = documentWorld(path, documents);
  ListAsker ours(path, world);
  ListFloor raw(path, world);
  const std::vector<std::int64_t> below = places(documents);
  std::vector<Record> requests;
  for (const std::int64_t row : below) requests.push_back(ListAsker::pageBelow(row));
  const Record first = ListAsker::firstPage();
  const auto p50 = [](const auto& act) { return measure(pagesPerRound, act).p50(); };
  return interleave(
      rounds,
      {[&](Series& out) { out.add("ours", p50([&](std::size_t i) { requireFull(ours.page(requests[i])); })); },
       [&](Series& out) { out.add("raw", p50([&](std::size_t i) { requireFull(raw.page(below[i])); })); },
       [&](Series& out) { out.add("ours, first", p50([&](std::size_t) { requireFull(ours.page(first)); })); },
       [&](Series& out) { out.add("raw, first", p50([&](std::size_t) { requireFull(raw.page(fromNewest)); })); }});
}

void measureLists(const Options& options) {
  const Scratch scratch(options.folder);
  Result result(5, "a page of ten documents by cursor", "µs per page", "documents");
  std::vector<Series> all;
  for (const std::size_t documents : options.sizes) {
    all.push_back(measureSize(scratch, documents, options.rounds));
    result.add(documents, all.back(), {{"ours", "raw"}, {"ours", "ours, first"}});
  }
  const Series& largest = all.back();
  result.target("over raw keyset, largest list", largest.ratio("ours", "raw").median, Bound::atMost, 3);
  result.target("any page over the first, largest list", largest.ratio("ours", "ours, first").median, Bound::atMost,
                1.5);
  result.target("largest list over smallest", largest.median("ours") / all.front().median("ours"), Bound::atMost, 3);
  result.plot({"ours", "raw"});
  result.note(
      "Medians of single pages at places all over the list. Raw reads the columns that the page answers of ten "
      "documents and their parties in one read transaction.");
  result.finish(options);
}

}  // namespace

int main(int argc, char** argv) {
  return runRow([&] { measureLists(parseOptions(argc, argv, {10000, 100000, 1000000}, 7)); });
}
