// What an uploaded file is: whatever its bytes, it is told or refused, within the time and memory of the run.
#include "base/error.h"
#include "base/limits.h"
#include "documents/file_type.h"
#include "support.h"

using namespace stead;
using stead_fuzz::hold;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const documents::FileFacts facts = documents::tellFile({data, size});
    hold(!facts.pages || (*facts.pages >= 1 && *facts.pages <= limits::pagesPerFileMax),
         "a file has a page, and not too many");
    const documents::FileFacts again = documents::tellFile({data, size});
    hold(again.type == facts.type && again.pages == facts.pages, "a file is told the same twice");
  } catch (const stead::Error& error) {
    hold(error.code() == Code::malformedFile || error.code() == Code::tooLarge, "a file is refused for what it is");
  }
  return 0;
}
