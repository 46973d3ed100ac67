// The lifecycle of a document (design 3): functions of state, request and now.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error_codes.h"
#include "documents/document.h"

namespace stead::documents {

// What has expired is expired by the clock, whether run_due came by or not.
[[nodiscard]] DocumentStatus statusAt(DocumentStatus stored, std::optional<std::int64_t> expiresAt,
                                      std::int64_t now) noexcept;
[[nodiscard]] DocumentStatus statusAt(const Document& document, std::int64_t now) noexcept;

[[nodiscard]] bool canRevoke(DocumentStatus status) noexcept;            // Scheduled, InProgress
[[nodiscard]] bool canRemind(DocumentStatus status) noexcept;            // InProgress
[[nodiscard]] bool canChangeAccessCode(DocumentStatus status) noexcept;  // Scheduled, InProgress
[[nodiscard]] bool canPrepareSigners(DocumentStatus status) noexcept;    // Scheduled, InProgress
[[nodiscard]] bool canExtendExpiry(DocumentStatus status) noexcept;      // InProgress, Expired
[[nodiscard]] bool canDelete(DocumentStatus status) noexcept;            // Draft, Completed, Declined, Revoked

[[nodiscard]] bool isSigner(const Party& party) noexcept;
[[nodiscard]] bool isDone(const Party& party) noexcept;          // signed or declined
[[nodiscard]] bool isPending(const Party& party) noexcept;       // was asked and has not answered
[[nodiscard]] bool needsAttention(const Party& party) noexcept;  // his mails do not reach him
[[nodiscard]] bool allSigned(std::span<const Party> parties) noexcept;

// Invites whose turn has come by now: everybody, or with a signing order the lowest order that is not done. Sets
// invitedAt; answers the places of those who were not invited before.
std::vector<std::size_t> inviteWhoseTurnItIs(std::vector<Party>& parties, bool signingOrder, std::int64_t now);

// What a signer wants to do by his link.
enum class SignerAct : std::uint8_t { look, answer };  // view and download; sign and decline
// Nothing when he may; else wrongState or signingOrder.
[[nodiscard]] std::optional<Code> refusesSigner(DocumentStatus status, const Party& signer, SignerAct act) noexcept;
[[nodiscard]] std::string whyNot(Code code, DocumentStatus status, const Party& signer);

[[nodiscard]] bool isLocked(const Party& signer) noexcept;  // too many wrong access codes

// Lower-case title, addresses and id: what `search` looks through.
[[nodiscard]] std::string searchKeyOf(const Document& document, std::span<const Party> parties,
                                      std::string_view senderEmail);
[[nodiscard]] std::string searchNeedle(std::string_view text);

}  // namespace stead::documents
