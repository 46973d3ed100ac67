#include "audit/append.h"

#include <array>

#include "audit/canonical.h"
#include "audit/merkle.h"
#include "audit/trail_store.h"
#include "base/error.h"

namespace stead::audit {
namespace {

constexpr std::size_t saltBytes = 16;

// Salted so that nobody can find an erased address by hashing guesses.
std::optional<Hash> storePersonal(Connection& db, AccountScope scope, std::int64_t index, IdSource& ids,
                                  const Fields& personal) {
  if (personal.empty()) return std::nullopt;
  const std::string json = canonicalPersonal(personal);
  if (json.empty()) return std::nullopt;
  std::array<std::uint8_t, saltBytes> salt{};
  ids.random(salt);
  insertPersonal(db, scope, index, salt, json);
  return personalHash(salt, json);
}

}  // namespace

std::int64_t append(Connection& db, AccountScope scope, std::int64_t at, IdSource& ids, const Entry& entry) {
  Head head = loadHead(db, scope);
  if (at < head.lastAt) throw Error(Code::internalError, "an audit entry would be older than the one before it");
  const std::int64_t index = head.range.size();
  const std::string bytes = canonicalEntry(entry, at, storePersonal(db, scope, index, ids, entry.personal));
  const Hash leaf = leafHash(bytesOf(bytes));
  insertEntry(db, scope, index, bytes, leaf, at, entry);
  for (const TreeNode& node : head.range.append(leaf)) insertNode(db, scope, node);
  head.lastAt = at;
  saveHead(db, scope, head);
  return index;
}

std::int64_t lastAt(Connection& db, AccountScope scope) {
  auto row = db.query("SELECT last_at FROM audit_head WHERE account_id = $1", scope.account);
  return row.step() ? row.integer(0) : 0;
}

}  // namespace stead::audit
