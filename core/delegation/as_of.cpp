// Decisions of another day: what decide() would have said with what was known then.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "audit/history.h"
#include "audit/stored_entry.h"
#include "audit/trail_store.h"
#include "base/error.h"
#include "base/limits.h"
#include "base/record_reader.h"
#include "base/text.h"
#include "delegation/delegation_verbs.h"
#include "delegation/guard.h"
#include "delegation/past.h"

namespace stead::delegation {
namespace {

using audit::integerAt;
using audit::textAt;

// Reads the trail up to a bound and remembers which entries it used.
class Trail {
 public:
  Trail(Connection& db, AccountScope scope, std::int64_t before) : db_(db), scope_(scope), before_(before) {}

  PastUser user(std::string_view id) {
    PastUser found;
    const auto first = audit::entryBytes(db_, scope_, 0);
    const auto opened = first && before_ > 0 ? audit::parseEntry(*first) : std::nullopt;
    if (opened && textAt(*opened, {"detail", "adminUserId"}) == id) follow(found, *opened), used_.push_back(0);
    read(found, id);
    return found;
  }
  bool accountWide() {
    bool on = false;
    read(on, textAt(parsed(0), {"subject", "id"}));
    return on;
  }
  // Of the identities the creator had one after the other, the one that was there.
  PastIdentity identity(std::int64_t creatorRow, std::string_view emailKey) {
    PastIdentity found;
    for (const std::string& id : identities::identitiesEverOf(db_, scope_, creatorRow, emailKey)) {
      PastIdentity one;
      read(one, id);
      if (one.exists) found = std::move(one);
    }
    return found;
  }
  PastDocument document(std::string_view id) {
    PastDocument found;
    read(found, id);
    return found;
  }
  bool keyLived(std::string_view keyId) {
    bool lived = true;
    audit::eachEntryAbout(db_, scope_, keyId, before_, [&](std::int64_t index, const Json& entry) {
      used_.push_back(index);
      if (textAt(entry, {"operation"}) == "apiKey.revoke" && textAt(entry, {"outcome"}) == "done") lived = false;
    });
    return lived;
  }
  [[nodiscard]] std::vector<std::int64_t> used() {
    std::sort(used_.begin(), used_.end());
    used_.erase(std::unique(used_.begin(), used_.end()), used_.end());
    return used_;
  }

 private:
  template <class Past>
  void read(Past& past, std::string_view subjectId) {
    audit::eachEntryAbout(db_, scope_, subjectId, before_, [&](std::int64_t index, const Json& entry) {
      used_.push_back(index);
      follow(past, entry);
    });
  }
  Json parsed(std::int64_t index) {
    const auto bytes = audit::entryBytes(db_, scope_, index);
    auto entry = bytes ? audit::parseEntry(*bytes) : std::nullopt;
    if (!entry) throw Error(Code::auditBroken, "an entry of the audit trail is damaged; verify the trail");
    return std::move(*entry);
  }

