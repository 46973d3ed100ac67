// stead_upload: the files of a send.
#include "base/limits.h"
#include "base/text.h"
#include "guard.h"

using namespace stead::capi;

namespace {

void requireFits(std::size_t have, std::size_t more) {
  if (more > stead::limits::fileBytesMax || have > stead::limits::fileBytesMax - more) {
    throw stead::Error(stead::Code::tooLarge,
                       "a file is larger than " + std::to_string(stead::limits::fileBytesMax) + " bytes");
  }
}

stead::UploadFile begin(const stead_upload& upload, const char* name) {
  const std::string_view text = argument(name, "name");
  if (stead::text::isBlank(text)) refuseArgument("name", "is empty");
  if (stead::text::hasControl(text)) refuseArgument("name", "has control characters");
  if (stead::text::codePoints(text) > stead::limits::fileNameCodePointsMax) {
    refuseArgument("name", "is longer than " + std::to_string(stead::limits::fileNameCodePointsMax) + " characters");
  }
  if (upload.upload.files.size() >= stead::limits::filesMax) {
    throw stead::Error(stead::Code::tooLarge,
                       "an upload holds at most " + std::to_string(stead::limits::filesMax) + " files");
  }
  return {std::string(text), {}};
}

stead::ByteView bytesOf(const void* bytes, std::int64_t length) {
  if (length < 0) refuseArgument("bytes", "has a negative length");
  return stead::bytesOf(bytesArgument(static_cast<const char*>(bytes), length, "bytes"));
}

}  // namespace

extern "C" {

stead_status stead_upload_new(stead_upload** upload, stead_error** error) {
  return guarded(error, [&] {
    stead_upload*& out = output(upload, "upload");
    out = std::make_unique<stead_upload>().release();
  });
}

stead_status stead_upload_add_file(stead_upload* upload, const char* name, const void* bytes, int64_t length,
                                   stead_error** error) {
  return guarded(error, [&] {
    stead_upload& to = object(upload, "upload");
    stead::UploadFile file = begin(to, name);
    const stead::ByteView content = bytesOf(bytes, length);
    requireFits(0, content.size());
    file.bytes.assign(content.begin(), content.end());
    to.upload.files.push_back(std::move(file));
  });
}

stead_status stead_upload_begin_file(stead_upload* upload, const char* name, stead_error** error) {
  return guarded(error, [&] {
    stead_upload& to = object(upload, "upload");
    to.upload.files.push_back(begin(to, name));
  });
}

stead_status stead_upload_append(stead_upload* upload, const void* bytes, int64_t length, stead_error** error) {
  return guarded(error, [&] {
    stead_upload& to = object(upload, "upload");
    const stead::ByteView content = bytesOf(bytes, length);
    if (to.upload.files.empty()) refuseArgument("upload", "has no file yet; begin one first");
    stead::Bytes& file = to.upload.files.back().bytes;
    requireFits(file.size(), content.size());
    file.insert(file.end(), content.begin(), content.end());
  });
}

int64_t stead_upload_count(const stead_upload* upload) {
  return usable(upload) ? static_cast<std::int64_t>(upload->upload.files.size()) : 0;
}

void stead_upload_free(stead_upload* upload) { release(upload); }

}  // extern "C"
