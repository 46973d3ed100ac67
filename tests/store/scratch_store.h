// A store in a folder of its own that goes away with it.
#pragma once

#include <sqlite3.h>
#include <stdlib.h>

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>

#include "storage/database.h"

namespace stead::test {

class ScratchStore {
 public:
  ScratchStore() {
    std::string pattern = (std::filesystem::temp_directory_path() / "stead-store-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make a folder");
    folder_ = pattern;
    database_ = openAgain();
  }
  ~ScratchStore() {
    database_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  ScratchStore(const ScratchStore&) = delete;
  ScratchStore& operator=(const ScratchStore&) = delete;

  [[nodiscard]] std::string path() const { return (folder_ / "store.db").string(); }
  [[nodiscard]] Database& database() { return *database_; }
  [[nodiscard]] std::unique_ptr<Database> openAgain() const { return openSqlite({.path = path()}); }
  void close() { database_.reset(); }

  // Runs SQL beside the engine, as somebody with the sqlite3 tool would.
  void raw(const std::string& sql) const {
    sqlite3* db = nullptr;
    char* why = nullptr;
    if (sqlite3_open(path().c_str(), &db) != SQLITE_OK ||
        sqlite3_exec(db, sql.c_str(), nullptr, nullptr, &why) != SQLITE_OK) {
      const std::string text = why == nullptr ? "cannot open" : why;
      sqlite3_free(why);
      sqlite3_close(db);
      throw std::runtime_error(text);
    }
    sqlite3_close(db);
  }

 private:
  std::filesystem::path folder_;
  std::unique_ptr<Database> database_;
};

}  // namespace stead::test
