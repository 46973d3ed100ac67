// The catalogue of texts as it is built into the library.
#pragma once

#include <string_view>

namespace stead::notifications {

[[nodiscard]] std::string_view englishTexts() noexcept;

}  // namespace stead::notifications
