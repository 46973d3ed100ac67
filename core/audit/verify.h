// Recomputes a whole trail from the bytes of its entries, in constant memory (design 6).
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>

#include "audit/merkle.h"
#include "storage/database.h"

namespace stead::audit {

struct Broken {
  std::string check;  // leaf, node, head, personal, column, file
  std::int64_t from = 0;
  std::int64_t to = 0;  // inclusive
  std::string text;
};

struct Verification {
  std::int64_t size = 0;     // as the head says
  Hash root{};               // as recomputed, of the entries up to the end of the part
  std::int64_t checked = 0;  // entries that were read
  std::int64_t erased = 0;
  std::optional<Broken> broken;
};

// Which entries of a trail are read: [from, to), and what stands at its end when that is the end of the trail.
struct Part {
  std::int64_t from = 0;
  std::int64_t to = std::numeric_limits<std::int64_t>::max();
};

// `db` is one snapshot. `deep` also compares the look-up columns with the bytes, and the content of files with the
// hashes that entries name. A part that begins later rests on the nodes stored before it.
[[nodiscard]] Verification verifyTrail(Connection& db, AccountScope scope, bool deep, Part part = {});

}  // namespace stead::audit
