// The change feed: which word an entry gets, who sees it, and that no walk skips or repeats one.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "base/limits.h"
#include "documents/document_store.h"
#include "notifications/event_rules.h"
#include "notifications/event_verbs.h"
#include "support/outbox_world.h"

using namespace stead;
using namespace stead::test;
using namespace stead::notifications;

namespace {

Json pageOf(OutboxWorld& world, const Session& session, std::int64_t after, std::int64_t pageSize) {
  return listEvents(world.engine(), session, {{"after", after}, {"pageSize", pageSize}});
}

// Every index the session is told of, page after page; the pages must add up to the whole trail.
std::vector<std::int64_t> walk(OutboxWorld& world, const Session& session, std::int64_t pageSize) {
  std::vector<std::int64_t> seen;
  std::int64_t after = -1;
  for (;;) {
    const Json page = pageOf(world, session, after, pageSize);
    for (const auto& item : page.at("items")) seen.push_back(item.at("index").get<std::int64_t>());
    REQUIRE(page.at("after").get<std::int64_t>() >= after);
    after = page.at("after").get<std::int64_t>();
    if (!page.at("more").get<bool>()) return seen;
  }
}

void actAs(OutboxWorld& world, const Session& actor, std::string_view subjectType, const std::string& subjectId) {
  world.engine().write(world.office.scope, [&](UnitOfWork& work) {
    audit::Entry entry;
    entry.actorKind = audit::ActorKind::user;
    entry.actorId = actor.userId;
    entry.operation = "document.remind";
    entry.subjectType = subjectType;
    entry.subjectId = subjectId;
    (void)work.audit(entry);
  });
}

bool sees(OutboxWorld& world, const Session& session, std::int64_t index) {
  const Json items = pageOf(world, session, index - 1, 1).at("items");
  return !items.empty() && items[0].at("index") == index;
}

}  // namespace

TEST_CASE("Entries have the contract's words", "[notifications]") {
  const struct {
    const char* operation;
    const char* outcome;
    const char* actor;
    const char* word;
  } rows[] = {
      {"document.send", "done", "user", "Sent"},
      {"document.send", "done", "system", "Sent"},
      {"document.send", "refused", "user", ""},  // he hears it at once
      {"document.send", "refused", "system", "SendFailed"},
      {"document.schedule", "done", "user", ""},
      {"signer.view", "done", "signer", "Viewed"},
      {"signer.view", "refused", "signer", ""},
      {"signer.sign", "done", "signer", "Signed"},
      {"signer.decline", "done", "signer", "Declined"},
      {"signer.authenticate", "refused", "signer", "AuthenticationFailed"},
      {"signer.authenticate", "done", "signer", ""},
      {"document.complete", "done", "system", "Completed"},
      {"document.revoke", "done", "user", "Revoked"},
      {"document.revoke", "refused", "user", ""},
      {"document.expire", "done", "system", "Expired"},
      {"document.remind", "done", "user", "Reminder"},
      {"signer.reassign", "done", "signer", "Reassigned"},
      {"signer.deliveryFailed", "done", "host", "DeliveryFailed"},
      {"document.edit", "done", "user", "Edited"},
      {"document.download", "done", "user", ""},
      {"identity.create", "done", "user", "SenderIdentityCreated"},
      {"identity.update", "done", "user", "SenderIdentityUpdated"},
      {"identity.delete", "done", "user", "SenderIdentityDeleted"},
      {"identity.revoke", "done", "owner", "SenderIdentityRevoked"},
      {"identity.revoke", "done", "system", "SenderIdentityRevoked"},
      {"identity.approve", "done", "owner", "SenderIdentityVerified"},
      {"identity.deny", "done", "owner", "SenderIdentityDenied"},
      {"identity.narrow", "done", "owner", ""},
      {"identity.resend", "done", "user", ""},
      {"user.invite", "done", "user", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.operation, row.outcome, row.actor);
    const EventRow* found = eventOf(row.operation, row.outcome, row.actor);
    CHECK((found == nullptr ? std::string() : std::string(found->word)) == row.word);
  }
  std::set<std::string_view> words;
  for (const auto& row : eventRows()) {
    CHECK(words.insert(row.word).second);
    CHECK(eventWithWord(row.word) == &row);
  }
  CHECK(eventWithWord("Exploded") == nullptr);
}

