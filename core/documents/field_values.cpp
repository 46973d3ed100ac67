#include "documents/field_values.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/email.h"
#include "base/limits.h"
#include "base/text.h"

namespace stead::documents {
namespace {

constexpr std::array<std::string_view, 11> dateFormats{"MM/dd/yyyy",   "dd/MM/yyyy",   "dd-MMM-yyyy",  "MMM-dd-yyyy",
                                                       "MMM dd, yyyy", "dd MMM, yyyy", "yyyy, MMM dd", "yyyy/MM/dd",
                                                       "dd-MM-yyyy",   "MM-dd-yyyy",   "yyyy-MM-dd"};
constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

bool isRequiredValue(const Field& field, std::string_view value) {
  return field.type == FieldType::checkBox ? value == "true" : !text::isBlank(value);
}

std::optional<std::string> signatureProblem(std::string_view value) {
  if (text::codePoints(value) > limits::signatureCodePointsMax) {
    return "must be at most " + std::to_string(limits::signatureCodePointsMax) + " characters";
  }
  if (text::hasControl(value)) return "must not contain control characters";
  if (!value.empty() && text::isBlank(value)) return "must be the typed name";
  return std::nullopt;
}

std::optional<std::string> problemOf(const Field& field, std::string_view value) {
  if (field.type == FieldType::signature || field.type == FieldType::initial) return signatureProblem(value);
  return valueProblem(field, value);
}

// The text a signer gave for one field; nothing when he gave none, so that a preset value stands.
std::optional<std::string> givenText(const Json& values, const Field& field, const std::string& path,
                                     Violations& violations, bool& wrong) {
  const auto it = values.find(field.id);
  if (it == values.end() || it->is_null()) return std::nullopt;
  if (field.type == FieldType::dateSigned) {
    violations.add(path, "the date of signing is filled in by Stead; leave it out");
  } else if (!it->is_string()) {
    violations.add(path, "must be text");
  } else {
    return it->get<std::string>();
  }
  wrong = true;
  return std::nullopt;
}

void refuseUnknownFields(const std::vector<Field>& fields, const Json& values, Violations& violations) {
  for (const auto& item : values.items()) {
    const std::string& id = item.key();
    const bool known = std::any_of(fields.begin(), fields.end(), [&](const Field& field) { return field.id == id; });
    if (!known) violations.add("/values/" + pointerToken(id), "this signer has no field of this id");
  }
}

}  // namespace

bool isDateFormat(std::string_view format) noexcept {
  return std::find(dateFormats.begin(), dateFormats.end(), format) != dateFormats.end();
}

std::string dateText(std::string_view format, std::int64_t atMs) {
  const std::string iso = text::isoUtc(atMs);  // yyyy-MM-ddT…
  const auto month = static_cast<std::size_t>(*text::parseInteger(std::string_view(iso).substr(5, 2)) - 1);
  const std::array<std::pair<std::string_view, std::string>, 4> parts{{{"yyyy", iso.substr(0, 4)},
                                                                       {"MMM", std::string(months.at(month))},
                                                                       {"MM", iso.substr(5, 2)},
                                                                       {"dd", iso.substr(8, 2)}}};
  std::string out;
  while (!format.empty()) {
    const auto part = std::find_if(parts.begin(), parts.end(),
                                   [&](const auto& candidate) { return format.starts_with(candidate.first); });
    if (part == parts.end()) {
      out += format.front();
      format.remove_prefix(1);
    } else {
      out += part->second;
      format.remove_prefix(part->first.size());
    }
  }
  return out;
}

std::vector<std::pair<std::string, std::string>> acceptValues(const std::vector<Field>& fields, const Json& values,
                                                              std::int64_t now, Violations& violations) {
  const Json none = Json::object();
  // PHP writes an empty map as [].
  const bool empty = values.is_null() || (values.is_array() && values.empty());
  if (!empty && !values.is_object()) {
    violations.add("/values", "must be an object of field ids and texts");
    return {};
  }
  const Json& given = empty ? none : values;
  refuseUnknownFields(fields, given, violations);
  std::vector<std::pair<std::string, std::string>> accepted;
  for (const Field& field : fields) {
    const std::string path = "/values/" + pointerToken(field.id);
    bool wrong = false;
    const auto text = givenText(given, field, path, violations, wrong);
    if (wrong) continue;
    if (field.type == FieldType::dateSigned) {
      accepted.emplace_back(field.id, dateText(field.dateFormat, now));
      continue;
    }
    const std::string& value = text ? *text : field.value;
    if (const auto problem = problemOf(field, value)) {
      violations.add(path, *problem);
    } else if (field.required && !isRequiredValue(field, value)) {
      violations.add(path, field.type == FieldType::checkBox ? "has to be checked" : "is required");
    } else if (text || !field.value.empty()) {
      accepted.emplace_back(field.id, value);
    }
  }
  return accepted;
}

}  // namespace stead::documents
