#include <catch2/catch.hpp>

#include "base/limits.h"
#include "support/send_samples.h"

using namespace stead;
using namespace stead::documents;
using stead::test::agreement;
using stead::test::readBytes;
using stead::test::refusalOf;
using stead::test::sendRecord;
using stead::test::signatureField;
using stead::test::signer;

namespace {

constexpr std::int64_t now = 1767225600000;

// A record whose only field has these members beside place and bounds.
Json withField(const Json& members) {
  Json record = sendRecord();
  record["signers"][0]["formFields"][0].update(members);
  return record;
}
std::string refusal(const Json& record, const Upload& upload = agreement()) {
  return refusalOf([&] { (void)readSendRequest(record, upload, now); });
}
Field fieldOf(const Json& members) {
  return readSendRequest(withField(members), agreement(), now).signers[0].fields[0];
}
Json text(Json members) {
  members["fieldType"] = "TextBox";
  return members;
}
const std::string at = "/signers/0/formFields/0";

}  // namespace

TEST_CASE("The rules of a field, one at a time", "[sending][field]") {
  struct Row {
    Json members;
    const char* refusal;  // after "invalidRecord /signers/0/formFields/0"; "" = accepted
  };
  const Row rows[] = {
      {{{"fieldType", nullptr}}, "/fieldType: is required"},
      {{{"fieldType", "Stamp"}}, "/fieldType: must be one of Signature, Initial, TextBox, CheckBox, DateSigned"},
      {{{"fieldType", "Initial"}}, ""},
      {{{"fieldType", "CheckBox"}}, ""},
      {{{"fieldType", "DateSigned"}}, ""},
      {text({}), ""},
      {{{"pageNumber", nullptr}}, "/pageNumber: is required: the page of the document, from 1"},
      {{{"pageNumber", 0}}, "/pageNumber: must be between 1 and 9007199254740991"},
      {{{"pageNumber", 3}}, ""},
      {{{"pageNumber", 4}}, "/pageNumber: the files have at most 3 pages"},
      {{{"pageNumber", 4}, {"fileIndex", 0}}, "/pageNumber: agreement.pdf has at most 3 pages"},
      {{{"pageNumber", 3}, {"fileIndex", 0}}, ""},
      {{{"fileIndex", 1}}, "/fileIndex: must name one of the 1 files, from 0"},
      {{{"bounds", nullptr}}, "/bounds: is required: {x, y, width, height}"},
      {{{"bounds", Json::object()}}, ""},
      {{{"bounds", Json::array()}}, ""},
      {{{"bounds", {{"x", 0}, {"y", 0}, {"width", 1}, {"height", 1}}}}, ""},
      {{{"bounds", {{"x", 0.5}, {"y", 12.25}, {"width", 1.5}, {"height", 1}}}}, ""},
      {{{"bounds", {{"x", -1}}}}, "/bounds/x: is out of range"},
      {{{"bounds", {{"y", -0.1}}}}, "/bounds/y: is out of range"},
      {{{"bounds", {{"width", 0.9}}}}, "/bounds/width: is out of range"},
      {{{"bounds", {{"height", 0}}}}, "/bounds/height: is out of range"},
      {{{"bounds", {{"z", 1}}}}, "/bounds/z: unknown member"},
      {{{"id", std::string(100, 'i')}}, ""},
      {{{"id", std::string(101, 'i')}}, "/id: must be at most 100 characters"},
      {{{"isRequired", 1}}, "/isRequired: must be true or false"},
      {{{"value", "David"}}, "/value: a Signature field takes no preset value"},
      {{{"fieldType", "Initial"}, {"value", "D"}}, "/value: a Initial field takes no preset value"},
      {{{"fieldType", "DateSigned"}, {"value", "x"}}, "/value: a DateSigned field takes no preset value"},
      {{{"fieldType", "CheckBox"}, {"value", "true"}}, ""},
      {{{"fieldType", "CheckBox"}, {"value", "on"}}, "/value: must be true or false"},
      {{{"characterLimit", 5}}, "/characterLimit: is for TextBox fields only"},
      {{{"validationType", "Currency"}}, "/validationType: is for TextBox fields only"},
      {{{"validationType", "None"}}, ""},
      {text({{"characterLimit", 5}, {"value", "12345"}}), ""},
      {text({{"characterLimit", 5}, {"value", "123456"}}), "/value: must be at most 5 characters"},
      {text({{"characterLimit", -1}}), "/characterLimit: must be between 0 and 2147483647"},
      {text({{"validationType", "NumbersOnly"}, {"value", "12"}}), ""},
      {text({{"validationType", "NumbersOnly"}, {"value", "12a"}}), "/value: must be digits only"},
      {text({{"validationType", "Only Numbers"}}),
       "/validationType: must be one of None, NumbersOnly, EmailAddress, Currency, CustomRegex"},
      {text({{"validationType", "CustomRegex"}}),
       "/validationCustomRegex: is required when validationType is CustomRegex"},
      {text({{"validationType", "CustomRegex"}, {"validationCustomRegex", ""}}),
       "/validationCustomRegex: is required when validationType is CustomRegex"},
      {text({{"validationType", "CustomRegex"}, {"validationCustomRegex", std::string(500, 'a')}}), ""},
      {text({{"validationType", "CustomRegex"}, {"validationCustomRegex", std::string(501, 'a')}}),
       "/validationCustomRegex: must be at most 500 bytes"},
      {text({{"validationCustomRegex", "[0-9]"}}), "/validationCustomRegex: needs validationType CustomRegex"},
      {{{"fieldType", "DateSigned"}, {"dateFormat", "MMM dd, yyyy"}}, ""},
      {text({{"dateFormat", "MM/dd/yyyy"}}), "/dateFormat: is for DateSigned fields only"},
      {{{"font", "Helvetica"}, {"fontSize", 12.5}, {"fontHexColor", "#035efc"}, {"isBoldFont", true}}, ""},
      {{{"font", "Comic"}}, "/font: must be one of Helvetica, Courier, TimesRoman, NotoSans, Carlito"},
      {{{"fontHexColor", "blue"}}, "/fontHexColor: must be a colour such as #035efc"},
      {{{"fontSize", -1}}, "/fontSize: is out of range"},
      {{{"tabIndex", -1}}, ""},
      {{{"tabIndex", -2}}, "/tabIndex: must be between -1 and 2147483647"},
      {{{"type", "Signature"}}, "/type: unknown member"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.members.dump().substr(0, 100));
    CHECK(refusal(withField(row.members)) ==
          (std::string(row.refusal).empty() ? "" : "invalidRecord " + at + row.refusal));
  }
}

