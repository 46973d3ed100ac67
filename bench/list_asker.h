// The list of documents sent on behalf of others, through the C ABI.
#pragma once

#include <cstdint>
#include <string>

#include "host.h"
#include "list_world.h"

namespace stead::bench {

class ListAsker {
 public:
  ListAsker(const std::string& path, const ListWorld& world);
  // Answers how many documents came.
  std::size_t page(const Record& request);
  [[nodiscard]] static Record firstPage();
  // The page below this row, as the cursor of the page before names it.
  [[nodiscard]] static Record pageBelow(std::int64_t row);

  // The first page of what contains this text, by as many calls as it takes: an answer without documents may name a
  // place to go on from.
  std::size_t find(const std::string& needle);

 private:
  HostEngine engine_;
  HostSession session_;
};

}  // namespace stead::bench
