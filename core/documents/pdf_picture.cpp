#include "documents/pdf_picture.h"

#include <png.h>

#include <algorithm>
#include <string>

#include "base/error.h"
#include "base/limits.h"
#include "documents/pdf_ink.h"

namespace stead::documents {
namespace {

[[noreturn]] void refuse() { throw Error(Code::malformedFile, "a picture of the document cannot be read"); }

void requireArea(std::int64_t width, std::int64_t height) {
  if (width <= 0 || height <= 0) refuse();
  if (width > limits::picturePixelsMax / height) {
    throw Error(Code::tooLarge, "a picture has more than " + std::to_string(limits::picturePixelsMax / 1000000) +
                                    " million pixels; take the files individually or send a smaller picture");
  }
}

QPDFObjectHandle imageOf(QPDFObjectHandle image, std::int64_t width, std::int64_t height, const char* space) {
  QPDFObjectHandle dictionary = image.getDict();
  dictionary.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
  dictionary.replaceKey("/Subtype", QPDFObjectHandle::newName("/Image"));
  dictionary.replaceKey("/Width", QPDFObjectHandle::newInteger(width));
  dictionary.replaceKey("/Height", QPDFObjectHandle::newInteger(height));
  dictionary.replaceKey("/BitsPerComponent", QPDFObjectHandle::newInteger(8));
  dictionary.replaceKey("/ColorSpace", QPDFObjectHandle::newName(space));
  return image;
}

// Frees what libpng holds, however the reading ends.
class PngImage {
 public:
  explicit PngImage(ByteView bytes) {
    image_.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&image_, bytes.data(), bytes.size()) == 0) refuse();
    requireArea(image_.width, image_.height);
    image_.format = PNG_FORMAT_RGBA;
  }
  ~PngImage() { png_image_free(&image_); }
  PngImage(const PngImage&) = delete;
  PngImage& operator=(const PngImage&) = delete;

  [[nodiscard]] Bytes read() {
    Bytes pixels(PNG_IMAGE_SIZE(image_));
    if (png_image_finish_read(&image_, nullptr, pixels.data(), 0, nullptr) == 0) refuse();
    return pixels;
  }
  [[nodiscard]] std::int64_t width() const noexcept { return image_.width; }
  [[nodiscard]] std::int64_t height() const noexcept { return image_.height; }

 private:
  png_image image_{};
};

PdfPicture makePng(QPDF& pdf, ByteView bytes) {
  PngImage png(bytes);
  const Bytes pixels = png.read();
  const std::size_t count = pixels.size() / 4;
  std::string colours;
  std::string opacity;
  colours.reserve(count * 3);
  opacity.reserve(count);
  for (std::size_t i = 0; i < pixels.size(); i += 4) {
    colours.append({static_cast<char>(pixels[i]), static_cast<char>(pixels[i + 1]), static_cast<char>(pixels[i + 2])});
    opacity += static_cast<char>(pixels[i + 3]);
  }
  const bool opaque = std::all_of(opacity.begin(), opacity.end(), [](char value) { return value == '\xFF'; });
  PdfPicture picture{imageOf(newStream(pdf, colours), png.width(), png.height(), "/DeviceRGB"),
                     static_cast<double>(png.width()), static_cast<double>(png.height())};
  if (!opaque) {
    picture.object.getDict().replaceKey("/SMask",
                                        imageOf(newStream(pdf, opacity), png.width(), png.height(), "/DeviceGray"));
  }
  return picture;
}

struct JpegFrame {
  std::int64_t width = 0;
  std::int64_t height = 0;
  int components = 0;
  bool adobe = false;
};

// The header of the frame; tellFile has seen that there is one.
JpegFrame frameOf(ByteView bytes) {
  JpegFrame frame;
  std::size_t at = 2;
  while (at + 10 <= bytes.size()) {
    const unsigned marker = bytes[at + 1];
    const auto big16 = [&](std::size_t i) { return std::int64_t{bytes[at + i]} << 8U | bytes[at + i + 1]; };
    if (marker == 0xFF) {
      ++at;
      continue;
    }
    if (marker == 0xEE && textOf(bytes.subspan(at + 4, 5)) == "Adobe") frame.adobe = true;
    if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
      frame.height = big16(5);
      frame.width = big16(7);
      frame.components = bytes[at + 9];
      return frame;
    }
    at += 2 + static_cast<std::size_t>(big16(2));
  }
  refuse();
}

PdfPicture makeJpeg(QPDF& pdf, ByteView bytes) {
  const JpegFrame frame = frameOf(bytes);
  requireArea(frame.width, frame.height);
  const char* space = frame.components == 1 ? "/DeviceGray" : frame.components == 4 ? "/DeviceCMYK" : "/DeviceRGB";
  PdfPicture picture{
      imageOf(QPDFObjectHandle::newStream(&pdf, std::string(textOf(bytes))), frame.width, frame.height, space),
      static_cast<double>(frame.width), static_cast<double>(frame.height)};
  picture.object.getDict().replaceKey("/Filter", QPDFObjectHandle::newName("/DCTDecode"));
  // Adobe's programs write the four inks upside down.
  if (frame.components == 4 && frame.adobe) {
    picture.object.getDict().replaceKey("/Decode", QPDFObjectHandle::parse("[1 0 1 0 1 0 1 0]"));
  }
  return picture;
}

}  // namespace

PdfPicture makePicture(QPDF& pdf, ByteView bytes) {
  return textOf(bytes).starts_with("\xFF\xD8") ? makeJpeg(pdf, bytes) : makePng(pdf, bytes);
}

}  // namespace stead::documents
