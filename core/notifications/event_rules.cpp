#include "notifications/event_rules.h"

#include <algorithm>
#include <array>

namespace stead::notifications {
namespace {

constexpr std::string_view done = "done";
constexpr std::string_view refused = "refused";

using enum EventData;

constexpr std::array rows{
    EventRow{"Sent", "document.send", done, document},
    EventRow{"SendFailed", "document.send", refused, document},
    EventRow{"Viewed", "signer.view", done, document},
    EventRow{"Signed", "signer.sign", done, document},
    EventRow{"Completed", "document.complete", done, document},
    EventRow{"Declined", "signer.decline", done, document},
    EventRow{"Revoked", "document.revoke", done, document},
    EventRow{"Expired", "document.expire", done, document},
    EventRow{"Reminder", "document.remind", done, document},
    EventRow{"Reassigned", "signer.reassign", done, document},
    EventRow{"DeliveryFailed", "signer.deliveryFailed", done, document},
    EventRow{"Edited", "document.edit", done, document},
    EventRow{"AuthenticationFailed", "signer.authenticate", refused, document},

    EventRow{"SenderIdentityCreated", "identity.create", done, senderIdentity},
    EventRow{"SenderIdentityUpdated", "identity.update", done, senderIdentity},
    EventRow{"SenderIdentityDeleted", "identity.delete", done, senderIdentity, true},
    EventRow{"SenderIdentityRevoked", "identity.revoke", done, senderIdentity},
    EventRow{"SenderIdentityVerified", "identity.approve", done, senderIdentity},
    EventRow{"SenderIdentityDenied", "identity.deny", done, senderIdentity},
};

}  // namespace

std::span<const EventRow> eventRows() noexcept { return rows; }

const EventRow* eventWithWord(std::string_view word) noexcept {
  const auto* const found =
      std::find_if(rows.begin(), rows.end(), [word](const EventRow& row) { return row.word == word; });
  return found == rows.end() ? nullptr : found;
}

const EventRow* eventOf(std::string_view operation, std::string_view outcome, std::string_view actorKind) noexcept {
  // A sender who is refused hears it at once; what failed is only what the clock was to send.
  if (operation == "document.send" && outcome == refused && actorKind != "system") return nullptr;
  const auto* const found = std::find_if(rows.begin(), rows.end(), [&](const EventRow& row) {
    return row.operation == operation && row.outcome == outcome;
  });
  return found == rows.end() ? nullptr : found;
}

}  // namespace stead::notifications
