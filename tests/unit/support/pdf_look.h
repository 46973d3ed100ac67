// What stands on the pages of a PDF that Stead wrote.
#pragma once

#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <string>
#include <string_view>
#include <vector>

#include "documents/pdf_font.h"

namespace stead::test {

inline std::shared_ptr<QPDF> openPdf(ByteView bytes) {
  auto pdf = QPDF::create();
  pdf->setAttemptRecovery(false);
  pdf->processMemoryFile("test", reinterpret_cast<const char*>(bytes.data()), bytes.size());
  return pdf;
}

inline std::string dataOf(QPDFObjectHandle stream) {
  const auto buffer = stream.getStreamData(qpdf_dl_generalized);
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

// The operators of each page, with those of the drawings it shows.
inline std::vector<std::string> drawnOn(ByteView bytes) {
  const auto pdf = openPdf(bytes);
  std::vector<std::string> pages;
  for (auto page : QPDFPageDocumentHelper(*pdf).getAllPages()) {
    std::string drawn;
    for (auto part : page.getPageContents()) drawn += dataOf(part);
    page.forEachFormXObject(
        true, [&](QPDFObjectHandle& form, QPDFObjectHandle&, std::string const&) { drawn += dataOf(form); });
    pages.push_back(std::move(drawn));
  }
  return pages;
}

// The text as it is shown: the glyphs in hexadecimal. ASCII only.
inline std::string glyphsOf(std::string_view ascii) {
  static const documents::PdfFont font;
  std::string glyphs;
  for (const char c : ascii) {
    const std::uint16_t glyph = font.glyphOf(static_cast<char32_t>(c));
    const std::uint8_t bytes[2] = {static_cast<std::uint8_t>(glyph >> 8U), static_cast<std::uint8_t>(glyph & 0xFFU)};
    glyphs += crypto::hex(bytes);
  }
  return glyphs;
}

inline bool shows(const std::vector<std::string>& pages, std::string_view ascii) {
  for (const auto& page : pages) {
    if (page.find(glyphsOf(ascii)) != std::string::npos) return true;
  }
  return false;
}

}  // namespace stead::test
