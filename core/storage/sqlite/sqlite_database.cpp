// The SQLite store: one writer with group commit, a bounded pool of readers, checkpoints off the commit path.
#include <chrono>
#include <exception>
#include <memory>
#include <string>
#include <thread>

#include "base/error.h"
#include "storage/sqlite/backup.h"
#include "storage/sqlite/checkpointer.h"
#include "storage/sqlite/group_commit.h"
#include "storage/sqlite/integrity.h"
#include "storage/sqlite/migrations.h"
#include "storage/sqlite/open_stores.h"
#include "storage/sqlite/process_queue.h"
#include "storage/sqlite/reader_pool.h"
#include "storage/sqlite/sqlite_connection.h"
#include "storage/sqlite/transaction.h"
#include "storage/sqlite/wal_freshness.h"
#include "storage/sqlite/write_queue.h"

namespace stead::sqlite {
namespace {

constexpr std::int64_t applicationId = 0x53544541;  // "STEA"

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
  explicit SqliteDatabase(const DatabaseOptions& options)
      : options_(options), store_(options.path), writer_(openWriter(options_)) {
    log_ = std::make_unique<WalFreshness>(options_);
    readers_ = std::make_unique<ReaderPool>(options_);
    processes_ = std::make_unique<ProcessQueue>(options_.path);
    commits_ = std::make_unique<GroupCommit>(*writer_, *log_, *processes_, options_);
    writers_ = std::make_unique<WriteQueue>([this](WriteQueue::Batch& batch) { commits_->settle(batch); });
    checkpointer_ = std::make_unique<Checkpointer>(options_, *log_, *writers_, *processes_);
    sqlite3_wal_hook(writer_->handle(), &SqliteDatabase::onCommit, checkpointer_.get());
  }

  ~SqliteDatabase() override {
    if (!store_.inSameProcess()) abandon();
  }

  void write(const Body& body) override {
    store_.requireSameProcess();
    writers_->write(body);
  }

  void read(const Body& body) override {
    store_.requireSameProcess();
    ReaderPool::Loan reader(*readers_);
    Transaction transaction(reader.connection(), "BEGIN");
    body(reader.connection());
    transaction.commit();
  }

  [[nodiscard]] const Freshness& freshness() const noexcept override { return *log_; }

  void checkpoint(bool truncate) override {
    store_.requireSameProcess();
    checkpointer_->run(truncate);
  }

  std::int64_t backup(const std::string& path) override {
    store_.requireSameProcess();
    const ProcessQueue::Backup runs(*processes_);
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
  static std::unique_ptr<SqliteConnection> openWriter(const DatabaseOptions& options) {
    auto writer = std::make_unique<SqliteConnection>(options, Use::writer);
    enterWal(*writer, options.busyTimeoutMs);
    migrate(*writer, options.migrate);
    return writer;
  }

  // In a child process neither the checkpointer's thread nor the locks exist: touching the files would only harm
  // the parent, so everything but the queue's descriptor is left to the end of the process.
  void abandon() noexcept {
    (void)checkpointer_.release();
    (void)writers_.release();
    (void)readers_.release();
    (void)log_.release();
    (void)writer_.release();
  }

  // Called by SQLite on the leader's thread when a commit is in the log.
  static int onCommit(void* checkpointer, sqlite3* /*db*/, const char* /*name*/, int logPages) {
    try {
      static_cast<Checkpointer*>(checkpointer)->logGrew(logPages);
    } catch (const std::exception&) {
      // No thread or no memory now; the next commit asks again.
    }
    return SQLITE_OK;
  }

  const DatabaseOptions options_;
  const OpenStore store_;
  // Each rests on those before it.
  std::unique_ptr<SqliteConnection> writer_;
  std::unique_ptr<WalFreshness> log_;
  std::unique_ptr<ReaderPool> readers_;
  std::unique_ptr<ProcessQueue> processes_;
  std::unique_ptr<GroupCommit> commits_;
  std::unique_ptr<WriteQueue> writers_;
  std::unique_ptr<Checkpointer> checkpointer_;
};

}  // namespace
}  // namespace stead::sqlite

namespace stead {

std::unique_ptr<Database> openSqlite(const DatabaseOptions& options) {
  return std::make_unique<sqlite::SqliteDatabase>(options);
}

}  // namespace stead
