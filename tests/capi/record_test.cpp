// Records without a JSON library: pointers, limits, and what the edge refuses.
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "scene.h"

using namespace stead_test;

namespace {

std::string nested(int depth) {  // objects inside each other, the outermost counted
  std::string json;
  for (int i = 1; i < depth; ++i) json += R"({"a":)";
  json += "{}";
  for (int i = 1; i < depth; ++i) json += "}";
  return json;
}

std::string codeOfParse(const std::string& json) {
  Record made;
  Error error;
  const stead_status status = stead_record_parse(json.data(), static_cast<int64_t>(json.size()), out(made), out(error));
  if (status == STEAD_OK) return "ok";
  CHECK(made == nullptr);
  CHECK(stead_error_status(error.get()) == status);
  return stead_error_code(error.get());
}

// The code of a setter, "ok" when it worked.
template <class Set, class... Args>
std::string codeOf(Set set, Args... args) {
  Error error;
  return set(args..., out(error)) == STEAD_OK ? "ok" : stead_error_code(error.get());
}

}  // namespace

TEST_CASE("what the JSON edge takes and refuses", "[capi][record]") {
  const std::string big(1024 * 1024, 'x');
  const struct {
    const char* what;
    std::string json;
    const char* code;
  } rows[] = {
      {"the empty object", "{}", "ok"},
      {"an array at the top", "[]", "malformedRecord"},
      {"a text at the top", "\"a\"", "malformedRecord"},
      {"nothing", "", "malformedRecord"},
      {"something after the end", "{} {}", "malformedRecord"},
      {"a comment", "{/* no */}", "malformedRecord"},
      {"a trailing comma", "{\"a\":1,}", "malformedRecord"},
      {"a member twice", R"({"a":1,"a":2})", "malformedRecord"},
      {"a member twice, once escaped", R"({"a":1,"\u0061":2})", "malformedRecord"},
      {"a member twice, deeper", R"({"b":[{"a":1,"a":2}]})", "malformedRecord"},
      {"nesting of 64", nested(64), "ok"},
      {"nesting of 65", nested(65), "malformedRecord"},
      {"the largest integer", R"({"a":9007199254740991})", "ok"},
      {"the smallest integer", R"({"a":-9007199254740991})", "ok"},
      {"2^53", R"({"a":9007199254740992})", "malformedRecord"},
      {"-2^53", R"({"a":-9007199254740992})", "malformedRecord"},
      {"an integer of 30 digits", R"({"a":100000000000000000000000000000})", "malformedRecord"},
      {"a float beyond", R"({"a":1e300})", "malformedRecord"},
      {"a float that overflows", R"({"a":1e999})", "malformedRecord"},
      {"NaN", R"({"a":NaN})", "malformedRecord"},
      {"an emoji", "{\"a\":\"\xF0\x9F\x99\x82\"}", "ok"},
      {"a lone continuation byte", "{\"a\":\"\x80\"}", "malformedRecord"},
      {"an overlong form", "{\"a\":\"\xC0\x80\"}", "malformedRecord"},
      {"a surrogate in UTF-8", "{\"a\":\"\xED\xA0\x80\"}", "malformedRecord"},
      {"beyond U+10FFFF", "{\"a\":\"\xF4\x90\x80\x80\"}", "malformedRecord"},
      {"a lone escaped surrogate", R"({"a":"\ud800"})", "malformedRecord"},
      {"a NUL byte in the text", std::string("{\"a\":\"") + '\0' + "\"}", "malformedRecord"},
      {"exactly 1 MiB", "{\"a\":\"" + big.substr(8) + "\"}", "ok"},
      {"one byte more", "{\"a\":\"" + big.substr(7) + "\"}", "tooLarge"},
  };
  for (const auto& row : rows) {
    INFO(row.what);
    CHECK(codeOfParse(row.json) == row.code);
  }
}

TEST_CASE("empty objects and empty arrays stay what they are", "[capi][record]") {
  const Record made = record(R"({"object":{},"array":[],"null":null})");
  CHECK(stead_record_kind(made.get(), "/object") == STEAD_KIND_OBJECT);
  CHECK(stead_record_kind(made.get(), "/array") == STEAD_KIND_ARRAY);
  CHECK(stead_record_kind(made.get(), "/null") == STEAD_KIND_NULL);
  CHECK(stead_record_kind(made.get(), "/absent") == STEAD_KIND_ABSENT);
  CHECK(json(made) == R"({"array":[],"null":null,"object":{}})");
}

