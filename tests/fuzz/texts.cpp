// Texts of people: e-mail addresses, URLs, patterns of fields and the values that meet them.
#include "base/email.h"

#include <chrono>

#include "base/limits.h"
#include "base/text.h"
#include "documents/field_values.h"
#include "support.h"

using namespace stead;
using stead_fuzz::hold;

namespace {

void address(std::string_view text) {
  const auto email = parseEmail(text);
  hold(!isEmailKey(text) || (email && email->key == text), "what is its own key is an address");
  if (!email) return;
  hold(email->address.size() <= limits::emailBytesMax && text::isUtf8(email->address) &&
           !text::hasControl(email->address),
       "an address can stand in a mail header");
  const auto again = parseEmail(email->key);
  hold(again && again->key == email->key, "a key is the key of itself");
}

void plainText(std::string_view text) {
  const auto number = text::parseInteger(text);
  if (number) hold(text::parseInteger(std::to_string(*number)) == number, "an integer reads back as itself");
  if (!text::isUtf8(text)) return;  // the record edge lets nothing else in
  hold(text::codePoints(text) <= text.size(), "a code point takes a byte or more");
  hold(text::trim(text::trim(text)) == text::trim(text), "trimming twice is trimming once");
  hold(!text::isBlank(text) || text::trim(text).find_first_of("abc") == std::string_view::npos,
       "a letter is not blank");
  hold(!text::isGuid(text) || text.size() == 36, "an id has one length");
  if (text::isHttpUrl(text)) {
    hold(text.size() <= limits::urlBytesMax && !text::hasControl(text), "a URL can stand in a mail");
    hold(text.find_first_of("\r\n ") == std::string_view::npos, "a URL is one word");
  }
}

// A pattern is the sender's, a value the signer's: neither may hold up the process.
void pattern(std::string_view pattern, std::string_view value) {
  if (!text::isUtf8(pattern) || !text::isUtf8(value)) return;
  documents::Field field;
  field.type = documents::FieldType::textBox;
  field.regex = pattern;
  field.validation = documents::Validation::customRegex;
  const auto problem = documents::patternProblem(pattern);
  if (problem) {
    hold(text::isUtf8(*problem), "what is wrong with a pattern is said in UTF-8");
    return;
  }
  const auto first = documents::valueProblem(field, value);
  hold(first == documents::valueProblem(field, value), "a value is judged the same twice");
}

void value(std::uint8_t how, std::string_view text) {
  if (!text::isUtf8(text)) return;
  documents::Field field;
  field.type = how % 2 == 0 ? documents::FieldType::textBox : documents::FieldType::checkBox;
  field.validation = static_cast<documents::Validation>(how / 2 % 4);
  field.characterLimit = how / 16;
  const auto problem = documents::valueProblem(field, text);
  if (!problem && field.type == documents::FieldType::textBox && field.characterLimit > 0) {
    hold(text::codePoints(text) <= static_cast<std::size_t>(field.characterLimit), "a value keeps its limit");
  }
  if (documents::isDateFormat(text))
    hold(!documents::dateText(text, stead_test::newYear2026).empty(), "a form of dates writes one");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  stead_fuzz::Input input(data, size);
  switch (input.byte()) {
    case 'a':
      address(input.rest());
      break;
    case 't':
      plainText(input.rest());
      break;
    case 'v': {
      const std::uint8_t how = input.byte();
      value(how, input.rest());
      break;
    }
    default: {
      const std::string_view first = input.line();
      pattern(first, input.rest());
    }
  }
  return 0;
}
