#include <catch2/catch.hpp>
#include <chrono>

#include "documents/field_values.h"
#include "support/send_samples.h"

using namespace stead;
using namespace stead::documents;

namespace {

constexpr std::int64_t newYear = 1767225600000;  // 2026-01-01T00:00:00Z

Field field(FieldType type, bool required = true, std::string id = "f") {
  Field out;
  out.id = std::move(id);
  out.type = type;
  out.required = required;
  return out;
}
Field box(Validation validation, std::string regex = {}, std::string message = {}) {
  Field out = field(FieldType::textBox);
  out.validation = validation;
  out.regex = std::move(regex);
  out.regexMessage = std::move(message);
  return out;
}
Field limited(std::int64_t characters) {
  Field out = field(FieldType::textBox);
  out.characterLimit = characters;
  return out;
}
Field preset(Field out, std::string value) {
  out.value = std::move(value);
  return out;
}

// "=value" when stored so, "-" when accepted without a value, else "path: message".
std::string outcome(const Field& field, const Json& values) {
  Violations violations;
  const auto accepted = acceptValues({field}, values, newYear, violations);
  if (!violations.empty()) return violations.fields()[0].field + ": " + violations.fields()[0].message;
  return accepted.empty() ? "-" : "=" + accepted[0].second;
}

}  // namespace

TEST_CASE("The values of each type of field", "[sending][values]") {
  struct Row {
    Field field;
    Json value;  // null = not given
    std::string outcome;
  };
  const auto signature = field(FieldType::signature);
  const auto check = field(FieldType::checkBox);
  const auto line = field(FieldType::textBox);
  const Row rows[] = {
      {signature, "David", "=David"},
      {signature, nullptr, "/values/f: is required"},
      {signature, "", "/values/f: is required"},
      {signature, "  ", "/values/f: must be the typed name"},
      {signature, std::string(200, 'd'), "=" + std::string(200, 'd')},
      {signature, std::string(201, 'd'), "/values/f: must be at most 200 characters"},
      {signature, "Da\nvid", "/values/f: must not contain control characters"},
      {signature, 5, "/values/f: must be text"},
      {field(FieldType::signature, false), nullptr, "-"},
      {field(FieldType::initial), "D", "=D"},
      {field(FieldType::initial), nullptr, "/values/f: is required"},
      {check, "true", "=true"},
      {check, "false", "/values/f: has to be checked"},
      {check, nullptr, "/values/f: has to be checked"},
      {check, "yes", "/values/f: must be true or false"},
      {check, true, "/values/f: must be text"},
      {field(FieldType::checkBox, false), "false", "=false"},
      {field(FieldType::checkBox, false), nullptr, "-"},
      {preset(check, "true"), nullptr, "=true"},
      {line, "anything \xF0\x9F\x98\x80", "=anything \xF0\x9F\x98\x80"},
      {line, "two\nlines", "=two\nlines"},
      {line, std::string("a\0b", 3), "/values/f: must not contain control characters"},
      {line, " ", "/values/f: is required"},
      {line, std::string(5000, 't'), "=" + std::string(5000, 't')},
      {line, std::string(5001, 't'), "/values/f: must be at most 5000 characters"},
      {limited(3), "\xC3\xA9\xC3\xA9\xC3\xA9", "=\xC3\xA9\xC3\xA9\xC3\xA9"},
      {limited(3), "abcd", "/values/f: must be at most 3 characters"},
      {limited(9000), std::string(5001, 't'), "/values/f: must be at most 5000 characters"},
      {preset(line, "preset"), nullptr, "=preset"},
      {preset(line, "preset"), "own", "=own"},
      {preset(line, "preset"), "", "/values/f: is required"},
      {preset(field(FieldType::textBox, false), "preset"), "", "="},
      {field(FieldType::textBox, false), nullptr, "-"},
      {box(Validation::numbersOnly), "0123", "=0123"},
      {box(Validation::numbersOnly), "12.5", "/values/f: must be digits only"},
      {box(Validation::numbersOnly), "\xD9\xA3", "/values/f: must be digits only"},
      {box(Validation::emailAddress), "david@cubeflakes.com", "=david@cubeflakes.com"},
      {box(Validation::emailAddress), "david", "/values/f: must be an e-mail address"},
      {box(Validation::currency), "1234", "=1234"},
      {box(Validation::currency), "1,234.50", "=1,234.50"},
      {box(Validation::currency), "$12.5", "=$12.5"},
      {box(Validation::currency), "\xE2\x82\xAC 1,000,000", "=\xE2\x82\xAC 1,000,000"},
      {box(Validation::currency), "12.345", "/values/f: must be an amount of money, such as 1,234.50"},
      {box(Validation::currency), "1,23", "/values/f: must be an amount of money, such as 1,234.50"},
      {box(Validation::currency), "1234,567", "/values/f: must be an amount of money, such as 1,234.50"},
      {box(Validation::currency), "1,", "/values/f: must be an amount of money, such as 1,234.50"},
      {box(Validation::currency), ".5", "/values/f: must be an amount of money, such as 1,234.50"},
      {box(Validation::currency), "$", "/values/f: must be an amount of money, such as 1,234.50"},
      {box(Validation::customRegex, "[A-Z]{2}\\d+"), "AB12", "=AB12"},
      // The whole value has to match, written with or without anchors.
      {box(Validation::customRegex, "[A-Z]{2}\\d+"), "xAB12", "/values/f: does not match the pattern of this field"},
      {box(Validation::customRegex, "^[A-Z]+$"), "AB", "=AB"},
      {box(Validation::customRegex, "^[A-Z]+$"), "AB\n", "/values/f: does not match the pattern of this field"},
      {box(Validation::customRegex, "a|ab"), "ab", "=ab"},
      {box(Validation::customRegex, "."), "\xF0\x9F\x98\x80", "=\xF0\x9F\x98\x80"},
      {box(Validation::customRegex, "\\d+", "Only digits, please"), "x", "/values/f: Only digits, please"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.value.dump().substr(0, 60), row.field.regex);
    CHECK(outcome(row.field, {{"f", row.value}}) == row.outcome);
  }
}

