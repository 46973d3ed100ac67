// Search for any part of a text through an index of trigrams. The index answers candidates, newest first; whoever asks
// looks at each of them himself. It is kept in the same transaction as the rows, and only when their words change.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "storage/database.h"

namespace stead::textSearch {

// Removing takes exactly what was added: the index keeps no copy of it.
struct IdentityWords {
  std::int64_t row = 0;
  std::int64_t creatorRow = 0;
  std::string_view name;
  std::string_view email;
};
void add(Connection& db, const IdentityWords& words);
void remove(Connection& db, const IdentityWords& words);

struct DocumentWords {
  std::int64_t row = 0;
  std::int64_t holderRow = 0;
  std::string_view words;
};
void add(Connection& db, AccountScope scope, const DocumentWords& words);
void remove(Connection& db, AccountScope scope, const DocumentWords& words);

// What to look for, for the statements with MATCH. Nothing when the needle, in lower case, is too short for the index
// (less than three characters): then the rows themselves must be looked through.
[[nodiscard]] std::optional<std::string> ofCreator(std::int64_t creatorRow, std::string_view needle);
[[nodiscard]] std::optional<std::string> ofHolder(std::int64_t holderRow, std::string_view needle);
[[nodiscard]] std::optional<std::string> ofAccount(AccountScope scope, std::string_view needle);

// Below it a list is looked through faster than an index that holds everybody's rows.
inline constexpr std::int64_t scannedRowsMax = 500;

}  // namespace stead::textSearch
