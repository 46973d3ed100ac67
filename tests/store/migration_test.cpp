// A store of an older schema keeps its rows, and what a newer schema adds holds for them too.
#include <catch2/catch.hpp>
#include <vector>

#include "documents/document_list_store.h"
#include "identities/identity_store.h"
#include "scratch_store.h"
#include "storage/sqlite/migrations.h"

using namespace stead;
using stead::test::ScratchStore;

namespace {

// More rows than are looked through without an index.
constexpr const char* rowsOfSchema1 = R"sql(
  INSERT INTO account (id, uid, number, name, log_origin, created_at) VALUES (7, 'a7', 1, 'a', 'o', 1);
  INSERT INTO "user" (id, account_id, uid, email, email_key, name, role, status, created_at, updated_at)
    VALUES (6401, 7, 'u1', 'h', 'h', 'Hank White', 'Member', 'Active', 1, 1);
  WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 900)
    INSERT INTO identity (account_id, creator_id, uid, name, email, email_key, status, locale, settings, meta_data,
                          operations, consent_round, requested_at, created_at, updated_at)
    SELECT 7, 6401, 'i' || i, CASE i WHEN 300 THEN 'Łucja Cooper' ELSE 'Signer' END, 'signer' || i || '@cubeflakes.com',
           'signer' || i || '@cubeflakes.com', 'Pending', 'EN', 0, '{}', 'document.send', 1, 1, 1, 1 FROM n;
  WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 900)
    INSERT INTO document (account_id, uid, actor_id, owner_id, holder_id, authority, title, search_key, status,
                          signing_order, disable_emails, body, meta_data, created_at, activity_at)
    SELECT 7, 'd' || i, 6401, 6401, 6401, 'self', 't', 'agreement ' || i, 'InProgress', 0, 0, '{}', '{}', 1, 1 FROM n;
  INSERT INTO counter (account_id, name, subject, value)
    VALUES (7, 'identities', 6401, 900), (7, 'documents/held', 6401, 900);
)sql";

void makeStoreOfSchema1(ScratchStore& store) {
  store.close();
  std::filesystem::remove(store.path());
  store.raw(sqlite::migrations().front());
  store.raw("PRAGMA user_version = 1; PRAGMA application_id = 1398031681");
  store.raw(rowsOfSchema1);
}

}  // namespace

TEST_CASE("A store of schema 1 opens, and search finds its rows", "[store]") {
  ScratchStore store;
  makeStoreOfSchema1(store);
  const auto database = store.openAgain();
  const AccountScope scope{7};
  database->read([&](Connection& db) {
    // Through the index alone: the rows behind it are 900, the candidates few.
    const auto found = [&](std::string_view needle) {
      std::vector<std::int64_t> rows;
      identities::searchIdentitiesOf(db, scope, 6401, needle, 10000, 10000, [&](const identities::Candidate& row) {
        rows.push_back(row.row);
        return true;
      });
      return rows;
    };
    CHECK(found("łucja") == std::vector<std::int64_t>{300});
    CHECK(found("ucja cooper") == std::vector<std::int64_t>{300});
    CHECK(found("r777@") == std::vector<std::int64_t>{777});
    CHECK(found("no such").empty());
    documents::ListOf list;
    list.kinds = {documents::ListKind::held};
    list.holderRow = 6401;
    documents::ListFilter filter;
    filter.needle = "ment 555";
    const auto page = listDocuments(db, scope, list, filter, {}, 1);
    CHECK(page.rows == std::vector<std::int64_t>{555});
    CHECK(page.total.count == 1);
    CHECK_FALSE(page.total.capped);
  });
}

TEST_CASE("A migrated store knows its schema and is not migrated again", "[store]") {
  ScratchStore store;
  makeStoreOfSchema1(store);
  (void)store.openAgain();
  const auto database = openSqlite({.path = store.path(), .migrate = false});
  database->read([](Connection& db) {
    auto row = db.query("PRAGMA user_version");
    REQUIRE(row.step());
    CHECK(row.integer(0) == static_cast<std::int64_t>(sqlite::migrations().size()));
  });
}
