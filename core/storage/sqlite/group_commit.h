// One transaction for all who queue: a savepoint each, so that a refusal undoes only itself.
#pragma once

#include <cstdint>

#include "storage/sqlite/process_queue.h"
#include "storage/sqlite/sqlite_connection.h"
#include "storage/sqlite/wal_freshness.h"
#include "storage/sqlite/write_queue.h"

namespace stead::sqlite {

// Used by one thread at a time: the leader of the write queue.
class GroupCommit {
 public:
  GroupCommit(SqliteConnection& writer, const WalFreshness& log, ProcessQueue& processes,
              const DatabaseOptions& options);
  GroupCommit(const GroupCommit&) = delete;
  GroupCommit& operator=(const GroupCommit&) = delete;

  // When it returns, each request of the batch is committed or has its error.
  void settle(WriteQueue::Batch& batch) noexcept;

 private:
  [[nodiscard]] bool commitTogether(WriteQueue::Batch& batch);
  void commitAlone(WriteRequest& request) noexcept;
  void waitAtMost(std::int64_t ms) noexcept;
  void requireRoomInLog();
  void requireSchema();

  SqliteConnection& writer_;
  const WalFreshness& log_;
  ProcessQueue& processes_;
  const std::int64_t busyTimeoutMs_;
  const std::int64_t logPagesMax_;
  const std::int64_t schema_;
  std::int64_t waitsAtMost_;
};

}  // namespace stead::sqlite
