// Who hears what: the verbs say what happened, this decides which mails are planned (docs/notifications.md).
// Rows are written in the caller's transaction; texts are made when a message is taken from the outbox.
// Links are derived then, too: consent = identityId and round; revoke = grantId and round 0; invite = userId and round;
// sign = signer id and the round of the recipient.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/unit_of_work.h"
#include "notifications/settings.h"

namespace stead::notifications {

struct Person {
  std::string name;
  std::string email;
  std::string key;     // e-mail key
  std::string locale;  // contract word, e.g. "EN"
};

// --- identities and people ---

enum class IdentityEvent {
  asked,     // create, resend, rerequest: consent request to the owner
  approved,  // creator told; owner gets the lasting revoke link
  denied,    // creator told
  narrowed,  // creator told, owner gets a receipt
  revoked,   // by the owner, or because the creator moved or was deactivated: creator told, owner told when not by him
  changed,   // name or settings of a Verified identity: owner always told
  deleted,   // a grant ended by it: owner told
};

struct IdentityNews {
  IdentityEvent event = IdentityEvent::asked;
  std::string identityId;
  std::string grantId;     // where there is one
  std::int64_t round = 0;  // consent round (asked)
  Person owner;
  Person creator;
  std::string accountName;
  bool byOwner = false;
  std::vector<std::string> operations;  // asked for, or granted
  std::optional<std::int64_t> from;
  std::optional<std::int64_t> until;
  std::vector<std::string> changes;  // names of changed members (changed)
  std::optional<std::int64_t> notBefore;
};
void plan(UnitOfWork& work, std::int64_t auditIndex, const IdentityNews& news);

struct InvitationNews {
  std::string userId;
  std::int64_t round = 0;
  Person invitee;
  std::string accountName;
  std::string inviterName;
};
void plan(UnitOfWork& work, std::int64_t auditIndex, const InvitationNews& news);

// A subscription ended because nothing could be delivered to it.
struct WebhookNews {
  std::string webhookId;
  std::string name;
  std::string url;
  std::string error;  // of the last attempt
  std::vector<Person> admins;
};
void plan(UnitOfWork& work, std::int64_t auditIndex, const WebhookNews& news);

// --- documents ---

enum class DocumentEvent {
  sent,
  viewed,
  signed_,
  completed,
  declined,
  revoked,
  expired,
  reminder,
  authenticationFailed,
  sendFailed,
  accessCodeChanged,
  reopened,  // what had expired is under way again
  deleted,
  recipientChanged,  // by the sender
  reassigned,        // by the signer
  deliveryFailed
};

struct DocumentSigner {
  std::string id;
  Person person;
  bool done = false;        // completed or declined, this event included
  bool invited = false;     // has been asked to sign (its turn has come)
  bool nowInvited = false;  // this event makes it its turn
  bool hasAccessCode = false;
  std::int64_t linkRound = 0;  // of his sign link
};

struct DocumentNews {
  DocumentEvent event = DocumentEvent::sent;
  std::string documentId;
  std::string title;
  std::string message;              // of the sender, or of a revoke, decline or remind
  Person sender;                    // the actor's own person (holder): hears as sender
  std::optional<Person> principal;  // the person acted for, as sent
  bool principalIsOwner = false;    // grant way: has settings; accountWide way: hears as the sender
  Settings ownerSettings = 0;
  bool disableEmails = false;  // no mails to recipients (signers, cc)
  std::vector<DocumentSigner> signers;
  std::vector<Person> cc;
  std::optional<std::size_t> subject;   // index of the signer the event is about
  std::optional<Person> former;         // recipientChanged: who had been asked in the subject's place
  std::vector<std::size_t> remindOnly;  // reminder: these signers; empty = all pending and invited
  std::string reason;                   // sendFailed: the code; reassigned: the signer's words
};
void plan(UnitOfWork& work, std::int64_t auditIndex, const DocumentNews& news);

}  // namespace stead::notifications
