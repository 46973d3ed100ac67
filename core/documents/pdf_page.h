// What is drawn on one page, in points from its top left corner.
#pragma once

#include <string>
#include <string_view>

#include "documents/pdf_ink.h"

namespace stead::documents {

enum class Weight { regular, bold };

class PdfPage {
 public:
  PdfPage(PdfInk& ink, double width, double height) : ink_(ink), width_(width), height_(height) {}

  // `baseline` is the line the letters stand on.
  void text(double x, double baseline, double size, std::string_view text, Weight weight = Weight::regular);
  void line(double fromX, double fromY, double toX, double toY, double thickness);
  void frame(double x, double y, double width, double height, double thickness);
  // A picture of the resources, which fills the box.
  void picture(std::string_view name, double x, double y, double width, double height);
  void gray(double level);  // of what is drawn next: 0 is black

  [[nodiscard]] double width() const noexcept { return width_; }
  [[nodiscard]] double height() const noexcept { return height_; }
  // The operators; they leave the state of the page as they found it.
  [[nodiscard]] std::string take() const { return "q\n" + out_ + "Q\n"; }

 private:
  PdfInk& ink_;
  double width_;
  double height_;
  std::string out_;
};

// The name of the font in the resources of every page that is drawn on.
inline constexpr const char* fontResource = "/SteadFont";

// Adds a page with these operators at the end.
void addPage(QPDF& pdf, const PdfPage& page, PdfInk& ink, QPDFObjectHandle pictures = QPDFObjectHandle());
// The finished file: compressed, and the same bytes for the same content.
[[nodiscard]] Bytes writePdf(QPDF& pdf);

}  // namespace stead::documents
