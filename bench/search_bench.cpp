// Row 6: documents found by a part of their text, a page of the ten newest: one hit, no hit, and a word that one in 25
// has, against an FTS5 trigram index of the same texts and the same rows through prepared statements, and against LIKE.
// Usage: search_bench [--sizes 10000,100000,1000000] [--rounds N] [--folder DIR] [--json FILE]
#include <stdexcept>

#include "list_asker.h"
#include "list_floor.h"
#include "result.h"

using namespace stead::bench;

namespace {

constexpr std::size_t searchesPerRound = 10;
constexpr std::size_t likesPerRound = 2;
constexpr const char* noWord = "zzyzx";

Series measureSize(const Scratch& scratch, std::size_t documents, int rounds) {
  const std::string path = scratch.path("documents-" + std::to_string(documents) + ".db");
  const std::string texts = scratch.fresh("texts.db");
  const ListWorld world = documentWorld(path, documents);
  ListAsker ours(path, world);
  ListFloor raw(path, world);
  raw.indexTexts(texts);

  // Each search is for another document, from all over the list.
  std::vector<std::string> words;
  for (std::size_t i = 0; i < searchesPerRound; ++i) {
    words.push_back(documentWord((2 * i + 1) * documents / (2 * searchesPerRound)));
  }
  const auto p50 = [](const auto& act) { return measure(searchesPerRound, act).p50(); };
  const auto mustFind = [](std::size_t documentsFound) {
    if (documentsFound == 0) throw std::runtime_error("what is there was not found");
  };
  const Series series = interleave(
      rounds,
      {[&](Series& out) { out.add("ours, one hit", p50([&](std::size_t i) { mustFind(ours.find(words[i])); })); },
       [&](Series& out) {
         out.add("trigrams, one hit", p50([&](std::size_t i) { mustFind(raw.pageByTrigrams(words[i])); }));
       },
       [&](Series& out) {
         out.add("LIKE, one hit",
                 measure(likesPerRound, [&](std::size_t i) { mustFind(raw.pageByLike(words[i])); }).wallUs);
       },
       [&](Series& out) { out.add("ours, no hit", p50([&](std::size_t) { (void)ours.find(noWord); })); },
       [&](Series& out) { out.add("trigrams, no hit", p50([&](std::size_t) { (void)raw.pageByTrigrams(noWord); })); },
       [&](Series& out) { out.add("ours, common", p50([&](std::size_t) { mustFind(ours.find(commonWord)); })); },
       [&](Series& out) {
         out.add("trigrams, common", p50([&](std::size_t) { mustFind(raw.pageByTrigrams(commonWord)); }));
       }});
  removeStore(texts);
  return series;
}

void measureSearches(const Options& options) {
  const Scratch scratch(options.folder);
  Result result(6, "documents by a part of their text", "µs per page", "documents");
  std::vector<Series> all;
  for (const std::size_t documents : options.sizes) {
    all.push_back(measureSize(scratch, documents, options.rounds));
    result.add(documents, all.back(),
               {{"ours, one hit", "trigrams, one hit"},
                {"LIKE, one hit", "ours, one hit"},
                {"ours, no hit", "trigrams, no hit"},
                {"ours, common", "trigrams, common"}});
  }
  const Series& largest = all.back();
  result.target("over raw FTS5 trigrams, one hit", largest.ratio("ours, one hit", "trigrams, one hit").median,
                Bound::atMost, 1.5);
  result.target("times faster than LIKE, one hit", largest.ratio("LIKE, one hit", "ours, one hit").median,
                Bound::atLeast, 40);
  result.plot({"ours, one hit", "trigrams, one hit", "LIKE, one hit"});
  result.finish(options);
}

}  // namespace

int main(int argc, char** argv) {
  return runRow([&] { measureSearches(parseOptions(argc, argv, {10000, 100000, 1000000}, 5)); });
}
