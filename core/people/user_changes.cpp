// Changes of a user that reach his identities and documents: into another team, and out of work. Each can be shown
// before it is made, by the same judgement and the same list of effects.
#include <nlohmann/json.hpp>

#include "base/change_plan.h"
#include "base/limits.h"
#include "base/record_reader.h"
#include "delegation/guard.h"
#include "documents/hand_over.h"
#include "identities/identity_store.h"
#include "identities/identity_verbs.h"
#include "people/people_records.h"
#include "people/people_verbs.h"
#include "people/people_work.h"
#include "people/receiver.h"

namespace stead::people {
namespace {

constexpr std::string_view moveOperation = "user.changeTeam";
constexpr std::string_view assignOperation = "team.assign";
constexpr std::string_view deactivateOperation = "user.deactivate";
constexpr const char* moveReceiver = "transferDocumentsToUserId";
constexpr const char* deactivateReceiver = "toUserId";

struct Wish {
  std::string userId;
  std::string toTeamId;  // "": none
  std::optional<std::string> receiverId;
  std::optional<std::int64_t> version;
  PlanWish plan;
};

// What a change of a user would do, judged and listed.
struct Change {
  Change(std::string_view operation, User changed, audit::Entry made)
      : user(std::move(changed)), entry(std::move(made)), plan(operation) {
    plan.restOn("user", user.id, user.version);
  }

