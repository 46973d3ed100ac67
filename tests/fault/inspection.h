// Looks at a store beside the engine, as somebody with the sqlite3 tool would.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>

namespace stead::fault {

// What callers were told is done; more may have happened.
struct Acknowledged {
  std::map<std::string, std::string> documents;  // id → status
  std::map<std::string, std::string> grants;     // id → "living" or "ended"
  std::int64_t updates = 0;                      // of identities
};

class Inspection {
 public:
  explicit Inspection(const std::string& store);

  // Moves with every commit of anybody else.
  [[nodiscard]] std::int64_t commits() const { return number("PRAGMA data_version"); }
  // Each throws std::runtime_error that names the first thing it finds.
  void requireSound() const;  // as a database
  void requireNothingHalfDone() const;
  void requireNothingLost(const Acknowledged& acknowledged) const;

 private:
  struct Close {
    void operator()(sqlite3* db) const noexcept { sqlite3_close(db); }
  };
  [[nodiscard]] std::string text(const std::string& sql, const std::string& parameter = {}) const;
  [[nodiscard]] std::int64_t number(const std::string& sql) const;

  std::unique_ptr<sqlite3, Close> db_;
};

}  // namespace stead::fault
