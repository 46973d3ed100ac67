// decide(): every rule of design 4, and that the first step that fails gives the reason.
#include <catch2/catch.hpp>

#include <functional>
#include <string>
#include <vector>

#include "delegation/decision.h"

using namespace stead;

namespace {

constexpr std::int64_t now = 1'790'000'000'000;
constexpr std::string_view grantId = "01990000-0000-7000-8000-000000000001";

OperationSet only(std::string_view operation) { return operationSetFrom(operation); }

// A question with the facts that make it allowed; each test breaks some of them.
struct Ask {
  Question question;
  Facts facts;
  std::int64_t at = now;

  [[nodiscard]] Decision answer() const {
    Decision decision;
    decide(question, facts, at, decision);
    return decision;
  }
};

Ask self(std::string_view operation) {
  Ask ask;
  ask.question.operation = operation;
  ask.facts.actor.exists = true;
  ask.facts.actor.status = UserStatus::active;
  ask.facts.actor.credentialActive = true;
  ask.facts.actor.role = Role::member;
  return ask;
}

Ask onDocument(Ask ask, Authority sentBy) {
  ask.question.aboutDocument = true;
  ask.facts.document = {.visible = true, .sentBy = sentBy, .heldByActor = true, .principalMatches = true};
  return ask;
}

Ask byGrant(std::string_view operation) {
  Ask ask = self(operation);
  ask.question.principal = PrincipalKind::grant;
  IdentityFacts identity;
  identity.status = IdentityStatus::verified;
  identity.grant = GrantFacts{.id = grantId,
                              .version = 3,
                              .operations = allDelegable(),
                              .from = now - 1000,
                              .until = now + 1000,
                              .ended = false};
  ask.facts.identity = identity;
  return onDocument(ask, Authority::grant);
}

Ask byAccount(std::string_view operation) {
  Ask ask = self(operation);
  ask.question.principal = PrincipalKind::accountWide;
  ask.facts.actor.accountWideAccess = true;
  ask.facts.actor.sendOnBehalfOf = true;
  ask.facts.accountWide = {.switchedOn = true, .principalIsMember = true, .principalRole = Role::member};
  return onDocument(ask, Authority::accountWide);
}

// One way to break one step of the ladder.
struct Break {
  const char* name;
  Code reason;
  std::function<void(Ask&)> apply;
};

// Highest step first. Breaks of one step stand in the order in which the design lists their reasons.
const std::vector<Break>& grantLadder() {
  static const std::vector<Break> ladder{
      {"no such actor", Code::actorInactive, [](Ask& ask) { ask.facts.actor.exists = false; }},
      {"deactivated", Code::actorInactive, [](Ask& ask) { ask.facts.actor.status = UserStatus::deactivated; }},
      {"key revoked", Code::actorInactive, [](Ask& ask) { ask.facts.actor.credentialActive = false; }},
      {"no such operation", Code::unknownOperation, [](Ask& ask) { ask.question.operation = "document.shred"; }},
      {"for oneself only", Code::operationNotDelegable, [](Ask& ask) { ask.question.operation = "identity.update"; }},
      {"no identity", Code::noIdentity, [](Ask& ask) { ask.facts.identity.reset(); }},
      {"pending", Code::consentPending, [](Ask& ask) { ask.facts.identity->status = IdentityStatus::pending; }},
      {"denied", Code::consentDenied, [](Ask& ask) { ask.facts.identity->status = IdentityStatus::denied; }},
      {"revoked", Code::consentRevoked, [](Ask& ask) { ask.facts.identity->status = IdentityStatus::revoked; }},
      {"not begun", Code::grantNotStarted, [](Ask& ask) { ask.facts.identity->grant->from = now + 1; }},
      {"ended by hand", Code::grantEnded, [](Ask& ask) { ask.facts.identity->grant->ended = true; }},
      {"ended by time", Code::grantEnded, [](Ask& ask) { ask.facts.identity->grant->until = now; }},
      {"not granted", Code::operationNotGranted,
       [](Ask& ask) { ask.facts.identity->grant->operations = only("document.send"); }},
      {"auditor", Code::lacksRole, [](Ask& ask) { ask.facts.actor.role = Role::auditor; }},
      {"no such document", Code::documentNotFound, [](Ask& ask) { ask.facts.document.visible = false; }},
      {"held by another", Code::documentNotFound, [](Ask& ask) { ask.facts.document.heldByActor = false; }},
      {"sent as oneself", Code::documentNotFound, [](Ask& ask) { ask.facts.document.sentBy = Authority::self; }},
      {"sent for another", Code::documentNotFound, [](Ask& ask) { ask.facts.document.principalMatches = false; }}};
  return ladder;
}

const std::vector<Break>& accountLadder() {
  static const std::vector<Break> ladder{
      {"deactivated", Code::actorInactive, [](Ask& ask) { ask.facts.actor.status = UserStatus::deactivated; }},
      {"no such operation", Code::unknownOperation, [](Ask& ask) { ask.question.operation = ""; }},
      {"for oneself only", Code::operationNotDelegable, [](Ask& ask) { ask.question.operation = "apiKey.create"; }},
      {"switched off", Code::accountWideOff, [](Ask& ask) { ask.facts.accountWide.switchedOn = false; }},
      {"no access", Code::lacksAccountWideAccess, [](Ask& ask) { ask.facts.actor.accountWideAccess = false; }},
      {"no send on behalf", Code::lacksSendOnBehalfOf, [](Ask& ask) { ask.facts.actor.sendOnBehalfOf = false; }},
      {"no member", Code::lacksMembership, [](Ask& ask) { ask.facts.accountWide.principalIsMember = false; }},
      {"actor is auditor", Code::lacksRole, [](Ask& ask) { ask.facts.actor.role = Role::auditor; }},
      {"principal is auditor", Code::lacksRole, [](Ask& ask) { ask.facts.accountWide.principalRole = Role::auditor; }},
      {"no such document", Code::documentNotFound, [](Ask& ask) { ask.facts.document.visible = false; }},
      {"owned by another", Code::documentNotFound, [](Ask& ask) { ask.facts.document.principalMatches = false; }},
      {"sent by a grant", Code::principalRequired, [](Ask& ask) { ask.facts.document.sentBy = Authority::grant; }}};
  return ladder;
}

const std::vector<Break>& selfLadder() {
  static const std::vector<Break> ladder{
      {"invited only", Code::actorInactive, [](Ask& ask) { ask.facts.actor.status = UserStatus::invitationPending; }},
      {"no such operation", Code::unknownOperation, [](Ask& ask) { ask.question.operation = "Document.Remind"; }},
      {"auditor", Code::lacksRole, [](Ask& ask) { ask.facts.actor.role = Role::auditor; }},
      {"no such document", Code::documentNotFound, [](Ask& ask) { ask.facts.document.visible = false; }},
      {"held by another", Code::documentNotFound, [](Ask& ask) { ask.facts.document.heldByActor = false; }},
      {"sent for somebody", Code::principalRequired, [](Ask& ask) { ask.facts.document.sentBy = Authority::grant; }}};
  return ladder;
}

// All ways to break the ladder, alone and together: whatever else is broken, the highest one gives the reason.
void checkOrder(const Ask& sound, const std::vector<Break>& ladder) {
  REQUIRE(sound.answer().allowed);
  for (std::uint32_t broken = 1; broken < (std::uint32_t{1} << ladder.size()); ++broken) {
    Ask ask = sound;
    const Break* first = nullptr;
    for (std::size_t i = ladder.size(); i-- > 0;) {
      if ((broken >> i & 1U) == 0) continue;
      ladder[i].apply(ask);
      first = &ladder[i];
    }
    const Decision decision = ask.answer();
    if (decision.allowed || decision.reason != first->reason) {
      INFO("broken: " << first->name << " and lower ones, mask " << broken);
      CHECK_FALSE(decision.allowed);
      CHECK(std::string(codeName(decision.reason)) == codeName(first->reason));
      return;
    }
  }
}

}  // namespace

