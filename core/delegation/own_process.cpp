#include "delegation/own_process.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>

namespace stead::delegation {
namespace {

std::size_t pageBytes() noexcept { return static_cast<std::size_t>(sysconf(_SC_PAGESIZE)); }

}  // namespace

OwnProcess::OwnProcess() : process_(getpid()) {
#ifdef MADV_WIPEONFORK
  void* page = mmap(nullptr, pageBytes(), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (page == MAP_FAILED) return;
  if (madvise(page, pageBytes(), MADV_WIPEONFORK) != 0) {
    munmap(page, pageBytes());
    return;
  }
  *static_cast<volatile char*>(page) = 1;
  page_ = page;
#endif
}

OwnProcess::~OwnProcess() {
  if (page_ != nullptr) munmap(page_, pageBytes());
}

bool OwnProcess::isThis() const noexcept {
  return page_ != nullptr ? *static_cast<const volatile char*>(page_) == 1 : getpid() == process_;
}

}  // namespace stead::delegation
