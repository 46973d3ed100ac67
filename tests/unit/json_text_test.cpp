#include "base/json_text.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/json.h"
#include "base/text.h"
#include "support/test_store.h"

using namespace stead;
using stead::test::codeOf;

TEST_CASE("Texts are escaped as a JSON library escapes them", "[text]") {
  std::string every;
  for (int c = 0; c < 0x80; ++c) every += static_cast<char>(c);
  for (const std::string& text : {std::string(), every, std::string("Zoë 😀 \"\\/")}) {
    CHECK(JsonText().value(text).take() == writeJson(text));
  }
}

TEST_CASE("Numbers are written as records have them", "[text]") {
  CHECK(JsonText().value(std::int64_t{-9007199254740991}).take() == "-9007199254740991");
  CHECK(JsonText().value(10.0).take() == "10");
  CHECK(JsonText().value(9.5).take() == "9.5");
  CHECK(codeOf([] { JsonText().value(std::int64_t{9007199254740992}); }) == "internalError");
}

TEST_CASE("Objects and lists get their commas, however they are nested", "[text]") {
  JsonText out;
  out.beginObject().name("none").beginObject().endObject().member("flag", true);
  out.name("pairs").beginArray();
  for (const char* key : {"a", "b"}) out.beginArray().value(key).value(std::int64_t{1}).endArray();
  out.endArray().member("texts", std::vector<std::string>{"x", "y"});
  out.memberUnlessEmpty("left", "").memberIfAny("out", std::optional<std::int64_t>());
  out.name("json").json(R"({"k":null})").membersOf("{}").membersOf(R"({"last":"z"})").endObject();
  CHECK(out.take() == R"({"none":{},"flag":true,"pairs":[["a",1],["b",1]],"texts":["x","y"],)"
                      R"("json":{"k":null},"last":"z"})");
}

TEST_CASE("What is not UTF-8 is never handed out, wherever it stands", "[text]") {
  for (std::size_t length = 0; length < 20; ++length) {
    const std::string before(length, 'a');
    CHECK(text::isUtf8(before + "é" + before));
    CHECK_FALSE(text::isUtf8(before + "\xC3" + before));
    CHECK(codeOf([&] { (void)JsonText().value(before + "\xFF").take(); }) == "internalError");
  }
}
