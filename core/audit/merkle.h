// The hash tree of RFC 6962, as functions of hashes: no store, no clock.
// A node (level, index) is the root of the full subtree over the leaves [index << level, (index + 1) << level).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "base/crypto.h"

namespace stead::audit {

using Proof = std::vector<Hash>;
// Answers the hash of a full subtree; level 0 are the leaf hashes.
using NodeReader = std::function<Hash(int level, std::int64_t index)>;

inline constexpr int treeLevelsMax = 62;

[[nodiscard]] Hash leafHash(ByteView entry);
[[nodiscard]] Hash nodeHash(const Hash& left, const Hash& right);
[[nodiscard]] Hash emptyRoot();

// A full subtree that an append completed.
struct TreeNode {
  int level = 0;
  std::int64_t index = 0;
  Hash hash{};
};

// The roots of the full subtrees that make up a tree, largest first: all that an append needs to know of it.
class CompactRange {
 public:
  CompactRange() = default;
  // Nothing when the number of hashes does not fit the size.
  [[nodiscard]] static std::optional<CompactRange> read(std::int64_t size, ByteView hashes);

  // Answers the full subtrees of level 1 and up that this leaf completed, smallest first; valid until the next append.
  std::span<const TreeNode> append(const Hash& leaf);

  [[nodiscard]] std::int64_t size() const noexcept { return size_; }
  [[nodiscard]] Hash root() const;
  [[nodiscard]] std::span<const Hash> hashes() const noexcept { return hashes_; }
  [[nodiscard]] ByteView bytes() const noexcept;

 private:
  std::int64_t size_ = 0;
  std::vector<Hash> hashes_;
  std::vector<TreeNode> completed_;
};

// Root over the leaves [begin, end); `begin` must be a multiple of the largest subtree that fits.
[[nodiscard]] Hash rootOf(const NodeReader& nodes, std::int64_t begin, std::int64_t end);

// The siblings from the leaf up. 0 <= index < size.
[[nodiscard]] Proof inclusionProof(const NodeReader& nodes, std::int64_t index, std::int64_t size);
// Shows that the tree of size `from` is a prefix of the tree of size `to`. 0 <= from <= to.
[[nodiscard]] Proof consistencyProof(const NodeReader& nodes, std::int64_t from, std::int64_t to);

[[nodiscard]] bool verifyInclusion(const Hash& leaf, std::int64_t index, std::int64_t size, const Proof& proof,
                                   const Hash& root);
[[nodiscard]] bool verifyConsistency(std::int64_t from, std::int64_t to, const Hash& fromRoot, const Hash& toRoot,
                                     const Proof& proof);

}  // namespace stead::audit
