// How a request names one signer: by signerId, or by signerEmail and, where it stands twice, signerOrder.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/record_reader.h"
#include "documents/document.h"

namespace stead::documents {

struct NamedSigner {
  std::optional<std::string> id;
  std::optional<Email> email;
  std::optional<std::int64_t> order;
};

[[nodiscard]] NamedSigner readNamedSigner(RecordReader& in);
// Throws Code::signerNotFound, or a violation when the name fits several.
[[nodiscard]] Party& findNamed(std::vector<Party>& parties, const NamedSigner& named);

}  // namespace stead::documents
