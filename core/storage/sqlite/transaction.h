// BEGIN … COMMIT; undone unless committed.
#pragma once

#include <cstdint>

#include "storage/sqlite/gathering_vfs.h"
#include "storage/sqlite/sqlite_connection.h"

namespace stead::sqlite {

class Transaction {
 public:
  explicit Transaction(SqliteConnection& connection, const char* begin) : connection_(connection) {
    connection_.rollback();  // what could not be undone when it ended
    connection_.prepare(begin).run();
  }
  ~Transaction() {
    if (committed_) return;
    dropGathered(connection_.handle());
    connection_.rollback();
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
