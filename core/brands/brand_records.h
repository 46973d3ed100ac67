// The records in which brands leave the core.
#pragma once

#include "base/json.h"
#include "brands/brand.h"

namespace stead::brands {

[[nodiscard]] Json brandRecord(const Brand& brand);
// What a document was sent with: {id, name, logo, …members}.
[[nodiscard]] Json lookRecord(const Look& look);

}  // namespace stead::brands
