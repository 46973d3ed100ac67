#include "notifications/who_hears.h"

#include <algorithm>
#include <array>
#include <optional>

#include "engine/secrets.h"

namespace stead::notifications {
namespace {

// In the order of precedence: who is several of these hears the text of the first.
enum class Receiver { toSign, owner, signer, former, operatingUser, sender, cc };

enum Condition : unsigned {
  always = 0,
  emails = 1U << 0U,         // the document does not disable e-mails to recipients
  nowInvited = 1U << 1U,     // the event makes it the signer's turn
  invited = 1U << 2U,        // the signer has been asked to sign, now or before
  invitedBefore = 1U << 3U,  // … before this event
  reminded = 1U << 4U,       // among those who are reminded
  notSubject = 1U << 5U,     // not the signer the event is about
  stillOpen = 1U << 6U,      // some signer still has to sign
};

struct DocumentRow {
  DocumentEvent event;
  Receiver receiver;
  unsigned conditions;
  std::string_view kind;
  std::optional<Flag> flag = std::nullopt;  // of the owner's settings
};

using enum DocumentEvent;

constexpr std::array documentRows{
    DocumentRow{sent, Receiver::toSign, emails | nowInvited, "document.request.signer"},
    DocumentRow{sent, Receiver::owner, always, "document.sent.owner", Flag::sent},
    DocumentRow{sent, Receiver::cc, emails, "document.sent.cc"},

    DocumentRow{viewed, Receiver::owner, always, "document.viewed.owner", Flag::viewed},

    DocumentRow{signed_, Receiver::toSign, emails | nowInvited, "document.request.signer"},
    DocumentRow{signed_, Receiver::owner, always, "document.signed.owner", Flag::signed_},
    DocumentRow{signed_, Receiver::operatingUser, always, "document.signed.sender"},
    DocumentRow{signed_, Receiver::sender, always, "document.signed.sender"},
    DocumentRow{signed_, Receiver::signer, emails | invitedBefore | notSubject | stillOpen, "document.signed.signer"},
    DocumentRow{signed_, Receiver::cc, emails | stillOpen, "document.signed.cc"},

    DocumentRow{completed, Receiver::owner, always, "document.completed.owner", Flag::completed},
    DocumentRow{completed, Receiver::operatingUser, always, "document.completed.sender"},
    DocumentRow{completed, Receiver::sender, always, "document.completed.sender"},
    DocumentRow{completed, Receiver::signer, emails, "document.completed.signer"},
    DocumentRow{completed, Receiver::cc, emails, "document.completed.cc"},

    DocumentRow{declined, Receiver::owner, always, "document.declined.owner", Flag::declined},
    DocumentRow{declined, Receiver::operatingUser, always, "document.declined.sender"},
    DocumentRow{declined, Receiver::sender, always, "document.declined.sender"},
    DocumentRow{declined, Receiver::signer, emails | invited | notSubject, "document.declined.signer"},
    DocumentRow{declined, Receiver::cc, emails, "document.declined.cc"},

    DocumentRow{revoked, Receiver::owner, always, "document.revoked.owner", Flag::revoked},
    DocumentRow{revoked, Receiver::operatingUser, always, "document.revoked.sender"},
    DocumentRow{revoked, Receiver::sender, always, "document.revoked.sender"},
    DocumentRow{revoked, Receiver::signer, emails | invited, "document.revoked.signer"},
    DocumentRow{revoked, Receiver::cc, emails, "document.revoked.cc"},

    DocumentRow{expired, Receiver::owner, always, "document.expired.owner", Flag::expired},
    DocumentRow{expired, Receiver::operatingUser, always, "document.expired.sender"},
    DocumentRow{expired, Receiver::sender, always, "document.expired.sender"},
    DocumentRow{expired, Receiver::signer, emails | invited, "document.expired.signer"},
    DocumentRow{expired, Receiver::cc, emails, "document.expired.cc"},

    DocumentRow{reminder, Receiver::toSign, emails | reminded, "document.reminder.signer"},
    DocumentRow{reminder, Receiver::owner, always, "document.reminder.owner", Flag::reminders},

    DocumentRow{authenticationFailed, Receiver::owner, always, "document.authenticationFailed.owner",
                Flag::authenticationFailed},
    DocumentRow{authenticationFailed, Receiver::operatingUser, always, "document.authenticationFailed.sender"},
    DocumentRow{authenticationFailed, Receiver::sender, always, "document.authenticationFailed.sender"},

    DocumentRow{reopened, Receiver::toSign, emails | reminded, "document.reopened.signer"},

    DocumentRow{deleted, Receiver::signer, emails | invited, "document.deleted.signer"},
    DocumentRow{deleted, Receiver::cc, emails, "document.deleted.cc"},

    DocumentRow{recipientChanged, Receiver::toSign, emails | nowInvited, "document.request.signer"},
    DocumentRow{recipientChanged, Receiver::former, emails, "document.recipientChanged.former"},

    DocumentRow{reassigned, Receiver::toSign, emails | nowInvited, "document.request.signer"},
    DocumentRow{reassigned, Receiver::owner, always, "document.reassigned.owner", Flag::reassigned},
    DocumentRow{reassigned, Receiver::operatingUser, always, "document.reassigned.sender"},
    DocumentRow{reassigned, Receiver::sender, always, "document.reassigned.sender"},

    DocumentRow{deliveryFailed, Receiver::owner, always, "document.deliveryFailed.owner", Flag::deliveryFailed},
    DocumentRow{deliveryFailed, Receiver::operatingUser, always, "document.deliveryFailed.sender"},
    DocumentRow{deliveryFailed, Receiver::sender, always, "document.deliveryFailed.sender"},

    DocumentRow{sendFailed, Receiver::operatingUser, always, "document.sendFailed.sender"},
    DocumentRow{sendFailed, Receiver::sender, always, "document.sendFailed.sender"},
};

// Messages of one event, at most one per person.
class Mailing {
 public:
  void add(Receiver receiver, PlannedMessage message) {
    const auto known = std::find_if(entries_.begin(), entries_.end(),
                                    [&](const Entry& entry) { return entry.message.to.key == message.to.key; });
    if (known == entries_.end()) {
      entries_.push_back({receiver, std::move(message)});
    } else if (receiver < known->receiver) {
      *known = {receiver, std::move(message)};
    } else if (message.kind == known->message.kind) {
      // One person with two places to sign gets one mail with both links.
      auto& links = known->message.links;
      known->message.accessCode = known->message.accessCode || message.accessCode;
      links.insert(links.end(), std::make_move_iterator(message.links.begin()),
                   std::make_move_iterator(message.links.end()));
    }
  }

