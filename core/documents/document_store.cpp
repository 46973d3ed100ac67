#include "documents/document_store.h"

#include <algorithm>
#include <utility>

#include "base/error.h"
#include "storage/text_search.h"

namespace stead::documents {
namespace {

// A word that the schema does not allow can only come from a damaged store.
template <class Value>
Value known(const std::optional<Value>& value) {
  if (!value) throw Error(Code::storeFailed, "a document row of the store is damaged; restore a backup");
  return *value;
}

Authority authorityNamed(std::string_view name) {
  for (const auto authority : {Authority::self, Authority::grant, Authority::accountWide}) {
    if (name == authorityName(authority)) return authority;
  }
  return known(std::optional<Authority>());
}

std::optional<SentFor> readSentFor(const Statement& row, int first) {
  if (row.isNull(first + 3)) return std::nullopt;
  SentFor sentFor;
  sentFor.identityId = row.text(first);
  sentFor.name = row.text(first + 1);
  sentFor.email = row.text(first + 2);
  sentFor.key = row.text(first + 3);
  sentFor.userRow = row.maybeInteger(first + 4);
  sentFor.settings = row.maybeInteger(first + 5);
  sentFor.locale = row.text(first + 6);
  return sentFor;
}

// "" is stored as NULL where a column means "there is none".
std::optional<std::string_view> orNull(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

template <class Value>
std::optional<Value> from(const std::optional<SentFor>& sentFor, Value SentFor::*member) {
  return sentFor ? std::optional(*sentFor.*member) : std::nullopt;
}

std::optional<std::int64_t> maybeFrom(const std::optional<SentFor>& sentFor,
                                      std::optional<std::int64_t> SentFor::*member) {
  return sentFor ? *sentFor.*member : std::nullopt;
}

std::optional<std::string> identityIdOf(const Document& document) {
  if (!document.sentFor || document.sentFor->identityId.empty()) return std::nullopt;
  return document.sentFor->identityId;
}

std::optional<std::int64_t> grantVersionOf(const Document& document) {
  return document.grantId.empty() ? std::nullopt : std::optional(document.grantVersion);
}

}  // namespace

std::optional<Document> findDocument(Connection& db, AccountScope scope, std::int64_t row) {
  auto found = db.query(
      "SELECT id, uid, actor_id, owner_id, holder_id, authority, identity_uid, principal_name, principal_email, "
      "principal_key, principal_user_id, owner_settings, owner_locale, grant_id, grant_uid, grant_version, brand_id, "
      "title, search_key, status, send_failed, signing_order, disable_emails, meta_data, labels, created_at, "
      "scheduled_send_at, sent_at, expires_at, ended_at, end_message, activity_at, version, "
      "trashed_at "
      "FROM document WHERE id = $2 AND account_id = $1",
      scope.account, row);
  if (!found.step()) return std::nullopt;
  Document document;
  document.row = found.integer(0);
  document.id = found.text(1);
  document.actorRow = found.integer(2);
  document.ownerRow = found.integer(3);
  document.holderRow = found.integer(4);
  document.authority = authorityNamed(found.view(5));
  document.sentFor = readSentFor(found, 6);
  document.grantRow = found.maybeInteger(13);
  document.grantId = found.text(14);
  document.grantVersion = found.integer(15);
  document.brandId = found.maybeText(16);
  document.title = found.text(17);
  document.searchKey = found.text(18);
  document.status = known(documentStatusNamed(found.view(19)));
  document.sendFailed = found.boolean(20);
  document.signingOrder = found.boolean(21);
  document.disableEmails = found.boolean(22);
  document.metaData = found.text(23);
  document.labels = found.text(24);
  document.createdAt = found.integer(25);
  document.scheduledSendAt = found.maybeInteger(26);
  document.sentAt = found.maybeInteger(27);
  document.expiresAt = found.maybeInteger(28);
  document.endedAt = found.maybeInteger(29);
  document.endMessage = found.maybeText(30);
  document.activityAt = found.integer(31);
  document.version = found.integer(32);
  document.trashedAt = found.maybeInteger(33);
  return document;
}

std::optional<Document> findDocumentById(Connection& db, AccountScope scope, std::string_view id) {
  std::int64_t row = 0;
  {
    auto found = db.query("SELECT id FROM document WHERE uid = $2 AND account_id = $1", scope.account, id);
    if (!found.step()) return std::nullopt;
    row = found.integer(0);
  }
  return findDocument(db, scope, row);
}

std::string bodyOf(Connection& db, AccountScope scope, std::int64_t documentRow) {
  auto found = db.query("SELECT body FROM document WHERE id = $2 AND account_id = $1", scope.account, documentRow);
  return found.step() ? found.text(0) : std::string("{}");
}

void insertDocument(Connection& db, AccountScope scope, Document& document, std::string_view body) {
  const auto& sentFor = document.sentFor;
  const auto identityId = identityIdOf(document);
  const auto name = from(sentFor, &SentFor::name);
  const auto email = from(sentFor, &SentFor::email);
  const auto key = from(sentFor, &SentFor::key);
  const auto locale = from(sentFor, &SentFor::locale);
  document.row = db.insert(
      "INSERT INTO document (account_id, uid, actor_id, owner_id, holder_id, authority, identity_uid, principal_name, "
      "principal_email, principal_key, principal_user_id, owner_settings, owner_locale, grant_id, grant_uid, "
      "grant_version, brand_id, title, search_key, status, send_failed, signing_order, disable_emails, body, "
      "meta_data, "
      "labels, created_at, scheduled_send_at, sent_at, expires_at, ended_at, end_message, activity_at, version) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, "
      "$23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34)",
      scope.account, document.id, document.actorRow, document.ownerRow, document.holderRow,
      authorityName(document.authority), identityId, name, email, key, maybeFrom(sentFor, &SentFor::userRow),
      maybeFrom(sentFor, &SentFor::settings), locale, document.grantRow, orNull(document.grantId),
      grantVersionOf(document), document.brandId, document.title, document.searchKey,
      documentStatusName(document.status), document.sendFailed, document.signingOrder, document.disableEmails, body,
      document.metaData, document.labels, document.createdAt, document.scheduledSendAt, document.sentAt,
      document.expiresAt, document.endedAt, document.endMessage, document.activityAt, document.version);
  textSearch::add(db, scope, {document.row, document.holderRow, document.searchKey});
}

void updateDocument(Connection& db, AccountScope scope, const Document& document) {
  db.run(
      "UPDATE document SET status = $3, send_failed = $4, identity_uid = $5, grant_id = $6, grant_uid = $7, "
      "grant_version = $8, sent_at = $9, ended_at = $10, end_message = $11, activity_at = $12, version = $13, "
      "expires_at = $14, labels = $15, trashed_at = $16 "
      "WHERE id = $2 AND account_id = $1",
      scope.account, document.row, documentStatusName(document.status), document.sendFailed, identityIdOf(document),
      document.grantRow, orNull(document.grantId), grantVersionOf(document), document.sentAt, document.endedAt,
      document.endMessage, document.activityAt, document.version, document.expiresAt, document.labels,
      document.trashedAt);
}

void renewSearchKey(Connection& db, AccountScope scope, Document& document, std::string key) {
  textSearch::remove(db, scope, {document.row, document.holderRow, document.searchKey});
  document.searchKey = std::move(key);
  db.run("UPDATE document SET search_key = $3 WHERE id = $2 AND account_id = $1", scope.account, document.row,
         document.searchKey);
  textSearch::add(db, scope, {document.row, document.holderRow, document.searchKey});
}

std::vector<Party> partiesOf(Connection& db, AccountScope scope, std::int64_t documentRow) {
  auto found = db.query(
      "SELECT id, uid, kind, ordinal, signer_order, name, email, email_key, status, access_code, access_failures, "
      "access_version, private_message, locale, invited_at, viewed_at, done_at, "
      "delivery_failed_at, link_round, reassigned "
      "FROM document_party WHERE document_id = $2 AND account_id = $1 ORDER BY ordinal",
      scope.account, documentRow);
  std::vector<Party> parties;
  while (found.step()) {
    Party& party = parties.emplace_back();
    party.row = found.integer(0);
    party.id = found.text(1);
    party.kind = found.view(2) == "cc" ? PartyKind::cc : PartyKind::signer;
    party.ordinal = found.integer(3);
    party.order = found.integer(4);
    party.name = found.text(5);
    party.email = found.text(6);
    party.emailKey = found.text(7);
    party.status = known(partyStatusNamed(found.view(8)));
    if (const ByteView code = found.bytes(9); !found.isNull(9)) {
      Hash& mac = party.accessCode.emplace();
      std::copy_n(code.begin(), std::min(code.size(), mac.size()), mac.begin());
    }
    party.accessFailures = found.integer(10);
    party.accessVersion = found.integer(11);
    party.privateMessage = found.text(12);
    party.locale = found.text(13);
    party.invitedAt = found.maybeInteger(14);
    party.viewedAt = found.maybeInteger(15);
    party.doneAt = found.maybeInteger(16);
    party.deliveryFailedAt = found.maybeInteger(17);
    party.linkRound = found.integer(18);
    party.reassigned = found.boolean(19);
  }
  return parties;
}

void insertParty(Connection& db, AccountScope scope, std::int64_t documentRow, Party& party) {
  party.row = db.insert(
      "INSERT INTO document_party (account_id, document_id, uid, kind, ordinal, signer_order, name, email, email_key, "
      "status, access_code, private_message, locale, invited_at) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
      scope.account, documentRow, party.id, party.kind == PartyKind::cc ? "cc" : "signer", party.ordinal, party.order,
      party.name, party.email, party.emailKey, partyStatusName(party.status), party.accessCode,
      orNull(party.privateMessage), party.locale, party.invitedAt);
}

void updateParty(Connection& db, AccountScope scope, const Party& party) {
  db.run(
      "UPDATE document_party SET status = $3, access_code = $4, access_failures = $5, access_version = $6, "
      "invited_at = $7, viewed_at = $8, done_at = $9, delivery_failed_at = $10, link_round = $11, name = $12, "
      "email = $13, email_key = $14, reassigned = $15 WHERE id = $2 AND account_id = $1",
      scope.account, party.row, partyStatusName(party.status), party.accessCode, party.accessFailures,
      party.accessVersion, party.invitedAt, party.viewedAt, party.doneAt, party.deliveryFailedAt, party.linkRound,
      party.name, party.email, party.emailKey, party.reassigned);
}

std::vector<StoredField> fieldsOf(Connection& db, AccountScope scope, std::int64_t documentRow) {
  auto found = db.query(
      "SELECT id, party_id, field_id, spec, value FROM document_field "
      "WHERE document_id = $2 AND account_id = $1 ORDER BY party_id, ordinal",
      scope.account, documentRow);
  std::vector<StoredField> fields;
  while (found.step()) {
    fields.push_back({found.integer(0), found.integer(1), found.text(2), found.text(3), found.maybeText(4)});
  }
  return fields;
}

void insertField(Connection& db, AccountScope scope, std::int64_t documentRow, std::int64_t ordinal,
                 const StoredField& field) {
  db.run(
      "INSERT INTO document_field (account_id, document_id, party_id, ordinal, field_id, spec, value) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7)",
      scope.account, documentRow, field.partyRow, ordinal, field.id, field.spec, field.value);
}

void setFieldSpec(Connection& db, AccountScope scope, std::int64_t fieldRow, std::string_view spec) {
  db.run("UPDATE document_field SET spec = $3 WHERE id = $2 AND account_id = $1", scope.account, fieldRow, spec);
}

void setFieldValue(Connection& db, AccountScope scope, std::int64_t fieldRow, std::string_view value) {
  db.run("UPDATE document_field SET value = $3 WHERE id = $2 AND account_id = $1", scope.account, fieldRow, value);
}

}  // namespace stead::documents