TEST_CASE("Each broken fact of a grant alone gives its reason", "[delegation]") {
  for (const Break& one : grantLadder()) {
    CAPTURE(one.name);
    Ask ask = byGrant("document.remind");
    one.apply(ask);
    const Decision decision = ask.answer();
    CHECK_FALSE(decision.allowed);
    CHECK(std::string(codeName(decision.reason)) == codeName(one.reason));
    CHECK_FALSE(decision.validUntil);
  }
}

TEST_CASE("Each broken fact of account-wide access alone gives its reason", "[delegation]") {
  for (const Break& one : accountLadder()) {
    CAPTURE(one.name);
    Ask ask = byAccount("document.remind");
    one.apply(ask);
    CHECK(std::string(codeName(ask.answer().reason)) == codeName(one.reason));
  }
}

TEST_CASE("Of any facts broken together the highest step gives the reason", "[delegation]") {
  SECTION("self") { checkOrder(onDocument(self("document.remind"), Authority::self), selfLadder()); }
  SECTION("grant") { checkOrder(byGrant("document.remind"), grantLadder()); }
  SECTION("account-wide") { checkOrder(byAccount("document.remind"), accountLadder()); }
}

TEST_CASE("Mended one by one, the grant ladder is climbed in the order of the design", "[delegation]") {
  const std::vector<const char*> expected{"actorInactive",       "unknownOperation", "operationNotDelegable",
                                          "noIdentity",          "consentPending",   "consentDenied",
                                          "consentRevoked",      "grantNotStarted",  "grantEnded",
                                          "operationNotGranted", "lacksRole",        "documentNotFound"};
  const auto& ladder = grantLadder();
  std::vector<std::string> climbed;
  for (std::size_t mended = 0; mended < ladder.size(); ++mended) {
    Ask ask = byGrant("document.remind");
    for (std::size_t i = ladder.size(); i-- > mended;) ladder[i].apply(ask);
    const std::string reason = codeName(ask.answer().reason);
    if (climbed.empty() || climbed.back() != reason) climbed.push_back(reason);
  }
  CHECK(climbed == std::vector<std::string>(expected.begin(), expected.end()));
}

