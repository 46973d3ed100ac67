#include "storage/sqlite/open_stores.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <mutex>
#include <vector>

#include "base/error.h"

namespace stead::sqlite {
namespace {

struct Entry {
  std::string path;
  pid_t process;
  dev_t device;
  ino_t inode;
};

struct Registry {
  std::mutex mutex;
  std::vector<Entry> entries;
};

Registry& registry() {
  static Registry instance;
  return instance;
}

[[noreturn]] void refuseForked() {
  throw Error(Code::forkedProcess,
              "this store is open in the parent process; close the engine before fork and open it after");
}

}  // namespace

OpenStore::OpenStore(const std::string& path) : process_(getpid()) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) {
    // The file must exist to have an identity; the store is made with owner-only access. An existing file is
    // never opened here: closing any descriptor of it would drop the locks of an engine of this process.
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd >= 0) ::close(fd);
    if (::stat(path.c_str(), &info) != 0) {
      throw Error(Code::storeFailed, "the store cannot be opened; check the path, the folder and the permissions");
    }
  }
  // SQLite would open it for reading and leave a log beside it that nobody may write either.
  if (::faccessat(AT_FDCWD, path.c_str(), R_OK | W_OK, AT_EACCESS) != 0) {
    throw Error(Code::storeFailed, "the store or its folder cannot be written; check the permissions");
  }
  device_ = info.st_dev;
  inode_ = info.st_ino;
  Registry& all = registry();
  const std::lock_guard lock(all.mutex);
  for (const Entry& entry : all.entries) {
    if (entry.device == device_ && entry.inode == inode_ && entry.process != process_) refuseForked();
  }
  all.entries.push_back({path, process_, device_, inode_});
}

OpenStore::~OpenStore() {
  Registry& all = registry();
  const std::lock_guard lock(all.mutex);
  const auto mine = std::find_if(all.entries.begin(), all.entries.end(), [this](const Entry& entry) {
    return entry.process == process_ && entry.device == device_ && entry.inode == inode_;
  });
  if (mine != all.entries.end()) all.entries.erase(mine);
}

void OpenStore::requireInPlace(const std::string& path) {
  struct stat info {};
  const bool found = ::stat(path.c_str(), &info) == 0;
  Registry& all = registry();
  const std::lock_guard lock(all.mutex);
  const bool holds = std::any_of(all.entries.begin(), all.entries.end(), [&](const Entry& entry) {
    return found && entry.path == path && entry.device == info.st_dev && entry.inode == info.st_ino;
  });
  if (!holds) {
    throw Error(Code::storeFailed,
                "the file of the store was moved or deleted while it was open; put it back, or close this engine and "
                "open the store where it is");
  }
}

bool OpenStore::inSameProcess() const noexcept { return getpid() == process_; }

void OpenStore::requireSameProcess() const {
  if (!inSameProcess()) refuseForked();
}

}  // namespace stead::sqlite
