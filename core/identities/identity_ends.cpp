// Ends that no owner and no creator asked for: the creator left, or nobody answered.
#include "base/json.h"
#include "identities/identity_verbs.h"
#include "identities/identity_work.h"
#include "storage/cross_account.h"

namespace stead::identities {
namespace {

audit::Entry entryOf(std::string_view operation, const Identity& identity) {
  audit::Entry entry;
  entry.actorKind = audit::ActorKind::system;
  entry.operation = operation;
  entry.subjectType = "identity";
  entry.subjectId = identity.id;
  return entry;
}

void revokeOne(UnitOfWork& work, Identity identity, const people::User& creator, std::string_view reason) {
  Loaded found = withGrant(work.db, work.scope, std::move(identity));
  settleExpired(work, found.grant);
  audit::Entry entry = entryOf("identity.revoke", found.identity);
  entry.detail.emplace_back("cause", std::string(reason));
  if (found.grant) {
    entry.grantId = found.grant->id;
    entry.grantVersion = found.grant->version;
    if (!found.grant->endedAt) endGrant(work, *found.grant, work.now, reason);
  }
  found.identity.status = IdentityStatus::revoked;
  found.identity.version += 1;
  found.identity.updatedAt = work.now;
  updateIdentity(work.db, work.scope, found.identity);
  const auto news = newsOf(work, notifications::IdentityEvent::revoked, found.identity, found.grant, creator);
  notifications::plan(work, work.audit(entry), news);
}

void lapseOne(UnitOfWork& work, std::int64_t row) {
  auto identity = findIdentity(work.db, work.scope, row);
  if (!identity || identity->lapsedAt) return;
  identity->lapsedAt = lapsedAt(*identity, lapseMsOf(work.engine), work.now);
  if (!identity->lapsedAt) return;
  // What the clock said already is only written down: the record did not change, so neither does its version.
  updateIdentity(work.db, work.scope, *identity);
  audit::Entry entry = entryOf("identity.lapse", *identity);
  entry.detail.emplace_back("round", identity->consentRound);
  work.audit(entry);
}

}  // namespace

std::int64_t revokeAllOf(UnitOfWork& work, std::int64_t userRow, std::string_view reason) {
  const auto creator = people::findUser(work.db, work.scope, userRow);
  if (!creator) return 0;
  const auto all = verifiedIdentitiesOf(work.db, work.scope, userRow);
  for (const Identity& identity : all) revokeOne(work, identity, *creator, reason);
  if (!all.empty()) work.decisionsChanged(userRow);
  return static_cast<std::int64_t>(all.size());
}

std::int64_t lapseDue(Engine& engine, std::int64_t max) {
  std::int64_t lapsed = 0;
  engine.writeAcrossAccounts([&](Connection& db, std::int64_t now) {
    const auto due = crossAccount::listWaitingIdentities(db, now - lapseMsOf(engine), max);
    for (const auto& one : due) {
      engine.writeInside(db, one.scope, [&](UnitOfWork& work) { lapseOne(work, one.row); });
    }
    lapsed = static_cast<std::int64_t>(due.size());
  });
  return lapsed;
}

std::optional<std::int64_t> nextLapseAt(Engine& engine) {
  std::optional<std::int64_t> oldest;
  engine.database().read([&](Connection& db) { oldest = crossAccount::oldestWaitingRequest(db); });
  if (!oldest) return std::nullopt;
  return *oldest + lapseMsOf(engine);
}

}  // namespace stead::identities
