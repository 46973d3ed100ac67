#include "documents/document_rules.h"

#include <algorithm>
#include <array>

#include "base/limits.h"
#include "base/text.h"

namespace stead::documents {
namespace {

constexpr std::array documentStatusNames{"Draft",    "Scheduled", "InProgress", "Completed",
                                         "Declined", "Revoked",   "Expired"};
constexpr std::array partyStatusNames{"NotCompleted", "Completed", "Declined"};

template <class Word, std::size_t count>
std::optional<Word> wordNamed(const std::array<const char*, count>& names, std::string_view name) noexcept {
  for (std::size_t i = 0; i < count; ++i) {
    if (name == names[i]) return static_cast<Word>(i);
  }
  return std::nullopt;
}

}  // namespace

const char* documentStatusName(DocumentStatus status) noexcept {
  return documentStatusNames[static_cast<std::size_t>(status)];
}
std::optional<DocumentStatus> documentStatusNamed(std::string_view name) noexcept {
  return wordNamed<DocumentStatus>(documentStatusNames, name);
}
const char* partyStatusName(PartyStatus status) noexcept { return partyStatusNames[static_cast<std::size_t>(status)]; }
std::optional<PartyStatus> partyStatusNamed(std::string_view name) noexcept {
  return wordNamed<PartyStatus>(partyStatusNames, name);
}

DocumentStatus statusAt(DocumentStatus stored, std::optional<std::int64_t> expiresAt, std::int64_t now) noexcept {
  const bool overdue = stored == DocumentStatus::inProgress && expiresAt && *expiresAt <= now;
  return overdue ? DocumentStatus::expired : stored;
}

DocumentStatus statusAt(const Document& document, std::int64_t now) noexcept {
  return statusAt(document.status, document.expiresAt, now);
}

bool canRevoke(DocumentStatus status) noexcept {
  return status == DocumentStatus::scheduled || status == DocumentStatus::inProgress;
}
bool canRemind(DocumentStatus status) noexcept { return status == DocumentStatus::inProgress; }
bool canChangeAccessCode(DocumentStatus status) noexcept { return canRevoke(status); }
bool canPrepareSigners(DocumentStatus status) noexcept { return canRevoke(status); }
bool canExtendExpiry(DocumentStatus status) noexcept {
  return status == DocumentStatus::inProgress || status == DocumentStatus::expired;
}
bool canDelete(DocumentStatus status) noexcept {
  return status == DocumentStatus::draft || status == DocumentStatus::completed || status == DocumentStatus::declined ||
         status == DocumentStatus::revoked;
}

bool isSigner(const Party& party) noexcept { return party.kind == PartyKind::signer; }
bool isDone(const Party& party) noexcept { return party.status != PartyStatus::notCompleted; }
bool isPending(const Party& party) noexcept { return isSigner(party) && party.invitedAt && !isDone(party); }

bool needsAttention(const Party& party) noexcept { return isPending(party) && party.deliveryFailedAt.has_value(); }

bool allSigned(std::span<const Party> parties) noexcept {
  return std::all_of(parties.begin(), parties.end(),
                     [](const Party& party) { return !isSigner(party) || party.status == PartyStatus::completed; });
}

std::vector<std::size_t> inviteWhoseTurnItIs(std::vector<Party>& parties, bool signingOrder, std::int64_t now) {
  std::optional<std::int64_t> turn;
  for (const Party& party : parties) {
    if (isSigner(party) && !isDone(party) && (!turn || party.order < *turn)) turn = party.order;
  }
  std::vector<std::size_t> invited;
  for (std::size_t i = 0; i < parties.size(); ++i) {
    Party& party = parties[i];
    if (!isSigner(party) || isDone(party) || party.invitedAt) continue;
    if (signingOrder && party.order != *turn) continue;
    party.invitedAt = now;
    invited.push_back(i);
  }
  return invited;
}

std::optional<Code> refusesSigner(DocumentStatus status, const Party& signer, SignerAct act) noexcept {
  const bool underWay = status == DocumentStatus::inProgress;
  if (act == SignerAct::answer) {
    if (!underWay || isDone(signer)) return Code::wrongState;
    return signer.invitedAt ? std::nullopt : std::optional(Code::signingOrder);
  }
  // A recalled or expired document can no longer be opened; a finished one stays readable for those it was sent to.
  if (!underWay && status != DocumentStatus::completed && status != DocumentStatus::declined) return Code::wrongState;
  if (signer.invitedAt) return std::nullopt;
  return underWay ? Code::signingOrder : Code::wrongState;
}

std::string whyNot(Code code, DocumentStatus status, const Party& signer) {
  if (code == Code::signingOrder) {
    return "it is not this signer's turn yet; the signers before have to sign first";
  }
  if (status == DocumentStatus::inProgress && isDone(signer)) {
    return signer.status == PartyStatus::completed ? "this signer has signed already" : "this signer has declined";
  }
  return std::string("the document is ") + documentStatusName(status) + "; nothing more can be done by this link";
}

bool isLocked(const Party& signer) noexcept { return signer.accessFailures >= limits::accessCodeTriesMax; }

std::string searchKeyOf(const Document& document, std::span<const Party> parties, std::string_view senderEmail) {
  std::string key = document.title + "\n";
  key += senderEmail;
  if (document.sentFor) key += "\n" + document.sentFor->email;
  for (const Party& party : parties) {
    key += "\n" + party.email;
    if (!party.name.empty()) key += "\n" + party.name;
  }
  return text::asciiLower(key + "\n" + document.id);
}

std::string searchNeedle(std::string_view text) { return text::asciiLower(text::trim(text)); }

}  // namespace stead::documents
