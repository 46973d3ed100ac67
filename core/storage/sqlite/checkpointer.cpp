#include "storage/sqlite/checkpointer.h"

#include <chrono>
#include <exception>
#include <utility>

#include "base/error.h"

namespace stead::sqlite {
namespace {

constexpr int growthPages = 2000;  // the thread wakes each time the log has grown by this
constexpr int readersWaitMs = 20;  // how long writers rest for readers of the log to go
constexpr std::chrono::seconds idleAfter{2};

}  // namespace

Checkpointer::Checkpointer(const DatabaseOptions& options, const WalFreshness& log, WriteQueue& writers,
                           ProcessQueue& processes)
    : options_(options), log_(log), writers_(writers), processes_(processes) {}

Checkpointer::~Checkpointer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wanted_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Checkpointer::logGrew(int pages) {
  // The log begins anew once a checkpoint has caught up with it.
  if (pages < askedAt_) askedAt_ = 0;
  if (pages < askedAt_ + growthPages) return;
  const std::unique_lock lock(mutex_, std::try_to_lock);
  if (!lock.owns_lock() || stopping_) return;  // a checkpoint is running
  if (!thread_.joinable()) thread_ = std::thread([this] { loop(); });
  askedAt_ = pages;
  due_ = true;
  wanted_.notify_one();
}

void Checkpointer::run(bool truncate) {
  const std::lock_guard lock(mutex_);
  (void)checkpoint(truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE,
                   static_cast<int>(options_.busyTimeoutMs));
}

void Checkpointer::loop() {
  std::unique_lock lock(mutex_);
  for (;;) {
    waitForWork(lock);
    if (stopping_) return;
    try {
      if (std::exchange(due_, false)) {
        catchUp();
      } else {
        tidy();
      }
    } catch (const std::exception&) {
      // The log stays; the next commit asks again, and a writer that cannot write says so itself.
    }
  }
}

void Checkpointer::waitForWork(std::unique_lock<std::mutex>& lock) {
  const auto called = [this] { return stopping_ || due_; };
  if (untidy_) {
    wanted_.wait_for(lock, idleAfter, called);
  } else {
    wanted_.wait(lock, called);
  }
}

// The log begins anew, over blocks that the disk knows, once every page of it is in the store. Beside a steady writer
// that never happens, so all writers rest for the last few pages; the second run leaves only those.
void Checkpointer::catchUp() {
  const ProcessQueue::Checkpointing checkpointing(processes_);
  if (!checkpointing.isOurs()) return;
  (void)checkpoint(SQLITE_CHECKPOINT_PASSIVE, 0);
  (void)checkpoint(SQLITE_CHECKPOINT_PASSIVE, 0);
  const WriteQueue::Pause here(writers_);
  const ProcessQueue::Turn everywhere(processes_, std::chrono::milliseconds(options_.busyTimeoutMs));
  (void)checkpoint(SQLITE_CHECKPOINT_RESTART, readersWaitMs);
  untidy_ = true;
  lastSeen_ = log_.now();
}

// What the file keeps of its largest size is given back when no process has written for a while.
void Checkpointer::tidy() {
  const Freshness::Stamp seen = std::exchange(lastSeen_, log_.now());
  if (seen != lastSeen_) return;
  untidy_ = checkpoint(SQLITE_CHECKPOINT_TRUNCATE, 0) != SQLITE_OK;
}

int Checkpointer::checkpoint(int mode, int waitMs) {
  if (!connection_) connection_ = std::make_unique<SqliteConnection>(options_, Use::plain);
  sqlite3_busy_timeout(connection_->handle(), waitMs);
  const int rc = sqlite3_wal_checkpoint_v2(connection_->handle(), "main", mode, nullptr, nullptr);
  if (rc != SQLITE_OK && (rc & 0xFF) != SQLITE_BUSY) connection_->fail(rc);
  return rc;
}

}  // namespace stead::sqlite
