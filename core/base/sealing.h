// Authenticated encryption of small secrets at rest: AES-256-GCM.
#pragma once

#include <array>
#include <optional>

#include "base/crypto.h"

namespace stead::crypto {

inline constexpr std::size_t sealNonceBytes = 12;
using SealNonce = std::array<std::uint8_t, sealNonceBytes>;

// nonce ‖ ciphertext ‖ tag. A nonce must never be used twice under one key. `context` is authenticated, not kept: what
// was sealed for one thing does not open for another.
[[nodiscard]] Bytes seal(const Hash& key, const SealNonce& nonce, ByteView plain, ByteView context);
// Nothing when key or context are others, or a byte has changed.
[[nodiscard]] std::optional<Bytes> unseal(const Hash& key, ByteView sealed, ByteView context);

}  // namespace stead::crypto
