#include "faulty_vfs.h"

#include <signal.h>
#include <unistd.h>

#include <cstddef>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>

namespace stead::fault {

const char* nameOf(Call call) noexcept {
  switch (call) {
    case Call::open:
      return "open";
    case Call::read:
      return "read";
    case Call::write:
      return "write";
    case Call::sync:
      return "sync";
    case Call::truncate:
      return "truncate";
    case Call::size:
      return "size";
    case Call::access:
      return "access";
    case Call::remove:
      return "remove";
    case Call::lock:
      return "lock";
    case Call::shmMap:
      return "shmMap";
    case Call::shmLock:
      return "shmLock";
  }
  return "?";
}

int failureOf(Call call) noexcept {
  switch (call) {
    case Call::open:
      return SQLITE_CANTOPEN;
    case Call::read:
      return SQLITE_IOERR_READ;
    case Call::write:
      return SQLITE_IOERR_WRITE;
    case Call::sync:
      return SQLITE_IOERR_FSYNC;
    case Call::truncate:
      return SQLITE_IOERR_TRUNCATE;
    case Call::size:
      return SQLITE_IOERR_FSTAT;
    case Call::access:
      return SQLITE_IOERR_ACCESS;
    case Call::remove:
      return SQLITE_IOERR_DELETE;
    case Call::lock:
      return SQLITE_IOERR_LOCK;
    case Call::shmMap:
      return SQLITE_IOERR_SHMMAP;
    case Call::shmLock:
      return SQLITE_IOERR_SHMLOCK;
  }
  return SQLITE_IOERR;
}

// What SQLite sees as a file; that of the system's VFS stands behind it in the same memory.
struct FaultyVfs::File {
  sqlite3_file base;
  SimulatedDisk::Handle* onDisk;  // null when no disk is attached
};

struct FaultyVfs::Methods {
  static FaultyVfs& vfs() noexcept { return install(); }
  static File& own(sqlite3_file* file) noexcept { return *reinterpret_cast<File*>(file); }
  static sqlite3_file* real(sqlite3_file* file) noexcept {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + sizeof(File));
  }
  static SimulatedDisk* diskOf(sqlite3_file* file) noexcept {
    return own(file).onDisk == nullptr ? nullptr : vfs().disk_.load();
  }

  static int close(sqlite3_file* file) noexcept {
    const std::unique_ptr<SimulatedDisk::Handle> handle(std::exchange(own(file).onDisk, nullptr));
    return real(file)->pMethods->xClose(real(file));
  }
  static int read(sqlite3_file* file, void* data, int size, sqlite3_int64 at) noexcept {
    if (const int rc = vfs().failureNow(Call::read); rc != SQLITE_OK) return rc;
    return real(file)->pMethods->xRead(real(file), data, size, at);
  }
  static int write(sqlite3_file* file, const void* data, int size, sqlite3_int64 at) noexcept {
    if (const int rc = vfs().failureNow(Call::write); rc != SQLITE_OK) return rc;
    if (SimulatedDisk* disk = diskOf(file)) {
      const std::span bytes(static_cast<const std::uint8_t*>(data), static_cast<std::size_t>(size));
      if (!disk->write(**own(file).onDisk, bytes, at)) return SQLITE_IOERR_WRITE;
    }
    return real(file)->pMethods->xWrite(real(file), data, size, at);
  }
  static int truncate(sqlite3_file* file, sqlite3_int64 size) noexcept {
    if (const int rc = vfs().failureNow(Call::truncate); rc != SQLITE_OK) return rc;
    SimulatedDisk* disk = diskOf(file);
    if (disk != nullptr && !disk->truncate(**own(file).onDisk, size)) return SQLITE_IOERR_TRUNCATE;
    return real(file)->pMethods->xTruncate(real(file), size);
  }
  static int sync(sqlite3_file* file, int flags) noexcept {
    if (const int rc = vfs().failureNow(Call::sync); rc != SQLITE_OK) return rc;
    if (const auto delay = vfs().syncDelay_.load(); delay > 0) {
      std::this_thread::sleep_for(std::chrono::microseconds(delay));
    }
    if (vfs().dropsSyncs_) return SQLITE_OK;
    SimulatedDisk* disk = diskOf(file);
    if (disk != nullptr && !disk->sync(**own(file).onDisk)) return SQLITE_IOERR_FSYNC;
    return vfs().skipsRealSyncs_ ? SQLITE_OK : real(file)->pMethods->xSync(real(file), flags);
  }
  static int size(sqlite3_file* file, sqlite3_int64* size) noexcept {
    if (const int rc = vfs().failureNow(Call::size); rc != SQLITE_OK) return rc;
    return real(file)->pMethods->xFileSize(real(file), size);
  }
  static int lock(sqlite3_file* file, int level) noexcept {
    if (const int rc = vfs().failureNow(Call::lock); rc != SQLITE_OK) return rc;
    return real(file)->pMethods->xLock(real(file), level);
  }
  static int unlock(sqlite3_file* file, int level) noexcept { return real(file)->pMethods->xUnlock(real(file), level); }
  static int checkReservedLock(sqlite3_file* file, int* reserved) noexcept {
    return real(file)->pMethods->xCheckReservedLock(real(file), reserved);
  }
  static int fileControl(sqlite3_file* file, int operation, void* argument) noexcept {
    return real(file)->pMethods->xFileControl(real(file), operation, argument);
  }
  static int sectorSize(sqlite3_file* file) noexcept { return real(file)->pMethods->xSectorSize(real(file)); }
  static int deviceCharacteristics(sqlite3_file* file) noexcept {
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
  }
  static int shmMap(sqlite3_file* file, int region, int size, int extend, void volatile** place) noexcept {
    if (const int rc = vfs().failureNow(Call::shmMap); rc != SQLITE_OK) return rc;
    return real(file)->pMethods->xShmMap(real(file), region, size, extend, place);
  }
  static int shmLock(sqlite3_file* file, int offset, int count, int flags) noexcept {
    // Giving a lock back is not asked for an answer.
    if ((flags & SQLITE_SHM_LOCK) != 0) {
      if (const int rc = vfs().failureNow(Call::shmLock); rc != SQLITE_OK) return rc;
    }
    return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
  }
  static void shmBarrier(sqlite3_file* file) noexcept { real(file)->pMethods->xShmBarrier(real(file)); }
  static int shmUnmap(sqlite3_file* file, int removes) noexcept {
    return real(file)->pMethods->xShmUnmap(real(file), removes);
  }

