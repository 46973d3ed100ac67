// The host secret and what is derived from it. Never printed, never stored, wiped at the end.
#pragma once

#include <string>
#include <string_view>

#include "base/crypto.h"

namespace stead {

inline constexpr std::size_t hostSecretBytes = 32;

class Secrets {
 public:
  explicit Secrets(ByteView hostSecret);
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
  // Seed of the Ed25519 key that signs the checkpoints of one account's log origin.
  [[nodiscard]] Hash signingSeed(std::string_view origin) const;
  // Kept in the store, to tell a wrong secret at open.
  [[nodiscard]] std::string check() const;

 private:
  Hash secret_{};
  Hash linkKey_{};
  Hash accessCodeKey_{};
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