TEST_CASE("A pattern is compiled when the request is accepted", "[sending][field]") {
  for (const char* pattern : {"[0-9", "(", "a{2,1}", "(?<n>a)(?<n>b)", "\\C", "*"}) {
    CAPTURE(pattern);
    CHECK(refusal(withField(text({{"validationType", "CustomRegex"}, {"validationCustomRegex", pattern}})))
              .starts_with("invalidRecord " + at + "/validationCustomRegex: is not a usable pattern: "));
  }
  const std::string deep = std::string(200, '(') + "a" + std::string(200, ')');
  CHECK(refusal(withField(text({{"validationType", "CustomRegex"}, {"validationCustomRegex", deep}})))
            .starts_with("invalidRecord " + at + "/validationCustomRegex: is not a usable pattern: "));
  CHECK(refusal(withField(text({{"validationType", "CustomRegex"}, {"validationCustomRegex", "\\p{L}+ \xC3\xA9"}})))
            .empty());
}

TEST_CASE("All eleven forms of a date, and no other", "[sending][field]") {
  for (const char* format : {"MM/dd/yyyy", "dd/MM/yyyy", "dd-MMM-yyyy", "MMM-dd-yyyy", "MMM dd, yyyy", "dd MMM, yyyy",
                             "yyyy, MMM dd", "yyyy/MM/dd", "dd-MM-yyyy", "MM-dd-yyyy", "yyyy-MM-dd"}) {
    CHECK(fieldOf({{"fieldType", "DateSigned"}, {"dateFormat", format}}).dateFormat == format);
  }
  CHECK(fieldOf({{"fieldType", "DateSigned"}}).dateFormat == "MM/dd/yyyy");
  CHECK(fieldOf({{"fieldType", "DateSigned"}, {"dateFormat", nullptr}}).dateFormat == "MM/dd/yyyy");
  for (const char* format : {"yyyy", "mm/dd/yyyy", "dd.MM.yyyy", "MM/dd/yy"}) {
    CHECK(refusal(withField({{"fieldType", "DateSigned"}, {"dateFormat", format}}))
              .starts_with("invalidRecord " + at + "/dateFormat: must be one of "));
  }
}

