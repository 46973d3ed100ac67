// The SQLite store: one writer with group commit, a bounded pool of readers, checkpoints off the commit path.
#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "base/error.h"
#include "storage/sqlite/backup.h"
#include "storage/sqlite/gathering_vfs.h"
#include "storage/sqlite/integrity.h"
#include "storage/sqlite/migrations.h"
#include "storage/sqlite/open_stores.h"
#include "storage/sqlite/sqlite_connection.h"
#include "storage/sqlite/wal_freshness.h"

namespace stead::sqlite {
namespace {

constexpr std::int64_t applicationId = 0x53544541;  // "STEA"
constexpr std::size_t batchMax = 64;                // requests per commit
constexpr int checkpointPages = 2000;               // the checkpointer wakes each time the log has grown by this
constexpr int walPagesMax = 16000;                  // hard bound of the log: 64 MiB

// BEGIN IMMEDIATE … COMMIT; undone unless committed.
class Transaction {
 public:
  explicit Transaction(SqliteConnection& connection, const char* begin) : connection_(connection) {
    connection_.prepare(begin).run();
  }
  ~Transaction() {
    if (committed_) return;
    dropGathered(connection_.handle());
    if (!connection_.inTransaction()) return;
    sqlite3_exec(connection_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit() {
    connection_.prepare("COMMIT").run();
    committed_ = true;
  }

 private:
  SqliteConnection& connection_;
  bool committed_ = false;
};

// Turning the journal to WAL answers "busy" at once while another process does the same.
void enterWal(SqliteConnection& connection, std::int64_t busyTimeoutMs) {
  for (std::int64_t waited = 0;; waited += 5) {
    const int rc = sqlite3_exec(connection.handle(), "PRAGMA journal_mode=WAL", nullptr, nullptr, nullptr);
    if (rc == SQLITE_OK) return;
    if ((rc & 0xFF) != SQLITE_BUSY || waited >= busyTimeoutMs) connection.fail(rc);
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

void migrate(SqliteConnection& connection, bool allowed) {
  const auto all = migrations();
  const auto newest = static_cast<std::int64_t>(all.size());
  const std::int64_t application = connection.pragma("PRAGMA application_id");
  const bool empty = connection.pragma("SELECT count(*) FROM sqlite_schema") == 0;
  if (application != applicationId && !(application == 0 && empty)) {
    throw Error(Code::storeForeign, "the file is a database, but not a Stead store");
  }
  const std::int64_t version = connection.pragma("PRAGMA user_version");
  if (version > newest) {
    throw Error(Code::storeNewer, "the store has schema " + std::to_string(version) + ", this library knows " +
                                      std::to_string(newest) + "; use a newer Stead");
  }
  if (version == newest) return;
  if (!allowed && !empty) {
    throw Error(Code::storeOlder, "the store has schema " + std::to_string(version) + " and needs " +
                                      std::to_string(newest) + ", but migrate is 'never'");
  }
  Transaction transaction(connection, "BEGIN EXCLUSIVE");
  // Another process may have been first.
  for (std::int64_t next = connection.pragma("PRAGMA user_version"); next < newest; ++next) {
    connection.execute(all[static_cast<std::size_t>(next)]);
    connection.execute(("PRAGMA user_version=" + std::to_string(next + 1)).c_str());
  }
  connection.execute(("PRAGMA application_id=" + std::to_string(applicationId)).c_str());
  transaction.commit();
}

class SqliteDatabase final : public Database {
 public:
  explicit SqliteDatabase(const DatabaseOptions& options) : options_(options), store_(options.path) {
    writer_ = std::make_unique<SqliteConnection>(options_, Use::writer);
    enterWal(*writer_, options_.busyTimeoutMs);
    migrate(*writer_, options_.migrate);
    schema_ = writer_->pragma("PRAGMA user_version");
    freshness_ = std::make_unique<WalFreshness>(options_);
    sqlite3_wal_hook(writer_->handle(), &SqliteDatabase::onCommit, this);
  }

  ~SqliteDatabase() override {
    if (!store_.inSameProcess()) {
      abandon();
      return;
    }
    {
      const std::lock_guard lock(checkpointMutex_);
      stopping_ = true;
    }
    checkpointWanted_.notify_all();
    if (checkpointer_.joinable()) checkpointer_.join();
  }

  void write(const Body& body) override {
    store_.requireSameProcess();
    Request request{&body, {}, false};
    std::unique_lock lock(writeMutex_);
    queue_.push_back(&request);
    answered_.wait(lock, [&] { return request.done || (!leading_ && !pauseWanted_ && queue_.front() == &request); });
    if (!request.done) lead(lock);
    lock.unlock();
    if (request.error) std::rethrow_exception(request.error);
  }

  void read(const Body& body) override {
    store_.requireSameProcess();
    ReaderLoan reader(*this);
    Transaction transaction(*reader.connection, "BEGIN");
    body(*reader.connection);
    transaction.commit();
  }

  [[nodiscard]] const Freshness& freshness() const noexcept override { return *freshness_; }

  void checkpoint(bool truncate) override {
    store_.requireSameProcess();
    const std::lock_guard lock(checkpointMutex_);
    runCheckpoint(truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE);
  }

  std::int64_t backup(const std::string& path) override {
    store_.requireSameProcess();
    const BackupRuns runs(backups_);
    SqliteConnection source(options_, Use::reader);  // the pool is for callers who wait for an answer
    Transaction snapshot(source, "BEGIN");
    static_cast<void>(source.pragma("PRAGMA user_version"));  // the snapshot is that of the first read
    const std::int64_t bytes = copyStore(source, path);
    snapshot.commit();
    return bytes;
  }

  IntegrityStep checkIntegrity(std::int64_t position) override {
    store_.requireSameProcess();
    SqliteConnection reader(options_, Use::reader);
    const Transaction snapshot(reader, "BEGIN");  // rolled back: on a damaged page even the end of a read fails
    return checkTable(reader, position);
  }

 private:
  struct Request {
    const Body* body;
    std::exception_ptr error;
    bool done;
  };

  // While a backup reads its snapshot the log cannot begin anew: it grows instead of making writers wait for that.
  class BackupRuns {
   public:
    explicit BackupRuns(std::atomic<int>& count) : count_(count) { ++count_; }
    ~BackupRuns() { --count_; }
    BackupRuns(const BackupRuns&) = delete;
    BackupRuns& operator=(const BackupRuns&) = delete;

   private:
    std::atomic<int>& count_;
  };

  // While it lives nobody of this process writes.
  class WritersPause {
   public:
    explicit WritersPause(SqliteDatabase& database) : database_(database) {
      std::unique_lock lock(database_.writeMutex_);
      database_.pauseWanted_ = true;  // a busy caller would take the next turn before this thread is awake
      database_.answered_.wait(lock, [&] { return !database_.leading_; });
      database_.leading_ = true;
    }
    ~WritersPause() {
      const std::lock_guard lock(database_.writeMutex_);
      database_.leading_ = false;
      database_.pauseWanted_ = false;
      database_.answered_.notify_all();
    }
    WritersPause(const WritersPause&) = delete;
    WritersPause& operator=(const WritersPause&) = delete;

   private:
    SqliteDatabase& database_;
  };

  // A reader connection on loan from the pool.
  struct ReaderLoan {
    explicit ReaderLoan(SqliteDatabase& owner) : database(owner) {
      std::unique_lock lock(database.readerMutex_);
      database.readerFree_.wait(
          lock, [&] { return !database.idleReaders_.empty() || database.readersOpen_ < database.options_.readersMax; });
      if (!database.idleReaders_.empty()) {
        connection = std::move(database.idleReaders_.back());
        database.idleReaders_.pop_back();
        return;
      }
      ++database.readersOpen_;
      lock.unlock();
      try {
        connection = std::make_unique<SqliteConnection>(database.options_, Use::reader);
      } catch (...) {
        lock.lock();
        --database.readersOpen_;
        database.readerFree_.notify_one();
        throw;
      }
    }
    ~ReaderLoan() {
      const std::lock_guard lock(database.readerMutex_);
      if (connection) database.idleReaders_.push_back(std::move(connection));
      database.readerFree_.notify_one();
    }
    ReaderLoan(const ReaderLoan&) = delete;
    ReaderLoan& operator=(const ReaderLoan&) = delete;

    SqliteDatabase& database;
    std::unique_ptr<SqliteConnection> connection;
  };

  // The caller that finds nobody leading commits for everybody who is queued (a thread of its own would cost
  // a lone caller two switches).
  void lead(std::unique_lock<std::mutex>& lock) {
    std::vector<Request*> batch;
    while (!queue_.empty() && batch.size() < batchMax) {
      batch.push_back(queue_.front());
      queue_.pop_front();
    }
    leading_ = true;
    lock.unlock();
    commit(batch);
    lock.lock();
    leading_ = false;
    for (Request* request : batch) request->done = true;
    answered_.notify_all();
  }

  // In a child process neither the checkpointer thread nor the locks exist: touching the files would only harm
  // the parent, so everything is left to the end of the process.
  void abandon() noexcept {
    if (checkpointer_.joinable()) checkpointer_.detach();
    (void)writer_.release();
    (void)checkpointConnection_.release();
    (void)freshness_.release();
    for (auto& reader : idleReaders_) (void)reader.release();
  }

  void commit(const std::vector<Request*>& batch) {
    if (batch.size() == 1 || !commitTogether(batch)) {
      for (Request* request : batch) {
        if (!request->error || batch.size() == 1) commitAlone(*request);
      }
    }
  }

  void commitAlone(Request& request) {
    try {
      Transaction transaction(*writer_, "BEGIN IMMEDIATE");
      requireSchema();
      (*request.body)(*writer_);
      transaction.commit();
    } catch (...) {
      request.error = std::current_exception();
    }
  }

  // False when the transaction was lost: nobody is answered, and those without an error of their own run again.
  bool commitTogether(const std::vector<Request*>& batch) {
    try {
      const auto transaction = beginFor(batch);
      if (!transaction) return true;
      for (Request* request : batch) {
        try {
          writer_->inSavepoint([&] { (*request->body)(*writer_); });
        } catch (...) {
          request->error = std::current_exception();
          if (!writer_->inTransaction()) return false;
        }
      }
      transaction->commit();
      return true;
    } catch (...) {
      // COMMIT failed: each runs alone and hears its own error.
      return false;
    }
  }

  // Nothing when the transaction cannot begin. That is everybody's answer at once: whoever tried again alone would
  // wait for the same lock, one busy timeout after the other.
  std::unique_ptr<Transaction> beginFor(const std::vector<Request*>& batch) {
    try {
      auto transaction = std::make_unique<Transaction>(*writer_, "BEGIN IMMEDIATE");
      requireSchema();
      return transaction;
    } catch (const Error& error) {
      // Each gets a copy of his own: the callers throw and read it in their own threads.
      for (Request* request : batch) request->error = std::make_exception_ptr(error);
      return nullptr;
    }
  }

  void requireSchema() {
    if (writer_->pragma("PRAGMA user_version") != schema_) {
      throw Error(Code::storeMoved, "the store was migrated by another process; close this engine and open it again");
    }
  }

  static int onCommit(void* self, sqlite3* /*db*/, const char* /*name*/, int walPages) {
    static_cast<SqliteDatabase*>(self)->afterCommit(walPages);
    return SQLITE_OK;
  }

  // Called by SQLite on the leader's thread when a commit is in the log.
  void afterCommit(int walPages) {
    // The log begins anew once a checkpoint has caught up with it.
    if (walPages < checkpointedAt_) checkpointedAt_ = 0;
    if (walPages < checkpointedAt_ + checkpointPages) return;
    std::unique_lock lock(checkpointMutex_, std::try_to_lock);
    if (!lock.owns_lock() || stopping_) return;  // a checkpoint is running
    if (!checkpointer_.joinable()) checkpointer_ = std::thread([this] { checkpointLoop(); });
    checkpointedAt_ = walPages;
    checkpointDue_ = walPages >= walPagesMax && backups_ == 0 ? SQLITE_CHECKPOINT_RESTART : SQLITE_CHECKPOINT_PASSIVE;
    checkpointWanted_.notify_one();
  }

  void checkpointLoop() {
    std::unique_lock lock(checkpointMutex_);
    for (;;) {
      checkpointWanted_.wait(lock, [this] { return stopping_ || checkpointDue_ >= 0; });
      if (stopping_) return;
      const int mode = std::exchange(checkpointDue_, -1);
      try {
        runCheckpoint(mode);
        if (mode == SQLITE_CHECKPOINT_PASSIVE) catchUp();
      } catch (const Error&) {
        // The log stays; the next commit asks again, and a writer that cannot write says so itself.
      }
    }
  }

  // The log begins anew, over blocks that the disk knows, once every page of it is in the store. Beside a steady writer
  // that never happens, so he pauses for the last few pages; the second run leaves only those.
  void catchUp() {
    runCheckpoint(SQLITE_CHECKPOINT_PASSIVE);
    const WritersPause pause(*this);
    runCheckpoint(SQLITE_CHECKPOINT_PASSIVE);
  }

  void runCheckpoint(int mode) {
    if (!checkpointConnection_) checkpointConnection_ = std::make_unique<SqliteConnection>(options_, Use::plain);
    const int rc = sqlite3_wal_checkpoint_v2(checkpointConnection_->handle(), "main", mode, nullptr, nullptr);
    if (rc != SQLITE_OK && (rc & 0xFF) != SQLITE_BUSY) checkpointConnection_->fail(rc);
  }

  const DatabaseOptions options_;
  const OpenStore store_;
  std::int64_t schema_ = 0;

  std::mutex writeMutex_;  // guards queue_, leading_ and pauseWanted_; writer_ belongs to the leader
  std::condition_variable answered_;
  std::deque<Request*> queue_;
  bool leading_ = false;
  bool pauseWanted_ = false;
  std::unique_ptr<SqliteConnection> writer_;
  int checkpointedAt_ = 0;  // pages of the log when a checkpoint was asked for last; the leader's

  std::mutex readerMutex_;
  std::condition_variable readerFree_;
  std::vector<std::unique_ptr<SqliteConnection>> idleReaders_;
  int readersOpen_ = 0;

  std::mutex checkpointMutex_;
  std::condition_variable checkpointWanted_;
  std::thread checkpointer_;
  std::unique_ptr<SqliteConnection> checkpointConnection_;
  int checkpointDue_ = -1;
  bool stopping_ = false;
  std::atomic<int> backups_ = 0;  // that are running

  std::unique_ptr<WalFreshness> freshness_;
};

}  // namespace
}  // namespace stead::sqlite

namespace stead {

std::unique_ptr<Database> openSqlite(const DatabaseOptions& options) {
  return std::make_unique<sqlite::SqliteDatabase>(options);
}

}  // namespace stead
