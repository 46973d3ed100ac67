// The guard on a real store: what it loads, what a refusal leaves behind, what answers and texts say.
#include <catch2/catch.hpp>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "delegation/delegation_verbs.h"
#include "delegation/guard.h"
#include "people/api_key_store.h"
#include "support/delegation_world.h"

using namespace stead;
using test::DelegationWorld;

namespace {

constexpr const char* luther = "luthercooper@cubeflakes.com";
constexpr const char* hank = "hankwhite@cubeflakes.com";
constexpr const char* legal = "legaldesk@cubeflakes.com";

delegation::Right requireIn(DelegationWorld& world, const Session& session, std::string_view operation) {
  std::optional<delegation::Right> right;
  world.write([&](UnitOfWork& work) { right = delegation::require(work, session, operation, "document", "d-1"); });
  return *right;
}

// The code with which `act` is refused, "" when it is not.
template <class Act>
std::string codeOf(const Act& act) {
  try {
    act();
  } catch (const Error& error) {
    return codeName(error.code());
  }
  return "";
}

std::vector<Json> entriesOf(DelegationWorld& world) {
  std::vector<Json> entries;
  world.engine().database().read([&](Connection& db) {
    auto row = db.query("SELECT bytes FROM audit_entry WHERE account_id = $1 ORDER BY idx", world.scope().account);
    while (row.step()) entries.push_back(parseStored(textOf(row.bytes(0))));
  });
  return entries;
}

delegation::DocumentRef documentOf(const people::User& holder, Authority sentBy = Authority::self,
                                   std::string_view principalKey = {}, std::string_view principalName = {}) {
  return {.id = "d-1",
          .sentBy = sentBy,
          .holderRow = holder.row,
          .ownerRow = holder.row,
          .principalKey = principalKey,
          .principalName = principalName};
}

}  // namespace

TEST_CASE("A right names actor, identity and grant", "[delegation]") {
  DelegationWorld world;
  const auto actor = world.user("Hank White", hank);
  const auto consent = world.consent(actor, "Luther Cooper", luther, allDelegable(), {}, DelegationWorld::start + 5000);
  const Session session = onBehalfOf(world.session(actor), luther);

  const auto right = requireIn(world, session, "document.send");
  CHECK(right.actor.id == actor.id);
  REQUIRE(right.identity);
  CHECK(right.identity->id == consent.identity.id);
  CHECK(right.grantRow == consent.grant.row);
  CHECK(right.decision.authority == Authority::grant);
  CHECK(right.decision.validUntil == DelegationWorld::start + 5000);

  Json answer = Json::object();
  delegation::describeRight(answer, session, right);
  CHECK(answer ==
        Json({{"actorId", actor.id},
              {"principal", {{"identityId", consent.identity.id}, {"name", "Luther Cooper"}, {"email", luther}}},
              {"authority", "grant"},
              {"grantId", consent.grant.id},
              {"grantVersion", 1}}));

  const audit::Entry entry = delegation::entryFor(session, right, "document.send", "document", "d-1");
  CHECK(entry.actorId == actor.id);
  CHECK(entry.credential == "host");
  CHECK(entry.principal == consent.identity.id);
  CHECK(entry.authority == "grant");
  CHECK(entry.grantId == consent.grant.id);
  CHECK(entry.grantVersion == 1);
  CHECK(entry.outcome == "done");
}

TEST_CASE("As oneself there is no principal and no grant", "[delegation]") {
  DelegationWorld world;
  const auto actor = world.user("Hank White", hank);
  const Session session = world.session(actor);
  const auto right = requireIn(world, session, "document.send");
  CHECK_FALSE(right.identity);
  CHECK_FALSE(right.operatingUser);
  Json answer = Json::object();
  delegation::describeRight(answer, session, right);
  CHECK(answer == Json({{"actorId", actor.id}, {"principal", nullptr}, {"authority", "self"}}));
}

TEST_CASE("A session that names the actor's own address is himself", "[delegation]") {
  DelegationWorld world;
  const auto actor = world.user("Hank White", hank);
  Session session = world.session(actor);
  session.principal = Principal{.way = Principal::Way::grant, .email = {hank, hank}, .userId = {}, .userName = {}};
  CHECK(requireIn(world, session, "document.send").decision.authority == Authority::self);
  session.principal->way = Principal::Way::accountWide;
  CHECK(requireIn(world, session, "document.send").decision.authority == Authority::self);
}

