#include "people/people_work.h"

#include <utility>

#include "base/text.h"

namespace stead::people {

std::string readId(std::string_view id, std::string_view what) {
  std::string lower = text::asciiLower(id);
  if (!text::isGuid(lower)) {
    throw Error(Code::malformedArgument,
                "Provide valid " + std::string(what) + " id. It has the form xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx.");
  }
  return lower;
}

std::optional<Role> readRole(RecordReader& in) {
  const auto word = in.word("role", {"Admin", "TeamAdmin", "Member", "Auditor"});
  return word ? roleNamed(*word) : std::nullopt;
}

User requireUser(Connection& db, AccountScope scope, std::string_view userId) {
  auto user = findUserById(db, scope, userId);
  if (!user) throw Error(Code::userNotFound, "the account has no user with this id");
  return std::move(*user);
}

Team requireTeam(Connection& db, AccountScope scope, std::string_view teamId, std::string_view path) {
  auto team = findTeamById(db, scope, teamId);
  if (!team) {
    throw Error(Code::teamNotFound, "the account has no team with this id", {{std::string(path), "no such team"}});
  }
  return std::move(*team);
}

void requireVersion(const User& user, const std::optional<std::int64_t>& version) {
  if (!version || *version == user.version) return;
  throw Error(Code::versionMoved, "the user has changed since it was read; read it again and repeat the change",
              {{"/version", "the record is at version " + std::to_string(user.version)}});
}

void refuse(Code code, std::string text, audit::Entry entry) {
  entry.outcome = "refused";
  entry.reason = codeName(code);
  throw Refusal(code, std::move(text), std::move(entry));
}

void requireAnAdminLeft(Connection& db, AccountScope scope, const Standing& before, const Standing& after,
                        const audit::Entry& entry) {
  if (!endsActiveAdmin(before, after) || countActiveAdmins(db, scope) > 1) return;
  refuse(Code::lastAdmin, "this is the last active Admin of the account; make another user Admin first (user.update)",
         entry);
}

void saveUser(UnitOfWork& work, User& user) {
  ++user.version;
  user.updatedAt = work.now;
  updateUser(work.db, work.scope, user);
}

}  // namespace stead::people
