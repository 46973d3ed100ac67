// UTF-8 and ASCII helpers. Nothing here depends on a locale.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace stead::text {

[[nodiscard]] bool isUtf8(std::string_view bytes) noexcept;
// `utf8` must be well formed.
[[nodiscard]] std::size_t codePoints(std::string_view utf8) noexcept;
// The bytes of a character, told by its first; 1 to 4.
[[nodiscard]] std::size_t characterBytes(char first) noexcept;
// True for U+0000..U+001F, U+007F..U+009F, U+2028 and U+2029 anywhere in well-formed UTF-8:
// what could break a mail header, a log line or a one-line text.
[[nodiscard]] bool hasControl(std::string_view utf8) noexcept;
[[nodiscard]] std::string_view trim(std::string_view text) noexcept;  // ASCII white space
[[nodiscard]] bool isBlank(std::string_view utf8) noexcept;           // empty or only Unicode white space
[[nodiscard]] std::string asciiLower(std::string_view text);
[[nodiscard]] bool equalsIgnoringAsciiCase(std::string_view a, std::string_view b) noexcept;
// Lower-case GUID form xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx.
[[nodiscard]] bool isGuid(std::string_view text) noexcept;
[[nodiscard]] std::optional<std::int64_t> parseInteger(std::string_view text) noexcept;
// "2026-11-21T09:30:00Z" and "21 Nov 2026, 09:30 UTC" of Unix milliseconds.
[[nodiscard]] std::string isoUtc(std::int64_t atMs);
[[nodiscard]] std::string readableUtc(std::int64_t atMs);
// An http(s) URL with a host, at most limits::urlBytesMax bytes, no control characters, no user info.
[[nodiscard]] bool isHttpUrl(std::string_view url) noexcept;

}  // namespace stead::text
