// The evidence file of one document, "stead-evidence/1": one JSON object in canonical form, with the members
//
//   format      "stead-evidence/1"
//   documentId, origin, vkey
//   checkpoint  the signed note
//   entries     [{index, entry (base64 of the bytes), proof (tlog-proof, checkpoint included)}], by index
//   personal    [{index, salt (base64), fields}] of those entries; erased ones are missing and the erasure is an entry
//   files       [{name, sha256 (hex), size}] as sent
//   consent     {text, textHash (hex), locale, answeredAt, round, grantId}; on documents sent by a grant only
//
// What it proves: these entries are in the log whose key is known, unchanged, at these places. What it does not prove:
// that no other entry concerns the document, that the clock of the log was right, or that people are who they say.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/detail.h"
#include "audit/stored_entry.h"
#include "base/json.h"

namespace stead::audit {

inline constexpr const char* evidenceFormat = "stead-evidence/1";

// What the send entry of a document says: whom it was sent for, by what right, which files. Of several (a scheduled
// send, made and later sent) the last one counts.
struct SendFacts {
  std::string authority;
  std::string principal;
  std::string grantId;
  std::vector<FileDetail> files;
};
// Nothing when `entry` is not one that made or sent the document.
[[nodiscard]] std::optional<SendFacts> sendFactsIn(const Json& entry, std::string_view documentId);

[[nodiscard]] bool isAbout(const Json& entry, std::string_view subjectType, std::string_view subjectId);
// An entry about the identity that tells how the consent came to be or went.
[[nodiscard]] bool tellsOfConsent(const Json& entry, const SendFacts& send, std::int64_t round);

}  // namespace stead::audit
