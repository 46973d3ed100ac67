// What may be said of a brand, and which logos are taken.
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/limits.h"
#include "brands/brand_rules.h"
#include "brands/logo.h"

using namespace stead;

namespace {

std::string problemsOf(const Json& request, bool creating) {
  try {
    (void)(creating ? brands::readNewBrand(request) : brands::readBrandChange(request));
  } catch (const Error& error) {
    std::string list = codeName(error.code());
    for (const FieldError& field : error.fields()) list += " " + field.field;
    return list;
  }
  return "";
}

std::string svg(const std::string& inside) { return R"(<svg xmlns="http://www.w3.org/2000/svg">)" + inside + "</svg>"; }

Bytes fileOf(const std::string& name) {
  std::ifstream in(STEAD_SOURCE_DIR "/tests/data/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string codeOfLogo(ByteView bytes) {
  try {
    return brands::tellLogo(bytes);
  } catch (const Error& error) {
    return codeName(error.code());
  }
}

}  // namespace

TEST_CASE("Members of a brand are checked, all at once", "[brands]") {
  const struct {
    Json request;
    bool creating;
    const char* problems;
  } rows[] = {
      {{{"name", "Cubeflakes"}}, true, ""},
      {Json::object(), true, "invalidRecord /name"},
      {{{"name", " "}}, true, "invalidRecord /name"},
      {Json::object(), false, ""},
      {{{"name", ""}}, false, "invalidRecord /name"},
      {{{"name", std::string(81, 'a')}}, true, "invalidRecord /name"},
      {{{"name", "a"}, {"backgroundColor", "#12345"}, {"buttonColor", "bluish"}, {"redirectUrl", "ftp://a"}},
       true,
       "invalidRecord /backgroundColor /buttonColor /redirectUrl"},
      {{{"backgroundColor", "Red"}, {"buttonColor", "#fff"}, {"buttonTextColor", "#A1b2C3"}}, false, ""},
      {{{"buttonColor", ""}, {"disclaimerDescription", "one\ntwo"}}, false, ""},
      {{{"disclaimerTitle", "one\ntwo"}}, false, "invalidRecord /disclaimerTitle"},
      {{{"emailSignedDocument", "Link"}}, false, "invalidRecord /emailSignedDocument"},
      {{{"hideDecline", 1}}, false, "invalidRecord /hideDecline"},
      {{{"brandName", "x"}}, false, "invalidRecord /brandName"},
      {{{"signatureFrameSettings", {{"showTime", true}}}}, false, "invalidRecord /signatureFrameSettings/showTime"},
      {{{"documentExpirySettings", {{"expiryDateType", "SpecificDateTime"}}}},
       false,
       "invalidRecord /documentExpirySettings/expiryDateType"},
      {{{"documentExpirySettings", {{"reminderDays", 181}}}},
       false,
       "invalidRecord /documentExpirySettings/reminderDays"},
      {{{"name", "a"}, {"version", 1}}, true, "invalidRecord /version"},
      {{{"requestId", "a"}}, false, "invalidRecord /requestId"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.request.dump());
    CHECK(problemsOf(row.request, row.creating) == row.problems);
  }
}

TEST_CASE("A change of a brand leaves alone what it does not name", "[brands]") {
  const std::string plain = brands::defaultMembers();
  const Json members = Json::parse(plain);
  CHECK(members["showBuiltInFormFields"] == true);
  CHECK(members["hideDecline"] == false);
  CHECK(members["emailSignedDocument"] == "Attachment");
  CHECK_FALSE(members.contains("buttonColor"));

  const std::string first = brands::changedMembers(
      plain, R"({"buttonColor":"navy","signatureFrameSettings":{"showTimeStamp":true},"hideSave":true})");
  const Json changed = Json::parse(first);
  CHECK(changed["buttonColor"] == "navy");
  CHECK(changed["signatureFrameSettings"]["showTimeStamp"] == true);
  CHECK(changed["signatureFrameSettings"]["showRecipientName"] == false);
  CHECK(brands::differences(plain, first) ==
        std::vector<std::string>{"buttonColor", "hideSave", "signatureFrameSettings"});
  CHECK_FALSE(Json::parse(brands::changedMembers(first, R"({"buttonColor":""})")).contains("buttonColor"));
}

TEST_CASE("The expiry of a brand must fit its unit, also when the unit changes later", "[brands]") {
  const std::string plain = brands::defaultMembers();
  CHECK_FALSE(brands::expiryOf(plain));
  const std::string days = brands::changedMembers(plain, R"({"documentExpirySettings":{"expiryValue":7}})");
  CHECK(brands::expiryOf(days) == 7 * limits::dayMs);
  const std::string hours = R"({"documentExpirySettings":{"expiryDateType":"Hours"}})";
  CHECK_THROWS_AS(brands::changedMembers(days, hours), Error);
  const std::string more = R"({"documentExpirySettings":{"expiryDateType":"Hours","expiryValue":200}})";
  CHECK(brands::expiryOf(brands::changedMembers(days, more)) == 200 * limits::hourMs);
  CHECK_THROWS_AS(brands::changedMembers(plain, R"({"documentExpirySettings":{"expiryValue":181}})"), Error);
}

TEST_CASE("An SVG that draws and nothing else is taken", "[brands]") {
  const std::string taken[] = {
      svg(""),
      "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- drawn -->\n" + svg("<path d='M0 0 L1 1'/>") + "\n",
      svg(R"x(<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs>)x"
          R"x(<rect fill="url(#a)" style="stroke: url( '#a' )"/><use href="#a" xlink:href="#a"/>)x"),
      svg("<style><![CDATA[ .a { fill: navy } ]]></style><style>.b{fill:red}</style><text>5 &lt; 6 &#169;</text>"),
      "<svg/>",
  };
  for (const auto& text : taken) {
    CAPTURE(text);
    CHECK(brands::svgProblem(text).empty());
  }
}

TEST_CASE("An SVG that runs, loads or hides something is refused", "[brands]") {
  const std::string refused[] = {
      "",
      "<html/>",
      svg("<g>"),
      svg("</g>"),
      svg("") + svg(""),
      svg("") + "text",
      svg("<script>alert(1)</script>"),
      svg("<x:script xmlns:x='http://www.w3.org/2000/svg'/>"),
      svg("<a href='https://cubeflakes.com'/>"),
      svg("<image href='https://cubeflakes.com/pixel.png'/>"),
      svg("<foreignObject/>"),
      svg("<animate attributeName='href' to='javascript:alert(1)'/>"),
      svg("<rect onload='alert(1)'/>"),
      svg("<rect ONCLICK=\"alert(1)\"/>"),
      svg("<use href='other.svg#a'/>"),
      svg("<use xlink:href='data:image/svg+xml;base64,AAAA'/>"),
      svg("<use href='&#35;a'/>"),
      svg("<rect fill='url(https://cubeflakes.com/a)'/>"),
      svg("<rect fill='u\\72l(https://cubeflakes.com/a)'/>"),
      svg("<rect fill='ur&#108;(https://cubeflakes.com/a)'/>"),
      svg("<style>@import 'https://cubeflakes.com/a.css';</style>"),
      svg("<style>.a{background:URL (\"//cubeflakes.com\")}</style>"),
      svg("<style>.a{background:&#117;rl(a)}</style>"),
      "<!DOCTYPE svg [<!ENTITY a 'b'>]>" + svg("&a;"),
      svg("<?xml-stylesheet href='a.css'?>"),
      "<svg xml:base='https://cubeflakes.com/'/>",
      "<svg <rect/></svg>",
      "<svg a=b/>",
      "<svg a='",
      "<svg",
      "<",
      "<svg/><!-- open",
      std::string("<svg/>\0", 7),
      "<svg>\xFF</svg>",
  };
  for (const auto& text : refused) {
    CAPTURE(text);
    CHECK_FALSE(brands::svgProblem(text).empty());
  }
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "<g>";
  CHECK_FALSE(brands::svgProblem(svg(deep)).empty());
}

TEST_CASE("A logo is told by its content", "[brands]") {
  CHECK(codeOfLogo(fileOf("sample.png")) == "png");
  CHECK(codeOfLogo(fileOf("sample.jpg")) == "jpg");
  CHECK(codeOfLogo(bytesOf(svg(""))) == "svg");
  CHECK(codeOfLogo(fileOf("sample.docx")) == "malformedFile");
  CHECK(codeOfLogo(fileOf("object_streams.pdf")) == "malformedFile");
  const Bytes png = fileOf("sample.png");
  CHECK(codeOfLogo(ByteView(png).first(40)) == "malformedFile");
  CHECK(codeOfLogo({}) == "malformedFile");
  CHECK(codeOfLogo(bytesOf("GIF89a")) == "malformedFile");
  CHECK(codeOfLogo(Bytes(limits::logoBytesMax + 1, ' ')) == "tooLarge");
}