TEST_CASE("Pages count over all files when no file is named", "[sending][field]") {
  const UploadFile pdf{"agreement.pdf", readBytes("examples/data/agreement.pdf")};
  const UploadFile png{"sample.png", readBytes("tests/data/sample.png")};
  const UploadFile docx{"annex.docx", readBytes("tests/data/sample.docx")};
  struct Row {
    Upload upload;
    Json members;
    std::int64_t file;  // -1 = refused
    std::int64_t page;
    const char* refusal;
  };
  const Row rows[] = {
      {{{pdf, png, pdf}}, {{"pageNumber", 3}}, 0, 3, ""},
      {{{pdf, png, pdf}}, {{"pageNumber", 4}}, 1, 1, ""},
      {{{pdf, png, pdf}}, {{"pageNumber", 7}}, 2, 3, ""},
      {{{pdf, png, pdf}}, {{"pageNumber", 8}}, -1, 0, "/pageNumber: the files have at most 7 pages"},
      {{{pdf, png, pdf}}, {{"pageNumber", 2}, {"fileIndex", 2}}, 2, 2, ""},
      {{{pdf, png}}, {{"pageNumber", 2}, {"fileIndex", 1}}, -1, 0, "/pageNumber: sample.png has at most 1 pages"},
      {{{pdf, docx}}, {{"pageNumber", 5}}, 1, 2, ""},
      {{{docx, pdf}},
       {{"pageNumber", 1}},
       -1,
       0,
       "/pageNumber: pages behind annex.docx cannot be counted here; give fileIndex as well"},
      {{{docx, pdf}}, {{"pageNumber", 1}, {"fileIndex", 1}}, 1, 1, ""},
      {{{docx, pdf}}, {{"pageNumber", 9}, {"fileIndex", 0}}, 0, 9, ""},
  };
  for (const auto& row : rows) {
    const Json record = withField(row.members);
    CAPTURE(row.members.dump(), row.upload.files.size());
    CHECK(refusal(record, row.upload) == (row.file < 0 ? "invalidRecord " + at + row.refusal : ""));
    if (row.file < 0) continue;
    const Field field = readSendRequest(record, row.upload, now).signers[0].fields[0];
    CHECK(field.file == row.file);
    CHECK(field.page == row.page);
  }
}

TEST_CASE("Ids of fields are unique over the document, and made where they lack", "[sending][field]") {
  Json record = sendRecord();
  Json named = signatureField();
  named["id"] = "field2";
  record["signers"] = Json::array({signer(), signer("legaldesk@cubeflakes.com")});
  record["signers"][0]["formFields"] = Json::array({signatureField(), signatureField()});
  record["signers"][1]["formFields"] = Json::array({named, signatureField()});
  const SendRequest request = readSendRequest(record, agreement(), now);
  CHECK(request.signers[0].fields[0].id == "field1");
  CHECK(request.signers[0].fields[1].id == "field3");
  CHECK(request.signers[1].fields[0].id == "field2");
  CHECK(request.signers[1].fields[1].id == "field4");

  record["signers"][0]["formFields"][0]["id"] = "field2";
  CHECK(refusal(record) == "invalidRecord /signers/1/formFields/0/id: another field of the document has this id");
}

TEST_CASE("A field is stored and read back whole", "[sending][field]") {
  const Json members[] = {
      {{"fieldType", "Signature"}, {"id", "s"}, {"name", "sign here"}, {"isRequired", false}},
      text({{"id", "t"},
            {"value", "AB-12"},
            {"characterLimit", 20},
            {"validationType", "CustomRegex"},
            {"validationCustomRegex", "[A-Z]{2}-\\d+"},
            {"validationCustomRegexMessage", "two letters, a dash and digits \xF0\x9F\x98\x80"},
            {"font", "Courier"},
            {"fontSize", 9.5},
            {"isBoldFont", true},
            {"placeHolder", "AB-12"}}),
      {{"fieldType", "DateSigned"}, {"dateFormat", "yyyy-MM-dd"}},
      {{"fieldType", "CheckBox"},
       {"value", "true"},
       {"bounds", {{"x", 0.5}, {"y", 1}, {"width", 9}, {"height", 2.25}}}},
  };
  for (const Json& each : members) {
    const Field field = fieldOf(each);
    const std::string spec = writeFieldSpec(field);
    CAPTURE(spec);
    const Field back = readFieldSpec(spec);
    CHECK(writeFieldSpec(back) == spec);
    CHECK(back.id == field.id);
    CHECK(back.type == field.type);
    CHECK(back.page == field.page);
    CHECK(back.file == field.file);
    CHECK(back.x == field.x);
    CHECK(back.height == field.height);
    CHECK(back.required == field.required);
    CHECK(back.name == field.name);
    CHECK(back.value == field.value);
    CHECK(back.characterLimit == field.characterLimit);
    CHECK(back.validation == field.validation);
    CHECK(back.regex == field.regex);
    CHECK(back.regexMessage == field.regexMessage);
    CHECK(back.dateFormat == field.dateFormat);
    CHECK(back.look == field.look);
  }
  const Json spec = Json::parse(writeFieldSpec(fieldOf(members[1])));
  CHECK(spec["fieldType"] == "TextBox");
  CHECK(spec["font"] == "Courier");
  CHECK(spec["fontSize"] == 9.5);
  CHECK(spec["bounds"] == Json{{"x", 140}, {"y", 290}, {"width", 240}, {"height", 25}});
  for (const char* damaged : {"", "{", "{}", "[]", R"({"id":1})"}) {
    CHECK(refusalOf([&] { (void)readFieldSpec(damaged); }).starts_with("storeFailed "));
  }
}
