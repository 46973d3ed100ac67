#include "audit/append.h"

#include <array>

#include "audit/canonical.h"
#include "audit/merkle.h"
#include "base/error.h"

namespace stead::audit {
namespace {

constexpr std::size_t saltBytes = 16;

struct Head {
  CompactRange range;
  std::int64_t lastAt = 0;
  bool stored = false;
};

Head loadHead(Connection& db, AccountScope scope) {
  auto row = db.query("SELECT size, range, last_at FROM audit_head WHERE account_id = $1", scope.account);
  if (!row.step()) return {};
  auto range = CompactRange::read(row.integer(0), row.bytes(1));
  if (!range) throw Error(Code::auditBroken, "the head of the audit trail does not fit its size; verify the trail");
  return {std::move(*range), row.integer(2), true};
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

// Salted so that nobody can find an erased address by hashing guesses.
std::optional<Hash> storePersonal(Connection& db, AccountScope scope, std::int64_t index, IdSource& ids,
                                  const Fields& personal) {
  if (personal.empty()) return std::nullopt;
  const std::string json = canonicalPersonal(personal);
  if (json.empty()) return std::nullopt;
  std::array<std::uint8_t, saltBytes> salt{};
  ids.random(salt);
  db.run("INSERT INTO audit_personal (account_id, idx, salt, fields) VALUES ($1, $2, $3, $4)", scope.account, index,
         ByteView(salt), json);
  return personalHash(salt, json);
}

}  // namespace

std::int64_t append(Connection& db, AccountScope scope, std::int64_t at, IdSource& ids, const Entry& entry) {
  Head head = loadHead(db, scope);
  if (at < head.lastAt) throw Error(Code::internalError, "an audit entry would be older than the one before it");
  const std::int64_t index = head.range.size();
  const std::string bytes = canonicalEntry(entry, at, storePersonal(db, scope, index, ids, entry.personal));
  const Hash leaf = leafHash(bytesOf(bytes));
  db.run(
      "INSERT INTO audit_entry (account_id, idx, bytes, leaf, at, operation, actor, subject, outcome) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
      scope.account, index, bytesOf(bytes), leaf, at, entry.operation, entry.actorId, entry.subjectId, entry.outcome);
  for (const TreeNode& node : head.range.append(leaf)) {
    db.run("INSERT INTO audit_node (account_id, level, idx, hash) VALUES ($1, $2, $3, $4)", scope.account, node.level,
           node.index, node.hash);
  }
  head.lastAt = at;
  saveHead(db, scope, head);
  return index;
}

std::int64_t lastAt(Connection& db, AccountScope scope) {
  auto row = db.query("SELECT last_at FROM audit_head WHERE account_id = $1", scope.account);
  return row.step() ? row.integer(0) : 0;
}

}  // namespace stead::audit
