#include "base/crypto.h"

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <new>

#include "base/error.h"

namespace stead::crypto {
namespace {

// Without memory the library says so, says nothing, or says that an algorithm or a key, all of which are known to be
// good, cannot begin.
bool isOfMemory(unsigned long error) noexcept {
  const int reason = ERR_GET_REASON(error);
  return error == 0 || reason == ERR_R_MALLOC_FAILURE ||
         (ERR_GET_LIB(error) == ERR_LIB_EVP &&
          (reason == EVP_R_INITIALIZATION_ERROR || reason == EVP_R_KEY_SETUP_FAILED));
}

[[noreturn]] void fail(const char* what) {
  const unsigned long error = ERR_peek_last_error();
  bool memory = isOfMemory(error);
  while (const unsigned long one = ERR_get_error()) memory = memory || isOfMemory(one);
  ERR_clear_error();  // what is told still holds memory
  if (memory) throw std::bad_alloc();
  const char* reason = ERR_reason_error_string(error);
  throw Error(Code::internalError, std::string("the crypto library failed at ") + what + " (" +
                                       (reason == nullptr ? "no reason given" : reason) + ")");
}

void require(bool ok, const char* what) {
  if (!ok) fail(what);
}

struct FreeMdContext {
  void operator()(EVP_MD_CTX* context) const noexcept { EVP_MD_CTX_free(context); }
};
using MdContext = std::unique_ptr<EVP_MD_CTX, FreeMdContext>;

struct FreeKey {
  void operator()(EVP_PKEY* key) const noexcept { EVP_PKEY_free(key); }
};
using Key = std::unique_ptr<EVP_PKEY, FreeKey>;

// Fetching costs as much as hashing 200 bytes, so it is done once; the object is immutable and thread-safe.
const EVP_MD* sha256Algorithm() {
  // A failure is not kept: the next call fetches again.
  static const std::unique_ptr<EVP_MD, void (*)(EVP_MD*)> md = [] {
    std::unique_ptr<EVP_MD, void (*)(EVP_MD*)> fetched(EVP_MD_fetch(nullptr, "SHA256", nullptr), EVP_MD_free);
    require(fetched != nullptr, "SHA-256");
    return fetched;
  }();
  return md.get();
}

MdContext newContext() {
  MdContext context(EVP_MD_CTX_new());
  require(context != nullptr, "a digest context");
  return context;
}

EVP_MD_CTX* threadContext() {
  static thread_local const MdContext context = newContext();
  return context.get();
}

constexpr std::string_view standardAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view urlAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::string encode64(ByteView bytes, std::string_view alphabet, bool pad) {
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t left = bytes.size() - i;
    const std::uint32_t group = (std::uint32_t{bytes[i]} << 16U) | (left > 1 ? std::uint32_t{bytes[i + 1]} << 8U : 0U) |
                                (left > 2 ? std::uint32_t{bytes[i + 2]} : 0U);
    out += alphabet[(group >> 18U) & 63U];
    out += alphabet[(group >> 12U) & 63U];
    if (left > 1) out += alphabet[(group >> 6U) & 63U];
    if (left > 2) out += alphabet[group & 63U];
  }
  while (pad && out.size() % 4 != 0) out += '=';
  return out;
}

std::optional<Bytes> decode64(std::string_view text, std::string_view alphabet, bool padded) {
  if (padded) {
    if (text.size() % 4 != 0) return std::nullopt;
    for (int i = 0; i < 2 && !text.empty() && text.back() == '='; ++i) text.remove_suffix(1);
  }
  if (text.size() % 4 == 1) return std::nullopt;
  Bytes out;
  out.reserve(text.size() * 3 / 4);
  std::uint32_t group = 0;
  unsigned bits = 0;
  for (const char c : text) {
    const auto value = alphabet.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    group = (group << 6U) | static_cast<std::uint32_t>(value);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out.push_back(static_cast<std::uint8_t>((group >> bits) & 0xFFU));
    }
  }
  // Left-over bits must be zero, or one value would have several spellings.
  if ((group & ((1U << bits) - 1U)) != 0) return std::nullopt;
  return out;
}

}  // namespace

void randomBytes(std::span<std::uint8_t> out) {
  require(RAND_bytes(out.data(), static_cast<int>(out.size())) == 1, "random bytes");
}

void wipe(std::span<std::uint8_t> secret) noexcept { OPENSSL_cleanse(secret.data(), secret.size()); }

