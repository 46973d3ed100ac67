// What may be said of a brand, and what a change makes of it (contract 5).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"

namespace stead::brands {

struct BrandRequest {
  std::optional<std::string> name;
  std::optional<bool> isDefault;
  std::string members = "{}";  // those that were given, checked, as JSON
  std::optional<std::int64_t> version;
  std::optional<std::string> requestId;
};

// All violations at once; throws Code::invalidRecord or notSupportedYet.
[[nodiscard]] BrandRequest readNewBrand(const Json& request);
[[nodiscard]] BrandRequest readBrandChange(const Json& request);

// The members of a brand of which nothing was said.
[[nodiscard]] std::string defaultMembers();
// `members` with what `change` says: an empty text takes a text away, settings are changed one by one. Throws
// Code::invalidRecord when what results makes no sense.
[[nodiscard]] std::string changedMembers(std::string_view members, std::string_view change);
// Names of the members that differ, nested ones by the name of their object.
[[nodiscard]] std::vector<std::string> differences(std::string_view before, std::string_view after);

// For how long documents of the brand wait for signatures unless they say so themselves.
[[nodiscard]] std::optional<std::int64_t> expiryOf(std::string_view members);
[[nodiscard]] bool hidesDecline(std::string_view members);
// Mails of completion come without the audit trail.
[[nodiscard]] bool excludesAuditTrail(std::string_view members);
// The certificate is part of the finished document.
[[nodiscard]] bool combinesAuditTrail(std::string_view members);

// A CSS colour: #rgb, #rrggbb or a name.
[[nodiscard]] bool isColour(std::string_view text);

}  // namespace stead::brands
