// A zip archive in memory.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/crypto.h"

namespace stead::documents {

struct ZipEntry {
  std::string name;  // UTF-8
  Bytes bytes;
};

// Every entry carries the moment `at` (UTC, to two seconds); the same entries give the same bytes. A name that comes
// twice gets a number.
[[nodiscard]] Bytes writeZip(const std::vector<ZipEntry>& entries, std::int64_t at);

}  // namespace stead::documents