  Connection& db_;
  const AccountScope scope_;
  const std::int64_t before_;
  std::vector<std::int64_t> used_;
};

struct Asked {
  std::string actorId;
  std::string operation;
  std::optional<Principal> principal;
  std::string documentId;
  std::string keyId;  // of the API key that was used, when that is known
};

struct Moment {
  std::int64_t before = 0;  // entries from here on were not known
  std::int64_t at = 0;
};

struct Answer {
  Decision decision;
  std::vector<std::int64_t> entries;
};

ActorFacts actorFacts(const PastUser& actor, bool keyLived) {
  ActorFacts facts;
  facts.exists = actor.exists;
  facts.status = actor.status;
  facts.credentialActive = keyLived;
  facts.role = actor.role;
  facts.accountWideAccess = actor.accountWideAccess;
  facts.sendOnBehalfOf = actor.sendOnBehalfOf;
  return facts;
}

std::string userIdOf(Connection& db, AccountScope scope, const Principal& principal) {
  if (!principal.userId.empty()) return principal.userId;
  const auto user = people::findUserByEmail(db, scope, principal.email.key);
  return user ? user->id : std::string();
}

// Sent for this person, under whatever identity the actor had for the address at the time.
bool wasSentFor(Connection& db, AccountScope scope, const PastDocument& document, std::string_view emailKey) {
  return identities::addressOf(db, scope, document.principalId) == emailKey;
}

Answer decidePast(Connection& db, AccountScope scope, const Asked& asked, const Moment& moment) {
  Trail trail(db, scope, moment.before);
  Question question;
  question.operation = asked.operation;
  question.aboutDocument = !asked.documentId.empty();
  Facts facts;
  facts.actor = actorFacts(trail.user(asked.actorId), asked.keyId.empty() || trail.keyLived(asked.keyId));
  const auto actor = people::findUserById(db, scope, asked.actorId);
  PastIdentity identity;
  std::string operatingUserId;
  if (asked.principal && asked.principal->way == Principal::Way::accountWide) {
    operatingUserId = userIdOf(db, scope, *asked.principal);
    if (operatingUserId != asked.actorId) {
      question.principal = PrincipalKind::accountWide;
      const PastUser member = operatingUserId.empty() ? PastUser{} : trail.user(operatingUserId);
      facts.accountWide = {.switchedOn = trail.accountWide(),
                           .principalIsMember = member.exists && member.status == UserStatus::active,
                           .principalRole = member.role};
    }
  } else if (asked.principal && actor && asked.principal->email.key != actor->emailKey) {
    question.principal = PrincipalKind::grant;
    identity = trail.identity(actor->row, asked.principal->email.key);
    facts.identity = factsOf(identity);
  }
  if (question.aboutDocument) {
    const PastDocument document = trail.document(asked.documentId);
    facts.document.visible = document.exists;
    facts.document.sentBy = document.sentBy;
    facts.document.heldByActor = document.holderId == asked.actorId;
    if (question.principal == PrincipalKind::grant) {
      facts.document.principalMatches = wasSentFor(db, scope, document, asked.principal->email.key);
    } else if (question.principal == PrincipalKind::accountWide) {
      facts.document.principalMatches = document.ownerId == operatingUserId;
    }
  }
  Answer answer;
  decide(question, facts, moment.at, answer.decision);
  answer.entries = trail.used();
  return answer;
}

Session sessionOf(const Session& asking, const Asked& asked) {
  Session then = asking;
  then.userId = asked.actorId;
  then.principal = asked.principal;
  return then;
}

Json describePast(const Answer& answer, const Asked& asked, const Moment& moment, const Session& asking) {
  const Session then = sessionOf(asking, asked);
  Json out = describe(answer.decision, asked.operation, then);
  out.erase("remedy");
  out["text"] = explainPast(answer.decision, asked.operation, then);
  out["actorId"] = asked.actorId;
  out["at"] = moment.at;
  out["before"] = moment.before;
  out["entries"] = answer.entries;
  return out;
}

// ---- "was this allowed then?"
// ----------------------------------------------------------------------------------------

struct AsOfRequest {
  Asked asked;
  std::optional<std::int64_t> at;
  std::optional<std::int64_t> index;
};

std::optional<Principal> readPrincipal(RecordReader& in) {
  const bool accountWide = in.boolean("accountWide").value_or(false);
  const auto named = in.text("principal", {.codePointsMax = limits::emailBytesMax});
  if (!named) {
    if (accountWide) in.violation("accountWide", "goes with a principal: the user who was acted for");
    return std::nullopt;
  }
  Principal principal;
  principal.way = accountWide ? Principal::Way::accountWide : Principal::Way::grant;
  const std::string trimmed = text::asciiLower(text::trim(*named));
  if (accountWide && text::isGuid(trimmed)) {
    principal.userId = trimmed;
    return principal;
  }
  const auto email = parseEmail(*named);
  if (!email) {
    in.violation("principal", accountWide ? "is neither an e-mail address nor a user id" : "is not an e-mail address");
    return std::nullopt;
  }
  principal.email = *email;
  return principal;
}

AsOfRequest readAsOf(const Json& request, const Session& session) {
  AsOfRequest out;
  Violations violations;
  RecordReader in(request, violations);
  out.asked.operation = in.text("operation", {.required = true}).value_or("");
  out.asked.actorId = in.guid("actorId").value_or(session.userId);
  out.asked.principal = readPrincipal(in);
  out.asked.documentId = in.guid("documentId").value_or("");
  out.at = in.time("at");
  out.index = in.integer("index", 0, limits::integerAbsMax);
  if (out.at.has_value() == out.index.has_value()) in.violation("at", "name the moment: either `at` or `index`");
  in.refuseUnknown();
  violations.throwIfAny();
  return out;
}

Moment momentOf(Connection& db, AccountScope scope, std::int64_t now, const AsOfRequest& request) {
  if (request.at) {
    if (*request.at > now) {
      throw Error(Code::invalidRecord, "what will be allowed cannot be told", {{"/at", "is in the future"}});
    }
    return {audit::entriesUpTo(db, scope, *request.at), *request.at};
  }
  const auto bytes = audit::entryBytes(db, scope, *request.index);
  if (!bytes) throw Error(Code::entryNotFound, "the trail has no entry with this index");
  const auto entry = audit::parseEntry(*bytes);
  const auto at = entry ? integerAt(*entry, {"at"}) : std::nullopt;
  if (!at) throw Error(Code::auditBroken, "an entry of the audit trail is damaged; verify the trail");
  return {*request.index, *at};
}

// ---- a recorded act
// --------------------------------------------------------------------------------------------------

struct Recorded {
  Asked asked;
  Moment moment;
  std::string outcome;
  std::string reason;
};

// The table of operations knows sending; that it is for later is no other right.
std::string operationOf(const Json& entry) {
  const auto operation = textAt(entry, {"operation"});
  return operation == "document.schedule" ? "document.send" : std::string(operation);
}

// By the authority where the act was allowed; a refusal names whom it was for by id, or by address when no identity
// was there.
std::optional<Principal> principalOf(Connection& db, AccountScope scope, std::int64_t index, const Json& entry) {
  Principal principal;
  const auto id = textAt(entry, {"principal"});
  const auto reason = textAt(entry, {"reason"});
  if (!id.empty()) {
    const auto address = identities::addressOf(db, scope, id);
    if (address) {
      principal.email = {.address = *address, .key = *address};
      return principal;
    }
    principal.way = Principal::Way::accountWide;
    principal.userId = id;
    return principal;
  }
  if (textAt(entry, {"personal"}).empty() || textAt(entry, {"outcome"}) == "done") return std::nullopt;
  const auto personal = audit::findPersonal(db, scope, index);
  if (!personal) {
    throw Error(Code::wrongState, "the personal fields of this entry were erased: whom it was for cannot be told");
  }
  const Json fields = parseStored(personal->fields);
  const auto address = textAt(fields, {"principalEmail"});
  if (address.empty()) return std::nullopt;
  const bool accountWide = reason == codeName(Code::accountWideOff) || reason == codeName(Code::lacksMembership) ||
                           reason == codeName(Code::lacksAccountWideAccess) ||
                           reason == codeName(Code::lacksSendOnBehalfOf);
  principal.way = accountWide ? Principal::Way::accountWide : Principal::Way::grant;
  principal.email = {.address = std::string(address), .key = std::string(address)};
  return principal;
}

std::string keyIdOf(const Json& entry) {
  constexpr std::string_view prefix = "apiKey:";
  const auto credential = textAt(entry, {"actor", "credential"});
  return credential.starts_with(prefix) ? std::string(credential.substr(prefix.size())) : std::string();
}

Recorded readRecorded(Connection& db, AccountScope scope, std::int64_t index, const Json& entry) {
  Recorded out;
  if (textAt(entry, {"actor", "kind"}) != "user" || operationNamed(operationOf(entry)) == nullptr) {
    throw Error(Code::wrongState, "nothing was decided here: only what a user asked to do is decided");
  }
  out.asked.actorId = textAt(entry, {"actor", "id"});
  out.asked.operation = operationOf(entry);
  out.asked.keyId = keyIdOf(entry);
  out.asked.principal = principalOf(db, scope, index, entry);
  const Operation& operation = *operationNamed(out.asked.operation);
  if (operation.documentRule != DocumentRule::none) out.asked.documentId = textAt(entry, {"subject", "id"});
  out.moment = {index, integerAt(entry, {"at"}).value_or(0)};
  out.outcome = textAt(entry, {"outcome"});
  out.reason = textAt(entry, {"reason"});
  return out;
}

bool agrees(const Recorded& recorded, const Decision& decision) {
  if (decision.allowed) return recorded.outcome == "done" || !isDecisionReason(recorded.reason);
  return recorded.outcome == "refused" && recorded.reason == codeName(decision.reason);
}

Json describeRecorded(const Json& entry) {
  Json out = {{"at", integerAt(entry, {"at"}).value_or(0)},
              {"operation", textAt(entry, {"operation"})},
              {"actorId", textAt(entry, {"actor", "id"})},
              {"outcome", textAt(entry, {"outcome"})}};
  for (const char* name : {"reason", "authority", "grantId"}) {
    if (const auto value = textAt(entry, {name}); !value.empty()) out[name] = value;
  }
  if (const auto version = integerAt(entry, {"grantVersion"})) out["grantVersion"] = *version;
  return out;
}

}  // namespace

Json decideAsOf(Engine& engine, const Session& session, const Json& request) {
  const AsOfRequest wanted = readAsOf(request, session);
  Json out;
  engine.read(session.scope, [&](Connection& db, std::int64_t now) {
    const bool ofOneself = wanted.asked.actorId == session.userId;
    (void)requireForReadOf(db, now, session, ofOneself ? "grant.viewOwn" : "audit.view", "account", session.accountId);
    if (!people::findUserById(db, session.scope, wanted.asked.actorId)) {
      throw Error(Code::userNotFound, "the account has no user with this id", {{"/actorId", "no such user"}});
    }
    const Moment moment = momentOf(db, session.scope, now, wanted);
    out = describePast(decidePast(db, session.scope, wanted.asked, moment), wanted.asked, moment, session);
  });
  return out;
}

Json replay(Engine& engine, const Session& session, std::int64_t index) {
  Json out;
  engine.read(session.scope, [&](Connection& db, std::int64_t now) {
    (void)requireForReadOf(db, now, session, "audit.view", "account", session.accountId);
    const auto bytes = audit::entryBytes(db, session.scope, index);
    if (!bytes) throw Error(Code::entryNotFound, "the trail has no entry with this index");
    const auto entry = audit::parseEntry(*bytes);
    if (!entry) throw Error(Code::auditBroken, "an entry of the audit trail is damaged; verify the trail");
    const Recorded recorded = readRecorded(db, session.scope, index, *entry);
    const Answer answer = decidePast(db, session.scope, recorded.asked, recorded.moment);
    out = {{"index", index},
           {"recorded", describeRecorded(*entry)},
           {"decision", describePast(answer, recorded.asked, recorded.moment, session)},
           {"agrees", agrees(recorded, answer.decision)}};
  });
  return out;
}

}  // namespace stead::delegation