TEST_CASE("The date of signing is ours", "[sending][values]") {
  const std::int64_t moment = 1785974399999;  // 2026-08-05T23:59:59.999Z
  const std::pair<const char*, const char*> rows[] = {
      {"MM/dd/yyyy", "08/05/2026"},     {"dd/MM/yyyy", "05/08/2026"},     {"dd-MMM-yyyy", "05-Aug-2026"},
      {"MMM-dd-yyyy", "Aug-05-2026"},   {"MMM dd, yyyy", "Aug 05, 2026"}, {"dd MMM, yyyy", "05 Aug, 2026"},
      {"yyyy, MMM dd", "2026, Aug 05"}, {"yyyy/MM/dd", "2026/08/05"},     {"dd-MM-yyyy", "05-08-2026"},
      {"MM-dd-yyyy", "08-05-2026"},     {"yyyy-MM-dd", "2026-08-05"}};
  for (const auto& [format, expected] : rows) CHECK(dateText(format, moment) == expected);

  Field date = field(FieldType::dateSigned);
  date.dateFormat = "dd-MMM-yyyy";
  CHECK(outcome(date, Json::object()) == "=01-Jan-2026");
  CHECK(outcome(date, {{"f", nullptr}}) == "=01-Jan-2026");
  CHECK(outcome(date, {{"f", "01-Jan-2020"}}) == "/values/f: the date of signing is filled in by Stead; leave it out");
}

TEST_CASE("All values are judged at once, and unknown ones refused", "[sending][values]") {
  const std::vector<Field> fields{field(FieldType::signature, true, "sign"), field(FieldType::textBox, true, "a/b~c"),
                                  field(FieldType::checkBox, true, "ok")};
  Violations violations;
  const Json values = {{"sign", 1}, {"ok", "maybe"}, {"x/y", "?"}};
  (void)acceptValues(fields, values, newYear, violations);
  std::vector<std::string> paths;
  for (const auto& error : violations.fields()) paths.push_back(error.field);
  std::sort(paths.begin(), paths.end());
  CHECK(paths == std::vector<std::string>{"/values/a~1b~0c", "/values/ok", "/values/sign", "/values/x~1y"});
}

TEST_CASE("Values are an object, and PHP's empty one is a list", "[sending][values]") {
  CHECK(outcome(field(FieldType::textBox, false), Json::array()) == "-");
  CHECK(outcome(field(FieldType::textBox, false), nullptr) == "-");
  CHECK(outcome(field(FieldType::textBox, false), Json::array({"f"})) ==
        "/values: must be an object of field ids and texts");
  CHECK(outcome(field(FieldType::textBox, false), "f") == "/values: must be an object of field ids and texts");
}

TEST_CASE("Evil patterns stop at their limits", "[sending][values]") {
  const std::string limit = "/values/f: could not be checked against the pattern of this field within its limits";
  // The required letter is there, so that no short cut tells the answer early.
  const std::string a = std::string(4000, 'a') + "bxzc";
  for (const char* pattern :
       {"(a+)+b", "(a|aa)+b", "(.*)*(.*)*(.*)*x", "(?:(?:a?){50}){50}(?:a{1,50}){1,50}z", "(a|(?R))*b"}) {
    CAPTURE(pattern);
    REQUIRE_FALSE(patternProblem(pattern));
    const auto start = std::chrono::steady_clock::now();
    const std::string got = outcome(box(Validation::customRegex, pattern), {{"f", a}});
    const auto took = std::chrono::steady_clock::now() - start;
    CHECK((got == limit || got == "/values/f: does not match the pattern of this field"));
    CHECK(took < std::chrono::seconds(2));
  }
  CHECK(outcome(box(Validation::customRegex, "(a+)+b"), {{"f", a}}) == limit);
}
