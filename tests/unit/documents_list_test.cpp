#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "documents/document_list_store.h"
#include "documents/document_store.h"
#include "support/plan.h"
#include "support/sending_desk.h"

using namespace stead;
using namespace stead::test;

namespace {

std::vector<std::string> titlesOf(const Json& page) {
  std::vector<std::string> out;
  for (const Json& item : page["items"]) out.push_back(item["title"].get<std::string>());
  return out;
}

Json mine(SendingDesk& desk, const Json& request = Json::object()) {
  return documents::list(desk.engine, desk.hank, request);
}

Json behalf(SendingDesk& desk, const Session& session, const Json& request = Json::object()) {
  return documents::behalfList(desk.engine, session, request);
}

// Rows straight into the store: lists of thousands need no ceremony.
void fill(SendingDesk& desk, int count, Authority authority, const std::string& titlePrefix) {
  desk.engine.write(desk.office.scope, [&](UnitOfWork& work) {
    for (int i = 0; i < count; ++i) {
      documents::Document document;
      document.id = work.newId();
      document.actorRow = document.ownerRow = document.holderRow = desk.hank.userRow;
      document.authority = authority;
      if (authority == Authority::grant) {
        document.sentFor = documents::SentFor{.identityId = work.newId(),
                                              .name = "Luther Cooper",
                                              .email = lutherEmail,
                                              .key = lutherEmail,
                                              .userRow = {},
                                              .settings = 0,
                                              .locale = "EN"};
      }
      document.title = document.searchKey = titlePrefix + std::to_string(i);
      document.createdAt = document.activityAt = work.now;
      document.expiresAt = work.now + limits::dayMs;
      documents::insertDocument(work.db, work.scope, document, "{}");
      documents::countDocument(work.db, work.scope, document);
    }
  });
}

}  // namespace

TEST_CASE("Documents sent as oneself and on behalf stand in different lists", "[documents]") {
  SendingDesk desk;
  desk.consent();
  (void)desk.send(desk.hank, SendingDesk::record("own"));
  (void)desk.send(desk.forLuther, SendingDesk::record("for Luther"));
  (void)desk.send(desk.luther, SendingDesk::record("Luther's own"));

  CHECK(titlesOf(mine(desk)) == std::vector<std::string>{"own"});
  CHECK(mine(desk)["total"] == 1);
  CHECK(titlesOf(behalf(desk, desk.hank)) == std::vector<std::string>{"for Luther"});
  CHECK(titlesOf(behalf(desk, desk.hank, {{"pageType", "BehalfOfOthers"}})) == std::vector<std::string>{"for Luther"});
  CHECK(behalf(desk, desk.hank, {{"pageType", "BehalfOfMe"}})["items"].empty());
  CHECK(titlesOf(behalf(desk, desk.luther, {{"pageType", "BehalfOfMe"}})) == std::vector<std::string>{"for Luther"});
  CHECK(behalf(desk, desk.luther, {{"pageType", "BehalfOfMe"}})["total"] == 1);
  CHECK(behalf(desk, desk.luther)["items"].empty());
  CHECK(titlesOf(documents::list(desk.engine, desk.luther, Json::object())) ==
        std::vector<std::string>{"Luther's own"});

  const Json row = behalf(desk, desk.hank)["items"][0];
  CHECK(row["behalfOf"] == Json{{"name", "Luther Cooper"}, {"email", lutherEmail}});
  CHECK(row["actor"]["email"] == hankEmail);
  CHECK(row["signers"][0]["email"] == davidEmail);
  CHECK(row["status"] == "InProgress");
  CHECK_FALSE(row.contains("history"));
  CHECK_FALSE(row.contains("files"));

  Office other(desk.store, "Elsewhere");
  CHECK(documents::behalfList(desk.engine, other.luther, {{"pageType", "BehalfOfMe"}})["total"] == 0);
  CHECK(documents::behalfList(desk.engine, other.luther, {{"pageType", "BehalfOfMe"}})["items"].empty());
}

