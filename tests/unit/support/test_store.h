// A real engine on a test store in a folder of its own, and what tests ask about it.
#pragma once

#include <stdlib.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "engine/engine.h"

namespace stead::test {

inline constexpr std::int64_t startMs = 1'700'000'000'000;

class TempFolder {
 public:
  TempFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "stead-test-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = pattern;
  }
  ~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  [[nodiscard]] std::string file(std::string_view name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

class TestStore {
 public:
  explicit TestStore(Json options = Json::object()) {
    options["testClockMs"] = startMs;
    options["testIdSeed"] = 1;
    options["durability"] = "normal";
    engine_ = std::make_unique<Engine>(readOptions(folder_.file("stead.db"), options), ByteView{});
  }

  [[nodiscard]] Engine& engine() noexcept { return *engine_; }
  [[nodiscard]] std::int64_t now() const noexcept { return engine_->clockMs(); }
  void advance(std::int64_t ms) { engine_->setTestClock(engine_->clockMs() + ms); }

  // Rows of a query as texts; NULL as "NULL". `sql` must be a literal.
  template <class... Values>
  std::vector<std::vector<std::string>> rows(int columns, std::string_view sql, const Values&... values) {
    std::vector<std::vector<std::string>> out;
    engine_->database().read([&](Connection& db) {
      auto found = db.query(sql, values...);
      while (found.step()) {
        auto& row = out.emplace_back();
        for (int i = 0; i < columns; ++i) row.push_back(found.isNull(i) ? "NULL" : found.text(i));
      }
    });
    return out;
  }
  template <class... Values>
  std::int64_t number(std::string_view sql, const Values&... values) {
    std::int64_t out = 0;
    engine_->database().read([&](Connection& db) {
      auto found = db.query(sql, values...);
      if (found.step()) out = found.integer(0);
    });
    return out;
  }

  // The entries of an account's trail from `from` on.
  std::vector<Json> entries(AccountScope scope, std::int64_t from = 0) {
    std::vector<Json> out;
    engine_->database().read([&](Connection& db) {
      auto found = db.query("SELECT bytes FROM audit_entry WHERE account_id = $1 AND idx >= $2 ORDER BY idx",
                            scope.account, from);
      while (found.step()) out.push_back(Json::parse(textOf(found.bytes(0))));
    });
    return out;
  }
  std::int64_t entryCount(AccountScope scope) {
    return number("SELECT count(*) FROM audit_entry WHERE account_id = $1", scope.account);
  }

 private:
  TempFolder folder_;
  std::unique_ptr<Engine> engine_;
};

// The error `act` throws; fails the test when it throws none.
inline Error errorOf(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    return error;
  }
  FAIL("nothing was refused");
  return {Code::internalError, ""};
}
// The code of that error, by name, so that a failing test can be read.
inline std::string codeOf(const std::function<void()>& act) { return codeName(errorOf(act).code()); }

// The field paths of a refused record.
inline std::vector<std::string> fieldsOf(const std::function<void()>& act) {
  std::vector<std::string> out;
  const Error error = errorOf(act);
  for (const FieldError& field : error.fields()) out.push_back(field.field);
  return out;
}

}  // namespace stead::test
