// Users: accepted, read and changed.
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "base/record_reader.h"
#include "delegation/guard.h"
#include "metadata/metadata.h"
#include "people/people_records.h"
#include "people/people_verbs.h"
#include "people/people_work.h"
#include "storage/cross_account.h"

namespace stead::people {
namespace {

constexpr std::size_t ipCodePointsMax = 64;

struct Acceptance {
  std::string name;
  std::string ip;
  std::string userAgent;
};

Acceptance readAcceptance(const Json& request) {
  Acceptance out;
  Violations violations;
  RecordReader in(request, violations);
  out.name = in.text("name", {.required = true, .codePointsMax = limits::nameCodePointsMax}).value_or("");
  out.ip = in.text("ip", {.codePointsMax = ipCodePointsMax}).value_or("");
  out.userAgent = in.text("userAgent", {.codePointsMax = limits::userAgentBytesMax}).value_or("");
  in.refuseUnknown();
  violations.throwIfAny();
  return out;
}

audit::Entry acceptedEntry(const User& user, const Acceptance& request) {
  audit::Entry entry;
  entry.actorKind = audit::ActorKind::user;
  entry.actorId = user.id;
  entry.credential = "invitation";
  entry.operation = "user.accept";
  entry.subjectType = "user";
  entry.subjectId = user.id;
  entry.personal = {{"email", user.email}, {"name", user.name}};
  if (!request.ip.empty()) entry.personal.emplace_back("ip", request.ip);
  if (!request.userAgent.empty()) entry.personal.emplace_back("userAgent", request.userAgent);
  return entry;
}

[[noreturn]] void refuseInvitationLink() {
  throw Error(Code::linkNotFound, "the invitation is not valid any more; ask an Admin of the account for a new one");
}

struct UserChange {
  std::optional<std::string> name;
  std::optional<Role> role;
  std::optional<bool> accountWideAccess;
  std::optional<bool> sendOnBehalfOf;
  Json metaData;  // null: untouched
  std::optional<std::int64_t> version;

  [[nodiscard]] bool isEmpty() const {
    return !name && !role && !accountWideAccess && !sendOnBehalfOf && metaData.is_null();
  }
};

UserChange readUserChange(const Json& request) {
  UserChange out;
  Violations violations;
  RecordReader in(request, violations);
  out.name = in.text("name", {.required = in.has("name"), .codePointsMax = limits::nameCodePointsMax});
  out.role = readRole(in);
  out.accountWideAccess = in.boolean("apiAccountWideAccess");
  out.sendOnBehalfOf = in.boolean("allowSendOnBehalfOf");
  if (const Json* metaData = in.any("metaData")) {
    // What breaks a rule against an empty map breaks it against every map: told here, together with the rest.
    (void)metadata::merge(Json::object(), *metaData, violations, in.pathOf("metaData"));
    out.metaData = *metaData;
  }
  out.version = readVersion(in);
  in.refuseUnknown();
  violations.throwIfAny();
  if (out.isEmpty()) {
    violations.add("",
                   "To update the user, at least one of the following is required: name, role, apiAccountWideAccess, "
                   "allowSendOnBehalfOf or metaData.");
  }
  violations.throwIfAny();
  return out;
}

// The role first: it brings its own permissions along, which the same request may overrule.
void applyChange(User& user, const UserChange& change) {
  if (change.name) user.name = *change.name;
  if (change.role && *change.role != user.role) {
    user.role = *change.role;
    const auto permissions = permissionsOf(user.role);
    user.accountWideAccess = permissions.accountWideAccess;
    user.sendOnBehalfOf = permissions.sendOnBehalfOf;
  }
  user.accountWideAccess = change.accountWideAccess.value_or(user.accountWideAccess);
  user.sendOnBehalfOf = change.sendOnBehalfOf.value_or(user.sendOnBehalfOf);
  Violations violations;
  user.metaData = writeJson(metadata::merge(parseStored(user.metaData), change.metaData, violations, "/metaData"));
  violations.throwIfAny();
}

// Names the members that changed; the values of the ones that carry rights, by which no person is known.
void describeChange(audit::Entry& entry, const User& before, const User& after) {
  std::vector<std::string> changes;
  if (after.name != before.name) {
    changes.emplace_back("name");
    entry.personal.emplace_back("name", after.name);
  }
  if (after.role != before.role) {
    changes.emplace_back("role");
    entry.detail.emplace_back("role", roleName(after.role));
  }
  if (after.accountWideAccess != before.accountWideAccess) {
    changes.emplace_back("apiAccountWideAccess");
    entry.detail.emplace_back("apiAccountWideAccess", after.accountWideAccess ? "on" : "off");
  }
  if (after.sendOnBehalfOf != before.sendOnBehalfOf) {
    changes.emplace_back("allowSendOnBehalfOf");
    entry.detail.emplace_back("allowSendOnBehalfOf", after.sendOnBehalfOf ? "on" : "off");
  }
  if (after.metaData != before.metaData) changes.emplace_back("metaData");
  entry.detail.emplace_back("changes", changes);
}

}  // namespace

Json acceptInvitation(Engine& engine, std::string_view token, const Json& request) {
  const Acceptance acceptance = readAcceptance(request);
  const auto link = engine.secrets().openLink(link::invite, token);
  std::optional<AccountScope> scope;
  engine.database().read([&](Connection& db) { scope = crossAccount::findAccountOfUser(db, link.id); });
  if (!scope) refuseInvitationLink();
  Json answer;
  engine.write(*scope, [&](UnitOfWork& work) {
    auto user = findUserById(work.db, work.scope, link.id);
    if (!user || user->status != UserStatus::invitationPending || user->inviteRound != link.round) {
      refuseInvitationLink();
    }
    user->status = UserStatus::active;
    user->name = acceptance.name;
    ++user->inviteRound;  // the link is used up
    saveUser(work, *user);
    work.audit(acceptedEntry(*user, acceptance));
    work.decisionsChanged(user->row);
    answer = userRecord(*user, loadAccount(work.db, work.scope).id);
  });
  return answer;
}

Json getUser(Engine& engine, const Session& session, std::string_view userId) {
  const std::string id = readId(userId, "user");
  Json answer;
  engine.read(session.scope, [&](Connection& db, std::int64_t now) {
    (void)delegation::requireForReadOf(db, now, session, "user.view", "user", id);
    answer = userRecord(requireUser(db, session.scope, id), session.accountId);
  });
  return answer;
}

Json updateUser(Engine& engine, const Session& session, std::string_view userId, const Json& request) {
  const std::string id = readId(userId, "user");
  const UserChange change = readUserChange(request);
  Json answer;
  engine.write(session.scope, [&](UnitOfWork& work) {
    const auto right = delegation::require(work, session, "user.update", "user", id);
    const User before = requireUser(work.db, work.scope, id);
    requireVersion(before, change.version);
    User user = before;
    applyChange(user, change);
    auto entry = delegation::entryFor(session, right, "user.update", "user", id);
    requireAnAdminLeft(work.db, work.scope, {before.role, before.status}, {user.role, user.status}, entry);
    saveUser(work, user);
    describeChange(entry, before, user);
    work.audit(entry);
    work.decisionsChanged(user.row);
    answer = userRecord(user, session.accountId);
  });
  return answer;
}

}  // namespace stead::people
