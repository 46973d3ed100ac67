// C2SP signed notes, v1: a text, an empty line, signatures. Pure; keys are passed in.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/crypto.h"

namespace stead::audit {

// Who may sign: Ed25519 only.
struct VerifierKey {
  std::string name;
  std::uint32_t id = 0;
  Hash publicKey{};
};

struct NoteSignature {
  std::string name;
  std::uint32_t id = 0;
  Bytes signature;
};

struct Note {
  std::string text;  // ends in LF
  std::vector<NoteSignature> signatures;
};

inline constexpr std::size_t noteBytesMax = std::size_t{1024} * 1024;
inline constexpr std::size_t noteSignaturesMax = 100;  // verifiers must accept at least 16

enum class NoteCheck {
  good,  // at least one known key signed it, and no known key's signature is bad
  malformed,
  badSignature,  // a known key's signature does not fit
  unsigned_      // no known key signed it
};

// Not empty, no white space, no '+'.
[[nodiscard]] bool isKeyName(std::string_view name) noexcept;
[[nodiscard]] VerifierKey verifierKey(std::string_view name, const Hash& publicKey);
// "name+hex(key id)+base64(type ‖ public key)".
[[nodiscard]] std::string vkeyText(const VerifierKey& key);
[[nodiscard]] std::optional<VerifierKey> parseVkey(std::string_view text);

// `text` must end in LF and be free of other control characters; the key's name must be a key name.
// One signature for each seed, all under the same name.
[[nodiscard]] std::string signNote(std::string_view text, std::string_view keyName, std::span<const Hash> seeds);
[[nodiscard]] inline std::string signNote(std::string_view text, std::string_view keyName, const Hash& seed) {
  return signNote(text, keyName, std::span(&seed, 1));
}
[[nodiscard]] std::optional<Note> parseNote(std::string_view bytes);
// The text of the note goes to `note` unless it is malformed.
[[nodiscard]] NoteCheck openNote(std::string_view bytes, std::span<const VerifierKey> known, Note& note);

}  // namespace stead::audit