TEST_CASE("Account-wide documents stand in the list of who sent them", "[documents]") {
  SendingDesk desk;
  (void)people::updateAccount(desk.engine, desk.luther, {{"accountWide", true}});
  (void)desk.send(accountWide(desk.luther, hankEmail), SendingDesk::record("for Hank"));
  (void)desk.send(desk.luther, SendingDesk::record("own"));
  CHECK(titlesOf(documents::list(desk.engine, desk.luther, Json::object())) ==
        std::vector<std::string>{"own", "for Hank"});
  CHECK(titlesOf(documents::list(desk.engine, accountWide(desk.luther, hankEmail), Json::object())) ==
        std::vector<std::string>{"for Hank"});
}

TEST_CASE("Pages and cursors go newest first and end", "[documents]") {
  SendingDesk desk;
  fill(desk, 25, Authority::self, "n");
  Json page = mine(desk);
  CHECK(page["items"].size() == 10);
  CHECK(page["items"][0]["title"] == "n24");
  CHECK(page["total"] == 25);
  CHECK(page["totalCapped"] == false);
  CHECK(titlesOf(mine(desk, {{"page", 3}})) == std::vector<std::string>{"n4", "n3", "n2", "n1", "n0"});
  CHECK(mine(desk, {{"page", 3}})["nextCursor"].is_null());
  CHECK(mine(desk, {{"page", 4}})["items"].empty());
  CHECK(mine(desk, {{"pageSize", 25}})["nextCursor"].is_null());

  std::vector<std::string> walked = titlesOf(page);
  while (!page["nextCursor"].is_null()) {
    page = mine(desk, {{"cursor", page["nextCursor"]}});
    for (const auto& title : titlesOf(page)) walked.push_back(title);
  }
  CHECK(walked.size() == 25);
  CHECK(walked.back() == "n0");
}

TEST_CASE("A list request that is wrong says so by field", "[documents]") {
  SendingDesk desk;
  struct Row {
    Json request;
    std::vector<std::string> fields;
  };
  const Row rows[] = {{{{"page", 0}}, {"/page"}},
                      {{{"pageSize", 101}}, {"/pageSize"}},
                      {{{"cursor", "x"}}, {"/cursor"}},
                      {{{"page", 1001}}, {"/page"}},
                      {{{"status", "Completed"}}, {"/status"}},
                      {{{"status", {"Done"}}}, {"/status"}},
                      {{{"search", std::string(101, 'x')}}, {"/search"}},
                      {{{"serach", "x"}}, {"/serach"}}};
  for (const auto& row : rows) {
    CAPTURE(row.request.dump());
    CHECK(fieldsOf([&] { mine(desk, row.request); }) == row.fields);
    CHECK(fieldsOf([&] { behalf(desk, desk.hank, row.request); }) == row.fields);
  }
  CHECK(mine(desk, {{"page", 1000}})["items"].empty());
  CHECK(fieldsOf([&] {
          behalf(desk, desk.hank, {{"pageType", "BehalfOfNobody"}});
        }) == std::vector<std::string>{"/pageType"});
  CHECK(fieldsOf([&] {
          behalf(desk, desk.hank, {{"identityEmail", "x"}});
        }) == std::vector<std::string>{"/identityEmail"});
  CHECK(fieldsOf([&] { mine(desk, {{"identityEmail", lutherEmail}}); }) == std::vector<std::string>{"/identityEmail"});
}

TEST_CASE("A cursor of one list is none of another", "[documents]") {
  SendingDesk desk;
  fill(desk, 11, Authority::self, "n");
  const Json cursor = mine(desk)["nextCursor"];
  CHECK(fieldsOf([&] { behalf(desk, desk.hank, {{"cursor", cursor}}); }) == std::vector<std::string>{"/cursor"});
}

