#include "documents/pdf_ink.h"

#include <algorithm>
#include <cmath>
#include <qpdf/Pl_Buffer.hh>
#include <qpdf/Pl_Flate.hh>

#include "base/crypto.h"

namespace stead::documents {
namespace {

constexpr char32_t unknownCharacter = 0xFFFD;
constexpr char32_t emptyBox = 0x25A1;
constexpr const char* fontName = "/STEADA+DejaVuSans";

// Takes one character from the front. What is not UTF-8 is one unknown character a byte.
char32_t takeCharacter(std::string_view& text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  std::size_t length = 1;
  if (byte(0) >= 0xF0) {
    length = 4;
  } else if (byte(0) >= 0xE0) {
    length = 3;
  } else if (byte(0) >= 0xC0) {
    length = 2;
  }
  char32_t character = length == 1 ? byte(0) : byte(0) & (0x7FU >> length);
  bool good = length <= text.size() && (length > 1 || byte(0) < 0x80);
  for (std::size_t i = 1; good && i < length; ++i) {
    good = (byte(i) & 0xC0U) == 0x80;
    character = character << 6U | (byte(i) & 0x3FU);
  }
  text.remove_prefix(good ? length : 1);
  return good ? character : unknownCharacter;
}

// Line feeds, tabs and the like have no shape.
char32_t visible(char32_t character) { return character < 0x20 || character == 0x7F ? U' ' : character; }

std::string hex16(unsigned value) {
  const std::uint8_t bytes[2] = {static_cast<std::uint8_t>(value >> 8U), static_cast<std::uint8_t>(value & 0xFFU)};
  return crypto::hex(bytes);
}

std::string utf16(char32_t character) {
  if (character < 0x10000) return hex16(character);
  const unsigned rest = character - 0x10000;
  return hex16(0xD800U + (rest >> 10U)) + hex16(0xDC00U + (rest & 0x3FFU));
}

// Which characters the glyphs stand for, so that text can be copied out of the page.
std::string toUnicode(const std::map<std::uint16_t, char32_t>& used) {
  std::string map =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  constexpr std::size_t rowsMax = 100;
  auto next = used.begin();
  for (std::size_t left = used.size(); left > 0;) {
    const std::size_t rows = std::min(left, rowsMax);
    map += std::to_string(rows) + " beginbfchar\n";
    for (std::size_t i = 0; i < rows; ++i, ++next)
      map += "<" + hex16(next->first) + "> <" + utf16(next->second) + ">\n";
    map += "endbfchar\n";
    left -= rows;
  }
  return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

}  // namespace

QPDFObjectHandle newStream(QPDF& pdf, std::string_view data) {
  Pl_Buffer packed("packed");
  Pl_Flate flate("flate", &packed, Pl_Flate::a_deflate);
  flate.write(bytesOf(data).data(), data.size());
  flate.finish();
  QPDFObjectHandle stream = QPDFObjectHandle::newStream(&pdf);
  stream.replaceStreamData(packed.getBufferSharedPointer(), QPDFObjectHandle::newName("/FlateDecode"),
                           QPDFObjectHandle::newNull());
  return stream;
}

std::string pdfNumber(double value) {
  const auto hundredths = static_cast<long long>(std::llround(value * 100));
  const auto size = static_cast<unsigned long long>(hundredths < 0 ? -hundredths : hundredths);
  std::string text = (hundredths < 0 ? "-" : "") + std::to_string(size / 100);
  if (size % 100 != 0) {
    const std::string rest = std::to_string(size % 100);
    text += "." + std::string(2 - rest.size(), '0') + rest;
  }
  return text;
}

PdfInk::PdfInk(QPDF& pdf) : pdf_(pdf) {}

std::string PdfInk::show(std::string_view text) {
  std::string glyphs;
  std::string truth;
  bool missing = false;
  while (!text.empty()) {
    const char32_t character = visible(takeCharacter(text));
    std::uint16_t glyph = font_.glyphOf(character);
    truth += utf16(character);
    if (glyph == 0) {
      missing = true;
      glyph = font_.glyphOf(emptyBox);
      used_.emplace(glyph, emptyBox);
    } else {
      used_.emplace(glyph, character);
    }
    glyphs += hex16(glyph);
  }
  if (!missing) return "<" + glyphs + "> Tj\n";
  return "/Span <</ActualText <feff" + truth + ">>> BDC <" + glyphs + "> Tj EMC\n";
}

double PdfInk::width(std::string_view text, double size) const {
  long long sum = 0;
  while (!text.empty()) {
    std::uint16_t glyph = font_.glyphOf(visible(takeCharacter(text)));
    if (glyph == 0) glyph = font_.glyphOf(emptyBox);
    sum += font_.widthOf(glyph);
  }
  return static_cast<double>(sum) * size / 1000;
}

std::vector<std::string> PdfInk::wrap(std::string_view text, double size, double width) const {
  std::vector<std::string> lines;
  std::string line;
  double used = 0;
  std::size_t breakAt = 0;  // behind the last space of the line
  const auto flush = [&](std::size_t end) {
    lines.push_back(line.substr(0, end));
    line.erase(0, end);
    used = this->width(line, size);
    breakAt = 0;
  };
  while (!text.empty()) {
    const std::string_view before = text;
    const char32_t character = takeCharacter(text);
    const std::string_view bytes = before.substr(0, before.size() - text.size());
    if (character == U'\n') {
      flush(line.size());
      continue;
    }
    const double wide = this->width(bytes, size);
    if (used + wide > width && !line.empty()) flush(breakAt > 0 ? breakAt : line.size());
    line += bytes;
    used += wide;
    if (character == U' ') breakAt = line.size();
  }
  if (!line.empty() || lines.empty()) lines.push_back(line);
  return lines;
}

QPDFObjectHandle PdfInk::fontObject() {
  if (!object_.isInitialized()) object_ = pdf_.makeIndirectObject(QPDFObjectHandle::newDictionary());
  return object_;
}

void PdfInk::finish() {
  if (!object_.isInitialized()) return;
  const std::string number = std::to_string(font_.ascent());
  QPDFObjectHandle descriptor = QPDFObjectHandle::parse(
      std::string(
          "<< /Type /FontDescriptor /Flags 4 /FontBBox [-1021 -463 1793 1232] /ItalicAngle 0 /StemV 80 /Ascent ") +
      number + " /CapHeight 729 /Descent " + std::to_string(font_.descent()) + " /FontName " + fontName + " >>");
  QPDFObjectHandle file = newStream(pdf_, textOf(fontFile()));
  file.getDict().replaceKey("/Length1", QPDFObjectHandle::newInteger(static_cast<long long>(fontFile().size())));
  descriptor.replaceKey("/FontFile2", file);

  std::string widths = "[";
  for (const auto& [glyph, character] : used_) {
    widths += " " + std::to_string(glyph) + " [" + std::to_string(font_.widthOf(glyph)) + "]";
  }
  QPDFObjectHandle inner = QPDFObjectHandle::parse(
      std::string("<< /Type /Font /Subtype /CIDFontType2 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
                  "/Supplement 0 >> /CIDToGIDMap /Identity /DW 600 /BaseFont ") +
      fontName + " /W " + widths + " ] >>");
  inner.replaceKey("/FontDescriptor", pdf_.makeIndirectObject(descriptor));
  object_.replaceKey("/Type", QPDFObjectHandle::newName("/Font"));
  object_.replaceKey("/Subtype", QPDFObjectHandle::newName("/Type0"));
  object_.replaceKey("/BaseFont", QPDFObjectHandle::newName(fontName));
  object_.replaceKey("/Encoding", QPDFObjectHandle::newName("/Identity-H"));
  object_.replaceKey("/DescendantFonts", QPDFObjectHandle::newArray({pdf_.makeIndirectObject(inner)}));
  object_.replaceKey("/ToUnicode", newStream(pdf_, toUnicode(used_)));
}

}  // namespace stead::documents