bool equalInConstantTime(ByteView a, ByteView b) noexcept {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

Hash sha256(std::initializer_list<ByteView> parts) {
  EVP_MD_CTX* context = threadContext();
  require(EVP_DigestInit_ex2(context, sha256Algorithm(), nullptr) == 1, "a hash");
  for (const ByteView part : parts) require(EVP_DigestUpdate(context, part.data(), part.size()) == 1, "a hash");
  Hash out{};
  require(EVP_DigestFinal_ex(context, out.data(), nullptr) == 1, "a hash");
  return out;
}

struct Sha256::Context {
  MdContext md;
};

Sha256::Sha256() : context_(std::make_unique<Context>(Context{newContext()})) {
  require(EVP_DigestInit_ex2(context_->md.get(), sha256Algorithm(), nullptr) == 1, "a hash");
}

Sha256::~Sha256() = default;

void Sha256::update(ByteView bytes) {
  require(EVP_DigestUpdate(context_->md.get(), bytes.data(), bytes.size()) == 1, "a hash");
}

Hash Sha256::finish() {
  Hash out{};
  require(EVP_DigestFinal_ex(context_->md.get(), out.data(), nullptr) == 1, "a hash");
  return out;
}

Hash hmacSha256(ByteView key, std::initializer_list<ByteView> parts) {
  // RFC 2104 over the fetched digest: OpenSSL's one-shot HMAC fetches its algorithm on every call (7 x slower).
  constexpr std::size_t block = 64;
  std::array<std::uint8_t, block> inner{};
  std::array<std::uint8_t, block> outer{};
  if (key.size() > block) {
    const Hash short_key = sha256(key);
    std::copy(short_key.begin(), short_key.end(), inner.begin());
  } else {
    std::copy(key.begin(), key.end(), inner.begin());
  }
  outer = inner;
  for (auto& b : inner) b ^= 0x36U;
  for (auto& b : outer) b ^= 0x5CU;

  EVP_MD_CTX* context = threadContext();
  require(EVP_DigestInit_ex2(context, sha256Algorithm(), nullptr) == 1, "an HMAC");
  require(EVP_DigestUpdate(context, inner.data(), inner.size()) == 1, "an HMAC");
  for (const ByteView part : parts) require(EVP_DigestUpdate(context, part.data(), part.size()) == 1, "an HMAC");
  Hash digest{};
  require(EVP_DigestFinal_ex(context, digest.data(), nullptr) == 1, "an HMAC");
  const Hash mac = sha256({outer, digest});
  wipe(inner);
  wipe(outer);
  return mac;
}

Hash deriveKey(ByteView secret, std::string_view purpose) {
  return hmacSha256(secret, {bytesOf("stead/1/"), bytesOf(purpose)});
}

namespace {
Key privateKey(const Hash& seed) {
  Key key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.data(), seed.size()));
  require(key != nullptr, "a signing key");
  return key;
}
}  // namespace

Hash ed25519PublicKey(const Hash& seed) {
  Hash out{};
  std::size_t size = out.size();
  require(EVP_PKEY_get_raw_public_key(privateKey(seed).get(), out.data(), &size) == 1, "a public key");
  return out;
}

std::array<std::uint8_t, ed25519SignatureBytes> ed25519Sign(const Hash& seed, ByteView message) {
  const Key key = privateKey(seed);
  const MdContext context = newContext();
  std::array<std::uint8_t, ed25519SignatureBytes> out{};
  std::size_t size = out.size();
  require(EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1, "a signature");
  require(EVP_DigestSign(context.get(), out.data(), &size, message.data(), message.size()) == 1, "a signature");
  return out;
}

namespace {
bool fits(ByteView publicKey, ByteView message, ByteView signature) {
  const Key key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, publicKey.data(), publicKey.size()));
  const MdContext context = newContext();
  require(key && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1, "a verification");
  const int rc = EVP_DigestVerify(context.get(), signature.data(), signature.size(), message.data(), message.size());
  ERR_clear_error();
  return rc == 1;
}
}  // namespace

bool ed25519Verify(ByteView publicKey, ByteView message, ByteView signature) {
  if (publicKey.size() != ed25519KeyBytes || signature.size() != ed25519SignatureBytes) return false;
  // Without memory a good signature looks like a bad one, so a no is looked at twice.
  return fits(publicKey, message, signature) || fits(publicKey, message, signature);
}

std::string hex(ByteView bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const std::uint8_t b : bytes) {
    out += digits[b >> 4U];
    out += digits[b & 0x0FU];
  }
  return out;
}

namespace {

constexpr std::uint8_t noNibble = 0xFF;

// A table, because the digits of a hash are random: comparing them mispredicts every second branch.
constexpr std::array<std::uint8_t, 256> nibbles = [] {
  std::array<std::uint8_t, 256> table{};
  table.fill(noNibble);
  for (std::uint8_t i = 0; i < 10; ++i) table[static_cast<std::uint8_t>('0' + i)] = i;
  for (std::uint8_t i = 0; i < 6; ++i) table[static_cast<std::uint8_t>('a' + i)] = static_cast<std::uint8_t>(10 + i);
  return table;
}();

}  // namespace

std::optional<Bytes> fromHex(std::string_view text) {
  if (text.size() % 2 != 0) return std::nullopt;
  Bytes out(text.size() / 2);
  std::uint8_t seen = 0;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const std::uint8_t high = nibbles[static_cast<std::uint8_t>(text[2 * i])];
    const std::uint8_t low = nibbles[static_cast<std::uint8_t>(text[2 * i + 1])];
    seen = static_cast<std::uint8_t>(seen | high | low);
    out[i] = static_cast<std::uint8_t>(high << 4U | low);
  }
  if (seen == noNibble) return std::nullopt;
  return out;
}

std::string base64(ByteView bytes) { return encode64(bytes, standardAlphabet, true); }
std::optional<Bytes> fromBase64(std::string_view text) { return decode64(text, standardAlphabet, true); }
std::string base64Url(ByteView bytes) { return encode64(bytes, urlAlphabet, false); }
std::optional<Bytes> fromBase64Url(std::string_view text) { return decode64(text, urlAlphabet, false); }

}  // namespace stead::crypto
