// What the verbs of both sides do alike inside a unit of work.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/engine.h"
#include "identities/consent_text.h"
#include "identities/identity_rules.h"
#include "identities/identity_store.h"
#include "notifications/plan.h"
#include "people/user_store.h"

namespace stead::identities {

// An identity with what belongs to it.
struct Loaded {
  Identity identity;
  std::optional<Grant> grant;  // the living one or the last one
};

[[nodiscard]] std::int64_t lapseMsOf(const Engine& engine);
[[nodiscard]] Loaded withGrant(Connection& db, AccountScope scope, Identity identity);
[[nodiscard]] Standing standingOf(Engine& engine, const Loaded& found, std::int64_t now);

// Ends the grant in every process. Its address is let go when nothing else holds it.
void endGrant(UnitOfWork& work, Grant& grant, std::int64_t at, std::string_view reason);
// A grant that has expired by the clock is written down as ended.
void settleExpired(UnitOfWork& work, std::optional<Grant>& grant);

[[nodiscard]] notifications::Person personOf(const people::User& user);
[[nodiscard]] notifications::IdentityNews newsOf(UnitOfWork& work, notifications::IdentityEvent event,
                                                 const Identity& identity, const std::optional<Grant>& grant,
                                                 const people::User& creator);

// The request's text as the owner would read it now.
[[nodiscard]] ConsentText consentTextOf(Engine& engine, const Identity& identity, const people::User& creator,
                                        const std::string& accountName);

// {operations, from?, until?} for an audit entry.
void describe(audit::Fields& detail, const Range& range);

}  // namespace stead::identities
