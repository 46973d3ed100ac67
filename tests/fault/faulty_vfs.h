// The file system of the tests: SQLite's default VFS with faults in it. Whatever opens a store after install() goes
// through it, the engine included. It needs SQLite alone.
#pragma once

#include <sqlite3.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>

#include "simulated_disk.h"

namespace stead::fault {

// What SQLite asks of a file system, as far as it can fail.
enum class Call { open, read, write, sync, truncate, size, access, remove, lock, shmMap, shmLock };
inline constexpr std::array allCalls{Call::open,   Call::read,   Call::write, Call::sync,   Call::truncate, Call::size,
                                     Call::access, Call::remove, Call::lock,  Call::shmMap, Call::shmLock};
[[nodiscard]] const char* nameOf(Call call) noexcept;
// What the system's VFS answers when that call fails.
[[nodiscard]] int failureOf(Call call) noexcept;

struct Fault {
  Call call = Call::write;
  std::int64_t at = 1;  // which call of this kind from now on, the first is 1
  int answer = SQLITE_IOERR;
  bool lasting = false;   // and every one after it
  bool repeated = false;  // and each at-th after it
};

class FaultyVfs {
 public:
  // Registered once, for the rest of the process: the engine keeps what it found.
  static FaultyVfs& install();

  FaultyVfs(const FaultyVfs&) = delete;
  FaultyVfs& operator=(const FaultyVfs&) = delete;

  void arm(const Fault& fault) noexcept;
  // True when the fault has come to pass.
  bool disarm() noexcept;
  // SIGKILL for this process at that call of any kind, the first is 1.
  void killAt(std::int64_t call) noexcept { callsUntilKill_ = call; }
  // Every sync takes this much longer.
  void slowSyncs(std::chrono::microseconds by) noexcept { syncDelay_ = by.count(); }
  // Syncs answer at once and do nothing; a disk that is attached still counts them.
  void skipRealSyncs(bool skip) noexcept { skipsRealSyncs_ = skip; }
  // Syncs claim success; a disk that is attached hears nothing of them.
  void dropSyncs(bool drop) noexcept { dropsSyncs_ = drop; }
  // Tells a disk all that happens, until another one or nullptr is attached. No file may be open meanwhile.
  void attach(SimulatedDisk* disk) noexcept { disk_ = disk; }

 private:
  FaultyVfs();

  struct File;
  struct Methods;
  friend struct Methods;

  static int open(sqlite3_vfs* self, const char* path, sqlite3_file* file, int flags, int* outFlags) noexcept;
  static int remove(sqlite3_vfs* self, const char* path, int syncDirectory) noexcept;
  static int access(sqlite3_vfs* self, const char* path, int flags, int* answer) noexcept;

  // SQLITE_OK, or what this call has to answer instead of doing anything.
  [[nodiscard]] int failureNow(Call call) noexcept;

  sqlite3_vfs* system_;
  sqlite3_vfs own_;
  std::atomic<SimulatedDisk*> disk_{nullptr};
  std::atomic<std::int64_t> syncDelay_{0};
  std::atomic<bool> skipsRealSyncs_{false};
  std::atomic<bool> dropsSyncs_{false};
  std::atomic<std::int64_t> callsUntilKill_{0};
  Fault fault_;  // written while armed_ is false
  std::atomic<bool> armed_{false};
  std::atomic<std::int64_t> callsSeen_{0};
};

}  // namespace stead::fault
