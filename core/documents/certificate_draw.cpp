// Lays a certificate out on sheets of A4.
#include <qpdf/QPDF.hh>

#include "documents/certificate.h"
#include "documents/pdf_page.h"

namespace stead::documents {
namespace {

constexpr double sheetWidth = 595;
constexpr double sheetHeight = 842;
constexpr double margin = 50;
constexpr double footerHeight = 36;
constexpr double labelWidth = 120;
constexpr double textSize = 9;
constexpr double lineHeight = 12.5;
constexpr double headingSize = 12;

class Sheets {
 public:
  explicit Sheets(PdfInk& ink) : ink_(ink) {}

  void heading(std::string_view text) {
    room(headingSize + 2 * lineHeight);
    y_ += 10;
    page().line(margin, y_, sheetWidth - margin, y_, 0.5);
    y_ += headingSize + 4;
    page().text(margin, y_, headingSize, text, Weight::bold);
    y_ += 6;
  }

  void title(std::string_view text, double size, Weight weight) {
    for (const auto& line : ink_.wrap(text, size, sheetWidth - 2 * margin)) {
      room(size + 6);
      y_ += size + 4;
      page().text(margin, y_, size, line, weight);
    }
  }

  void paragraph(const Paragraph& paragraph) {
    const double indent = paragraph.label.empty() ? 0 : labelWidth;
    const double width = sheetWidth - 2 * margin - indent;
    bool first = true;
    for (const auto& line : ink_.wrap(paragraph.text, textSize, width)) {
      room(lineHeight);
      y_ += lineHeight;
      if (first && indent > 0) label(paragraph.label);
      page().text(margin + indent, y_, textSize, line);
      first = false;
    }
    y_ += 2;
  }

  // Every page carries the same line, its number, and how many there are.
  std::vector<PdfPage> numbered(std::string_view footer) {
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      const std::string number = std::to_string(i + 1) + " / " + std::to_string(pages_.size());
      const double baseline = sheetHeight - footerHeight;
      pages_[i].gray(0.35);
      pages_[i].text(margin, baseline, 7.5, footer);
      pages_[i].text(sheetWidth - margin - ink_.width(number, 7.5), baseline, 7.5, number);
    }
    return std::move(pages_);
  }

 private:
  PdfPage& page() {
    if (pages_.empty()) room(0);
    return pages_.back();
  }
  void room(double needed) {
    if (!pages_.empty() && y_ + needed <= sheetHeight - margin - footerHeight) return;
    pages_.emplace_back(ink_, sheetWidth, sheetHeight);
    y_ = margin;
  }
  void label(std::string_view text) {
    page().gray(0.35);
    page().text(margin, y_, textSize, ink_.wrap(text, textSize, labelWidth - 6).front());
    page().gray(0);
  }

  PdfInk& ink_;
  std::vector<PdfPage> pages_;
  double y_ = margin;
};

}  // namespace

Bytes drawCertificate(const Certificate& certificate) {
  const auto pdf = QPDF::create();
  pdf->emptyPDF();
  PdfInk ink(*pdf);
  Sheets sheets(ink);
  sheets.title(certificate.title, 20, Weight::bold);
  sheets.title(certificate.subtitle, 12, Weight::regular);
  for (const Section& section : certificate.sections) {
    sheets.heading(section.heading);
    for (const Paragraph& paragraph : section.paragraphs) sheets.paragraph(paragraph);
  }
  for (const PdfPage& page : sheets.numbered(certificate.footer)) addPage(*pdf, page, ink);
  ink.finish();
  return writePdf(*pdf);
}

}  // namespace stead::documents
