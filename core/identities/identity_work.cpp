#include "identities/identity_work.h"

#include "base/limits.h"
#include "delegation/operations.h"

namespace stead::identities {

std::int64_t lapseMsOf(const Engine& engine) { return engine.options().consentLapseDays * limits::dayMs; }

Loaded withGrant(Connection& db, AccountScope scope, Identity identity) {
  Loaded out{std::move(identity), std::nullopt};
  if (out.identity.grantRow) out.grant = findGrant(db, scope, *out.identity.grantRow);
  return out;
}

Standing standingOf(Engine& engine, const Loaded& found, std::int64_t now) {
  return standingOf(found.identity, found.grant, lapseMsOf(engine), now);
}

void endGrant(UnitOfWork& work, Grant& grant, std::int64_t at, std::string_view reason) {
  grant.endedAt = at;
  grant.endReason = reason;
  updateGrant(work.db, work.scope, grant);
  unlinkAddressUnlessUsed(work.db, work.scope, grant.principalKey, work.now);
}

void settleExpired(UnitOfWork& work, std::optional<Grant>& grant) {
  if (!grant || grant->endedAt) return;
  if (const auto end = endOf(*grant, work.now)) endGrant(work, *grant, *end, "expired");
}

notifications::Person personOf(const people::User& user) {
  return {.name = user.name, .email = user.email, .key = user.emailKey, .locale = "EN"};
}

notifications::IdentityNews newsOf(UnitOfWork& work, notifications::IdentityEvent event, const Identity& identity,
                                   const std::optional<Grant>& grant, const people::User& creator) {
  notifications::IdentityNews news;
  news.event = event;
  news.identityId = identity.id;
  news.round = identity.consentRound;
  news.owner = {.name = identity.name, .email = identity.email, .key = identity.emailKey, .locale = identity.locale};
  news.creator = personOf(creator);
  news.accountName = people::loadAccount(work.db, work.scope).name;
  const bool aboutGrant =
      grant && event != notifications::IdentityEvent::asked && event != notifications::IdentityEvent::denied;
  if (aboutGrant) news.grantId = grant->id;
  for (const auto name : namesOf(aboutGrant ? grant->operations : identity.operations)) {
    news.operations.emplace_back(name);
  }
  news.from = aboutGrant ? grant->from : identity.from;
  news.until = aboutGrant ? grant->until : identity.until;
  return news;
}

ConsentText consentTextOf(Engine& engine, const Identity& identity, const people::User& creator,
                          const std::string& accountName) {
  return consentText({.ownerName = identity.name,
                      .ownerEmail = identity.email,
                      .creatorName = creator.name.empty() ? creator.email : creator.name,
                      .creatorEmail = creator.email,
                      .accountName = accountName,
                      .productName = engine.options().productName,
                      .operations = identity.operations,
                      .from = identity.from,
                      .until = identity.until},
                     identity.locale);
}

void describe(audit::Fields& detail, const Range& range) {
  std::vector<std::string> names;
  for (const auto name : namesOf(range.operations)) names.emplace_back(name);
  detail.emplace_back("operations", std::move(names));
  if (range.from) detail.emplace_back("from", *range.from);
  if (range.until) detail.emplace_back("until", *range.until);
}

}  // namespace stead::identities
