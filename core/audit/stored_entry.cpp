#include "audit/stored_entry.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "audit/canonical.h"
#include "audit/checkpoint.h"
#include "base/error.h"

namespace stead::audit {
namespace {

// In canonical JSON a quote inside a text is always escaped, so these runs of characters are members, not content.
constexpr std::string_view personalMark = R"(,"personal":")";
constexpr std::string_view erasureMark = R"(,"operation":"audit.erase")";

const Json* find(const Json& entry, std::initializer_list<std::string_view> path) {
  const Json* value = &entry;
  for (const std::string_view name : path) {
    if (!value->is_object()) return nullptr;
    const auto member = value->find(name);
    if (member == value->end()) return nullptr;
    value = &*member;
  }
  return value;
}

std::optional<Span> readSpan(std::string_view text) {
  const auto dash = text.find('-');
  const auto from = parseDecimal(text.substr(0, dash));
  const auto to = dash == std::string_view::npos ? from : parseDecimal(text.substr(dash + 1));
  if (!from || !to || *to < *from) return std::nullopt;
  return Span{*from, *to};
}

}  // namespace

std::optional<Json> parseEntry(std::string_view bytes) {
  Json entry;
  try {
    entry = parseRecord(bytes);
  } catch (const Error&) {
    return std::nullopt;
  }
  if (integerAt(entry, {"v"}) != entryFormatVersion || writeJson(entry) != bytes) return std::nullopt;
  return entry;
}

std::string_view textAt(const Json& entry, std::initializer_list<std::string_view> path) {
  const Json* value = find(entry, path);
  if (value == nullptr || !value->is_string()) return {};
  return value->get_ref<const std::string&>();
}

std::optional<std::int64_t> integerAt(const Json& entry, std::initializer_list<std::string_view> path) {
  const Json* value = find(entry, path);
  if (value == nullptr || !value->is_number_integer()) return std::nullopt;
  return value->get<std::int64_t>();
}

std::optional<Hash> personalHashIn(std::string_view bytes) {
  const auto at = bytes.find(personalMark);
  if (at == std::string_view::npos) return std::nullopt;
  const auto hash = crypto::fromHex(bytes.substr(at + personalMark.size(), 2 * sizeof(Hash)));
  Hash out{};
  // A hash that cannot be read fits no fields: zeros say so.
  if (hash && hash->size() == out.size()) std::copy(hash->begin(), hash->end(), out.begin());
  return out;
}

bool looksLikeErasure(std::string_view bytes) noexcept { return bytes.find(erasureMark) != std::string_view::npos; }

std::vector<std::string> writeSpans(const std::vector<std::int64_t>& ascending) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < ascending.size();) {
    std::size_t last = i;
    while (last + 1 < ascending.size() && ascending[last + 1] == ascending[last] + 1) ++last;
    std::string text = std::to_string(ascending[i]);
    if (last > i) text += "-" + std::to_string(ascending[last]);
    out.push_back(std::move(text));
    i = last + 1;
  }
  return out;
}

std::optional<std::vector<Span>> erasedSpans(std::string_view bytes) {
  const auto entry = parseEntry(bytes);
  if (!entry || textAt(*entry, {"operation"}) != eraseOperation || textAt(*entry, {"outcome"}) != "done") {
    return std::nullopt;
  }
  std::vector<Span> spans;
  const Json* texts = find(*entry, {"detail", erasedMember});
  if (texts == nullptr || !texts->is_array()) return spans;
  for (const Json& text : *texts) {
    if (!text.is_string()) return std::nullopt;
    const auto span = readSpan(text.get_ref<const std::string&>());
    if (!span) return std::nullopt;
    spans.push_back(*span);
  }
  return spans;
}

bool contains(const std::vector<Span>& spans, std::int64_t index) noexcept {
  return std::any_of(spans.begin(), spans.end(),
                     [index](const Span& span) { return span.from <= index && index <= span.to; });
}

}  // namespace stead::audit
