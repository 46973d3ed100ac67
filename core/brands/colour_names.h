// The named colours of CSS Color 4.
#pragma once

#include <string_view>

namespace stead::brands {

[[nodiscard]] bool isColourName(std::string_view lowerCase);

}  // namespace stead::brands
