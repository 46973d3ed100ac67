#include "allocations.h"

#include <openssl/crypto.h>
#include <sqlite3.h>

#include <atomic>
#include <cstdlib>
#include <new>
#include <stdexcept>

namespace {

std::atomic<bool> armed{false};
std::atomic<bool> lastingFailure{false};
std::atomic<std::int64_t> allocationsLeft{0};
std::atomic<bool> failed{false};
std::atomic<std::int64_t> blocks{0};

// Whether the allocation that is asked for now must fail.
bool failsNow() noexcept {
  if (!armed.load(std::memory_order_relaxed)) return false;
  const std::int64_t left = --allocationsLeft;
  if (left > 0 || (left < 0 && !lastingFailure)) return false;
  failed = true;
  return true;
}

void* counted(void* memory) noexcept {
  if (memory != nullptr) blocks.fetch_add(1, std::memory_order_relaxed);
  return memory;
}

void release(void* memory) noexcept {
  if (memory != nullptr) blocks.fetch_sub(1, std::memory_order_relaxed);
  std::free(memory);
}

void* allocate(std::size_t bytes) noexcept {
  return failsNow() ? nullptr : counted(std::malloc(bytes == 0 ? 1 : bytes));
}

void* allocateAligned(std::size_t bytes, std::align_val_t alignment) noexcept {
  const auto step = static_cast<std::size_t>(alignment);
  return failsNow() ? nullptr : counted(std::aligned_alloc(step, (bytes + step - 1) / step * step));
}

void* orThrow(void* memory) {
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

}  // namespace

void* operator new(std::size_t bytes) { return orThrow(allocate(bytes)); }
void* operator new[](std::size_t bytes) { return orThrow(allocate(bytes)); }
void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept { return allocate(bytes); }
void* operator new[](std::size_t bytes, const std::nothrow_t&) noexcept { return allocate(bytes); }
void* operator new(std::size_t bytes, std::align_val_t alignment) { return orThrow(allocateAligned(bytes, alignment)); }
void* operator new[](std::size_t bytes, std::align_val_t alignment) {
  return orThrow(allocateAligned(bytes, alignment));
}
void operator delete(void* memory) noexcept { release(memory); }
void operator delete[](void* memory) noexcept { release(memory); }
void operator delete(void* memory, std::size_t) noexcept { release(memory); }
void operator delete[](void* memory, std::size_t) noexcept { release(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { release(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { release(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { release(memory); }
void operator delete[](void* memory, std::align_val_t) noexcept { release(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { release(memory); }
void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept { release(memory); }

namespace stead::fault {
namespace {

sqlite3_mem_methods sqlitesOwn;

void takeOverSqlite() {
  sqlite3_config(SQLITE_CONFIG_GETMALLOC, &sqlitesOwn);
  sqlite3_mem_methods ours = sqlitesOwn;
  ours.xMalloc = [](int bytes) -> void* { return failsNow() ? nullptr : counted(sqlitesOwn.xMalloc(bytes)); };
  ours.xRealloc = [](void* memory, int bytes) -> void* {
    return failsNow() ? nullptr : sqlitesOwn.xRealloc(memory, bytes);
  };
  ours.xFree = [](void* memory) {
    if (memory != nullptr) blocks.fetch_sub(1, std::memory_order_relaxed);
    sqlitesOwn.xFree(memory);
  };
  if (sqlite3_config(SQLITE_CONFIG_MALLOC, &ours) != SQLITE_OK) throw std::runtime_error("SQLite is in use already");
}

void* allocateForOpenSsl(std::size_t bytes, const char* /*file*/, int /*line*/) { return allocate(bytes); }

void* reallocateForOpenSsl(void* memory, std::size_t bytes, const char* /*file*/, int /*line*/) {
  if (bytes == 0) {
    release(memory);
    return nullptr;
  }
  if (failsNow()) return nullptr;
  return memory == nullptr ? counted(std::malloc(bytes)) : std::realloc(memory, bytes);
}

void releaseForOpenSsl(void* memory, const char* /*file*/, int /*line*/) { release(memory); }

}  // namespace

void Allocations::takeOver() {
  if (CRYPTO_set_mem_functions(allocateForOpenSsl, reallocateForOpenSsl, releaseForOpenSsl) != 1) {
    throw std::runtime_error("OpenSSL is in use already");
  }
  takeOverSqlite();
}

void Allocations::failAt(std::int64_t n, bool lasting) noexcept {
  failed = false;
  lastingFailure = lasting;
  allocationsLeft = n;
  armed = true;
}

bool Allocations::stopFailing() noexcept {
  armed = false;
  return failed;
}

std::int64_t Allocations::living() noexcept { return blocks.load(std::memory_order_relaxed); }

}  // namespace stead::fault