TEST_CASE("A grant holds from its first to before its last millisecond", "[delegation]") {
  struct Row {
    std::int64_t at;
    bool allowed;
    Code reason;
  };
  const Row rows[] = {{now - 1001, false, Code::grantNotStarted}, {now - 1000, true, Code::internalError},
                      {now, true, Code::internalError},           {now + 999, true, Code::internalError},
                      {now + 1000, false, Code::grantEnded},      {now + 1001, false, Code::grantEnded}};
  for (const Row& row : rows) {
    CAPTURE(row.at - now);
    Ask ask = byGrant("document.remind");
    ask.at = row.at;
    const Decision decision = ask.answer();
    CHECK(decision.allowed == row.allowed);
    if (!row.allowed) CHECK(std::string(codeName(decision.reason)) == codeName(row.reason));
  }
}

TEST_CASE("A grant without bounds holds for ever", "[delegation]") {
  Ask ask = byGrant("document.send");
  ask.facts.identity->grant->from.reset();
  ask.facts.identity->grant->until.reset();
  for (const std::int64_t at : {std::int64_t{0}, now, std::int64_t{1} << 52}) {
    ask.at = at;
    CHECK(ask.answer().allowed);
    CHECK_FALSE(ask.answer().validUntil);
  }
}

TEST_CASE("An answer says what it rests on", "[delegation]") {
  const Decision mine = self("document.send").answer();
  CHECK(mine.allowed);
  CHECK(mine.authority == Authority::self);
  CHECK(mine.grantId.empty());

  const Decision granted = byGrant("document.send").answer();
  CHECK(granted.allowed);
  CHECK(granted.authority == Authority::grant);
  CHECK(granted.grantId == grantId);
  CHECK(granted.grantVersion == 3);
  CHECK(granted.validUntil == now + 1000);

  const Decision wide = byAccount("document.send").answer();
  CHECK(wide.allowed);
  CHECK(wide.authority == Authority::accountWide);
  CHECK(wide.grantId.empty());
  CHECK_FALSE(wide.validUntil);
}