TEST_CASE("Status, search and identity narrow a list", "[documents]") {
  SendingDesk desk;
  desk.consent();
  const Json lease = desk.send(desk.forLuther, SendingDesk::record("Lease"));
  const Json invoice = desk.send(desk.forLuther, SendingDesk::record("Invoice"));
  (void)desk.sign(lease);
  const auto found = [&](const Json& request) { return titlesOf(behalf(desk, desk.hank, request)); };
  CHECK(found({{"status", {"Completed"}}}) == std::vector<std::string>{"Lease"});
  CHECK(found({{"status", {"InProgress"}}}) == std::vector<std::string>{"Invoice"});
  CHECK(found({{"status", {"InProgress", "Completed"}}}) == std::vector<std::string>{"Invoice", "Lease"});
  CHECK(found({{"status", {"Declined"}}}).empty());
  CHECK(found({{"search", "LEAS"}}) == std::vector<std::string>{"Lease"});
  CHECK(found({{"search", "david@"}}).size() == 2);
  CHECK(found({{"search", SendingDesk::idOf(invoice)}}) == std::vector<std::string>{"Invoice"});
  CHECK(found({{"search", "nothing like it"}}).empty());
  CHECK(found({{"identityEmail", lutherEmail}}).size() == 2);
  CHECK(found({{"identityEmail", legalEmail}}).empty());
  CHECK(behalf(desk, desk.hank, {{"search", "lease"}})["total"] == 1);
  CHECK(behalf(desk, desk.hank, {{"search", "lease"}})["totalCapped"] == false);

  desk.store.advance(31 * limits::dayMs);
  CHECK(found({{"status", {"Expired"}}}) == std::vector<std::string>{"Invoice"});
  CHECK(found({{"status", {"InProgress"}}}).empty());
}

TEST_CASE("A filtered list is paged like any other", "[documents]") {
  SendingDesk desk;
  fill(desk, 30, Authority::self, "even");
  fill(desk, 5, Authority::self, "odd");
  const Json request = {{"search", "even"}, {"pageSize", 8}};
  Json page = mine(desk, request);
  CHECK(page["total"] == 30);
  CHECK(page["items"].size() == 8);
  Json third = request;
  third["page"] = 4;
  CHECK(titlesOf(mine(desk, third)).size() == 6);
  CHECK(mine(desk, third)["nextCursor"].is_null());
  std::vector<std::string> walked = titlesOf(page);
  while (!page["nextCursor"].is_null()) {
    page = mine(desk, {{"search", "even"}, {"pageSize", 8}, {"cursor", page["nextCursor"]}});
    CHECK(page["total"] == 30);
    for (const auto& title : titlesOf(page)) walked.push_back(title);
  }
  CHECK(walked.size() == 30);
  CHECK(walked.back() == "even0");
}

TEST_CASE("A search of three characters finds what is far away", "[documents]") {
  SendingDesk desk;
  fill(desk, 1, Authority::self, "needle");
  fill(desk, 1, Authority::grant, "needle");
  fill(desk, static_cast<int>(limits::listStepsMax) + 10, Authority::self, "hay");
  Office other(desk.store, "Elsewhere");
  for (const char* needle : {"needle", "NEEDLE0", "nee", "dle0"}) {
    CAPTURE(needle);
    const Json page = mine(desk, {{"search", needle}});
    CHECK(titlesOf(page) == std::vector<std::string>{"needle0"});
    CHECK(page["total"] == 1);
    CHECK(page["totalCapped"] == false);
    CHECK(page["nextCursor"].is_null());
    CHECK(documents::list(desk.engine, other.luther, {{"search", needle}})["items"].empty());
  }
  CHECK(mine(desk, {{"search", "needles"}})["items"].empty());
  const Json hay = mine(desk, {{"search", "hay"}, {"pageSize", 100}});
  CHECK(hay["items"].size() == 100);
  CHECK(hay["items"][0]["title"] == "hay" + std::to_string(limits::listStepsMax + 9));
}

TEST_CASE("An owner's search among others' documents is bounded too", "[documents]") {
  SendingDesk desk;
  fill(desk, static_cast<int>(limits::listStepsMax) + 10, Authority::grant, "lease");
  fill(desk, static_cast<int>(limits::listStepsMax) + 10, Authority::self, "lease");
  Json page = behalf(desk, desk.luther, {{"pageType", "BehalfOfMe"}, {"search", "lease"}});
  CHECK(page["items"].empty());
  REQUIRE(page["nextCursor"].is_string());
  page = behalf(desk, desk.luther, {{"pageType", "BehalfOfMe"}, {"search", "lease"}, {"cursor", page["nextCursor"]}});
  CHECK(page["items"].size() == 10);
}

