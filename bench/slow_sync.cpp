#include "slow_sync.h"

#include <sqlite3.h>
#include <sys/prctl.h>

#include <mutex>
#include <stdexcept>
#include <thread>

namespace stead::bench {

std::atomic<std::chrono::microseconds> addedPerSync{std::chrono::microseconds{0}};

namespace {

sqlite3_vfs* systemVfs = nullptr;
sqlite3_vfs slowVfs{};

// The system has one set of methods for stores and one for all other files; each is copied, with another sync, when the
// first such file is opened.
struct Methods {
  std::once_flag copied;
  const sqlite3_io_methods* system = nullptr;
  sqlite3_io_methods slow{};
};
Methods ofStores;
Methods ofOthers;

template <Methods& methods>
int slowSync(sqlite3_file* file, int flags) {
  const auto added = addedPerSync.load();
  if (added.count() > 0) std::this_thread::sleep_for(added);
  return methods.system->xSync(file, flags);
}

template <Methods& methods>
void slowDown(sqlite3_file* file) {
  std::call_once(methods.copied, [&] {
    methods.system = file->pMethods;
    methods.slow = *file->pMethods;
    methods.slow.xSync = slowSync<methods>;
  });
  file->pMethods = &methods.slow;
}

int slowOpen(sqlite3_vfs* /*self*/, const char* path, sqlite3_file* file, int flags, int* outFlags) {
  const int rc = systemVfs->xOpen(systemVfs, path, file, flags, outFlags);
  if (rc != SQLITE_OK) return rc;
  if ((flags & SQLITE_OPEN_MAIN_DB) != 0) {
    slowDown<ofStores>(file);
  } else {
    slowDown<ofOthers>(file);
  }
  return rc;
}

}  // namespace

void installSlowSync() {
  // Else the kernel rounds a short sleep up by 50 microseconds.
  prctl(PR_SET_TIMERSLACK, 1UL, 0UL, 0UL, 0UL);
  systemVfs = sqlite3_vfs_find(nullptr);
  if (systemVfs == nullptr) throw std::runtime_error("SQLite has no access to files");
  slowVfs = *systemVfs;
  slowVfs.pNext = nullptr;
  slowVfs.zName = "stead-bench-slow-sync";
  slowVfs.xOpen = slowOpen;
  if (sqlite3_vfs_register(&slowVfs, 1) != SQLITE_OK) throw std::runtime_error("SQLite refused a VFS");
}

}  // namespace stead::bench
