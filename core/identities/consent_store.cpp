// The consent rounds of identity_store.h.
#include "base/limits.h"
#include "identities/identity_store.h"

namespace stead::identities {

void insertRound(Connection& db, AccountScope scope, const ConsentRound& round) {
  db.run(
      "INSERT INTO consent_round (account_id, creator_id, identity_uid, round, email_key, mail_at, asked_at) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7)",
      scope.account, round.creatorRow, round.identityId, round.round, round.emailKey, round.mailAt, round.askedAt);
}

void answerRound(Connection& db, AccountScope scope, const ConsentRound& round) {
  db.run(
      "UPDATE consent_round SET answer = $4, answered_at = $5, never_ask = $6, locale = $7, shown_text = $8, "
      "text_hash = $9, proof = $10, audit_index = $11 WHERE identity_uid = $1 AND round = $2 AND account_id = $3",
      round.identityId, round.round, scope.account, round.answer, round.answeredAt, round.neverAsk, round.locale,
      round.shownText, round.textHash, round.proof, round.auditIndex);
}

void closeOpenRound(Connection& db, AccountScope scope, std::string_view identityId, std::string_view answer,
                    std::int64_t at) {
  // A mail that was still held back will not leave any more: it frees its place in the queue of the address.
  db.run(
      "UPDATE consent_round SET answer = $3, answered_at = $4, mail_at = CASE WHEN mail_at > $4 THEN 0 ELSE mail_at "
      "END WHERE identity_uid = $1 AND account_id = $2 AND answer IS NULL",
      identityId, scope.account, answer, at);
}

std::vector<ConsentRound> roundsOf(Connection& db, AccountScope scope, std::string_view identityId) {
  auto row = db.query(
      "SELECT identity_uid, creator_id, round, email_key, mail_at, asked_at, answer, answered_at, never_ask, locale, "
      "shown_text, text_hash, proof, audit_index FROM consent_round WHERE identity_uid = $1 AND account_id = $2 "
      "ORDER BY round",
      identityId, scope.account);
  std::vector<ConsentRound> found;
  while (row.step()) {
    ConsentRound round;
    round.identityId = row.text(0);
    round.creatorRow = row.integer(1);
    round.round = row.integer(2);
    round.emailKey = row.text(3);
    round.mailAt = row.integer(4);
    round.askedAt = row.integer(5);
    round.answer = row.text(6);
    round.answeredAt = row.maybeInteger(7);
    round.neverAsk = row.boolean(8);
    round.locale = row.maybeText(9);
    round.shownText = row.maybeText(10);
    if (!row.isNull(11)) round.textHash.emplace(row.bytes(11).begin(), row.bytes(11).end());
    round.proof = row.maybeText(12);
    round.auditIndex = row.maybeInteger(13);
    found.push_back(std::move(round));
  }
  return found;
}

std::vector<std::string> identitiesEverOf(Connection& db, AccountScope scope, std::int64_t creatorRow,
                                          std::string_view emailKey) {
  // The bound on mail_at says nothing; it keeps the planner on the index of addresses.
  auto row = db.query(
      "SELECT identity_uid FROM consent_round WHERE email_key = $1 AND mail_at >= 0 AND account_id = $2 AND "
      "creator_id = $3 AND round = 1 ORDER BY id",
      emailKey, scope.account, creatorRow);
  std::vector<std::string> found;
  while (row.step()) found.push_back(row.text(0));
  return found;
}

std::optional<std::string> addressOf(Connection& db, AccountScope scope, std::string_view identityId) {
  auto row = db.query("SELECT email_key FROM consent_round WHERE identity_uid = $1 AND account_id = $2 LIMIT 1",
                      identityId, scope.account);
  return row.step() ? std::optional<std::string>(row.text(0)) : std::nullopt;
}

bool mayNeverAsk(Connection& db, AccountScope scope, std::string_view emailKey) {
  auto row = db.query("SELECT 1 FROM consent_round WHERE email_key = $1 AND account_id = $2 AND never_ask = 1 LIMIT 1",
                      emailKey, scope.account);
  return row.step();
}

std::int64_t countWaitingMails(Connection& db, AccountScope scope, std::string_view emailKey, std::int64_t now) {
  auto row = db.query(
      "SELECT count(*) FROM (SELECT 1 FROM consent_round WHERE email_key = $1 AND mail_at > $2 AND account_id = $3 "
      "LIMIT $4) AS waiting",
      emailKey, now, scope.account, std::int64_t{limits::consentMailsPerAddressMax});
  row.step();
  return row.integer(0);
}

}  // namespace stead::identities
