// The font of what Stead writes into PDFs: DejaVu Sans, carried inside the library, so that a page looks the same
// wherever it is made.
#pragma once

#include <cstdint>
#include <vector>

#include "base/crypto.h"

namespace stead::documents {

// The file of the font, made part of the library by the build.
[[nodiscard]] ByteView fontFile() noexcept;

class PdfFont {
 public:
  PdfFont();

  // 0 when the font does not have the character.
  [[nodiscard]] std::uint16_t glyphOf(char32_t character) const noexcept;
  // In thousandths of the size of the text.
  [[nodiscard]] int widthOf(std::uint16_t glyph) const noexcept;
  [[nodiscard]] int ascent() const noexcept { return ascent_; }
  [[nodiscard]] int descent() const noexcept { return descent_; }

 private:
  struct Range {
    std::uint16_t first;
    std::uint16_t last;
    std::vector<std::uint16_t> glyphs;
  };
  std::vector<Range> ranges_;
  std::vector<int> widths_;
  int ascent_ = 0;
  int descent_ = 0;
};

}  // namespace stead::documents
