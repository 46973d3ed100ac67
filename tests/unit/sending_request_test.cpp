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

constexpr std::int64_t now = 1767225600000;  // 2026-01-01T00:00:00Z
constexpr std::int64_t day = 86400000;
constexpr std::int64_t hour = 3600000;

SendRequest read(const Json& record) { return readSendRequest(record, agreement(), now); }
std::string refusal(const Json& record) {
  return refusalOf([&] { (void)read(record); });
}
// The plain record with one member set.
Json with(const char* member, Json value) {
  Json record = sendRecord();
  record[member] = std::move(value);
  return record;
}
Json withSigner(const char* member, Json value) {
  Json record = sendRecord();
  record["signers"][0][member] = std::move(value);
  return record;
}
Json numbers(std::size_t count) {
  Json list = Json::array();
  for (std::size_t i = 0; i < count; ++i) list.push_back("label " + std::to_string(i));
  return list;
}
Json people(std::size_t count) {
  Json list = Json::array();
  for (std::size_t i = 0; i < count; ++i) {
    list.push_back({{"name", "David"}, {"emailAddress", "david" + std::to_string(i) + "@cubeflakes.com"}});
  }
  return list;
}

}  // namespace

TEST_CASE("A plain request takes the defaults of the contract", "[sending][request]") {
  const SendRequest request = read(sendRecord());
  CHECK(request.title == "Agreement");
  CHECK(request.message.empty());
  CHECK_FALSE(request.signingOrder);
  CHECK_FALSE(request.disableEmails);
  CHECK(request.expiresAt == now + 60 * day);
  CHECK_FALSE(request.scheduledSendAt);
  CHECK(request.metaData == "{}");
  CHECK(request.labels.empty());
  CHECK(request.cc.empty());
  CHECK_FALSE(request.brandId);
  CHECK_FALSE(request.requestId);
  REQUIRE(request.signers.size() == 1);
  CHECK(request.signers[0].order == 1);
  CHECK(request.signers[0].locale == "EN");
  CHECK(request.signers[0].accessCode.empty());
  CHECK(request.signers[0].email.key == "david@cubeflakes.com");
  REQUIRE(request.signers[0].fields.size() == 1);
  CHECK(request.signers[0].fields[0].id == "field1");
  CHECK(request.signers[0].fields[0].required);
  REQUIRE(request.files.size() == 1);
  CHECK(request.files[0].name == "agreement.pdf");
  CHECK(request.files[0].pages == 3);
  CHECK(request.files[0].sha256 == crypto::sha256(readBytes("examples/data/agreement.pdf")));
}

