// Sender identities and consent (contract 2, design 3).
#include <algorithm>

#include "model.h"

namespace model {
namespace {

constexpr Ms lapseMs = 30 * dayMs;
constexpr Ms mailWindowMs = dayMs;
constexpr std::size_t mailsPerWindow = 10;

std::optional<Ms> momentOf(Ms now, Ms relative) { return relative == 0 ? std::nullopt : std::optional(now + relative); }

}  // namespace

bool Model::lapsed(const Identity& identity) const {
  return identity.status == "Pending" && (identity.lapseNoted || state_.now >= identity.requestedAt + lapseMs);
}

void Model::checkRange(const std::optional<Ms>& from, const std::optional<Ms>& until) const {
  if (until && (*until <= state_.now || (from && *until <= *from))) throw Refused{"invalidRecord"};
}

// Only narrower than what is asked or granted.
void Model::narrowed(const Step& step, Operations& operations, std::optional<Ms>& from,
                     std::optional<Ms>& until) const {
  const auto newFrom = momentOf(state_.now, step.from);
  const auto newUntil = momentOf(state_.now, step.until);
  if (step.operations != 0 && (step.operations & ~operations) != 0) throw Refused{"invalidRecord"};
  if (newFrom && from && *newFrom < *from) throw Refused{"invalidRecord"};
  if (newUntil && until && *newUntil > *until) throw Refused{"invalidRecord"};
  if (step.operations != 0) operations = step.operations;
  if (newFrom) from = newFrom;
  if (newUntil) until = newUntil;
  checkRange(from, until);
}

// The creator's own one; anybody else's is as an unknown one.
int Model::ownIdentity(const Step& step, std::string_view operation, const Verdict& verdict) {
  if (step.subject == 0) {
    const auto place = state_.identityAt.find({step.account, step.person, step.target});
    if (place != state_.identityAt.end()) return place->second;
  } else {
    const auto found = state_.identities.find(step.subject);
    const bool own = found != state_.identities.end() && found->second.account == step.account &&
                     found->second.creator == step.person;
    if (own) return step.subject;
  }
  refuseUser(step, operation, "identityNotFound", verdict);
}

void Model::refuseForbidden(const Step& step, std::string_view operation, int owner, const Verdict& verdict) {
  std::size_t waiting = 0;
  for (const Round& round : state_.rounds) {
    if (round.account != step.account || round.owner != owner) continue;
    if (round.neverAsk) refuseUser(step, operation, "consentDenied", verdict);
    if (round.mailAt > state_.now) ++waiting;
  }
  if (waiting >= mailsPerWindow) refuseUser(step, operation, "tooMany", verdict);
}

// Plans the request's mail: ten for an address in a day, over all accounts; the next ones wait.
void Model::ask(int serial) {
  const Identity& identity = state_.identities.at(serial);
  std::vector<Ms> mails;
  for (const Round& round : state_.rounds) {
    if (round.owner == identity.owner) mails.push_back(round.mailAt);
  }
  std::sort(mails.rbegin(), mails.rend());
  Ms mailAt = state_.now;
  if (mails.size() >= mailsPerWindow) mailAt = std::max(mailAt, mails[mailsPerWindow - 1] + mailWindowMs);
  state_.rounds.push_back({serial, identity.round, identity.account, identity.owner, mailAt, true, false});
  plan(identity.account, "identity.asked.owner", identity.owner, {{'c', serial, identity.round}}, mailAt);
}

void Model::createIdentity(const Step& step) {
  const Verdict verdict = require(step, "identity.create");
  const auto from = momentOf(state_.now, step.from);
  const auto until = momentOf(state_.now, step.until);
  checkRange(from, until);
  if (step.target == step.person) refuseUser(step, "identity.create", "selfApproval", verdict);
  if (state_.identityAt.contains({step.account, step.person, step.target})) throw Refused{"identityExists"};
  refuseForbidden(step, "identity.create", step.target, verdict);
  Identity identity;
  identity.account = step.account;
  identity.creator = step.person;
  identity.owner = step.target;
  identity.name = step.text;
  identity.requestedAt = state_.now;
  identity.operations = step.operations == 0 ? everyOperation : step.operations;
  identity.from = from;
  identity.until = until;
  identity.settings = (defaultSettings | step.settingsOn) & ~step.settingsOff;
  state_.identities[step.serial] = identity;
  state_.identityAt[{step.account, step.person, step.target}] = step.serial;
  entry(step.account, "user", "identity.create");
  ask(step.serial);
}

void Model::updateIdentity(const Step& step) {
  const Verdict verdict = require(step, "identity.update");
  Identity& identity = state_.identities.at(ownIdentity(step, "identity.update", verdict));
  if (step.odd) throw Refused{"versionMoved"};
  const Identity before = identity;
  if (!step.text.empty()) identity.name = step.text;
  identity.settings = (identity.settings | step.settingsOn) & ~step.settingsOff;
  if (step.metaKey >= 0) {
    const std::string key = "k" + std::to_string(step.metaKey);
    if (step.metaValue.empty()) {
      identity.metaData.erase(key);
    } else {
      identity.metaData[key] = step.metaValue;
    }
  }
  const bool concernsOwner = identity.name != before.name || identity.settings != before.settings;
  if (!concernsOwner && identity.metaData == before.metaData) return;
  ++identity.version;
  entry(step.account, "user", "identity.update");
  if (identity.status == "Verified" && concernsOwner) {
    plan(step.account, "identity.changed.owner", identity.owner, {{'r', identity.grant, 0}});
  }
}

// A new round: the old link dies, and what was still held back does not leave.
void Model::askAgain(const Step& step, int serial, std::string_view operation) {
  Identity& identity = state_.identities.at(serial);
  for (Round& round : state_.rounds) {
    if (round.identity != serial || !round.open) continue;
    round.open = false;
    if (round.mailAt > state_.now) round.mailAt = 0;
  }
  identity.status = "Pending";
  ++identity.round;
  identity.requestedAt = state_.now;
  identity.lapseNoted = false;
  ++identity.version;
  entry(step.account, "user", operation);
  ask(serial);
}

void Model::resend(const Step& step) {
  const Verdict verdict = require(step, "identity.resend");
  const int serial = ownIdentity(step, "identity.resend", verdict);
  const Identity& identity = state_.identities.at(serial);
  const bool over = identity.until && *identity.until <= state_.now;
  if (identity.status != "Pending" || over) refuseUser(step, "identity.resend", "wrongState", verdict);
  refuseForbidden(step, "identity.resend", identity.owner, verdict);
  askAgain(step, serial, "identity.resend");
}

void Model::rerequest(const Step& step) {
  const Verdict verdict = require(step, "identity.rerequest");
  const int serial = ownIdentity(step, "identity.rerequest", verdict);
  Identity& identity = state_.identities.at(serial);
  const bool ended = identity.status == "Verified" && !lives(state_.grants.at(identity.grant));
  if (identity.status != "Denied" && identity.status != "Revoked" && !ended) {
    refuseUser(step, "identity.rerequest", "wrongState", verdict);
  }
  refuseForbidden(step, "identity.rerequest", identity.owner, verdict);
  const auto from = step.from == 0 ? identity.from : momentOf(state_.now, step.from);
  const auto until = step.until == 0 ? identity.until : momentOf(state_.now, step.until);
  checkRange(from, until);
  if (step.operations != 0) identity.operations = step.operations;
  identity.from = from;
  identity.until = until;
  if (identity.grant != 0 && !lives(state_.grants.at(identity.grant))) state_.grants.at(identity.grant).ended = true;
  askAgain(step, serial, "identity.rerequest");
}

void Model::removeIdentity(const Step& step) {
  const Verdict verdict = require(step, "identity.delete");
  const int serial = ownIdentity(step, "identity.delete", verdict);
  const Identity identity = state_.identities.at(serial);
  const bool lived = identity.grant != 0 && lives(state_.grants.at(identity.grant));
  if (identity.grant != 0) state_.grants.at(identity.grant).ended = true;
  for (Round& round : state_.rounds) {
    if (round.identity != serial || !round.open) continue;
    round.open = false;
    if (round.mailAt > state_.now) round.mailAt = 0;
  }
  state_.identities.erase(serial);
  state_.identityAt.erase({identity.account, identity.creator, identity.owner});
  entry(step.account, "user", "identity.delete");
  if (lived) tellIdentity(identity, "deleted", false);
}

// --- the owner ---

Identity& Model::followConsent(const Step& step) {
  const auto found = state_.identities.find(step.subject);
  if (found == state_.identities.end() || found->second.round != step.round) throw Refused{"linkNotFound"};
  if (found->second.status != "Pending" || lapsed(found->second)) throw Refused{"linkNotFound"};
  return found->second;
}

Identity& Model::followGrant(const Step& step) {
  const auto grant = state_.grants.find(step.subject);
  if (grant == state_.grants.end() || !lives(grant->second)) throw Refused{"linkNotFound"};
  for (auto& [serial, identity] : state_.identities) {
    if (identity.grant == step.subject && identity.status == "Verified") return identity;
  }
  throw Refused{"linkNotFound"};
}

void Model::approve(const Step& step) {
  Identity& identity = followConsent(step);
  const auto refuseOwner = [&](const std::string& code) {
    refuse(identity.account, "owner", "owner " + std::to_string(step.subject), "identity.approve", code);
  };
  if (state_.users.at({identity.account, identity.creator}).status != "Active") refuseOwner("wrongState");
  if (identity.until && *identity.until <= state_.now) refuseOwner("wrongState");
  if (step.odd) throw Refused{"textMoved"};
  Grant grant;
  grant.account = identity.account;
  grant.actor = identity.creator;
  grant.principal = identity.owner;
  grant.operations = identity.operations;
  grant.from = identity.from;
  grant.until = identity.until;
  narrowed(step, grant.operations, grant.from, grant.until);
  for (const auto& [serial, other] : state_.grants) {
    const bool elsewhere = other.account != grant.account && other.principal == grant.principal && lives(other);
    if (elsewhere) throw Refused{"linkedElsewhere"};
  }
  state_.grants[step.serial] = grant;
  identity.grant = step.serial;
  identity.status = "Verified";
  ++identity.version;
  for (Round& round : state_.rounds) {
    if (round.identity == step.subject && round.round == step.round) round.open = false;
  }
  entry(identity.account, "owner", "identity.approve", step.serial, 1);
  tellIdentity(identity, "approved", true);
}

void Model::deny(const Step& step) {
  Identity& identity = followConsent(step);
  identity.status = "Denied";
  ++identity.version;
  for (Round& round : state_.rounds) {
    if (round.identity != step.subject || round.round != step.round) continue;
    round.open = false;
    round.neverAsk = step.odd;
  }
  entry(identity.account, "owner", "identity.deny");
  tellIdentity(identity, "denied", true);
}

void Model::narrow(const Step& step) {
  Identity& identity = followGrant(step);
  Grant& grant = state_.grants.at(step.subject);
  Grant after = grant;
  narrowed(step, after.operations, after.from, after.until);
  if (after.operations == grant.operations && after.from == grant.from && after.until == grant.until) return;
  grant = after;
  ++grant.version;
  entry(identity.account, "owner", "identity.narrow", step.subject, grant.version);
  tellIdentity(identity, "narrowed", true);
}

void Model::revokeGrant(const Step& step) {
  Identity& identity = followGrant(step);
  Grant& grant = state_.grants.at(step.subject);
  grant.ended = true;
  identity.status = "Revoked";
  ++identity.version;
  entry(identity.account, "owner", "identity.revoke", step.subject, grant.version);
  tellIdentity(identity, "revoked", true);
}

// Security notices: no flag switches them off.
void Model::tellIdentity(const Identity& identity, std::string_view event, bool byOwner) {
  const std::string kind = "identity." + std::string(event);
  const bool givesLink = event == "approved" || event == "narrowed";
  const bool ownerHears = givesLink || event == "deleted" || (event == "revoked" && !byOwner);
  const bool creatorHears = event != "deleted";
  std::vector<LinkTo> links;
  if (givesLink) links.push_back({'r', identity.grant, 0});
  if (ownerHears) plan(identity.account, kind + ".owner", identity.owner, links);
  if (creatorHears) plan(identity.account, kind + ".creator", identity.creator);
}

}  // namespace model
