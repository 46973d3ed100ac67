// Reads entries back from their bytes.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/crypto.h"
#include "base/json.h"

namespace stead::audit {

inline constexpr std::string_view eraseOperation = "audit.erase";
inline constexpr const char* erasedMember = "erased";  // in the detail of an erasure

// The entry as an object; nothing when the bytes are not one canonical entry of a format version we know.
[[nodiscard]] std::optional<Json> parseEntry(std::string_view bytes);
// A text of a path of members ("subject", "id"); "" where there is none.
[[nodiscard]] std::string_view textAt(const Json& entry, std::initializer_list<std::string_view> path);
[[nodiscard]] std::optional<std::int64_t> integerAt(const Json& entry, std::initializer_list<std::string_view> path);

// The hash of the personal fields, without parsing: verifying a long trail must not cost more than its hashes.
[[nodiscard]] std::optional<Hash> personalHashIn(std::string_view bytes);
// Whether the entry says it is an erasure, without parsing.
[[nodiscard]] bool looksLikeErasure(std::string_view bytes) noexcept;

// Rows an erasure names, as texts "7" and "9-12": runs of neighbours are one text.
struct Span {
  std::int64_t from = 0;
  std::int64_t to = 0;  // inclusive
};
[[nodiscard]] std::vector<std::string> writeSpans(const std::vector<std::int64_t>& ascending);
// Nothing when the entry is not an erasure that was done.
[[nodiscard]] std::optional<std::vector<Span>> erasedSpans(std::string_view bytes);
[[nodiscard]] bool contains(const std::vector<Span>& spans, std::int64_t index) noexcept;

}  // namespace stead::audit
