// Tells without a system call whether this is still the process that made the object.
#pragma once

#include <sys/types.h>

namespace stead::delegation {

// An engine belongs to the process that opened it (design 7). What is answered from memory never meets the store, so it
// must tell a child after fork by itself: by a page that the kernel empties there.
class OwnProcess {
 public:
  OwnProcess();
  ~OwnProcess();
  OwnProcess(const OwnProcess&) = delete;
  OwnProcess& operator=(const OwnProcess&) = delete;
  [[nodiscard]] bool isThis() const noexcept;

 private:
  pid_t process_;
  void* page_ = nullptr;  // nullptr: the kernel cannot do it, so the process id is asked for
};

}  // namespace stead::delegation