TEST_CASE("A refusal inside a unit of work is audited, with all that is known", "[delegation]") {
  DelegationWorld world;
  const auto actor = world.user("Hank White", hank);
  auto consent = world.consent(actor, "Luther Cooper", luther);
  const Session session = onBehalfOf(world.session(actor), luther);

  world.setStatus(world.engine(), consent, IdentityStatus::revoked);
  CHECK(codeOf([&] { requireIn(world, session, "document.send"); }) == "consentRevoked");
  auto entries = entriesOf(world);
  REQUIRE(entries.size() == 1);
  CHECK(entries[0]["operation"] == "document.send");
  CHECK(entries[0]["outcome"] == "refused");
  CHECK(entries[0]["reason"] == "consentRevoked");
  CHECK(entries[0]["actor"]["id"] == actor.id);
  CHECK(entries[0]["principal"] == consent.identity.id);
  CHECK(entries[0]["grantId"] == consent.grant.id);
  CHECK(entries[0]["subject"] == Json({{"type", "document"}, {"id", "d-1"}}));

  // Somebody who is no identity of the actor is named by his address, and that only salted.
  CHECK(codeOf([&] { requireIn(world, onBehalfOf(session, legal), "document.send"); }) == "noIdentity");
  entries = entriesOf(world);
  REQUIRE(entries.size() == 2);
  CHECK(entries[1]["reason"] == "noIdentity");
  CHECK_FALSE(entries[1].contains("principal"));
  CHECK(entries[1].contains("personal"));
  CHECK(entries[1].dump().find(legal) == std::string::npos);
}

TEST_CASE("A read is refused without a trace", "[delegation]") {
  DelegationWorld world;
  const auto actor = world.user("Hank White", hank);
  const auto other = world.user("Legal Desk", legal);
  const Session session = world.session(actor);
  const auto code = codeOf([&] {
    world.engine().read(world.scope(), [&](Connection& db, std::int64_t now) {
      (void)delegation::requireForRead(db, now, session, "document.view", documentOf(other), "d-1");
    });
  });
  CHECK(code == "documentNotFound");
  CHECK(entriesOf(world).empty());
}

TEST_CASE("Documents: absent, of others, and sent for somebody", "[delegation]") {
  DelegationWorld world;
  const auto actor = world.user("Hank White", hank);
  const auto other = world.user("Legal Desk", legal);
  world.consent(actor, "Luther Cooper", luther);
  const Session himself = world.session(actor);
  const Session behalf = onBehalfOf(himself, luther);
  const auto sentForLuther = documentOf(actor, Authority::grant, luther, "Luther Cooper");

  struct Row {
    const char* what;
    Session session;
    std::optional<delegation::DocumentRef> document;
    const char* code;
  };
  const Row rows[] = {{"absent", himself, std::nullopt, "documentNotFound"},
                      {"own", himself, documentOf(actor), ""},
                      {"of another", himself, documentOf(other), "documentNotFound"},
                      {"for Luther, as himself", himself, sentForLuther, "principalRequired"},
                      {"for Luther", behalf, sentForLuther, ""},
                      {"own, for Luther", behalf, documentOf(actor), "documentNotFound"},
                      {"for Legal", behalf, documentOf(actor, Authority::grant, legal), "documentNotFound"},
                      {"absent, for Luther", behalf, std::nullopt, "documentNotFound"}};
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const auto code = codeOf([&] {
      world.write([&](UnitOfWork& work) {
        (void)delegation::requireOnDocument(work, row.session, "document.revoke", row.document, "d-1");
      });
    });
    CHECK(code == row.code);
  }
  try {
    world.write([&](UnitOfWork& work) {
      (void)delegation::requireOnDocument(work, himself, "document.remind", sentForLuther, "d-1");
    });
    FAIL("must be refused");
  } catch (const Error& error) {
    CHECK(error.text().find("Luther Cooper") != std::string::npos);
  }
}

TEST_CASE("A Member views himself and nobody else", "[delegation]") {
  DelegationWorld world;
  const auto actor = world.user("Hank White", hank);
  const auto other = world.user("Legal Desk", legal);
  const auto view = [&](const people::User& who, std::string_view subjectType) {
    return codeOf([&] {
      world.engine().read(world.scope(), [&](Connection& db, std::int64_t now) {
        (void)delegation::requireForReadOf(db, now, world.session(actor), "user.view", subjectType, who.id);
      });
    });
  };
  CHECK(view(actor, "user").empty());
  CHECK(view(other, "user") == "lacksRole");
  CHECK(view(actor, "team") == "lacksRole");
}

