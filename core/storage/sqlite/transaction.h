// BEGIN … COMMIT; undone unless committed.
#pragma once

#include <cstdint>

#include "storage/sqlite/gathering_vfs.h"
#include "storage/sqlite/sqlite_connection.h"

namespace stead::sqlite {

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

}  // namespace stead::sqlite
