#include "metadata/metadata.h"

#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "base/text.h"

namespace stead::metadata {
namespace {

bool isRemoval(const Json& value) {
  return value.is_null() || (value.is_string() && value.get_ref<const std::string&>().empty());
}

// Only what stays after the update is measured: a removal never breaks a limit.
void checkPair(const std::string& key, const std::string& value, Violations& violations, const std::string& path) {
  const std::size_t keyLength = text::codePoints(key);
  if (keyLength == 0 || keyLength > limits::metaKeyCodePointsMax) {
    violations.add(path,
                   "a metadata key must have 1 to " + std::to_string(limits::metaKeyCodePointsMax) + " characters");
  }
  if (text::codePoints(value) > limits::metaValueCodePointsMax) {
    violations.add(
        path, "a metadata value must be at most " + std::to_string(limits::metaValueCodePointsMax) + " characters");
  }
}

}  // namespace

Json merge(const Json& current, const Json& change, Violations& violations, const std::string& path) {
  // PHP writes an empty map as [].
  if (change.is_null() || (change.is_array() && change.empty())) return current;
  if (!change.is_object()) {
    violations.add(path, "must be an object of texts");
    return current;
  }
  Violations found;
  Json merged = current;
  for (const auto& [key, value] : change.items()) {
    const std::string at = path + "/" + pointerToken(key);
    if (isRemoval(value)) {
      merged.erase(key);
    } else if (!value.is_string()) {
      found.add(at, "must be text, or null to remove the key");
    } else {
      checkPair(key, value.get_ref<const std::string&>(), found, at);
      merged[key] = value;
    }
  }
  if (merged.size() > limits::metaPairsMax) {
    found.add(path, "must have at most " + std::to_string(limits::metaPairsMax) +
                        " pairs after the update; it would have " + std::to_string(merged.size()));
  }
  if (found.empty()) return merged;
  for (const FieldError& violation : found.fields()) violations.add(violation.field, violation.message);
  return current;
}

}  // namespace stead::metadata
