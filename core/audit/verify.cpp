#include "audit/verify.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "audit/canonical.h"
#include "audit/deep_verify.h"
#include "audit/stored_entry.h"
#include "audit/trail_store.h"

namespace stead::audit {
namespace {

// Entries are read in blocks, so that nodes and personal rows come in a few ordered reads and memory stays constant.
constexpr std::int64_t blockEntries = 1024;

std::string entryText(std::int64_t index) { return "entry " + std::to_string(index); }

std::string rangeText(std::int64_t from, std::int64_t to) {
  return from == to ? entryText(from) : "entries " + std::to_string(from) + " to " + std::to_string(to);
}

bool equal(ByteView stored, const Hash& made) noexcept {
  return stored.size() == made.size() && std::equal(stored.begin(), stored.end(), made.begin());
}

class TrailVerifier {
 public:
  TrailVerifier(Connection& db, AccountScope scope, bool deep, Part part)
      : db_(db), scope_(scope), deep_(deep), part_(part) {}

  Verification run() {
    if (readHead() && readBeginning()) {
      part_.to = std::min(part_.to, out_.size);
      for (std::int64_t begin = part_.from; begin < part_.to && !out_.broken; begin += blockEntries) {
        verifyBlock(begin, std::min(begin + blockEntries, part_.to));
      }
    }
    if (!out_.broken && part_.to >= out_.size) verifyEnd();
    if (!out_.broken && deep_) out_.broken = verifyDeep(db_, scope_, part_.from, part_.to, out_.size);
    out_.root = range_.root();
    return std::move(out_);
  }

 private:
  struct Claim {
    std::int64_t index;
    Hash personal;
  };

  // Keeps the failure of the earliest entry; of two at the same entry the one found first.
  void note(std::string_view check, std::int64_t from, std::int64_t to, std::string text) {
    if (out_.broken && out_.broken->from <= from) return;
    out_.broken = Broken{std::string(check), from, to, std::move(text)};
  }

  bool readHead() {
    auto row = db_.query("SELECT size, range, last_at FROM audit_head WHERE account_id = $1", scope_.account);
    if (!row.step()) return true;
    out_.size = row.integer(0);
    const ByteView hashes = row.bytes(1);
    headHashes_.assign(hashes.begin(), hashes.end());
    headLastAt_ = row.integer(2);
    if (CompactRange::read(out_.size, headHashes_)) return true;
    note("head", 0, 0, "the head's hashes do not fit its size of " + std::to_string(out_.size));
    return false;
  }

  // The tree before the part, from its stored nodes.
  bool readBeginning() {
    Bytes hashes;
    std::int64_t begin = 0;
    for (int level = treeLevelsMax; level >= 0; --level) {
      if (((part_.from >> level) & 1) == 0) continue;
      const auto hash = storedNode(db_, scope_, level, begin >> level);
      begin += std::int64_t{1} << level;
      if (!hash) {
        note("node", part_.from, part_.from,
             "a stored hash over the entries before " + entryText(part_.from) + " is missing");
        return false;
      }
      hashes.insert(hashes.end(), hash->begin(), hash->end());
    }
    range_ = *CompactRange::read(part_.from, hashes);
    return true;
  }

  void verifyBlock(std::int64_t begin, std::int64_t end) {
    for (auto& level : made_) level.clear();
    claims_.clear();
    readEntries(begin, end);
    const std::int64_t sound = range_.size();
    compareNodes();
    comparePersonal(begin, sound);
  }

  // Recomputes leaves and nodes; stops at the first entry that does not fit its own leaf.
  void readEntries(std::int64_t begin, std::int64_t end) {
    auto rows = db_.query(
        "SELECT idx, bytes, leaf FROM audit_entry WHERE account_id = $1 AND idx >= $2 AND idx < $3 ORDER BY idx",
        scope_.account, begin, end);
    for (std::int64_t index = begin; index < end; ++index) {
      if (!rows.step() || rows.integer(0) != index) {
        note("leaf", index, index, entryText(index) + " is missing");
        return;
      }
      ++out_.checked;
      const std::string_view bytes = textOf(rows.bytes(1));
      const Hash leaf = leafHash(rows.bytes(1));
      if (!equal(rows.bytes(2), leaf)) {
        note("leaf", index, index, entryText(index) + ": its bytes do not give its leaf hash");
        return;
      }
      for (const TreeNode& node : range_.append(leaf)) {
        made_[static_cast<std::size_t>(node.level)].push_back(node);
      }
      if (const auto personal = personalHashIn(bytes)) claims_.push_back({index, *personal});
      if (looksLikeErasure(bytes)) verifyErasure(index, bytes);
      if (index + 1 == out_.size) verifyNewest(index, bytes);
    }
  }