TEST_CASE("Who is no Admin or Auditor is told of his own things only", "[notifications]") {
  OutboxWorld world;
  const Session alex = world.office.join("alexgayle@cubeflakes.com", "Alex Gayle");
  const Session auditor = world.office.join("contracts@cubeflakes.com", "Contracts Office", "Auditor");
  const DocumentNews document = world.document();
  const std::string identity = world.ask();
  const std::int64_t last = pageOf(world, world.office.luther, -1, 100).at("after").get<std::int64_t>();

  actAs(world, world.office.luther, "document", document.documentId);  // about what Hank holds
  actAs(world, world.office.luther, "identity", identity);             // about an identity Hank made
  actAs(world, world.office.luther, "user", world.hank.userId);        // about Hank
  actAs(world, world.hank, "team", "00000000-0000-7000-8000-00000000000a");
  actAs(world, alex, "document", document.documentId);
  const bool hanks[] = {true, true, true, true, true};
  const bool alexes[] = {false, false, false, false, true};
  for (std::int64_t i = 0; i < 5; ++i) {
    CAPTURE(i);
    CHECK(sees(world, world.hank, last + 1 + i) == hanks[i]);
    CHECK(sees(world, alex, last + 1 + i) == alexes[i]);
    CHECK(sees(world, world.office.luther, last + 1 + i));
    CHECK(sees(world, auditor, last + 1 + i));
  }

  // What matters is who holds the document when he asks.
  world.engine().write(world.office.scope, [&](UnitOfWork& work) {
    work.db.run("UPDATE document SET holder_id = $2 WHERE uid = $3 AND account_id = $1", work.scope.account,
                alex.userRow, document.documentId);
  });
  CHECK_FALSE(sees(world, world.hank, last + 1));
  CHECK(sees(world, alex, last + 1));
}

TEST_CASE("No walk through the feed skips or repeats an entry", "[notifications]") {
  OutboxWorld world;
  const Session alex = world.office.join("alexgayle@cubeflakes.com", "Alex Gayle");
  std::vector<std::int64_t> hanks = walk(world, world.hank, 100);
  const std::int64_t begin = pageOf(world, world.office.luther, -1, 100).at("after").get<std::int64_t>() + 1;
  const std::string nobodys = "00000000-0000-7000-8000-00000000000b";
  for (std::int64_t i = 0; i < 60; ++i) {
    const bool byHank = i % 7 < 2;
    actAs(world, byHank ? world.hank : alex, "team", nobodys);
    if (byHank) hanks.push_back(begin + i);
  }
  std::vector<std::int64_t> all;
  for (std::int64_t i = 0; i < begin + 60; ++i) all.push_back(i);
  for (const std::int64_t pageSize : {1, 2, 3, 7, 100}) {
    CAPTURE(pageSize);
    CHECK(walk(world, world.hank, pageSize) == hanks);
    CHECK(walk(world, world.office.luther, pageSize) == all);
  }
}

TEST_CASE("A page looks at a bounded number of entries and says where to go on", "[notifications]") {
  OutboxWorld world;
  const Session alex = world.office.join("alexgayle@cubeflakes.com", "Alex Gayle");
  const std::int64_t before = pageOf(world, world.office.luther, -1, 100).at("after").get<std::int64_t>();
  world.engine().write(world.office.scope, [&](UnitOfWork& work) {
    audit::Entry entry;
    entry.operation = "document.remind";
    for (std::int64_t i = 0; i < limits::listStepsMax + 5; ++i) (void)work.audit(entry);
  });
  const Json page = pageOf(world, alex, before, 10);
  CHECK(page.at("items").empty());
  CHECK(page.at("after") == before + limits::listStepsMax);
  CHECK(page.at("more") == true);
  const Json rest = pageOf(world, alex, before + limits::listStepsMax, 10);
  CHECK(rest.at("after") == before + limits::listStepsMax + 5);
  CHECK(rest.at("more") == false);
}
