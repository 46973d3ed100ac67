// What an uploaded file is, and what becomes of it: whatever its bytes, it is told or refused, finished or refused,
// within the time and memory of the run.
#include "base/error.h"
#include "base/limits.h"
#include "brands/logo.h"
#include "documents/file_type.h"
#include "documents/finished.h"
#include "support.h"

using namespace stead;
using stead_fuzz::hold;

namespace {

// A value stamped on the first page of what was taken.
void finish(const documents::FileFacts& facts, ByteView bytes) {
  documents::Stamp stamp;
  stamp.kind = documents::Stamp::Kind::signature;
  stamp.width = 100;
  stamp.height = 30;
  stamp.text = "David";
  documents::SignedFile file{"file", documents::fileTypeName(facts.type), {bytes.begin(), bytes.end()}, {stamp}};
  try {
    const Bytes made = documents::combine({file}, {});
    hold(documents::countPdfPages(made) >= 1, "what is finished can be sent");
    hold(documents::combine({std::move(file)}, {}) == made, "a file is finished the same twice");
  } catch (const stead::Error& error) {
    hold(error.code() == Code::cannotRender || error.code() == Code::malformedFile || error.code() == Code::tooLarge,
         "a file is not finished for what it is");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  (void)brands::svgProblem(textOf({data, size}));
  try {
    const documents::FileFacts facts = documents::tellFile({data, size});
    hold(!facts.pages || (*facts.pages >= 1 && *facts.pages <= limits::pagesPerFileMax),
         "a file has a page, and not too many");
    const documents::FileFacts again = documents::tellFile({data, size});
    hold(again.type == facts.type && again.pages == facts.pages, "a file is told the same twice");
    finish(facts, {data, size});
  } catch (const stead::Error& error) {
    hold(error.code() == Code::malformedFile || error.code() == Code::tooLarge, "a file is refused for what it is");
  }
  return 0;
}
