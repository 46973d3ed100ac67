// Whether the files of an open store are still where they were. A file that was moved or deleted takes every write
// without an error, and nobody finds them again; so a writer asks before each commit, which costs two look-ups.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>

namespace stead::sqlite {

class StorePlace {
 public:
  // `store`: the path as SQLite resolved it, beside which it keeps the log.
  explicit StorePlace(const std::string& store);
  [[nodiscard]] bool holds() noexcept;

 private:
  struct Identity {
    dev_t device;
    ino_t inode;
    bool operator==(const Identity&) const = default;
  };
  [[nodiscard]] static std::optional<Identity> identityOf(const std::string& path) noexcept;

  std::string store_;
  std::string log_;
  std::optional<Identity> storeWas_;
  std::optional<Identity> logWas_;  // from the first commit on; it lives as long as anybody has the store open
};

}  // namespace stead::sqlite
