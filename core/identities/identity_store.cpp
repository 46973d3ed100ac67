#include "identities/identity_store.h"

#include <string>

#include "base/error.h"
#include "delegation/operations.h"
#include "storage/text_search.h"

namespace stead::identities {
namespace {

// The columns of readIdentity() and readGrant(), in their order. Macros because statements must be literals.
#define STEAD_IDENTITY_COLUMNS                                                                                 \
  "id, uid, creator_id, name, email, email_key, status, brand_id, redirect_url, locale, settings, meta_data, " \
  "operations, from_at, until_at, consent_round, requested_at, lapsed_at, approved_at, never_ask, grant_id, "  \
  "version, created_at, updated_at"
#define STEAD_GRANT_COLUMNS                                                                                \
  "id, uid, identity_uid, actor_id, principal_name, principal_email, principal_key, operations, from_at, " \
  "until_at, version, consent_round, born_at, ended_at, end_reason"

constexpr std::string_view identityCounter = "identities";

Identity readIdentity(const Statement& row) {
  const auto status = identityStatusNamed(row.view(6));
  if (!status) throw Error(Code::storeFailed, "an identity row of the store is damaged; restore a backup");
  Identity out;
  out.row = row.integer(0);
  out.id = row.text(1);
  out.creatorRow = row.integer(2);
  out.name = row.text(3);
  out.email = row.text(4);
  out.emailKey = row.text(5);
  out.status = *status;
  out.brandId = row.maybeText(7);
  out.redirectUrl = row.maybeText(8);
  out.locale = row.text(9);
  out.settings = row.integer(10);
  out.metaData = row.text(11);
  out.operations = operationSetFrom(row.view(12));
  out.from = row.maybeInteger(13);
  out.until = row.maybeInteger(14);
  out.consentRound = row.integer(15);
  out.requestedAt = row.integer(16);
  out.lapsedAt = row.maybeInteger(17);
  out.approvedAt = row.maybeInteger(18);
  out.neverAsk = row.boolean(19);
  out.grantRow = row.maybeInteger(20);
  out.version = row.integer(21);
  out.createdAt = row.integer(22);
  out.updatedAt = row.integer(23);
  return out;
}

std::optional<Identity> oneIdentity(Statement found) {
  if (!found.step()) return std::nullopt;
  return readIdentity(found);
}

std::optional<Grant> oneGrant(Statement row) {
  if (!row.step()) return std::nullopt;
  Grant out;
  out.row = row.integer(0);
  out.id = row.text(1);
  out.identityId = row.text(2);
  out.actorRow = row.integer(3);
  out.principalName = row.text(4);
  out.principalEmail = row.text(5);
  out.principalKey = row.text(6);
  out.operations = operationSetFrom(row.view(7));
  out.from = row.maybeInteger(8);
  out.until = row.maybeInteger(9);
  out.version = row.integer(10);
  out.consentRound = row.integer(11);
  out.bornAt = row.integer(12);
  out.endedAt = row.maybeInteger(13);
  out.endReason = row.text(14);
  return out;
}

void count(Connection& db, AccountScope scope, std::int64_t creatorRow, std::int64_t step) {
  db.run(
      "INSERT INTO counter (account_id, name, subject, value) VALUES ($1, $2, $3, $4) "
      "ON CONFLICT (account_id, name, subject) DO UPDATE SET value = counter.value + excluded.value",
      scope.account, identityCounter, creatorRow, step);
}

textSearch::IdentityWords wordsOf(const Identity& identity) {
  return {identity.row, identity.creatorRow, identity.name, identity.email};
}

// The index is touched only when the words change: a new name is rare among updates.
void renameInSearch(Connection& db, AccountScope scope, const Identity& identity) {
  auto old = db.query("SELECT name FROM identity WHERE id = $1 AND account_id = $2 AND name <> $3", identity.row,
                      scope.account, identity.name);
  if (!old.step()) return;
  textSearch::IdentityWords words = wordsOf(identity);
  words.name = old.view(0);
  textSearch::remove(db, words);
  textSearch::add(db, wordsOf(identity));
}

void visitCandidates(Statement row, const std::function<bool(const Candidate&)>& visit) {
  while (row.step()) {
    if (!visit({row.integer(0), row.view(1), row.view(2), row.view(3)})) return;
  }
}

}  // namespace

std::optional<Identity> findIdentity(Connection& db, AccountScope scope, std::int64_t row) {
  return oneIdentity(db.query("SELECT " STEAD_IDENTITY_COLUMNS " FROM identity WHERE id = $1 AND account_id = $2", row,
                              scope.account));
}

std::optional<Identity> findIdentityOf(Connection& db, AccountScope scope, std::int64_t creatorRow,
                                       std::string_view emailKey) {
  return oneIdentity(db.query("SELECT " STEAD_IDENTITY_COLUMNS
                              " FROM identity WHERE creator_id = $1 AND email_key = $2 AND account_id = $3",
                              creatorRow, emailKey, scope.account));
}

std::optional<Identity> findIdentityById(Connection& db, AccountScope scope, std::string_view id) {
  return oneIdentity(db.query("SELECT " STEAD_IDENTITY_COLUMNS " FROM identity WHERE uid = $1 AND account_id = $2", id,
                              scope.account));
}

void insertIdentity(Connection& db, AccountScope scope, Identity& identity) {
  const std::string operations = toText(identity.operations);
  identity.row = db.insert(
      "INSERT INTO identity (account_id, creator_id, uid, name, email, email_key, status, brand_id, redirect_url, "
      "locale, settings, meta_data, operations, from_at, until_at, consent_round, requested_at, lapsed_at, "
      "approved_at, never_ask, grant_id, version, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, "
      "$9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)",
      scope.account, identity.creatorRow, identity.id, identity.name, identity.email, identity.emailKey,
      identityStatusName(identity.status), identity.brandId, identity.redirectUrl, identity.locale, identity.settings,
      identity.metaData, operations, identity.from, identity.until, identity.consentRound, identity.requestedAt,
      identity.lapsedAt, identity.approvedAt, identity.neverAsk, identity.grantRow, identity.version,
      identity.createdAt, identity.updatedAt);
  textSearch::add(db, wordsOf(identity));
  count(db, scope, identity.creatorRow, 1);
}

void updateIdentity(Connection& db, AccountScope scope, const Identity& identity) {
  renameInSearch(db, scope, identity);
  const std::string operations = toText(identity.operations);
  db.run(
      "UPDATE identity SET name = $3, status = $4, redirect_url = $5, locale = $6, settings = $7, meta_data = $8, "
      "operations = $9, from_at = $10, until_at = $11, consent_round = $12, requested_at = $13, lapsed_at = $14, "
      "approved_at = $15, never_ask = $16, grant_id = $17, version = $18, updated_at = $19 "
      "WHERE id = $1 AND account_id = $2",
      identity.row, scope.account, identity.name, identityStatusName(identity.status), identity.redirectUrl,
      identity.locale, identity.settings, identity.metaData, operations, identity.from, identity.until,
      identity.consentRound, identity.requestedAt, identity.lapsedAt, identity.approvedAt, identity.neverAsk,
      identity.grantRow, identity.version, identity.updatedAt);
}

void deleteIdentity(Connection& db, AccountScope scope, const Identity& identity) {
  db.run("DELETE FROM identity WHERE id = $1 AND account_id = $2", identity.row, scope.account);
  textSearch::remove(db, wordsOf(identity));
  count(db, scope, identity.creatorRow, -1);
}

std::int64_t countIdentitiesOf(Connection& db, AccountScope scope, std::int64_t creatorRow) {
  auto row = db.query("SELECT value FROM counter WHERE account_id = $1 AND name = $2 AND subject = $3", scope.account,
                      identityCounter, creatorRow);
  return row.step() ? row.integer(0) : 0;
}

std::vector<Identity> listIdentitiesOf(Connection& db, AccountScope scope, std::int64_t creatorRow, std::int64_t before,
                                       std::int64_t limit, std::int64_t offset) {
  auto row = db.query("SELECT " STEAD_IDENTITY_COLUMNS
                      " FROM identity WHERE creator_id = $1 AND account_id = $2 AND id < $3 "
                      "ORDER BY id DESC LIMIT $4 OFFSET $5",
                      creatorRow, scope.account, before, limit, offset);
  std::vector<Identity> found;
  while (row.step()) found.push_back(readIdentity(row));
  return found;
}

void scanIdentitiesOf(Connection& db, AccountScope scope, std::int64_t creatorRow, std::int64_t before,
                      std::int64_t limit, const std::function<bool(const Candidate&)>& visit) {
  visitCandidates(
      db.query("SELECT id, name, email, brand_id FROM identity WHERE creator_id = $1 AND account_id = $2 AND id < $3 "
               "ORDER BY id DESC LIMIT $4",
               creatorRow, scope.account, before, limit),
      visit);
}

void searchIdentitiesOf(Connection& db, AccountScope scope, std::int64_t creatorRow, std::string_view needle,
                        std::int64_t before, std::int64_t limit, const std::function<bool(const Candidate&)>& visit) {
  const auto match = textSearch::ofCreator(creatorRow, needle);
  if (!match || countIdentitiesOf(db, scope, creatorRow) <= textSearch::scannedRowsMax) {
    scanIdentitiesOf(db, scope, creatorRow, before, limit, visit);
    return;
  }
  visitCandidates(
      db.query(
          "SELECT i.id, i.name, i.email, i.brand_id FROM identity_search s CROSS JOIN identity i ON i.id = s.rowid "
          "WHERE s.identity_search MATCH $1 AND s.rowid < $2 AND i.creator_id = $3 AND i.account_id = $4 "
          "ORDER BY s.rowid DESC LIMIT $5",
          *match, before, creatorRow, scope.account, limit),
      visit);
}

std::vector<Identity> verifiedIdentitiesOf(Connection& db, AccountScope scope, std::int64_t creatorRow) {
  auto row = db.query("SELECT " STEAD_IDENTITY_COLUMNS
                      " FROM identity WHERE creator_id = $1 AND account_id = $2 AND status = 'Verified' ORDER BY id",
                      creatorRow, scope.account);
  std::vector<Identity> found;
  while (row.step()) found.push_back(readIdentity(row));
  return found;
}

std::optional<Grant> findGrant(Connection& db, AccountScope scope, std::int64_t row) {
  return oneGrant(
      db.query("SELECT " STEAD_GRANT_COLUMNS R"( FROM "grant" WHERE id = $1 AND account_id = $2)", row, scope.account));
}

std::optional<Grant> findGrantById(Connection& db, AccountScope scope, std::string_view id) {
  return oneGrant(
      db.query("SELECT " STEAD_GRANT_COLUMNS R"( FROM "grant" WHERE uid = $1 AND account_id = $2)", id, scope.account));
}

void insertGrant(Connection& db, AccountScope scope, Grant& grant) {
  const std::string operations = toText(grant.operations);
  grant.row = db.insert(
      "INSERT INTO \"grant\" (account_id, uid, identity_uid, actor_id, principal_name, principal_email, "
      "principal_key, operations, from_at, until_at, version, consent_round, born_at) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
      scope.account, grant.id, grant.identityId, grant.actorRow, grant.principalName, grant.principalEmail,
      grant.principalKey, operations, grant.from, grant.until, grant.version, grant.consentRound, grant.bornAt);
}

void updateGrant(Connection& db, AccountScope scope, const Grant& grant) {
  const std::string operations = toText(grant.operations);
  const auto reason = grant.endReason.empty() ? std::nullopt : std::optional<std::string>(grant.endReason);
  db.run(
      "UPDATE \"grant\" SET operations = $3, from_at = $4, until_at = $5, version = $6, ended_at = $7, end_reason = $8 "
      "WHERE id = $1 AND account_id = $2",
      grant.row, scope.account, operations, grant.from, grant.until, grant.version, grant.endedAt, reason);
}

bool hasLivingGrant(Connection& db, AccountScope scope, std::string_view principalKey, std::int64_t now) {
  auto row = db.query(
      "SELECT 1 FROM \"grant\" WHERE principal_key = $1 AND account_id = $2 AND ended_at IS NULL "
      "AND (until_at IS NULL OR until_at > $3) LIMIT 1",
      principalKey, scope.account, now);
  return row.step();
}

void linkAddress(Connection& db, AccountScope scope, std::string_view emailKey, std::int64_t now) {
  db.run(
      "INSERT INTO email_link (email_key, account_id, linked_at) VALUES ($1, $2, $3) ON CONFLICT (email_key) "
      "DO UPDATE SET account_id = excluded.account_id, linked_at = excluded.linked_at "
      "WHERE email_link.account_id <> excluded.account_id",
      emailKey, scope.account, now);
}

void unlinkAddressUnlessUsed(Connection& db, AccountScope scope, std::string_view emailKey, std::int64_t now) {
  if (hasLivingGrant(db, scope, emailKey, now)) return;
  db.run("DELETE FROM email_link WHERE email_key = $1 AND account_id = $2", emailKey, scope.account);
}

}  // namespace stead::identities
