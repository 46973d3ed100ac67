// Proving: checkpoint, proofs, verification, erasure, evidence (design 6, spec tlog).
#pragma once

#include <string>
#include <string_view>

#include "base/json.h"
#include "engine/engine.h"

namespace stead::audit {

// {checkpoint (signed note), size, root, origin, vkey}.
[[nodiscard]] Json checkpoint(Engine& engine, std::string_view accountId);
// {ok, size, root, deep, checked, erased, broken? {check ("leaf" | "node" | "head" | "personal" | "file" | "column"),
// from, to, text}}. Recomputes in constant memory.
[[nodiscard]] Json verify(Engine& engine, std::string_view accountId, bool deep);
// {from?, max?, deep?} → the same of the entries [from, to), and {from, to, next?}: where to go on.
[[nodiscard]] Json verifyPart(Engine& engine, std::string_view accountId, const Json& request);
// Entries for an Admin or Auditor: {from? (index), pageSize?, subjectId?} → {items: [{index, entry, personal?}], …}.
[[nodiscard]] Json list(Engine& engine, const Session& session, const Json& request);
// The c2sp tlog-proof text of one entry, with the entry's bytes: {index, entry (base64), proof}.
[[nodiscard]] Json inclusionProof(Engine& engine, std::string_view accountId, std::int64_t index);
// Shows that the tree of size `from` is a prefix of the tree of size `to`: {from, to, hashes: [base64], proof}; the
// text `proof` holds the hashes and the signed checkpoint of size `to` (audit/consistency.h).
[[nodiscard]] Json consistencyProof(Engine& engine, std::string_view accountId, std::int64_t from, std::int64_t to);
// Needs only the checkpoints, the proof and the verifier keys (one a line): {ok, origin, from, to, broken? {check
// ("proof" | "older" | "newer" | "origin" | "size" | "root"), text}}. `newer` may be empty: then the one in the proof
// counts.
[[nodiscard]] Json verifyConsistencyProof(std::string_view older, std::string_view newer, std::string_view proof,
                                          std::string_view vkeys);
// {email} by an Admin: deletes the person's fields in the account's trail; itself an entry that names what went:
// {erased, auditIndex}.
[[nodiscard]] Json erasePerson(Engine& engine, const Session& session, const Json& request);
// The evidence file of one document ("stead-evidence/1") for whoever may read its audit log; audited.
[[nodiscard]] std::string exportEvidence(Engine& engine, const Session& session, std::string_view documentId);
// Needs only the file and the verifier key: {ok, documentId, origin, size, entries, broken? {check, index?, text}}.
[[nodiscard]] Json verifyEvidence(std::string_view evidence, std::string_view vkey);

}  // namespace stead::audit
