#include "documents/stamp.h"

#include <algorithm>
#include <cmath>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include "documents/pdf_page.h"
#include "documents/pdf_picture.h"

namespace stead::documents {
namespace {

constexpr double textSizeMax = 12;
constexpr double textSizeMin = 4;
constexpr double captionSize = 5;
constexpr const char* tick = "\xE2\x9C\x93";

// How a page is seen: its visible box, turned.
struct View {
  double left = 0, bottom = 0, width = 0, height = 0;
  int turned = 0;  // clockwise, in degrees

  [[nodiscard]] bool lies() const { return turned == 90 || turned == 270; }
  [[nodiscard]] double seenWidth() const { return lies() ? height : width; }
  [[nodiscard]] double seenHeight() const { return lies() ? width : height; }
  // Takes what is seen to where the file has it.
  [[nodiscard]] std::string matrix() const {
    const auto matrix = [](const char* turn, double x, double y) {
      return std::string(turn) + " " + pdfNumber(x) + " " + pdfNumber(y) + " cm\n";
    };
    switch (turned) {
      case 90:
        return matrix("0 1 -1 0", left + width, bottom);
      case 180:
        return matrix("-1 0 0 -1", left + width, bottom + height);
      case 270:
        return matrix("0 -1 1 0", left, bottom + height);
      default:
        return matrix("1 0 0 1", left, bottom);
    }
  }
};

View viewOf(QPDFPageObjectHelper& page) {
  View view;
  const auto box = page.getCropBox().getArrayAsRectangle();
  view.left = std::min(box.llx, box.urx);
  view.bottom = std::min(box.lly, box.ury);
  view.width = std::abs(box.urx - box.llx);
  view.height = std::abs(box.ury - box.lly);
  QPDFObjectHandle rotate = page.getAttribute("/Rotate", false);
  if (rotate.isInteger()) view.turned = static_cast<int>(((rotate.getIntValue() % 360) + 360) % 360);
  return view;
}

// The largest size at which the text fits into the box, within reason.
double fitting(const PdfInk& ink, const Stamp& stamp, double height) {
  double size = stamp.fontSize > 0 ? stamp.fontSize : std::min(textSizeMax, height * 0.75);
  const double wide = ink.width(stamp.text, 1);
  if (stamp.fontSize <= 0 && wide > 0) size = std::min(size, stamp.width / wide);
  return std::max(size, textSizeMin);
}

void drawText(PdfPage& page, const PdfInk& ink, const Stamp& stamp) {
  // What is taller than a line is a box of lines.
  const bool lines = stamp.height > 2.5 * textSizeMax || stamp.text.find('\n') != std::string::npos;
  const double size =
      lines ? (stamp.fontSize > 0 ? stamp.fontSize : textSizeMax * 0.8) : fitting(ink, stamp, stamp.height);
  double baseline = lines ? stamp.y + size : stamp.y + (stamp.height + size * 0.7) / 2;
  for (const auto& line : lines ? ink.wrap(stamp.text, size, stamp.width) : std::vector{stamp.text}) {
    if (lines && baseline > stamp.y + stamp.height) break;
    page.text(stamp.x, baseline, size, line);
    baseline += size * 1.25;
  }
}

void drawSignature(PdfPage& page, const PdfInk& ink, const Stamp& stamp) {
  const double captionHeight = stamp.caption.empty() ? 0 : captionSize + 2;
  const double height = std::max(stamp.height - captionHeight, textSizeMin);
  double size = height * 0.6;
  const double wide = ink.width(stamp.text, 1);
  if (wide > 0) size = std::min(size, stamp.width / wide);
  size = std::max(size, textSizeMin);
  page.text(stamp.x, stamp.y + (height + size * 0.7) / 2, size, stamp.text);
  if (stamp.caption.empty()) return;
  page.frame(stamp.x, stamp.y, stamp.width, stamp.height, 0.5);
  page.text(stamp.x + 2, stamp.y + stamp.height - 2, captionSize,
            ink.wrap(stamp.caption, captionSize, std::max(stamp.width - 4, captionSize)).front());
}

void drawCheck(PdfPage& page, const PdfInk& ink, const Stamp& stamp) {
  if (stamp.text != "true") return;
  const double size = std::min(stamp.width, stamp.height);
  page.text(stamp.x + (stamp.width - ink.width(tick, size)) / 2, stamp.y + (stamp.height + size * 0.7) / 2, size, tick);
}

void drawPicture(PdfPage& page, QPDF& pdf, const Stamp& stamp, QPDFObjectHandle pictures) {
  const PdfPicture picture = makePicture(pdf, stamp.picture);
  const std::string name = "/Picture" + std::to_string(pictures.getKeys().size());
  pictures.replaceKey(name, picture.object);
  const double scale = std::min(stamp.width / picture.width, stamp.height / picture.height);
  const double width = picture.width * scale;
  const double height = picture.height * scale;
  page.picture(name, stamp.x + (stamp.width - width) / 2, stamp.y + (stamp.height - height) / 2, width, height);
}

void draw(PdfPage& page, QPDF& pdf, const PdfInk& ink, const Stamp& stamp, const QPDFObjectHandle& pictures) {
  switch (stamp.kind) {
    case Stamp::Kind::picture:
      return drawPicture(page, pdf, stamp, pictures);
    case Stamp::Kind::signature:
      return drawSignature(page, ink, stamp);
    case Stamp::Kind::check:
      return drawCheck(page, ink, stamp);
    case Stamp::Kind::text:
      return drawText(page, ink, stamp);
  }
}

// The drawing has resources of its own, so that it cannot be mixed up with those of the page.
QPDFObjectHandle formOf(QPDF& pdf, const PdfPage& drawn, PdfInk& ink, const QPDFObjectHandle& pictures) {
  QPDFObjectHandle form = newStream(pdf, drawn.take());
  QPDFObjectHandle fonts = QPDFObjectHandle::newDictionary();
  fonts.replaceKey(fontResource, ink.fontObject());
  QPDFObjectHandle resources = QPDFObjectHandle::newDictionary();
  resources.replaceKey("/Font", fonts);
  resources.replaceKey("/XObject", pictures);
  QPDFObjectHandle dictionary = form.getDict();
  dictionary.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
  dictionary.replaceKey("/Subtype", QPDFObjectHandle::newName("/Form"));
  dictionary.replaceKey(
      "/BBox", QPDFObjectHandle::parse("[0 0 " + pdfNumber(drawn.width()) + " " + pdfNumber(drawn.height()) + "]"));
  dictionary.replaceKey("/Resources", resources);
  return form;
}

// Where the page names its pictures and drawings; a dictionary of this page alone.
QPDFObjectHandle drawingsOf(QPDFObjectHandle resources) {
  QPDFObjectHandle named = resources.getKey("/XObject");
  QPDFObjectHandle own = named.isDictionary() ? named.shallowCopy() : QPDFObjectHandle::newDictionary();
  resources.replaceKey("/XObject", own);
  return own;
}

void stampPage(QPDF& pdf, QPDFPageObjectHelper page, const std::vector<const Stamp*>& stamps, PdfInk& ink) {
  const View view = viewOf(page);
  PdfPage drawn(ink, view.seenWidth(), view.seenHeight());
  const QPDFObjectHandle pictures = QPDFObjectHandle::newDictionary();
  for (const Stamp* stamp : stamps) draw(drawn, pdf, ink, *stamp, pictures);
  QPDFObjectHandle resources = page.getAttribute("/Resources", true);
  if (!resources.isDictionary()) {
    resources = QPDFObjectHandle::newDictionary();
    page.getObjectHandle().replaceKey("/Resources", resources);
  }
  int suffix = 0;
  const std::string name = resources.getUniqueResourceName("/Stead", suffix);
  drawingsOf(resources).replaceKey(name, formOf(pdf, drawn, ink, pictures));
  // Whatever state the page leaves behind, the drawing stands where it should.
  page.addPageContents(newStream(pdf, "q\n"), true);
  page.addPageContents(newStream(pdf, "\nQ\nq\n" + view.matrix() + name + " Do\nQ\n"), false);
}

}  // namespace

void stampPages(QPDF& pdf, const std::vector<Stamp>& stamps, PdfInk& ink) {
  const auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
  for (std::size_t i = 0; i < pages.size(); ++i) {
    std::vector<const Stamp*> here;
    for (const Stamp& stamp : stamps) {
      if (stamp.page == static_cast<std::int64_t>(i) + 1 && (!stamp.text.empty() || !stamp.picture.empty()))
        here.push_back(&stamp);
    }
    if (!here.empty()) stampPage(pdf, pages[i], here, ink);
  }
}

}  // namespace stead::documents
