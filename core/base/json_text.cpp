#include "base/json_text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/error.h"
#include "base/json.h"
#include "base/limits.h"
#include "base/text.h"

namespace stead {
namespace {

[[noreturn]] void fail(const char* why) { throw Error(Code::internalError, std::string("a text to store has ") + why); }

// The short escapes of RFC 8785; 0 for a control character that has none.
char escapeOf(char c) noexcept {
  switch (c) {
    case '"':
    case '\\':
      return c;
    case '\b':
      return 'b';
    case '\t':
      return 't';
    case '\n':
      return 'n';
    case '\f':
      return 'f';
    case '\r':
      return 'r';
    default:
      return 0;
  }
}

void appendEscaped(std::string& out, char c) {
  static constexpr char digits[] = "0123456789abcdef";
  out += '\\';
  if (const char escape = escapeOf(c)) {
    out += escape;
    return;
  }
  out += "u00";
  out += digits[static_cast<unsigned char>(c) >> 4U];
  out += digits[static_cast<unsigned char>(c) & 0x0FU];
}

void appendText(std::string& out, std::string_view text) {
  out += '"';
  std::size_t plain = 0;  // start of the run that needs no escape
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text, plain, i - plain);
    plain = i + 1;
    appendEscaped(out, c);
  }
  out.append(text, plain, text.size() - plain);
  out += '"';
}

}  // namespace

void JsonText::separate() {
  if (needsComma_) out_ += ',';
  needsComma_ = true;
}

JsonText& JsonText::open(char bracket) {
  separate();
  out_ += bracket;
  needsComma_ = false;
  return *this;
}

JsonText& JsonText::close(char bracket) {
  out_ += bracket;
  needsComma_ = true;
  return *this;
}

JsonText& JsonText::name(std::string_view member) {
  separate();
  appendText(out_, member);
  out_ += ':';
  needsComma_ = false;
  return *this;
}

JsonText& JsonText::value(std::string_view text) {
  separate();
  appendText(out_, text);
  return *this;
}

JsonText& JsonText::value(std::int64_t number) {
  if (number > limits::integerAbsMax || number < -limits::integerAbsMax) fail("an integer outside ±2^53");
  separate();
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  out_.append(digits.data(), end.ptr);
  return *this;
}

JsonText& JsonText::value(double number) {
  // 10.0 is written as 10, as the records have it.
  if (std::trunc(number) == number && std::fabs(number) <= static_cast<double>(limits::integerAbsMax)) {
    return value(static_cast<std::int64_t>(number));
  }
  return json(writeJson(number));
}

JsonText& JsonText::value(bool flag) { return json(flag ? "true" : "false"); }

JsonText& JsonText::value(const std::vector<std::string>& texts) {
  beginArray();
  for (const std::string& text : texts) value(text);
  return endArray();
}

JsonText& JsonText::json(std::string_view text) {
  separate();
  out_ += text;
  return *this;
}

JsonText& JsonText::membersOf(std::string_view object) {
  if (object.size() > 2) json(object.substr(1, object.size() - 2));
  return *this;
}

std::string JsonText::take() {
  if (!text::isUtf8(out_)) fail("a part that is not UTF-8");
  return std::move(out_);
}

}  // namespace stead
