// Teams, and what changes a user's standing in the account: assignment, deactivation, reactivation.
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "base/record_reader.h"
#include "base/text.h"
#include "delegation/guard.h"
#include "identities/identity_verbs.h"
#include "people/people_records.h"
#include "people/people_verbs.h"
#include "people/people_work.h"
#include "people/team_store.h"

namespace stead::people {
namespace {

struct NewTeam {
  std::string name;
  std::optional<std::string> requestId;
};

NewTeam readNewTeam(const Json& request) {
  NewTeam out;
  Violations violations;
  RecordReader in(request, violations);
  out.name = in.text("name", {.required = true, .codePointsMax = limits::teamNameCodePointsMax}).value_or("");
  out.requestId = readRequestId(in);
  in.refuseUnknown();
  violations.throwIfAny();
  return out;
}

Json openTeam(UnitOfWork& work, const Session& session, const delegation::Right& right, const std::string& name) {
  Team team;
  team.name = name;
  team.nameKey = text::asciiLower(text::trim(name));
  if (hasTeamNamed(work.db, work.scope, team.nameKey)) {
    throw Error(Code::teamExists, "Team Name already exists", {{"/name", "belongs to a team of the account"}});
  }
  team.id = work.newId();
  team.createdAt = work.now;
  insertTeam(work.db, work.scope, team);
  auto entry = delegation::entryFor(session, right, "team.create", "team", team.id);
  entry.detail.emplace_back("name", team.name);
  work.audit(entry);
  return teamRecord(team);
}

struct Assignment {
  std::optional<std::string> teamId;
  std::optional<std::int64_t> version;
};

Assignment readAssignment(const Json& request) {
  Assignment out;
  Violations violations;
  RecordReader in(request, violations);
  out.teamId = in.guid("teamId");
  if (!in.has("teamId")) in.violation("teamId", "The teamId field is required; null takes the user out of any team.");
  out.version = readVersion(in);
  in.refuseUnknown();
  violations.throwIfAny();
  return out;
}

// Nobody at all is "no team".
Team teamToJoin(UnitOfWork& work, const std::optional<std::string>& teamId) {
  if (!teamId) return {};
  auto team = findTeamById(work.db, work.scope, *teamId);
  if (!team) throw Error(Code::teamNotFound, "the account has no team with this id", {{"/teamId", "no such team"}});
  return std::move(*team);
}

std::optional<std::int64_t> readOnlyVersion(const Json& request) {
  Violations violations;
  RecordReader in(request, violations);
  const auto version = readVersion(in);
  in.refuseUnknown();
  violations.throwIfAny();
  return version;
}

struct StatusChange {
  std::string_view operation;
  UserStatus from;
  UserStatus to;
  std::string_view wrongState;
};

Json changeStatus(Engine& engine, const Session& session, std::string_view userId, const Json& request,
                  const StatusChange& change) {
  const std::string id = readId(userId, "user");
  const auto version = readOnlyVersion(request);
  Json answer;
  engine.write(session.scope, [&](UnitOfWork& work) {
    const auto right = delegation::require(work, session, change.operation, "user", id);
    User user = requireUser(work.db, work.scope, id);
    requireVersion(user, version);
    const auto entry = delegation::entryFor(session, right, change.operation, "user", id);
    if (user.status != change.from) {
      refuse(Code::wrongState,
             std::string(change.wrongState) + "; this user's status is " + userStatusName(user.status), entry);
    }
    requireAnAdminLeft(work, {user.role, user.status}, {user.role, change.to}, entry);
    user.status = change.to;
    saveUser(work, user);
    work.audit(entry);
    work.decisionsChanged(user.row);
    if (change.to == UserStatus::deactivated) {
      identities::revokeAllOf(work, user.row, "creatorDeactivated");
    }
    answer = userRecord(user, session.accountId);
  });
  return answer;
}

}  // namespace

Json createTeam(Engine& engine, const Session& session, const Json& request) {
  const NewTeam wanted = readNewTeam(request);
  const Hash bodyHash = crypto::sha256(bytesOf(writeJson(request)));
  Json answer;
  engine.write(session.scope, [&](UnitOfWork& work) {
    const auto right = delegation::require(work, session, "team.create", "account", session.accountId);
    answer = parseStored(once(work, session.userRow, "team.create", wanted.requestId, bodyHash,
                              [&] { return writeJson(openTeam(work, session, right, wanted.name)); }));
  });
  return answer;
}

Json assignTeam(Engine& engine, const Session& session, std::string_view userId, const Json& request) {
  const std::string id = readId(userId, "user");
  const Assignment wanted = readAssignment(request);
  Json answer;
  engine.write(session.scope, [&](UnitOfWork& work) {
    const auto right = delegation::require(work, session, "team.assign", "user", id);
    User user = requireUser(work.db, work.scope, id);
    requireVersion(user, wanted.version);
    const Team team = teamToJoin(work, wanted.teamId);
    const std::optional<std::int64_t> before = user.teamRow;
    user.teamRow = wanted.teamId ? std::optional(team.row) : std::nullopt;
    if (user.teamRow != before) {
      auto entry = delegation::entryFor(session, right, "team.assign", "user", id);
      if (!user.teamId.empty()) entry.detail.emplace_back("fromTeamId", user.teamId);
      if (!team.id.empty()) entry.detail.emplace_back("toTeamId", team.id);
      user.teamId = team.id;
      saveUser(work, user);
      work.audit(entry);
      work.decisionsChanged(user.row);
      if (leavesTeam(before, user.teamRow)) identities::revokeAllOf(work, user.row, "creatorMoved");
    }
    answer = userRecord(user, session.accountId);
  });
  return answer;
}

Json deactivateUser(Engine& engine, const Session& session, std::string_view userId, const Json& request) {
  return changeStatus(
      engine, session, userId, request,
      {"user.deactivate", UserStatus::active, UserStatus::deactivated, "only an Active user can be deactivated"});
}

Json reactivateUser(Engine& engine, const Session& session, std::string_view userId, const Json& request) {
  return changeStatus(
      engine, session, userId, request,
      {"user.reactivate", UserStatus::deactivated, UserStatus::active, "only a Deactivated user can be reactivated"});
}

}  // namespace stead::people
