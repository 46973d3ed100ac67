// Which stores this process has open. Process-wide state, which Stead otherwise avoids, because POSIX file locks
// are process-wide too: after fork the parent's close would drop the child's locks, so a child of a process
// with an open engine on a store is refused (design 7).
#pragma once

#include <sys/types.h>

#include <string>

namespace stead::sqlite {

// Registers `path` for its life time; throws Code::forkedProcess when the entry of a parent process is inherited.
class OpenStore {
 public:
  explicit OpenStore(const std::string& path);
  ~OpenStore();
  OpenStore(const OpenStore&) = delete;
  OpenStore& operator=(const OpenStore&) = delete;

  [[nodiscard]] bool inSameProcess() const noexcept;
  // Throws Code::forkedProcess in any process but the one that opened.
  void requireSameProcess() const;
  // Throws Code::storeFailed when another file stands at the path of an open store: a connection to it would read
  // somebody else's grants.
  static void requireInPlace(const std::string& path);

 private:
  pid_t process_;
  dev_t device_ = 0;
  ino_t inode_ = 0;
};

}  // namespace stead::sqlite
