// The owner's side: by link, without an account. A token names one round of one identity, or one grant; it works
// only as long as that round or grant does.
#include <functional>
#include <nlohmann/json.hpp>

#include "audit/detail.h"
#include "delegation/operations.h"
#include "identities/identity_records.h"
#include "identities/identity_verbs.h"
#include "identities/identity_work.h"
#include "storage/cross_account.h"

namespace stead::identities {
namespace {

using notifications::IdentityEvent;

constexpr const char* mailboxProof = "mailbox";

[[noreturn]] void refuseLink() {
  throw Error(Code::linkNotFound, "the link is not valid; open the newest mail, or ask for a new link");
}

AccountScope scopeOf(Engine& engine, const Secrets::Link& opened) {
  std::optional<AccountScope> scope;
  engine.database().read([&](Connection& db) {
    scope = opened.kind == link::consent ? crossAccount::findAccountOfIdentity(db, opened.id)
                                         : crossAccount::findAccountOfGrant(db, opened.id);
  });
  if (!scope) refuseLink();
  return *scope;
}

// What a link leads to: the identity, with the grant it has.
Loaded follow(Connection& db, AccountScope scope, const Secrets::Link& opened) {
  if (opened.kind == link::consent) {
    auto identity = findIdentityById(db, scope, opened.id);
    if (!identity || identity->consentRound != opened.round) refuseLink();
    return withGrant(db, scope, std::move(*identity));
  }
  auto grant = findGrantById(db, scope, opened.id);
  if (!grant || opened.round != 0) refuseLink();
  auto identity = findIdentityById(db, scope, grant->identityId);
  if (!identity || identity->grantRow != grant->row) refuseLink();
  return {std::move(*identity), std::move(grant)};
}

void demand(UnitOfWork& work, Act act, const Loaded& found) {
  const Judgement judged = judge(act, standingOf(work.engine, found, work.now));
  if (!judged.allowed) throw Error(judged.reason, std::string(judged.text));
}

// An act of the owner by link: what it leads to is loaded and judged, then done; `body` answers.
using OwnerAct = std::function<Json(UnitOfWork&, Loaded&)>;
Json actByLink(Engine& engine, const Secrets::Link& opened, Act act, const OwnerAct& body) {
  Json answer;
  engine.write(scopeOf(engine, opened), [&](UnitOfWork& work) {
    Loaded found = follow(work.db, work.scope, opened);
    demand(work, act, found);
    answer = body(work, found);
  });
  return answer;
}

people::User creatorOf(Connection& db, AccountScope scope, const Identity& identity) {
  auto creator = people::findUser(db, scope, identity.creatorRow);
  if (!creator) throw Error(Code::storeFailed, "an identity of the store has no creator; restore a backup");
  return std::move(*creator);
}

audit::Entry entryOf(std::string_view operation, const Loaded& found, const Origin& origin) {
  audit::Entry entry;
  entry.actorKind = audit::ActorKind::owner;
  entry.actorId = found.identity.id;
  entry.operation = operation;
  entry.subjectType = "identity";
  entry.subjectId = found.identity.id;
  if (found.grant) {
    entry.grantId = found.grant->id;
    entry.grantVersion = found.grant->version;
  }
  entry.personal = {{"email", found.identity.email}, {"name", found.identity.name}};
  if (!origin.ip.empty()) entry.personal.emplace_back("ip", origin.ip);
  if (!origin.userAgent.empty()) entry.personal.emplace_back("userAgent", origin.userAgent);
  return entry;
}

[[noreturn]] void refuse(audit::Entry entry, Code code, std::string_view text) {
  entry.outcome = "refused";
  entry.reason = codeName(code);
  throw Refusal(code, std::string(text), std::move(entry));
}

void writeStatus(UnitOfWork& work, Identity& identity, IdentityStatus status) {
  identity.status = status;
  identity.version += 1;
  identity.updatedAt = work.now;
  updateIdentity(work.db, work.scope, identity);
}

ConsentRound answerTo(const Identity& identity, const char* answer, std::int64_t now) {
  ConsentRound round;
  round.identityId = identity.id;
  round.round = identity.consentRound;
  round.answer = answer;
  round.answeredAt = now;
  round.proof = mailboxProof;
  return round;
}

Grant grantOf(UnitOfWork& work, const Identity& identity, const Range& range) {
  Grant grant;
  grant.id = work.newId();
  grant.identityId = identity.id;
  grant.actorRow = identity.creatorRow;
  grant.principalName = identity.name;
  grant.principalEmail = identity.email;
  grant.principalKey = identity.emailKey;
  grant.operations = range.operations;
  grant.from = range.from;
  grant.until = range.until;
  grant.consentRound = identity.consentRound;
  grant.bornAt = work.now;
  return grant;
}

// Everything that speaks against an approval, before anything is written.
Range checkedApproval(UnitOfWork& work, const Loaded& found, const people::User& creator, const ConsentText& text,
                      const OwnerRequest& request) {
  const Identity& identity = found.identity;
  if (creator.status != UserStatus::active) {
    refuse(entryOf("identity.approve", {identity, std::nullopt}, request.origin), Code::wrongState,
           "Who asked is not an active user any more; there is nothing to approve.");
  }
  if (identity.until && *identity.until <= work.now) {
    refuse(entryOf("identity.approve", {identity, std::nullopt}, request.origin), Code::wrongState,
           "The time that was asked for is over; there is nothing to approve.");
  }
  if (request.textHash != text.hash) {
    throw Error(Code::textMoved, "The consent text changed after it was shown; show it again and ask again.",
                {{"/textHash", "is not the hash of the present text"}});
  }
  Violations violations;
  const Range range =
      narrowed({identity.operations, identity.from, identity.until}, request.terms, work.now, violations);
  violations.throwIfAny();
  // Not audited: the trail of the account that asks must not tell about another account.
  if (crossAccount::isLinkedElsewhere(work.db, work.scope, identity.emailKey, work.now)) {
    throw Error(Code::linkedElsewhere,
                "Your address is linked to another account by a permission you gave there; end it there first.");
  }
  return range;
}

Json answerOf(const Loaded& found, std::int64_t now) {
  Json out = {{"identityId", found.identity.id}, {"status", identityStatusName(found.identity.status)}};
  if (found.grant) out["grant"] = grantRecord(*found.grant, now);
  return out;
}

// The page the creator wished the owner to return to, too.
Json answerWithWayBack(const Loaded& found, std::int64_t now) {
  Json out = answerOf(found, now);
  setIfAny(out, "redirectUrl", found.identity.redirectUrl);
  return out;
}

void tell(UnitOfWork& work, std::int64_t auditIndex, IdentityEvent event, const Loaded& found,
          const people::User& creator) {
  auto news = newsOf(work, event, found.identity, found.grant, creator);
  news.byOwner = true;
  notifications::plan(work, auditIndex, news);
}

// The text of a round: as it was agreed to, or as it would be shown now.
void describeText(Json& out, Engine& engine, Connection& db, AccountScope scope, const Loaded& found,
                  const people::User& creator, const std::string& accountName, std::int64_t round) {
  for (const ConsentRound& known : roundsOf(db, scope, found.identity.id)) {
    if (known.round != round || !known.shownText || !known.textHash) continue;
    out["text"] = *known.shownText;
    out["textHash"] = crypto::hex(*known.textHash);
    out["locale"] = known.locale.value_or("EN");
    return;
  }
  const ConsentText text = consentTextOf(engine, found.identity, creator, accountName);
  out["text"] = text.text;
  out["textHash"] = text.hash;
  out["locale"] = text.locale;
}

Json look(Engine& engine, Connection& db, AccountScope scope, const Secrets::Link& opened, std::int64_t now) {
  const bool byConsent = opened.kind == link::consent;
  const Loaded found = follow(db, scope, opened);
  const Identity& identity = found.identity;
  const Standing standing = standingOf(engine, found, now);
  if (!byConsent && !judge(Act::revoke, standing).allowed) refuseLink();
  const people::User creator = creatorOf(db, scope, identity);
  const std::string accountName = people::loadAccount(db, scope).name;
  Json out = {{"kind", byConsent ? "consent" : "grant"},
              {"identityId", identity.id},
              {"status", identityStatusName(identity.status)},
              {"owner", {{"name", identity.name}, {"email", identity.email}}},
              {"creator", {{"name", creator.name}, {"email", creator.email}}},
              {"accountName", accountName},
              {"productName", engine.options().productName},
              {"lapsed", standing.lapsed}};
  describeText(out, engine, db, scope, found, creator, accountName,
               byConsent ? identity.consentRound : found.grant->consentRound);
  const Range range = byConsent ? Range{identity.operations, identity.from, identity.until}
                                : Range{found.grant->operations, found.grant->from, found.grant->until};
  out["operations"] = operationsRecord(range.operations);
  setIfAny(out, "from", range.from);
  setIfAny(out, "until", range.until);
  setIfAny(out, "redirectUrl", identity.redirectUrl);
  if (found.grant) out["grant"] = grantRecord(*found.grant, now);
  if (crossAccount::isLinkedElsewhere(db, scope, identity.emailKey, now)) out["linkedElsewhere"] = true;
  return out;
}

}  // namespace

Json ownerLook(Engine& engine, std::string_view token) {
  const bool byConsent = !token.starts_with(std::string(link::revoke) + ".");
  const auto opened = engine.secrets().openLink(byConsent ? link::consent : link::revoke, token);
  const AccountScope scope = scopeOf(engine, opened);
  Json answer;
  engine.read(scope, [&](Connection& db, std::int64_t now) { answer = look(engine, db, scope, opened, now); });
  return answer;
}

Json ownerApprove(Engine& engine, std::string_view token, const Json& request) {
  const auto opened = engine.secrets().openLink(link::consent, token);
  const OwnerRequest wanted = readApprove(request);
  return actByLink(engine, opened, Act::approve, [&](UnitOfWork& work, Loaded& found) {
    Identity& identity = found.identity;
    const people::User creator = creatorOf(work.db, work.scope, identity);
    const ConsentText text = consentTextOf(engine, identity, creator, people::loadAccount(work.db, work.scope).name);
    const Range range = checkedApproval(work, found, creator, text, wanted);
    found.grant = grantOf(work, identity, range);
    insertGrant(work.db, work.scope, *found.grant);
    linkAddress(work.db, work.scope, identity.emailKey, work.now);
    identity.approvedAt = work.now;
    identity.grantRow = found.grant->row;
    writeStatus(work, identity, IdentityStatus::verified);

    audit::Entry entry = entryOf("identity.approve", found, wanted.origin);
    entry.detail = {{audit::roundMember, identity.consentRound},
                    {audit::textHashMember, text.hash},
                    {audit::localeMember, text.locale},
                    {"proof", mailboxProof}};
    describe(entry.detail, range);
    ConsentRound evidence = answerTo(identity, "approved", work.now);
    evidence.locale = text.locale;
    evidence.shownText = text.text;
    evidence.textHash = crypto::fromHex(text.hash);
    evidence.auditIndex = work.audit(entry);
    answerRound(work.db, work.scope, evidence);
    work.decisionsChanged(identity.creatorRow);
    tell(work, *evidence.auditIndex, IdentityEvent::approved, found, creator);
    return answerWithWayBack(found, work.now);
  });
}

Json ownerDeny(Engine& engine, std::string_view token, const Json& request) {
  const auto opened = engine.secrets().openLink(link::consent, token);
  const OwnerRequest wanted = readDeny(request);
  return actByLink(engine, opened, Act::deny, [&](UnitOfWork& work, Loaded& found) {
    found.grant.reset();  // an ended one of an earlier round has nothing to do with this answer
    Identity& identity = found.identity;
    identity.neverAsk = wanted.neverAskAgain;
    writeStatus(work, identity, IdentityStatus::denied);

    audit::Entry entry = entryOf("identity.deny", found, wanted.origin);
    entry.detail = {{"round", identity.consentRound}, {"proof", mailboxProof}};
    if (wanted.neverAskAgain) entry.detail.emplace_back("neverAskAgain", "true");
    ConsentRound evidence = answerTo(identity, "denied", work.now);
    evidence.neverAsk = wanted.neverAskAgain;
    evidence.auditIndex = work.audit(entry);
    answerRound(work.db, work.scope, evidence);
    work.decisionsChanged(identity.creatorRow);
    tell(work, *evidence.auditIndex, IdentityEvent::denied, found, creatorOf(work.db, work.scope, identity));
    return answerWithWayBack(found, work.now);
  });
}

Json ownerNarrow(Engine& engine, std::string_view token, const Json& request) {
  const auto opened = engine.secrets().openLink(link::revoke, token);
  const OwnerRequest wanted = readNarrow(request);
  return actByLink(engine, opened, Act::narrow, [&](UnitOfWork& work, Loaded& found) {
    Grant& grant = *found.grant;
    const Range before{grant.operations, grant.from, grant.until};
    Violations violations;
    const Range after = narrowed(before, wanted.terms, work.now, violations);
    violations.throwIfAny();
    if (after != before) {
      grant.operations = after.operations;
      grant.from = after.from;
      grant.until = after.until;
      grant.version += 1;
      updateGrant(work.db, work.scope, grant);
      audit::Entry entry = entryOf("identity.narrow", found, wanted.origin);
      describe(entry.detail, after);
      work.decisionsChanged(found.identity.creatorRow);
      tell(work, work.audit(entry), IdentityEvent::narrowed, found, creatorOf(work.db, work.scope, found.identity));
    }
    return answerOf(found, work.now);
  });
}

Json ownerRevoke(Engine& engine, std::string_view token, const Json& request) {
  const auto opened = engine.secrets().openLink(link::revoke, token);
  const OwnerRequest wanted = readRevoke(request);
  return actByLink(engine, opened, Act::revoke, [&](UnitOfWork& work, Loaded& found) {
    endGrant(work, *found.grant, work.now, "revoked");
    writeStatus(work, found.identity, IdentityStatus::revoked);
    work.decisionsChanged(found.identity.creatorRow);
    tell(work, work.audit(entryOf("identity.revoke", found, wanted.origin)), IdentityEvent::revoked, found,
         creatorOf(work.db, work.scope, found.identity));
    return answerOf(found, work.now);
  });
}

}  // namespace stead::identities
