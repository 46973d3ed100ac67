// C2SP checkpoints and proofs of a log: what leaves the house so that others can check the trail. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "audit/merkle.h"
#include "audit/note.h"

namespace stead::audit {

struct Checkpoint {
  std::string origin;
  std::int64_t size = 0;
  Hash root{};
};

// Decimal without leading zeros or sign, as sizes and indices are written in a log's files.
[[nodiscard]] std::optional<std::int64_t> parseDecimal(std::string_view text) noexcept;

// The three lines that are signed.
[[nodiscard]] std::string checkpointText(const Checkpoint& checkpoint);
// Extension lines are allowed and skipped.
[[nodiscard]] std::optional<Checkpoint> parseCheckpointText(std::string_view text);
// A signed note under the keys of its origin: one, or several while a key is rotated.
[[nodiscard]] std::string signCheckpoint(const Checkpoint& checkpoint, std::span<const Hash> seeds);
[[nodiscard]] inline std::string signCheckpoint(const Checkpoint& checkpoint, const Hash& seed) {
  return signCheckpoint(checkpoint, std::span(&seed, 1));
}

struct OpenedCheckpoint {
  Checkpoint checkpoint;
  std::string failure;  // "" when origin and signature are right; else a sentence for people
};
// The origin must be the key's name.
[[nodiscard]] OpenedCheckpoint openCheckpoint(std::string_view note, const VerifierKey& key);

// --- tlog-proof v1 ---

struct TlogProof {
  std::int64_t index = 0;
  Proof hashes;
  std::string checkpoint;  // the signed note, verbatim
  bool hasExtra = false;   // an unauthenticated line; never looked at
};

[[nodiscard]] std::string writeTlogProof(const TlogProof& proof);
[[nodiscard]] std::optional<TlogProof> parseTlogProof(std::string_view text);
// "" when `entry` is in the log whose key is `key`; else a sentence that names what does not fit.
[[nodiscard]] std::string verifyTlogProof(std::string_view text, ByteView entry, const VerifierKey& key);

}  // namespace stead::audit