  [[nodiscard]] std::vector<PlannedMessage> take() {
    std::vector<PlannedMessage> out;
    out.reserve(entries_.size());
    for (auto& entry : entries_) out.push_back(std::move(entry.message));
    return out;
  }

 private:
  struct Entry {
    Receiver receiver;
    PlannedMessage message;
  };
  std::vector<Entry> entries_;
};

bool isReminded(const DocumentNews& news, std::size_t index) {
  const auto& signer = news.signers[index];
  if (signer.done || !signer.invited) return false;
  const auto& only = news.remindOnly;
  return only.empty() || std::find(only.begin(), only.end(), index) != only.end();
}

bool holdsForSigner(const DocumentNews& news, unsigned conditions, std::size_t index) {
  const auto& signer = news.signers[index];
  if ((conditions & nowInvited) != 0 && !signer.nowInvited) return false;
  if ((conditions & invited) != 0 && !signer.invited && !signer.nowInvited) return false;
  if ((conditions & invitedBefore) != 0 && (!signer.invited || signer.nowInvited)) return false;
  if ((conditions & reminded) != 0 && !isReminded(news, index)) return false;
  return (conditions & notSubject) == 0 || news.subject != index;
}

bool holdsForAll(const DocumentNews& news, const DocumentRow& row) {
  if ((row.conditions & emails) != 0 && news.disableEmails) return false;
  if ((row.conditions & stillOpen) != 0 &&
      std::all_of(news.signers.begin(), news.signers.end(), [](const DocumentSigner& signer) { return signer.done; })) {
    return false;
  }
  return !row.flag || wants(news.ownerSettings, *row.flag);
}

void addSigners(Mailing& mailing, const DocumentNews& news, const DocumentRow& row) {
  for (std::size_t i = 0; i < news.signers.size(); ++i) {
    if (!holdsForSigner(news, row.conditions, i)) continue;
    const auto& signer = news.signers[i];
    PlannedMessage message{.kind = row.kind, .to = signer.person, .inOnesName = true};
    // What has ended without a result has nothing left to look at.
    if (row.receiver == Receiver::toSign || row.event == completed)
      message.links = {{std::string(link::sign), signer.id, signer.linkRound}};
    message.accessCode = row.receiver == Receiver::toSign && signer.hasAccessCode;
    mailing.add(row.receiver, std::move(message));
  }
}

void addRow(Mailing& mailing, const DocumentNews& news, const DocumentRow& row) {
  if (!holdsForAll(news, row)) return;
  switch (row.receiver) {
    case Receiver::toSign:
    case Receiver::signer:
      addSigners(mailing, news, row);
      return;
    case Receiver::owner:
      if (!news.principal || !news.principalIsOwner) return;
      mailing.add(row.receiver,
                  {.kind = row.kind,
                   .to = *news.principal,
                   .attach = row.event == completed && wants(news.ownerSettings, Flag::attachSignedDocument)});
      return;
    case Receiver::former:
      if (news.former) mailing.add(row.receiver, {.kind = row.kind, .to = *news.former, .inOnesName = true});
      return;
    case Receiver::operatingUser:
      if (!news.principal || news.principalIsOwner) return;
      mailing.add(row.receiver, {.kind = row.kind, .to = *news.principal});
      return;
    case Receiver::sender:
      mailing.add(row.receiver, {.kind = row.kind, .to = news.sender});
      return;
    case Receiver::cc:
      for (const auto& person : news.cc) {
        mailing.add(row.receiver, {.kind = row.kind, .to = person, .inOnesName = true});
      }
      return;
  }
}

}  // namespace

std::vector<PlannedMessage> whoHears(const IdentityNews& news) {
  Mailing mailing;
  const auto owner = [&](std::string_view kind, std::vector<LinkTo> links = {}) {
    mailing.add(Receiver::owner, {.kind = kind, .to = news.owner, .links = std::move(links)});
  };
  const auto creator = [&](std::string_view kind) {
    mailing.add(Receiver::sender, {.kind = kind, .to = news.creator});
  };
  const auto revokeLink = [&]() -> std::vector<LinkTo> {
    if (news.grantId.empty()) return {};
    return {{std::string(link::revoke), news.grantId, 0}};
  };
  switch (news.event) {
    case IdentityEvent::asked:
      owner("identity.asked.owner", {{std::string(link::consent), news.identityId, news.round}});
      break;
    case IdentityEvent::approved:
      owner("identity.approved.owner", revokeLink());
      creator("identity.approved.creator");
      break;
    case IdentityEvent::denied:
      creator("identity.denied.creator");
      break;
    case IdentityEvent::narrowed:
      owner("identity.narrowed.owner", revokeLink());
      creator("identity.narrowed.creator");
      break;
    case IdentityEvent::revoked:
      if (!news.byOwner) owner("identity.revoked.owner");
      creator("identity.revoked.creator");
      break;
    case IdentityEvent::changed:
      owner("identity.changed.owner", revokeLink());
      break;
    case IdentityEvent::deleted:
      if (!news.grantId.empty()) owner("identity.deleted.owner");
      break;
  }
  return mailing.take();
}

std::vector<PlannedMessage> whoHears(const InvitationNews& news) {
  return {{.kind = "user.invited.invitee",
           .to = news.invitee,
           .links = {{std::string(link::invite), news.userId, news.round}}}};
}

std::vector<PlannedMessage> whoHears(const WebhookNews& news) {
  std::vector<PlannedMessage> out;
  for (const Person& admin : news.admins) out.push_back({.kind = "webhook.disabled.admin", .to = admin});
  return out;
}

std::vector<PlannedMessage> whoHears(const DocumentNews& news) {
  Mailing mailing;
  for (const auto& row : documentRows) {
    if (row.event == news.event) addRow(mailing, news, row);
  }
  return mailing.take();
}

}  // namespace stead::notifications
