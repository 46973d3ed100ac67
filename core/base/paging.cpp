#include "base/paging.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/crypto.h"
#include "base/text.h"

namespace stead {
namespace {

constexpr std::size_t cursorBytesMax = 400;

std::optional<std::int64_t> integerWithin(const Json& member, std::int64_t min, std::int64_t max) {
  if (!member.is_number_integer()) return std::nullopt;
  const auto value = member.get<std::int64_t>();
  if (value < min || value > max) return std::nullopt;
  return value;
}

// A numbered page is reached by stepping over all before it, so pages reach as far as totals are counted; a cursor
// reaches everywhere at the price of the first page.
void readPageNumber(RecordReader& in, const Json& page, PageRequest& out) {
  const auto number = integerWithin(page, 1, limits::integerAbsMax);
  if (!number) {
    in.violation("page", "Page number should be greater than 0");
  } else if (*number > limits::totalCountedMax / out.pageSize) {
    in.violation("page", "pages reach the first " + std::to_string(limits::totalCountedMax) +
                             " rows; pass nextCursor as cursor to go further");
  } else {
    out.page = *number;
  }
}

}  // namespace

std::string encodeCursor(std::string_view list, const CursorKeys& keys) {
  std::string plain(list);
  for (const std::int64_t key : keys) plain += "|" + std::to_string(key);
  return crypto::base64Url(bytesOf(plain));
}

std::optional<CursorKeys> decodeCursor(std::string_view list, std::size_t count, std::string_view cursor) {
  if (cursor.size() > cursorBytesMax) return std::nullopt;
  const auto bytes = crypto::fromBase64Url(cursor);
  if (!bytes) return std::nullopt;
  std::string_view rest = textOf(*bytes);
  if (!rest.starts_with(list)) return std::nullopt;
  rest.remove_prefix(list.size());
  CursorKeys keys;
  while (!rest.empty()) {
    if (rest.front() != '|') return std::nullopt;
    rest.remove_prefix(1);
    const auto end = std::min(rest.find('|'), rest.size());
    const auto key = text::parseInteger(rest.substr(0, end));
    if (!key) return std::nullopt;
    keys.push_back(*key);
    rest.remove_prefix(end);
  }
  if (keys.size() != count) return std::nullopt;
  return keys;
}

PageRequest readPage(RecordReader& in, std::string_view list, std::size_t cursorKeys, bool numbered) {
  PageRequest out;
  if (const Json* size = in.any("pageSize"); size != nullptr && !size->is_null()) {
    if (const auto value = integerWithin(*size, 1, limits::pageSizeMax)) {
      out.pageSize = *value;
    } else {
      in.violation("pageSize", "Provide a valid page size between 1 and 100");
    }
  }
  bool hasPage = false;
  if (const Json* page = numbered ? in.any("page") : nullptr; page != nullptr && !page->is_null()) {
    hasPage = true;
    readPageNumber(in, *page, out);
  }
  if (const auto cursor = in.text("cursor"); cursor && !cursor->empty()) {
    out.after = decodeCursor(list, cursorKeys, *cursor);
    if (!out.after) in.violation("cursor", "is not a cursor of this list; pass a nextCursor as it was answered");
    if (hasPage) in.violation("cursor", "cannot be combined with page; give one of the two");
  }
  return out;
}

Json pageAnswer(Json items, const std::optional<std::string>& nextCursor, Total total) {
  Json out = Json::object();
  out["items"] = std::move(items);
  out["nextCursor"] = nextCursor ? Json(*nextCursor) : Json(nullptr);
  out["total"] = total.count;
  out["totalCapped"] = total.capped;
  return out;
}

}  // namespace stead
