#include "audit/note.h"

#include <array>

#include "base/error.h"
#include "base/text.h"

namespace stead::audit {
namespace {

constexpr std::uint8_t ed25519Type = 0x01;
constexpr std::size_t keyIdBytes = 4;
constexpr std::string_view signatureMark = "\xE2\x80\x94 ";  // U+2014 and a space

// Four big-endian bytes.
std::uint32_t readKeyId(ByteView bytes) {
  return (std::uint32_t{bytes[0]} << 24U) | (std::uint32_t{bytes[1]} << 16U) | (std::uint32_t{bytes[2]} << 8U) |
         std::uint32_t{bytes[3]};
}

std::array<std::uint8_t, keyIdBytes> writeKeyId(std::uint32_t id) {
  return {static_cast<std::uint8_t>(id >> 24U), static_cast<std::uint8_t>(id >> 16U),
          static_cast<std::uint8_t>(id >> 8U), static_cast<std::uint8_t>(id)};
}

Bytes typedKey(const Hash& publicKey) {
  Bytes out{ed25519Type};
  out.insert(out.end(), publicKey.begin(), publicKey.end());
  return out;
}

bool isNoteText(std::string_view bytes) noexcept {
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && c != '\n') || byte == 0x7F) return false;
  }
  return text::isUtf8(bytes);
}

std::string signatureLine(std::string_view text, std::string_view keyName, const Hash& seed) {
  const VerifierKey key = verifierKey(keyName, crypto::ed25519PublicKey(seed));
  const auto signature = crypto::ed25519Sign(seed, bytesOf(text));
  Bytes signed_(keyIdBytes);
  const auto id = writeKeyId(key.id);
  std::copy(id.begin(), id.end(), signed_.begin());
  signed_.insert(signed_.end(), signature.begin(), signature.end());
  std::string line(signatureMark);
  line += keyName;
  line += ' ';
  line += crypto::base64(signed_);
  line += '\n';
  return line;
}

std::optional<NoteSignature> parseSignatureLine(std::string_view line) {
  if (!line.starts_with(signatureMark)) return std::nullopt;
  line.remove_prefix(signatureMark.size());
  const auto space = line.find(' ');
  if (space == std::string_view::npos || !isKeyName(line.substr(0, space))) return std::nullopt;
  const auto bytes = crypto::fromBase64(line.substr(space + 1));
  if (!bytes || bytes->size() <= keyIdBytes) return std::nullopt;
  return NoteSignature{std::string(line.substr(0, space)), readKeyId(*bytes),
                       Bytes(bytes->begin() + keyIdBytes, bytes->end())};
}

const VerifierKey* keyOf(const NoteSignature& signature, std::span<const VerifierKey> known) {
  for (const auto& key : known) {
    if (key.id == signature.id && key.name == signature.name) return &key;
  }
  return nullptr;
}

}  // namespace

bool isKeyName(std::string_view name) noexcept {
  if (name.empty() || !isNoteText(name)) return false;
  for (std::size_t i = 0; i < name.size();) {
    const std::size_t bytes = text::characterBytes(name[i]);
    if (name[i] == '+' || text::isBlank(name.substr(i, bytes))) return false;
    i += bytes;
  }
  return true;
}

VerifierKey verifierKey(std::string_view name, const Hash& publicKey) {
  const Hash hash = crypto::sha256({bytesOf(name), bytesOf("\n"), typedKey(publicKey)});
  return {std::string(name), readKeyId(hash), publicKey};
}

std::string vkeyText(const VerifierKey& key) {
  return key.name + "+" + crypto::hex(writeKeyId(key.id)) + "+" + crypto::base64(typedKey(key.publicKey));
}

std::optional<VerifierKey> parseVkey(std::string_view text) {
  const auto first = text.find('+');
  if (first == std::string_view::npos) return std::nullopt;
  const auto second = text.find('+', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const std::string_view name = text.substr(0, first);
  const auto id = crypto::fromHex(text.substr(first + 1, second - first - 1));
  const auto typed = crypto::fromBase64(text.substr(second + 1));
  if (!isKeyName(name) || !id || id->size() != keyIdBytes || !typed) return std::nullopt;
  if (typed->size() != 1 + crypto::ed25519KeyBytes || typed->front() != ed25519Type) return std::nullopt;
  Hash publicKey{};
  std::copy(typed->begin() + 1, typed->end(), publicKey.begin());
  VerifierKey key = verifierKey(name, publicKey);
  if (key.id != readKeyId(*id)) return std::nullopt;
  return key;
}

std::string signNote(std::string_view text, std::string_view keyName, std::span<const Hash> seeds) {
  if (!text.ends_with('\n') || !isNoteText(text) || !isKeyName(keyName) || seeds.empty()) {
    throw Error(Code::internalError, "a note that cannot be signed");
  }
  std::string out(text);
  out += '\n';
  for (const Hash& seed : seeds) out += signatureLine(text, keyName, seed);
  return out;
}

std::optional<Note> parseNote(std::string_view bytes) {
  if (bytes.size() > noteBytesMax || !isNoteText(bytes)) return std::nullopt;
  const auto gap = bytes.rfind("\n\n");
  if (gap == std::string_view::npos) return std::nullopt;
  std::string_view lines = bytes.substr(gap + 2);
  if (!lines.ends_with('\n')) return std::nullopt;
  Note note{std::string(bytes.substr(0, gap + 1)), {}};
  while (!lines.empty()) {
    const auto end = lines.find('\n');
    auto signature = parseSignatureLine(lines.substr(0, end));
    if (!signature || note.signatures.size() == noteSignaturesMax) return std::nullopt;
    note.signatures.push_back(std::move(*signature));
    lines.remove_prefix(end + 1);
  }
  return note;
}

NoteCheck openNote(std::string_view bytes, std::span<const VerifierKey> known, Note& note) {
  auto parsed = parseNote(bytes);
  if (!parsed) return NoteCheck::malformed;
  note = std::move(*parsed);
  bool signedByKnown = false;
  for (const auto& signature : note.signatures) {
    const VerifierKey* key = keyOf(signature, known);
    if (key == nullptr) continue;
    if (!crypto::ed25519Verify(key->publicKey, bytesOf(note.text), signature.signature)) return NoteCheck::badSignature;
    signedByKnown = true;
  }
  return signedByKnown ? NoteCheck::good : NoteCheck::unsigned_;
}

}  // namespace stead::audit