  void verifyNewest(std::int64_t index, std::string_view bytes) {
    const auto entry = parseEntry(bytes);
    if (!entry || integerAt(*entry, {"at"}) != headLastAt_) {
      note("head", index, index, "the head's time is not that of " + entryText(index) + ", the newest one");
    }
  }

  // What an erasure names must be gone and stay gone.
  void verifyErasure(std::int64_t index, std::string_view bytes) {
    const auto spans = erasedSpans(bytes);
    if (!spans) return;
    for (const Span& span : *spans) {
      auto row = db_.query(
          "SELECT idx FROM audit_personal WHERE account_id = $1 AND idx >= $2 AND idx <= $3 ORDER BY idx LIMIT 1",
          scope_.account, span.from, span.to);
      if (!row.step()) continue;
      note("personal", row.integer(0), row.integer(0),
           entryText(row.integer(0)) + ": its personal fields are there, though " + entryText(index) + " erased them");
    }
  }

  void compareNodes() {
    for (int level = 1; level <= treeLevelsMax; ++level) {
      const auto& made = made_[static_cast<std::size_t>(level)];
      if (made.empty()) break;
      compareLevel(level, made);
    }
  }

  // The first wrong node of a level is enough: only the earliest is told.
  void compareLevel(int level, const std::vector<TreeNode>& made) {
    auto rows = db_.query(
        "SELECT idx, hash FROM audit_node WHERE account_id = $1 AND level = $2 AND idx >= $3 AND idx <= $4 "
        "ORDER BY idx",
        scope_.account, level, made.front().index, made.back().index);
    for (const TreeNode& node : made) {
      if (rows.step() && rows.integer(0) == node.index && equal(rows.bytes(1), node.hash)) continue;
      noteNode(level, node.index);
      return;
    }
  }

  // A wrong node makes all nodes above it wrong; the smallest one is told.
  void noteNode(int level, std::int64_t index) {
    const std::int64_t from = index << level;
    const std::int64_t to = ((index + 1) << level) - 1;
    if (out_.broken && from <= out_.broken->from && out_.broken->to <= to) return;
    const std::string range = rangeText(from, to);
    if (!storedNode(db_, scope_, level, index)) {
      note("node", from, to, "the stored hash over " + range + " is missing");
    } else if (fitsAbove(level, index)) {
      note("node", from, to, "among " + range + " one was rewritten together with its leaf hash");
    } else {
      note("node", from, to, "the stored hash over " + range + " is not that of these entries");
    }
  }

  // Whether what stands above a stored node was made from it: then not the node was changed, but the entries below.
  bool fitsAbove(int level, std::int64_t index) {
    const auto left = storedNode(db_, scope_, level, index & ~std::int64_t{1});
    const auto right = storedNode(db_, scope_, level, index | 1);
    const auto above = storedNode(db_, scope_, level + 1, index >> 1);
    if (left && right && above) return nodeHash(*left, *right) == *above;
    return storedNode(db_, scope_, level, index) == headHash(level);
  }

  // The head's hash of the full subtree of this level, if the size has one.
  [[nodiscard]] std::optional<Hash> headHash(int level) const {
    if (((out_.size >> level) & 1) == 0) return std::nullopt;
    const auto range = CompactRange::read(out_.size, headHashes_);
    std::size_t place = 0;
    for (int higher = treeLevelsMax; higher > level; --higher) {
      if (((out_.size >> higher) & 1) != 0) ++place;
    }
    return range->hashes()[place];
  }

  // Walks claims and rows side by side: both are ordered by index.
  void comparePersonal(std::int64_t begin, std::int64_t end) {
    auto rows = db_.query(
        "SELECT idx, salt, fields FROM audit_personal WHERE account_id = $1 AND idx >= $2 AND idx < $3 ORDER BY idx",
        scope_.account, begin, end);
    bool more = rows.step();
    for (const Claim& claim : claims_) {
      for (; more && rows.integer(0) < claim.index; more = rows.step()) noteUnclaimed(rows.integer(0));
      if (!more || rows.integer(0) != claim.index) {
        countErased(claim.index);
        continue;
      }
      if (personalHash(rows.bytes(1), rows.view(2)) != claim.personal) {
        note("personal", claim.index, claim.index,
             entryText(claim.index) + ": the personal fields are not those it was made with");
      }
      more = rows.step();
    }
    for (; more; more = rows.step()) noteUnclaimed(rows.integer(0));
  }

