#include "documents/labels.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "base/text.h"

namespace stead::documents {

std::vector<std::string> readLabels(RecordReader& in, std::string_view name, Violations& violations) {
  std::vector<std::string> labels;
  const Json* list = in.array(name, limits::labelsMax);
  if (list == nullptr) return labels;
  for (std::size_t i = 0; i < list->size(); ++i) {
    const Json& item = (*list)[i];
    const std::string path = in.pathOf(name, i);
    if (item.is_null() || (item.is_string() && text::isBlank(item.get_ref<const std::string&>()))) {
      violations.add(path, "Label cannot be null or empty");
    } else if (!item.is_string()) {
      violations.add(path, "must be text");
    } else if (const auto& label = item.get_ref<const std::string&>();
               text::codePoints(label) > limits::labelCodePointsMax) {
      violations.add(path, "must be at most " + std::to_string(limits::labelCodePointsMax) + " characters");
    } else if (text::hasControl(label)) {
      violations.add(path, "must not contain control characters");
    } else if (std::find(labels.begin(), labels.end(), label) == labels.end()) {
      labels.push_back(label);
    }
  }
  return labels;
}

std::vector<std::string> labelsOf(std::string_view column) {
  const Json stored = parseStored(column);
  return stored.is_array() ? stored.get<std::vector<std::string>>() : std::vector<std::string>();
}

}  // namespace stead::documents
