#include <array>
#include <exception>
#include <memory>
#include <new>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/limits.h"
#include "documents/file_type.h"
#include "documents/pdf_guard.h"

namespace stead::documents {
namespace {

constexpr std::size_t reserveBytes = 16384;
constexpr std::size_t nodesMax = 10000;  // of a page tree; honest ones have about a tenth of a node per page

[[noreturn]] void refuseBroken() {
  throw Error(Code::malformedFile, "is a damaged PDF; open it in a PDF program, save it again and send that");
}

// Walks the page tree without recursion and within bounds: its depth is the sender's choice.
std::int64_t countPages(const QPDFObjectHandle& root) {
  std::vector<QPDFObjectHandle> waiting{root};
  std::set<QPDFObjGen> seen;
  std::int64_t pages = 0;
  while (!waiting.empty()) {
    QPDFObjectHandle node = waiting.back();
    waiting.pop_back();
    if (!node.isDictionary()) refuseBroken();
    QPDFObjectHandle kids = node.getKey("/Kids");
    if (!kids.isArray()) {
      if (++pages > limits::pagesPerFileMax) {
        throw Error(Code::tooLarge, "has more than " + std::to_string(limits::pagesPerFileMax) + " pages");
      }
      continue;
    }
    const bool again = node.isIndirect() && !seen.insert(node.getObjGen()).second;
    const auto count = static_cast<std::size_t>(kids.getArrayNItems());
    if (again || count > nodesMax || waiting.size() + seen.size() > nodesMax) refuseBroken();
    for (int i = static_cast<int>(count) - 1; i >= 0; --i) waiting.push_back(kids.getArrayItem(i));
  }
  return pages;
}

std::int64_t countPagesOnce(ByteView bytes) {
  const auto source = std::make_shared<GuardedPdf>(bytes);
  const auto refuse = [&source] {
    if (source->tripped()) {
      throw Error(Code::malformedFile, "is a PDF of an unusual structure; print it to PDF again and send that");
    }
    refuseBroken();
  };
  try {
    const auto pdf = QPDF::create();
    // Given back before qpdf takes the document down, which asks for a little memory where not to get it ends the
    // process.
    const std::vector<char> forItsEnd(reserveBytes);
    pdf->setSuppressWarnings(true);
    // What has to be guessed would look different to every reader: a contract must not.
    pdf->setAttemptRecovery(false);
    pdf->processInputSource(source);
    if (pdf->isEncrypted()) throw Error(Code::malformedFile, "is encrypted; send it without a password");
    const std::int64_t pages = countPages(pdf->getRoot().getKey("/Pages"));
    if (source->tripped()) refuse();
    if (pages == 0) throw Error(Code::malformedFile, "is a PDF without a page");
    return pages;
  } catch (const QPDFExc& why) {
    if (why.getErrorCode() == qpdf_e_password) {
      throw Error(Code::malformedFile, "is encrypted; send it without a password");
    }
    refuse();
  } catch (const std::bad_alloc&) {
    throw;  // says nothing about the file
  } catch (const Error&) {
    if (source->tripped()) refuse();
    throw;
  } catch (const std::exception&) {
    refuse();
  }
  refuseBroken();
}

}  // namespace

// qpdf tells want of memory as damage, so a no is looked at twice.
std::int64_t countPdfPages(ByteView bytes) {
  try {
    return countPagesOnce(bytes);
  } catch (const Error& refusal) {
    if (refusal.code() != Code::malformedFile) throw;
  }
  return countPagesOnce(bytes);
}

}  // namespace stead::documents
