// Files by their SHA-256, in chunks. Staged in small transactions before the send that references them.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "documents/send_request.h"
#include "engine/engine.h"

namespace stead::documents {

// What the account knows of a file with this hash; a file of another account is unknown to it.
[[nodiscard]] std::optional<HeldFile> findHeldFile(Engine& engine, AccountScope scope, const Hash& sha256);
// Stores the files of a request that the account does not have yet; runs outside any unit of work. A file that is
// never referenced is swept by run_due.
void stageFiles(Engine& engine, AccountScope scope, const std::vector<SentFile>& files, const Upload& upload);
// Links the staged files to a document, inside its unit of work.
void attachFiles(Connection& db, AccountScope scope, std::int64_t documentRow, const std::vector<SentFile>& files);

struct StoredFile {
  std::int64_t row = 0;
  std::string name;
  Hash sha256{};
  std::int64_t size = 0;
  std::string type;
  std::optional<std::int64_t> pages;
};
[[nodiscard]] std::vector<StoredFile> filesOf(Connection& db, AccountScope scope, std::int64_t documentRow);
// Reads up to `max` bytes from `offset`.
[[nodiscard]] Bytes readFile(Connection& db, AccountScope scope, const StoredFile& file, std::int64_t offset,
                             std::int64_t max);
// Reads all of a file and says what is wrong with it; nothing when it is what was sent.
struct FileCheck {
  std::int64_t bytes = 0;  // that were read
  std::optional<std::string> misfit;
};
[[nodiscard]] FileCheck checkFile(Connection& db, AccountScope scope, std::int64_t row);
// Removes at most `max` staged files that nothing references and that are older than a day. Answers how many.
std::int64_t sweepOrphans(Engine& engine, std::int64_t max);

}  // namespace stead::documents
