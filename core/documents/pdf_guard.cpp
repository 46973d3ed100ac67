#include "documents/pdf_guard.h"

#include <algorithm>
#include <memory>
#include <new>
#include <qpdf/Pipeline.hh>
#include <qpdf/Pl_Flate.hh>
#include <stdexcept>
#include <string>

#include "documents/pdf_stream_head.h"

namespace stead::documents {
namespace {

constexpr std::size_t stackBytesMax = std::size_t{128} * 1024;           // an honest file needs about 16 KiB
constexpr std::size_t inflatedBytesMax = std::size_t{32} * 1024 * 1024;  // of all streams together
constexpr std::size_t harmlessBytesMax = 16;

// Counts what goes through and stops above a limit.
class Gauge final : public Pipeline {
 public:
  explicit Gauge(std::size_t max) : Pipeline("gauge", nullptr), max_(max) {}
  void write(unsigned char const* /*data*/, size_t length) override {
    if (exceeded_ || length > max_ - count_) {
      exceeded_ = true;
      throw std::runtime_error("too much data");
    }
    count_ += length;
  }
  void finish() override {}
  [[nodiscard]] bool exceeded() const noexcept { return exceeded_; }
  [[nodiscard]] std::size_t count() const noexcept { return count_; }

 private:
  std::size_t max_;
  std::size_t count_ = 0;
  bool exceeded_ = false;
};

}  // namespace

struct GuardedPdf::Inflation {
  explicit Inflation(std::size_t max) : gauge(max), inflate("inflate", &gauge, Pl_Flate::a_inflate) {}

  void feed(std::string_view piece) {
    const ByteView data = bytesOf(piece);
    try {
      if (!failed) inflate.write(data.data(), data.size());
    } catch (const std::bad_alloc&) {
      throw;
    } catch (const std::exception&) {
      // Damaged data are qpdf's to refuse; too much of them is ours.
      failed = true;
    }
  }

  Gauge gauge;
  Pl_Flate inflate;
  std::size_t next = 0;  // where the next piece begins
  bool failed = false;
};

// qpdf takes a pointer to what it only reads.
PdfBuffer::PdfBuffer(ByteView bytes) : content(const_cast<unsigned char*>(bytes.data()), bytes.size()) {}

GuardedPdf::GuardedPdf(ByteView bytes)
    : PdfBuffer(bytes),
      BufferInputSource("the file", &content, false),
      file_(textOf(bytes)),
      stack_(static_cast<const char*>(__builtin_frame_address(0))) {}

GuardedPdf::~GuardedPdf() = default;

void GuardedPdf::trip() {
  tripped_ = true;
  throw std::runtime_error("the structure of the file is refused");
}

size_t GuardedPdf::read(char* into, size_t length) {
  if (trusted_) return BufferInputSource::read(into, length);
  const auto* here = static_cast<const char*>(__builtin_frame_address(0));
  const auto depth = static_cast<std::size_t>(std::abs(stack_ - here));
  if (tripped_ || depth > stackBytesMax) trip();
  const auto at = static_cast<std::size_t>(tell());
  measure(at, length);
  return BufferInputSource::read(into, length);
}

// Sees each piece of a stream before qpdf decodes it.
void GuardedPdf::measure(std::size_t at, std::size_t length) {
  if (!inflation_ || inflation_->next != at) {
    if (length <= harmlessBytesMax || !beginsStreamData(file_, at)) return;
    const auto filter = streamFilter(file_, at);
    if (!filter) trip();
    if (inflation_) inflated_ += inflation_->gauge.count();
    inflation_.reset();
    if (*filter == StreamFilter::none) return;
    inflation_ = std::make_unique<Inflation>(inflatedBytesMax - inflated_);
  }
  inflation_->feed(file_.substr(at, length));
  inflation_->next = at + length;
  if (inflation_->gauge.exceeded()) trip();
}

}  // namespace stead::documents
