#include "documents/file_store.h"

#include <algorithm>

#include "base/error.h"
#include "base/limits.h"
#include "storage/cross_account.h"

namespace stead::documents {
namespace {

constexpr std::int64_t chunkBytes = limits::fileChunkBytes;
constexpr std::int64_t orphanAgeMs = limits::dayMs;
// A file that was staged this recently cannot be swept before the send that follows.
constexpr std::int64_t freshMs = limits::hourMs;

// Begins or takes over the staging of a file. A complete one only gets a new day to live. Answers its row.
std::int64_t claimFile(UnitOfWork& work, const SentFile& file, bool& complete) {
  auto row = work.db.query(
      "INSERT INTO file (account_id, sha256, size, type, pages, staged_at) VALUES ($1, $2, $3, $4, $5, $6) "
      "ON CONFLICT (account_id, sha256) DO UPDATE SET staged_at = max(file.staged_at, excluded.staged_at) "
      "RETURNING id, complete",
      work.scope.account, file.sha256, file.size, std::string_view(fileTypeName(file.type)), file.pages, work.now);
  if (!row.step()) throw Error(Code::storeFailed, "a file could not be staged");
  complete = row.boolean(1);
  return row.integer(0);
}

// A chunk left behind by a staging that died is overwritten: what counts are the bytes whose hash was checked.
void putChunk(Connection& db, std::int64_t row, std::int64_t ordinal, ByteView bytes) {
  db.run(
      "INSERT INTO file_chunk (file_id, ordinal, bytes) VALUES ($1, $2, $3) "
      "ON CONFLICT (file_id, ordinal) DO UPDATE SET bytes = excluded.bytes",
      row, ordinal, bytes);
}

void completeFile(Connection& db, std::int64_t row, std::int64_t size) {
  auto sum = db.query("SELECT count(*), sum(length(bytes)) FROM file_chunk WHERE file_id = $1", row);
  const std::int64_t chunks = (size + chunkBytes - 1) / chunkBytes;
  if (!sum.step() || sum.integer(0) != chunks || sum.integer(1) != size) {
    throw Error(Code::storeFailed, "a staged file does not have its size; send it again");
  }
  db.run("UPDATE file SET complete = 1 WHERE id = $1", row);
}

// One transaction per chunk, so that a large upload never holds up other writers for long.
void stageFile(Engine& engine, AccountScope scope, const SentFile& file, ByteView bytes) {
  const auto size = static_cast<std::int64_t>(bytes.size());
  bool done = false;
  for (std::int64_t offset = 0; offset < size && !done; offset += chunkBytes) {
    const std::int64_t length = std::min(chunkBytes, size - offset);
    engine.write(scope, [&](UnitOfWork& work) {
      const std::int64_t row = claimFile(work, file, done);
      if (done) return;
      putChunk(work.db, row, offset / chunkBytes,
               bytes.subspan(static_cast<std::size_t>(offset), static_cast<std::size_t>(length)));
      if (offset + length == size) completeFile(work.db, row, size);
    });
  }
}

Hash hashOfChunks(Connection& db, std::int64_t row, std::int64_t& bytesRead) {
  crypto::Sha256 hash;
  auto chunk = db.query("SELECT bytes FROM file_chunk WHERE file_id = $1 ORDER BY ordinal", row);
  while (chunk.step()) {
    const ByteView bytes = chunk.bytes(0);
    hash.update(bytes);
    bytesRead += static_cast<std::int64_t>(bytes.size());
  }
  return hash.finish();
}

// False when the file found a use, or a new staging, since it was looked up.
bool removeUnused(Connection& db, AccountScope scope, std::int64_t row, std::int64_t stagedBefore) {
  {
    auto still = db.query("SELECT 1 FROM file WHERE id = $1 AND account_id = $2 AND used = 0 AND staged_at < $3", row,
                          scope.account, stagedBefore);
    if (!still.step()) return false;
  }
  db.run("DELETE FROM file_chunk WHERE file_id = $1", row);
  db.run("DELETE FROM file WHERE id = $1", row);
  return true;
}

}  // namespace

std::optional<HeldFile> findHeldFile(Engine& engine, AccountScope scope, const Hash& sha256) {
  std::optional<HeldFile> held;
  const std::int64_t now = engine.clockMs();  // staging is no part of the account's trail
  engine.database().read([&](Connection& db) {
    auto row =
        db.query("SELECT type, pages, used, staged_at FROM file WHERE account_id = $1 AND sha256 = $2 AND complete = 1",
                 scope.account, sha256);
    if (!row.step()) return;
    const auto type = fileTypeNamed(row.view(0));
    if (!type) throw Error(Code::storeFailed, "a file row of the store is damaged; restore a backup");
    if (*type == FileType::zip) return;  // not to be sent
    held = HeldFile{{*type, row.maybeInteger(1)}, row.boolean(2) || row.integer(3) > now - freshMs};
  });
  return held;
}

void stageFiles(Engine& engine, AccountScope scope, const std::vector<SentFile>& files, const Upload& upload) {
  if (files.size() != upload.files.size()) throw Error(Code::internalError, "the upload is not the one that was read");
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (files[i].staged) continue;
    const ByteView bytes = upload.files[i].bytes;
    if (static_cast<std::int64_t>(bytes.size()) != files[i].size || bytes.empty() ||
        crypto::sha256(bytes) != files[i].sha256) {
      throw fieldError(Code::malformedFile, "/files/" + std::to_string(i),
                       "the file " + files[i].name + " has changed since it was read");
    }
    stageFile(engine, scope, files[i], bytes);
  }
}

