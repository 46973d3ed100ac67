#include <nlohmann/json.hpp>

#include "audit/audit_verbs.h"
#include "audit/log_key.h"
#include "audit/trail_store.h"
#include "audit/verify.h"
#include "base/error.h"

namespace stead::audit {
namespace {

Json describe(const Broken& broken) {
  return {{"check", broken.check}, {"from", broken.from}, {"to", broken.to}, {"text", broken.text}};
}

// Asserted before it leaves: a proof made from damaged hashes must not look like one.
void requireSound(bool sound) {
  if (!sound) throw Error(Code::auditBroken, "the stored hashes do not lead to the head; verify the trail");
}

}  // namespace

Json checkpoint(Engine& engine, std::string_view accountId) {
  const Log log = findLog(engine, accountId);
  Head head;
  engine.database().read([&](Connection& db) { head = loadHead(db, log.scope); });
  return {{"checkpoint", signHead(engine, log.origin, head.range)},
          {"size", head.range.size()},
          {"root", crypto::base64(head.range.root())},
          {"origin", log.origin},
          {"vkey", vkeyText(keyOf(engine, log.origin))}};
}

Json verify(Engine& engine, std::string_view accountId, bool deep) {
  const Log log = findLog(engine, accountId);
  Verification found;
  engine.database().read([&](Connection& db) { found = verifyTrail(db, log.scope, deep); });
  Json answer = {{"ok", !found.broken}, {"size", found.size},       {"root", crypto::base64(found.root)},
                 {"deep", deep},        {"checked", found.checked}, {"erased", found.erased}};
  if (found.broken) answer["broken"] = describe(*found.broken);
  return answer;
}

Json inclusionProof(Engine& engine, std::string_view accountId, std::int64_t index) {
  const Log log = findLog(engine, accountId);
  Head head;
  std::optional<std::string> bytes;
  Proof path;
  engine.database().read([&](Connection& db) {
    head = loadHead(db, log.scope);
    if (index < 0 || index >= head.range.size()) {
      throw Error(Code::entryNotFound,
                  "the trail has " + std::to_string(head.range.size()) + " entries, counted from 0");
    }
    bytes = entryBytes(db, log.scope, index);
    path = audit::inclusionProof(nodesOf(db, log.scope), index, head.range.size());
  });
  requireSound(bytes && verifyInclusion(leafHash(bytesOf(*bytes)), index, head.range.size(), path, head.range.root()));
  return {{"index", index},
          {"entry", crypto::base64(bytesOf(*bytes))},
          {"proof", writeTlogProof({index, path, signHead(engine, log.origin, head.range), false})}};
}

Json consistencyProof(Engine& engine, std::string_view accountId, std::int64_t from, std::int64_t to) {
  const Log log = findLog(engine, accountId);
  Json hashes = Json::array();
  engine.database().read([&](Connection& db) {
    const Head head = loadHead(db, log.scope);
    if (from < 0 || from > to) throw Error(Code::malformedArgument, "the sizes must be 0 <= from <= to");
    if (to > head.range.size()) {
      throw Error(Code::entryNotFound, "the trail has " + std::to_string(head.range.size()) + " entries");
    }
    const NodeReader nodes = nodesOf(db, log.scope);
    const Proof proof = audit::consistencyProof(nodes, from, to);
    requireSound(verifyConsistency(from, to, rootOf(nodes, 0, from), rootOf(nodes, 0, to), proof));
    for (const Hash& hash : proof) hashes.push_back(crypto::base64(hash));
  });
  return {{"from", from}, {"to", to}, {"hashes", std::move(hashes)}};
}

}  // namespace stead::audit
