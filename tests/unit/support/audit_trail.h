// A test store with one account whose trail the test writes, reads and damages.
#pragma once

#include <sqlite3.h>
#include <stdlib.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "people/people_verbs.h"
#include "people/user_store.h"
#include "storage/cross_account.h"

namespace stead::test {

class AuditTrail {
 public:
  static constexpr std::int64_t startMs = 1795000000000;

  AuditTrail() {
    std::string pattern = (std::filesystem::temp_directory_path() / "stead-audit-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make a folder");
    folder_ = pattern;
    const Json options = {{"testClockMs", startMs}, {"testIdSeed", 7}};
    engine_ = std::make_unique<Engine>(readOptions(path(), options), Bytes(32, 0x2A));
    const Json account = people::createAccount(
        *engine_, {{"name", "Cubeflakes"}, {"admin", {{"name", "Luther Cooper"}, {"email", lutherEmail}}}});
    accountId_ = account["id"];
    admin_ = people::openTrusted(*engine_, account["adminUserId"].get<std::string>());
  }
  ~AuditTrail() {
    engine_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  AuditTrail(const AuditTrail&) = delete;
  AuditTrail& operator=(const AuditTrail&) = delete;

  static constexpr const char* lutherEmail = "luthercooper@cubeflakes.com";

  [[nodiscard]] std::string path() const { return (folder_ / "store.db").string(); }
  [[nodiscard]] Engine& engine() { return *engine_; }
  [[nodiscard]] const std::string& accountId() const { return accountId_; }
  [[nodiscard]] const Session& admin() const { return admin_; }
  [[nodiscard]] AccountScope scope() const { return admin_.scope; }

  std::int64_t append(const audit::Entry& entry) {
    std::int64_t index = -1;
    engine_->write(scope(), [&](UnitOfWork& work) { index = work.audit(entry); });
    return index;
  }
  std::int64_t append(std::string_view operation, std::string_view email = {}) {
    audit::Entry entry;
    entry.actorKind = audit::ActorKind::host;
    entry.operation = operation;
    entry.subjectType = "user";
    entry.subjectId = admin_.userId;
    if (!email.empty()) entry.personal = {{"email", std::string(email)}, {"ip", std::string("192.0.2.7")}};
    return append(entry);
  }
  // The trail gets `size` entries in all, every third with personal fields.
  void fillTo(std::int64_t size) {
    engine_->write(scope(), [&](UnitOfWork& work) {
      for (bool more = true; more;) {
        audit::Entry entry;
        entry.actorKind = audit::ActorKind::system;
        entry.operation = "test.fill";
        entry.subjectType = "document";
        entry.subjectId = "filled";
        if (filled_++ % 3 == 0) entry.personal = {{"email", std::string("hankwhite@cubeflakes.com")}};
        more = work.audit(entry) + 1 < size;
      }
    });
  }

  // Runs SQL beside the engine, as somebody with the sqlite3 tool would.
  void raw(const std::string& sql) const {
    sqlite3* db = nullptr;
    char* why = nullptr;
    const bool ok = sqlite3_open(path().c_str(), &db) == SQLITE_OK && sqlite3_busy_timeout(db, 5000) == SQLITE_OK &&
                    sqlite3_exec(db, sql.c_str(), nullptr, nullptr, &why) == SQLITE_OK;
    const std::string text = why == nullptr ? "cannot open" : why;
    sqlite3_free(why);
    sqlite3_close(db);
    if (!ok) throw std::runtime_error(text);
  }
  // The same after the triggers that protect the trail were taken away.
  void tamper(const std::string& sql) const {
    raw("DROP TRIGGER IF EXISTS audit_entry_fixed; DROP TRIGGER IF EXISTS audit_entry_kept;"
        "DROP TRIGGER IF EXISTS audit_node_fixed; DROP TRIGGER IF EXISTS audit_node_kept;"
        "DROP TRIGGER IF EXISTS audit_personal_fixed; DROP TRIGGER IF EXISTS audit_personal_once;"
        "DROP TRIGGER IF EXISTS audit_head_grows; DROP TRIGGER IF EXISTS audit_head_kept;" +
        sql);
  }
  // One column of a query, read beside the engine.
  [[nodiscard]] std::vector<std::int64_t> integers(const std::string& sql) const {
    std::vector<std::int64_t> out;
    sqlite3* db = nullptr;
    sqlite3_stmt* rows = nullptr;
    sqlite3_open(path().c_str(), &db);
    sqlite3_prepare_v2(db, sql.c_str(), -1, &rows, nullptr);
    while (sqlite3_step(rows) == SQLITE_ROW) out.push_back(sqlite3_column_int64(rows, 0));
    sqlite3_finalize(rows);
    sqlite3_close(db);
    return out;
  }
  // One blob or text of the store.
  [[nodiscard]] std::string value(std::string_view sql) {
    std::string out;
    engine_->database().read([&](Connection& db) {
      auto row = db.prepare(sql);
      if (row.step()) out = std::string(textOf(row.bytes(0)));
    });
    return out;
  }

 private:
  std::filesystem::path folder_;
  std::unique_ptr<Engine> engine_;
  std::string accountId_;
  Session admin_;
  int filled_ = 0;
};

}  // namespace stead::test
