// Members of the contract without effect yet: accepted at their default, refused by name otherwise.
#include <catch2/catch.hpp>

#include "support/send_samples.h"

using namespace stead;
using namespace stead::documents;
using stead::test::agreement;
using stead::test::refusalOf;
using stead::test::sendRecord;

namespace {

struct Row {
  const char* member;
  std::vector<Json> defaults;
  std::vector<Json> others;
};

const Json notifyAll = {{"signatureRequest", true}, {"declined", true},      {"revoked", true},
                        {"signed", true},           {"completed", true},     {"expired", true},
                        {"reassigned", true},       {"deleted", true},       {"reminders", true},
                        {"viewed", false},          {"editRecipient", true}, {"editDocument", true}};

void check(const std::vector<Row>& rows, const std::string& path, const std::function<Json&(Json&)>& place) {
  const auto refusal = [&](const char* member, const Json& value) {
    Json record = sendRecord();
    place(record)[member] = value;
    return refusalOf([&] { (void)readSendRequest(record, agreement(), 1767225600000); });
  };
  for (const Row& row : rows) {
    CAPTURE(path, row.member);
    CHECK(refusal(row.member, nullptr).empty());
    for (const Json& value : row.defaults) {
      CAPTURE(value.dump());
      CHECK(refusal(row.member, value).empty());
    }
    for (const Json& value : row.others) {
      CAPTURE(value.dump());
      CHECK(refusal(row.member, value) == "notSupportedYet " + path + "/" + row.member +
                                              ": notSupportedYet: this member has no effect yet; leave it out or at "
                                              "its default");
    }
  }
}

}  // namespace

TEST_CASE("Later members of the request", "[sending][later]") {
  const std::vector<Json> no{false};
  const std::vector<Json> yes{true};
  const std::vector<Row> rows{
      {"fileUrls", {Json::array()}, {Json::array({"https://cubeflakes.com/a.pdf"})}},
      {"reminderSettings",
       {Json::object(), {{"enableAutoReminder", false}, {"reminderDays", 3}, {"reminderCount", 3}}},
       {{{"enableAutoReminder", true}}, {{"every", 1}}}},
      {"enableEmbeddedSigning", no, yes},
      {"disableSMS", no, yes},
      {"hideDocumentId", no, yes},
      {"sendLinkValidTill", {""}, {"2027-01-01T00:00:00Z"}},
      {"useTextTags", no, yes},
      {"autoDetectFields", no, yes},
      {"textTagDefinitions", {Json::array()}, {Json::array({Json::object()})}},
      {"enablePrintAndSign", no, yes},
      {"enableReassign", yes, no},
      {"disableExpiryAlert", no, yes},
      {"documentInfo", {Json::array()}, {Json::array({{{"locale", "EN"}, {"title", "t"}}})}},
      {"documentDownloadOption", {"Combined"}, {"Individually", "UserPreference"}},
      {"isSandbox", no, yes},
      {"formGroups", {Json::array()}, {Json::array({Json::object()})}},
      {"recipientNotificationSettings",
       {Json::object(), notifyAll, {{"signed", true}}},
       {{{"signed", false}}, {{"viewed", true}}}},
      {"groupSignerSettings", {Json::object(), {{"enabled", false}}}, {{{"enabled", true}}}},
      {"enableAuditTrailLocalization", no, yes},
      {"enableAllowSignEverywhere", no, yes},
      {"downloadFileName", {""}, {"signed.pdf"}},
      {"allowScheduledSend", no, yes},
      {"allowedSignatureTypes", {Json::array(), Json::array({"Draw", "Text", "Image"})}, {Json::array({"Text"})}},
      {"documentTimeZone", {""}, {"+05:30"}},
  };
  check(rows, "", [](Json& record) -> Json& { return record; });
}

TEST_CASE("Later members of a signer", "[sending][later]") {
  const std::vector<Row> rows{
      {"id", {""}, {"1"}},
      {"authenticationType", {"None"}, {"EmailOTP", "SMSOTP", "IdVerification", "KBA"}},
      {"phoneNumber", {Json::object(), {{"countryCode", ""}, {"number", nullptr}}}, {{{"number", "1"}}}},
      {"deliveryMode", {"Email"}, {"SMS", "EmailAndSMS", "WhatsApp"}},
      {"enableEmailOTP", {false}, {true}},
      {"signerType", {"Signer"}, {"Reviewer", "InPersonSigner"}},
      {"hostEmail", {""}, {"legaldesk@cubeflakes.com"}},
      {"signerRole", {""}, {"Buyer"}},
      {"allowFieldConfiguration", {false}, {true}},
      {"signType", {"Single"}, {"Group"}},
      {"groupId", {""}, {"g"}},
      {"recipientNotificationSettings", {notifyAll}, {{{"completed", false}}}},
      {"authenticationRetryCount", {}, {3}},
      {"enableQes", {false}, {true}},
      {"authenticationSettings",
       {Json::object(), {{"authenticationFrequency", "None"}}},
       {{{"authenticationFrequency", "EveryAccess"}}}},
      {"identityVerificationSettings", {Json::object()}, {{{"type", "EveryAccess"}}}},
      {"kbaSettings", {Json::object()}, {{{"maximumRetryCount", 2}}}},
  };
  check(rows, "/signers/0", [](Json& record) -> Json& { return record["signers"][0]; });
}

TEST_CASE("Later members of a field", "[sending][later]") {
  const std::vector<Row> rows{
      {"isReadOnly", {false}, {true}},
      {"groupName", {""}, {"g"}},
      {"timeFormat", {"", "None"}, {"HH:mm"}},
      {"imageInfo", {Json::object()}, {{{"title", "t"}}}},
      {"attachmentInfo", {Json::object()}, {{{"title", "t"}}}},
      {"editableDateFieldSettings", {Json::object()}, {{{"dateFormat", "MM/dd/yyyy"}}}},
      {"hyperlinkText", {""}, {"t"}},
      {"conditionalRules", {Json::array()}, {Json::array({Json::object()})}},
      {"dataSyncTag", {""}, {"t"}},
      {"dropdownOptions", {Json::array()}, {Json::array({"a"})}},
      {"formulaFieldSettings", {Json::object()}, {{{"formulaExpression", "1"}}}},
      {"allowEditFormField", {false}, {true}},
      {"allowDeleteFormField", {false}, {true}},
      {"collaborationSettings", {Json::object()}, {{{"isRequired", true}}}},
      {"isMasked", {false}, {true}},
      {"isDefaultValueRequired", {false}, {true}},
  };
  check(rows, "/signers/0/formFields/0", [](Json& record) -> Json& { return record["signers"][0]["formFields"][0]; });
}

TEST_CASE("Later types of fields", "[sending][later]") {
  for (const char* type : {"Label", "RadioButton", "Image", "Attachment", "EditableDate", "Hyperlink", "Dropdown",
                           "Title", "Company", "Formula", "Drawing"}) {
    Json record = sendRecord();
    record["signers"][0]["formFields"][0]["fieldType"] = type;
    CAPTURE(type);
    CHECK(refusalOf([&] {
            (void)readSendRequest(record, agreement(), 1767225600000);
          }).starts_with("notSupportedYet /signers/0/formFields/0/fieldType: notSupportedYet"));
  }
}
