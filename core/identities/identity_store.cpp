#include "identities/identity_store.h"

#include "base/error.h"

namespace stead::identities {
namespace {

// The columns of readIdentity(), in its order. A macro because statements must be literals.
#define STEAD_IDENTITY_COLUMNS                                                                                    \
  "id, uid, creator_id, name, email, email_key, status, brand_id, redirect_url, locale, settings, meta_data, "    \
  "operations, from_at, until_at, consent_round, requested_at, lapsed_at, approved_at, never_ask, grant_id, "     \
  "version, created_at, updated_at"

#define STEAD_GRANT_COLUMNS                                                                                       \
  "id, uid, identity_uid, actor_id, principal_name, principal_email, principal_key, operations, from_at, "        \
  "until_at, version, consent_round, born_at, ended_at, end_reason"

Identity readIdentity(const Statement& row) {
  const auto status = identityStatusNamed(row.view(6));
  if (!status) throw Error(Code::storeFailed, "a stored sender identity is damaged: unknown status");
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

Grant readGrant(const Statement& row) {
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

}  // namespace

std::optional<Identity> findIdentityOf(Connection& db, AccountScope scope, std::int64_t creatorRow,
                                       std::string_view emailKey) {
  auto row = db.query("SELECT " STEAD_IDENTITY_COLUMNS
                      " FROM identity WHERE creator_id = $1 AND email_key = $2 AND account_id = $3",
                      creatorRow, emailKey, scope.account);
  if (!row.step()) return std::nullopt;
  return readIdentity(row);
}

std::optional<Identity> findIdentityById(Connection& db, AccountScope scope, std::string_view id) {
  auto row = db.query("SELECT " STEAD_IDENTITY_COLUMNS " FROM identity WHERE uid = $1 AND account_id = $2", id,
                      scope.account);
  if (!row.step()) return std::nullopt;
  return readIdentity(row);
}

std::optional<Grant> findGrant(Connection& db, AccountScope scope, std::int64_t row) {
  auto found = db.query("SELECT " STEAD_GRANT_COLUMNS R"( FROM "grant" WHERE id = $1 AND account_id = $2)", row,
                        scope.account);
  if (!found.step()) return std::nullopt;
  return readGrant(found);
}

}  // namespace stead::identities
