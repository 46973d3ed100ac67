#include "audit/checkpoint.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace stead::audit {
namespace {

constexpr std::string_view proofHeader = "c2sp.org/tlog-proof@v1";
constexpr std::string_view extraMark = "extra ";
constexpr std::string_view indexMark = "index ";

// Takes the next line, without its LF; nothing when no LF is left.
std::optional<std::string_view> takeLine(std::string_view& text) {
  const auto end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

std::optional<Hash> parseHash(std::string_view base64) {
  const auto bytes = crypto::fromBase64(base64);
  Hash hash{};
  if (!bytes || bytes->size() != hash.size()) return std::nullopt;
  std::copy(bytes->begin(), bytes->end(), hash.begin());
  return hash;
}

}  // namespace

std::optional<std::int64_t> parseDecimal(std::string_view text) noexcept {
  if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  if (text.size() > 1 && text.front() == '0') return std::nullopt;
  return text::parseInteger(text);
}

std::string checkpointText(const Checkpoint& checkpoint) {
  return checkpoint.origin + "\n" + std::to_string(checkpoint.size) + "\n" + crypto::base64(checkpoint.root) + "\n";
}

std::optional<Checkpoint> parseCheckpointText(std::string_view text) {
  const auto origin = takeLine(text);
  const auto sizeLine = takeLine(text);
  const auto rootLine = takeLine(text);
  if (!origin || origin->empty() || !sizeLine || !rootLine) return std::nullopt;
  const auto size = parseDecimal(*sizeLine);
  const auto root = parseHash(*rootLine);
  if (!size || !root) return std::nullopt;
  while (!text.empty()) {
    const auto extension = takeLine(text);
    if (!extension || extension->empty()) return std::nullopt;
  }
  return Checkpoint{std::string(*origin), *size, *root};
}

std::string signCheckpoint(const Checkpoint& checkpoint, std::span<const Hash> seeds) {
  return signNote(checkpointText(checkpoint), checkpoint.origin, seeds);
}

OpenedCheckpoint openCheckpoint(std::string_view note, const VerifierKey& key) {
  Note opened;
  switch (openNote(note, std::span(&key, 1), opened)) {
    case NoteCheck::malformed:
      return {{}, "the checkpoint is not a signed note"};
    case NoteCheck::badSignature:
      return {{}, "the signature of the checkpoint does not fit its text"};
    case NoteCheck::unsigned_:
      return {{}, "the checkpoint is not signed with the key " + key.name};
    case NoteCheck::good:
      break;
  }
  auto checkpoint = parseCheckpointText(opened.text);
  if (!checkpoint) return {{}, "the signed text is not a checkpoint"};
  if (checkpoint->origin != key.name) return {{}, "the checkpoint is of another log than the key"};
  return {std::move(*checkpoint), {}};
}

std::string writeTlogProof(const TlogProof& proof) {
  std::string out(proofHeader);
  out += '\n';
  out += indexMark;
  out += std::to_string(proof.index);
  out += '\n';
  for (const Hash& hash : proof.hashes) {
    out += crypto::base64(hash);
    out += '\n';
  }
  out += '\n';
  out += proof.checkpoint;
  return out;
}

std::optional<TlogProof> parseTlogProof(std::string_view text) {
  TlogProof proof;
  auto line = takeLine(text);
  if (!line || *line != proofHeader) return std::nullopt;
  line = takeLine(text);
  if (line && line->starts_with(extraMark)) {
    if (!crypto::fromBase64(line->substr(extraMark.size()))) return std::nullopt;
    proof.hasExtra = true;
    line = takeLine(text);
  }
  if (!line || !line->starts_with(indexMark)) return std::nullopt;
  const auto index = parseDecimal(line->substr(indexMark.size()));
  if (!index) return std::nullopt;
  proof.index = *index;
  for (line = takeLine(text); line && !line->empty(); line = takeLine(text)) {
    const auto hash = parseHash(*line);
    if (!hash || proof.hashes.size() == static_cast<std::size_t>(treeLevelsMax)) return std::nullopt;
    proof.hashes.push_back(*hash);
  }
  if (!line) return std::nullopt;
  proof.checkpoint = text;
  return proof;
}

std::string verifyTlogProof(std::string_view text, ByteView entry, const VerifierKey& key) {
  const auto proof = parseTlogProof(text);
  if (!proof) return "the proof is not a tlog-proof";
  const OpenedCheckpoint opened = openCheckpoint(proof->checkpoint, key);
  if (!opened.failure.empty()) return opened.failure;
  if (!verifyInclusion(leafHash(entry), proof->index, opened.checkpoint.size, proof->hashes, opened.checkpoint.root)) {
    return "the path of hashes does not lead from the entry to the root of the checkpoint";
  }
  return {};
}

}  // namespace stead::audit
