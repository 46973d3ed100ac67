// What an uploaded file is, told by its content: names and declared types are not believed.
#pragma once

#include <cstdint>

#include "base/crypto.h"
#include "documents/send_request.h"

namespace stead::documents {

// Throws Error, Code::malformedFile or Code::tooLarge, whose text says what is wrong with the file ("is encrypted; …").
[[nodiscard]] FileFacts tellFile(ByteView bytes);

// A PNG or a JPEG by its first bytes.
[[nodiscard]] bool isPicture(ByteView bytes) noexcept;

// Pages of a PDF, at most limits::pagesPerFileMax. Throws as tellFile does.
[[nodiscard]] std::int64_t countPdfPages(ByteView bytes);

}  // namespace stead::documents
