// Text and pictures for the pages of one PDF: the embedded font, and the operators that draw with it. Whatever a text
// holds, it reaches the file as numbers of glyphs in hexadecimal: nothing of it can be taken for an operator.
#pragma once

#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <string_view>
#include <vector>

#include "documents/pdf_font.h"

namespace stead::documents {

class PdfInk {
 public:
  // `pdf` must outlive it.
  explicit PdfInk(QPDF& pdf);

  // Operators that show the text where the pen stands, with the font set. What the font does not have is drawn as an
  // empty box and keeps its true characters for whoever copies or searches.
  [[nodiscard]] std::string show(std::string_view text);
  [[nodiscard]] double width(std::string_view text, double size) const;
  // Lines no wider than `width`, broken between words, and inside words that are wider; line feeds are kept.
  [[nodiscard]] std::vector<std::string> wrap(std::string_view text, double size, double width) const;
  [[nodiscard]] const PdfFont& font() const noexcept { return font_; }

  // Something was shown: pages need the font.
  [[nodiscard]] bool isUsed() const noexcept { return !used_.empty(); }
  // The font as pages refer to it; a new one is made by the first call.
  [[nodiscard]] QPDFObjectHandle fontObject();
  // Describes the glyphs that were shown. Nothing is shown afterwards.
  void finish();

 private:
  QPDF& pdf_;
  PdfFont font_;
  QPDFObjectHandle object_;
  std::map<std::uint16_t, char32_t> used_;  // by glyph: what it stands for
};

// A stream of `pdf` that is compressed already: the writer leaves all streams as they are.
[[nodiscard]] QPDFObjectHandle newStream(QPDF& pdf, std::string_view data);
// A number as PDF writes it: at most two decimals, no exponent.
[[nodiscard]] std::string pdfNumber(double value);

}  // namespace stead::documents
