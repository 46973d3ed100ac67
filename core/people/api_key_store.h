// Rows of API keys. Only the SHA-256 of a key is stored; looking a key up by it knows no account and so lives in
// storage/cross_account.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/crypto.h"
#include "storage/database.h"

namespace stead::people {

struct ApiKey {
  std::int64_t row = 0;
  std::string id;
  std::int64_t userRow = 0;
  std::string name;
  std::int64_t createdAt = 0;
  std::optional<std::int64_t> revokedAt;
};

[[nodiscard]] std::optional<ApiKey> findApiKeyById(Connection& db, AccountScope scope, std::string_view id);
// Newest first, only rows below `beforeRow`.
[[nodiscard]] std::vector<ApiKey> listApiKeysOf(Connection& db, AccountScope scope, std::int64_t userRow,
                                                std::int64_t beforeRow, std::int64_t max);
// Counts to `max`; revoked ones count only when asked for.
[[nodiscard]] std::int64_t countApiKeysOf(Connection& db, AccountScope scope, std::int64_t userRow, bool withRevoked,
                                          std::int64_t max);
// Fills key.row.
void insertApiKey(Connection& db, AccountScope scope, ApiKey& key, const Hash& keyHash);
void setApiKeyRevoked(Connection& db, AccountScope scope, std::int64_t row, std::int64_t revokedAt);

}  // namespace stead::people
