// The creator's side. Only the creator sees, lists, changes or uses an identity.
#include "identities/identity_verbs.h"

#include <functional>
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "base/text.h"
#include "brands/brand_store.h"
#include "delegation/guard.h"
#include "identities/identity_records.h"
#include "identities/identity_work.h"
#include "storage/cross_account.h"

namespace stead::identities {
namespace {

using delegation::Right;
using notifications::IdentityEvent;

constexpr const char* unknownIdentity = "The specified sender identity does not exist in your account.";

audit::Entry refused(const Session& session, const Right& right, std::string_view operation, std::string_view id,
                     Code code) {
  audit::Entry entry = delegation::entryFor(session, right, operation, "identity", id);
  entry.outcome = "refused";
  entry.reason = codeName(code);
  return entry;
}

[[noreturn]] void refuse(const Session& session, const Right& right, std::string_view operation, std::string_view id,
                         Code code, std::string_view text) {
  throw Refusal(code, std::string(text), refused(session, right, operation, id, code));
}

std::optional<Identity> findNamed(Connection& db, AccountScope scope, std::int64_t creatorRow,
                                  const IdentityName& name) {
  if (name.id.empty()) return findIdentityOf(db, scope, creatorRow, name.emailKey);
  auto found = findIdentityById(db, scope, name.id);
  if (found && found->creatorRow != creatorRow) return std::nullopt;
  return found;
}

// The creator's own identity, or the same answer as for an unknown one.
Loaded loadOwn(UnitOfWork& work, const Session& session, const Right& right, std::string_view operation,
               const IdentityName& name) {
  auto found = findNamed(work.db, work.scope, right.actor.row, name);
  if (found) return withGrant(work.db, work.scope, std::move(*found));
  audit::Entry entry = refused(session, right, operation, name.id, Code::identityNotFound);
  if (name.id.empty()) entry.personal.emplace_back("email", name.emailKey);
  throw Refusal(Code::identityNotFound, unknownIdentity, std::move(entry));
}

// An act of the creator on an identity of his: decided, loaded, then done; `act` answers.
using OwnAct = std::function<Json(UnitOfWork&, const Right&, Loaded&)>;
Json actOnOwn(Engine& engine, const Session& session, std::string_view operation, const IdentityName& name,
              const OwnAct& act) {
  Json answer;
  engine.write(session.scope, [&](UnitOfWork& work) {
    const Right right = delegation::require(work, session, operation, "identity", name.id);
    Loaded found = loadOwn(work, session, right, operation, name);
    answer = act(work, right, found);
  });
  return answer;
}

void demand(UnitOfWork& work, const Session& session, const Right& right, std::string_view operation, Act act,
            const Loaded& found) {
  const Judgement judged = judge(act, standingOf(work.engine, found, work.now));
  if (!judged.allowed) refuse(session, right, operation, found.identity.id, judged.reason, judged.text);
}

Json recordOf(UnitOfWork& work, const Session& session, const Loaded& found) {
  return identityRecord(found.identity, found.grant, session.userId, lapseMsOf(work.engine), work.now);
}

audit::Entry entryAbout(const Session& session, const Right& right, std::string_view operation,
                        const Identity& identity) {
  audit::Entry entry = delegation::entryFor(session, right, operation, "identity", identity.id);
  entry.personal = {{"email", identity.email}, {"name", identity.name}};
  return entry;
}

void refuseWhatOwnerForbade(UnitOfWork& work, const Session& session, const Right& right, std::string_view operation,
                            std::string_view identityId, std::string_view emailKey) {
  if (mayNeverAsk(work.db, work.scope, emailKey)) {
    refuse(session, right, operation, identityId, Code::consentDenied,
           "The owner of this address denied and asked never to be asked again by this account.");
  }
  if (countWaitingMails(work.db, work.scope, emailKey, work.now) >= limits::consentMailsPerAddressMax) {
    refuse(session, right, operation, identityId, Code::tooMany,
           "Too many requests to this address wait to be mailed; try again when they have left.");
  }
}

// Writes down the round that the identity stands in and plans its mail. The mail may have to wait, so that nobody
// can flood an address; that is never told, so that nobody learns whether others ask the same person.
void ask(UnitOfWork& work, const Right& right, const Identity& identity, std::int64_t auditIndex) {
  ConsentRound round;
  round.identityId = identity.id;
  round.creatorRow = identity.creatorRow;
  round.round = identity.consentRound;
  round.emailKey = identity.emailKey;
  round.askedAt = work.now;
  round.mailAt = crossAccount::nextConsentMailAt(work.db, identity.emailKey, work.now,
                                                 limits::consentMailsPerAddressMax, limits::consentMailWindowMs);
  insertRound(work.db, work.scope, round);
  auto news = newsOf(work, IdentityEvent::asked, identity, std::nullopt, right.actor);
  if (round.mailAt > work.now) news.notBefore = round.mailAt;
  notifications::plan(work, auditIndex, news);
}

// The next round of an identity that was asked before: the old link dies.
void askAgain(UnitOfWork& work, const Session& session, const Right& right, std::string_view operation, Loaded& found) {
  Identity& identity = found.identity;
  closeOpenRound(work.db, work.scope, identity.id, "superseded", work.now);
  identity.status = IdentityStatus::pending;
  identity.consentRound += 1;
  identity.requestedAt = work.now;
  identity.lapsedAt.reset();
  identity.approvedAt.reset();
  identity.version += 1;
  identity.updatedAt = work.now;
  updateIdentity(work.db, work.scope, identity);
  audit::Entry entry = entryAbout(session, right, operation, identity);
  entry.detail.emplace_back("round", identity.consentRound);
  describe(entry.detail, {identity.operations, identity.from, identity.until});
  ask(work, right, identity, work.audit(entry));
}

Identity newIdentity(UnitOfWork& work, const Right& right, const CreateRequest& request, const Range& range) {
  Identity identity;
  identity.id = work.newId();
  identity.creatorRow = right.actor.row;
  identity.name = request.name;
  identity.email = request.email.address;
  identity.emailKey = request.email.key;
  identity.brandId = request.brandId;
  identity.redirectUrl = request.redirectUrl;
  identity.locale = request.locale;
  identity.settings = request.settings;
  identity.metaData = request.metaData;
  identity.operations = range.operations;
  identity.from = range.from;
  identity.until = range.until;
  identity.requestedAt = identity.createdAt = identity.updatedAt = work.now;
  return identity;
}

Json createInside(UnitOfWork& work, const Session& session, const Right& right, const CreateRequest& request) {
  constexpr std::string_view operation = "identity.create";
  Violations violations;
  const Range range = asked({allDelegable(), {}, {}}, request.terms, work.now, violations);
  violations.throwIfAny();
  if (request.email.key == right.actor.emailKey) {
    refuse(session, right, operation, {}, Code::selfApproval,
           "This is your own address; nobody needs a sender identity to act as himself.");
  }
  if (findIdentityOf(work.db, work.scope, right.actor.row, request.email.key)) {
    throw Error(Code::identityExists, "You have a sender identity for this e-mail already.",
                {{"/email", "You have a sender identity for this e-mail already."}});
  }
  if (request.brandId && !brands::findBrand(work.db, work.scope, *request.brandId)) {
    throw fieldError(Code::brandNotFound, "/brandId", "the account has no brand with this id");
  }
  refuseWhatOwnerForbade(work, session, right, operation, {}, request.email.key);
  Loaded made{newIdentity(work, right, request, range), std::nullopt};
  insertIdentity(work.db, work.scope, made.identity);
  audit::Entry entry = entryAbout(session, right, operation, made.identity);
  entry.detail.emplace_back("round", made.identity.consentRound);
  describe(entry.detail, range);
  ask(work, right, made.identity, work.audit(entry));
  work.decisionsChanged(right.actor.row);
  return recordOf(work, session, made);
}

// Mailed to an owner who has agreed: he must know in whose name and with which mails his permission is used.
bool concernsOwner(const std::vector<std::string>& changes) {
  for (const std::string& member : changes) {
    if (member == "name" || member == "notificationSettings") return true;
  }
  return false;
}

void writeUpdate(UnitOfWork& work, const Session& session, const Right& right, Loaded& found, Updated change) {
  change.identity.version += 1;
  change.identity.updatedAt = work.now;
  updateIdentity(work.db, work.scope, change.identity);
  audit::Entry entry = entryAbout(session, right, "identity.update", change.identity);
  entry.detail.emplace_back("changes", change.changes);
  const std::int64_t index = work.audit(entry);
  if (change.identity.status == IdentityStatus::verified && concernsOwner(change.changes)) {
    auto news = newsOf(work, IdentityEvent::changed, change.identity, found.grant, right.actor);
    news.changes = change.changes;
    notifications::plan(work, index, news);
  }
  found.identity = std::move(change.identity);
}

}  // namespace

Json create(Engine& engine, const Session& session, const Json& request) {
  const CreateRequest wanted = readCreate(request);
  const Hash bodyHash = crypto::sha256(bytesOf(writeJson(request)));
  Json answer;
  engine.write(session.scope, [&](UnitOfWork& work) {
    const Right right = delegation::require(work, session, "identity.create", "identity", {});
    answer = parseStored(once(work, right.actor.row, "identity.create", wanted.requestId, bodyHash,
                              [&] { return writeJson(createInside(work, session, right, wanted)); }));
  });
  return answer;
}

Json get(Engine& engine, const Session& session, std::string_view idOrEmail) {
  const IdentityName name = readIdentityName(idOrEmail);
  Json answer;
  engine.read(session.scope, [&](Connection& db, std::int64_t now) {
    const Right right = delegation::requireForRead(db, now, session, "identity.view");
    auto found = findNamed(db, session.scope, right.actor.row, name);
    if (!found) throw Error(Code::identityNotFound, unknownIdentity);
    const Loaded loaded = withGrant(db, session.scope, std::move(*found));
    answer = identityRecord(loaded.identity, loaded.grant, session.userId, lapseMsOf(engine), now);
  });
  return answer;
}

Json update(Engine& engine, const Session& session, std::string_view idOrEmail, const Json& request) {
  constexpr std::string_view operation = "identity.update";
  const IdentityName name = readIdentityName(idOrEmail);
  const UpdateRequest wanted = readUpdate(request);
  return actOnOwn(engine, session, operation, name, [&](UnitOfWork& work, const Right& right, Loaded& found) {
    if (wanted.version && *wanted.version != found.identity.version) {
      throw Error(Code::versionMoved, "The sender identity has changed since it was read; read it again.",
                  {{"/version", "is " + std::to_string(found.identity.version) + " now"}});
    }
    Updated change = updated(found.identity, wanted);
    if (!change.changes.empty()) writeUpdate(work, session, right, found, std::move(change));
    return recordOf(work, session, found);
  });
}

Json resend(Engine& engine, const Session& session, std::string_view idOrEmail) {
  constexpr std::string_view operation = "identity.resend";
  const IdentityName name = readIdentityName(idOrEmail);
  return actOnOwn(engine, session, operation, name, [&](UnitOfWork& work, const Right& right, Loaded& found) {
    const Identity& identity = found.identity;
    demand(work, session, right, operation, Act::resend, found);
    if (identity.until && *identity.until <= work.now) {
      refuse(session, right, operation, identity.id, Code::wrongState,
             "The time that was asked for is over; delete the sender identity and create it for another time.");
    }
    refuseWhatOwnerForbade(work, session, right, operation, identity.id, identity.emailKey);
    askAgain(work, session, right, operation, found);
    return recordOf(work, session, found);
  });
}

Json rerequest(Engine& engine, const Session& session, std::string_view idOrEmail, const Json& request) {
  constexpr std::string_view operation = "identity.rerequest";
  const IdentityName name = readIdentityName(idOrEmail);
  const Terms terms = readRerequest(request);
  return actOnOwn(engine, session, operation, name, [&](UnitOfWork& work, const Right& right, Loaded& found) {
    Identity& identity = found.identity;
    demand(work, session, right, operation, Act::rerequest, found);
    refuseWhatOwnerForbade(work, session, right, operation, identity.id, identity.emailKey);
    Violations violations;
    const Range range = asked({identity.operations, identity.from, identity.until}, terms, work.now, violations);
    violations.throwIfAny();
    settleExpired(work, found.grant);
    identity.operations = range.operations;
    identity.from = range.from;
    identity.until = range.until;
    askAgain(work, session, right, operation, found);
    work.decisionsChanged(right.actor.row);
    return recordOf(work, session, found);
  });
}

Json remove(Engine& engine, const Session& session, std::string_view idOrEmail) {
  constexpr std::string_view operation = "identity.delete";
  const IdentityName name = readIdentityName(idOrEmail);
  return actOnOwn(engine, session, operation, name, [&](UnitOfWork& work, const Right& right, Loaded& found) {
    const Identity& identity = found.identity;
    const bool grantLived = standingOf(engine, found, work.now).grantLives;
    audit::Entry entry = entryAbout(session, right, operation, identity);
    if (grantLived) {
      entry.detail.emplace_back("endedGrant", found.grant->id);
      endGrant(work, *found.grant, work.now, "deleted");
    }
    settleExpired(work, found.grant);
    closeOpenRound(work.db, work.scope, identity.id, "withdrawn", work.now);
    const std::int64_t index = work.audit(entry);
    deleteIdentity(work.db, work.scope, identity);
    if (grantLived) {
      notifications::plan(work, index, newsOf(work, IdentityEvent::deleted, identity, found.grant, right.actor));
    }
    work.decisionsChanged(right.actor.row);
    return Json{{"id", identity.id}};
  });
}

Json consentEvidence(Engine& engine, const Session& session, std::string_view idOrEmail) {
  constexpr std::string_view operation = "identity.evidence";
  const IdentityName name = readIdentityName(idOrEmail);
  Json answer;
  engine.write(session.scope, [&](UnitOfWork& work) {
    const Right right = delegation::require(work, session, operation, "identity", name.id);
    std::string id = name.id;
    if (id.empty()) {
      const auto own = findIdentityOf(work.db, work.scope, right.actor.row, name.emailKey);
      if (own) id = own->id;
    }
    // The rounds know whose they are: they stay when the identity is gone.
    const auto rounds = roundsOf(work.db, work.scope, id);
    const bool visible =
        !rounds.empty() && (rounds.front().creatorRow == right.actor.row || right.actor.role == Role::auditor);
    if (!visible) refuse(session, right, operation, name.id, Code::identityNotFound, unknownIdentity);
    work.audit(delegation::entryFor(session, right, operation, "identity", id));
    answer = {{"identityId", id}, {"rounds", Json::array()}};
    for (const ConsentRound& round : rounds) answer["rounds"].push_back(roundRecord(round));
  });
  return answer;
}

}  // namespace stead::identities
