// The few primitives Stead needs, over OpenSSL. Algorithms are fetched once per process.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;
using Hash = std::array<std::uint8_t, 32>;

[[nodiscard]] inline ByteView bytesOf(std::string_view text) noexcept {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
[[nodiscard]] inline std::string_view textOf(ByteView bytes) noexcept {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace stead

namespace stead::crypto {

void randomBytes(std::span<std::uint8_t> out);
// Overwrites a secret before its memory is given back.
void wipe(std::span<std::uint8_t> secret) noexcept;
[[nodiscard]] bool equalInConstantTime(ByteView a, ByteView b) noexcept;

[[nodiscard]] Hash sha256(std::initializer_list<ByteView> parts);
[[nodiscard]] inline Hash sha256(ByteView bytes) { return sha256({bytes}); }

// For input that arrives in pieces.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;
  void update(ByteView bytes);
  [[nodiscard]] Hash finish();

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

[[nodiscard]] Hash hmacSha256(ByteView key, std::initializer_list<ByteView> parts);
// A purpose-bound 32-byte key from the host secret: HMAC(secret, "stead/1/" + purpose).
[[nodiscard]] Hash deriveKey(ByteView secret, std::string_view purpose);

inline constexpr std::size_t ed25519KeyBytes = 32;
inline constexpr std::size_t ed25519SignatureBytes = 64;
[[nodiscard]] Hash ed25519PublicKey(const Hash& seed);
[[nodiscard]] std::array<std::uint8_t, ed25519SignatureBytes> ed25519Sign(const Hash& seed, ByteView message);
[[nodiscard]] bool ed25519Verify(ByteView publicKey, ByteView message, ByteView signature);

[[nodiscard]] std::string hex(ByteView bytes);
[[nodiscard]] std::optional<Bytes> fromHex(std::string_view text);
[[nodiscard]] std::string base64(ByteView bytes);
[[nodiscard]] std::optional<Bytes> fromBase64(std::string_view text);     // strict: padding needed, no white space
[[nodiscard]] std::string base64Url(ByteView bytes);                      // without padding
[[nodiscard]] std::optional<Bytes> fromBase64Url(std::string_view text);  // without padding

}  // namespace stead::crypto