TEST_CASE("A refusal that concerns a grant names it, others do not", "[delegation]") {
  for (const Break& one : grantLadder()) {
    CAPTURE(one.name);
    Ask ask = byGrant("document.remind");
    one.apply(ask);
    const Decision decision = ask.answer();
    const bool concernsGrant = one.reason == Code::consentRevoked || one.reason == Code::grantNotStarted ||
                               one.reason == Code::grantEnded || one.reason == Code::operationNotGranted ||
                               one.reason == Code::lacksRole || one.reason == Code::documentNotFound;
    CHECK((decision.grantId == grantId) == concernsGrant);
    const bool authorityFound = one.reason == Code::lacksRole || one.reason == Code::documentNotFound;
    CHECK((decision.authority == Authority::grant) == authorityFound);
  }
}

TEST_CASE("A decision object that is used again keeps nothing of its last answer", "[delegation]") {
  Decision decision;
  const Ask granted = byGrant("document.send");
  decide(granted.question, granted.facts, now, decision);
  REQUIRE(decision.allowed);
  Ask refused = self("document.send");
  refused.facts.actor.exists = false;
  decide(refused.question, refused.facts, now, decision);
  CHECK_FALSE(decision.allowed);
  CHECK(decision.authority == Authority::none);
  CHECK(decision.grantId.empty());
  CHECK(decision.grantVersion == 0);
  CHECK_FALSE(decision.validUntil);
}

TEST_CASE("A verified identity without a grant has none to act by", "[delegation]") {
  Ask ask = byGrant("document.send");
  ask.facts.identity->grant.reset();
  CHECK(ask.answer().reason == Code::grantEnded);
}

TEST_CASE("The document rule, for every authority", "[delegation]") {
  struct Row {
    const char* what;
    PrincipalKind principal;
    const char* operation;
    Authority sentBy;
    bool held;
    bool matches;
    bool accountWideAccess;
    const char* reason;  // "" = allowed
  };
  using enum PrincipalKind;
  const auto sentBySelf = Authority::self;
  const auto sentByGrant = Authority::grant;
  const auto sentWide = Authority::accountWide;
  const Row rows[] = {
      // As himself: held by the actor and sent as himself; view, tag, delete: any he holds.
      {"own", self, "document.revoke", sentBySelf, true, false, false, ""},
      {"of another", self, "document.revoke", sentBySelf, false, false, false, "documentNotFound"},
      {"own, sent by a grant", self, "document.revoke", sentByGrant, true, false, false, "principalRequired"},
      {"own, sent as a user", self, "document.revoke", sentWide, true, false, false, "principalRequired"},
      {"view", self, "document.view", sentByGrant, true, false, false, ""},
      {"tag", self, "document.tag", sentByGrant, true, false, false, ""},
      {"delete", self, "document.delete", sentWide, true, false, false, ""},
      {"hand over", self, "document.handOver", sentByGrant, true, false, false, ""},
      {"view of another", self, "document.view", sentByGrant, false, false, false, "documentNotFound"},
      // A user with apiAccountWideAccess manages every document of the account, but in nobody's name without saying so.
      {"any", self, "document.revoke", sentBySelf, false, false, true, ""},
      {"any, sent as a user", self, "document.revoke", sentWide, false, false, true, ""},
      {"any, sent by a grant", self, "document.revoke", sentByGrant, false, false, true, "principalRequired"},
      {"any, view", self, "document.view", sentByGrant, false, false, true, ""},
      {"any, delete", self, "document.delete", sentByGrant, false, false, true, ""},
      // By a grant: held by the actor and sent for this principal.
      {"granted", grant, "document.revoke", sentByGrant, true, true, false, ""},
      {"granted, held by another", grant, "document.revoke", sentByGrant, false, true, false, "documentNotFound"},
      {"granted, for another", grant, "document.revoke", sentByGrant, true, false, false, "documentNotFound"},
      {"granted, sent as himself", grant, "document.revoke", sentBySelf, true, true, false, "documentNotFound"},
      {"granted, wide access does not help", grant, "document.revoke", sentByGrant, false, true, true,
       "documentNotFound"},
      {"granted, view is the holder's", grant, "document.view", sentByGrant, true, true, false,
       "operationNotDelegable"},
      // Account-wide: owned by the principal, whoever holds it; authorities never chain.
      {"wide", accountWide, "document.revoke", sentWide, false, true, true, ""},
      {"wide, sent by the principal himself", accountWide, "document.revoke", sentBySelf, false, true, true, ""},
      {"wide, owned by another", accountWide, "document.revoke", sentWide, true, false, true, "documentNotFound"},
      {"wide, sent by the principal's grant", accountWide, "document.revoke", sentByGrant, false, true, true,
       "principalRequired"},
      {"wide, view", accountWide, "document.view", sentByGrant, false, true, true, ""},
      {"wide, tag is the holder's", accountWide, "document.tag", sentWide, true, true, true, "operationNotDelegable"}};
  for (const Row& row : rows) {
    CAPTURE(row.what);
    Ask ask = row.principal == grant         ? byGrant(row.operation)
              : row.principal == accountWide ? byAccount(row.operation)
                                             : onDocument(::self(row.operation), row.sentBy);
    ask.facts.document = {
        .visible = true, .sentBy = row.sentBy, .heldByActor = row.held, .principalMatches = row.matches};
    ask.facts.actor.accountWideAccess = row.accountWideAccess;
    const Decision decision = ask.answer();
    CHECK(decision.allowed == (*row.reason == '\0'));
    if (*row.reason != '\0') CHECK(std::string(codeName(decision.reason)) == row.reason);
    ask.facts.document.visible = false;
    CHECK_FALSE(ask.answer().allowed);
  }
}

