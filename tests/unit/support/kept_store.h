// A store that is closed, copied, damaged and opened again, each time with the secrets and options the test chooses.
#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <memory>
#include <string>

#include "audit/audit_verbs.h"
#include "people/people_verbs.h"
#include "test_store.h"

namespace stead::test {

class KeptStore {
 public:
  static Bytes secret(std::uint8_t fill) { return Bytes(32, fill); }
  static constexpr const char* adminEmail = "luthercooper@cubeflakes.com";

  [[nodiscard]] std::string path(std::string_view name = "stead.db") const { return folder_.file(name); }
  [[nodiscard]] std::unique_ptr<Engine> open(const Json& options = Json::object(), const Bytes& hostSecret = secret(1),
                                             const Bytes& previous = {}, std::string_view name = "stead.db") const {
    return std::make_unique<Engine>(readOptions(path(name), options.is_null() ? Json::object() : options), hostSecret,
                                    previous);
  }
  static Json makeAccount(Engine& engine) {
    return people::createAccount(
        engine, {{"name", "Cubeflakes"}, {"admin", {{"name", "Luther Cooper"}, {"email", adminEmail}}}});
  }
  // Runs SQL on a closed store, as somebody with the sqlite3 tool would.
  void raw(const std::string& sql, std::string_view name = "stead.db") const {
    sqlite3* db = nullptr;
    const bool ok = sqlite3_open(path(name).c_str(), &db) == SQLITE_OK &&
                    sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
    const std::string why = sqlite3_errmsg(db);
    sqlite3_close(db);
    if (!ok) throw std::runtime_error(why);
  }

 private:
  TempFolder folder_;
};

// Appends one entry to the trail of an account.
inline void appendStep(Engine& engine, AccountScope scope) {
  engine.write(scope, [](UnitOfWork& work) {
    audit::Entry entry;
    entry.operation = "test.step";
    entry.subjectType = "document";
    entry.subjectId = "d1";
    entry.personal = {{"email", std::string("david@cubeflakes.com")}};
    work.audit(entry);
  });
}

}  // namespace stead::test