void attachFiles(Connection& db, AccountScope scope, std::int64_t documentRow, const std::vector<SentFile>& files) {
  std::int64_t ordinal = 0;
  for (const SentFile& file : files) {
    std::int64_t row = 0;
    bool used = false;
    {
      auto found = db.query("SELECT id, used FROM file WHERE account_id = $1 AND sha256 = $2 AND complete = 1",
                            scope.account, file.sha256);
      if (!found.step()) throw Error(Code::storeBusy, "the file " + file.name + " is not staged; send it again");
      row = found.integer(0);
      used = found.boolean(1);
    }
    db.run("INSERT INTO document_file (document_id, ordinal, file_id, name) VALUES ($1, $2, $3, $4)", documentRow,
           ordinal++, row, file.name);
    if (!used) db.run("UPDATE file SET used = 1 WHERE id = $1", row);
  }
}

std::vector<StoredFile> filesOf(Connection& db, AccountScope scope, std::int64_t documentRow) {
  auto row = db.query(
      "SELECT f.id, d.name, f.sha256, f.size, f.type, f.pages FROM document_file d JOIN file f ON f.id = d.file_id "
      "WHERE d.document_id = $1 AND f.account_id = $2 ORDER BY d.ordinal",
      documentRow, scope.account);
  std::vector<StoredFile> files;
  while (row.step()) {
    StoredFile file;
    file.row = row.integer(0);
    file.name = row.text(1);
    const ByteView hash = row.bytes(2);
    if (hash.size() != file.sha256.size()) throw Error(Code::storeFailed, "a stored file has a damaged hash");
    std::copy(hash.begin(), hash.end(), file.sha256.begin());
    file.size = row.integer(3);
    file.type = row.text(4);
    file.pages = row.maybeInteger(5);
    files.push_back(std::move(file));
  }
  return files;
}

Bytes readFile(Connection& db, AccountScope scope, const StoredFile& file, std::int64_t offset, std::int64_t max) {
  if (offset < 0) throw Error(Code::malformedArgument, "the offset into a file must not be negative");
  if (max < 0) throw Error(Code::malformedArgument, "the number of bytes to read must not be negative");
  if (offset >= file.size || max == 0) return {};
  const std::int64_t end = offset + std::min(max, file.size - offset);
  auto chunk = db.query(
      "SELECT c.ordinal, c.bytes FROM file_chunk c JOIN file f ON f.id = c.file_id "
      "WHERE c.file_id = $1 AND c.ordinal BETWEEN $2 AND $3 AND f.account_id = $4 ORDER BY c.ordinal",
      file.row, offset / chunkBytes, (end - 1) / chunkBytes, scope.account);
  Bytes out;
  out.reserve(static_cast<std::size_t>(end - offset));
  std::int64_t position = offset;
  while (chunk.step()) {
    const ByteView bytes = chunk.bytes(1);
    const std::int64_t first = chunk.integer(0) * chunkBytes;
    const std::int64_t last = std::min(end, first + static_cast<std::int64_t>(bytes.size()));
    if (position < first || position >= last) break;
    const ByteView part =
        bytes.subspan(static_cast<std::size_t>(position - first), static_cast<std::size_t>(last - position));
    out.insert(out.end(), part.begin(), part.end());
    position = last;
  }
  if (position != end) throw Error(Code::storeFailed, "a stored file lacks some of its bytes");
  return out;
}

FileCheck checkFile(Connection& db, AccountScope scope, std::int64_t row) {
  FileCheck check;
  try {
    auto file = db.query("SELECT sha256 FROM file WHERE id = $1 AND account_id = $2", row, scope.account);
    if (!file.step()) return check;
    const Hash found = hashOfChunks(db, row, check.bytes);
    const ByteView sent = file.bytes(0);
    if (!std::equal(found.begin(), found.end(), sent.begin(), sent.end())) {
      check.misfit = "the bytes of the file " + crypto::hex(sent) + " are not those that were sent";
    }
  } catch (const Error& error) {
    // Damage that ends the reading is what was looked for.
    if (error.code() != Code::storeFailed) throw;
    check.misfit = error.text();
  }
  return check;
}

std::int64_t sweepOrphans(Engine& engine, std::int64_t max) {
  const std::int64_t stagedBefore = engine.clockMs() - orphanAgeMs;
  std::vector<crossAccount::FilePlace> orphans;
  engine.database().read([&](Connection& db) { orphans = crossAccount::findUnusedFiles(db, stagedBefore, max); });
  std::int64_t swept = 0;
  // One transaction per file: deleting 25 MB is long enough for one.
  for (const auto& orphan : orphans) {
    bool gone = false;
    engine.database().write([&](Connection& db) { gone = removeUnused(db, orphan.scope, orphan.row, stagedBefore); });
    if (gone) ++swept;
  }
  return swept;
}

}  // namespace stead::documents