TEST_CASE("Roles: who may do what as himself", "[delegation]") {
  struct Row {
    const char* operation;
    const char* roles;  // letters: A Admin, T TeamAdmin, M Member, R Auditor (reads)
  };
  const Row rows[] = {{"document.send", "ATM"},     {"document.view", "ATM"},      {"document.download", "ATM"},
                      {"document.handOver", "ATM"}, {"identity.create", "ATM"},    {"identity.view", "ATM"},
                      {"identity.delete", "ATM"},   {"identity.rerequest", "ATM"}, {"user.invite", "AT"},
                      {"user.view", "ATR"},         {"user.update", "A"},          {"user.deactivate", "A"},
                      {"user.reactivate", "A"},     {"team.create", "A"},          {"team.assign", "A"},
                      {"apiKey.create", "ATM"},     {"apiKey.view", "ATMR"},       {"apiKey.revoke", "ATMR"},
                      {"account.view", "ATMR"},     {"account.update", "A"},       {"audit.view", "AR"},
                      {"audit.verify", "AR"},       {"audit.erase", "A"},          {"audit.evidence", "AR"},
                      {"brand.create", "A"},        {"brand.view", "ATMR"},        {"brand.update", "A"},
                      {"brand.delete", "A"},        {"grant.view", "AR"},          {"grant.viewOwn", "ATMR"},
                      {"event.view", "ATMR"},       {"report.documents", "ATMR"},  {"webhook.create", "A"},
                      {"webhook.view", "A"},        {"webhook.rollSecret", "A"}};
  for (const Row& row : rows) {
    for (const auto& [role, letter] : {std::pair{Role::admin, 'A'}, std::pair{Role::teamAdmin, 'T'},
                                       std::pair{Role::member, 'M'}, std::pair{Role::auditor, 'R'}}) {
      CAPTURE(row.operation, letter);
      Ask ask = self(row.operation);
      ask.facts.actor.role = role;
      const bool expected = std::string_view(row.roles).find(letter) != std::string_view::npos;
      CHECK(ask.answer().allowed == expected);
      if (!expected) CHECK(ask.answer().reason == Code::lacksRole);
    }
  }
}

TEST_CASE("Everybody may view himself, and change nothing by that", "[delegation]") {
  for (const Role role : {Role::admin, Role::teamAdmin, Role::member, Role::auditor}) {
    Ask ask = self("user.view");
    ask.facts.actor.role = role;
    ask.question.aboutOneself = true;
    CHECK(ask.answer().allowed);
  }
  Ask ask = self("user.update");
  ask.question.aboutOneself = true;
  CHECK(ask.answer().reason == Code::lacksRole);
}
