#include "storage/sqlite/sqlite_connection.h"

#include <utility>

#include "base/error.h"
#include "storage/sqlite/gathering_vfs.h"
#include "storage/sqlite/open_stores.h"

namespace stead::sqlite {
namespace {

// SQLite numbers a bare "$1" by its appearance, not by its digits: hand it "?1" instead.
std::string withNumberedParameters(std::string_view sql) {
  std::string out(sql);
  bool quoted = false;
  for (std::size_t i = 0; i + 1 < out.size(); ++i) {
    if (out[i] == '\'') quoted = !quoted;
    if (!quoted && out[i] == '$' && out[i + 1] >= '0' && out[i + 1] <= '9') out[i] = '?';
  }
  return out;
}

}  // namespace

Error errorOf(int rc) {
  if (rc == SQLITE_IOERR_NOMEM) rc = SQLITE_NOMEM;
  if (rc == SQLITE_CONSTRAINT_COMMITHOOK) rc = SQLITE_READONLY_DBMOVED;
  if (rc == SQLITE_READONLY_DBMOVED) {
    return {Code::storeFailed,
            "the file of the store was moved or deleted while it was open, so nothing is written to it any more; put "
            "it back, or close this engine and open the store where it is"};
  }
  switch (rc & 0xFF) {
    case SQLITE_NOMEM:
      return {Code::outOfMemory, "the process ran out of memory; nothing was changed, try again"};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return {Code::storeBusy, "another writer held the store for longer than busyTimeoutMs; try again"};
    case SQLITE_FULL:
      return {Code::storeFull, "the disk of the store is full; free some space and try again"};
    case SQLITE_NOTADB:
      return {Code::storeForeign, "the file is not a Stead store"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return {Code::storeFailed, "the store or its folder cannot be written; check the permissions"};
    case SQLITE_CANTOPEN:
      return {Code::storeFailed, "the store cannot be opened; check the path, the folder and the permissions"};
    case SQLITE_CORRUPT:
      return {Code::storeFailed, "the store is damaged; restore a backup"};
    case SQLITE_CONSTRAINT:
    case SQLITE_MISUSE:
    case SQLITE_ERROR:
      return {Code::internalError,
              std::string("the store refused a statement (") + sqlite3_errstr(rc) + "); please report this"};
    default:
      return {Code::storeFailed, std::string("the store could not be read or written (") + sqlite3_errstr(rc) + ")"};
  }
}

class SqliteConnection::PreparedStatement final : public Statement::Impl {
 public:
  PreparedStatement(const SqliteConnection& connection, std::string_view sql) : connection_(connection) {
    const std::string text = withNumberedParameters(sql);
    sqlite3_stmt* raw = nullptr;
    const int rc = sqlite3_prepare_v3(connection_.handle(), text.c_str(), static_cast<int>(text.size()),
                                      SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    statement_.reset(raw);
    if (rc != SQLITE_OK) connection_.fail(rc);
  }

  void bindNull(int index) override { check(sqlite3_bind_null(statement_.get(), index)); }
  void bindInteger(int index, std::int64_t value) override {
    check(sqlite3_bind_int64(statement_.get(), index, value));
  }
  void bindText(int index, std::string_view value, bool copy) override {
    // A view of nothing may have no address, which SQLite would read as NULL.
    const char* data = value.data() == nullptr ? "" : value.data();
    check(sqlite3_bind_text64(statement_.get(), index, data, value.size(), copy ? SQLITE_TRANSIENT : SQLITE_STATIC,
                              SQLITE_UTF8));
  }
  void bindBytes(int index, ByteView value, bool copy) override {
    if (value.empty()) {
      check(sqlite3_bind_zeroblob(statement_.get(), index, 0));
    } else {
      check(sqlite3_bind_blob64(statement_.get(), index, value.data(), value.size(),
                                copy ? SQLITE_TRANSIENT : SQLITE_STATIC));
    }
  }

  bool step() override {
    const int rc = sqlite3_step(statement_.get());
    if (rc == SQLITE_ROW) return true;
    if (rc == SQLITE_DONE) {
      changes_ = sqlite3_changes64(connection_.handle());
      sqlite3_reset(statement_.get());
      return false;
    }
    connection_.fail(rc);
  }

  void reset() noexcept override {
    sqlite3_reset(statement_.get());
    sqlite3_clear_bindings(statement_.get());
    inUse_ = false;
  }

  [[nodiscard]] bool isNull(int column) const override {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
  }
  [[nodiscard]] std::int64_t integer(int column) const override {
    return sqlite3_column_int64(statement_.get(), column);
  }
  [[nodiscard]] std::string_view text(int column) const override {
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    if (data == nullptr) requireMemory();
    return {data == nullptr ? "" : data, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
  }
  [[nodiscard]] ByteView bytes(int column) const override {
    const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_.get(), column));
    if (data == nullptr) requireMemory();
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
  }
  [[nodiscard]] std::int64_t changes() const override { return changes_; }

  [[nodiscard]] bool take() noexcept { return !std::exchange(inUse_, true); }

 private:
  void check(int rc) const {
    if (rc != SQLITE_OK) connection_.fail(rc);
  }
  // A value that SQLite had no memory to hand out looks like NULL or nothing.
  void requireMemory() const {
    if (sqlite3_errcode(connection_.handle()) == SQLITE_NOMEM) connection_.fail(SQLITE_NOMEM);
  }

  const SqliteConnection& connection_;
  std::unique_ptr<sqlite3_stmt, FinalizeStatement> statement_;
  std::int64_t changes_ = 0;
  bool inUse_ = false;
};

SqliteConnection::SqliteConnection(const DatabaseOptions& options, Use use) {
  const bool gathers = use == Use::writer && options.durable;
  sqlite3* raw = nullptr;
  OpenStore::requireInPlace(options.path);
  // Never made here: a store that was deleted would come back as an empty file.
  const int rc =
      sqlite3_open_v2(options.path.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                      gathers ? gatheringVfs() : nullptr);
  db_.reset(raw);
  if (rc != SQLITE_OK) fail(rc);
  sqlite3_busy_timeout(db_.get(), static_cast<int>(options.busyTimeoutMs));
  sqlite3_db_config(db_.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  // A large writer cache makes commits slower in this SQLite; readers gain little beyond 8 MiB.
  execute(use == Use::writer ? "PRAGMA cache_size=-4096" : "PRAGMA cache_size=-8192");
  execute(options.durable ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
  execute(
      "PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON; PRAGMA trusted_schema=OFF; PRAGMA temp_store=MEMORY;"
      "PRAGMA wal_autocheckpoint=0; PRAGMA journal_size_limit=67108864");
  // Erased personal fields must not live on in free pages; Debian builds SQLite so, others do not.
  execute("PRAGMA secure_delete=ON");
  if (use == Use::reader) execute("PRAGMA query_only=ON");
  // Made ahead: it must be at hand when there is no memory to make it.
  sqlite3_stmt* rollback = nullptr;
  const int made = sqlite3_prepare_v3(db_.get(), "ROLLBACK", -1, SQLITE_PREPARE_PERSISTENT, &rollback, nullptr);
  rollback_.reset(rollback);
  if (made != SQLITE_OK) fail(made);
  // The log is written by commits alone, each of which syncs; see gathering_vfs.h.
  if (gathers) execute("PRAGMA cache_spill=OFF");
  if (use == Use::writer) {
    place_ = std::make_unique<StorePlace>(sqlite3_db_filename(db_.get(), "main"));
    sqlite3_commit_hook(
        db_.get(), [](void* place) { return static_cast<StorePlace*>(place)->holds() ? 0 : 1; }, place_.get());
  }
}

SqliteConnection::~SqliteConnection() { statements_.clear(); }

Statement SqliteConnection::prepare(std::string_view sql) {
  auto& kept = statements_[sql];
  if (!kept) kept = std::make_unique<PreparedStatement>(*this, sql);
  if (!kept->take()) throw Error(Code::internalError, "a statement was used inside itself; please report this");
  return Statement(kept.get());
}

void SqliteConnection::inSavepoint(const std::function<void()>& body) {
  prepare("SAVEPOINT request").run();
  try {
    body();
  } catch (...) {
    if (inTransaction()) undoSavepoint();
    throw;
  }
  prepare("RELEASE request").run();
}

// What cannot be undone alone is undone with all that stands before it.
void SqliteConnection::undoSavepoint() noexcept {
  const int rc = sqlite3_exec(handle(), "ROLLBACK TO request; RELEASE request", nullptr, nullptr, nullptr);
  if (rc != SQLITE_OK) rollback();
}

void SqliteConnection::execute(const char* sql) {
  const int rc = sqlite3_exec(db_.get(), sql, nullptr, nullptr, nullptr);
  if (rc != SQLITE_OK) fail(rc);
}

std::int64_t SqliteConnection::pragma(const char* sql) {
  Statement statement = prepare(sql);
  return statement.step() ? statement.integer(0) : 0;
}

bool SqliteConnection::inTransaction() const noexcept { return sqlite3_get_autocommit(db_.get()) == 0; }

void SqliteConnection::rollback() noexcept {
  if (!inTransaction()) return;
  sqlite3_step(rollback_.get());
  sqlite3_reset(rollback_.get());
}

void SqliteConnection::fail(int rc) const { throw errorOf(rc); }

}  // namespace stead::sqlite
