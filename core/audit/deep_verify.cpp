#include "audit/deep_verify.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "audit/detail.h"
#include "audit/stored_entry.h"
#include "audit/trail_store.h"

namespace stead::audit {
namespace {

// `index`: the entry that does not fit, by its column or by a file that it names.
Broken brokenEntry(std::string_view check, std::int64_t index, const std::string& text) {
  return {std::string(check), index, index, "entry " + std::to_string(index) + ": " + text};
}

std::vector<FileDetail> filesNamedBy(const Json& entry) {
  std::vector<FileDetail> files;
  const auto detail = entry.find("detail");
  if (detail == entry.end() || !detail->is_object()) return files;
  const auto texts = detail->find(filesMember);
  if (texts == detail->end() || !texts->is_array()) return files;
  for (const Json& text : *texts) {
    if (!text.is_string()) continue;
    if (auto file = readFileDetail(text.get_ref<const std::string&>())) files.push_back(std::move(*file));
  }
  return files;
}

// The entry's file as its row describes it; its content is checked per file, not per entry.
std::optional<std::string> misfitOfFile(Connection& db, AccountScope scope, const FileDetail& file) {
  auto row =
      db.query("SELECT size, complete FROM file WHERE account_id = $1 AND sha256 = $2", scope.account, file.sha256);
  if (!row.step() || !row.boolean(1)) return "the file \"" + file.name + "\" is missing";
  if (row.integer(0) != file.size) return "the file \"" + file.name + "\" is stored with another size";
  return std::nullopt;
}

// An entry says that the document was deleted for good: it took its files along.
bool wasDeleted(Connection& db, AccountScope scope, const Json& entry) {
  auto rows = db.query(
      "SELECT bytes FROM audit_entry WHERE account_id = $1 AND subject = $2 AND idx >= 0 AND outcome = 'done' "
      "AND operation IN ('document.purge', 'document.delete')",
      scope.account, textAt(entry, {"subject", "id"}));
  while (rows.step()) {
    const auto later = parseEntry(textOf(rows.bytes(0)));
    if (!later) continue;
    if (textAt(*later, {"operation"}) == purgeOperation) return true;
    if (integerAt(*later, {"detail", permanentlyMember}) == 1) return true;
  }
  return false;
}

std::optional<Broken> verifyColumns(const Statement& row, const Json& entry, std::int64_t index) {
  const struct {
    const char* name;
    bool fits;
  } columns[] = {{"at", integerAt(entry, {"at"}) == row.integer(2)},
                 {"operation", textAt(entry, {"operation"}) == row.view(3)},
                 {"actor", textAt(entry, {"actor", "id"}) == row.view(4)},
                 {"subject", textAt(entry, {"subject", "id"}) == row.view(5)},
                 {"outcome", textAt(entry, {"outcome"}) == row.view(6)}};
  for (const auto& column : columns) {
    if (!column.fits) {
      return brokenEntry("column", index, std::string("the column \"") + column.name + "\" is not what its bytes say");
    }
  }
  return std::nullopt;
}

std::optional<Broken> verifyEntries(Connection& db, AccountScope scope, std::int64_t from, std::int64_t to) {
  auto rows = db.query(
      "SELECT idx, bytes, at, operation, actor, subject, outcome FROM audit_entry "
      "WHERE account_id = $1 AND idx >= $2 AND idx < $3 ORDER BY idx",
      scope.account, from, to);
  while (rows.step()) {
    const std::int64_t index = rows.integer(0);
    const auto entry = parseEntry(textOf(rows.bytes(1)));
    if (!entry) return brokenEntry("column", index, "its bytes are not a canonical entry");
    if (auto broken = verifyColumns(rows, *entry, index)) return broken;
    for (const FileDetail& file : filesNamedBy(*entry)) {
      const auto misfit = misfitOfFile(db, scope, file);
      if (misfit && !wasDeleted(db, scope, *entry)) return brokenEntry("file", index, *misfit);
    }
  }
  return std::nullopt;
}

// The look-up rows of erasures: each must lead from an entry to the erasure that names it.
std::optional<Broken> verifyErasedRows(Connection& db, AccountScope scope, std::int64_t size) {
  std::optional<std::int64_t> erasure;  // the one read last
  std::vector<Span> spans;
  auto rows = db.query("SELECT idx, erased_by FROM audit_erased WHERE account_id = $1 ORDER BY idx", scope.account);
  while (rows.step()) {
    if (rows.integer(1) != erasure) {
      erasure = rows.integer(1);
      const auto bytes = *erasure < size ? entryBytes(db, scope, *erasure) : std::nullopt;
      spans = bytes ? erasedSpans(*bytes).value_or(std::vector<Span>{}) : std::vector<Span>{};
    }
    if (!contains(spans, rows.integer(0))) {
      return brokenEntry("column", rows.integer(0), "it is marked as erased, but the erasure does not name it");
    }
  }
  return std::nullopt;
}

struct FileRow {
  std::int64_t row = 0;
  Hash sha256{};
  std::int64_t size = 0;
};

std::optional<FileRow> nextFile(Connection& db, AccountScope scope, std::int64_t after) {
  auto row = db.query(
      "SELECT id, sha256, size FROM file WHERE account_id = $1 AND id > $2 AND complete = 1 ORDER BY id LIMIT 1",
      scope.account, after);
  if (!row.step()) return std::nullopt;
  FileRow file{row.integer(0), {}, row.integer(2)};
  const ByteView hash = row.bytes(1);
  std::copy_n(hash.begin(), std::min(hash.size(), file.sha256.size()), file.sha256.begin());
  return file;
}

bool contentFits(Connection& db, const FileRow& file) {
  crypto::Sha256 hash;
  std::int64_t size = 0;
  auto chunks = db.query("SELECT bytes FROM file_chunk WHERE file_id = $1 ORDER BY ordinal", file.row);
  while (chunks.step()) {
    hash.update(chunks.bytes(0));
    size += static_cast<std::int64_t>(chunks.bytes(0).size());
  }
  return size == file.size && hash.finish() == file.sha256;
}

std::optional<std::int64_t> firstEntryNaming(Connection& db, AccountScope scope, const Hash& sha256) {
  const std::string hex = crypto::hex(sha256);
  auto rows = db.query("SELECT idx, bytes FROM audit_entry WHERE account_id = $1 ORDER BY idx", scope.account);
  while (rows.step()) {
    if (textOf(rows.bytes(1)).find(hex) != std::string_view::npos) return rows.integer(0);
  }
  return std::nullopt;
}

// A damaged file that no entry names yet is no business of the trail.
std::optional<Broken> verifyFiles(Connection& db, AccountScope scope) {
  std::optional<Broken> first;
  for (auto file = nextFile(db, scope, 0); file; file = nextFile(db, scope, file->row)) {
    if (contentFits(db, *file)) continue;
    const auto index = firstEntryNaming(db, scope, file->sha256);
    if (!index || (first && first->from <= *index)) continue;
    first = brokenEntry("file", *index, "the stored content of a file it names does not give the file's hash");
  }
  return first;
}

}  // namespace

std::optional<Broken> verifyDeep(Connection& db, AccountScope scope, std::int64_t from, std::int64_t to,
                                 std::int64_t size) {
  if (auto broken = verifyEntries(db, scope, from, to)) return broken;
  if (to < size) return std::nullopt;
  if (auto broken = verifyErasedRows(db, scope, size)) return broken;
  return verifyFiles(db, scope);
}

}  // namespace stead::audit
