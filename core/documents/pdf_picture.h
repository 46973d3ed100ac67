// Pictures inside PDFs.
#pragma once

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include "base/crypto.h"

namespace stead::documents {

struct PdfPicture {
  QPDFObjectHandle object;  // an image XObject of the file it was made for
  double width = 0;         // pixels
  double height = 0;
};

// From a PNG or JPEG that tellFile accepted. A JPEG is carried as it is; a PNG is decoded, within
// limits::picturePixelsMax. Throws Code::malformedFile or tooLarge.
[[nodiscard]] PdfPicture makePicture(QPDF& pdf, ByteView bytes);

}  // namespace stead::documents
