#include "base/email.h"

#include <idn2.h>

#include <memory>
#include <new>
#include <utility>

#include "base/limits.h"
#include "base/text.h"

namespace stead {
namespace {

constexpr std::size_t localBytesMax = 64;

bool isAtomAscii(char c) noexcept {
  constexpr std::string_view special = "!#$%&'*+-/=?^_`{|}~";
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         special.find(c) != std::string_view::npos;
}

bool isLocalPart(std::string_view local) noexcept {
  if (local.empty() || local.size() > localBytesMax || local.front() == '.' || local.back() == '.') return false;
  char before = 0;
  for (const char c : local) {
    const bool ascii = static_cast<unsigned char>(c) < 0x80;
    if (ascii && c != '.' && !isAtomAscii(c)) return false;
    if (c == '.' && before == '.') return false;
    before = c;
  }
  return !text::hasControl(local);
}

bool isHostName(std::string_view domain) noexcept {
  if (domain.size() > 253 || domain.find('.') == std::string_view::npos) return false;
  std::size_t label = 0;
  char before = '.';
  for (const char c : domain) {
    if (c == '.') {
      if (label == 0 || before == '-') return false;
      label = 0;
    } else {
      const bool ok = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-';
      if (!ok || (c == '-' && label == 0) || ++label > 63) return false;
    }
    before = c;
  }
  return label > 0 && before != '-';
}

std::optional<std::string> asciiDomain(std::string_view domain) {
  const std::string lower = text::asciiLower(domain);
  const bool ascii = lower.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-") == std::string::npos;
  if (ascii && lower.find("xn--") == std::string::npos) return lower;
  char* raw = nullptr;
  const int rc = idn2_to_ascii_8z(lower.c_str(), &raw, IDN2_NONTRANSITIONAL | IDN2_NFC_INPUT);
  const std::unique_ptr<char, void (*)(void*)> owned(raw, idn2_free);
  if (rc == IDN2_MALLOC) throw std::bad_alloc();
  if (rc != IDN2_OK) return std::nullopt;
  return text::asciiLower(owned.get());
}

}  // namespace

std::optional<Email> parseEmail(std::string_view input) {
  const std::string_view trimmed = text::trim(input);
  if (trimmed.empty() || trimmed.size() > limits::emailBytesMax || !text::isUtf8(trimmed)) return std::nullopt;
  if (trimmed.find('\0') != std::string_view::npos) return std::nullopt;
  const auto at = trimmed.find('@');
  if (at == std::string_view::npos || trimmed.find('@', at + 1) != std::string_view::npos) return std::nullopt;
  const std::string_view local = trimmed.substr(0, at);
  if (!isLocalPart(local)) return std::nullopt;
  const auto domain = asciiDomain(trimmed.substr(at + 1));
  if (!domain || !isHostName(*domain)) return std::nullopt;
  std::string key = text::asciiLower(local) + "@" + *domain;
  // A-labels are longer than what was written; a key must be an address itself.
  if (key.size() > limits::emailBytesMax) return std::nullopt;
  return Email{std::string(trimmed), std::move(key)};
}

bool isEmailKey(std::string_view text) noexcept {
  const auto at = text.find('@');
  if (at == std::string_view::npos || text.size() > limits::emailBytesMax || !isLocalPart(text.substr(0, at))) {
    return false;
  }
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80 || (c >= 'A' && c <= 'Z')) return false;
  }
  const std::string_view domain = text.substr(at + 1);
  return isHostName(domain) && domain.find("xn--") == std::string_view::npos;
}

}  // namespace stead
