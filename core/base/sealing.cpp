#include "base/sealing.h"

#include <openssl/evp.h>

#include <algorithm>
#include <memory>

#include "base/error.h"

namespace stead::crypto {
namespace {

constexpr std::size_t tagBytes = 16;

struct FreeContext {
  void operator()(EVP_CIPHER_CTX* context) const noexcept { EVP_CIPHER_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_CIPHER_CTX, FreeContext>;

void require(bool ok) {
  if (!ok) throw Error(Code::internalError, "the crypto library failed at sealing a secret");
}

Context newContext() {
  Context context(EVP_CIPHER_CTX_new());
  require(context != nullptr);
  return context;
}

int lengthOf(ByteView bytes) { return static_cast<int>(bytes.size()); }

}  // namespace

Bytes seal(const Hash& key, const SealNonce& nonce, ByteView plain, ByteView context) {
  const Context cipher = newContext();
  Bytes out(nonce.begin(), nonce.end());
  out.resize(sealNonceBytes + plain.size() + tagBytes);
  std::uint8_t* const text = out.data() + sealNonceBytes;
  int length = 0;
  require(EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.data(), nonce.data()) == 1);
  require(EVP_EncryptUpdate(cipher.get(), nullptr, &length, context.data(), lengthOf(context)) == 1);
  require(EVP_EncryptUpdate(cipher.get(), text, &length, plain.data(), lengthOf(plain)) == 1);
  require(EVP_EncryptFinal_ex(cipher.get(), text + length, &length) == 1);
  require(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, static_cast<int>(tagBytes), text + plain.size()) ==
          1);
  return out;
}

std::optional<Bytes> unseal(const Hash& key, ByteView sealed, ByteView context) {
  if (sealed.size() < sealNonceBytes + tagBytes) return std::nullopt;
  const ByteView nonce = sealed.first(sealNonceBytes);
  const ByteView text = sealed.subspan(sealNonceBytes, sealed.size() - sealNonceBytes - tagBytes);
  Bytes tag(sealed.end() - tagBytes, sealed.end());
  const Context cipher = newContext();
  Bytes plain(text.size());
  int length = 0;
  require(EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.data(), nonce.data()) == 1);
  require(EVP_DecryptUpdate(cipher.get(), nullptr, &length, context.data(), lengthOf(context)) == 1);
  require(EVP_DecryptUpdate(cipher.get(), plain.data(), &length, text.data(), lengthOf(text)) == 1);
  require(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, static_cast<int>(tagBytes), tag.data()) == 1);
  if (EVP_DecryptFinal_ex(cipher.get(), plain.data() + length, &length) != 1) {
    wipe(plain);
    return std::nullopt;
  }
  return plain;
}

}  // namespace stead::crypto