TEST_CASE("A search of two characters looks at a bounded number of rows and says where to go on", "[documents]") {
  SendingDesk desk;
  fill(desk, 1, Authority::self, "needle");
  fill(desk, static_cast<int>(limits::listStepsMax) + 10, Authority::self, "hay");
  Json page = mine(desk, {{"search", "ne"}});
  CHECK(page["items"].empty());
  CHECK(page["total"] == 0);
  CHECK(page["totalCapped"] == true);
  REQUIRE(page["nextCursor"].is_string());
  page = mine(desk, {{"search", "ne"}, {"cursor", page["nextCursor"]}});
  CHECK(titlesOf(page) == std::vector<std::string>{"needle0"});
  CHECK(page["nextCursor"].is_null());
}

TEST_CASE("Each list of documents is driven by its own index", "[documents]") {
  using documents::ListKind;
  SendingDesk desk;
  fill(desk, 5000, Authority::self, "own");
  fill(desk, 5000, Authority::grant, "behalf");
  desk.engine.writeAcrossAccounts([](Connection& db, std::int64_t /*now*/) { db.run("ANALYZE"); });
  struct Row {
    ListKind kind;
    const char* plan;
  };
  const Row rows[] = {
      {ListKind::held, "SEARCH d USING INDEX document_held (holder_id=? AND id<?)\n"},
      {ListKind::received,
       "SEARCH p USING INDEX document_party_by_address (account_id=? AND email_key=? AND document_id<?)\n"
       "SEARCH d USING INTEGER PRIMARY KEY (rowid=?)\n"},
      {ListKind::behalfOfOthers, "SEARCH d USING INDEX document_behalf_of_others (holder_id=? AND id<?)\n"},
      {ListKind::behalfOfMe,
       "SEARCH d USING INDEX document_behalf_of_me (account_id=? AND principal_key=? AND id<?)\n"},
      {ListKind::ofAccount, "SEARCH d USING INDEX document_of_account (account_id=? AND id<?)\n"}};
  for (const auto& row : rows) CHECK(planOf(desk.engine.database(), statementOf(row.kind)) == row.plan);
}

TEST_CASE("What is due is found by its moment, and history by its subject", "[documents]") {
  SendingDesk desk;
  fill(desk, 10000, Authority::self, "own");
  desk.engine.writeAcrossAccounts([&](Connection& db, std::int64_t /*now*/) {
    db.run(
        "INSERT INTO audit_entry (account_id, idx, bytes, leaf, at, operation, actor, subject, outcome) "
        "WITH RECURSIVE n(i) AS (VALUES (1000) UNION ALL SELECT i + 1 FROM n WHERE i < 11000) "
        "SELECT $1, i, x'7b7d', x'00', 1, 'document.send', 'a', 's' || (i / 5), 'done' FROM n",
        desk.office.scope.account);
    db.run("ANALYZE");
  });
  struct Row {
    const char* sql;
    const char* index;
  };
  // The statements of storage/cross_account.cpp and audit/history.cpp.
  const Row rows[] = {{"SELECT account_id, id FROM document WHERE status = 'Scheduled' AND "
                       "scheduled_send_at <= $1 ORDER BY scheduled_send_at LIMIT $2",
                       "INDEX document_scheduled (scheduled_send_at<?)"},
                      {"SELECT account_id, id FROM document WHERE status = 'InProgress' AND "
                       "expires_at <= $1 ORDER BY expires_at LIMIT $2",
                       "INDEX document_expiring (expires_at<?)"},
                      {"SELECT min(expires_at) FROM document WHERE status = 'InProgress'", "INDEX document_expiring"},
                      {"SELECT account_id, id FROM document WHERE trashed_at <= $1 ORDER BY trashed_at LIMIT $2",
                       "INDEX document_trash (trashed_at<?)"},
                      {"SELECT e.idx, e.bytes, p.fields FROM audit_entry e "
                       "LEFT JOIN audit_personal p ON p.account_id = e.account_id AND p.idx = e.idx "
                       "WHERE e.account_id = $1 AND e.subject = $2 AND e.idx >= 0 ORDER BY e.idx DESC LIMIT $3",
                       "INDEX audit_entry_by_subject (account_id=? AND subject=? AND idx>?)"}};
  for (const auto& row : rows) {
    const std::string plan = planOf(desk.engine.database(), row.sql);
    CAPTURE(row.sql, plan);
    CHECK(plan.find(row.index) != std::string::npos);
    CHECK(plan.find("TEMP B-TREE") == std::string::npos);
  }
}