TEST_CASE("A revoked key, a key of somebody else and a deactivated user are not active", "[delegation]") {
  DelegationWorld world;
  auto actor = world.user("Hank White", hank);
  const auto other = world.user("Legal Desk", legal);
  people::ApiKey key;
  world.write([&](UnitOfWork& work) {
    key = {.row = 0, .id = work.newId(), .userRow = actor.row, .name = "desk", .createdAt = work.now, .revokedAt = {}};
    people::insertApiKey(work.db, work.scope, key, crypto::sha256(bytesOf("a key")));
  });
  Session session = world.session(actor);
  session.apiKeyRow = key.row;
  const auto code = [&](const Session& who) { return codeOf([&] { requireIn(world, who, "document.send"); }); };
  CHECK(code(session).empty());
  Session stolen = world.session(other);
  stolen.apiKeyRow = key.row;
  CHECK(code(stolen) == "actorInactive");
  world.write([&](UnitOfWork& work) { people::setApiKeyRevoked(work.db, work.scope, key.row, work.now); });
  CHECK(code(session) == "actorInactive");
  CHECK(code(world.session(actor)).empty());
  world.change(actor, [](people::User& user) { user.status = UserStatus::deactivated; });
  CHECK(code(world.session(actor)) == "actorInactive");
}

TEST_CASE("Account-wide authority stands on four legs", "[delegation]") {
  DelegationWorld world;
  auto admin = world.user("Legal Desk", legal, Role::admin);
  auto operating = world.user("Luther Cooper", luther);
  const auto code = [&](const Session& session) { return codeOf([&] { requireIn(world, session, "document.send"); }); };
  const Session session = accountWide(world.session(admin), luther);
  CHECK(code(session) == "accountWideOff");
  world.write([&](UnitOfWork& work) {
    auto account = people::loadAccount(work.db, work.scope);
    account.accountWide = true;
    people::updateAccount(work.db, work.scope, account);
    work.decisionsChanged(std::nullopt);
  });
  CHECK(code(session) == "lacksAccountWideAccess");
  world.change(admin, [](people::User& user) { user.accountWideAccess = true; });
  CHECK(code(session) == "lacksSendOnBehalfOf");
  world.change(admin, [](people::User& user) { user.sendOnBehalfOf = true; });
  CHECK(code(session).empty());
  CHECK(code(accountWide(world.session(admin), operating.id)).empty());
  CHECK(code(accountWide(world.session(admin), std::string(luther) + ";Luther Cooper")).empty());
  CHECK(code(accountWide(world.session(admin), std::string(luther) + ";Hank White")) == "lacksMembership");
  CHECK(code(accountWide(world.session(admin), hank)) == "lacksMembership");
  CHECK(code(accountWide(world.session(admin), "01990000-0000-7000-8000-00000000ffff")) == "lacksMembership");

  const auto right = requireIn(world, session, "document.send");
  Json answer = Json::object();
  delegation::describeRight(answer, session, right);
  CHECK(answer == Json({{"actorId", admin.id},
                        {"principal", {{"userId", operating.id}, {"name", "Luther Cooper"}, {"email", luther}}},
                        {"authority", "accountWide"}}));
  CHECK(delegation::entryFor(session, right, "document.send", "document", "d-1").principal == operating.id);

  world.change(operating, [](people::User& user) { user.role = Role::auditor; });
  CHECK(code(session) == "lacksRole");
  world.change(operating, [](people::User& user) { user.status = UserStatus::deactivated; });
  CHECK(code(session) == "lacksMembership");
}

TEST_CASE("A question about what leaves later answers without throwing", "[delegation]") {
  DelegationWorld world;
  const auto actor = world.user("Hank White", hank);
  auto consent = world.consent(actor, "Luther Cooper", luther);
  const Session session = onBehalfOf(world.session(actor), luther);
  const auto ask = [&](std::int64_t now) {
    Decision decision;
    world.engine().database().read(
        [&](Connection& db) { decision = delegation::ask(db, now, session, "document.send"); });
    return decision;
  };
  CHECK(ask(DelegationWorld::start).allowed);
  world.setStatus(world.engine(), consent, IdentityStatus::denied);
  CHECK(ask(DelegationWorld::start).reason == Code::consentDenied);
}

