#include "base/record_reader.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "base/text.h"

namespace stead {
namespace {

std::string labelOf(std::string_view name, const TextRule& rule) {
  return std::string(rule.label.empty() ? name : rule.label);
}

}  // namespace

RecordReader::RecordReader(const Json& object, Violations& violations, std::string path)
    : object_(object), violations_(violations), path_(std::move(path)) {
  if (!object_.is_object()) violations_.add(path_, "must be an object");
}

const Json* RecordReader::find(std::string_view name) {
  known_.push_back(name);
  if (!object_.is_object()) return nullptr;
  const auto it = object_.find(name);
  return it == object_.end() ? nullptr : &*it;
}

bool RecordReader::has(std::string_view name) const { return object_.is_object() && object_.contains(name); }

bool RecordReader::isNull(std::string_view name) const {
  if (!object_.is_object()) return false;
  const auto it = object_.find(name);
  return it != object_.end() && it->is_null();
}

std::string RecordReader::pathOf(std::string_view name) const { return path_ + "/" + pointerToken(name); }

std::string RecordReader::pathOf(std::string_view name, std::size_t index) const {
  return pathOf(name) + "/" + std::to_string(index);
}

void RecordReader::violation(std::string_view name, std::string message) {
  violations_.add(pathOf(name), std::move(message));
}

std::optional<std::string> RecordReader::text(std::string_view name, const TextRule& rule) {
  const Json* member = find(name);
  if (member == nullptr || member->is_null()) {
    if (rule.required) violation(name, "The " + labelOf(name, rule) + " cannot be null, empty, or whitespace.");
    return std::nullopt;
  }
  if (!member->is_string()) {
    violation(name, "must be text");
    return std::nullopt;
  }
  const auto& value = member->get_ref<const std::string&>();
  if (rule.required && text::isBlank(value)) {
    violation(name, "The " + labelOf(name, rule) + " cannot be null, empty, or whitespace.");
    return std::nullopt;
  }
  if (rule.codePointsMax != 0 && text::codePoints(value) > rule.codePointsMax) {
    violation(name, "must be at most " + std::to_string(rule.codePointsMax) + " characters");
    return std::nullopt;
  }
  if (rule.oneLine ? text::hasControl(value) : value.find('\0') != std::string::npos) {
    violation(name, "must not contain control characters");
    return std::nullopt;
  }
  return value;
}

std::optional<Email> RecordReader::email(std::string_view name, bool required, std::string_view label) {
  const std::string called(label.empty() ? name : label);
  const Json* member = find(name);
  const bool empty = member == nullptr || member->is_null() ||
                     (member->is_string() && text::isBlank(member->get_ref<const std::string&>()));
  if (empty) {
    if (required) violation(name, "The " + called + " field is required.");
    return std::nullopt;
  }
  if (member->is_string()) {
    if (auto parsed = parseEmail(member->get_ref<const std::string&>())) return parsed;
  }
  violation(name, "The field " + called + " is invalid.");
  return std::nullopt;
}

std::optional<std::int64_t> RecordReader::integer(std::string_view name, std::int64_t min, std::int64_t max) {
  const Json* member = find(name);
  if (member == nullptr || member->is_null()) return std::nullopt;
  if (!member->is_number_integer()) {
    violation(name, "must be an integer");
    return std::nullopt;
  }
  const auto value = member->get<std::int64_t>();
  if (value < min || value > max) {
    violation(name, "must be between " + std::to_string(min) + " and " + std::to_string(max));
    return std::nullopt;
  }
  return value;
}

std::optional<bool> RecordReader::boolean(std::string_view name) {
  const Json* member = find(name);
  if (member == nullptr || member->is_null()) return std::nullopt;
  if (!member->is_boolean()) {
    violation(name, "must be true or false");
    return std::nullopt;
  }
  return member->get<bool>();
}

std::optional<double> RecordReader::number(std::string_view name, double min, double max) {
  const Json* member = find(name);
  if (member == nullptr || member->is_null()) return std::nullopt;
  if (!member->is_number()) {
    violation(name, "must be a number");
    return std::nullopt;
  }
  const auto value = member->get<double>();
  if (value < min || value > max) {
    violation(name, "is out of range");
    return std::nullopt;
  }
  return value;
}

std::optional<std::string> RecordReader::word(std::string_view name, std::initializer_list<std::string_view> words) {
  return word(name, std::span(words.begin(), words.size()));
}

std::optional<std::string> RecordReader::word(std::string_view name, std::span<const std::string_view> words) {
  const Json* member = find(name);
  if (member == nullptr || member->is_null()) return std::nullopt;
  if (member->is_string()) {
    const auto& value = member->get_ref<const std::string&>();
    if (std::find(words.begin(), words.end(), value) != words.end()) return value;
  }
  std::string list;
  for (const auto w : words) list += (list.empty() ? "" : ", ") + std::string(w);
  violation(name, "must be one of " + list);
  return std::nullopt;
}

std::optional<std::string> RecordReader::guid(std::string_view name) {
  const Json* member = find(name);
  if (member == nullptr || member->is_null()) return std::nullopt;
  if (member->is_string()) {
    std::string lower = text::asciiLower(member->get_ref<const std::string&>());
    if (text::isGuid(lower)) return lower;
  }
  violation(name, "must be an id (GUID form)");
  return std::nullopt;
}

std::optional<std::string> RecordReader::url(std::string_view name) {
  const Json* member = find(name);
  if (member == nullptr || member->is_null()) return std::nullopt;
  if (member->is_string()) {
    const auto& value = member->get_ref<const std::string&>();
    if (value.empty() || text::isHttpUrl(value)) return value;
  }
  violation(name, "must be an absolute http or https URL");
  return std::nullopt;
}

std::optional<std::int64_t> RecordReader::time(std::string_view name) {
  return integer(name, 1, limits::integerAbsMax);
}

const Json* RecordReader::object(std::string_view name) {
  const Json* member = find(name);
  if (member == nullptr || member->is_null()) return nullptr;
  // PHP writes an empty map as [].
  if (member->is_object() || (member->is_array() && member->empty())) return member;
  violation(name, "must be an object");
  return nullptr;
}

const Json* RecordReader::array(std::string_view name, std::size_t max) {
  const Json* member = find(name);
  if (member == nullptr || member->is_null()) return nullptr;
  if (!member->is_array()) {
    violation(name, "must be a list");
    return nullptr;
  }
  if (member->size() > max) {
    violation(name, "must have at most " + std::to_string(max) + " items");
    return nullptr;
  }
  return member;
}

const Json* RecordReader::any(std::string_view name) { return find(name); }

void RecordReader::notSupportedYet(std::string_view name, const std::function<bool(const Json&)>& isDefault) {
  const Json* member = find(name);
  if (member == nullptr || member->is_null() || isDefault(*member)) return;
  violation(name, "notSupportedYet: this member has no effect yet; leave it out or at its default");
}

void RecordReader::refuseUnknown() {
  if (!object_.is_object()) return;
  for (const auto& [name, value] : object_.items()) {
    if (std::find(known_.begin(), known_.end(), name) == known_.end()) {
      violations_.add(pathOf(name), "unknown member");
    }
  }
}

std::optional<std::int64_t> readVersion(RecordReader& in) { return in.integer("version", 1, limits::integerAbsMax); }

std::optional<std::string> readRequestId(RecordReader& in) {
  auto id = in.text("requestId");
  if (id && (text::isBlank(*id) || id->size() > limits::requestIdBytesMax)) {
    in.violation("requestId", "must have 1 to " + std::to_string(limits::requestIdBytesMax) + " bytes");
    return std::nullopt;
  }
  return id;
}

}  // namespace stead
