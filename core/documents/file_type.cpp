#include "documents/file_type.h"

#include <algorithm>
#include <string>

#include "base/error.h"

namespace stead::documents {
namespace {

constexpr std::string_view pdfMagic = "%PDF-";
constexpr std::string_view pngMagic = "\x89PNG\r\n\x1A\n";
constexpr std::string_view jpgMagic = "\xFF\xD8\xFF";
constexpr std::string_view zipMagic = "PK\x03\x04";
constexpr std::string_view zipEntryMagic = "PK\x01\x02";
constexpr std::string_view zipEndMagic = "PK\x05\x06";

[[noreturn]] void refuse(std::string why) { throw Error(Code::malformedFile, std::move(why)); }

// Bounds-checked numbers of a file; reading past its end is a refusal.
class Cursor {
 public:
  explicit Cursor(ByteView bytes) noexcept : bytes_(bytes) {}

  [[nodiscard]] std::size_t byte(std::size_t at) const {
    if (at >= bytes_.size()) refuse("is cut short");
    return bytes_[at];
  }
  [[nodiscard]] std::size_t big16(std::size_t at) const { return byte(at) << 8U | byte(at + 1); }
  [[nodiscard]] std::size_t big32(std::size_t at) const { return big16(at) << 16U | big16(at + 2); }
  [[nodiscard]] std::size_t little16(std::size_t at) const { return byte(at) | byte(at + 1) << 8U; }
  [[nodiscard]] std::size_t little32(std::size_t at) const { return little16(at) | little16(at + 2) << 16U; }
  [[nodiscard]] std::string_view text(std::size_t at, std::size_t length) const {
    if (at > bytes_.size() || length > bytes_.size() - at) refuse("is cut short");
    return textOf(bytes_.subspan(at, length));
  }
  [[nodiscard]] bool has(std::size_t at, std::string_view magic) const {
    return at <= bytes_.size() && textOf(bytes_.subspan(at)).starts_with(magic);
  }
  [[nodiscard]] std::size_t size() const noexcept { return bytes_.size(); }

 private:
  ByteView bytes_;
};

// Walks the chunks: a header of a picture with an area first, the end chunk at the end.
void checkPng(const Cursor& in) {
  std::size_t at = pngMagic.size();
  if (in.text(at + 4, 4) != "IHDR" || in.big32(at) != 13) refuse("is not a readable PNG picture");
  if (in.big32(at + 8) == 0 || in.big32(at + 12) == 0) refuse("is a PNG picture without an area");
  while (in.text(at + 4, 4) != "IEND") at += 12 + in.big32(at);
  (void)in.text(at, 12);
}

bool isJpgFrame(std::size_t marker) noexcept {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

// Walks the segments up to the picture data: a frame header with an area is among them, an end marker follows.
void checkJpg(const Cursor& in) {
  bool framed = false;
  std::size_t at = 2;
  for (;;) {
    if (in.byte(at) != 0xFF) refuse("is not a readable JPEG picture");
    const std::size_t marker = in.byte(at + 1);
    if (marker == 0xFF) {  // fill byte
      ++at;
      continue;
    }
    if (marker == 0xDA) break;
    if (marker == 0x00 || marker == 0xD9) refuse("is a JPEG picture without data");
    const std::size_t length = in.big16(at + 2);
    if (length < 2) refuse("is not a readable JPEG picture");
    if (isJpgFrame(marker)) {
      // A height of 0 is told later by a DNL segment.
      framed = in.big16(at + 7) != 0;
    }
    at += 2 + length;
  }
  if (!framed) refuse("is a JPEG picture without an area");
  if (in.text(at, in.size() - at).find("\xFF\xD9") == std::string_view::npos) refuse("is cut short");
}

std::size_t findZipEnd(const Cursor& in) {
  constexpr std::size_t endBytes = 22;
  constexpr std::size_t commentMax = 65535;
  if (in.size() < endBytes) refuse("is cut short");
  const std::size_t last = in.size() - endBytes;
  for (std::size_t back = 0; back <= std::min(last, commentMax); ++back) {
    if (in.has(last - back, zipEndMagic) && in.little16(last - back + 20) == back) return last - back;
  }
  refuse("is a damaged or cut archive, or of an unsupported type; send PDF, PNG, JPEG or DOCX");
}

// A docx is an archive that lists its content types and a part of a Word document.
void checkDocx(const Cursor& in) {
  const std::size_t end = findZipEnd(in);
  const std::size_t count = in.little16(end + 10);
  std::size_t at = in.little32(end + 16);
  bool types = false;
  bool word = false;
  for (std::size_t i = 0; i < count; ++i) {
    if (!in.has(at, zipEntryMagic)) refuse("is a damaged archive");
    if ((in.little16(at + 8) & 1U) != 0) refuse("is encrypted; send it without a password");
    const std::size_t nameBytes = in.little16(at + 28);
    const std::string_view name = in.text(at + 46, nameBytes);
    types = types || name == "[Content_Types].xml";
    word = word || name.starts_with("word/");
    at += 46 + nameBytes + in.little16(at + 30) + in.little16(at + 32);
  }
  if (!types || !word) refuse("is an archive, but not a Word document; send PDF, PNG, JPEG or DOCX");
}

}  // namespace

bool isPicture(ByteView bytes) noexcept {
  return textOf(bytes).starts_with(pngMagic) || textOf(bytes).starts_with(jpgMagic);
}

FileFacts tellFile(ByteView bytes) {
  const Cursor in(bytes);
  if (bytes.empty()) refuse("is empty");
  if (in.has(0, pdfMagic)) return {FileType::pdf, countPdfPages(bytes)};
  if (in.has(0, pngMagic)) {
    checkPng(in);
    return {FileType::png, 1};
  }
  if (in.has(0, jpgMagic)) {
    checkJpg(in);
    return {FileType::jpg, 1};
  }
  if (in.has(0, zipMagic)) {
    checkDocx(in);
    return {FileType::docx, std::nullopt};
  }
  refuse("is of an unsupported type; send PDF, PNG, JPEG or DOCX");
}

}  // namespace stead::documents
