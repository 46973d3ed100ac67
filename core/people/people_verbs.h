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
// {users: [an invitation without requestId], requestId?} → {users: [user]}, in that order: all of 1 to 100 or nobody.
[[nodiscard]] Json inviteUsers(Engine& engine, const Session& session, const Json& request);
// While InvitationPending: mails a new link → user; the old link is dead.
[[nodiscard]] Json resendInvitation(Engine& engine, const Session& session, std::string_view userId);
// While InvitationPending: user and link are gone → {id}.
[[nodiscard]] Json cancelInvitation(Engine& engine, const Session& session, std::string_view userId);
// By the link of the invitation mail, once: {name, ip?, userAgent?} → user, Active. Throws Code::linkNotFound.
[[nodiscard]] Json acceptInvitation(Engine& engine, std::string_view token, const Json& request);
// user {id, accountId, email, name, role, teamId?, teamName?, status, apiAccountWideAccess, allowSendOnBehalfOf,
// metaData, version, createdAt, updatedAt}.
[[nodiscard]] Json getUser(Engine& engine, const Session& session, std::string_view userId);
// {page?, pageSize?, cursor?, search?, userIds?, teamId?} → {items: [user], nextCursor, total, totalCapped}, newest
// first. `search`: part of a name, an e-mail or an id; it looks at limits::listStepsMax rows at most, then totalCapped
// is true and nextCursor goes on looking.
[[nodiscard]] Json listUsers(Engine& engine, const Session& session, const Json& request);
// {name?, role?, apiAccountWideAccess?, allowSendOnBehalfOf?, metaData?, version?} → user. At least one of them.
// A new role brings its own permissions along (Admin: both, else none) unless the request names them. The last active
// Admin cannot be demoted.
[[nodiscard]] Json updateUser(Engine& engine, const Session& session, std::string_view userId, const Json& request);
// {toTeamId, transferDocumentsToUserId?, version?, dryRun?, planId?} → user + plan. Leaving a team revokes all
// identities of the user. Documents go along, or to the user named: those under way are revoked first, and where the
// moved user is waited for as a signer he declines (contract 3.1). An Admin, or a TeamAdmin for Members of his team.
[[nodiscard]] Json changeTeam(Engine& engine, const Session& session, std::string_view userId, const Json& request);
// {toUserId?, version?, dryRun?, planId?} → user + plan. All identities of the user become Revoked; the last active
// Admin stays. API keys are dead as long as the user is not Active. Documents stay, or go to the user named as above.
[[nodiscard]] Json deactivateUser(Engine& engine, const Session& session, std::string_view userId, const Json& request);
[[nodiscard]] Json reactivateUser(Engine& engine, const Session& session, std::string_view userId, const Json& request);

// {name, requestId?} → team {id, name, version, createdAt, updatedAt}.
[[nodiscard]] Json createTeam(Engine& engine, const Session& session, const Json& request);
// → team + {members: [{id, email, name, role, status}], membersCapped}: the newest 1000; listUsers shows all.
[[nodiscard]] Json getTeam(Engine& engine, const Session& session, std::string_view teamId);
// {page?, pageSize?, cursor?, search?} → {items: [team], nextCursor, total, totalCapped}, newest first.
[[nodiscard]] Json listTeams(Engine& engine, const Session& session, const Json& request);
// {name, version?} → team. The same name again changes nothing.
[[nodiscard]] Json renameTeam(Engine& engine, const Session& session, std::string_view teamId, const Json& request);
// {teamId (null: no team), version?, dryRun?, planId?} → user + plan. Leaving a team, for another or for none, revokes
// all identities of the user (design 3); joining a first team does not.
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