TEST_CASE("The rules of the request, one at a time", "[sending][request]") {
  struct Row {
    Json record;
    const char* refusal;  // "" = accepted
  };
  const std::string blank = " \t";
  const Row rows[] = {
      {with("title", nullptr), "invalidRecord /title: The title cannot be null, empty, or whitespace."},
      {with("title", blank), "invalidRecord /title: The title cannot be null, empty, or whitespace."},
      {with("title", std::string(256, 'x')), ""},
      {with("title", std::string(257, 'x')), "invalidRecord /title: must be at most 256 characters"},
      {with("title", "a\r\nBcc: david@cubeflakes.com"), "invalidRecord /title: must not contain control characters"},
      {with("message", std::string(5000, 'x')), ""},
      {with("message", "two\nlines"), ""},
      {with("message", std::string(5001, 'x')), "invalidRecord /message: must be at most 5000 characters"},
      {with("signers", nullptr), "invalidRecord /signers: Minimum one signer is needed to create a document"},
      {with("signers", Json::array()), "invalidRecord /signers: Minimum one signer is needed to create a document"},
      {with("signers", Json::object()), "invalidRecord /signers: must be a list"},
      {with("signers", people(50)), ""},
      {with("signers", people(51)), "invalidRecord /signers: must have at most 50 items"},
      {with("cc", Json::array({{{"emailAddress", "legaldesk@cubeflakes.com"}}})), ""},
      {with("cc", Json::array({{{"emailAddress", "legaldesk"}}})),
       "invalidRecord /cc/0/emailAddress: The field emailAddress is invalid."},
      {with("cc", Json::array({{{"emailAddress", ""}}})),
       "invalidRecord /cc/0/emailAddress: The emailAddress field is required."},
      {with("labels", numbers(50)), ""},
      {with("labels", numbers(51)), "invalidRecord /labels: must have at most 50 items"},
      {with("labels", Json::array({std::string(255, 'x')})), ""},
      {with("labels", Json::array({std::string(256, 'x')})), "invalidRecord /labels/0: must be at most 255 characters"},
      {with("labels", Json::array({"a", ""})), "invalidRecord /labels/1: Label cannot be null or empty"},
      {with("labels", Json::array({nullptr})), "invalidRecord /labels/0: Label cannot be null or empty"},
      {with("labels", Json::array({5})), "invalidRecord /labels/0: must be text"},
      {with("metaData", Json::array()), ""},
      {with("metaData", {{"Key", "value"}}), ""},
      {with("metaData", "x"), "invalidRecord /metaData: must be an object"},
      {with("brandId", "01890000-0000-7000-8000-0000000000AA"), ""},
      {with("brandId", "blue"), "invalidRecord /brandId: must be an id (GUID form)"},
      {with("requestId", std::string(100, 'r')), ""},
      {with("requestId", std::string(101, 'r')), "invalidRecord /requestId: must have 1 to 100 bytes"},
      {with("requestId", ""), "invalidRecord /requestId: must have 1 to 100 bytes"},
      {with("enableSigningOrder", "yes"), "invalidRecord /enableSigningOrder: must be true or false"},
      {with("disableEmails", true), ""},
      {with("disableEmials", true), "invalidRecord /disableEmials: unknown member"},
      {with("files", Json::array({"data:application/pdf;base64,"})),
       "invalidRecord /files: files travel beside the record, in the upload"},
      {with("files", nullptr), ""},
      {with("onBehalfOf", ""), ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.record.dump());
    CHECK(refusal(row.record) == row.refusal);
  }
  CHECK(refusal(with("onBehalfOf", "luthercooper@cubeflakes.com")).starts_with("invalidRecord /onBehalfOf: "));
  CHECK(refusal(with("cc", Json::array({"legaldesk@cubeflakes.com"})))
            .starts_with("invalidRecord /cc/0: must be an object"));
  // Metadata keeps its own limits.
  CHECK(refusal(with("metaData", {{std::string(51, 'k'), "v"}})).starts_with("invalidRecord /metaData"));
}

