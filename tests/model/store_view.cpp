#include "store_view.h"

#include <sqlite3.h>

#include <stdexcept>

namespace model {

void StoreView::Close::operator()(sqlite3* db) const noexcept { sqlite3_close(db); }

StoreView::StoreView(const std::string& path) {
  sqlite3* db = nullptr;
  const int rc = sqlite3_open_v2(path.c_str(), &db, SQLITE_OPEN_READONLY, nullptr);
  db_.reset(db);
  if (rc != SQLITE_OK) throw std::runtime_error("cannot look into " + path);
  sqlite3_busy_timeout(db, 10000);
}

std::vector<Row> StoreView::rows(const std::string& sql) const {
  sqlite3_stmt* made = nullptr;
  if (sqlite3_prepare_v2(db_.get(), sql.c_str(), -1, &made, nullptr) != SQLITE_OK) {
    throw std::runtime_error(std::string(sqlite3_errmsg(db_.get())) + ": " + sql);
  }
  const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement(made, &sqlite3_finalize);
  std::vector<Row> found;
  int rc = SQLITE_ROW;
  while ((rc = sqlite3_step(made)) == SQLITE_ROW) {
    Row& row = found.emplace_back();
    for (int i = 0; i < sqlite3_column_count(made); ++i) {
      const auto* text = static_cast<const char*>(sqlite3_column_blob(made, i));
      const auto size = static_cast<std::size_t>(sqlite3_column_bytes(made, i));
      const bool null = sqlite3_column_type(made, i) == SQLITE_NULL;
      row.push_back(null ? "-" : std::string(text == nullptr ? "" : text, size));
    }
  }
  if (rc != SQLITE_DONE) throw std::runtime_error(std::string(sqlite3_errmsg(db_.get())) + ": " + sql);
  return found;
}

std::int64_t StoreView::number(const std::string& sql) const { return std::stoll(rows(sql).at(0).at(0)); }

}  // namespace model
