// Keeps a hostile PDF from exhausting the process that counts its pages: qpdf 11 bounds neither its recursion nor what
// the streams of a file inflate to (3 KB can become 3 GB). Only bytes that pass through here reach it.
#pragma once

#include <cstddef>
#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/BufferInputSource.hh>
#include <string_view>

#include "base/crypto.h"

namespace stead::documents {

// Stands before the source that reads it, so that it is freed whatever fails.
struct PdfBuffer {
  explicit PdfBuffer(ByteView bytes);
  Buffer content;
};

class GuardedPdf final : private PdfBuffer, public BufferInputSource {
 public:
  // `bytes` must outlive the source. Recursion is measured from the stack of the caller.
  explicit GuardedPdf(ByteView bytes);
  ~GuardedPdf() override;

  // True when something was withheld from qpdf; its answer is then worthless, whatever it is.
  [[nodiscard]] bool tripped() const noexcept { return tripped_; }

  // From here on nothing is measured. For a file of which every object has been loaded, and no stream will be decoded:
  // then all that is read is the data of streams, to be copied as they are.
  void trust() noexcept { trusted_ = true; }

  size_t read(char* into, size_t length) override;

 private:
  [[noreturn]] void trip();
  void measure(std::size_t at, std::size_t length);

  // The stream that is being read: qpdf takes its data piece by piece.
  struct Inflation;

  std::string_view file_;
  const char* stack_;
  std::unique_ptr<Inflation> inflation_;
  std::size_t inflated_ = 0;  // by the streams before
  bool tripped_ = false;
  bool trusted_ = false;
};

}  // namespace stead::documents
