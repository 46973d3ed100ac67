#include "storage/sqlite/group_commit.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/error.h"
#include "storage/sqlite/transaction.h"

namespace stead::sqlite {
namespace {

// Each gets a copy of his own: the callers throw and read it in their own threads.
template <class MakeError>
void answerWith(const MakeError& makeError, WriteQueue::Batch& batch) {
  while (WriteRequest* request = batch.next()) request->error = makeError();
}

}  // namespace

GroupCommit::GroupCommit(SqliteConnection& writer, const WalFreshness& log, ProcessQueue& processes,
                         const DatabaseOptions& options)
    : writer_(writer),
      log_(log),
      processes_(processes),
      busyTimeoutMs_(options.busyTimeoutMs),
      logPagesMax_(options.logPagesMax),
      schema_(writer.pragma("PRAGMA user_version")),
      waitsAtMost_(options.busyTimeoutMs) {}

void GroupCommit::settle(WriteQueue::Batch& batch) noexcept {
  const ProcessQueue::Turn turn(processes_, std::chrono::milliseconds(busyTimeoutMs_));
  waitAtMost(std::max<std::int64_t>(busyTimeoutMs_ - turn.waited().count(), 0));
  if (commitTogether(batch)) return;
  // The transaction was lost, and with it what each was told: each runs alone and hears his own answer.
  for (const auto& request : batch.taken()) commitAlone(*request);
}

// False when the transaction was lost.
bool GroupCommit::commitTogether(WriteQueue::Batch& batch) {
  std::optional<Transaction> transaction;
  try {
    requireRoomInLog();
    transaction.emplace(writer_, "BEGIN IMMEDIATE");
    requireSchema();
  } catch (const Error& error) {
    // Everybody's answer at once: whoever tried again alone would wait for the same lock, one timeout after the other.
    answerWith([&] { return std::make_exception_ptr(error); }, batch);
    return true;
  } catch (...) {
    answerWith([] { return std::current_exception(); }, batch);
    return true;
  }
  WriteRequest* request = batch.next();
  try {
    // Nobody's work stands before the first, so he needs no savepoint.
    (*request->body)(writer_);
  } catch (...) {
    request->error = std::current_exception();
    return true;
  }
  while ((request = batch.next()) != nullptr) {
    try {
      writer_.inSavepoint([&] { (*request->body)(writer_); });
    } catch (...) {
      request->error = std::current_exception();
      if (!writer_.inTransaction()) return false;
    }
  }
  try {
    transaction->commit();
  } catch (...) {
    return false;
  }
  return true;
}

void GroupCommit::commitAlone(WriteRequest& request) noexcept {
  request.error = nullptr;
  try {
    Transaction transaction(writer_, "BEGIN IMMEDIATE");
    requireSchema();
    (*request.body)(writer_);
    transaction.commit();
  } catch (...) {
    request.error = std::current_exception();
  }
}

void GroupCommit::waitAtMost(std::int64_t ms) noexcept {
  if (ms == waitsAtMost_) return;
  sqlite3_busy_timeout(writer_.handle(), static_cast<int>(ms));
  waitsAtMost_ = ms;
}

// The last resort: checkpoints keep the log far below this unless somebody reads an old state of the store for long.
void GroupCommit::requireRoomInLog() {
  if (log_.logPages() < logPagesMax_ || processes_.backupRuns()) return;
  const int rc = sqlite3_wal_checkpoint_v2(writer_.handle(), "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  if (rc == SQLITE_OK) return;
  if ((rc & 0xFF) != SQLITE_BUSY) writer_.fail(rc);
  throw Error(Code::storeBusy, "the log beside the store has reached its bound of " + std::to_string(logPagesMax_) +
                                   " pages, because somebody has been reading one state of the store for long; end "
                                   "that read and try again");
}

void GroupCommit::requireSchema() {
  if (writer_.pragma("PRAGMA user_version") != schema_) {
    throw Error(Code::storeMoved, "the store was migrated by another process; close this engine and open it again");
  }
}

}  // namespace stead::sqlite
