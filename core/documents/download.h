// Handing out a stored file in parts; shared by the sender's and the signer's side.
#pragma once

#include <cstdint>

#include "documents/document_verbs.h"
#include "documents/file_store.h"

namespace stead::documents {

// Throws Code::malformedArgument.
void requireRange(std::int64_t offset, std::int64_t max);
// Throws Code::fileNotFound.
[[nodiscard]] StoredFile fileAt(Connection& db, AccountScope scope, std::int64_t documentRow, std::int64_t fileIndex);
[[nodiscard]] Download readPart(Connection& db, AccountScope scope, const StoredFile& file, std::int64_t offset,
                                std::int64_t max);

}  // namespace stead::documents
