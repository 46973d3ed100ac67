#include "audit/trail_store.h"

#include <algorithm>
#include <utility>

#include "base/error.h"

namespace stead::audit {
namespace {

std::optional<Hash> hashOf(ByteView bytes) {
  Hash hash{};
  if (bytes.size() != hash.size()) return std::nullopt;
  std::copy(bytes.begin(), bytes.end(), hash.begin());
  return hash;
}

}  // namespace

Head loadHead(Connection& db, AccountScope scope) {
  auto row = db.query("SELECT size, range, last_at FROM audit_head WHERE account_id = $1", scope.account);
  if (!row.step()) return {};
  auto range = CompactRange::read(row.integer(0), row.bytes(1));
  if (!range) throw Error(Code::auditBroken, "the head of the audit trail does not fit its size; verify the trail");
  return {std::move(*range), row.integer(2), true};
}

std::int64_t headSize(Connection& db, AccountScope scope) {
  auto row = db.query("SELECT size FROM audit_head WHERE account_id = $1", scope.account);
  return row.step() ? row.integer(0) : 0;
}

void saveHead(Connection& db, AccountScope scope, const Head& head) {
  if (head.stored) {
    db.run("UPDATE audit_head SET size = $2, range = $3, last_at = $4 WHERE account_id = $1", scope.account,
           head.range.size(), head.range.bytes(), head.lastAt);
  } else {
    db.run("INSERT INTO audit_head (account_id, size, range, last_at) VALUES ($1, $2, $3, $4)", scope.account,
           head.range.size(), head.range.bytes(), head.lastAt);
  }
}

void insertEntry(Connection& db, AccountScope scope, std::int64_t index, std::string_view bytes, const Hash& leaf,
                 std::int64_t at, const Entry& entry) {
  db.run(
      "INSERT INTO audit_entry (account_id, idx, bytes, leaf, at, operation, actor, subject, outcome) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
      scope.account, index, bytesOf(bytes), leaf, at, entry.operation, entry.actorId, entry.subjectId, entry.outcome);
}

void insertNode(Connection& db, AccountScope scope, const TreeNode& node) {
  db.run("INSERT INTO audit_node (account_id, level, idx, hash) VALUES ($1, $2, $3, $4)", scope.account, node.level,
         node.index, node.hash);
}

void insertPersonal(Connection& db, AccountScope scope, std::int64_t index, ByteView salt, std::string_view fields) {
  db.run("INSERT INTO audit_personal (account_id, idx, salt, fields) VALUES ($1, $2, $3, $4)", scope.account, index,
         salt, fields);
}

std::optional<std::string> entryBytes(Connection& db, AccountScope scope, std::int64_t index) {
  auto row = db.query("SELECT bytes FROM audit_entry WHERE account_id = $1 AND idx = $2", scope.account, index);
  if (!row.step()) return std::nullopt;
  return std::string(textOf(row.bytes(0)));
}

std::optional<Personal> findPersonal(Connection& db, AccountScope scope, std::int64_t index) {
  auto row =
      db.query("SELECT salt, fields FROM audit_personal WHERE account_id = $1 AND idx = $2", scope.account, index);
  if (!row.step()) return std::nullopt;
  const ByteView salt = row.bytes(0);
  return Personal{Bytes(salt.begin(), salt.end()), row.text(1)};
}

std::optional<std::int64_t> erasedBy(Connection& db, AccountScope scope, std::int64_t index) {
  auto row = db.query("SELECT erased_by FROM audit_erased WHERE account_id = $1 AND idx = $2", scope.account, index);
  if (!row.step()) return std::nullopt;
  return row.integer(0);
}

std::optional<Hash> storedNode(Connection& db, AccountScope scope, int level, std::int64_t index) {
  if (level == 0) {
    auto row = db.query("SELECT leaf FROM audit_entry WHERE account_id = $1 AND idx = $2", scope.account, index);
    return row.step() ? hashOf(row.bytes(0)) : std::nullopt;
  }
  auto row = db.query("SELECT hash FROM audit_node WHERE account_id = $1 AND level = $2 AND idx = $3", scope.account,
                      level, index);
  return row.step() ? hashOf(row.bytes(0)) : std::nullopt;
}

NodeReader nodesOf(Connection& db, AccountScope scope) {
  return [&db, scope](int level, std::int64_t index) {
    const auto hash = storedNode(db, scope, level, index);
    if (!hash) throw Error(Code::auditBroken, "a hash of the audit trail is missing or damaged; verify the trail");
    return *hash;
  };
}

}  // namespace stead::audit
