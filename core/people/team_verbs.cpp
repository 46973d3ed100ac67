// Teams, and the return of a user. Who goes into a team or leaves is in user_changes.cpp.
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "base/record_reader.h"
#include "base/text.h"
#include "delegation/guard.h"
#include "people/people_records.h"
#include "people/people_verbs.h"
#include "people/people_work.h"

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

[[noreturn]] void refuseTakenName() {
  throw Error(Code::teamExists, "Team Name already exists", {{"/name", "belongs to a team of the account"}});
}

std::string nameKeyOf(const std::string& name) { return text::asciiLower(text::trim(name)); }

Json openTeam(UnitOfWork& work, const Session& session, const delegation::Right& right, const std::string& name) {
  Team team;
  team.name = name;
  team.nameKey = nameKeyOf(name);
  if (findTeamNamed(work.db, work.scope, team.nameKey)) refuseTakenName();
  team.id = work.newId();
  team.createdAt = team.updatedAt = work.now;
  insertTeam(work.db, work.scope, team);
  auto entry = delegation::entryFor(session, right, "team.create", "team", team.id);
  entry.detail.emplace_back("name", team.name);
  work.audit(entry);
  return teamRecord(team);
}

struct Renaming {
  std::string name;
  std::optional<std::int64_t> version;
};

Renaming readRenaming(const Json& request) {
  Renaming out;
  Violations violations;
  RecordReader in(request, violations);
  out.name = in.text("name", {.required = true, .codePointsMax = limits::teamNameCodePointsMax}).value_or("");
  out.version = readVersion(in);
  in.refuseUnknown();
  violations.throwIfAny();
  return out;
}

void rename(UnitOfWork& work, const Session& session, const delegation::Right& right, Team& team,
            const std::string& name) {
  const std::string key = nameKeyOf(name);
  if (key != team.nameKey && findTeamNamed(work.db, work.scope, key)) refuseTakenName();
  team.name = name;
  team.nameKey = key;
  ++team.version;
  team.updatedAt = work.now;
  updateTeam(work.db, work.scope, team);
  auto entry = delegation::entryFor(session, right, "team.rename", "team", team.id);
  entry.detail.emplace_back("name", team.name);
  work.audit(entry);
}

std::optional<std::int64_t> readOnlyVersion(const Json& request) {
  Violations violations;
  RecordReader in(request, violations);
  const auto version = readVersion(in);
  in.refuseUnknown();
  violations.throwIfAny();
  return version;
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

Json renameTeam(Engine& engine, const Session& session, std::string_view teamId, const Json& request) {
  const std::string id = readId(teamId, "team");
  const Renaming wanted = readRenaming(request);
  Json answer;
  engine.write(session.scope, [&](UnitOfWork& work) {
    const auto right = delegation::require(work, session, "team.rename", "team", id);
    auto team = findTeamById(work.db, work.scope, id);
    if (!team) throw Error(Code::teamNotFound, "the account has no team with this id");
    if (wanted.version && *wanted.version != team->version) {
      throw Error(Code::versionMoved, "the team has changed since it was read; read it again and repeat the change",
                  {{"/version", "the record is at version " + std::to_string(team->version)}});
    }
    if (wanted.name != team->name) rename(work, session, right, *team, wanted.name);
    answer = teamRecord(*team);
  });
  return answer;
}

Json reactivateUser(Engine& engine, const Session& session, std::string_view userId, const Json& request) {
  constexpr std::string_view operation = "user.reactivate";
  const std::string id = readId(userId, "user");
  const auto version = readOnlyVersion(request);
  Json answer;
  engine.write(session.scope, [&](UnitOfWork& work) {
    const auto right = delegation::require(work, session, operation, "user", id);
    User user = requireUser(work.db, work.scope, id);
    requireVersion(user, version);
    const auto entry = delegation::entryFor(session, right, operation, "user", id);
    if (user.status != UserStatus::deactivated) {
      refuse(Code::wrongState,
             std::string("only a Deactivated user can be reactivated; this user's status is ") +
                 userStatusName(user.status),
             entry);
    }
    user.status = UserStatus::active;
    saveUser(work, user);
    work.audit(entry);
    work.decisionsChanged(user.row);
    answer = userRecord(user, session.accountId);
  });
  return answer;
}

}  // namespace stead::people
