// One SQLite connection with its prepared statements, behind the Connection port.
#pragma once

#include <sqlite3.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>

#include "base/error.h"

#include "storage/database.h"
#include "storage/sqlite/store_place.h"

namespace stead::sqlite {

enum class Use { reader, writer, plain };

struct CloseConnection {
  void operator()(sqlite3* db) const noexcept { sqlite3_close_v2(db); }
};
struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
};

class SqliteConnection final : public Connection {
 public:
  SqliteConnection(const DatabaseOptions& options, Use use);
  ~SqliteConnection() override;

  Statement prepare(std::string_view sql) override;
  void inSavepoint(const std::function<void()>& body) override;

  // Runs statements that take no parameter and answer no row that matters.
  void execute(const char* sql);
  [[nodiscard]] std::int64_t pragma(const char* sql);
  // False once SQLite itself has ended the transaction (disk full, I/O error).
  [[nodiscard]] bool inTransaction() const noexcept;
  // Undoes the transaction, if there is one.
  void rollback() noexcept;
  [[nodiscard]] sqlite3* handle() const noexcept { return db_.get(); }
  // Turns the connection's last error into an Error; `rc` is the failing call's result.
  [[noreturn]] void fail(int rc) const;

 protected:
  // RETURNING would build a table of its own for each row.
  [[nodiscard]] std::int64_t lastInsertedRow() const override { return sqlite3_last_insert_rowid(db_.get()); }

 private:
  class PreparedStatement;

  void undoSavepoint() noexcept;

  // Statements are literals, so where one stands tells it from all others; hashing the text would cost as much as
  // binding its parameters.
  struct Place {
    std::size_t operator()(std::string_view sql) const noexcept { return std::hash<const char*>{}(sql.data()); }
    bool operator()(std::string_view a, std::string_view b) const noexcept {
      return a.data() == b.data() && a.size() == b.size();
    }
  };

  std::unique_ptr<StorePlace> place_;  // of a writer, which asks it before each commit
  std::unique_ptr<sqlite3, CloseConnection> db_;
  std::unique_ptr<sqlite3_stmt, FinalizeStatement> rollback_;
  std::unordered_map<std::string_view, std::unique_ptr<PreparedStatement>, Place, Place> statements_;
};

// What a failing result code means to the person who must act; without user data.
[[nodiscard]] Error errorOf(int rc);

}  // namespace stead::sqlite
