#include "documents/pdf_page.h"

#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace stead::documents {
namespace {

std::string place(double x, double y) { return pdfNumber(x) + " " + pdfNumber(y) + " "; }

}  // namespace

void PdfPage::text(double x, double baseline, double size, std::string_view text, Weight weight) {
  out_ += std::string("BT ") + fontResource + " " + pdfNumber(size) + " Tf ";
  // There is one face; a thin outline makes it bold.
  if (weight == Weight::bold) out_ += "2 Tr " + pdfNumber(size / 30) + " w ";
  out_ += place(x, height_ - baseline) + "Td " + ink_.show(text) + "0 Tr ET\n";
}

void PdfPage::line(double fromX, double fromY, double toX, double toY, double thickness) {
  out_ += pdfNumber(thickness) + " w " + place(fromX, height_ - fromY) + "m " + place(toX, height_ - toY) + "l S\n";
}

void PdfPage::frame(double x, double y, double width, double height, double thickness) {
  out_ += pdfNumber(thickness) + " w " + place(x, height_ - y - height) + place(width, height) + "re S\n";
}

void PdfPage::picture(std::string_view name, double x, double y, double width, double height) {
  out_ += "q " + pdfNumber(width) + " 0 0 " + pdfNumber(height) + " " + place(x, height_ - y - height) + "cm " +
          std::string(name) + " Do Q\n";
}

void PdfPage::gray(double level) { out_ += pdfNumber(level) + " g " + pdfNumber(level) + " G\n"; }

void addPage(QPDF& pdf, const PdfPage& page, PdfInk& ink, QPDFObjectHandle pictures) {
  QPDFObjectHandle resources = QPDFObjectHandle::newDictionary();
  if (ink.isUsed()) {
    QPDFObjectHandle fonts = QPDFObjectHandle::newDictionary();
    fonts.replaceKey(fontResource, ink.fontObject());
    resources.replaceKey("/Font", fonts);
  }
  if (pictures.isInitialized()) resources.replaceKey("/XObject", pictures);
  QPDFObjectHandle made = QPDFObjectHandle::newDictionary();
  made.replaceKey("/Type", QPDFObjectHandle::newName("/Page"));
  made.replaceKey("/MediaBox",
                  QPDFObjectHandle::parse("[0 0 " + pdfNumber(page.width()) + " " + pdfNumber(page.height()) + "]"));
  made.replaceKey("/Resources", resources);
  made.replaceKey("/Contents", newStream(pdf, page.take()));
  QPDFPageDocumentHelper(pdf).addPage(QPDFPageObjectHelper(pdf.makeIndirectObject(made)), false);
}

Bytes writePdf(QPDF& pdf) {
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setDeterministicID(true);
  // What was sent is copied as it is: nothing is decoded that could turn out to be enormous.
  writer.setStreamDataMode(qpdf_s_preserve);
  writer.setObjectStreamMode(qpdf_o_disable);
  writer.setMinimumPDFVersion("1.7");
  writer.write();
  const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
  return {buffer->getBuffer(), buffer->getBuffer() + buffer->getSize()};
}

}  // namespace stead::documents
