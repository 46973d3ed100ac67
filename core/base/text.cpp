#include "base/text.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <ctime>

#include "base/limits.h"

namespace stead::text {
namespace {

// Reads one code point; returns its length in bytes, 0 when it is ill-formed (overlong, surrogate, > U+10FFFF).
std::size_t decode(std::string_view s, char32_t& out) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
  const auto follows = [&](std::size_t i) { return i < s.size() && (byte(i) & 0xC0U) == 0x80U; };
  const unsigned b0 = byte(0);
  if (b0 < 0x80) {
    out = b0;
    return 1;
  }
  if (b0 >= 0xC2 && b0 <= 0xDF && follows(1)) {
    out = ((b0 & 0x1FU) << 6U) | (byte(1) & 0x3FU);
    return 2;
  }
  if (b0 >= 0xE0 && b0 <= 0xEF && follows(1) && follows(2)) {
    out = ((b0 & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU);
    return out < 0x800 || (out >= 0xD800 && out <= 0xDFFF) ? 0 : 3;
  }
  if (b0 >= 0xF0 && b0 <= 0xF4 && follows(1) && follows(2) && follows(3)) {
    out = ((b0 & 0x07U) << 18U) | ((byte(1) & 0x3FU) << 12U) | ((byte(2) & 0x3FU) << 6U) | (byte(3) & 0x3FU);
    return out < 0x10000 || out > 0x10FFFF ? 0 : 4;
  }
  return 0;
}

// Bytes at the front that are ASCII, in whole words.
std::size_t asciiWords(std::string_view s) noexcept {
  std::size_t length = 0;
  for (std::uint64_t word = 0; s.size() - length >= sizeof word; length += sizeof word) {
    std::memcpy(&word, s.data() + length, sizeof word);
    if ((word & 0x8080808080808080U) != 0) break;
  }
  return length;
}

// Calls `predicate` for every code point; stops at the first true.
template <class Predicate>
bool anyCodePoint(std::string_view s, Predicate predicate) noexcept {
  while (!s.empty()) {
    char32_t c = 0;
    const std::size_t length = decode(s, c);
    if (length == 0) return false;
    if (predicate(c)) return true;
    s.remove_prefix(length);
  }
  return false;
}

bool isUnicodeSpace(char32_t c) noexcept {
  return c == 0x20 || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 ||
         c == 0xFEFF;
}

char lowerAscii(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::tm utcOf(std::int64_t atMs) noexcept {
  const std::int64_t seconds = atMs >= 0 ? atMs / 1000 : (atMs - 999) / 1000;
  const std::time_t t = seconds;
  std::tm parts{};
  gmtime_r(&t, &parts);
  return parts;
}

}  // namespace

bool isUtf8(std::string_view bytes) noexcept {
  while (!bytes.empty()) {
    bytes.remove_prefix(asciiWords(bytes));
    if (bytes.empty()) break;
    char32_t c = 0;
    const std::size_t length = decode(bytes, c);
    if (length == 0) return false;
    bytes.remove_prefix(length);
  }
  return true;
}

std::size_t codePoints(std::string_view utf8) noexcept {
  std::size_t count = 0;
  for (const char c : utf8) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++count;
  }
  return count;
}

std::size_t characterBytes(char first) noexcept {
  const auto byte = static_cast<unsigned char>(first);
  if (byte < 0x80) return 1;
  return byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

bool hasControl(std::string_view utf8) noexcept {
  return anyCodePoint(utf8,
                      [](char32_t c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029; });
}

std::string_view trim(std::string_view text) noexcept {
  constexpr std::string_view space = " \t\r\n\v\f";
  const auto first = text.find_first_not_of(space);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(space) - first + 1);
}

bool isBlank(std::string_view utf8) noexcept {
  return !anyCodePoint(utf8, [](char32_t c) { return !isUnicodeSpace(c); });
}

std::string asciiLower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = lowerAscii(c);
  return lower;
}

bool equalsIgnoringAsciiCase(std::string_view a, std::string_view b) noexcept {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (lowerAscii(a[i]) != lowerAscii(b[i])) return false;
  }
  return true;
}

bool isGuid(std::string_view text) noexcept {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (i == 8 || i == 13 || i == 18 || i == 23) {
      if (c != '-') return false;
    } else if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
      return false;
    }
  }
  return true;
}

std::optional<std::int64_t> parseInteger(std::string_view text) noexcept {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return value;
}

std::string isoUtc(std::int64_t atMs) {
  const std::tm t = utcOf(atMs);
  std::array<char, 64> out{};
  (void)std::snprintf(out.data(), out.size(), "%04d-%02d-%02dT%02d:%02d:%02dZ", t.tm_year + 1900, t.tm_mon + 1,
                      t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec);
  return out.data();
}

std::string readableUtc(std::int64_t atMs) {
  static constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::tm t = utcOf(atMs);
  std::array<char, 64> out{};
  (void)std::snprintf(out.data(), out.size(), "%d %s %d, %02d:%02d UTC", t.tm_mday,
                      months[static_cast<std::size_t>(t.tm_mon)], t.tm_year + 1900, t.tm_hour, t.tm_min);
  return out.data();
}

bool isHttpUrl(std::string_view url) noexcept {
  if (url.size() > limits::urlBytesMax || hasControl(url) || url.find(' ') != std::string_view::npos) return false;
  std::string_view rest;
  for (const std::string_view scheme : {std::string_view("https://"), std::string_view("http://")}) {
    if (equalsIgnoringAsciiCase(url.substr(0, scheme.size()), scheme)) rest = url.substr(scheme.size());
  }
  const std::string_view authority = rest.substr(0, rest.find_first_of("/?#\\"));
  return !authority.empty() && authority.front() != ':' && authority.find('@') == std::string_view::npos &&
         url.find('\\') == std::string_view::npos;
}

}  // namespace stead::text
