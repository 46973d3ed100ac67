#include "documents/download.h"

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/json.h"

namespace stead::documents {

void requireRange(std::int64_t offset, std::int64_t max) {
  if (offset < 0 || max < 0) {
    throw Error(Code::malformedArgument, "the offset into a file and the number of bytes must not be negative");
  }
}

StoredFile fileAt(Connection& db, AccountScope scope, std::int64_t documentRow, std::int64_t fileIndex) {
  auto files = filesOf(db, scope, documentRow);
  if (fileIndex < 0 || fileIndex >= static_cast<std::int64_t>(files.size())) {
    throw Error(Code::fileNotFound, "the document has no file " + std::to_string(fileIndex) + "; it has " +
                                        std::to_string(files.size()) + ", counted from 0");
  }
  return std::move(files[static_cast<std::size_t>(fileIndex)]);
}

Download readPart(Connection& db, AccountScope scope, const StoredFile& file, std::int64_t offset, std::int64_t max) {
  const Json info = {
      {"name", file.name}, {"type", file.type}, {"size", file.size}, {"sha256", crypto::hex(file.sha256)}};
  return {writeJson(info), readFile(db, scope, file, offset, max)};
}

}  // namespace stead::documents