TEST_CASE("The deadline counts from the moment of sending", "[sending][request]") {
  struct Row {
    Json members;
    std::int64_t expiresAt;  // 0 = refused
    const char* refusal;
  };
  const std::int64_t later = now + 10 * day;
  const Row rows[] = {
      {{{"expiryValue", 1}}, now + day, ""},
      {{{"expiryValue", 180}}, now + 180 * day, ""},
      {{{"expiryValue", 0}}, 0, "invalidRecord /expiryValue: must be between 1 and 180"},
      {{{"expiryValue", 181}}, 0, "invalidRecord /expiryValue: must be between 1 and 180"},
      {{{"expiryDays", 7}}, now + 7 * day, ""},
      {{{"expiryDays", 7}, {"expiryValue", 9}}, now + 9 * day, ""},
      {{{"expiryDays", 181}}, 0, "invalidRecord /expiryDays: must be between 1 and 180"},
      {{{"expiryDateType", "Hours"}, {"expiryValue", 8}}, now + 8 * hour, ""},
      {{{"expiryDateType", "Hours"}, {"expiryValue", 4320}}, now + 4320 * hour, ""},
      {{{"expiryDateType", "Hours"}, {"expiryValue", 7}}, 0, "invalidRecord /expiryValue: must be between 8 and 4320"},
      {{{"expiryDateType", "Hours"}, {"expiryValue", 4321}},
       0,
       "invalidRecord /expiryValue: must be between 8 and 4320"},
      {{{"expiryDateType", "Hours"}}, now + 60 * hour, ""},
      {{{"expiryDateType", "Hours"}, {"expiryDays", 7}},
       0,
       "invalidRecord /expiryDays: counts days; give expiryValue with expiryDateType Hours"},
      {{{"expiryDateType", "SpecificDateTime"}, {"expiresAt", now + day}}, now + day, ""},
      {{{"expiryDateType", "SpecificDateTime"}, {"expiresAt", now + 180 * day}}, now + 180 * day, ""},
      {{{"expiryDateType", "SpecificDateTime"}, {"expiresAt", now + day - 1}},
       0,
       "invalidRecord /expiresAt: must be 1 to 180 days after the sending"},
      {{{"expiryDateType", "SpecificDateTime"}, {"expiresAt", now + 180 * day + 1}},
       0,
       "invalidRecord /expiresAt: must be 1 to 180 days after the sending"},
      {{{"expiryDateType", "SpecificDateTime"}},
       0,
       "invalidRecord /expiresAt: is required with expiryDateType SpecificDateTime"},
      {{{"expiryDateType", "SpecificDateTime"}, {"expiresAt", now + day}, {"expiryValue", 60}},
       0,
       "invalidRecord /expiryValue: give expiresAt with expiryDateType SpecificDateTime"},
      {{{"expiresAt", now + 2 * day}}, 0, "invalidRecord /expiresAt: needs expiryDateType SpecificDateTime"},
      {{{"expiryDateType", "Weeks"}, {"expiryValue", 4000}},
       0,
       "invalidRecord /expiryDateType: must be one of Days, Hours, SpecificDateTime"},
      {{{"scheduledSendAt", later}}, later + 60 * day, ""},
      {{{"scheduledSendAt", later}, {"expiryDateType", "Hours"}, {"expiryValue", 8}}, later + 8 * hour, ""},
      {{{"scheduledSendAt", later}, {"expiryDateType", "SpecificDateTime"}, {"expiresAt", later + day}},
       later + day,
       ""},
      {{{"scheduledSendAt", later}, {"expiryDateType", "SpecificDateTime"}, {"expiresAt", later}},
       0,
       "invalidRecord /expiresAt: must be 1 to 180 days after the sending"},
      {{{"scheduledSendAt", now + 1}}, now + 1 + 60 * day, ""},
      {{{"scheduledSendAt", now}}, 0, "invalidRecord /scheduledSendAt: must be in the future"},
      {{{"scheduledSendAt", now + 180 * day}}, now + 240 * day, ""},
      {{{"scheduledSendAt", now + 180 * day + 1}},
       0,
       "invalidRecord /scheduledSendAt: must be at most 180 days in the future"},
  };
  for (const auto& row : rows) {
    Json record = sendRecord();
    record.update(row.members);
    CAPTURE(record.dump());
    CHECK(refusal(record) == row.refusal);
    if (row.expiresAt != 0) CHECK(read(record).expiresAt == row.expiresAt);
  }
}

TEST_CASE("The rules of a signer, one at a time", "[sending][request]") {
  struct Row {
    const char* member;
    Json value;
    const char* refusal;  // after "invalidRecord /signers/0"; "" = accepted
  };
  const Row rows[] = {
      {"name", "", "/name: The name cannot be null, empty, or whitespace."},
      {"name", std::string(250, 'n'), ""},
      {"name", std::string(251, 'n'), "/name: must be at most 250 characters"},
      {"name", "D\navid", "/name: must not contain control characters"},
      {"emailAddress", "", "/emailAddress: The emailAddress field is required."},
      {"emailAddress", "david", "/emailAddress: The field emailAddress is invalid."},
      {"signerOrder", 1, ""},
      {"signerOrder", 50, ""},
      {"signerOrder", 0, "/signerOrder: must be between 1 and 50"},
      {"signerOrder", 51, "/signerOrder: must be between 1 and 50"},
      {"privateMessage", std::string(5000, 'p'), ""},
      {"privateMessage", std::string(5001, 'p'), "/privateMessage: must be at most 5000 characters"},
      {"authenticationType", "None", ""},
      {"authenticationType", "AccessCode",
       "/authenticationCode: AccessCode cannot be null or empty when authentication type is AccessCode"},
      {"authenticationType", "Password", "/authenticationType: must be one of None, AccessCode"},
      {"authenticationCode", "1234", "/authenticationCode: needs authenticationType AccessCode"},
      {"authenticationCode", "", ""},
      {"locale", "ZH_CN", ""},
      {"locale", "Default", ""},
      {"language", 20, ""},
      {"language", 21, "/language: must be between 0 and 20"},
      {"signerType", "Signer", ""},
      {"signerType", "Viewer", "/signerType: must be one of Signer"},
      {"formFields", nullptr, ""},
      {"formFields", Json::object(), "/formFields: must be a list"},
      {"formFields", Json(501, signatureField()), "/formFields: must have at most 500 items"},
      {"singerOrder", 1, "/singerOrder: unknown member"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.member, row.value.dump().substr(0, 80));
    const std::string expected =
        std::string(row.refusal).empty() ? "" : std::string("invalidRecord /signers/0") + row.refusal;
    CHECK(refusal(withSigner(row.member, row.value)) == expected);
  }
  CHECK(refusal(withSigner("locale", "en")).starts_with("invalidRecord /signers/0/locale: must be one of EN, "));
}

