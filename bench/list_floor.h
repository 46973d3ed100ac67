// The floor of a page of documents: the same rows by keyset through prepared statements, one read transaction a page.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "list_world.h"
#include "sqlite_floor.h"

namespace stead::bench {

inline constexpr std::int64_t fromNewest = std::numeric_limits<std::int64_t>::max();
inline constexpr std::size_t pageSize = 10;

class ListFloor {
 public:
  ListFloor(const std::string& path, ListWorld world);

  // The page below this row: documents, their parties, and whether there is more; answers how many documents.
  std::size_t page(std::int64_t below);
  // The same for the newest documents in which LIKE finds the needle.
  std::size_t pageByLike(const std::string& needle);
  // Makes an FTS5 trigram index of the same texts in a store beside.
  void indexTexts(const std::string& path);
  // The same for the newest documents in which that index finds the needle.
  std::size_t pageByTrigrams(const std::string& needle);

 private:
  std::size_t readPage(const Prepared& statement);
  std::size_t readParties(std::int64_t document);

  Db db_;
  ListWorld world_;
  Prepared begin_;
  Prepared commit_;
  Prepared page_;
  Prepared like_;
  Prepared parties_;
  Prepared trigrams_;
};

}  // namespace stead::bench
