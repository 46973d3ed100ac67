#include "notifications/outbox_store.h"

namespace stead::notifications {

void insertMessage(Connection& db, AccountScope scope, const NewMessage& message, std::int64_t now) {
  db.run(
      "INSERT INTO outbox (account_id, uid, audit_index, kind, receiver, content, state, not_before, created_at, "
      "channel) VALUES ($1, $2, $3, $4, $5, $6, 'waiting', $7, $8, $9) "
      "ON CONFLICT (account_id, audit_index, kind, receiver) DO NOTHING",
      scope.account, message.id, message.auditIndex, message.kind, message.receiver, message.content, message.notBefore,
      now, message.channel);
}

std::string grantOfDocument(Connection& db, AccountScope scope, std::string_view documentId) {
  auto found = db.query("SELECT grant_uid FROM document WHERE uid = $2 AND account_id = $1", scope.account, documentId);
  return found.step() ? found.text(0) : std::string();
}

std::optional<Message> findMessage(Connection& db, AccountScope scope, std::int64_t row) {
  auto found = db.query(
      "SELECT id, uid, (SELECT uid FROM account WHERE account.id = account_id), kind, receiver, content, state, lease, "
      "lease_until, attempts, last_error, created_at FROM outbox WHERE id = $2 AND account_id = $1",
      scope.account, row);
  if (!found.step()) return std::nullopt;
  Message message;
  message.row = found.integer(0);
  message.id = found.text(1);
  message.accountId = found.text(2);
  message.kind = found.text(3);
  message.receiver = found.text(4);
  message.content = found.text(5);
  message.state = found.text(6);
  message.lease = found.integer(7);
  message.leaseUntil = found.maybeInteger(8);
  message.attempts = found.integer(9);
  message.lastError = found.text(10);
  message.createdAt = found.integer(11);
  return message;
}

std::string subjectOf(Connection& db, AccountScope scope, std::int64_t row) {
  auto found = db.query(
      "SELECT e.subject FROM outbox o JOIN audit_entry e ON e.account_id = o.account_id AND e.idx = o.audit_index "
      "WHERE o.id = $2 AND o.account_id = $1",
      scope.account, row);
  return found.step() ? found.text(0) : std::string();
}

void leaseMessage(Connection& db, AccountScope scope, std::int64_t row, std::int64_t leaseUntil) {
  db.run(
      "UPDATE outbox SET state = 'leased', lease = lease + 1, attempts = attempts + 1, lease_until = $3 "
      "WHERE id = $2 AND account_id = $1",
      scope.account, row, leaseUntil);
}

void endMessage(Connection& db, AccountScope scope, std::int64_t row, std::string_view state) {
  db.run(
      "UPDATE outbox SET state = $3, content = '{}', lease_until = NULL, last_error = NULL "
      "WHERE id = $2 AND account_id = $1",
      scope.account, row, state);
}

void putBackMessage(Connection& db, AccountScope scope, std::int64_t row, std::int64_t notBefore, std::int64_t lease,
                    std::string_view lastError) {
  db.run(
      "UPDATE outbox SET state = 'waiting', not_before = $3, lease = $4, lease_until = NULL, last_error = $5 "
      "WHERE id = $2 AND account_id = $1",
      scope.account, row, notBefore, lease, lastError);
}

void buryMessage(Connection& db, AccountScope scope, std::int64_t row, std::string_view lastError) {
  db.run(
      "UPDATE outbox SET state = 'dead', lease = lease + 1, lease_until = NULL, last_error = $3 "
      "WHERE id = $2 AND account_id = $1",
      scope.account, row, lastError);
}

bool isConsentOpen(Connection& db, AccountScope scope, std::string_view identityId, std::int64_t round,
                   std::int64_t requestedAfter) {
  return db
      .query(
          "SELECT 1 FROM identity WHERE uid = $2 AND account_id = $1 AND status = 'Pending' AND consent_round = $3 "
          "AND lapsed_at IS NULL AND requested_at > $4",
          scope.account, identityId, round, requestedAfter)
      .step();
}

bool isInvitationOpen(Connection& db, AccountScope scope, std::string_view userId, std::int64_t round) {
  return db
      .query(
          "SELECT 1 FROM \"user\" WHERE uid = $2 AND account_id = $1 AND status = 'InvitationPending' "
          "AND invite_round = $3",
          scope.account, userId, round)
      .step();
}

bool isGrantAlive(Connection& db, AccountScope scope, std::string_view grantId, std::int64_t now) {
  return db
      .query(
          "SELECT 1 FROM \"grant\" WHERE uid = $2 AND account_id = $1 AND ended_at IS NULL "
          "AND (until_at IS NULL OR until_at > $3)",
          scope.account, grantId, now)
      .step();
}

bool isSigner(Connection& db, AccountScope scope, std::string_view signerId, std::int64_t round) {
  return db
      .query("SELECT 1 FROM document_party WHERE uid = $2 AND account_id = $1 AND link_round = $3", scope.account,
             signerId, round)
      .step();
}

bool isSignatureOpen(Connection& db, AccountScope scope, std::string_view signerId, std::int64_t round,
                     std::int64_t now) {
  return db
      .query(
          "SELECT 1 FROM document_party AS party JOIN document ON document.id = party.document_id "
          "WHERE party.uid = $2 AND party.account_id = $1 AND party.status = 'NotCompleted' "
          "AND party.link_round = $3 "
          "AND document.status = 'InProgress' AND (document.expires_at IS NULL OR document.expires_at > $4)",
          scope.account, signerId, round, now)
      .step();
}

}  // namespace stead::notifications
