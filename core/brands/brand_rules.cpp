#include "brands/brand_rules.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <span>

#include "base/limits.h"
#include "base/record_reader.h"
#include "base/text.h"
#include "brands/colour_names.h"

namespace stead::brands {
namespace {

constexpr const char* badColour = "Please provide a valid color code. The current color code is invalid.";

enum class Kind { line, lines, colour, url, off, on, downloadWord };

struct Member {
  std::string_view name;
  Kind kind;
  std::size_t codePointsMax = 0;
};

constexpr std::array looks{
    Member{"backgroundColor", Kind::colour},
    Member{"buttonColor", Kind::colour},
    Member{"buttonTextColor", Kind::colour},
    Member{"emailDisplayName", Kind::line, limits::nameCodePointsMax},
    Member{"disclaimerTitle", Kind::line, limits::titleCodePointsMax},
    Member{"disclaimerDescription", Kind::lines, limits::messageCodePointsMax},
    Member{"redirectUrl", Kind::url},
    Member{"canHideTagLine", Kind::off},
    Member{"combineAuditTrail", Kind::off},
    Member{"combineAttachments", Kind::off},
    Member{"excludeAuditTrailFromEmail", Kind::off},
    Member{"emailSignedDocument", Kind::downloadWord},
    Member{"documentTimeZone", Kind::line, limits::nameCodePointsMax},
    Member{"showBuiltInFormFields", Kind::on},
    Member{"allowCustomFieldCreation", Kind::off},
    Member{"showSharedCustomFields", Kind::off},
    Member{"hideDecline", Kind::off},
    Member{"hideSave", Kind::off},
};
constexpr std::array domain{
    Member{"domainName", Kind::line, limits::emailBytesMax},
    Member{"fromName", Kind::line, limits::nameCodePointsMax},
};
constexpr std::array frame{
    Member{"enableSignatureFrame", Kind::off},
    Member{"showRecipientName", Kind::off},
    Member{"showRecipientEmail", Kind::off},
    Member{"showTimeStamp", Kind::off},
};

constexpr const char* expirySettings = "documentExpirySettings";
constexpr const char* domainSettings = "customDomainSettings";
constexpr const char* frameSettings = "signatureFrameSettings";

std::optional<std::string> readColour(RecordReader& in, std::string_view name) {
  auto colour = in.text(name);
  if (!colour || colour->empty() || isColour(*colour)) return colour;
  in.violation(name, badColour);
  return std::nullopt;
}

template <class Value>
void put(Json& members, std::string_view name, const std::optional<Value>& value) {
  if (value) members[std::string(name)] = *value;
}

void readMember(RecordReader& in, const Member& member, Json& members) {
  switch (member.kind) {
    case Kind::line:
    case Kind::lines:
      return put(members, member.name,
                 in.text(member.name, {.codePointsMax = member.codePointsMax, .oneLine = member.kind == Kind::line}));
    case Kind::colour:
      return put(members, member.name, readColour(in, member.name));
    case Kind::url:
      return put(members, member.name, in.url(member.name));
    case Kind::off:
    case Kind::on:
      return put(members, member.name, in.boolean(member.name));
    case Kind::downloadWord:
      return put(members, member.name, in.word(member.name, {"Attachment", "DocumentLink"}));
  }
}

void readSettings(RecordReader& in, const char* name, std::span<const Member> table, Violations& violations,
                  Json& members) {
  const Json* given = in.object(name);
  if (given == nullptr) return;
  RecordReader settings(*given, violations, in.pathOf(name));
  Json read = Json::object();
  for (const Member& member : table) readMember(settings, member, read);
  settings.refuseUnknown();
  members[name] = std::move(read);
}

bool isFalse(const Json& value) { return value.is_boolean() && !value.get<bool>(); }

void readExpiry(RecordReader& in, Violations& violations, Json& members) {
  const Json* given = in.object(expirySettings);
  if (given == nullptr) return;
  RecordReader settings(*given, violations, in.pathOf(expirySettings));
  Json read = Json::object();
  put(read, "expiryDateType", settings.word("expiryDateType", {"Days", "Hours"}));
  put(read, "expiryValue", settings.integer("expiryValue", 1, limits::expiryHoursMax));
  put(read, "reminderDays", settings.integer("reminderDays", 1, limits::expiryDaysMax));
  put(read, "reminderCount", settings.integer("reminderCount", 1, limits::expiryDaysMax));
  for (const char* name : {"enableDefaultExpiryAlert", "enableAutoReminder"}) settings.notSupportedYet(name, isFalse);
  settings.refuseUnknown();
  members[expirySettings] = std::move(read);
}

BrandRequest readBrand(const Json& request, bool creating) {
  BrandRequest out;
  Violations violations;
  RecordReader in(request, violations);
  out.name = in.text("name", {.codePointsMax = limits::nameCodePointsMax});
  const bool nameless = out.name ? text::isBlank(*out.name) : creating && (!in.has("name") || in.isNull("name"));
  if (nameless) in.violation("name", "The Brand name is required");
  out.isDefault = in.boolean("isDefault");
  Json members = Json::object();
  for (const Member& member : looks) readMember(in, member, members);
  readExpiry(in, violations, members);
  readSettings(in, domainSettings, domain, violations, members);
  readSettings(in, frameSettings, frame, violations, members);
  if (creating) out.requestId = readRequestId(in);
  if (!creating) out.version = readVersion(in);
  in.refuseUnknown();
  violations.throwIfAny();
  out.members = writeJson(members);
  return out;
}

void putDefaults(Json& members, std::span<const Member> table) {
  for (const Member& member : table) {
    const std::string name(member.name);
    if (member.kind == Kind::off || member.kind == Kind::on) members[name] = member.kind == Kind::on;
    if (member.kind == Kind::downloadWord) members[name] = "Attachment";
  }
}

void overlay(Json& members, const Json& change) {
  for (const auto& [name, value] : change.items()) {
    if (value.is_object()) {
      overlay(members[name], value);
    } else if (value.is_string() && value.get_ref<const std::string&>().empty()) {
      members.erase(name);
    } else {
      members[name] = value;
    }
  }
}

void requireSensibleExpiry(const Json& settings) {
  if (!settings.contains("expiryValue")) return;
  const auto value = settings["expiryValue"].get<std::int64_t>();
  const bool hours = settings.value("expiryDateType", std::string("Days")) == "Hours";
  const std::int64_t min = hours ? limits::expiryHoursMin : 1;
  const std::int64_t max = hours ? limits::expiryHoursMax : limits::expiryDaysMax;
  if (value >= min && value <= max) return;
  Violations violations;
  violations.add(
      "/" + std::string(expirySettings) + "/expiryValue",
      "must be between " + std::to_string(min) + " and " + std::to_string(max) + (hours ? " hours" : " days"));
  violations.throwIfAny();
}

}  // namespace

BrandRequest readNewBrand(const Json& request) { return readBrand(request, true); }
BrandRequest readBrandChange(const Json& request) { return readBrand(request, false); }

std::string defaultMembers() {
  Json members = Json::object();
  putDefaults(members, looks);
  members[expirySettings] = Json::object();
  members[domainSettings] = Json::object();
  members[frameSettings] = Json::object();
  putDefaults(members[frameSettings], frame);
  return writeJson(members);
}

std::string changedMembers(std::string_view members, std::string_view change) {
  Json changed = parseStored(members);
  overlay(changed, parseStored(change));
  requireSensibleExpiry(changed[expirySettings]);
  return writeJson(changed);
}

std::vector<std::string> differences(std::string_view before, std::string_view after) {
  const Json old = parseStored(before);
  const Json now = parseStored(after);
  std::vector<std::string> names;
  for (const auto& [name, value] : now.items()) {
    if (!old.contains(name) || old[name] != value) names.push_back(name);
  }
  for (const auto& [name, value] : old.items()) {
    if (!now.contains(name)) names.push_back(name);
  }
  return names;
}

std::optional<std::int64_t> expiryOf(std::string_view members) {
  const Json settings = parseStored(members)[expirySettings];
  if (!settings.contains("expiryValue")) return std::nullopt;
  const bool hours = settings.value("expiryDateType", std::string("Days")) == "Hours";
  return settings["expiryValue"].get<std::int64_t>() * (hours ? limits::hourMs : limits::dayMs);
}

bool hidesDecline(std::string_view members) { return parseStored(members).value("hideDecline", false); }
bool excludesAuditTrail(std::string_view members) {
  return parseStored(members).value("excludeAuditTrailFromEmail", false);
}
bool combinesAuditTrail(std::string_view members) { return parseStored(members).value("combineAuditTrail", false); }

bool isColour(std::string_view text) {
  if (!text.starts_with('#')) return isColourName(text::asciiLower(text));
  const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); };
  text.remove_prefix(1);
  return (text.size() == 3 || text.size() == 6) && std::all_of(text.begin(), text.end(), isHex);
}

}  // namespace stead::brands
