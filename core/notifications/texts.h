// The catalogues of texts as they are built into the library.
#pragma once

#include <span>
#include <string_view>

namespace stead::notifications {

struct BuiltInTexts {
  std::string_view locale;  // contract word, e.g. "DE"
  std::string_view json;
};

[[nodiscard]] std::span<const BuiltInTexts> builtInTexts() noexcept;
[[nodiscard]] std::string_view englishTexts() noexcept;

}  // namespace stead::notifications
