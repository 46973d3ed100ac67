// The host secret and what is derived from it. Never printed, never stored, wiped at the end.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/crypto.h"
#include "base/sealing.h"

namespace stead {

inline constexpr std::size_t hostSecretBytes = 32;
inline constexpr std::size_t previousSecretsMax = 4;

// What is derived from one host secret.
struct DerivedKeys {
  Hash secret{};
  Hash links{};
  Hash accessCodes{};
  Hash webhooks{};
};

// During a rotation the previous secrets are still good for what was made under them; what is made is made under the
// present one.
class Secrets {
 public:
  // `previous`: any number of secrets one after the other, at most previousSecretsMax.
  explicit Secrets(ByteView hostSecret, ByteView previous = {});
  ~Secrets();
  Secrets(const Secrets&) = delete;
  Secrets& operator=(const Secrets&) = delete;

  // Token of a link: "<kind>.<id>.<round>.<mac>"; the mac is 256 bits over kind, id and round.
  [[nodiscard]] std::string linkToken(std::string_view kind, std::string_view id, std::int64_t round) const;
  struct Link {
    std::string kind;
    std::string id;
    std::int64_t round = 0;
  };
  // The link of a token whose mac is right and whose kind is `kind`; throws Code::linkNotFound for any other text.
  [[nodiscard]] Link openLink(std::string_view kind, std::string_view token) const;

  [[nodiscard]] Hash accessCodeMac(std::string_view documentId, std::string_view signerId, std::string_view code) const;
  // Whether `mac` is that of the code, under the present secret or a previous one.
  [[nodiscard]] bool isAccessCode(std::string_view documentId, std::string_view signerId, std::string_view code,
                                  ByteView mac) const;
  // The secret of a webhook as it lies in the store, bound to the webhook's id.
  [[nodiscard]] Bytes sealWebhookSecret(std::string_view webhookId, std::string_view secret,
                                        const crypto::SealNonce& nonce) const;
  // Sealed under the present secret or a previous one; throws Code::secretMismatch for anything else.
  [[nodiscard]] std::string openWebhookSecret(std::string_view webhookId, ByteView sealed) const;
  // Seeds of the Ed25519 keys that sign the checkpoints of one account's log origin: that of the present secret, then
  // those of the previous ones.
  [[nodiscard]] std::vector<Hash> signingSeeds(std::string_view origin) const;
  // Kept in the store, to tell a wrong secret at open: one of each secret, the present one's first.
  [[nodiscard]] std::vector<std::string> checks() const;

 private:
  std::vector<DerivedKeys> keys_;  // the present one's first
};

// Link kinds. Approve and deny links serve one consent round; the revoke link one grant; the invite link one
// invitation round; the sign link one signer.
namespace link {
inline constexpr std::string_view consent = "c";
inline constexpr std::string_view revoke = "r";
inline constexpr std::string_view invite = "i";
inline constexpr std::string_view sign = "s";
}  // namespace link

// Reads `<store>.secret`, or makes it (0600) when there is none.
[[nodiscard]] Bytes secretBesideStore(const std::string& storePath);

}  // namespace stead
