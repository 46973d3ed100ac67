#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "audit/merkle.h"

using namespace stead;
using namespace stead::audit;

namespace {

// RFC 6962, 2.1, word by word over the leaf hashes; roots are remembered, for there are many pairs.
struct Naive {
  const std::vector<Hash>& leaves;
  std::map<std::pair<std::size_t, std::size_t>, Hash> known = {};

  static std::size_t split(std::size_t n) {
    std::size_t k = 1;
    while (k * 2 < n) k *= 2;
    return k;
  }
  Hash root(std::size_t begin, std::size_t end) {
    if (begin == end) return crypto::sha256(ByteView{});
    if (end - begin == 1) return leaves[begin];
    if (const auto found = known.find({begin, end}); found != known.end()) return found->second;
    const std::size_t middle = begin + split(end - begin);
    const Hash left = root(begin, middle);
    const Hash right = root(middle, end);
    const std::uint8_t one = 1;
    return known[{begin, end}] = crypto::sha256({ByteView(&one, 1), left, right});
  }
  Proof path(std::size_t m, std::size_t begin, std::size_t end) {
    if (end - begin == 1) return {};
    const std::size_t k = split(end - begin);
    Proof proof = m < k ? path(m, begin, begin + k) : path(m - k, begin + k, end);
    proof.push_back(m < k ? root(begin + k, end) : root(begin, begin + k));
    return proof;
  }
  Proof subproof(std::size_t m, std::size_t begin, std::size_t end, bool whole) {
    if (m == end - begin) return whole ? Proof{} : Proof{root(begin, end)};
    const std::size_t k = split(end - begin);
    Proof proof = m <= k ? subproof(m, begin, begin + k, whole) : subproof(m - k, begin + k, end, false);
    proof.push_back(m <= k ? root(begin + k, end) : root(begin, begin + k));
    return proof;
  }
};

// What an append stores: leaf hashes and the full subtrees it names.
struct StoredTree {
  std::vector<std::vector<Hash>> levels{1};
  CompactRange range;
  int reads = 0;

  void append(const Hash& leaf) {
    levels[0].push_back(leaf);
    for (const TreeNode& node : range.append(leaf)) {
      const auto level = static_cast<std::size_t>(node.level);
      if (levels.size() == level) levels.emplace_back();
      REQUIRE(levels[level].size() == static_cast<std::size_t>(node.index));
      levels[level].push_back(node.hash);
    }
  }
  NodeReader reader() {
    return [this](int level, std::int64_t index) {
      ++reads;
      return levels.at(static_cast<std::size_t>(level)).at(static_cast<std::size_t>(index));
    };
  }
};

std::vector<Hash> someLeaves(std::size_t count) {
  std::mt19937 random(20261121);
  std::vector<Hash> leaves;
  for (std::size_t i = 0; i < count; ++i) {
    std::string entry(random() % 60, 'x');
    for (char& c : entry) c = static_cast<char>(random());
    leaves.push_back(leafHash(bytesOf(entry)));
  }
  return leaves;
}

}  // namespace

