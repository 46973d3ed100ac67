#include "documents/document_rules.h"

#include <catch2/catch.hpp>

#include "documents/history_rules.h"

using namespace stead;
using namespace stead::documents;

namespace {

Party signerOf(std::int64_t order, PartyStatus status = PartyStatus::notCompleted) {
  Party party;
  party.order = order;
  party.status = status;
  return party;
}

}  // namespace

TEST_CASE("A document in progress is expired by the clock, from its deadline on", "[documents]") {
  struct Row {
    DocumentStatus stored;
    std::optional<std::int64_t> expiresAt;
    std::int64_t now;
    DocumentStatus seen;
  };
  using enum DocumentStatus;
  const Row rows[] = {
      {inProgress, 100, 99, inProgress}, {inProgress, 100, 100, expired},  {inProgress, std::nullopt, 100, inProgress},
      {scheduled, 100, 200, scheduled},  {completed, 100, 200, completed}, {declined, 100, 200, declined},
      {revoked, 100, 200, revoked},      {expired, 100, 50, expired}};
  for (const auto& row : rows) {
    CAPTURE(documentStatusName(row.stored), row.now);
    CHECK(statusAt(row.stored, row.expiresAt, row.now) == row.seen);
  }
}

TEST_CASE("Each act on a document has its states", "[documents]") {
  struct Row {
    DocumentStatus status;
    bool revoke;
    bool remind;
    bool prepare;  // the signers: access code, recipient, values
    bool extend;
    bool remove;
  };
  using enum DocumentStatus;
  const Row rows[] = {{draft, false, false, false, false, true},    {scheduled, true, false, true, false, false},
                      {inProgress, true, true, true, true, false},  {completed, false, false, false, false, true},
                      {declined, false, false, false, false, true}, {revoked, false, false, false, false, true},
                      {expired, false, false, false, true, false}};
  for (const auto& row : rows) {
    CAPTURE(documentStatusName(row.status));
    CHECK(canRevoke(row.status) == row.revoke);
    CHECK(canRemind(row.status) == row.remind);
    CHECK(canPrepareSigners(row.status) == row.prepare);
    CHECK(canExtendExpiry(row.status) == row.extend);
    CHECK(canDelete(row.status) == row.remove);
    CHECK(canChangeAccessCode(row.status) == row.prepare);
  }
}

TEST_CASE("With a signing order the lowest number that is not done has its turn", "[documents]") {
  std::vector<Party> parties{signerOf(2), signerOf(1), signerOf(1), signerOf(3)};
  CHECK(inviteWhoseTurnItIs(parties, true, 10) == std::vector<std::size_t>{1, 2});
  CHECK(inviteWhoseTurnItIs(parties, true, 20).empty());
  parties[1].status = PartyStatus::completed;
  CHECK(inviteWhoseTurnItIs(parties, true, 20).empty());
  parties[2].status = PartyStatus::completed;
  CHECK(inviteWhoseTurnItIs(parties, true, 30) == std::vector<std::size_t>{0});
  CHECK(parties[0].invitedAt == 30);
  CHECK(parties[1].invitedAt == 10);
  CHECK_FALSE(parties[3].invitedAt);
}

TEST_CASE("Without a signing order everybody is invited at once, copies never", "[documents]") {
  std::vector<Party> parties{signerOf(2), signerOf(1)};
  parties.emplace_back().kind = PartyKind::cc;
  CHECK(inviteWhoseTurnItIs(parties, false, 10) == std::vector<std::size_t>{0, 1});
  CHECK_FALSE(parties[2].invitedAt);
}

TEST_CASE("A document is complete when every signer has signed; copies do not count", "[documents]") {
  std::vector<Party> parties{signerOf(1, PartyStatus::completed), signerOf(1)};
  parties.emplace_back().kind = PartyKind::cc;
  CHECK_FALSE(allSigned(parties));
  parties[1].status = PartyStatus::declined;
  CHECK_FALSE(allSigned(parties));
  parties[1].status = PartyStatus::completed;
  CHECK(allSigned(parties));
}

