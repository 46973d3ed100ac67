// Freshness by the header of SQLite's wal-index: 48 bytes of shared memory that move with every commit of any
// process. Comparing them costs a few nanoseconds; PRAGMA data_version costs a read transaction.
#pragma once

#include "storage/database.h"
#include "storage/sqlite/sqlite_connection.h"

namespace stead::sqlite {

class WalFreshness final : public Freshness {
 public:
  // Opens a connection of its own, which keeps the shared memory mapped.
  explicit WalFreshness(const DatabaseOptions& options);
  [[nodiscard]] Stamp now() const noexcept override;
  // How many pages the log holds, whichever process wrote them; 0 where that cannot be told.
  [[nodiscard]] std::int64_t logPages() const noexcept;

 private:
  SqliteConnection connection_;
  volatile void* header_ = nullptr;
};

}  // namespace stead::sqlite
