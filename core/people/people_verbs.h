// Use cases of accounts, users, teams and credentials. Records: docs/schema/.
#pragma once

#include <string_view>

#include "base/json.h"
#include "engine/engine.h"

namespace stead::people {

// {name, admin {name, email}, requestId?} → account {id, number, name, logOrigin, accountWide, adminUserId, createdAt}.
// A host verb: there is no user yet. The first Admin is Active at once, with both permissions of account-wide
// authority.
[[nodiscard]] Json createAccount(Engine& engine, const Json& request);
// As above, but without adminUserId. Throws Code::accountNotFound.
[[nodiscard]] Json getAccount(Engine& engine, std::string_view accountId);
// {name?, accountWide?} by an Admin → account.
[[nodiscard]] Json updateAccount(Engine& engine, const Session& session, const Json& request);

// {email, name?, role? ("Member"), teamId?, metaData?, requestId?} → user. Plans the invitation mail. An Admin invites
// anybody to any place; a TeamAdmin Members and TeamAdmins to his own team, which is also the default of teamId then.
[[nodiscard]] Json inviteUser(Engine& engine, const Session& session, const Json& request);
// By the link of the invitation mail, once: {name, ip?, userAgent?} → user, Active. Throws Code::linkNotFound.
[[nodiscard]] Json acceptInvitation(Engine& engine, std::string_view token, const Json& request);
// user {id, accountId, email, name, role, teamId?, status, apiAccountWideAccess, allowSendOnBehalfOf, metaData,
// version, createdAt, updatedAt}.
[[nodiscard]] Json getUser(Engine& engine, const Session& session, std::string_view userId);
// {name?, role?, apiAccountWideAccess?, allowSendOnBehalfOf?, metaData?, version?} → user. At least one of them.
// A new role brings its own permissions along (Admin: both, else none) unless the request names them. The last active
// Admin cannot be demoted.
[[nodiscard]] Json updateUser(Engine& engine, const Session& session, std::string_view userId, const Json& request);
// {version?} → user. All identities of the user become Revoked; the last active Admin stays. API keys are dead as long
// as the user is not Active.
[[nodiscard]] Json deactivateUser(Engine& engine, const Session& session, std::string_view userId, const Json& request);
[[nodiscard]] Json reactivateUser(Engine& engine, const Session& session, std::string_view userId, const Json& request);

// {name, requestId?} → team {id, name, createdAt}.
[[nodiscard]] Json createTeam(Engine& engine, const Session& session, const Json& request);
// {teamId (null: no team), version?} → user. Leaving a team, for another or for none, revokes all identities of the
// user (design 3); joining a first team does not.
[[nodiscard]] Json assignTeam(Engine& engine, const Session& session, std::string_view userId, const Json& request);

// {name, requestId?} → apiKey {id, name, key, createdAt}: the only answer that ever holds the key. For the session's
// user.
[[nodiscard]] Json createApiKey(Engine& engine, const Session& session, const Json& request);
// The session user's keys, newest first: {pageSize?, cursor?} → {items: [apiKey {id, name, createdAt, revokedAt?}],
// nextCursor, total, totalCapped}.
[[nodiscard]] Json listApiKeys(Engine& engine, const Session& session, const Json& request);
// An own key, or any key of the account for an Admin → apiKey. Sessions opened with it are dead when this returns.
// Revoking a revoked key changes nothing.
[[nodiscard]] Json revokeApiKey(Engine& engine, const Session& session, std::string_view keyId);

// Throws Code::badCredential, or Code::actorInactive for a user who is not Active.
[[nodiscard]] Session openWithApiKey(Engine& engine, std::string_view key);
// The host has authenticated the user itself; every entry says so. Throws Code::userNotFound or Code::actorInactive.
[[nodiscard]] Session openTrusted(Engine& engine, std::string_view userId);

}  // namespace stead::people
