#include "audit/consistency.h"

#include <algorithm>

namespace stead::audit {
namespace {

constexpr std::string_view oldMark = "old ";

std::optional<GrowthProof> readParts(std::string_view text) {
  if (!text.starts_with(oldMark)) return std::nullopt;
  auto end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const auto size = parseDecimal(text.substr(oldMark.size(), end - oldMark.size()));
  if (!size) return std::nullopt;
  GrowthProof proof{*size, {}, {}};
  for (text.remove_prefix(end + 1); !text.starts_with('\n'); text.remove_prefix(end + 1)) {
    end = text.find('\n');
    if (end == std::string_view::npos || proof.hashes.size() > static_cast<std::size_t>(treeLevelsMax)) return {};
    const auto hash = crypto::fromBase64(text.substr(0, end));
    if (!hash || hash->size() != sizeof(Hash)) return std::nullopt;
    std::copy(hash->begin(), hash->end(), proof.hashes.emplace_back().begin());
  }
  proof.checkpoint = text.substr(1);
  return proof;
}

// What the keys have to say about a note: the checkpoint that one of them signed, or why there is none.
OpenedCheckpoint openWithAny(std::string_view note, std::span<const VerifierKey> keys) {
  OpenedCheckpoint opened{{}, "there is no key"};
  for (const VerifierKey& key : keys) {
    opened = openCheckpoint(note, key);
    if (opened.failure.empty()) return opened;
  }
  if (keys.size() > 1) opened.failure = "none of the keys has signed the checkpoint";
  return opened;
}

bool sameTree(const Checkpoint& a, const Checkpoint& b) {
  return a.origin == b.origin && a.size == b.size && a.root == b.root;
}

class GrowthVerifier {
 public:
  explicit GrowthVerifier(std::span<const VerifierKey> keys) : keys_(keys) {}

  Growth run(std::string_view older, std::string_view newer, std::string_view text) {
    const auto proof = parseGrowthProof(text);
    if (!proof) return broken("proof", "the proof is not a consistency proof as Stead writes it");
    const auto first = openWithAny(older, keys_);
    if (!first.failure.empty()) return broken("older", "the older one: " + first.failure);
    out_.origin = first.checkpoint.origin;
    out_.from = first.checkpoint.size;
    const auto last = openWithAny(proof->checkpoint, keys_);
    if (!last.failure.empty()) return broken("newer", "the newer one: " + last.failure);
    out_.to = last.checkpoint.size;
    if (!newer.empty()) {
      const auto known = openWithAny(newer, keys_);
      if (!known.failure.empty()) return broken("newer", "the newer one: " + known.failure);
      if (!sameTree(known.checkpoint, last.checkpoint)) return broken("newer", "the proof leads to another checkpoint");
    }
    return compare(first.checkpoint, last.checkpoint, *proof);
  }

 private:
  Growth compare(const Checkpoint& first, const Checkpoint& last, const GrowthProof& proof) {
    if (first.origin != last.origin) return broken("origin", "the checkpoints are of different logs");
    if (first.size > last.size) return broken("size", "the older checkpoint covers more entries than the newer one");
    if (proof.oldSize != first.size) {
      return broken("proof", "the proof begins at " + std::to_string(proof.oldSize) + " entries, not at the " +
                                 std::to_string(first.size) + " of the older checkpoint");
    }
    if (!verifyConsistency(first.size, last.size, first.root, last.root, proof.hashes)) {
      return broken("root", "the proof does not lead from the older root to the newer one");
    }
    return std::move(out_);
  }

  Growth broken(const char* check, std::string why) {
    out_.check = check;
    out_.failure = std::move(why);
    return std::move(out_);
  }

  const std::span<const VerifierKey> keys_;
  Growth out_;
};

}  // namespace

std::string writeGrowthProof(const GrowthProof& proof) {
  std::string out(oldMark);
  out += std::to_string(proof.oldSize);
  out += '\n';
  for (const Hash& hash : proof.hashes) {
    out += crypto::base64(hash);
    out += '\n';
  }
  out += '\n';
  out += proof.checkpoint;
  return out;
}

std::optional<GrowthProof> parseGrowthProof(std::string_view text) {
  auto proof = readParts(text);
  if (!proof || writeGrowthProof(*proof) != text) return std::nullopt;
  return proof;
}

Growth verifyGrowth(std::string_view older, std::string_view newer, std::string_view proof,
                    std::span<const VerifierKey> keys) {
  return GrowthVerifier(keys).run(older, newer, proof);
}

}  // namespace stead::audit