TEST_CASE("every kind can be read, and only as what it is", "[capi][record]") {
  const Record made = record(
      R"({"t":"text","i":-3,"w":3.0,"n":1.5,"yes":true,"no":false,"list":["a",{"b":"c"}],"a/b":{"m~n":"escaped"},"":{"":"empty"}})");
  const struct {
    const char* pointer;
    int32_t kind;
    const char* text;
    int64_t integer;
    double number;
    int32_t boolean;
    int64_t count;
  } rows[] = {
      {"", STEAD_KIND_OBJECT, nullptr, 0, 0, 0, 9},
      {"/t", STEAD_KIND_TEXT, "text", 0, 0, 0, 0},
      {"/i", STEAD_KIND_INTEGER, nullptr, -3, -3, 0, 0},
      {"/w", STEAD_KIND_INTEGER, nullptr, 3, 3, 0, 0},
      {"/n", STEAD_KIND_NUMBER, nullptr, 0, 1.5, 0, 0},
      {"/yes", STEAD_KIND_BOOLEAN, nullptr, 0, 0, 1, 0},
      {"/no", STEAD_KIND_BOOLEAN, nullptr, 0, 0, 0, 0},
      {"/list", STEAD_KIND_ARRAY, nullptr, 0, 0, 0, 2},
      {"/list/0", STEAD_KIND_TEXT, "a", 0, 0, 0, 0},
      {"/list/1", STEAD_KIND_OBJECT, nullptr, 0, 0, 0, 1},
      {"/list/1/b", STEAD_KIND_TEXT, "c", 0, 0, 0, 0},
      {"/list/2", STEAD_KIND_ABSENT, nullptr, 0, 0, 0, 0},
      {"/list/-", STEAD_KIND_ABSENT, nullptr, 0, 0, 0, 0},
      {"/list/01", STEAD_KIND_ABSENT, nullptr, 0, 0, 0, 0},
      {"/list/+1", STEAD_KIND_ABSENT, nullptr, 0, 0, 0, 0},
      {"/list/9999999999", STEAD_KIND_ABSENT, nullptr, 0, 0, 0, 0},
      {"/a~1b/m~0n", STEAD_KIND_TEXT, "escaped", 0, 0, 0, 0},
      {"/a/b", STEAD_KIND_ABSENT, nullptr, 0, 0, 0, 0},
      {"/a~2b", STEAD_KIND_ABSENT, nullptr, 0, 0, 0, 0},
      {"/a~", STEAD_KIND_ABSENT, nullptr, 0, 0, 0, 0},
      {"//", STEAD_KIND_TEXT, "empty", 0, 0, 0, 0},
      {"t", STEAD_KIND_ABSENT, nullptr, 0, 0, 0, 0},
      {"/t/", STEAD_KIND_ABSENT, nullptr, 0, 0, 0, 0},
  };
  for (const auto& row : rows) {
    INFO(row.pointer);
    CHECK(stead_record_kind(made.get(), row.pointer) == row.kind);
    int64_t length = -7;
    const char* found = stead_record_text(made.get(), row.pointer, &length);
    if (row.text == nullptr) {
      CHECK(found == nullptr);
      CHECK(length == 0);
    } else {
      REQUIRE(found != nullptr);
      CHECK(std::string(found) == row.text);
      CHECK(length == static_cast<int64_t>(std::string(row.text).size()));
    }
    CHECK(stead_record_integer(made.get(), row.pointer) == row.integer);
    CHECK(stead_record_number(made.get(), row.pointer) == row.number);
    CHECK(stead_record_boolean(made.get(), row.pointer) == row.boolean);
    CHECK(stead_record_count(made.get(), row.pointer) == row.count);
  }
}