TEST_CASE("An access code is read with its type and limits", "[sending][request]") {
  Json record = withSigner("authenticationType", "AccessCode");
  record["signers"][0]["authenticationCode"] = std::string(50, '7');
  CHECK(read(record).signers[0].accessCode == std::string(50, '7'));
  record["signers"][0]["authenticationCode"] = std::string(51, '7');
  CHECK(refusal(record) == "invalidRecord /signers/0/authenticationCode: must be at most 50 characters");
  record["signers"][0]["authenticationCode"] = "  ";
  CHECK(refusal(record) ==
        "invalidRecord /signers/0/authenticationCode: AccessCode cannot be null or empty when "
        "authentication type is AccessCode");
}

TEST_CASE("A language number stands for a locale, and the locale wins", "[sending][request]") {
  const char* expected[] = {"EN", "EN", "ES", "DE", "FR", "RO", "NO", "BG",    "IT",    "DA", "PL",
                            "PT", "CS", "NL", "SV", "RU", "JA", "TH", "ZH_CN", "ZH_TW", "KO"};
  for (int i = 0; i <= 20; ++i) CHECK(read(withSigner("language", i)).signers[0].locale == expected[i]);
  Json record = withSigner("language", 3);
  record["signers"][0]["locale"] = "FR";
  CHECK(read(record).signers[0].locale == "FR");
}

TEST_CASE("Signers are told apart by address and order", "[sending][request]") {
  Json record = sendRecord();
  record["signers"] = Json::array({signer(), signer("DAVID@cubeflakes.com")});
  CHECK(refusal(record) ==
        "invalidRecord /signers/1/emailAddress: another signer has this address with the same signerOrder");
  record["signers"][1]["signerOrder"] = 2;
  CHECK(refusal(record).empty());
  // With turns, a signer without an order of his own has that of his place.
  record["signers"][1].erase("signerOrder");
  record["enableSigningOrder"] = true;
  const SendRequest request = read(record);
  CHECK(request.signers[0].order == 1);
  CHECK(request.signers[1].order == 2);
}

TEST_CASE("An address in copy that stands twice is told once", "[sending][request]") {
  const Json cc = Json::array({{{"emailAddress", "legaldesk@cubeflakes.com"}},
                               {{"emailAddress", "LegalDesk@cubeflakes.com"}},
                               {{"emailAddress", "luthercooper@cubeflakes.com"}}});
  const SendRequest request = read(with("cc", cc));
  REQUIRE(request.cc.size() == 2);
  CHECK(request.cc[0].key == "legaldesk@cubeflakes.com");
  CHECK(request.cc[1].key == "luthercooper@cubeflakes.com");
}

TEST_CASE("Files of a request are checked each for itself", "[sending][request]") {
  const auto refusalWith = [](const Upload& upload) {
    return refusalOf([&] { (void)readSendRequest(sendRecord(), upload, now); });
  };
  const Bytes pdf = readBytes("examples/data/agreement.pdf");
  CHECK(refusalWith({}) == "invalidRecord /files: at least one file is needed to create a document");
  CHECK(refusalWith({std::vector<UploadFile>(25, {"a.pdf", pdf})}).empty());
  CHECK(refusalWith({std::vector<UploadFile>(26, {"a.pdf", pdf})}) == "tooLarge /files: must be at most 25 files");
  CHECK(refusalWith({{{"a.pdf", {}}}}) == "malformedFile /files/0: a.pdf is empty");
  CHECK(refusalWith({{{"a.pdf", pdf}, {"b.pdf", readBytes("tests/data/encrypted.pdf")}}}) ==
        "malformedFile /files/1: b.pdf is encrypted; send it without a password");
  CHECK(refusalWith({{{"", pdf}}}) == "invalidRecord /files/0: the file needs a name");
  CHECK(refusalWith({{{std::string(250, 'f'), pdf}}}).empty());
  CHECK(refusalWith({{{std::string(251, 'f'), pdf}}}) ==
        "invalidRecord /files/0: the file name must be at most 250 characters");
  CHECK(refusalWith({{{"../a.pdf", pdf}}}) == "invalidRecord /files/0: the file name must not name a folder");
  CHECK(refusalWith({{{"a\n.pdf", pdf}}}) ==
        "invalidRecord /files/0: the file name must not contain control characters");
  CHECK(refusalWith({{{"\xFF.pdf", pdf}}}) == "invalidRecord /files/0: the file name is not well-formed UTF-8");
  // A wrong extension is not believed.
  Json record = sendRecord();
  record["signers"][0]["formFields"][0]["pageNumber"] = 1;
  const Upload mislabelled{{{"agreement.pdf", readBytes("tests/data/sample.png")}}};
  CHECK(readSendRequest(record, mislabelled, now).files[0].type == FileType::png);
}

