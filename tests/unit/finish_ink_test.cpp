// Text on pages: glyphs, widths, lines; and that no text can break out of it.
#include <catch2/catch.hpp>

#include "documents/pdf_page.h"
#include "documents/zip_writer.h"
#include "support/pdf_look.h"

using namespace stead;
using namespace stead::documents;
using namespace stead::test;

TEST_CASE("The font of the library has the letters of Europe and tells their widths", "[finish]") {
  const PdfFont font;
  CHECK(font.ascent() > 700);
  CHECK(font.descent() < 0);
  for (const char32_t character :
       {U'A', U'z', U'0', U'\u00E9', U'\u0159', U'\u0219', U'\u03A9', U'\u0436', U'\u20AC', U'\u2713'}) {
    CAPTURE(static_cast<std::uint32_t>(character));
    CHECK(font.glyphOf(character) != 0);
    CHECK(font.widthOf(font.glyphOf(character)) > 200);
  }
  // DejaVu Sans: digits are 1303 of 2048 units wide, a space 651.
  CHECK(font.widthOf(font.glyphOf(U'7')) == 636);
  CHECK(font.widthOf(font.glyphOf(U' ')) == 317);
  CHECK(font.glyphOf(U'\u4E2D') == 0);
  CHECK(font.glyphOf(U'\U0001F680') == 0);
}

TEST_CASE("Numbers are written as PDF reads them", "[finish]") {
  const struct {
    double value;
    const char* text;
  } rows[] = {{0, "0"},          {1, "1"},           {-1.5, "-1.5"},     {0.05, "0.05"},
              {12.349, "12.35"}, {841.89, "841.89"}, {1e9, "1000000000"}};
  for (const auto& row : rows) {
    const std::string text = pdfNumber(row.value);
    CHECK(std::stod(text) == Approx(std::stod(row.text)));
    CHECK(text.find('e') == std::string::npos);
  }
  CHECK(pdfNumber(0.05) == "0.05");
  CHECK(pdfNumber(-0.5) == "-0.50");
}

TEST_CASE("Whatever a text holds, it is shown as glyphs in hexadecimal", "[finish]") {
  const auto pdf = QPDF::create();
  pdf->emptyPDF();
  PdfInk ink(*pdf);
  CHECK(ink.show("Hank") == "<" + glyphsOf("Hank") + "> Tj\n");
  const std::string hostile[] = {
      ") Tj ET Q", "> Tj 0 0 m <", "\\",           "(",       "%", "endstream endobj", std::string("\0\x01", 2),
      "a\nb",      "\xFF\xC0\x80", "\xED\xA0\x80", "\xE2\x82"};
  for (const auto& text : hostile) {
    const std::string shown = ink.show(text);
    CAPTURE(shown);
    const auto end = shown.find("> Tj");
    REQUIRE(end != std::string::npos);
    const auto begin = shown.rfind('<', end);
    CHECK(shown.substr(begin + 1, end - begin - 1).find_first_not_of("0123456789abcdef") == std::string::npos);
  }
  // What the font lacks keeps its true characters.
  CHECK(ink.show("\xE4\xB8\xAD").starts_with("/Span <</ActualText <feff4e2d>>> BDC <"));
  CHECK(ink.show("\xF0\x9F\x9A\x80").find("feffd83dde80") != std::string::npos);
}

TEST_CASE("Lines are broken between words, and inside words that are too wide", "[finish]") {
  const auto pdf = QPDF::create();
  pdf->emptyPDF();
  const PdfInk ink(*pdf);
  const double ten = ink.width("aaaaaaaaaa", 10);
  CHECK(ink.wrap("", 10, ten) == std::vector<std::string>{""});
  CHECK(ink.wrap("aaa aaa aaaa", 10, ten) == std::vector<std::string>{"aaa aaa ", "aaaa"});
  CHECK(ink.wrap("one\n\ntwo", 10, ten) == std::vector<std::string>{"one", "", "two"});
  CHECK(ink.wrap(std::string(25, 'a'), 10, ten + 0.01).size() == 3);
  for (const auto& line : ink.wrap(std::string(500, 'W') + " and more of it", 10, ten))
    CHECK(ink.width(line, 10) <= ten + 0.01);
}

TEST_CASE("A page gives the same bytes each time", "[finish]") {
  const auto make = [] {
    const auto pdf = QPDF::create();
    pdf->emptyPDF();
    PdfInk ink(*pdf);
    PdfPage page(ink, 595, 842);
    page.text(50, 50, 12, "Luther Cooper", Weight::bold);
    addPage(*pdf, page, ink);
    ink.finish();
    return writePdf(*pdf);
  };
  const Bytes one = make();
  CHECK(one == make());
  CHECK(shows(drawnOn(one), "Luther Cooper"));
  CHECK(openPdf(one)->getPDFVersion() == "1.7");
}

TEST_CASE("An archive holds what was put into it, under names of its own", "[finish]") {
  const std::vector<ZipEntry> entries{{"a.pdf", {1, 2, 3}}, {"a.pdf", {4}}, {"\xC3\xA9.txt", {}}};
  const Bytes zip = writeZip(entries, 1'700'000'000'000);
  CHECK(zip == writeZip(entries, 1'700'000'000'000));
  const std::string text(textOf(zip));
  CHECK(text.starts_with("PK\x03\x04"));
  for (const char* name : {"a.pdf", "a (2).pdf", "\xC3\xA9.txt"}) CHECK(text.find(name) != std::string::npos);
  CHECK(writeZip({}, 0).size() == 22);
}
