#include "storage/sqlite/backup.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

namespace stead::sqlite {
namespace {

[[noreturn]] void refuseExisting() {
  throw Error(Code::backupExists, "there is a file at the path of the backup already; choose another name");
}

[[noreturn]] void failFile() {
  if (errno == ENOSPC || errno == EDQUOT) {
    throw Error(Code::storeFull, "the disk of the backup is full; free some space and try again");
  }
  throw Error(Code::storeFailed, "the backup cannot be written; check its path, the folder and the permissions");
}

class Descriptor {
 public:
  Descriptor(const char* path, int flags) : fd_(::open(path, flags | O_CLOEXEC, 0600)) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] bool isOpen() const noexcept { return fd_ >= 0; }
  void sync() const {
    if (fd_ < 0 || ::fsync(fd_) != 0) failFile();
  }

 private:
  const int fd_;
};

// The file while it grows; taken away again unless it got its name.
class Draft {
 public:
  explicit Draft(const std::string& target) : target_(target), path_(target + ".part") {
    struct stat info {};
    if (::lstat(target_.c_str(), &info) == 0) refuseExisting();
    const Descriptor made(path_.c_str(), O_RDWR | O_CREAT | O_EXCL);
    if (made.isOpen()) return;
    if (errno != EEXIST) failFile();
    throw Error(Code::backupExists,
                "there is a .part file at the path of the backup: another backup is running, or one "
                "was cut off; then remove it");
  }
  ~Draft() { ::unlink(path_.c_str()); }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  [[nodiscard]] const std::string& path() const noexcept { return path_; }

  // On disk first, then under its name, then the name on disk. A link never replaces what has the name already. What
  // can fail for want of memory comes before: a backup that has its name is there.
  void giveName() {
    Descriptor(path_.c_str(), O_RDONLY).sync();
    const auto path = std::filesystem::path(target_).parent_path();
    const Descriptor folder(path.empty() ? "." : path.c_str(), O_RDONLY | O_DIRECTORY);
    if (::link(path_.c_str(), target_.c_str()) != 0) {
      if (errno == EEXIST) refuseExisting();
      failFile();
    }
    ::unlink(path_.c_str());
    folder.sync();
  }

 private:
  const std::string target_;
  const std::string path_;
};

// The pages go where no journal is needed: a copy that is cut off is thrown away.
std::unique_ptr<sqlite3, CloseConnection> openCopy(const std::string& path) {
  sqlite3* raw = nullptr;
  const int rc = sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  std::unique_ptr<sqlite3, CloseConnection> copy(raw);
  if (rc != SQLITE_OK) throw errorOf(rc);
  sqlite3_exec(raw, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF", nullptr, nullptr, nullptr);
  return copy;
}

void copyPages(sqlite3* source, const std::string& path) {
  const auto copy = openCopy(path);
  sqlite3_backup* backup = sqlite3_backup_init(copy.get(), "main", source, "main");
  if (backup == nullptr) throw errorOf(sqlite3_extended_errcode(copy.get()));
  const int stepped = sqlite3_backup_step(backup, -1);
  const int finished = sqlite3_backup_finish(backup);
  if (stepped != SQLITE_DONE) throw errorOf(stepped);
  if (finished != SQLITE_OK) throw errorOf(finished);
}

}  // namespace

std::int64_t copyStore(SqliteConnection& source, const std::string& path) {
  if (path.empty()) throw Error(Code::malformedArgument, "the path of the backup is empty");
  Draft draft(path);
  copyPages(source.handle(), draft.path());
  const auto bytes = static_cast<std::int64_t>(std::filesystem::file_size(draft.path()));
  draft.giveName();
  return bytes;
}

}  // namespace stead::sqlite
