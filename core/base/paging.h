// Pages of lists: what every list verb reads of its request and what every list answer looks like (design 11).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/limits.h"
#include "base/record_reader.h"

namespace stead {

// Where a list goes on, as the integers its store needs (mostly one row key). Opaque outside.
using CursorKeys = std::vector<std::int64_t>;

// `list` names the list, so that the cursor of one is not taken for that of another.
[[nodiscard]] std::string encodeCursor(std::string_view list, const CursorKeys& keys);
// Nothing for any other text than encodeCursor(list, `count` keys).
[[nodiscard]] std::optional<CursorKeys> decodeCursor(std::string_view list, std::size_t count, std::string_view cursor);

struct PageRequest {
  std::int64_t page = 1;
  std::int64_t pageSize = limits::pageSizeDefault;
  std::optional<CursorKeys> after;  // from `cursor`; then `page` was not given

  // How many rows come before the page when there is no cursor.
  [[nodiscard]] std::int64_t offset() const noexcept { return (page - 1) * pageSize; }
};

// Reads `pageSize` and `cursor`, and `page` where the list has numbered pages; violations as in the contract (1.6).
[[nodiscard]] PageRequest readPage(RecordReader& in, std::string_view list, std::size_t cursorKeys = 1,
                                   bool numbered = true);

struct Total {
  std::int64_t count = 0;
  bool capped = false;  // there are at least `count`
};

// {items, nextCursor, total, totalCapped}; nextCursor is null at the end of the list.
[[nodiscard]] Json pageAnswer(Json items, const std::optional<std::string>& nextCursor, Total total);

}  // namespace stead
