// E-mail addresses and the frozen key under which they are compared (design 7, "E-mail key").
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stead {

struct Email {
  std::string address;  // as written, trimmed
  std::string key;      // ASCII lower-case local part, "@", A-label domain; no dot or plus folding
};

// Nothing when the text is not an address we accept: one '@', a dot-atom local part of at most 64 bytes
// (UTF-8 allowed), a domain of two or more labels, at most limits::emailBytesMax bytes in all.
[[nodiscard]] std::optional<Email> parseEmail(std::string_view text);

// Fast path for look-ups: true when `text` is its own key, so that no parse is needed.
[[nodiscard]] bool isEmailKey(std::string_view text) noexcept;

}  // namespace stead
