// sqlite3_step() of this program stands before the library's own.
#include "sqlite_work.h"

#include <dlfcn.h>
#include <sqlite3.h>

#include <atomic>
#include <mutex>
#include <utility>

namespace {

std::mutex guard;
std::atomic<bool> counting{false};
stead_test::SqliteWork counted;

using Step = int (*)(sqlite3_stmt*);

Step realStep() {
  static const auto found = reinterpret_cast<Step>(dlsym(RTLD_NEXT, "sqlite3_step"));
  return found;
}

}  // namespace

extern "C" __attribute__((visibility("default"))) int sqlite3_step(sqlite3_stmt* statement) {
  if (!counting) return realStep()(statement);
  const int before = sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 0);
  const int rc = realStep()(statement);
  const int after = sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 0);
  const std::lock_guard lock(guard);
  const char* sql = sqlite3_sql(statement);
  counted.statements.push_back(std::string(sql == nullptr ? "" : sql) + (rc == SQLITE_ROW ? " → row" : " → done"));
  counted.machineSteps += after - before;
  return rc;
}

namespace stead_test {

void beginCounting() {
  const std::lock_guard lock(guard);
  counted = {};
  counting = true;
}

SqliteWork endCounting() {
  counting = false;
  const std::lock_guard lock(guard);
  return std::exchange(counted, {});
}

}  // namespace stead_test
