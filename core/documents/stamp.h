// Writes the values of fields into the pages of PDFs.
#pragma once

#include <cstdint>
#include <qpdf/QPDF.hh>
#include <string>
#include <vector>

#include "base/crypto.h"
#include "documents/pdf_ink.h"

namespace stead::documents {

// A value where it belongs: points from the top left corner of the page as it is seen.
struct Stamp {
  enum class Kind { text, signature, check, picture } kind = Kind::text;
  std::int64_t page = 1;
  double x = 0, y = 0, width = 0, height = 0;
  std::string text;     // of a check: "true" is ticked
  double fontSize = 0;  // 0: what fits
  std::string caption;  // under a signature, inside its frame; "" for neither
  Bytes picture;        // PNG or JPEG, fitted into the box
};

// Stamps on pages the file does not have are left out. `ink` belongs to the same file.
void stampPages(QPDF& pdf, const std::vector<Stamp>& stamps, PdfInk& ink);

}  // namespace stead::documents
