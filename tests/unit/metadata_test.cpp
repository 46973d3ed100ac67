#include "metadata/metadata.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

using namespace stead;

namespace {

std::string times(std::size_t count, std::string_view piece) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += piece;
  return out;
}

Json pairs(int count, int first = 0) {
  Json out = Json::object();
  for (int i = 0; i < count; ++i) out["key" + std::to_string(first + i)] = "value";
  return out;
}

constexpr std::string_view emoji = "\xF0\x9F\x98\x80";  // one code point, four bytes
constexpr std::string_view family =
    "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7";  // one sign on screen, three code points

}  // namespace

TEST_CASE("A metadata update overwrites, adds, removes and leaves alone", "[metadata]") {
  struct Row {
    const char* what;
    Json current;
    Json change;
    Json after;
  };
  const Row rows[] = {
      {"a present key is overwritten", {{"a", "1"}}, {{"a", "2"}}, {{"a", "2"}}},
      {"a new key is added", {{"a", "1"}}, {{"b", "2"}}, {{"a", "1"}, {"b", "2"}}},
      {"an empty text removes", {{"a", "1"}, {"b", "2"}}, {{"a", ""}}, {{"b", "2"}}},
      {"null removes", {{"a", "1"}, {"b", "2"}}, {{"a", nullptr}}, {{"b", "2"}}},
      {"an absent key is untouched", {{"a", "1"}, {"b", "2"}}, {{"b", "3"}}, {{"a", "1"}, {"b", "3"}}},
      {"an empty object changes nothing", {{"a", "1"}}, Json::object(), {{"a", "1"}}},
      {"the empty list of PHP is an empty object", {{"a", "1"}}, Json::array(), {{"a", "1"}}},
      {"null changes nothing", {{"a", "1"}}, nullptr, {{"a", "1"}}},
      {"removing what is not there is fine", Json::object(), {{"a", nullptr}, {"b", ""}}, Json::object()},
      {"a blank is a value", Json::object(), {{"a", " "}}, {{"a", " "}}},
      {"keys differ by case", {{"a", "1"}}, {{"A", "2"}}, {{"a", "1"}, {"A", "2"}}},
      {"keys are any text",
       Json::object(),
       {{"a/b~c", "1"}, {std::string(emoji), "2"}},
       {{"a/b~c", "1"}, {std::string(emoji), "2"}}},
      {"all at once",
       {{"keep", "1"}, {"change", "2"}, {"go", "3"}, {"gone", "4"}},
       {{"change", "5"}, {"go", ""}, {"gone", nullptr}, {"new", "6"}},
       {{"keep", "1"}, {"change", "5"}, {"new", "6"}}},
      {"the last pair can go", {{"a", "1"}}, {{"a", nullptr}}, Json::object()},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    Violations violations;
    CHECK(metadata::merge(row.current, row.change, violations, "/metaData") == row.after);
    CHECK(violations.empty());
  }
}

TEST_CASE("Limits of metadata hold at the edge, counted in code points after the update", "[metadata]") {
  struct Row {
    const char* what;
    Json current;
    Json change;
  };
  const Row rows[] = {
      {"a key of 50", Json::object(), {{times(50, "k"), "v"}}},
      {"a key of 50 emoji", Json::object(), {{times(50, emoji), "v"}}},
      {"a key of 1", Json::object(), {{"k", "v"}}},
      {"a value of 500", Json::object(), {{"k", times(500, "v")}}},
      {"a value of 500 emoji", Json::object(), {{"k", times(500, emoji)}}},
      {"a value of 166 joined emoji is 498 code points", Json::object(), {{"k", times(166, family)}}},
      {"50 pairs at once", Json::object(), pairs(50)},
      {"the 50th pair", pairs(49), {{"new", "v"}}},
      {"overwriting in a full map", pairs(50), {{"key7", "v"}}},
      {"one in, one out of a full map", pairs(50), {{"new", "v"}, {"key7", nullptr}}},
      {"removing a key that could never be there", Json::object(), {{times(51, "k"), nullptr}, {"", ""}}},
      {"60 removals", pairs(50),
       [] {
         Json change = pairs(60);
         for (auto& value : change) value = nullptr;
         return change;
       }()},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    Violations violations;
    Json expected = row.current;
    for (const auto& [key, value] : row.change.items()) {
      if (value.is_null() || value == "") {
        expected.erase(key);
      } else {
        expected[key] = value;
      }
    }
    CHECK(metadata::merge(row.current, row.change, violations, "/metaData") == expected);
    CHECK(violations.empty());
  }
}

TEST_CASE("A metadata update that breaks a rule is refused whole", "[metadata]") {
  struct Row {
    const char* what;
    Json current;
    Json change;
    std::vector<std::string> fields;
  };
  const Row rows[] = {
      {"a key of 51", {{"a", "1"}}, {{times(51, "k"), "v"}, {"a", "2"}}, {"/metaData/" + times(51, "k")}},
      {"a key of 51 emoji", Json::object(), {{times(51, emoji), "v"}}, {"/metaData/" + times(51, emoji)}},
      {"an empty key", {{"a", "1"}}, {{"", "v"}}, {"/metaData/"}},
      {"a value of 501", {{"a", "1"}}, {{"a", times(501, "v")}}, {"/metaData/a"}},
      {"a value of 501 emoji", {{"a", "1"}}, {{"a", times(501, emoji)}}, {"/metaData/a"}},
      {"167 joined emoji are 501 code points", {{"a", "1"}}, {{"a", times(167, family)}}, {"/metaData/a"}},
      {"51 pairs at once", {{"key0", "1"}}, pairs(51), {"/metaData"}},
      {"the 51st pair", pairs(50), {{"new", "v"}}, {"/metaData"}},
      {"two in, one out of a full map", pairs(50), {{"n1", "v"}, {"n2", "v"}, {"key7", ""}}, {"/metaData"}},
      {"a number", {{"a", "1"}}, {{"a", 5}, {"b", "2"}}, {"/metaData/a"}},
      {"a boolean", {{"a", "1"}}, {{"a", true}}, {"/metaData/a"}},
      {"an object", {{"a", "1"}}, {{"a", Json::object()}}, {"/metaData/a"}},
      {"a list", {{"a", "1"}}, {{"a", Json::array()}}, {"/metaData/a"}},
      {"a list instead of an object", {{"a", "1"}}, Json::array({"a"}), {"/metaData"}},
      {"a text instead of an object", {{"a", "1"}}, "a", {"/metaData"}},
      {"a key with pointer signs", Json::object(), {{"a/b~c", 1}}, {"/metaData/a~1b~0c"}},
      {"every violation is named",
       {{"a", "1"}},
       {{"a", 1}, {"b", times(501, "v")}, {"c", "fine"}},
       {"/metaData/a", "/metaData/b"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    Violations violations;
    CHECK(metadata::merge(row.current, row.change, violations, "/metaData") == row.current);
    std::vector<std::string> fields;
    for (const FieldError& violation : violations.fields()) fields.push_back(violation.field);
    CHECK(fields == row.fields);
  }
}