// The C functions of the verbs that a remedy names: "identity.resend" is stead_identity_resend.
std::vector<std::string> verbsIn(const std::string& remedy) {
  static constexpr const char* letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  std::vector<std::string> out;
  for (auto dot = remedy.find('.'); dot != std::string::npos; dot = remedy.find('.', dot + 1)) {
    const auto begin = remedy.find_last_not_of(letters, dot - 1) + 1;
    std::string name = "stead_" + remedy.substr(begin, dot - begin) + "_";
    for (const char c : remedy.substr(dot + 1, remedy.find_first_not_of(letters, dot + 1) - dot - 1)) {
      if (c >= 'A' && c <= 'Z') name += '_';
      name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    out.push_back(name);
  }
  return out;
}

TEST_CASE("Every refusal names its rule and a verb that exists", "[delegation]") {
  std::ifstream file(STEAD_SOURCE_DIR "/capi/stead.h");
  std::stringstream header;
  header << file.rdbuf();
  const Code codes[] = {Code::actorInactive,       Code::unknownOperation, Code::operationNotDelegable,
                        Code::noIdentity,          Code::consentPending,   Code::consentDenied,
                        Code::consentRevoked,      Code::grantNotStarted,  Code::grantEnded,
                        Code::operationNotGranted, Code::accountWideOff,   Code::lacksAccountWideAccess,
                        Code::lacksSendOnBehalfOf, Code::lacksMembership,  Code::lacksRole,
                        Code::principalRequired,   Code::documentNotFound};
  const Code withoutVerb[] = {Code::operationNotDelegable, Code::grantNotStarted, Code::documentNotFound};
  Session session;
  session.userEmailKey = hank;
  session = onBehalfOf(session, luther);
  for (const Code code : codes) {
    Decision decision;
    decision.reason = code;
    const std::string text = delegation::explain(decision, "document.remind", session);
    CAPTURE(text);
    CHECK(text.find("document.remind on behalf of luthercooper@cubeflakes.com is refused") == 0);
    CHECK(text.find(meaningOf(code)) != std::string::npos);
    const auto verbs = verbsIn(text.substr(text.find(meaningOf(code)) + std::string(meaningOf(code)).size()));
    for (const std::string& verb : verbs) {
      CAPTURE(verb);
      CHECK(header.str().find(verb + "(") != std::string::npos);
    }
    const bool expectsVerb = std::find(std::begin(withoutVerb), std::end(withoutVerb), code) == std::end(withoutVerb);
    CHECK(verbs.empty() != expectsVerb);
  }
  Decision consentPending;
  consentPending.reason = Code::consentPending;
  CHECK(delegation::explain(consentPending, "document.send", session).find("identity.resend") != std::string::npos);
}

TEST_CASE("A name that is no operation is not repeated to anybody", "[delegation]") {
  Decision decision;
  decision.reason = Code::unknownOperation;
  const std::string text = delegation::explain(decision, "evil\r\nname", Session{});
  CHECK(text.find("evil") == std::string::npos);
  CHECK(text.find("operation.list") != std::string::npos);
}

TEST_CASE("A decision in words", "[delegation]") {
  DelegationWorld world;
  const auto actor = world.user("Hank White", hank);
  const auto consent = world.consent(actor, "Luther Cooper", luther, operationSetFrom("document.send"));
  const Session session = onBehalfOf(world.session(actor), luther);
  Decision decision;
  delegation::authorize(world.engine(), session, "document.send", "", decision);
  Json words = delegation::describe(decision, "document.send", session);
  CHECK(words["allowed"] == true);
  CHECK(words["authority"] == "grant");
  CHECK(words["grantId"] == consent.grant.id);
  CHECK_FALSE(words.contains("reason"));
  CHECK_FALSE(words.contains("validUntil"));

  delegation::authorize(world.engine(), session, "document.revoke", "", decision);
  words = delegation::describe(decision, "document.revoke", session);
  CHECK(words["allowed"] == false);
  CHECK(words["authority"] == "");
  CHECK(words["reason"] == "operationNotGranted");
  CHECK(words["remedy"] == "identity.rerequest");
  CHECK(words["grantId"] == consent.grant.id);
  CHECK(words["text"].get<std::string>().find("identity.rerequest") != std::string::npos);
}
