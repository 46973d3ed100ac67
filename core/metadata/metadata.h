// Partial update of metadata: one function for users, identities and documents (design 5).
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "base/json.h"

namespace stead::metadata {

// Key present → overwritten, new → added, "" or null → removed, absent → untouched. Limits are counted after the
// update; when one breaks, `current` comes back unchanged and the violations say which, under `path`.
[[nodiscard]] Json merge(const Json& current, const Json& change, Violations& violations, const std::string& path);

}  // namespace stead::metadata
