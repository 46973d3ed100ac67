// Use cases of accounts, users, teams and credentials. Records: docs/schema/.
#pragma once

#include <string_view>

#include "base/json.h"
#include "engine/engine.h"

namespace stead::people {

// {name, admin {name, email}, requestId?} → account {id, number, name, logOrigin, accountWide, adminUserId, createdAt}.
// A host verb: there is no user yet. The first Admin is Active at once.
[[nodiscard]] Json createAccount(Engine& engine, const Json& request);
[[nodiscard]] Json getAccount(Engine& engine, std::string_view accountId);
// {name?, accountWide?} by an Admin → account.
[[nodiscard]] Json updateAccount(Engine& engine, const Session& session, const Json& request);

// {email, name?, role? ("Member"), teamId?, metaData?, requestId?} → user. Plans the invitation mail.
[[nodiscard]] Json inviteUser(Engine& engine, const Session& session, const Json& request);
// By the link of the invitation mail: {name, ip?, userAgent?} → user, Active.
[[nodiscard]] Json acceptInvitation(Engine& engine, std::string_view token, const Json& request);
// user {id, accountId, email, name, role, teamId?, status, apiAccountWideAccess, allowSendOnBehalfOf, metaData,
// version, createdAt, updatedAt}.
[[nodiscard]] Json getUser(Engine& engine, const Session& session, std::string_view userId);
// {name?, role?, apiAccountWideAccess?, allowSendOnBehalfOf?, metaData?, version?} → user.
[[nodiscard]] Json updateUser(Engine& engine, const Session& session, std::string_view userId, const Json& request);
// {version?} → user. All identities of the user become Revoked; the last Admin stays.
[[nodiscard]] Json deactivateUser(Engine& engine, const Session& session, std::string_view userId, const Json& request);
[[nodiscard]] Json reactivateUser(Engine& engine, const Session& session, std::string_view userId, const Json& request);

// {name, requestId?} → team {id, name, createdAt}.
[[nodiscard]] Json createTeam(Engine& engine, const Session& session, const Json& request);
// {teamId (null: no team), version?} → user. Leaving a team for another revokes all identities of the user (design 3).
[[nodiscard]] Json assignTeam(Engine& engine, const Session& session, std::string_view userId, const Json& request);

// {name, requestId?} → apiKey {id, name, key, createdAt}: the only answer that ever holds the key. For the session's
// user.
[[nodiscard]] Json createApiKey(Engine& engine, const Session& session, const Json& request);
// → {items: [apiKey {id, name, createdAt, revokedAt?}], nextCursor, total, totalCapped}.
[[nodiscard]] Json listApiKeys(Engine& engine, const Session& session, const Json& request);
// An own key, or any key of the account for an Admin. Sessions opened with it are dead when this returns.
[[nodiscard]] Json revokeApiKey(Engine& engine, const Session& session, std::string_view keyId);

// Throws Code::badCredential.
[[nodiscard]] Session openWithApiKey(Engine& engine, std::string_view key);
// The host has authenticated the user itself; every entry says so. Throws Code::userNotFound or Code::actorInactive.
[[nodiscard]] Session openTrusted(Engine& engine, std::string_view userId);

}  // namespace stead::people