  // Version 2: shared memory, but no mapped reads, which no call would show.
  static constexpr sqlite3_io_methods table = {2,
                                               close,
                                               read,
                                               write,
                                               truncate,
                                               sync,
                                               size,
                                               lock,
                                               unlock,
                                               checkReservedLock,
                                               fileControl,
                                               sectorSize,
                                               deviceCharacteristics,
                                               shmMap,
                                               shmLock,
                                               shmBarrier,
                                               shmUnmap,
                                               nullptr,
                                               nullptr};
};

FaultyVfs& FaultyVfs::install() {
  static FaultyVfs vfs;
  return vfs;
}

FaultyVfs::FaultyVfs() : system_(sqlite3_vfs_find(nullptr)), own_(*system_) {
  static_assert(sizeof(File) % alignof(std::max_align_t) == 0);
  own_.pNext = nullptr;
  own_.zName = "stead-faulty";
  own_.szOsFile = static_cast<int>(sizeof(File)) + system_->szOsFile;
  own_.xOpen = &FaultyVfs::open;
  own_.xDelete = &FaultyVfs::remove;
  own_.xAccess = &FaultyVfs::access;
  if (sqlite3_vfs_register(&own_, 1) != SQLITE_OK) throw std::runtime_error("SQLite refused the faulty VFS");
}

void FaultyVfs::arm(const Fault& fault) noexcept {
  armed_ = false;
  fault_ = fault;
  callsSeen_ = 0;
  armed_ = true;
}

bool FaultyVfs::disarm() noexcept {
  armed_ = false;
  return callsSeen_ >= fault_.at;
}

int FaultyVfs::failureNow(Call call) noexcept {
  if (callsUntilKill_ > 0 && --callsUntilKill_ == 0) ::kill(::getpid(), SIGKILL);
  if (armed_ && fault_.call == call) {
    const std::int64_t seen = ++callsSeen_;
    const bool again = (fault_.lasting && seen > fault_.at) || (fault_.repeated && seen % fault_.at == 0);
    if (seen == fault_.at || again) return fault_.answer;
  }
  const SimulatedDisk* disk = disk_;
  return disk != nullptr && disk->isCut() ? failureOf(call) : SQLITE_OK;
}

int FaultyVfs::open(sqlite3_vfs* /*self*/, const char* path, sqlite3_file* file, int flags, int* outFlags) noexcept {
  FaultyVfs& vfs = install();
  file->pMethods = nullptr;
  if (const int rc = vfs.failureNow(Call::open); rc != SQLITE_OK) return rc;
  sqlite3_file* real = Methods::real(file);
  const int rc = vfs.system_->xOpen(vfs.system_, path, real, flags, outFlags);
  if (rc != SQLITE_OK) return rc;
  Methods::own(file).onDisk = nullptr;
  file->pMethods = &Methods::table;
  SimulatedDisk* disk = vfs.disk_;
  if (disk == nullptr || path == nullptr) return SQLITE_OK;

  auto handle = std::make_unique<SimulatedDisk::Handle>(disk->find(path));
  if (!*handle) {
    sqlite3_int64 size = 0;
    (void)real->pMethods->xFileSize(real, &size);
    SimulatedDisk::Bytes content(static_cast<std::size_t>(size));
    if (size > 0) (void)real->pMethods->xRead(real, content.data(), static_cast<int>(size), 0);
    // What is empty was made just now, by the engine or by this call.
    *handle = disk->add(path, std::move(content), size == 0);
    (*handle)->nameNeedsSync = size == 0 && (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) != 0;
  }
  Methods::own(file).onDisk = handle.release();
  return SQLITE_OK;
}

int FaultyVfs::remove(sqlite3_vfs* /*self*/, const char* path, int syncDirectory) noexcept {
  FaultyVfs& vfs = install();
  if (const int rc = vfs.failureNow(Call::remove); rc != SQLITE_OK) return rc;
  SimulatedDisk* disk = vfs.disk_;
  if (disk != nullptr && !disk->remove(path, syncDirectory != 0 && !vfs.dropsSyncs_)) return SQLITE_IOERR_DELETE;
  return vfs.system_->xDelete(vfs.system_, path, vfs.skipsRealSyncs_ ? 0 : syncDirectory);
}

int FaultyVfs::access(sqlite3_vfs* /*self*/, const char* path, int flags, int* answer) noexcept {
  FaultyVfs& vfs = install();
  if (const int rc = vfs.failureNow(Call::access); rc != SQLITE_OK) return rc;
  return vfs.system_->xAccess(vfs.system_, path, flags, answer);
}

}  // namespace stead::fault
