// Labels, the tags of the contract: how they are read and kept.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/record_reader.h"

namespace stead::documents {

// The member `name`: at most limits::labelsMax texts, none empty; each once.
[[nodiscard]] std::vector<std::string> readLabels(RecordReader& in, std::string_view name, Violations& violations);
// Of the column of a document.
[[nodiscard]] std::vector<std::string> labelsOf(std::string_view column);

}  // namespace stead::documents
