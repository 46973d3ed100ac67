// Invitations: one or many, mailed again, taken back. Accepting one is in user_verbs.cpp.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "base/record_reader.h"
#include "base/text.h"
#include "delegation/guard.h"
#include "metadata/metadata.h"
#include "notifications/plan.h"
#include "people/people_records.h"
#include "people/people_verbs.h"
#include "people/people_work.h"

namespace stead::people {
namespace {

constexpr std::string_view inviteOperation = "user.invite";
// In the contract's words, which say no more than that the address cannot be had.
constexpr const char* addressIsTaken =
    "This user is already on another team, or has a disposable email, which is not allowed.";

struct Invitation {
  Email email;
  std::string name;
  Role role = Role::member;
  std::optional<std::string> teamId;
  Json metaData = Json::object();
};

// All but the address and the requestId: the contract speaks of those in other words when there are many.
Invitation readInvited(RecordReader& in, Violations& violations) {
  Invitation out;
  out.name = in.text("name", {.codePointsMax = limits::nameCodePointsMax}).value_or("");
  out.role = readRole(in).value_or(Role::member);
  out.teamId = in.guid("teamId");
  if (const Json* metaData = in.any("metaData")) {
    out.metaData = metadata::merge(Json::object(), *metaData, violations, in.pathOf("metaData"));
  }
  return out;
}

User invitedUser(const Invitation& wanted, const std::optional<Team>& team, const User& inviter, std::int64_t now) {
  User user;
  user.email = wanted.email.address;
  user.emailKey = wanted.email.key;
  user.name = wanted.name;
  user.role = wanted.role;
  if (team) {
    user.teamRow = team->row;
    user.teamId = team->id;
    user.teamName = team->name;
  } else if (inviter.role == Role::teamAdmin) {
    user.teamRow = inviter.teamRow;
    user.teamId = inviter.teamId;
    user.teamName = inviter.teamName;
  }
  user.status = UserStatus::invitationPending;
  user.inviteRound = 1;
  const auto permissions = permissionsOf(user.role);
  user.accountWideAccess = permissions.accountWideAccess;
  user.sendOnBehalfOf = permissions.sendOnBehalfOf;
  user.metaData = writeJson(wanted.metaData);
  user.createdAt = user.updatedAt = now;
  return user;
}

TeamPlace placeOf(const User& user) { return {user.role, user.teamRow}; }

void planInvitation(UnitOfWork& work, std::int64_t auditIndex, const User& invited, const User& inviter) {
  notifications::InvitationNews news;
  news.userId = invited.id;
  news.round = invited.inviteRound;
  news.invitee = {.name = invited.name, .email = invited.email, .key = invited.emailKey, .locale = "EN"};
  news.accountName = loadAccount(work.db, work.scope).name;
  news.inviterName = inviter.name;
  notifications::plan(work, auditIndex, news);
}

Json invite(UnitOfWork& work, const Session& session, const delegation::Right& right, User user) {
  user.id = work.newId();
  insertUser(work.db, work.scope, user);
  auto entry = delegation::entryFor(session, right, inviteOperation, "user", user.id);
  entry.detail.emplace_back("role", roleName(user.role));
  if (!user.teamId.empty()) entry.detail.emplace_back("teamId", user.teamId);
  entry.personal = {{"email", user.email}, {"name", user.name}};
  planInvitation(work, work.audit(entry), user, right.actor);
  work.decisionsChanged(user.row);
  return userRecord(user, session.accountId);
}

void requireMayInvite(const Session& session, const delegation::Right& right, const User& user) {
  if (mayInvite(placeOf(right.actor), placeOf(user))) return;
  refuse(Code::lacksRole, "a TeamAdmin invites Members and TeamAdmins to the own team; ask an Admin for anything else",
         delegation::entryFor(session, right, inviteOperation, "account", session.accountId));
}

// --- one ---

struct OneInvitation : Invitation {
  std::optional<std::string> requestId;
};

OneInvitation readOne(const Json& request) {
  Violations violations;
  RecordReader in(request, violations);
  OneInvitation out;
  auto email = in.email("email", true, "Email");
  static_cast<Invitation&>(out) = readInvited(in, violations);
  out.email = std::move(email).value_or(Email{});
  out.requestId = readRequestId(in);
  in.refuseUnknown();
  violations.throwIfAny();
  return out;
}

// --- many ---

struct ManyInvitations {
  std::vector<Invitation> users;
  std::optional<std::string> requestId;
};

std::string pathOf(std::size_t index, std::string_view member) {
  return "/users/" + std::to_string(index) + "/" + std::string(member);
}

Email readAddressOfMany(RecordReader& in) {
  const Json* const given = in.any("email");
  if (given == nullptr || given->is_null() ||
      (given->is_string() && text::isBlank(given->get_ref<const std::string&>()))) {
    in.violation("email", "The Email field is required.");
    return {};
  }
  auto email = given->is_string() ? parseEmail(given->get_ref<const std::string&>()) : std::nullopt;
  if (!email) in.violation("email", "The email property does not contain a valid email address");
  return std::move(email).value_or(Email{});
}

void refuseDoubles(const std::vector<Invitation>& users, Violations& violations) {
  std::map<std::string_view, std::size_t> first;
  for (std::size_t i = 0; i < users.size(); ++i) {
    if (users[i].email.key.empty()) continue;
    const auto [known, isNew] = first.emplace(users[i].email.key, i);
    if (!isNew) violations.add(pathOf(i, "email"), "is the e-mail of item " + std::to_string(known->second) + " too");
  }
}

ManyInvitations readMany(const Json& request) {
  Violations violations;
  RecordReader in(request, violations);
  ManyInvitations out;
  const Json* const users = in.array("users", limits::invitationsMax);
  if (users != nullptr ? users->empty() : !in.has("users") || in.isNull("users")) {
    in.violation("users", "The users field is required; it lists 1 to " + std::to_string(limits::invitationsMax) +
                              " invitations.");
  }
  for (std::size_t i = 0; users != nullptr && i < users->size(); ++i) {
    RecordReader one((*users)[i], violations, in.pathOf("users", i));
    Email email = readAddressOfMany(one);
    out.users.push_back(readInvited(one, violations));
    out.users.back().email = std::move(email);
    one.refuseUnknown();
  }
  refuseDoubles(out.users, violations);
  out.requestId = readRequestId(in);
  in.refuseUnknown();
  violations.throwIfAny();
  return out;
}

// All or none: every item at fault is named.
void throwIfAny(Code code, const char* why, std::vector<FieldError> fields) {
  if (!fields.empty()) throw Error(code, std::string("nobody was invited: ") + why, std::move(fields));
}

std::vector<User> invitedUsers(UnitOfWork& work, const std::vector<Invitation>& wanted, const User& inviter) {
  std::vector<User> users;
  std::vector<FieldError> unknown;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    std::optional<Team> team;
    if (wanted[i].teamId) {
      team = findTeamById(work.db, work.scope, *wanted[i].teamId);
      if (!team) unknown.push_back({pathOf(i, "teamId"), "no such team"});
    }
    users.push_back(invitedUser(wanted[i], team, inviter, work.now));
  }
  throwIfAny(Code::teamNotFound, "the account has no team with an id that was given", std::move(unknown));
  return users;
}

Json inviteThem(UnitOfWork& work, const Session& session, const delegation::Right& right,
                const std::vector<User>& users) {
  std::vector<FieldError> taken;
  for (std::size_t i = 0; i < users.size(); ++i) {
    if (findUserByEmail(work.db, work.scope, users[i].emailKey)) taken.push_back({pathOf(i, "email"), addressIsTaken});
  }
  throwIfAny(Code::userExists, "the account has a user with an e-mail that was given", std::move(taken));
  Json records = Json::array();
  for (const User& user : users) records.push_back(invite(work, session, right, user));
  return {{"users", std::move(records)}};
}

// --- an invitation that nobody accepted yet ---

struct Waiting {
  delegation::Right right;
  User user;
  audit::Entry entry;
};

Waiting openWaiting(UnitOfWork& work, const Session& session, std::string_view operation, const std::string& userId) {
  auto right = delegation::require(work, session, operation, "user", userId);
  User user = requireUser(work.db, work.scope, userId);
  auto entry = delegation::entryFor(session, right, operation, "user", userId);
  if (!mayInvite(placeOf(right.actor), placeOf(user))) {
    refuse(Code::lacksRole, "a TeamAdmin manages invitations to the own team; ask an Admin for others", entry);
  }
  if (user.status != UserStatus::invitationPending) {
    refuse(
        Code::wrongState,
        std::string("only while the invitation is not accepted; this user's status is ") + userStatusName(user.status),
        entry);
  }
  return {std::move(right), std::move(user), std::move(entry)};
}

}  // namespace