TEST_CASE("Roots are those of the known answers", "[audit]") {
  const std::string_view entries[] = {
      "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
  const std::string_view roots[] = {"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                                    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                                    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                                    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                                    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                                    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                                    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                                    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
  CompactRange range;
  CHECK(crypto::hex(range.root()) == roots[0]);
  for (std::size_t i = 0; i < std::size(entries); ++i) {
    range.append(leafHash(*crypto::fromHex(entries[i])));
    CAPTURE(i);
    CHECK(crypto::hex(range.root()) == roots[i + 1]);
    CHECK(range.size() == static_cast<std::int64_t>(i + 1));
  }
}

TEST_CASE("A compact range survives storage and refuses what does not fit its size", "[audit]") {
  CompactRange range;
  for (const Hash& leaf : someLeaves(21)) range.append(leaf);
  const Bytes stored(range.bytes().begin(), range.bytes().end());
  CHECK(stored.size() == 3 * sizeof(Hash));
  const auto again = CompactRange::read(21, stored);
  REQUIRE(again);
  CHECK(again->root() == range.root());
  CHECK_FALSE(CompactRange::read(22 + 1, stored));
  CHECK_FALSE(CompactRange::read(-1, {}));
  CHECK_FALSE(CompactRange::read(0, ByteView(stored).first(32)));
  CHECK_FALSE(CompactRange::read(1, ByteView(stored).first(31)));
  CHECK(CompactRange::read(0, {})->root() == emptyRoot());
}

TEST_CASE("Inclusion proofs of every entry in every tree up to 300 leaves are those of the RFC", "[audit]") {
  const auto leaves = someLeaves(300);
  Naive naive{leaves};
  StoredTree tree;
  for (std::size_t n = 1; n <= leaves.size(); ++n) {
    tree.append(leaves[n - 1]);
    const Hash root = naive.root(0, n);
    REQUIRE(tree.range.root() == root);
    const auto size = static_cast<std::int64_t>(n);
    for (std::size_t m = 0; m < n; ++m) {
      const auto index = static_cast<std::int64_t>(m);
      const Proof proof = inclusionProof(tree.reader(), index, size);
      if (proof != naive.path(m, 0, n)) FAIL("index " << m << " of " << n);
      if (!verifyInclusion(leaves[m], index, size, proof, root)) FAIL("index " << m << " of " << n);
      if (n > 1 && verifyInclusion(leaves[m], index ^ 1, size, proof, root)) FAIL("another index passes");
    }
  }
}

TEST_CASE("Consistency proofs of all pairs up to 300 leaves are those of the RFC", "[audit]") {
  const auto leaves = someLeaves(300);
  StoredTree tree;
  std::vector<Hash> roots{emptyRoot()};
  for (const Hash& leaf : leaves) {
    tree.append(leaf);
    roots.push_back(tree.range.root());
  }
  Naive naive{leaves};
  for (std::size_t to = 0; to <= leaves.size(); ++to) {
    for (std::size_t from = 0; from <= to; ++from) {
      const auto m = static_cast<std::int64_t>(from);
      const auto n = static_cast<std::int64_t>(to);
      Proof proof = consistencyProof(tree.reader(), m, n);
      if (from > 0 && proof != naive.subproof(from, 0, to, true)) FAIL(from << " in " << to);
      if (!verifyConsistency(m, n, roots[from], roots[to], proof)) FAIL(from << " in " << to);
      Hash other = roots[from];
      other[0] ^= 1U;
      if (verifyConsistency(m, n, other, roots[to], proof)) FAIL("another old root passes: " << from << " in " << to);
      if (from > 0 && from < to && verifyConsistency(m, n, roots[from], other, proof)) FAIL("another new root passes");
      proof.push_back(roots[to]);
      if (verifyConsistency(m, n, roots[from], roots[to], proof))
        FAIL("a longer proof passes: " << from << " in " << to);
    }
  }
}

TEST_CASE("Proofs are made with O(log n) reads, and any changed hash breaks them", "[audit]") {
  const auto leaves = someLeaves(300);
  std::mt19937 random(7);
  StoredTree tree;
  std::vector<Hash> roots{emptyRoot()};
  for (const Hash& leaf : leaves) {
    tree.append(leaf);
    roots.push_back(tree.range.root());
  }
  for (int round = 0; round < 600; ++round) {
    const auto size = static_cast<std::int64_t>(1 + random() % leaves.size());
    const auto index = static_cast<std::int64_t>(random() % static_cast<unsigned>(size));
    const Hash& root = roots[static_cast<std::size_t>(size)];
    const Hash& leaf = leaves[static_cast<std::size_t>(index)];
    tree.reads = 0;
    Proof proof = inclusionProof(tree.reader(), index, size);
    CHECK(tree.reads <= 20);  // O(log n): one read per sibling, and the right edge once
    CHECK(verifyInclusion(leaf, index, size, proof, root));
    if (proof.empty()) continue;
    CHECK_FALSE(verifyInclusion(root, index, size, proof, root));
    proof[random() % proof.size()][random() % 32] ^= 0x40U;
    CHECK_FALSE(verifyInclusion(leaf, index, size, proof, root));

    Proof consistency = consistencyProof(tree.reader(), index, size);
    const Hash& old = roots[static_cast<std::size_t>(index)];
    CHECK(verifyConsistency(index, size, old, root, consistency));
    if (consistency.empty()) continue;
    consistency[random() % consistency.size()][random() % 32] ^= 0x01U;
    CHECK_FALSE(verifyConsistency(index, size, old, root, consistency));
    consistency.pop_back();
    CHECK_FALSE(verifyConsistency(index, size, old, root, consistency));
  }
  CHECK_FALSE(verifyInclusion(leaves[0], 0, 0, {}, emptyRoot()));
  CHECK_FALSE(verifyInclusion(leaves[0], -1, 1, {}, leaves[0]));
  CHECK_FALSE(verifyConsistency(2, 1, roots[2], roots[1], {}));
}
