#include "documents/pdf_font.h"

#include <algorithm>
#include <stdexcept>
#include <string_view>

namespace stead::documents {
namespace {

// Big-endian numbers of a file that belongs to the library. What lies beyond its end is a broken build.
class Table {
 public:
  Table(ByteView file, std::size_t offset) noexcept : file_(file), offset_(offset) {}
  [[nodiscard]] std::uint16_t u16(std::size_t at) const {
    const std::size_t place = offset_ + at;
    if (place + 2 > file_.size()) throw std::logic_error("the font of the library is cut short");
    return static_cast<std::uint16_t>(file_[place] << 8U | file_[place + 1]);
  }
  [[nodiscard]] int i16(std::size_t at) const { return static_cast<std::int16_t>(u16(at)); }
  [[nodiscard]] std::size_t u32(std::size_t at) const { return std::size_t{u16(at)} << 16U | u16(at + 2); }
  [[nodiscard]] Table from(std::size_t at) const noexcept { return {file_, offset_ + at}; }

 private:
  ByteView file_;
  std::size_t offset_;
};

Table tableNamed(std::string_view tag) {
  const ByteView file = fontFile();
  const Table directory(file, 0);
  const std::size_t count = directory.u16(4);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = 12 + 16 * i;
    if (textOf(file.subspan(at, 4)) == tag) return {file, directory.u32(at + 8)};
  }
  throw std::logic_error("the font of the library lacks a table");
}

int thousandths(int units, int unitsPerEm) { return units * 1000 / unitsPerEm; }

// Characters of the basic plane are told by a table of format 4.
Table characterTable() {
  const Table cmap = tableNamed("cmap");
  for (std::size_t i = 0; i < cmap.u16(2); ++i) {
    const Table found = cmap.from(cmap.u32(4 + 8 * i + 4));
    if (found.u16(0) == 4) return found;
  }
  throw std::logic_error("the font of the library does not tell its characters");
}

}  // namespace

PdfFont::PdfFont() {
  const int unitsPerEm = tableNamed("head").u16(18);
  const Table hhea = tableNamed("hhea");
  ascent_ = thousandths(hhea.i16(4), unitsPerEm);
  descent_ = thousandths(hhea.i16(6), unitsPerEm);
  const std::size_t measured = hhea.u16(34);
  const Table hmtx = tableNamed("hmtx");
  for (std::size_t i = 0; i < measured; ++i) widths_.push_back(thousandths(hmtx.u16(4 * i), unitsPerEm));

  const Table map = characterTable();
  const std::size_t segments = map.u16(6) / 2U;
  const Table ends = map.from(14);
  const Table starts = map.from(16 + 2 * segments);
  const Table deltas = map.from(16 + 4 * segments);
  const Table offsets = map.from(16 + 6 * segments);
  for (std::size_t i = 0; i < segments; ++i) {
    Range range{starts.u16(2 * i), ends.u16(2 * i), {}};
    if (range.first == 0xFFFF) continue;
    const std::size_t offset = offsets.u16(2 * i);
    for (std::size_t character = range.first; character <= range.last; ++character) {
      std::size_t glyph = character;
      if (offset != 0) glyph = offsets.u16(2 * i + offset + 2 * (character - range.first));
      if (offset == 0 || glyph != 0) glyph = (glyph + deltas.u16(2 * i)) & 0xFFFFU;
      range.glyphs.push_back(static_cast<std::uint16_t>(glyph));
    }
    ranges_.push_back(std::move(range));
  }
}

std::uint16_t PdfFont::glyphOf(char32_t character) const noexcept {
  const auto range = std::lower_bound(ranges_.begin(), ranges_.end(), character,
                                      [](const Range& one, char32_t wanted) { return one.last < wanted; });
  if (range == ranges_.end() || character < range->first) return 0;
  return range->glyphs[character - range->first];
}

int PdfFont::widthOf(std::uint16_t glyph) const noexcept {
  // Glyphs beyond the measured ones are as wide as the last.
  return widths_[std::min<std::size_t>(glyph, widths_.size() - 1)];
}

}  // namespace stead::documents
