// Rows of the outbox.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "storage/database.h"

namespace stead::notifications {

struct NewMessage {
  std::string_view id;
  std::int64_t auditIndex = 0;
  std::string_view kind;
  std::string_view receiver;  // e-mail key; the id of a webhook
  std::string_view content;   // what the text needs, as JSON; never a token
  std::int64_t notBefore = 0;
  std::string_view channel = "email";
};
// The same event, kind and receiver a second time leaves the first row as it is.
void insertMessage(Connection& db, AccountScope scope, const NewMessage& message, std::int64_t now);
// "" when the document has none.
[[nodiscard]] std::string grantOfDocument(Connection& db, AccountScope scope, std::string_view documentId);

struct Message {
  std::int64_t row = 0;
  std::string id;
  std::string accountId;
  std::string kind;
  std::string receiver;
  std::string content;
  std::string state;
  std::int64_t lease = 0;
  std::optional<std::int64_t> leaseUntil;
  std::int64_t attempts = 0;  // how often it was taken
  std::string lastError;
  std::int64_t createdAt = 0;
};
[[nodiscard]] std::optional<Message> findMessage(Connection& db, AccountScope scope, std::int64_t row);

// What the event of a message was about: the subject of its entry.
[[nodiscard]] std::string subjectOf(Connection& db, AccountScope scope, std::int64_t row);

// Taken: the next lease number, one attempt more.
void leaseMessage(Connection& db, AccountScope scope, std::int64_t row, std::int64_t leaseUntil);
// Its end as "sent" or "dropped". The row stays as the key of "never twice", its content goes.
void endMessage(Connection& db, AccountScope scope, std::int64_t row, std::string_view state);
// Waits again. The caller sets the lease number: the same one as long as a late ack still counts.
void putBackMessage(Connection& db, AccountScope scope, std::int64_t row, std::int64_t notBefore, std::int64_t lease,
                    std::string_view lastError);
// A dead letter: content and error stay readable.
void buryMessage(Connection& db, AccountScope scope, std::int64_t row, std::string_view lastError);

// Is what a link leads to still there to be opened? For links that serve one purpose only.
[[nodiscard]] bool isConsentOpen(Connection& db, AccountScope scope, std::string_view identityId, std::int64_t round,
                                 std::int64_t requestedAfter);
[[nodiscard]] bool isInvitationOpen(Connection& db, AccountScope scope, std::string_view userId, std::int64_t round);
[[nodiscard]] bool isGrantAlive(Connection& db, AccountScope scope, std::string_view grantId, std::int64_t now);
[[nodiscard]] bool isSignatureOpen(Connection& db, AccountScope scope, std::string_view signerId, std::int64_t round,
                                   std::int64_t now);
// The place the link was for is still that person's.
[[nodiscard]] bool isSigner(Connection& db, AccountScope scope, std::string_view signerId, std::int64_t round);

}  // namespace stead::notifications
