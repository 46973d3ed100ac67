#include "audit/merkle.h"

#include <algorithm>
#include <array>
#include <bit>

#include "base/error.h"

namespace stead::audit {
namespace {

constexpr std::array<std::uint8_t, 1> leafPrefix{0x00};
constexpr std::array<std::uint8_t, 1> nodePrefix{0x01};

bool isPowerOfTwo(std::int64_t n) noexcept { return std::has_single_bit(static_cast<std::uint64_t>(n)); }

int levelOf(std::int64_t powerOfTwo) noexcept { return std::countr_zero(static_cast<std::uint64_t>(powerOfTwo)); }

// Where a tree of n > 1 leaves splits: the largest power of two smaller than n.
std::int64_t splitOf(std::int64_t n) noexcept {
  return static_cast<std::int64_t>(std::bit_floor(static_cast<std::uint64_t>(n - 1)));
}

void require(bool ok, const char* what) {
  if (!ok) throw Error(Code::internalError, std::string("the hash tree was asked for ") + what);
}

// RFC 6962, 2.1.2: PROOF is SUBPROOF over the whole tree. `whole`: the subtree is the old tree itself, whose root the
// verifier knows.
void subproof(const NodeReader& nodes, std::int64_t from, std::int64_t begin, std::int64_t end, bool whole,
              Proof& proof) {
  const std::int64_t size = end - begin;
  if (from == size) {
    if (!whole) proof.push_back(rootOf(nodes, begin, end));
    return;
  }
  const std::int64_t split = splitOf(size);
  if (from <= split) {
    subproof(nodes, from, begin, begin + split, whole, proof);
    proof.push_back(rootOf(nodes, begin + split, end));
  } else {
    subproof(nodes, from - split, begin + split, end, false, proof);
    proof.push_back(rootOf(nodes, begin, begin + split));
  }
}

}  // namespace

Hash leafHash(ByteView entry) { return crypto::sha256({leafPrefix, entry}); }
Hash nodeHash(const Hash& left, const Hash& right) { return crypto::sha256({nodePrefix, left, right}); }
Hash emptyRoot() { return crypto::sha256(ByteView{}); }

std::optional<CompactRange> CompactRange::read(std::int64_t size, ByteView hashes) {
  if (size < 0 || size >> treeLevelsMax != 0) return std::nullopt;
  const auto count = static_cast<std::size_t>(std::popcount(static_cast<std::uint64_t>(size)));
  if (hashes.size() != count * sizeof(Hash)) return std::nullopt;
  CompactRange range;
  range.size_ = size;
  range.hashes_.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    std::copy_n(hashes.begin() + static_cast<std::ptrdiff_t>(i * sizeof(Hash)), sizeof(Hash), range.hashes_[i].begin());
  }
  return range;
}

std::span<const TreeNode> CompactRange::append(const Hash& leaf) {
  completed_.clear();
  Hash hash = leaf;
  std::int64_t index = size_;
  // Every trailing one bit of the size is a full left neighbour to merge with.
  for (int level = 1; (index & 1) != 0; ++level) {
    hash = nodeHash(hashes_.back(), hash);
    hashes_.pop_back();
    index >>= 1;
    completed_.push_back({level, index, hash});
  }
  hashes_.push_back(hash);
  ++size_;
  return completed_;
}

Hash CompactRange::root() const {
  if (hashes_.empty()) return emptyRoot();
  Hash root = hashes_.back();
  for (std::size_t i = hashes_.size() - 1; i-- > 0;) root = nodeHash(hashes_[i], root);
  return root;
}

ByteView CompactRange::bytes() const noexcept {
  static_assert(sizeof(Hash) == 32, "the hashes of a range lie side by side");
  return {reinterpret_cast<const std::uint8_t*>(hashes_.data()), hashes_.size() * sizeof(Hash)};
}

Hash rootOf(const NodeReader& nodes, std::int64_t begin, std::int64_t end) {
  const std::int64_t size = end - begin;
  if (size == 0) return emptyRoot();
  if (isPowerOfTwo(size)) {
    const int level = levelOf(size);
    return nodes(level, begin >> level);
  }
  const std::int64_t split = splitOf(size);
  const Hash left = rootOf(nodes, begin, begin + split);
  return nodeHash(left, rootOf(nodes, begin + split, end));
}

Proof inclusionProof(const NodeReader& nodes, std::int64_t index, std::int64_t size) {
  require(index >= 0 && index < size, "an inclusion proof outside the tree");
  Proof proof;
  std::int64_t begin = 0;
  std::int64_t end = size;
  while (end - begin > 1) {
    const std::int64_t middle = begin + splitOf(end - begin);
    if (index < middle) {
      proof.push_back(rootOf(nodes, middle, end));
      end = middle;
    } else {
      proof.push_back(rootOf(nodes, begin, middle));
      begin = middle;
    }
  }
  std::reverse(proof.begin(), proof.end());
  return proof;
}

Proof consistencyProof(const NodeReader& nodes, std::int64_t from, std::int64_t to) {
  require(from >= 0 && from <= to, "a consistency proof outside the tree");
  Proof proof;
  if (from > 0) subproof(nodes, from, 0, to, true, proof);
  return proof;
}

// RFC 9162, 2.1.3.2.
bool verifyInclusion(const Hash& leaf, std::int64_t index, std::int64_t size, const Proof& proof, const Hash& root) {
  if (index < 0 || index >= size) return false;
  std::int64_t node = index;
  std::int64_t last = size - 1;
  Hash hash = leaf;
  for (const Hash& sibling : proof) {
    if (last == 0) return false;
    if ((node & 1) != 0 || node == last) {
      hash = nodeHash(sibling, hash);
      while ((node & 1) == 0 && node != 0) {
        node >>= 1;
        last >>= 1;
      }
    } else {
      hash = nodeHash(hash, sibling);
    }
    node >>= 1;
    last >>= 1;
  }
  return last == 0 && hash == root;
}

// RFC 9162, 2.1.4.2; an empty tree is a prefix of every tree.
bool verifyConsistency(std::int64_t from, std::int64_t to, const Hash& fromRoot, const Hash& toRoot,
                       const Proof& proof) {
  if (from < 0 || from > to) return false;
  if (from == to) return proof.empty() && fromRoot == toRoot;
  if (from == 0) return proof.empty() && fromRoot == emptyRoot();
  std::size_t next = 0;
  if (!isPowerOfTwo(from)) ++next;  // otherwise the old root itself begins the path
  if (proof.empty() || next > proof.size()) return false;
  std::int64_t node = from - 1;
  std::int64_t last = to - 1;
  while ((node & 1) != 0) {
    node >>= 1;
    last >>= 1;
  }
  Hash oldHash = next == 0 ? fromRoot : proof.front();
  Hash newHash = oldHash;
  for (; next < proof.size(); ++next) {
    const Hash& sibling = proof[next];
    if (last == 0) return false;
    if ((node & 1) != 0 || node == last) {
      oldHash = nodeHash(sibling, oldHash);
      newHash = nodeHash(sibling, newHash);
      while ((node & 1) == 0 && node != 0) {
        node >>= 1;
        last >>= 1;
      }
    } else {
      newHash = nodeHash(newHash, sibling);
    }
    node >>= 1;
    last >>= 1;
  }
  return last == 0 && oldHash == fromRoot && newHash == toRoot;
}

}  // namespace stead::audit
