// The outputs of the functions that read files by parts.
#pragma once

#include "documents/document_verbs.h"
#include "guard.h"

namespace stead::capi {

// Where a part of a file goes: the outputs of the reading functions.
class Part {
 public:
  Part(std::int64_t fileIndex, std::int64_t offset, void* buffer, std::int64_t bufferSize, std::int64_t* bytesRead,
       stead_record** info)
      : buffer_(buffer), bufferSize_(bufferSize), bytesRead_(output(bytesRead, "bytes_read")), info_(info) {
    if (info != nullptr) *info = nullptr;
    if (fileIndex < 0) refuseArgument("file_index", "is negative");
    if (offset < 0) refuseArgument("offset", "is negative");
    if (bufferSize < 0) refuseArgument("buffer_size", "is negative");
    if (buffer == nullptr && bufferSize != 0) refuseNull("buffer");
  }

  void fill(const stead::documents::Download& download) const;

 private:
  void* buffer_;
  std::int64_t bufferSize_;
  std::int64_t& bytesRead_;
  stead_record** info_;
};

}  // namespace stead::capi
