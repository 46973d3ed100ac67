// What the owner reads before he answers, word for word: evidence, so the same input always gives the same text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "delegation/operations.h"

namespace stead::identities {

struct ConsentTerms {
  std::string_view ownerName;
  std::string_view ownerEmail;
  std::string_view creatorName;
  std::string_view creatorEmail;
  std::string_view accountName;
  std::string_view productName;
  OperationSet operations = 0;
  std::optional<std::int64_t> from;
  std::optional<std::int64_t> until;
};

struct ConsentText {
  std::string locale;  // of the text; English where there is no other
  std::string text;
  std::string hash;  // SHA-256 of the text, hex
};

// `locale`: the word of the identity; English for a language without words. The catalogue is core/identities/texts/.
[[nodiscard]] ConsentText consentText(const ConsentTerms& terms, std::string_view locale);

}  // namespace stead::identities