TEST_CASE("a record is built by pointers", "[capi][record]") {
  Record made;
  Error error;
  require(stead_record_new(out(made), out(error)), error);
  CHECK(json(made) == "{}");
  stead_record* r = made.get();
  CHECK(codeOf(stead_record_set_text, r, "/title", "NDA \xF0\x9F\x99\x82", STEAD_NUL_TERMINATED) == "ok");
  CHECK(codeOf(stead_record_set_text, r, "/cut", "abc", 2) == "ok");
  CHECK(codeOf(stead_record_set_text, r, "/none", nullptr, 0) == "ok");
  CHECK(codeOf(stead_record_set_text, r, "/nul", "a\0b", 3) == "ok");
  CHECK(codeOf(stead_record_set_text, r, "/signers/0/name", "David", STEAD_NUL_TERMINATED) == "ok");
  CHECK(codeOf(stead_record_set_text, r, "/signers/0/email", "david@cubeflakes.com", STEAD_NUL_TERMINATED) == "ok");
  CHECK(codeOf(stead_record_set_integer, r, "/signers/1/order", 2) == "ok");
  CHECK(codeOf(stead_record_set_text, r, "/labels/-", "a", STEAD_NUL_TERMINATED) == "ok");
  CHECK(codeOf(stead_record_set_text, r, "/labels/-", "b", STEAD_NUL_TERMINATED) == "ok");
  CHECK(codeOf(stead_record_set_boolean, r, "/settings/viewed", 5) == "ok");
  CHECK(codeOf(stead_record_set_boolean, r, "/settings/sent", 0) == "ok");
  CHECK(codeOf(stead_record_set_null, r, "/teamId") == "ok");
  CHECK(codeOf(stead_record_set_array, r, "/operations") == "ok");
  CHECK(codeOf(stead_record_set_number, r, "/x", 1.25) == "ok");
  CHECK(codeOf(stead_record_set_number, r, "/whole", 4.0) == "ok");
  CHECK(codeOf(stead_record_set_member, r, "/metaData", "a/b~", -1, "v", -1) == "ok");
  CHECK(codeOf(stead_record_set_member, r, "/metaData", "0", -1, "zero", -1) == "ok");
  CHECK(codeOf(stead_record_set_member, r, "/metaData", "gone", 4, nullptr, 0) == "ok");
  CHECK(codeOf(stead_record_set_member, r, "/metaData", "", 0, "", 0) == "ok");
  CHECK(codeOf(stead_record_set_member, r, "/values", "0", 1, "first", 5) == "ok");
  CHECK(json(made) ==
        "{\"cut\":\"ab\",\"labels\":[\"a\",\"b\"],"
        "\"metaData\":{\"\":\"\",\"0\":\"zero\",\"a/b~\":\"v\",\"gone\":null},"
        "\"none\":\"\",\"nul\":\"a\\u0000b\",\"operations\":[],\"settings\":{\"sent\":false,\"viewed\":true},"
        "\"signers\":[{\"email\":\"david@cubeflakes.com\",\"name\":\"David\"},{\"order\":2}],\"teamId\":null,"
        "\"title\":\"NDA \xF0\x9F\x99\x82\",\"values\":{\"0\":\"first\"},\"whole\":4,\"x\":1.25}");

  int64_t length = 0;
  CHECK(std::string(stead_record_key_at(r, "/metaData", 1, &length)) == "0");
  CHECK(length == 1);
  CHECK(std::string(stead_record_key_at(r, "/metaData", 3, nullptr)) == "gone");
  CHECK(stead_record_key_at(r, "/metaData", 4, &length) == nullptr);
  CHECK(stead_record_key_at(r, "/metaData", -1, &length) == nullptr);
  CHECK(stead_record_key_at(r, "/labels", 0, &length) == nullptr);
  CHECK(std::string(stead_record_member_text(r, "/metaData", "a/b~", -1, &length)) == "v");
  CHECK(stead_record_member_text(r, "/metaData", "gone", -1, &length) == nullptr);
  CHECK(stead_record_member_text(r, "/metaData", "never", -1, &length) == nullptr);
  CHECK(std::string(stead_record_member_text(r, "/metaData", "0xyz", 1, nullptr)) == "zero");
  CHECK(stead_record_member_text(r, "/title", "0", -1, &length) == nullptr);

  CHECK(codeOf(stead_record_remove, r, "/labels/0") == "ok");
  CHECK(codeOf(stead_record_remove, r, "/labels/7") == "ok");
  CHECK(codeOf(stead_record_remove, r, "/never/was") == "ok");
  CHECK(codeOf(stead_record_remove, r, "/title") == "ok");
  CHECK(stead_record_kind(r, "/title") == STEAD_KIND_ABSENT);
  CHECK(text(made, "/labels/0") == "b");
  CHECK(stead_record_count(r, "/labels") == 1);
  // The text follows every change.
  CHECK(json(made).find("NDA") == std::string::npos);
}

