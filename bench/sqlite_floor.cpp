#include "sqlite_floor.h"

#include <stdexcept>

namespace stead::bench {

void failed(const Db& db) { throw std::runtime_error(std::string("SQLite: ") + sqlite3_errmsg(db.get())); }

Db openDb(const std::string& path) {
  sqlite3* raw = nullptr;
  const int rc =
      sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
  Db db(raw);
  if (rc != SQLITE_OK) throw std::runtime_error("cannot open " + path);
  return db;
}

void execute(const Db& db, const std::string& sql) {
  if (sqlite3_exec(db.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    throw std::runtime_error(std::string(sqlite3_errmsg(db.get())) + " in " + sql);
  }
}

Prepared prepare(const Db& db, const std::string& sql) {
  sqlite3_stmt* raw = nullptr;
  if (sqlite3_prepare_v3(db.get(), sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &raw, nullptr) != SQLITE_OK) {
    throw std::runtime_error(std::string(sqlite3_errmsg(db.get())) + " in " + sql);
  }
  return Prepared(raw);
}

void put(const Prepared& statement, int index, std::int64_t value) {
  sqlite3_bind_int64(statement.get(), index, value);
}

void put(const Prepared& statement, int index, std::string_view value) {
  sqlite3_bind_text(statement.get(), index, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
}

void run(const Db& db, const Prepared& statement) {
  eachRow(db, statement, [](sqlite3_stmt* /*row*/) {});
}

}  // namespace stead::bench
