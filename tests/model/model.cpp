// Decisions, the trail, and which step goes where.
#include "model.h"

#include <algorithm>

namespace model {
namespace {

constexpr unsigned admin = 1;
constexpr unsigned teamAdmin = 2;
constexpr unsigned member = 4;
constexpr unsigned auditor = 8;

enum class DocumentRule { none, acts, holds };

struct Operation {
  int bit = -1;  // of a grant; -1: not delegable
  bool accountWide = false;
  DocumentRule rule = DocumentRule::none;
  unsigned roles = 0;
  unsigned ownRoles = 0;
};

std::optional<Operation> operationNamed(std::string_view name) {
  constexpr unsigned doers = admin | teamAdmin | member;
  constexpr unsigned everybody = doers | auditor;
  for (std::size_t i = 0; i < delegable.size(); ++i) {
    if (delegable[i] != name) continue;
    const DocumentRule rule = name == "document.send" ? DocumentRule::none : DocumentRule::acts;
    return Operation{static_cast<int>(i), true, rule, doers, 0};
  }
  if (name == "document.view") return Operation{-1, true, DocumentRule::holds, doers, 0};
  if (name == "document.delete" || name == "document.tag" || name == "document.handOver") {
    return Operation{-1, false, DocumentRule::holds, doers, 0};
  }
  const auto own = [](unsigned roles, unsigned ownRoles = 0) {
    return Operation{-1, false, DocumentRule::none, roles, ownRoles};
  };
  if (name == "identity.evidence") return own(everybody);
  if (name.starts_with("identity.")) return own(doers);
  if (name == "user.invite") return own(admin | teamAdmin);
  if (name == "user.update" || name == "user.deactivate" || name == "user.reactivate") return own(admin);
  if (name == "team.create" || name == "team.assign" || name == "account.update") return own(admin);
  if (name == "apiKey.create") return own(doers);
  if (name == "apiKey.view" || name == "apiKey.revoke") return own(everybody);
  if (name == "audit.view") return own(admin | auditor);
  return std::nullopt;
}

bool allows(const Operation& operation, int role, bool aboutOneself) {
  const unsigned bit = 1U << static_cast<unsigned>(role);
  return (operation.roles & bit) != 0 || (aboutOneself && (operation.ownRoles & bit) != 0);
}

std::string grantWords(int grant, int version) {
  return grant == 0 ? "-" : std::to_string(grant) + "/" + std::to_string(version);
}

}  // namespace

// --- decisions ---

bool Model::lives(const Grant& grant) const { return !grant.ended && !(grant.until && state_.now >= *grant.until); }

std::string Model::refusedIdentity(const Step& who, std::string_view operation, Verdict& verdict) const {
  const auto known = operationNamed(operation);
  if (known->bit < 0) return "operationNotDelegable";
  const auto place = state_.identityAt.find({who.account, who.person, who.principal});
  if (place == state_.identityAt.end()) return "noIdentity";
  const Identity& identity = state_.identities.at(place->second);
  if (identity.status == "Pending") return "consentPending";
  if (identity.status == "Denied") return "consentDenied";
  if (identity.grant != 0) {
    verdict.grant = identity.grant;
    verdict.version = state_.grants.at(identity.grant).version;
  }
  if (identity.status == "Revoked") return "consentRevoked";
  const Grant& grant = state_.grants.at(identity.grant);
  if (grant.from && state_.now < *grant.from) return "grantNotStarted";
  if (!lives(grant)) return "grantEnded";
  if ((grant.operations & (1U << static_cast<unsigned>(known->bit))) == 0) return "operationNotGranted";
  verdict.identity = place->second;
  return {};
}

std::string Model::refusedAccountWide(const Step& who, std::string_view operation) const {
  if (!operationNamed(operation)->accountWide) return "operationNotDelegable";
  const User& actor = state_.users.at({who.account, who.person});
  if (!state_.accountWide.at(who.account)) return "accountWideOff";
  if (!actor.accountWideAccess) return "lacksAccountWideAccess";
  if (!actor.sendOnBehalfOf) return "lacksSendOnBehalfOf";
  const auto principal = state_.users.find({who.account, who.principal});
  if (principal == state_.users.end() || principal->second.status != "Active") return "lacksMembership";
  return {};
}

std::string Model::refusedDocument(const Step& who, Way way, const Document* document, bool acts) const {
  if (document == nullptr || document->account != who.account) return "documentNotFound";
  const bool held = document->actor == who.person;
  if (way == Way::grant) {
    const bool his = held && document->sentBy == Way::grant && document->principal == who.principal;
    return his ? "" : "documentNotFound";
  }
  if (way == Way::accountWide) {
    const int owner = document->sentBy == Way::accountWide ? document->principal : document->actor;
    if (owner != who.principal) return "documentNotFound";
    return acts && document->sentBy == Way::grant ? "principalRequired" : "";
  }
  const bool everywhere = state_.users.at({who.account, who.person}).accountWideAccess;
  if (!held && !everywhere) return "documentNotFound";
  const bool unnamed = document->sentBy == Way::grant || (document->sentBy == Way::accountWide && !everywhere);
  return acts && unnamed ? "principalRequired" : "";
}

Model::Verdict Model::decide(const Step& who, std::string_view operation, bool aboutDocument, const Document* document,
                             int aboutPerson) const {
  Verdict verdict;
  const auto refuse = [&](std::string code) {
    verdict.refused = std::move(code);
    return verdict;
  };
  const auto actor = state_.users.find({who.account, who.person});
  const bool keyLives = who.key == 0 || !state_.keys.at(who.key).revoked;
  if (actor == state_.users.end() || actor->second.status != "Active" || !keyLives) return refuse("actorInactive");
  const auto known = operationNamed(operation);
  if (!known) return refuse("unknownOperation");
  const Way way = who.principal == who.person ? Way::self : who.way;
  if (way == Way::grant) {
    if (auto code = refusedIdentity(who, operation, verdict); !code.empty()) return refuse(std::move(code));
    verdict.authority = "grant";
  } else if (way == Way::accountWide) {
    if (auto code = refusedAccountWide(who, operation); !code.empty()) return refuse(std::move(code));
    verdict.authority = "accountWide";
  } else {
    verdict.authority = "self";
  }
  if (!allows(*known, actor->second.role, aboutPerson == who.person)) return refuse("lacksRole");
  if (way == Way::accountWide && !allows(*known, state_.users.at({who.account, who.principal}).role, false)) {
    return refuse("lacksRole");
  }
  if (aboutDocument) return refuse(refusedDocument(who, way, document, known->rule == DocumentRule::acts));
  return verdict;
}

Model::Verdict Model::require(const Step& who, std::string_view operation, bool aboutDocument, const Document* document,
                              int aboutPerson) {
  Verdict verdict = decide(who, operation, aboutDocument, document, aboutPerson);
  if (!verdict.refused.empty()) refuseUser(who, operation, verdict.refused, verdict);
  return verdict;
}

Model::Verdict Model::requireForRead(const Step& who, std::string_view operation, bool aboutDocument,
                                     const Document* document, int aboutPerson) {
  Verdict verdict = decide(who, operation, aboutDocument, document, aboutPerson);
  if (!verdict.refused.empty()) throw Refused{verdict.refused};
  return verdict;
}

// --- the trail ---

void Model::entry(int account, std::string_view kind, std::string_view operation, int grant, int version) {
  ++state_.trail[account];
  expected_.entries.push_back(std::to_string(account) + " " + std::string(kind) + " " + std::string(operation) +
                              " done - " + grantWords(grant, version));
}

// Audited up to twenty times for each actor and hour, then counted.
void Model::refuse(int account, std::string_view kind, const std::string& actor, std::string_view operation,
                   const std::string& code, int grant, int version) {
  if (++state_.refusals[{account, actor, state_.now / hourMs}] <= 20) {
    ++state_.trail[account];
    expected_.entries.push_back(std::to_string(account) + " " + std::string(kind) + " " + std::string(operation) +
                                " refused " + code + " " + grantWords(grant, version));
  }
  throw Refused{code};
}

void Model::refuseUser(const Step& who, std::string_view operation, const std::string& code, const Verdict& verdict) {
  refuse(who.account, "user", "user " + std::to_string(who.person), operation, code, verdict.grant, verdict.version);
}

void Model::fact(std::string_view pointer, std::string value) {
  expected_.facts.push_back(std::string(pointer) + " " + std::move(value));
}

// --- questions ---

void Model::authorize(const Step& step) {
  const bool aboutDocument = step.verb == Verb::authorizeDocument;
  const Document* document = aboutDocument ? find(step.account, step.subject) : nullptr;
  const Verdict verdict = decide(step, step.text, aboutDocument, document, -1);
  fact("/allowed", verdict.refused.empty() ? "true" : "false");
  if (!verdict.refused.empty()) {
    fact("/reason", '"' + verdict.refused + '"');
  } else {
    fact("/authority", '"' + verdict.authority + '"');
  }
  if (verdict.grant != 0) fact("/grantVersion", std::to_string(verdict.version));
  if (verdict.refused.empty() && verdict.grant != 0 && state_.grants.at(verdict.grant).until) {
    fact("/validUntil", std::to_string(*state_.grants.at(verdict.grant).until));
  }
}

void Model::list(const Step& step) {
  std::int64_t total = 0;
  if (step.verb == Verb::listIdentities) {
    (void)requireForRead(step, "identity.view");
    for (const auto& [serial, identity] : state_.identities) {
      total += identity.account == step.account && identity.creator == step.person ? 1 : 0;
    }
  } else if (step.verb == Verb::listKeys) {
    (void)requireForRead(step, "apiKey.view", false, nullptr, step.person);
    for (const auto& [serial, key] : state_.keys) {
      total += key.account == step.account && key.person == step.person ? 1 : 0;
    }
  } else {
    (void)requireForRead(step, "document.view");
    for (const auto& [serial, document] : state_.documents) {
      if (document.account != step.account) continue;
      const bool byGrant = document.sentBy == Way::grant;
      const bool mine = step.flag == 1 ? byGrant && document.principal == step.person : document.actor == step.person;
      const bool listed =
          step.verb == Verb::listDocuments ? !byGrant && document.actor == step.person : byGrant && mine;
      total += listed ? 1 : 0;
    }
  }
  fact("/total", std::to_string(total));
  fact("/totalCapped", "false");
}

// --- all steps ---

Model::Model() {
  for (int account = 0; account < accountCount; ++account) {
    User first;
    first.status = "Active";
    first.role = 0;
    first.accountWideAccess = first.sendOnBehalfOf = true;
    state_.users[{account, account}] = first;
    state_.accountWide[account] = false;
    state_.trail[account] = 1;
  }
}

Expected Model::run(const Step& step) {
  expected_ = {};
  serial_ = step.serial;
  try {
    switch (step.verb) {
      case Verb::invite:
        invite(step);
        break;
      case Verb::accept:
        accept(step);
        break;
      case Verb::updateUser:
        updateUser(step);
        break;
      case Verb::deactivate:
      case Verb::reactivate:
        changeStatus(step);
        break;
      case Verb::createTeam:
        createTeam(step);
        break;
      case Verb::assignTeam:
        assignTeam(step);
        break;
      case Verb::createKey:
        createKey(step);
        break;
      case Verb::revokeKey:
        revokeKey(step);
        break;
      case Verb::switchAccountWide:
        switchAccountWide(step);
        break;
      case Verb::createIdentity:
        createIdentity(step);
        break;
      case Verb::updateIdentity:
        updateIdentity(step);
        break;
      case Verb::resend:
        resend(step);
        break;
      case Verb::rerequest:
        rerequest(step);
        break;
      case Verb::removeIdentity:
        removeIdentity(step);
        break;
      case Verb::approve:
        approve(step);
        break;
      case Verb::deny:
        deny(step);
        break;
      case Verb::narrow:
        narrow(step);
        break;
      case Verb::revokeGrant:
        revokeGrant(step);
        break;
      case Verb::send:
        send(step);
        break;
      case Verb::revokeDocument:
      case Verb::remind:
      case Verb::changeCode:
      case Verb::download:
      case Verb::auditLog:
      case Verb::viewDocument:
        actOnDocument(step);
        break;
      case Verb::viewAsSigner:
      case Verb::sign:
      case Verb::decline:
        actAsSigner(step);
        break;
      case Verb::runDue:
        runDue();
        break;
      case Verb::passTime:
        state_.now += step.ms;
        break;
      case Verb::take:
        take(step);
        break;
      case Verb::ack:
        ack(step);
        break;
      case Verb::fail:
        fail(step);
        break;
      case Verb::authorize:
      case Verb::authorizeDocument:
        authorize(step);
        break;
      case Verb::listIdentities:
      case Verb::listDocuments:
      case Verb::listBehalf:
      case Verb::listKeys:
        list(step);
        break;
    }
  } catch (const Refused& refused) {
    expected_.code = refused.code;
  }
  return expected_;
}

void Model::nameMessage(std::size_t place, std::string id, std::int64_t row) {
  state_.messages.at(place).id = std::move(id);
  state_.messages.at(place).row = row;
}

}  // namespace model
