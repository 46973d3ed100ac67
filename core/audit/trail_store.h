// Rows of an account's trail.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "audit/entry.h"
#include "audit/merkle.h"
#include "storage/database.h"

namespace stead::audit {

struct Head {
  CompactRange range;
  std::int64_t lastAt = 0;
  bool stored = false;  // false: nothing was ever appended
};

// Throws Code::auditBroken when the head does not fit itself.
[[nodiscard]] Head loadHead(Connection& db, AccountScope scope);
// As the head says it, sound or not.
[[nodiscard]] std::int64_t headSize(Connection& db, AccountScope scope);
void saveHead(Connection& db, AccountScope scope, const Head& head);

void insertEntry(Connection& db, AccountScope scope, std::int64_t index, std::string_view bytes, const Hash& leaf,
                 std::int64_t at, const Entry& entry);
void insertNode(Connection& db, AccountScope scope, const TreeNode& node);
void insertPersonal(Connection& db, AccountScope scope, std::int64_t index, ByteView salt, std::string_view fields);

[[nodiscard]] std::optional<std::string> entryBytes(Connection& db, AccountScope scope, std::int64_t index);

struct Personal {
  Bytes salt;
  std::string fields;  // canonical JSON
};
[[nodiscard]] std::optional<Personal> findPersonal(Connection& db, AccountScope scope, std::int64_t index);
// Index of the erasure entry that names the row, if there is one.
[[nodiscard]] std::optional<std::int64_t> erasedBy(Connection& db, AccountScope scope, std::int64_t index);

// A hash as the store holds it; level 0 are the leaves.
[[nodiscard]] std::optional<Hash> storedNode(Connection& db, AccountScope scope, int level, std::int64_t index);
// For proofs; a node that is missing is Code::auditBroken. Valid as long as `db`.
[[nodiscard]] NodeReader nodesOf(Connection& db, AccountScope scope);

}  // namespace stead::audit
