#include "storage/sqlite/gathering_vfs.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <string>
#include <vector>

#include "base/error.h"

namespace stead::sqlite {
namespace {

// More is written in pieces of this size. SQLite's own files take no write of 128 KiB or more.
constexpr std::size_t gatheredMax = std::size_t{124} * 1024;

// One stretch of the log that was written by SQLite, but not yet to the file.
struct Gathered {
  std::vector<char> bytes;
  sqlite3_int64 at = 0;
};

// What SQLite sees as the log; the file of the system's VFS stands behind it in the same memory.
struct LogFile {
  sqlite3_file base;
  Gathered* gathered;
};
static_assert(sizeof(LogFile) % alignof(std::max_align_t) == 0);

LogFile& logOf(sqlite3_file* file) noexcept { return *reinterpret_cast<LogFile*>(file); }
sqlite3_file* realOf(sqlite3_file* file) noexcept {
  return reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + sizeof(LogFile));
}

int flush(sqlite3_file* file) noexcept {
  Gathered& gathered = *logOf(file).gathered;
  if (gathered.bytes.empty()) return SQLITE_OK;
  sqlite3_file* real = realOf(file);
  const int rc =
      real->pMethods->xWrite(real, gathered.bytes.data(), static_cast<int>(gathered.bytes.size()), gathered.at);
  // Also after an error: the transaction fails with it, and the next one writes its own.
  gathered.bytes.clear();
  return rc;
}

int write(sqlite3_file* file, const void* data, int size, sqlite3_int64 at) noexcept {
  Gathered& gathered = *logOf(file).gathered;
  const auto more = static_cast<std::size_t>(size);
  const auto end = gathered.at + static_cast<sqlite3_int64>(gathered.bytes.size());
  const bool follows = !gathered.bytes.empty() && at == end && gathered.bytes.size() + more <= gatheredMax;
  if (!follows) {
    if (const int rc = flush(file); rc != SQLITE_OK) return rc;
    if (more > gatheredMax) return realOf(file)->pMethods->xWrite(realOf(file), data, size, at);
    gathered.at = at;
  }
  // Within the capacity that was reserved, so nothing is thrown.
  const char* bytes = static_cast<const char*>(data);
  gathered.bytes.insert(gathered.bytes.end(), bytes, bytes + more);
  return SQLITE_OK;
}

int close(sqlite3_file* file) noexcept {
  const std::unique_ptr<Gathered> gathered(logOf(file).gathered);
  logOf(file).gathered = nullptr;
  sqlite3_file* real = realOf(file);
  return real->pMethods->xClose(real);
}

int read(sqlite3_file* file, void* data, int size, sqlite3_int64 at) noexcept {
  if (const int rc = flush(file); rc != SQLITE_OK) return rc;
  return realOf(file)->pMethods->xRead(realOf(file), data, size, at);
}

int truncate(sqlite3_file* file, sqlite3_int64 size) noexcept {
  if (const int rc = flush(file); rc != SQLITE_OK) return rc;
  return realOf(file)->pMethods->xTruncate(realOf(file), size);
}

int sync(sqlite3_file* file, int flags) noexcept {
  if (const int rc = flush(file); rc != SQLITE_OK) return rc;
  return realOf(file)->pMethods->xSync(realOf(file), flags);
}

int fileSize(sqlite3_file* file, sqlite3_int64* size) noexcept {
  if (const int rc = flush(file); rc != SQLITE_OK) return rc;
  return realOf(file)->pMethods->xFileSize(realOf(file), size);
}

int lock(sqlite3_file* file, int level) noexcept { return realOf(file)->pMethods->xLock(realOf(file), level); }
int unlock(sqlite3_file* file, int level) noexcept { return realOf(file)->pMethods->xUnlock(realOf(file), level); }
int checkReservedLock(sqlite3_file* file, int* reserved) noexcept {
  return realOf(file)->pMethods->xCheckReservedLock(realOf(file), reserved);
}
int fileControl(sqlite3_file* file, int operation, void* argument) noexcept {
  return realOf(file)->pMethods->xFileControl(realOf(file), operation, argument);
}
int sectorSize(sqlite3_file* file) noexcept { return realOf(file)->pMethods->xSectorSize(realOf(file)); }
int deviceCharacteristics(sqlite3_file* file) noexcept {
  return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file));
}

// Version 1: a log is neither mapped nor shared memory.
const sqlite3_io_methods logMethods = {1,
                                       close,
                                       read,
                                       write,
                                       truncate,
                                       sync,
                                       fileSize,
                                       lock,
                                       unlock,
                                       checkReservedLock,
                                       fileControl,
                                       sectorSize,
                                       deviceCharacteristics,
                                       nullptr,
                                       nullptr,
                                       nullptr,
                                       nullptr,
                                       nullptr,
                                       nullptr};

// The system's VFS with another way to open logs.
class GatheringVfs {
 public:
  GatheringVfs() : system_(sqlite3_vfs_find(nullptr)), own_(system_ == nullptr ? sqlite3_vfs{} : *system_) {
    if (system_ == nullptr) throw Error(Code::internalError, "SQLite has no access to files; please report this");
    own_.pNext = nullptr;
    own_.zName = name_.c_str();
    own_.szOsFile = static_cast<int>(sizeof(LogFile)) + system_->szOsFile;
    own_.xOpen = &GatheringVfs::open;
    if (sqlite3_vfs_register(&own_, 0) != SQLITE_OK) {
      throw Error(Code::internalError, "SQLite refused a way to open files; please report this");
    }
  }
  // The library may be unloaded before SQLite is.
  ~GatheringVfs() { sqlite3_vfs_unregister(&own_); }
  GatheringVfs(const GatheringVfs&) = delete;
  GatheringVfs& operator=(const GatheringVfs&) = delete;

  [[nodiscard]] const char* name() const noexcept { return name_.c_str(); }
  static GatheringVfs& instance() {
    static GatheringVfs vfs;
    return vfs;
  }

 private:
  static int open(sqlite3_vfs* /*self*/, const char* path, sqlite3_file* file, int flags, int* outFlags) noexcept {
    sqlite3_vfs* system = instance().system_;
    if ((flags & SQLITE_OPEN_WAL) == 0) return system->xOpen(system, path, file, flags, outFlags);
    file->pMethods = nullptr;
    auto gathered = makeGathered();
    if (!gathered) return SQLITE_NOMEM;
    const int rc = system->xOpen(system, path, realOf(file), flags, outFlags);
    if (rc != SQLITE_OK) return rc;
    logOf(file).gathered = gathered.release();
    file->pMethods = &logMethods;
    return SQLITE_OK;
  }

  static std::unique_ptr<Gathered> makeGathered() noexcept {
    try {
      auto gathered = std::make_unique<Gathered>();
      gathered->bytes.reserve(gatheredMax);
      return gathered;
    } catch (const std::bad_alloc&) {
      return nullptr;
    }
  }

  // Two copies of this library in one process must not open each other's files.
  const std::string name_ = "stead-gathering-" + std::to_string(reinterpret_cast<std::uintptr_t>(this));
  sqlite3_vfs* system_;
  sqlite3_vfs own_;
};

}  // namespace

const char* gatheringVfs() { return GatheringVfs::instance().name(); }

void dropGathered(sqlite3* db) noexcept {
  sqlite3_file* log = nullptr;
  if (sqlite3_file_control(db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log) != SQLITE_OK) return;
  if (log != nullptr && log->pMethods == &logMethods) logOf(log).gathered->bytes.clear();
}

}  // namespace stead::sqlite