Json inviteUser(Engine& engine, const Session& session, const Json& request) {
  const OneInvitation wanted = readOne(request);
  const Hash bodyHash = crypto::sha256(bytesOf(writeJson(request)));
  Json answer;
  engine.write(session.scope, [&](UnitOfWork& work) {
    const auto right = delegation::require(work, session, inviteOperation, "account", session.accountId);
    std::optional<Team> team;
    if (wanted.teamId) team = requireTeam(work.db, work.scope, *wanted.teamId, "/teamId");
    const User user = invitedUser(wanted, team, right.actor, work.now);
    requireMayInvite(session, right, user);
    answer = parseStored(once(work, session.userRow, inviteOperation, wanted.requestId, bodyHash, [&] {
      if (findUserByEmail(work.db, work.scope, user.emailKey)) {
        throw Error(Code::userExists, "the account has a user with this e-mail already",
                    {{"/email", "belongs to a user of the account"}});
      }
      return writeJson(invite(work, session, right, user));
    }));
  });
  return answer;
}

Json inviteUsers(Engine& engine, const Session& session, const Json& request) {
  const ManyInvitations wanted = readMany(request);
  const Hash bodyHash = crypto::sha256(bytesOf(writeJson(request)));
  Json answer;
  engine.write(session.scope, [&](UnitOfWork& work) {
    const auto right = delegation::require(work, session, inviteOperation, "account", session.accountId);
    const auto users = invitedUsers(work, wanted.users, right.actor);
    for (const User& user : users) requireMayInvite(session, right, user);
    answer = parseStored(once(work, session.userRow, "user.inviteAll", wanted.requestId, bodyHash,
                              [&] { return writeJson(inviteThem(work, session, right, users)); }));
  });
  return answer;
}

Json resendInvitation(Engine& engine, const Session& session, std::string_view userId) {
  const std::string id = readId(userId, "user");
  Json answer;
  engine.write(session.scope, [&](UnitOfWork& work) {
    Waiting waiting = openWaiting(work, session, "user.resendInvitation", id);
    ++waiting.user.inviteRound;  // the old link is dead
    saveUser(work, waiting.user);
    planInvitation(work, work.audit(waiting.entry), waiting.user, waiting.right.actor);
    answer = userRecord(waiting.user, session.accountId);
  });
  return answer;
}

Json cancelInvitation(Engine& engine, const Session& session, std::string_view userId) {
  const std::string id = readId(userId, "user");
  engine.write(session.scope, [&](UnitOfWork& work) {
    const Waiting waiting = openWaiting(work, session, "user.cancelInvitation", id);
    work.audit(waiting.entry);
    deleteInvitedUser(work.db, work.scope, waiting.user.row);
    work.decisionsChanged(waiting.user.row);
  });
  return {{"id", id}};
}

}  // namespace stead::people
