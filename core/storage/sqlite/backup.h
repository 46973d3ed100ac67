// Copying a store while it is in use.
#pragma once

#include <cstdint>
#include <string>

#include "storage/sqlite/sqlite_connection.h"

namespace stead::sqlite {

// Copies what `source` sees in the transaction it is in to a new file; see Database::backup. The file gets its name
// only when it is whole and on disk; until then it is `<path>.part`.
[[nodiscard]] std::int64_t copyStore(SqliteConnection& source, const std::string& path);

}  // namespace stead::sqlite