TEST_CASE("A file may have 25 MB and not one byte more", "[sending][request]") {
  // Bytes behind the end of a picture do not matter to its type.
  Bytes png = readBytes("tests/data/sample.png");
  png.resize(limits::fileBytesMax);
  Json record = sendRecord();
  record["signers"][0]["formFields"][0]["pageNumber"] = 1;
  CHECK(readSendRequest(record, {{{"big.png", png}}}, now).files[0].size == 26214400);
  png.push_back(0);
  CHECK(refusalOf([&] {
          (void)readSendRequest(record, {{{"big.png", png}}}, now);
        }) == "tooLarge /files/0: big.png is larger than 25 MB");
}

TEST_CASE("All violations come at once, with the code they share", "[sending][request]") {
  Json record = {{"title", ""},
                 {"expiryValue", 0},
                 {"labels", Json::array({""})},
                 {"signers", Json::array({{{"name", ""}, {"emailAddress", "x"}, {"signerOrder", 99}}})},
                 {"surprise", 1}};
  const Upload upload{{{"a.pdf", {}}}};
  try {
    (void)readSendRequest(record, upload, now);
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.code() == Code::invalidRecord);
    std::vector<std::string> paths;
    for (const auto& field : error.fields()) paths.push_back(field.field);
    std::sort(paths.begin(), paths.end());
    CHECK(paths == std::vector<std::string>{"/expiryValue", "/files/0", "/labels/0", "/signers/0/emailAddress",
                                            "/signers/0/name", "/signers/0/signerOrder", "/surprise", "/title"});
  }
  const std::string later =
      refusal({{"title", "t"}, {"signers", Json::array({signer()})}, {"useTextTags", true}, {"hideDocumentId", true}});
  CHECK(later.starts_with("notSupportedYet "));
  CHECK(later.find("/useTextTags: notSupportedYet") != std::string::npos);
  CHECK(later.find("/hideDocumentId: notSupportedYet") != std::string::npos);
}

TEST_CASE("No access code is in the stored body", "[sending][request]") {
  Json record = with("metaData", {{"Key", "value"}});
  record["requestId"] = "r-1";
  record["signers"][0]["authenticationType"] = "AccessCode";
  record["signers"][0]["authenticationCode"] = "s3cr3t-c0de";
  const SendRequest request = read(record);
  CHECK(request.signers[0].accessCode == "s3cr3t-c0de");
  CHECK(request.body.find("s3cr3t-c0de") == std::string::npos);
  CHECK(request.body.find("authenticationCode") == std::string::npos);
  const Json body = Json::parse(request.body);
  CHECK(body["signers"][0]["authenticationType"] == "AccessCode");
  CHECK(body["title"] == "Agreement");
  CHECK(body["expiryDateType"] == "Days");
  CHECK(body["expiryValue"] == 60);
  CHECK(body["enableSigningOrder"] == false);
  CHECK(body["metaData"] == Json{{"Key", "value"}});
  CHECK(body["files"][0]["name"] == "agreement.pdf");
  CHECK(body["files"][0]["sha256"] == crypto::hex(request.files[0].sha256));
  CHECK_FALSE(body.contains("requestId"));
  // The same request is the same body at another moment, or no retry would be known again.
  CHECK(readSendRequest(record, agreement(), now + day).body == request.body);
}
