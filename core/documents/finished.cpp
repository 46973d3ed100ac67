#include "documents/finished.h"

#include <algorithm>
#include <exception>
#include <memory>
#include <new>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <stdexcept>

#include "base/error.h"
#include "documents/pdf_guard.h"
#include "documents/pdf_page.h"
#include "documents/pdf_picture.h"
#include "documents/zip_writer.h"

namespace stead::documents {
namespace {

constexpr double longestSide = 842;      // of a page made of a picture: A4
constexpr double pointsPerPixel = 0.75;  // pictures that are smaller keep their size at 96 pixels an inch

constexpr int treeDepthMax = 200;  // honest page trees have a handful of levels

using PdfFile = std::shared_ptr<QPDF>;

// qpdf walks the page tree with recursion. What was accepted may be deeper than a thread's stack allows.
void requireShallowTree(const QPDFObjectHandle& root) {
  std::vector<std::pair<QPDFObjectHandle, int>> waiting{{root, 0}};
  while (!waiting.empty()) {
    auto [node, depth] = waiting.back();
    waiting.pop_back();
    if (depth > treeDepthMax) throw std::runtime_error("the page tree is too deep");
    QPDFObjectHandle kids = node.isDictionary() ? node.getKey("/Kids") : QPDFObjectHandle::newNull();
    for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i) {
      waiting.emplace_back(kids.getArrayItem(i), depth + 1);
    }
  }
}

// Loads every object under the guard; afterwards streams are only copied.
PdfFile openPdf(ByteView bytes) {
  PdfFile pdf = QPDF::create();
  pdf->setSuppressWarnings(true);
  pdf->setAttemptRecovery(false);
  const auto source = std::make_shared<GuardedPdf>(bytes);
  pdf->processInputSource(source);
  requireShallowTree(pdf->getRoot().getKey("/Pages"));
  (void)pdf->getAllPages();
  (void)pdf->getAllObjects();
  if (source->tripped()) throw std::runtime_error("the structure of the file is refused");
  source->trust();
  return pdf;
}

PdfFile pageOfPicture(ByteView bytes) {
  PdfFile pdf = QPDF::create();
  pdf->emptyPDF();
  PdfPicture picture = makePicture(*pdf, bytes);
  const double scale = std::min(pointsPerPixel, longestSide / std::max(picture.width, picture.height));
  PdfInk ink(*pdf);
  PdfPage page(ink, picture.width * scale, picture.height * scale);
  page.picture("/Picture", 0, 0, page.width(), page.height());
  QPDFObjectHandle pictures = QPDFObjectHandle::newDictionary();
  pictures.replaceKey("/Picture", picture.object);
  addPage(*pdf, page, ink, pictures);
  ink.finish();
  return pdf;
}

PdfFile stamped(const SignedFile& file) {
  PdfFile pdf = file.type == "pdf" ? openPdf(file.bytes) : pageOfPicture(file.bytes);
  PdfInk ink(*pdf);
  stampPages(*pdf, file.stamps, ink);
  ink.finish();
  return pdf;
}

// What qpdf says of a file is of no use to whoever asked for it.
template <class Make>
Bytes made(const Make& make) {
  try {
    return make();
  } catch (const Error&) {
    throw;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    throw Error(Code::cannotRender,
                "a file of the document cannot be turned into finished pages here; hand in the finished file "
                "(document.finish)");
  }
}

std::string asPdf(const std::string& name) {
  const auto dot = name.rfind('.');
  return name.substr(0, dot) + ".pdf";
}

}  // namespace

Bytes combine(const std::vector<SignedFile>& files, ByteView certificate) {
  for (const SignedFile& file : files) {
    if (file.type != "docx") continue;
    throw Error(Code::cannotRender, file.name +
                                        " is a Word document, which cannot be turned into pages here; ask for the "
                                        "files individually or hand in the finished file (document.finish)");
  }
  return made([&] {
    std::vector<PdfFile> sources;  // their pages live in the target until it is written
    for (const SignedFile& file : files) sources.push_back(stamped(file));
    if (!certificate.empty()) sources.push_back(openPdf(certificate));
    if (sources.size() == 1) return writePdf(*sources.front());
    const PdfFile target = QPDF::create();
    target->emptyPDF();
    QPDFPageDocumentHelper pages(*target);
    for (const PdfFile& source : sources) {
      for (const auto& page : QPDFPageDocumentHelper(*source).getAllPages()) pages.addPage(page, false);
    }
    return writePdf(*target);
  });
}

Bytes archive(const std::vector<SignedFile>& files, std::int64_t at) {
  return made([&] {
    std::vector<ZipEntry> entries;
    for (const SignedFile& file : files) {
      if (file.type == "docx") {
        entries.push_back({file.name, file.bytes});
      } else {
        entries.push_back({asPdf(file.name), writePdf(*stamped(file))});
      }
    }
    return writeZip(entries, at);
  });
}

}  // namespace stead::documents
