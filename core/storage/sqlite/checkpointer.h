// Moves committed pages from the log into the store, off the path of commits: on a thread and a connection of its own,
// by one process at a time.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "storage/sqlite/process_queue.h"
#include "storage/sqlite/sqlite_connection.h"
#include "storage/sqlite/wal_freshness.h"
#include "storage/sqlite/write_queue.h"

namespace stead::sqlite {

class Checkpointer {
 public:
  Checkpointer(const DatabaseOptions& options, const WalFreshness& log, WriteQueue& writers, ProcessQueue& processes);
  ~Checkpointer();
  Checkpointer(const Checkpointer&) = delete;
  Checkpointer& operator=(const Checkpointer&) = delete;

  // By the leader, when a commit is in the log, which now has so many pages.
  void logGrew(int pages);
  void run(bool truncate);

 private:
  void loop();
  void waitForWork(std::unique_lock<std::mutex>& lock);
  void catchUp();
  void tidy();
  int checkpoint(int mode, int waitMs);

  const DatabaseOptions& options_;
  const WalFreshness& log_;
  WriteQueue& writers_;
  ProcessQueue& processes_;
  int askedAt_ = 0;  // pages of the log when a checkpoint was asked for last; the leader's

  std::mutex mutex_;  // guards all below
  std::condition_variable wanted_;
  std::thread thread_;
  std::unique_ptr<SqliteConnection> connection_;
  Freshness::Stamp lastSeen_;
  bool due_ = false;
  bool untidy_ = false;  // the log is to be emptied when nobody writes
  bool stopping_ = false;
};

}  // namespace stead::sqlite
