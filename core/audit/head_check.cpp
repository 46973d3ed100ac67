#include "audit/head_check.h"

#include "audit/log_key.h"
#include "audit/trail_store.h"
#include "base/error.h"
#include "base/text.h"
#include "storage/cross_account.h"

namespace stead::audit {
namespace {

[[noreturn]] void behind(const std::string& what) {
  throw Error(Code::storeBehind, what + "; this is an older store than the one the checkpoint was taken of");
}

[[noreturn]] void contradicts(const Checkpoint& expected, const std::string& why) {
  throw Error(Code::storeContradicts, "the log " + expected.origin + " is not the one the checkpoint was taken of: " +
                                          why + "; do not use this store before you know why");
}

// An origin ends with the id of the account.
AccountScope accountOf(Connection& db, const Checkpoint& expected) {
  const std::string id = expected.origin.substr(expected.origin.rfind('/') + 1);
  const auto scope = text::isGuid(id) ? crossAccount::findAccount(db, id) : std::nullopt;
  if (!scope || originOf(db, *scope) != expected.origin) behind("the store has no log " + expected.origin);
  return *scope;
}

void requireContinued(Connection& db, const Checkpoint& expected) {
  const AccountScope scope = accountOf(db, expected);
  const Head head = loadHead(db, scope);
  const std::int64_t size = head.range.size();
  if (size < expected.size) {
    behind("the log " + expected.origin + " has " + std::to_string(size) + " entries, the checkpoint covers " +
           std::to_string(expected.size));
  }
  const NodeReader nodes = nodesOf(db, scope);
  if (rootOf(nodes, 0, expected.size) != expected.root) {
    contradicts(expected, "its first " + std::to_string(expected.size) + " entries have another root");
  }
  const Proof proof = consistencyProof(nodes, expected.size, size);
  if (!verifyConsistency(expected.size, size, expected.root, head.range.root(), proof)) {
    contradicts(expected, "its newest entries do not continue the checkpoint");
  }
}

Checkpoint readExpected(const Engine& engine, const std::string& text) {
  Note note;
  const auto parsed = parseNote(text);
  auto checkpoint = parsed ? parseCheckpointText(parsed->text) : std::nullopt;
  if (!checkpoint) throw Error(Code::malformedArgument, "the expected checkpoint is not a signed note");
  const auto keys = keysOf(engine, checkpoint->origin);
  if (openNote(text, keys, note) == NoteCheck::badSignature) {
    contradicts(*checkpoint, "the checkpoint itself was changed, its signature does not fit");
  }
  return *std::move(checkpoint);
}

}  // namespace

void requireContinued(Engine& engine, std::span<const std::string> notes) {
  for (const std::string& note : notes) {
    const Checkpoint expected = readExpected(engine, note);
    engine.database().read([&](Connection& db) { requireContinued(db, expected); });
  }
}

namespace {

std::optional<std::string> misfitOf(Connection& db, AccountScope scope) {
  auto newest =
      db.query("SELECT idx, at FROM audit_entry WHERE account_id = $1 ORDER BY idx DESC LIMIT 1", scope.account);
  const std::int64_t entries = newest.step() ? newest.integer(0) + 1 : 0;
  const Head head = loadHead(db, scope);
  if (head.range.size() != entries) {
    return "the head knows " + std::to_string(head.range.size()) + " entries, but there are " + std::to_string(entries);
  }
  if (entries > 0 && head.lastAt != newest.integer(1)) return "the head's time is not that of the newest entry";
  if (rootOf(nodesOf(db, scope), 0, entries) != head.range.root()) return "the stored hashes do not lead to the head";
  return std::nullopt;
}

}  // namespace

std::optional<std::string> misfitOfHead(Connection& db, AccountScope scope) {
  try {
    return misfitOf(db, scope);
  } catch (const Error& error) {
    // Damage that ends the check is what it is looking for.
    if (error.code() != Code::auditBroken && error.code() != Code::storeFailed) throw;
    return error.text();
  }
}

}  // namespace stead::audit
