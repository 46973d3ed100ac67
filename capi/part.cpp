#include "part.h"

#include <cstring>
#include <nlohmann/json.hpp>

namespace stead::capi {

void Part::fill(const stead::documents::Download& download) const {
  const auto size = static_cast<std::int64_t>(download.bytes.size());
  if (size > bufferSize_) throw stead::Error(stead::Code::internalError, "more bytes were read than asked for");
  if (info_ != nullptr) *info_ = newRecord(stead::parseStored(download.info));
  if (size > 0) std::memcpy(buffer_, download.bytes.data(), download.bytes.size());
  bytesRead_ = size;
}

}  // namespace stead::capi
