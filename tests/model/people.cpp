// Users, teams and keys (contract 3, design 3).
#include "model.h"

namespace model {
namespace {

void mergeInto(Pairs& pairs, const Step& step) {
  if (step.metaKey < 0) return;
  const std::string key = "k" + std::to_string(step.metaKey);
  if (step.metaValue.empty()) {
    pairs.erase(key);
  } else {
    pairs[key] = step.metaValue;
  }
}

}  // namespace

void Model::invite(const Step& step) {
  const Verdict verdict = require(step, "user.invite");
  const User& inviter = state_.users.at({step.account, step.person});
  User user;
  user.role = step.role;
  user.accountWideAccess = user.sendOnBehalfOf = step.role == 0;
  if (step.team != 0) {
    const auto team = state_.teams.find(step.team);
    if (team == state_.teams.end() || team->second != step.account) throw Refused{"teamNotFound"};
    user.team = step.team;
  } else if (inviter.role == 1) {
    user.team = inviter.team;
  }
  const bool mayInvite =
      inviter.role == 0 || ((step.role == 1 || step.role == 2) && inviter.team != 0 && inviter.team == user.team);
  if (!mayInvite) refuseUser(step, "user.invite", "lacksRole", verdict);
  if (state_.users.contains({step.account, step.target})) throw Refused{"userExists"};
  state_.users[{step.account, step.target}] = user;
  entry(step.account, "user", "user.invite");
  plan(step.account, "user.invited.invitee", step.target, {{'i', step.target, 1}});
}

void Model::accept(const Step& step) {
  const auto user = state_.users.find({step.account, step.target});
  if (user == state_.users.end() || user->second.status != "InvitationPending") throw Refused{"linkNotFound"};
  user->second.status = "Active";
  ++user->second.version;
  entry(step.account, "user", "user.accept");
}

bool Model::isLastAdmin(int account, int person) const {
  const User& user = state_.users.at({account, person});
  if (user.role != 0 || user.status != "Active") return false;
  for (const auto& [place, other] : state_.users) {
    if (place.first == account && place.second != person && other.role == 0 && other.status == "Active") return false;
  }
  return true;
}

void Model::updateUser(const Step& step) {
  const Verdict verdict = require(step, "user.update", false, nullptr, step.target);
  const auto found = state_.users.find({step.account, step.target});
  if (found == state_.users.end()) throw Refused{"userNotFound"};
  if (step.odd) throw Refused{"versionMoved"};
  User& user = found->second;
  if (step.role > 0 && isLastAdmin(step.account, step.target)) refuseUser(step, "user.update", "lastAdmin", verdict);
  if (step.role >= 0 && step.role != user.role) {
    user.role = step.role;
    user.accountWideAccess = user.sendOnBehalfOf = step.role == 0;
  }
  if (step.flag >= 0) {
    user.accountWideAccess = (step.flag & 1) != 0;
    user.sendOnBehalfOf = (step.flag & 2) != 0;
  }
  mergeInto(user.metaData, step);
  ++user.version;
  entry(step.account, "user", "user.update");
}

void Model::changeStatus(const Step& step) {
  const bool ends = step.verb == Verb::deactivate;
  const std::string_view operation = ends ? "user.deactivate" : "user.reactivate";
  const Verdict verdict = require(step, operation, false, nullptr, step.target);
  const auto found = state_.users.find({step.account, step.target});
  if (found == state_.users.end()) throw Refused{"userNotFound"};
  if (step.odd) throw Refused{"versionMoved"};
  User& user = found->second;
  if (user.status != (ends ? "Active" : "Deactivated")) refuseUser(step, operation, "wrongState", verdict);
  if (ends && isLastAdmin(step.account, step.target)) refuseUser(step, operation, "lastAdmin", verdict);
  user.status = ends ? "Deactivated" : "Active";
  ++user.version;
  entry(step.account, "user", operation);
  if (ends) revokeAllOf(step.account, step.target);
}

// The creator moved or was deactivated: his consents end, and both sides hear of it.
void Model::revokeAllOf(int account, int person) {
  for (auto& [serial, identity] : state_.identities) {
    if (identity.account != account || identity.creator != person || identity.status != "Verified") continue;
    Grant& grant = state_.grants.at(identity.grant);
    grant.ended = true;
    identity.status = "Revoked";
    ++identity.version;
    entry(account, "system", "identity.revoke", identity.grant, grant.version);
    tellIdentity(identity, "revoked", false);
  }
}

void Model::createTeam(const Step& step) {
  (void)require(step, "team.create");
  if (!state_.teamNames.try_emplace({step.account, step.text}, step.serial).second) throw Refused{"teamExists"};
  state_.teams[step.serial] = step.account;
  entry(step.account, "user", "team.create");
}

void Model::assignTeam(const Step& step) {
  (void)require(step, "team.assign", false, nullptr, step.target);
  const auto found = state_.users.find({step.account, step.target});
  if (found == state_.users.end()) throw Refused{"userNotFound"};
  if (step.odd) throw Refused{"versionMoved"};
  if (step.team != 0) {
    const auto team = state_.teams.find(step.team);
    if (team == state_.teams.end() || team->second != step.account) throw Refused{"teamNotFound"};
  }
  User& user = found->second;
  const int before = user.team;
  if (before == step.team) return;
  user.team = step.team;
  ++user.version;
  entry(step.account, "user", "team.assign");
  if (before != 0) revokeAllOf(step.account, step.target);
}

void Model::createKey(const Step& step) {
  (void)require(step, "apiKey.create");
  state_.keys[step.serial] = {step.account, step.person, false};
  entry(step.account, "user", "apiKey.create");
}

void Model::revokeKey(const Step& step) {
  (void)require(step, "apiKey.revoke");
  const auto key = state_.keys.find(step.subject);
  const bool known = key != state_.keys.end() && key->second.account == step.account;
  const bool may =
      known && (key->second.person == step.person || state_.users.at({step.account, step.person}).role == 0);
  if (!may) throw Refused{"apiKeyNotFound"};
  if (key->second.revoked) return;
  key->second.revoked = true;
  entry(step.account, "user", "apiKey.revoke");
}

void Model::switchAccountWide(const Step& step) {
  (void)require(step, "account.update");
  state_.accountWide[step.account] = step.flag == 1;
  entry(step.account, "user", "account.update");
}

}  // namespace model
