// The store as it lies on disk, read beside the engines through a connection of its own.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

struct sqlite3;

namespace model {

using Row = std::vector<std::string>;  // NULL is "-"

class StoreView {
 public:
  explicit StoreView(const std::string& path);
  [[nodiscard]] std::vector<Row> rows(const std::string& sql) const;
  [[nodiscard]] std::int64_t number(const std::string& sql) const;

 private:
  struct Close {
    void operator()(sqlite3* db) const noexcept;
  };
  std::unique_ptr<sqlite3, Close> db_;
};

}  // namespace model
