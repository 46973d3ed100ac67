#include "storage/sqlite/store_place.h"

#include <sys/stat.h>

namespace stead::sqlite {

StorePlace::StorePlace(const std::string& store) : store_(store), log_(store + "-wal"), storeWas_(identityOf(store)) {}

bool StorePlace::holds() noexcept {
  if (identityOf(store_) != storeWas_) return false;
  const auto log = identityOf(log_);
  if (!logWas_) logWas_ = log;
  return log == logWas_;
}

std::optional<StorePlace::Identity> StorePlace::identityOf(const std::string& path) noexcept {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) return std::nullopt;
  return Identity{info.st_dev, info.st_ino};
}

}  // namespace stead::sqlite