  void noteUnclaimed(std::int64_t index) {
    note("personal", index, index, entryText(index) + " has personal fields, but was made without any");
  }

  void countErased(std::int64_t index) {
    if (isErased(index)) {
      ++out_.erased;
    } else {
      note("personal", index, index, entryText(index) + ": its personal fields are gone and no entry erased them");
    }
  }

  // The look-up row only says where to look; the erasure entry must name the index itself.
  bool isErased(std::int64_t index) {
    const auto by = erasedBy(db_, scope_, index);
    if (!by || *by <= index || *by >= out_.size) return false;
    if (by != erasure_) {
      const auto bytes = entryBytes(db_, scope_, *by);
      auto spans = bytes ? erasedSpans(*bytes) : std::nullopt;
      if (!spans) return false;
      erasure_ = by;
      erasureSpans_ = std::move(*spans);
    }
    return contains(erasureSpans_, index);
  }

  void verifyEnd() {
    compareHead();
    refuseSurplus();
  }

  // Full subtrees were compared with stored nodes above; what is left over is an entry at the end, or the head itself.
  void compareHead() {
    const auto stored = CompactRange::read(out_.size, headHashes_);
    std::int64_t from = 0;
    std::size_t place = 0;
    for (int level = treeLevelsMax; level >= 0; --level) {
      if (((out_.size >> level) & 1) == 0) continue;
      const std::int64_t to = from + (std::int64_t{1} << level) - 1;
      if (stored->hashes()[place] != range_.hashes()[place]) {
        note("head", from, to, "the head's hash over " + rangeText(from, to) + " is not that of these entries");
      }
      from = to + 1;
      ++place;
    }
  }

  // Rows beyond the size of the head.
  void refuseSurplus() {
    auto entry =
        db_.query("SELECT idx FROM audit_entry WHERE account_id = $1 AND (idx >= $2 OR idx < 0) ORDER BY idx LIMIT 1",
                  scope_.account, out_.size);
    if (entry.step()) {
      const std::int64_t index = entry.integer(0);
      note("head", index, index,
           entryText(index) + " is beyond the size of " + std::to_string(out_.size) + " that the head knows");
    }
    auto personal = db_.query(
        "SELECT idx FROM audit_personal WHERE account_id = $1 AND (idx >= $2 OR idx < 0) ORDER BY idx LIMIT 1",
        scope_.account, out_.size);
    if (personal.step()) noteUnclaimed(personal.integer(0));
    for (int level = 0; level <= treeLevelsMax + 1; ++level) refuseSurplusNodes(level);
  }

  // Level 0 stands for all levels that do not exist below, the last one for those above.
  void refuseSurplusNodes(int level) {
    const bool real = level > 0 && level <= treeLevelsMax;
    auto node = real ? db_.query(
                           "SELECT level, idx FROM audit_node WHERE account_id = $1 AND level = $2 AND "
                           "(idx >= $3 OR idx < 0) ORDER BY idx LIMIT 1",
                           scope_.account, level, out_.size >> level)
                     : db_.query(
                           "SELECT level, idx FROM audit_node WHERE account_id = $1 AND (level < 1 OR level > $2) "
                           "ORDER BY level, idx LIMIT 1",
                           scope_.account, treeLevelsMax);
    if (!node.step()) return;
    note("node", out_.size, out_.size,
         "a hash of level " + std::to_string(node.integer(0)) + " stands where the tree has none yet");
  }

  Connection& db_;
  const AccountScope scope_;
  const bool deep_;
  Part part_;
  Verification out_;
  Bytes headHashes_;
  std::int64_t headLastAt_ = 0;
  CompactRange range_;
  std::array<std::vector<TreeNode>, treeLevelsMax + 1> made_;
  std::vector<Claim> claims_;
  std::optional<std::int64_t> erasure_;  // the erasure entry read last
  std::vector<Span> erasureSpans_;
};

}  // namespace

Verification verifyTrail(Connection& db, AccountScope scope, bool deep, Part part) {
  return TrailVerifier(db, scope, deep, part).run();
}

}  // namespace stead::audit
