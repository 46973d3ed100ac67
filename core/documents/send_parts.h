// The parts of reading a send request; only send_*.cpp know them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/record_reader.h"
#include "documents/send_request.h"

namespace stead::documents {

// --- files ---

struct FileProblem {
  Code code;
  FieldError error;
};
struct ReadFiles {
  std::vector<SentFile> files;
  std::vector<FileProblem> problems;  // with any, the facts of some file are not known
};
[[nodiscard]] ReadFiles readFiles(const Upload& upload, const FindHeldFile& findHeld);

// Where a field stands. Pages count from 1 over the file that `fileIndex` names; without it over all files in order,
// as if they were one document. A docx has no page count here, so nothing behind one can be counted that way.
class Pages {
 public:
  explicit Pages(const ReadFiles& read) noexcept : read_(read) {}
  struct Place {
    std::int64_t file = 0;
    std::int64_t page = 1;
  };
  // Adds a violation and answers nothing when there is no such page.
  [[nodiscard]] std::optional<Place> find(RecordReader& field) const;

 private:
  [[nodiscard]] std::optional<Place> findInAll(RecordReader& field, std::int64_t page) const;

  const ReadFiles& read_;
};

// --- signers and their fields ---

[[nodiscard]] std::vector<Signer> readSigners(RecordReader& request, Violations& violations, bool signingOrder,
                                              const Pages& pages);
// Ids are given later to the fields that have none.
[[nodiscard]] std::vector<Field> readFields(RecordReader& signer, Violations& violations, const Pages& pages);

// --- when ---

struct Expiry {
  std::string type = "Days";
  std::int64_t value = 0;  // days or hours
  std::int64_t at = 0;
};
// Counts from the moment of sending.
[[nodiscard]] Expiry readExpiry(RecordReader& request, std::int64_t sendingAt);
[[nodiscard]] std::optional<std::int64_t> readScheduledSendAt(RecordReader& request, std::int64_t now);

// --- members without effect ---

// The value when it is one of `words`; a word of `later` is of the contract but without effect yet.
[[nodiscard]] std::optional<std::string> wordOrLater(RecordReader& in, std::string_view name,
                                                     std::initializer_list<std::string_view> words,
                                                     std::initializer_list<std::string_view> later);
void refuseLaterMembersOfRequest(RecordReader& request);
void refuseLaterMembersOfSigner(RecordReader& signer);
void refuseLaterMembersOfField(RecordReader& field);

}  // namespace stead::documents
