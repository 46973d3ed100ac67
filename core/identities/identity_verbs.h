// Use cases of sender identities: the creator's side and the owner's side (design 3, contract 2).
#pragma once

#include <string_view>

#include "base/json.h"
#include "engine/engine.h"

namespace stead::identities {

// --- the creator's side; only the creator sees, lists, changes or uses an identity ---
// `idOrEmail`: the identity's id or the owner's e-mail.

// {name, email, notificationSettings?, brandId?, redirectUrl?, metaData?, locale?, operations?, from?, until?,
// requestId?} → identity {id, name, email, status, createdBy, approvedAt?, lapsedAt?, requestedAt,
// notificationSettings, brandId?,
//   redirectUrl?, locale, metaData, consentRound, operations, from?, until?,
//   grant? {id, version, operations, from?, until?, endedAt?, endReason?}, version, createdAt, updatedAt}
[[nodiscard]] Json create(Engine& engine, const Session& session, const Json& request);
[[nodiscard]] Json get(Engine& engine, const Session& session, std::string_view idOrEmail);
// {page?, pageSize?, cursor?, search?, brandIds?} → {items, nextCursor, total, totalCapped}; newest first.
[[nodiscard]] Json list(Engine& engine, const Session& session, const Json& request);
// At least one of name, redirectUrl, metaData, notificationSettings, locale; version? → identity.
[[nodiscard]] Json update(Engine& engine, const Session& session, std::string_view idOrEmail, const Json& request);
[[nodiscard]] Json resend(Engine& engine, const Session& session, std::string_view idOrEmail);
// {operations?, from?, until?} may change what is asked for → identity.
[[nodiscard]] Json rerequest(Engine& engine, const Session& session, std::string_view idOrEmail, const Json& request);
// → {id}
[[nodiscard]] Json remove(Engine& engine, const Session& session, std::string_view idOrEmail);
// Evidence of consent for the creator or an Auditor: {identityId, rounds: [{round, askedAt, answer?, answeredAt?,
// locale?, text?, textHash?, proof?, auditIndex?, neverAskAgain?}]}. Audited. It stays
// when the identity is gone; an Auditor names the identity by id.
[[nodiscard]] Json consentEvidence(Engine& engine, const Session& session, std::string_view idOrEmail);

// --- the owner's side, by link; no account needed ---

// Consent or revoke token → {kind ("consent" | "grant"), identityId, status, owner {name, email}, creator {name,
// email}, accountName, productName, text, textHash, locale, operations, from?, until?, redirectUrl?, lapsed,
// linkedElsewhere? (true: another account holds the address; approving is refused), grant?}.
[[nodiscard]] Json ownerLook(Engine& engine, std::string_view token);
// Consent token; {textHash, operations?, from?, until?, ip?, userAgent?} → {identityId, status, grant, redirectUrl?}.
// `operations`, `from`, `until` can only narrow what was asked for. Code::textMoved when the text is another one now.
[[nodiscard]] Json ownerApprove(Engine& engine, std::string_view token, const Json& request);
// Consent token; {neverAskAgain?, ip?, userAgent?} → {identityId, status, redirectUrl?}.
[[nodiscard]] Json ownerDeny(Engine& engine, std::string_view token, const Json& request);
// Revoke token; {operations?, from?, until?, ip?, userAgent?}, only narrower → {identityId, status, grant}.
[[nodiscard]] Json ownerNarrow(Engine& engine, std::string_view token, const Json& request);
// Revoke token; {ip?, userAgent?} → {identityId, status, grant}.
[[nodiscard]] Json ownerRevoke(Engine& engine, std::string_view token, const Json& request);

// --- for other domains' verbs, inside their unit of work ---

// The user moved to another team or was deactivated: every Verified identity becomes Revoked, its grant ends, the
// creator and the owner are told. Answers how many.
std::int64_t revokeAllOf(UnitOfWork& work, std::int64_t userRow, std::string_view reason);

// Time-driven work: marks at most `max` requests that are older than consentLapseDays as lapsed. Answers how many.
std::int64_t lapseDue(Engine& engine, std::int64_t max);
// When the next request lapses.
[[nodiscard]] std::optional<std::int64_t> nextLapseAt(Engine& engine);

}  // namespace stead::identities