TEST_CASE("What a signer may do depends on the document, his turn and what he did", "[documents]") {
  struct Row {
    DocumentStatus status;
    bool invited;
    PartyStatus party;
    std::optional<Code> look;
    std::optional<Code> answer;
  };
  using enum DocumentStatus;
  constexpr auto open = PartyStatus::notCompleted;
  constexpr auto done = PartyStatus::completed;
  const Row rows[] = {
      {inProgress, true, open, std::nullopt, std::nullopt},
      {inProgress, false, open, Code::signingOrder, Code::signingOrder},
      {inProgress, true, done, std::nullopt, Code::wrongState},
      {completed, true, done, std::nullopt, Code::wrongState},
      {declined, true, open, std::nullopt, Code::wrongState},
      {declined, false, open, Code::wrongState, Code::wrongState},
      {revoked, true, open, Code::wrongState, Code::wrongState},
      {expired, true, open, Code::wrongState, Code::wrongState},
      {expired, true, done, Code::wrongState, Code::wrongState},
      {scheduled, false, open, Code::wrongState, Code::wrongState},
  };
  for (const auto& row : rows) {
    CAPTURE(documentStatusName(row.status), row.invited, partyStatusName(row.party));
    Party signer = signerOf(1, row.party);
    if (row.invited) signer.invitedAt = 1;
    CHECK(refusesSigner(row.status, signer, SignerAct::look) == row.look);
    CHECK(refusesSigner(row.status, signer, SignerAct::answer) == row.answer);
  }
}

TEST_CASE("Ten wrong access codes lock a signer", "[documents]") {
  Party signer;
  signer.accessFailures = 9;
  CHECK_FALSE(isLocked(signer));
  signer.accessFailures = 10;
  CHECK(isLocked(signer));
}

TEST_CASE("A search looks through title, addresses, names and id without regard to ASCII case", "[documents]") {
  Document document;
  document.id = "0190a0b0-0000-7000-8000-000000000001";
  document.title = "Lease Agreement";
  document.sentFor = SentFor{.identityId = {},
                             .name = {},
                             .email = "LutherCooper@cubeflakes.com",
                             .key = {},
                             .userRow = {},
                             .settings = {},
                             .locale = {}};
  std::vector<Party> parties(1);
  parties[0].name = "David";
  parties[0].email = "david@cubeflakes.com";
  const std::string key = searchKeyOf(document, parties, "hankwhite@cubeflakes.com");
  for (const char* const text : {"lease", " AGREE ", "luthercooper@", "David@Cube", "hankwhite", "0190A0B0"}) {
    CAPTURE(text);
    CHECK(key.find(searchNeedle(text)) != std::string::npos);
  }
  CHECK(key.find(searchNeedle("legaldesk")) == std::string::npos);
  CHECK(searchNeedle("  ").empty());
}

TEST_CASE("History speaks the words of the contract", "[documents]") {
  struct Row {
    const char* operation;
    const char* actorKind;
    const char* outcome;
    std::vector<std::string> actions;
  };
  const Row rows[] = {{"document.send", "user", "done", {"Created", "Sent"}},
                      {"document.schedule", "user", "done", {"Created", "DocumentScheduled"}},
                      {"document.send", "system", "done", {"Sent"}},
                      {"document.send", "system", "refused", {"SendFailed"}},
                      {"document.send", "user", "refused", {}},
                      {"signer.view", "signer", "done", {"Viewed"}},
                      {"signer.sign", "signer", "done", {"Signed"}},
                      {"signer.sign", "signer", "refused", {}},
                      {"signer.decline", "signer", "done", {"Declined"}},
                      {"signer.download", "signer", "done", {"Downloaded"}},
                      {"signer.authenticate", "signer", "refused", {"AuthenticationFailed"}},
                      {"document.complete", "system", "done", {"Completed"}},
                      {"document.expire", "system", "done", {"Expired"}},
                      {"document.revoke", "user", "done", {"Recalled"}},
                      {"document.revoke", "user", "refused", {}},
                      {"document.remind", "user", "done", {"Reminder"}},
                      {"document.changeAccessCode", "user", "done", {"AccessCodeChanged"}},
                      {"document.extendExpiry", "user", "done", {"ExpiryDateExtended"}},
                      {"document.delete", "user", "done", {"MovedToTrash"}},
                      {"document.changeRecipient", "user", "done", {"EditRecipient"}},
                      {"signer.reassign", "signer", "done", {"Reassigned"}},
                      {"document.addTags", "user", "done", {}},
                      {"document.download", "user", "done", {"Downloaded"}},
                      {"document.auditLog", "user", "done", {"DownloadedAuditTrail"}},
                      {"audit.evidence", "user", "done", {}}};
  for (const auto& row : rows) {
    CAPTURE(row.operation, row.actorKind, row.outcome);
    const auto actions = actionsOf(row.operation, row.actorKind, row.outcome);
    CHECK(std::vector<std::string>(actions.begin(), actions.end()) == row.actions);
  }
}
