// What shows that a later checkpoint of a log continues an earlier one: the consistency proof as text. It is the body
// of an add-checkpoint request of C2SP's tlog-witness, so a public witness understands it too:
//
//   old <size of the earlier tree>
//   <base64 of a hash>, one a line, at most 63
//
//   <the later checkpoint, a signed note>
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "audit/checkpoint.h"

namespace stead::audit {

struct GrowthProof {
  std::int64_t oldSize = 0;
  Proof hashes;
  std::string checkpoint;  // of the later tree, verbatim
};

[[nodiscard]] std::string writeGrowthProof(const GrowthProof& proof);
// Nothing unless `text` is exactly what writeGrowthProof writes.
[[nodiscard]] std::optional<GrowthProof> parseGrowthProof(std::string_view text);

struct Growth {
  std::string origin;
  std::int64_t from = 0;
  std::int64_t to = 0;
  std::string check;    // "" when the later log continues the earlier one; else what failed: proof, older, newer,
                        // origin, size, root
  std::string failure;  // a sentence for people
};
// `older` and `newer` are signed notes under one of `keys`; `newer` empty: the one in the proof.
[[nodiscard]] Growth verifyGrowth(std::string_view older, std::string_view newer, std::string_view proof,
                                  std::span<const VerifierKey> keys);

}  // namespace stead::audit
