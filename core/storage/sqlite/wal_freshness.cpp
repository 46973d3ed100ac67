#include "storage/sqlite/wal_freshness.h"

#include <atomic>

namespace stead::sqlite {
namespace {

constexpr int walIndexRegionBytes = 32768;
constexpr std::size_t headerWords = 6;  // 48 bytes; the header stands there twice (sqlite.org, "WAL-mode File Format")
constexpr std::size_t lastFrameAt = 4;  // its 32-bit word with the number of the last frame

}  // namespace

WalFreshness::WalFreshness(const DatabaseOptions& options) : connection_(options, Use::reader) {
  // The first read maps the wal-index of this connection.
  (void)connection_.pragma("SELECT count(*) FROM store_meta");
  sqlite3_file* file = nullptr;
  if (sqlite3_file_control(connection_.handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK ||
      file == nullptr || file->pMethods == nullptr || file->pMethods->iVersion < 2 ||
      file->pMethods->xShmMap == nullptr) {
    return;
  }
  volatile void* region = nullptr;
  if (file->pMethods->xShmMap(file, 0, walIndexRegionBytes, 0, &region) == SQLITE_OK) header_ = region;
}

Freshness::Stamp WalFreshness::now() const noexcept {
  Stamp stamp;
  if (header_ == nullptr) return stamp;
  // Writers fill the second copy, then the first; two equal copies are one consistent header.
  auto* words = const_cast<std::uint64_t*>(static_cast<volatile std::uint64_t*>(header_));
  bool equal = true;
  for (std::size_t i = 0; i < headerWords; ++i) {
    stamp.words[i] = std::atomic_ref<std::uint64_t>(words[i]).load(std::memory_order_acquire);
  }
  for (std::size_t i = 0; i < headerWords; ++i) {
    equal &= stamp.words[i] == std::atomic_ref<std::uint64_t>(words[headerWords + i]).load(std::memory_order_acquire);
  }
  stamp.valid = equal;
  return stamp;
}

std::int64_t WalFreshness::logPages() const noexcept {
  if (header_ == nullptr) return 0;
  auto* words = const_cast<std::uint32_t*>(static_cast<volatile std::uint32_t*>(header_));
  return std::atomic_ref<std::uint32_t>(words[lastFrameAt]).load(std::memory_order_relaxed);
}

}  // namespace stead::sqlite