TEST_CASE("records are put into and taken out of records as copies", "[capi][record]") {
  const Record outer = record(R"({"a":{"b":1},"list":[{"c":2}]})");
  Record copy;
  Error error;
  require(stead_record_copy(outer.get(), "/list/0", out(copy), out(error)), error);
  CHECK(json(copy) == R"({"c":2})");
  CHECK(codeOf(stead_record_set_integer, copy.get(), "/c", 3) == "ok");
  CHECK(json(outer) == R"({"a":{"b":1},"list":[{"c":2}]})");
  CHECK(codeOf(stead_record_set_record, outer.get(), "/list/-", copy.get()) == "ok");
  CHECK(codeOf(stead_record_set_integer, copy.get(), "/c", 4) == "ok");
  CHECK(json(outer) == R"({"a":{"b":1},"list":[{"c":2},{"c":3}]})");
  const Record self = record(R"({"b":1})");
  CHECK(codeOf(stead_record_set_record, self.get(), "/me", self.get()) == "ok");
  CHECK(json(self) == R"({"b":1,"me":{"b":1}})");
  for (const char* pointer : {"/a/b", "/list", "/never", "x"}) {
    INFO(pointer);
    CHECK(stead_record_copy(outer.get(), pointer, out(copy), out(error)) == STEAD_INVALID);
    CHECK(copy == nullptr);
    CHECK(std::string(stead_error_code(error.get())) == "malformedArgument");
  }
}

TEST_CASE("a setter that fails leaves the record as it was", "[capi][record]") {
  const Record made = record(R"({"text":"t","list":["a"],"object":{}})");
  stead_record* r = made.get();
  const std::string before = json(made);
  const std::string tooLong(5000, 'a');
  const struct {
    const char* what;
    std::string code;
    const char* expected;
  } rows[] = {
      {"no pointer", codeOf(stead_record_set_text, r, "text", "x", 1), "malformedArgument"},
      {"the record itself", codeOf(stead_record_set_text, r, "", "x", 1), "malformedArgument"},
      {"bad escape", codeOf(stead_record_set_text, r, "/a~3", "x", 1), "malformedArgument"},
      {"escape at the end", codeOf(stead_record_set_text, r, "/a~", "x", 1), "malformedArgument"},
      {"through a text", codeOf(stead_record_set_text, r, "/text/x", "x", 1), "malformedArgument"},
      {"a gap", codeOf(stead_record_set_text, r, "/list/2", "x", 1), "malformedArgument"},
      {"a name in an array", codeOf(stead_record_set_text, r, "/list/x", "x", 1), "malformedArgument"},
      {"a member of an array", codeOf(stead_record_set_member, r, "/list", "0", 1, "x", 1), "malformedArgument"},
      {"a pointer that is too long", codeOf(stead_record_set_null, r, ("/" + tooLong).c_str()), "malformedArgument"},
      {"a negative length", codeOf(stead_record_set_text, r, "/a", "x", -2), "malformedArgument"},
      {"bad UTF-8", codeOf(stead_record_set_text, r, "/a", "\xFF", 1), "malformedArgument"},
      {"bad UTF-8 in the pointer", codeOf(stead_record_set_null, r, "/\xFF"), "malformedArgument"},
      {"bad UTF-8 in the key", codeOf(stead_record_set_member, r, "/m", "\xFF", 1, "x", 1), "malformedArgument"},
      {"NULL with a length", codeOf(stead_record_set_text, r, "/a", nullptr, 1), "nullArgument"},
      {"2^53", codeOf(stead_record_set_integer, r, "/a", int64_t{1} << 53), "malformedArgument"},
      {"-2^53", codeOf(stead_record_set_integer, r, "/a", -(int64_t{1} << 53)), "malformedArgument"},
      {"NaN", codeOf(stead_record_set_number, r, "/a", std::nan("")), "malformedArgument"},
      {"infinity", codeOf(stead_record_set_number, r, "/a", std::numeric_limits<double>::infinity()),
       "malformedArgument"},
      {"beyond 2^53", codeOf(stead_record_set_number, r, "/a", 1e16), "malformedArgument"},
      {"removing the record", codeOf(stead_record_remove, r, ""), "malformedArgument"},
  };
  for (const auto& row : rows) {
    INFO(row.what);
    CHECK(row.code == row.expected);
  }
  CHECK(json(made) == before);
  CHECK(codeOf(stead_record_set_integer, r, "/a", (int64_t{1} << 53) - 1) == "ok");
  CHECK(codeOf(stead_record_set_integer, r, "/a", -(int64_t{1} << 53) + 1) == "ok");
}

TEST_CASE("nesting is limited for built records as for read ones", "[capi][record]") {
  std::string pointer;
  for (int i = 0; i < 64; ++i) pointer += "/a";
  const Record made = record("{}");
  CHECK(codeOf(stead_record_set_integer, made.get(), pointer.c_str(), 1) == "ok");  // 64 objects around a number
  CHECK(codeOf(stead_record_set_array, made.get(), pointer.c_str()) == "malformedRecord");
  CHECK(codeOf(stead_record_set_integer, made.get(), (pointer + "/a").c_str(), 1) == "malformedRecord");
  CHECK(codeOf(stead_record_set_integer, made.get(), ("/b" + pointer).c_str(), 1) == "malformedRecord");
  const Record deep = record(nested(63));
  CHECK(codeOf(stead_record_set_record, made.get(), "/c", deep.get()) == "ok");
  CHECK(codeOf(stead_record_set_record, made.get(), "/d/d", deep.get()) == "malformedRecord");
  CHECK(codeOfParse(json(made)) == "ok");
}

