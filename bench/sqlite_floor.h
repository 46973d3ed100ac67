// SQLite as a plain program uses it: what all floors are made of.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace stead::bench {

struct FreeSqlite {
  void operator()(sqlite3* db) const noexcept { sqlite3_close_v2(db); }
  void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
  void operator()(sqlite3_value* value) const noexcept { sqlite3_value_free(value); }
};
using Db = std::unique_ptr<sqlite3, FreeSqlite>;
using Prepared = std::unique_ptr<sqlite3_stmt, FreeSqlite>;
using Value = std::unique_ptr<sqlite3_value, FreeSqlite>;

[[nodiscard]] Db openDb(const std::string& path);
void execute(const Db& db, const std::string& sql);
[[nodiscard]] Prepared prepare(const Db& db, const std::string& sql);

void put(const Prepared& statement, int index, std::int64_t value);
void put(const Prepared& statement, int index, std::string_view value);  // must live until the statement is reset

// Steps to the end, calls `row` for each row, resets.
template <class Row>
void eachRow(const Db& db, const Prepared& statement, Row row);
// One statement without rows.
void run(const Db& db, const Prepared& statement);
[[noreturn]] void failed(const Db& db);

template <class Row>
void eachRow(const Db& db, const Prepared& statement, Row row) {
  int rc = sqlite3_step(statement.get());
  for (; rc == SQLITE_ROW; rc = sqlite3_step(statement.get())) row(statement.get());
  if (rc != SQLITE_DONE) failed(db);
  sqlite3_reset(statement.get());
}

}  // namespace stead::bench
