#include "base/text.h"

#include <catch2/catch.hpp>

#include "base/email.h"
#include "base/limits.h"

using namespace stead;

TEST_CASE("UTF-8 is checked to the last byte", "[base]") {
  struct Row {
    std::string_view bytes;
    bool ok;
  };
  const Row rows[] = {{"", true},
                      {"plain", true},
                      {"h\xC3\xA9llo", true},
                      {"\xF0\x9F\x98\x80", true},
                      {"\xC0\x80", false},          // overlong NUL
                      {"\xED\xA0\x80", false},      // surrogate
                      {"\xF4\x90\x80\x80", false},  // above U+10FFFF
                      {"\xE2\x82", false},          // cut short
                      {"\x80", false}};
  for (const auto& row : rows) {
    CAPTURE(row.bytes);
    CHECK(text::isUtf8(row.bytes) == row.ok);
  }
}

TEST_CASE("An e-mail key folds case of ASCII and the domain, and nothing else", "[base]") {
  struct Row {
    std::string_view address;
    std::string_view key;  // "" = refused
  };
  const Row rows[] = {{"luthercooper@cubeflakes.com", "luthercooper@cubeflakes.com"},
                      {"  LutherCooper@CubeFlakes.COM ", "luthercooper@cubeflakes.com"},
                      {"a.b+c@cubeflakes.com", "a.b+c@cubeflakes.com"},
                      {"hank@b\xC3\xBC"
                       "cher.example",
                       "hank@xn--bcher-kva.example"},
                      {"\xC3\x84lex@cubeflakes.com", "\xC3\x84lex@cubeflakes.com"},
                      {"no-at.example", ""},
                      {"two@at@cubeflakes.com", ""},
                      {".dot@cubeflakes.com", ""},
                      {"dot..dot@cubeflakes.com", ""},
                      {"a@localhost", ""},
                      {"a@-x.com", ""},
                      {"a b@cubeflakes.com", ""},
                      {"a\r\nBcc: x@cubeflakes.com", ""},
                      {"", ""}};
  for (const auto& row : rows) {
    CAPTURE(row.address);
    const auto parsed = parseEmail(row.address);
    CHECK((parsed ? parsed->key : "") == row.key);
  }
}

TEST_CASE("An address is refused when its key would be too long to be one", "[base]") {
  const std::string label(60, 'x');
  const std::string plain = label + "." + label + "." + label + "." + label;
  const std::string longer = label + "." + label + "." + label + ".\xC3\xBC." + label;
  CHECK(parseEmail("a@" + plain));
  CHECK(longer.size() + 2 <= limits::emailBytesMax);
  CHECK_FALSE(parseEmail("a@" + longer));
}
