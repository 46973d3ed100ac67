// Members of the contract that have no effect yet: each is accepted while it says what would happen anyway.
#include <algorithm>
#include <array>
#include <initializer_list>
#include <nlohmann/json.hpp>

#include "documents/send_parts.h"

namespace stead::documents {
namespace {

bool isFalse(const Json& value) { return value.is_boolean() && !value.get<bool>(); }
bool isTrue(const Json& value) { return value.is_boolean() && value.get<bool>(); }
bool isEmpty(const Json& value) {
  return (value.is_string() && value.get_ref<const std::string&>().empty()) ||
         ((value.is_array() || value.is_object()) && value.empty());
}
// An object in which nothing is set.
bool isUnset(const Json& value) {
  return isEmpty(value) || (value.is_object() && std::all_of(value.begin(), value.end(), [](const Json& member) {
                              return member.is_null() || isFalse(member) || isEmpty(member);
                            }));
}
auto isWord(std::string_view word) {
  return [word](const Json& value) { return isEmpty(value) || value == word; };
}

bool isWithoutReminders(const Json& value) {
  if (isEmpty(value)) return true;
  if (!value.is_object()) return false;
  return std::all_of(value.items().begin(), value.items().end(), [](const auto& member) {
    if (member.value().is_null()) return true;
    if (member.key() == "enableAutoReminder") return isFalse(member.value());
    // Without automatic reminders these two say nothing.
    return (member.key() == "reminderDays" || member.key() == "reminderCount") && member.value().is_number_integer();
  });
}

// Everything but `viewed` is told to recipients.
bool isDefaultNotification(const Json& value) {
  static constexpr std::array<std::string_view, 11> on{"signatureRequest", "declined",      "revoked",     "signed",
                                                       "completed",        "expired",       "reassigned",  "deleted",
                                                       "reminders",        "editRecipient", "editDocument"};
  if (isEmpty(value)) return true;
  if (!value.is_object()) return false;
  return std::all_of(value.items().begin(), value.items().end(), [](const auto& member) {
    if (member.value().is_null()) return true;
    if (member.key() == "viewed") return isFalse(member.value());
    return std::find(on.begin(), on.end(), member.key()) != on.end() && isTrue(member.value());
  });
}

bool isEverySignatureType(const Json& value) {
  if (isEmpty(value)) return true;
  const auto allows = [&](const char* word) { return std::find(value.begin(), value.end(), word) != value.end(); };
  return value.is_array() && value.size() == 3 && allows("Text") && allows("Draw") && allows("Image");
}

bool isNoFrequency(const Json& value) {
  if (isUnset(value)) return true;
  return value.is_object() && value.size() == 1 && value.contains("authenticationFrequency") &&
         value["authenticationFrequency"] == "None";
}

}  // namespace

std::optional<std::string> wordOrLater(RecordReader& in, std::string_view name,
                                       std::initializer_list<std::string_view> words,
                                       std::initializer_list<std::string_view> later) {
  const Json* member = in.any(name);
  if (member != nullptr && member->is_string() &&
      std::find(later.begin(), later.end(), member->get_ref<const std::string&>()) != later.end()) {
    in.notSupportedYet(name, [](const Json&) { return false; });
    return std::nullopt;
  }
  return in.word(name, words);
}

void refuseLaterMembersOfRequest(RecordReader& request) {
  for (const std::string_view name :
       {"enableEmbeddedSigning", "disableSMS", "hideDocumentId", "useTextTags", "autoDetectFields",
        "enablePrintAndSign", "disableExpiryAlert", "isSandbox", "enableAuditTrailLocalization", "allowScheduledSend",
        "enableAllowSignEverywhere"}) {
    request.notSupportedYet(name, isFalse);
  }
  for (const std::string_view name : {"fileUrls", "sendLinkValidTill", "textTagDefinitions", "documentInfo",
                                      "formGroups", "downloadFileName", "documentTimeZone"}) {
    request.notSupportedYet(name, isEmpty);
  }
  request.notSupportedYet("enableReassign", isTrue);
  request.notSupportedYet("reminderSettings", isWithoutReminders);
  request.notSupportedYet("documentDownloadOption", isWord("Combined"));
  request.notSupportedYet("recipientNotificationSettings", isDefaultNotification);
  request.notSupportedYet("allowedSignatureTypes", isEverySignatureType);
  request.notSupportedYet("groupSignerSettings", isUnset);
}

void refuseLaterMembersOfSigner(RecordReader& signer) {
  for (const std::string_view name : {"enableEmailOTP", "allowFieldConfiguration", "enableQes"}) {
    signer.notSupportedYet(name, isFalse);
  }
  for (const std::string_view name : {"id", "hostEmail", "signerRole", "groupId"}) {
    signer.notSupportedYet(name, isEmpty);
  }
  for (const std::string_view name : {"phoneNumber", "identityVerificationSettings", "kbaSettings"}) {
    signer.notSupportedYet(name, isUnset);
  }
  signer.notSupportedYet("deliveryMode", isWord("Email"));
  signer.notSupportedYet("signType", isWord("Single"));
  signer.notSupportedYet("recipientNotificationSettings", isDefaultNotification);
  signer.notSupportedYet("authenticationRetryCount", [](const Json&) { return false; });
  signer.notSupportedYet("authenticationSettings", isNoFrequency);
}

void refuseLaterMembersOfField(RecordReader& field) {
  for (const std::string_view name :
       {"isReadOnly", "allowEditFormField", "allowDeleteFormField", "isMasked", "isDefaultValueRequired"}) {
    field.notSupportedYet(name, isFalse);
  }
  for (const std::string_view name :
       {"groupName", "hyperlinkText", "dataSyncTag", "conditionalRules", "dropdownOptions"}) {
    field.notSupportedYet(name, isEmpty);
  }
  for (const std::string_view name :
       {"imageInfo", "attachmentInfo", "editableDateFieldSettings", "formulaFieldSettings", "collaborationSettings"}) {
    field.notSupportedYet(name, isUnset);
  }
  field.notSupportedYet("timeFormat", isWord("None"));
}

}  // namespace stead::documents
