#include "base/limits.h"
#include "base/text.h"
#include "documents/file_type.h"
#include "documents/send_parts.h"

namespace stead::documents {
namespace {

std::optional<std::string> nameProblem(std::string_view name) {
  if (!text::isUtf8(name)) return "the file name is not well-formed UTF-8";
  if (text::isBlank(name)) return "the file needs a name";
  if (text::codePoints(name) > limits::fileNameCodePointsMax) {
    return "the file name must be at most " + std::to_string(limits::fileNameCodePointsMax) + " characters";
  }
  if (text::hasControl(name)) return "the file name must not contain control characters";
  if (name.find_first_of("/\\") != std::string_view::npos || name == "." || name == "..") {
    return "the file name must not name a folder";
  }
  return std::nullopt;
}

void setFacts(SentFile& file, const FileFacts& facts) {
  file.type = facts.type;
  file.pages = facts.pages;
}

// Adds what is wrong with the file to `problems`.
SentFile readFile(const UploadFile& upload, const std::string& path, const FindHeldFile& findHeld,
                  std::vector<FileProblem>& problems) {
  SentFile file;
  file.name = upload.name;
  file.size = static_cast<std::int64_t>(upload.bytes.size());
  if (const auto problem = nameProblem(upload.name)) {
    problems.push_back({Code::invalidRecord, {path, *problem}});
    file.name = "the file";
  }
  if (upload.bytes.size() > limits::fileBytesMax) {
    problems.push_back({Code::tooLarge, {path, file.name + " is larger than 25 MB"}});
    return file;
  }
  file.sha256 = crypto::sha256(upload.bytes);
  if (const auto held = findHeld ? findHeld(file.sha256) : std::nullopt) {
    setFacts(file, held->facts);
    file.staged = held->staysHeld;
    return file;
  }
  try {
    setFacts(file, tellFile(upload.bytes));
  } catch (const Error& problem) {
    problems.push_back({problem.code(), {path, file.name + " " + problem.text()}});
  }
  return file;
}

}  // namespace

ReadFiles readFiles(const Upload& upload, const FindHeldFile& findHeld) {
  ReadFiles read;
  if (upload.files.empty()) {
    read.problems.push_back({Code::invalidRecord, {"/files", "at least one file is needed to create a document"}});
    return read;
  }
  if (upload.files.size() > limits::filesMax) {
    read.problems.push_back(
        {Code::tooLarge, {"/files", "must be at most " + std::to_string(limits::filesMax) + " files"}});
    return read;
  }
  for (std::size_t i = 0; i < upload.files.size(); ++i) {
    read.files.push_back(readFile(upload.files[i], "/files/" + std::to_string(i), findHeld, read.problems));
  }
  return read;
}

std::optional<Pages::Place> Pages::find(RecordReader& field) const {
  const bool needed = !field.has("pageNumber") || field.isNull("pageNumber");
  const auto page = field.integer("pageNumber", 1, limits::integerAbsMax);
  if (needed) field.violation("pageNumber", "is required: the page of the document, from 1");
  const auto index = field.integer("fileIndex", 0, limits::integerAbsMax);
  if (!page || (field.has("fileIndex") && !field.isNull("fileIndex") && !index)) return std::nullopt;
  if (!read_.problems.empty()) return Place{index.value_or(0), *page};
  if (!index) return findInAll(field, *page);
  const auto count = static_cast<std::int64_t>(read_.files.size());
  if (*index >= count) {
    field.violation("fileIndex", "must name one of the " + std::to_string(count) + " files, from 0");
    return std::nullopt;
  }
  const SentFile& file = read_.files[static_cast<std::size_t>(*index)];
  const std::int64_t pages = file.pages.value_or(limits::pagesPerFileMax);
  if (*page > pages) {
    field.violation("pageNumber", file.name + " has at most " + std::to_string(pages) + " pages");
    return std::nullopt;
  }
  return Place{*index, *page};
}

std::optional<Pages::Place> Pages::findInAll(RecordReader& field, std::int64_t page) const {
  std::int64_t before = 0;
  for (std::size_t i = 0; i < read_.files.size(); ++i) {
    const SentFile& file = read_.files[i];
    const bool last = i + 1 == read_.files.size();
    if (!file.pages && !last) {
      field.violation("pageNumber", "pages behind " + file.name + " cannot be counted here; give fileIndex as well");
      return std::nullopt;
    }
    const std::int64_t pages = file.pages.value_or(limits::pagesPerFileMax);
    if (page <= before + pages) return Place{static_cast<std::int64_t>(i), page - before};
    before += pages;
  }
  field.violation("pageNumber", "the files have at most " + std::to_string(before) + " pages");
  return std::nullopt;
}

}  // namespace stead::documents