TEST_CASE("a built record is limited to 1 MiB, to the byte", "[capi][record]") {
  constexpr int64_t limit = 1024 * 1024;
  const std::string big(static_cast<std::size_t>(limit), 'x');
  const int64_t frame = 8;  // {"a":""}
  const Record made = record("{}");
  stead_record* r = made.get();
  CHECK(codeOf(stead_record_set_text, r, "/a", big.data(), limit - frame + 1) == "tooLarge");
  CHECK(json(made) == "{}");
  CHECK(codeOf(stead_record_set_text, r, "/a", big.data(), limit - frame) == "ok");
  CHECK(json(made).size() == static_cast<std::size_t>(limit));
  CHECK(codeOf(stead_record_set_null, r, "/b") == "tooLarge");
  // Replacing gives room back; escapes count as they are written.
  CHECK(codeOf(stead_record_set_text, r, "/a", "short", STEAD_NUL_TERMINATED) == "ok");
  const std::string quotes(static_cast<std::size_t>(limit / 2), '"');
  CHECK(codeOf(stead_record_set_text, r, "/a", quotes.data(), limit / 2 - frame / 2 + 1) == "tooLarge");
  CHECK(codeOf(stead_record_set_text, r, "/a", quotes.data(), limit / 2 - frame / 2) == "ok");
  CHECK(codeOfParse(json(made)) == "ok");
  CHECK(codeOf(stead_record_remove, r, "/a") == "ok");
  for (int i = 0; i < 2000; ++i) {
    REQUIRE(codeOf(stead_record_set_text, r, "/list/-", big.data(), 500) == "ok");
  }
  CHECK(codeOf(stead_record_set_text, r, "/rest", big.data(), 100000) == "tooLarge");
  CHECK(json(made).size() < static_cast<std::size_t>(limit));
}

TEST_CASE("an upload takes 25 files of 25 MB", "[capi][upload]") {
  Upload upload;
  Error error;
  require(stead_upload_new(out(upload), out(error)), error);
  stead_upload* u = upload.get();
  const std::string megabyte(1024 * 1024, 'x');
  CHECK(codeOf(stead_upload_append, u, "x", int64_t{1}) == "malformedArgument");
  CHECK(codeOf(stead_upload_begin_file, u, "agreement.pdf") == "ok");
  for (int i = 0; i < 25; ++i) {
    REQUIRE(codeOf(stead_upload_append, u, megabyte.data(), static_cast<int64_t>(megabyte.size())) == "ok");
  }
  CHECK(codeOf(stead_upload_append, u, "x", int64_t{1}) == "tooLarge");
  CHECK(codeOf(stead_upload_append, u, nullptr, int64_t{0}) == "ok");
  const std::string tooBig(25 * megabyte.size() + 1, 'x');
  CHECK(codeOf(stead_upload_add_file, u, "big.pdf", tooBig.data(), static_cast<int64_t>(tooBig.size())) == "tooLarge");
  CHECK(codeOf(stead_upload_add_file, u, "n.pdf", "x", int64_t{-1}) == "malformedArgument");
  CHECK(codeOf(stead_upload_add_file, u, "n.pdf", nullptr, int64_t{1}) == "nullArgument");
  std::string longName;
  for (int i = 0; i < 250; ++i) longName += "\xC3\xA9";
  CHECK(codeOf(stead_upload_add_file, u, (longName + "x").c_str(), "x", int64_t{1}) == "malformedArgument");
  for (const char* name : {"", "  ", "a\nb", "\xFF"}) {
    INFO(name);
    CHECK(codeOf(stead_upload_begin_file, u, name) == "malformedArgument");
  }
  CHECK(stead_upload_count(u) == 1);
  CHECK(codeOf(stead_upload_add_file, u, longName.c_str(), "x", int64_t{1}) == "ok");
  for (int i = 2; i < 25; ++i) REQUIRE(codeOf(stead_upload_add_file, u, "page.png", "x", int64_t{1}) == "ok");
  CHECK(codeOf(stead_upload_add_file, u, "page.png", "x", int64_t{1}) == "tooLarge");
  CHECK(codeOf(stead_upload_begin_file, u, "page.png") == "tooLarge");
  CHECK(stead_upload_count(u) == 25);
}