  User user;
  audit::Entry entry;
  Team team;  // to go to
  bool endsIdentities = false;
  std::optional<User> receiver;
  documents::Transfer transfer;
  ChangePlan plan;
};

void planIdentities(Connection& db, AccountScope scope, Change& change) {
  change.endsIdentities = true;
  for (const auto& identity : identities::verifiedIdentitiesOf(db, scope, change.user.row)) {
    change.plan.add(Effect::identityRevoked, identity.id, identity.version);
  }
}

void planReceiver(Connection& db, AccountScope scope, std::int64_t now, const Wish& wish, const char* member,
                  Change& change) {
  const std::string path = std::string("/") + member;
  if (*wish.receiverId == change.user.id) {
    throw fieldError(Code::invalidRecord, path, "is the user whose documents they are; name another one");
  }
  change.receiver = requireReceiver(db, scope, *wish.receiverId, path);
  change.plan.restOn("receiver", change.receiver->id, change.receiver->version);
  change.transfer = documents::planTransfer(db, scope, change.user, now, change.plan);
}

void carryOut(UnitOfWork& work, Change& change, std::string_view ofIdentities, std::string_view ofDocuments) {
  if (change.receiver) {
    change.entry.detail.emplace_back("documentsToUserId", change.receiver->id);
    change.entry.detail.emplace_back("documents", change.plan.count(Effect::documentHandedOver));
  }
  saveUser(work, change.user);
  work.audit(change.entry);
  work.decisionsChanged(change.user.row);
  if (change.endsIdentities) identities::revokeAllOf(work, change.user.row, ofIdentities);
  if (change.receiver) documents::makeTransfer(work, change.transfer, *change.receiver, ofDocuments);
}

using Judge = std::function<Change(Connection&, std::int64_t now, const delegation::Right&)>;
using Make = std::function<void(UnitOfWork&, Change&)>;

// The plan alone, or the change as it was shown.
Json showOrMake(Engine& engine, const Session& session, std::string_view operation, const Wish& wish,
                const Judge& judge, const Make& make) {
  Json answer;
  const auto describe = [&](const Change& change) {
    answer = userRecord(change.user, session.accountId);
    answer["plan"] = change.plan.record(!wish.plan.dryRun);
  };
  if (wish.plan.dryRun) {
    engine.read(session.scope, [&](Connection& db, std::int64_t now) {
      const auto right = delegation::requireForReadOf(db, now, session, operation, "user", wish.userId);
      describe(judge(db, now, right));
    });
    return answer;
  }
  engine.write(session.scope, [&](UnitOfWork& work) {
    const auto right = delegation::require(work, session, operation, "user", wish.userId);
    Change change = judge(work.db, work.now, right);
    change.plan.requireShown(wish.plan.planId);
    make(work, change);
    describe(change);
  });
  return answer;
}

// Nobody at all is "no team".
std::optional<std::int64_t> rowOf(const Team& team) { return team.id.empty() ? std::nullopt : std::optional(team.row); }

bool isMoved(const Change& change) { return change.user.teamRow != rowOf(change.team); }

void enterTeam(UnitOfWork& work, Change& change) {
  User& user = change.user;
  if (!user.teamId.empty()) change.entry.detail.emplace_back("fromTeamId", user.teamId);
  if (!change.team.id.empty()) change.entry.detail.emplace_back("toTeamId", change.team.id);
  user.teamRow = rowOf(change.team);
  user.teamId = change.team.id;
  user.teamName = change.team.name;
  carryOut(work, change, "creatorMoved", "holderMoved");
}

// --- into another team ---

Wish readMove(std::string_view userId, const Json& request) {
  Wish out;
  out.userId = readId(userId, "user");
  Violations violations;
  RecordReader in(request, violations);
  out.toTeamId = in.guid("toTeamId").value_or("");
  if (!in.has("toTeamId") || in.isNull("toTeamId")) in.violation("toTeamId", "The toTeamId field is required.");
  out.receiverId = in.guid(moveReceiver);
  out.version = readVersion(in);
  out.plan = readPlanWish(in);
  in.refuseUnknown();
  violations.throwIfAny();
  return out;
}

void requireOwnTeam(const User& mover, const Change& change) {
  const bool mayMoveHim = mayMove({mover.role, mover.teamRow}, {change.user.role, change.user.teamRow});
  const bool mayGive = !change.receiver || mover.role == Role::admin || change.receiver->teamRow == mover.teamRow;
  if (mayMoveHim && mayGive) return;
  refuse(Code::lacksRole,
         "a TeamAdmin moves Members of the own team and gives their documents to others of it; ask an Admin for "
         "anything else",
         change.entry);
}

Change judgeMove(Connection& db, const Session& session, std::int64_t now, const delegation::Right& right,
                 const Wish& wish) {
  Change change(moveOperation, requireUser(db, session.scope, wish.userId),
                delegation::entryFor(session, right, moveOperation, "user", wish.userId));
  requireOwnTeam(right.actor, change);
  requireVersion(change.user, wish.version);
  change.team = requireTeam(db, session.scope, wish.toTeamId, "/toTeamId");
  change.plan.restOn("team", change.team.id, 0);
  if (!isMoved(change)) {
    refuse(Code::wrongState, "the user is in this team already; document.handOver moves documents alone", change.entry);
  }
  if (leavesTeam(change.user.teamRow, change.team.row)) planIdentities(db, session.scope, change);
  if (wish.receiverId) {
    planReceiver(db, session.scope, now, wish, moveReceiver, change);
    requireOwnTeam(right.actor, change);
  } else {
    change.plan.tell(Effect::documentMovedAlong, documents::countHeldBy(db, session.scope, change.user.row));
  }
  return change;
}

// --- into any team or none, documents untouched ---

Wish readAssignment(std::string_view userId, const Json& request) {
  Wish out;
  out.userId = readId(userId, "user");
  Violations violations;
  RecordReader in(request, violations);
  out.toTeamId = in.guid("teamId").value_or("");
  if (!in.has("teamId")) in.violation("teamId", "The teamId field is required; null takes the user out of any team.");
  out.version = readVersion(in);
  out.plan = readPlanWish(in);
  in.refuseUnknown();
  violations.throwIfAny();
  return out;
}

Change judgeAssignment(Connection& db, const Session& session, const delegation::Right& right, const Wish& wish) {
  Change change(assignOperation, requireUser(db, session.scope, wish.userId),
                delegation::entryFor(session, right, assignOperation, "user", wish.userId));
  requireVersion(change.user, wish.version);
  if (!wish.toTeamId.empty()) change.team = requireTeam(db, session.scope, wish.toTeamId, "/teamId");
  change.plan.restOn("team", change.team.id, 0);
  if (leavesTeam(change.user.teamRow, rowOf(change.team))) planIdentities(db, session.scope, change);
  change.plan.tell(Effect::documentMovedAlong,
                   isMoved(change) ? documents::countHeldBy(db, session.scope, change.user.row) : 0);
  return change;
}

// --- out of work ---

Wish readDeactivation(std::string_view userId, const Json& request) {
  Wish out;
  out.userId = readId(userId, "user");
  Violations violations;
  RecordReader in(request, violations);
  out.receiverId = in.guid(deactivateReceiver);
  out.version = readVersion(in);
  out.plan = readPlanWish(in);
  in.refuseUnknown();
  violations.throwIfAny();
  return out;
}

Change judgeDeactivation(Connection& db, const Session& session, std::int64_t now, const delegation::Right& right,
                         const Wish& wish) {
  Change change(deactivateOperation, requireUser(db, session.scope, wish.userId),
                delegation::entryFor(session, right, deactivateOperation, "user", wish.userId));
  const User& user = change.user;
  requireVersion(user, wish.version);
  if (user.status != UserStatus::active) {
    refuse(Code::wrongState,
           std::string("only an Active user can be deactivated; this user's status is ") + userStatusName(user.status),
           change.entry);
  }
  requireAnAdminLeft(db, session.scope, {user.role, user.status}, {user.role, UserStatus::deactivated}, change.entry);
  planIdentities(db, session.scope, change);
  if (wish.receiverId) planReceiver(db, session.scope, now, wish, deactivateReceiver, change);
  return change;
}

}  // namespace

Json changeTeam(Engine& engine, const Session& session, std::string_view userId, const Json& request) {
  const Wish wish = readMove(userId, request);
  return showOrMake(
      engine, session, moveOperation, wish,
      [&](Connection& db, std::int64_t now, const auto& right) { return judgeMove(db, session, now, right, wish); },
      enterTeam);
}

Json assignTeam(Engine& engine, const Session& session, std::string_view userId, const Json& request) {
  const Wish wish = readAssignment(userId, request);
  return showOrMake(
      engine, session, assignOperation, wish,
      [&](Connection& db, std::int64_t /*now*/, const auto& right) {
        return judgeAssignment(db, session, right, wish);
      },
      [](UnitOfWork& work, Change& change) {
        if (isMoved(change)) enterTeam(work, change);
      });
}

Json deactivateUser(Engine& engine, const Session& session, std::string_view userId, const Json& request) {
  const Wish wish = readDeactivation(userId, request);
  return showOrMake(
      engine, session, deactivateOperation, wish,
      [&](Connection& db, std::int64_t now, const auto& right) {
        return judgeDeactivation(db, session, now, right, wish);
      },
      [](UnitOfWork& work, Change& change) {
        change.user.status = UserStatus::deactivated;
        carryOut(work, change, "creatorDeactivated", "holderDeactivated");
      });
}

}  // namespace stead::people
