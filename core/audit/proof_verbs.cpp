#include <nlohmann/json.hpp>

#include "audit/audit_verbs.h"
#include "audit/consistency.h"
#include "audit/log_key.h"
#include "audit/trail_store.h"
#include "audit/verify.h"
#include "base/error.h"
#include "base/limits.h"
#include "base/record_reader.h"

namespace stead::audit {
namespace {

constexpr std::size_t vkeysMax = 16;
constexpr std::int64_t partEntriesDefault = 100000;

Json describe(const Broken& broken) {
  return {{"check", broken.check}, {"from", broken.from}, {"to", broken.to}, {"text", broken.text}};
}

Json describe(const Verification& found, bool deep) {
  Json answer = {{"ok", !found.broken}, {"size", found.size},       {"root", crypto::base64(found.root)},
                 {"deep", deep},        {"checked", found.checked}, {"erased", found.erased}};
  if (found.broken) answer["broken"] = describe(*found.broken);
  return answer;
}

// Asserted before it leaves: a proof made from damaged hashes must not look like one.
void requireSound(bool sound) {
  if (!sound) throw Error(Code::auditBroken, "the stored hashes do not lead to the head; verify the trail");
}

// One key a line; a key that was rotated stands beside its successor.
std::vector<VerifierKey> parseVkeys(std::string_view lines) {
  std::vector<VerifierKey> keys;
  while (!lines.empty()) {
    const auto end = lines.find('\n');
    auto key = parseVkey(lines.substr(0, end));
    if (!key || keys.size() == vkeysMax) {
      throw Error(Code::malformedEvidence, "the verifier keys are not vkeys (name+id+key), one a line, at most 16");
    }
    keys.push_back(std::move(*key));
    lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
  }
  if (keys.empty()) throw Error(Code::malformedEvidence, "there is no verifier key");
  return keys;
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
  return describe(found, deep);
}

Json verifyPart(Engine& engine, std::string_view accountId, const Json& request) {
  Violations violations;
  RecordReader in(request, violations);
  const std::int64_t from = in.integer("from", 0, limits::integerAbsMax).value_or(0);
  const std::int64_t max = in.integer("max", 1, limits::integerAbsMax).value_or(partEntriesDefault);
  const bool deep = in.boolean("deep").value_or(false);
  in.refuseUnknown();
  violations.throwIfAny();
  const Log log = findLog(engine, accountId);
  Verification found;
  engine.database().read([&](Connection& db) {
    if (from > 0 && from >= headSize(db, log.scope)) {
      throw Error(Code::entryNotFound, "the trail ends before entry " + std::to_string(from));
    }
    found = verifyTrail(db, log.scope, deep, {from, from + max});
  });
  Json answer = describe(found, deep);
  answer["from"] = from;
  answer["to"] = from + found.checked;
  if (!found.broken && from + found.checked < found.size) answer["next"] = from + found.checked;
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
  GrowthProof proof{from, {}, {}};
  engine.database().read([&](Connection& db) {
    const Head head = loadHead(db, log.scope);
    if (from < 0 || from > to) throw Error(Code::malformedArgument, "the sizes must be 0 <= from <= to");
    if (to > head.range.size()) {
      throw Error(Code::entryNotFound, "the trail has " + std::to_string(head.range.size()) + " entries");
    }
    const NodeReader nodes = nodesOf(db, log.scope);
    const Hash root = rootOf(nodes, 0, to);
    proof.hashes = audit::consistencyProof(nodes, from, to);
    requireSound(verifyConsistency(from, to, rootOf(nodes, 0, from), root, proof.hashes));
    // What is signed is a beginning of the trail as it stands, not of whatever the nodes were turned into.
    requireSound(verifyConsistency(to, head.range.size(), root, head.range.root(),
                                   audit::consistencyProof(nodes, to, head.range.size())));
    proof.checkpoint = signTree(engine, {log.origin, to, root});
  });
  Json hashes = Json::array();
  for (const Hash& hash : proof.hashes) hashes.push_back(crypto::base64(hash));
  return {{"from", from}, {"to", to}, {"hashes", std::move(hashes)}, {"proof", writeGrowthProof(proof)}};
}

Json verifyConsistencyProof(std::string_view older, std::string_view newer, std::string_view proof,
                            std::string_view vkeys) {
  const Growth growth = verifyGrowth(older, newer, proof, parseVkeys(vkeys));
  Json answer = {{"ok", growth.check.empty()}, {"origin", growth.origin}, {"from", growth.from}, {"to", growth.to}};
  if (!growth.check.empty()) answer["broken"] = {{"check", growth.check}, {"text", growth.failure}};
  return answer;
}

}  // namespace stead::audit
