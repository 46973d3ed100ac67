// Each list has one driving index, asked of EXPLAIN on an analysed store of 10,000 rows. The lists of documents and
// identities are asked in tests/unit, beside their stores; the statements here are those of the stores named.
#include <catch2/catch.hpp>

#include "../unit/support/plan.h"
#include "scratch_store.h"

using namespace stead;
using stead::test::planOf;
using stead::test::ScratchStore;

namespace {

void fill(const ScratchStore& store) {
  store.raw(R"sql(
    INSERT INTO account (id, uid, number, name, log_origin, created_at) VALUES (1, 'a1', 1, 'a', 'o', 1), (2, 'a2', 2, 'a', 'o', 1);
    WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 100)
      INSERT INTO "user" (id, account_id, uid, email, email_key, name, role, status, created_at, updated_at)
      SELECT i, 1 + i % 2, 'u' || i, 'e', 'e' || i, 'n', 'Member', 'Active', 1, 1 FROM n;
    WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
      INSERT INTO api_key (account_id, user_id, uid, name, key_hash, created_at)
      SELECT 1 + (1 + i % 100) % 2, 1 + i % 100, 'k' || i, 'n', CAST('h' || i AS BLOB), 1 FROM n;
    WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
      INSERT INTO "grant" (account_id, uid, identity_uid, actor_id, principal_name, principal_email, principal_key,
                           operations, version, consent_round, born_at)
      SELECT 1 + (1 + i % 100) % 2, 'g' || i, 'i' || i, 1 + i % 100, 'n', 'e', 'e' || (i % 500), 'document.send', 1, 1, 1 FROM n;
    WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
      INSERT INTO identity (account_id, creator_id, uid, name, email, email_key, status, locale, settings, meta_data,
                            operations, consent_round, requested_at, grant_id, created_at, updated_at)
      SELECT 1 + (1 + i % 100) % 2, 1 + i % 100, 'i' || i, 'n', 'e', 'e' || i, 'Verified', 'EN', 0, '{}', 'document.send',
             1, 1, i, 1, 1 FROM n;
    WITH RECURSIVE n(i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
      INSERT INTO audit_entry (account_id, idx, bytes, leaf, at, operation, actor, subject, outcome)
      SELECT 1 + i % 2, i, x'7b7d', x'00', 1, 'document.send', 'a', 's' || (i / 5), 'done' FROM n;
    WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
      INSERT INTO outbox (account_id, uid, audit_index, kind, receiver, content, state, not_before, created_at)
      SELECT 1 + i % 2, 'm' || i, i, 'k', 'e', '{}', CASE WHEN i % 50 = 0 THEN 'dead' ELSE 'sent' END, 1, 1 FROM n;
    ANALYZE;
  )sql");
}

}  // namespace

TEST_CASE("Each list is driven by its own index and sorts nothing", "[store]") {
  ScratchStore store;
  fill(store);
  struct Row {
    const char* what;
    std::string sql;
    const char* driver;
  };
  const std::string listed =
      "g.uid, g.version, g.operations, g.from_at, g.until_at, g.born_at, g.ended_at, g.end_reason";
  const Row rows[] = {
      {"API keys of a user (people/api_key_store.cpp)",
       "SELECT id, uid, user_id, name, created_at, revoked_at FROM api_key "
       "WHERE user_id = $2 AND id < $3 AND account_id = $1 ORDER BY id DESC LIMIT $4",
       "api_key USING INDEX api_key_by_user (user_id=? AND id<?)"},
      {"for whom may I act (delegation/grant_list_store.cpp)",
       "SELECT i.id, i.uid, i.name, i.email, i.status, " + listed +
           " FROM identity i LEFT JOIN \"grant\" g ON g.id = i.grant_id "
           "WHERE i.creator_id = $1 AND i.account_id = $2 AND i.id < $3 ORDER BY i.id DESC LIMIT $4",
       "i USING INDEX identity_newest (creator_id=? AND id<?)"},
      {"who may act for me (delegation/grant_list_store.cpp)",
       "SELECT g.id, u.uid, " + listed +
           " FROM \"grant\" g JOIN \"user\" u ON u.id = g.actor_id "
           "WHERE g.account_id = $1 AND g.principal_key = $2 AND g.id < $3 ORDER BY g.id DESC LIMIT $4",
       "g USING INDEX grant_by_principal (account_id=? AND principal_key=? AND id<?)"},
      {"all grants of the account (delegation/grant_list_store.cpp)",
       "SELECT g.id, u.uid, " + listed +
           " FROM \"grant\" g JOIN \"user\" u ON u.id = g.actor_id "
           "WHERE g.account_id = $1 AND g.id < $2 ORDER BY g.id DESC LIMIT $3",
       "g USING INDEX grant_of_account (account_id=? AND id<?)"},
      {"entries of the trail (audit/list_verbs.cpp)",
       "SELECT e.idx, e.bytes, p.fields FROM audit_entry e "
       "LEFT JOIN audit_personal p ON p.account_id = e.account_id AND p.idx = e.idx "
       "WHERE e.account_id = $1 AND e.idx >= $2 ORDER BY e.idx LIMIT $3",
       "e USING PRIMARY KEY (account_id=? AND idx>?)"},
      {"entries of one subject (audit/list_verbs.cpp)",
       "SELECT e.idx, e.bytes, p.fields FROM audit_entry e "
       "LEFT JOIN audit_personal p ON p.account_id = e.account_id AND p.idx = e.idx "
       "WHERE e.account_id = $1 AND e.idx >= $2 AND e.subject = $4 ORDER BY e.idx LIMIT $3",
       "e USING INDEX audit_entry_by_subject (account_id=? AND subject=? AND idx>?)"},
      {"messages due (storage/cross_account.cpp)",
       "SELECT account_id, id FROM outbox WHERE state = 'waiting' AND channel <> 'webhook' AND not_before <= $1 "
       "ORDER BY not_before, id LIMIT $2",
       "outbox USING INDEX outbox_due (not_before<?)"},
      {"requests to webhooks due (storage/cross_account.cpp)",
       "SELECT account_id, id FROM outbox WHERE state = 'waiting' AND channel = 'webhook' AND not_before <= $1 "
       "ORDER BY not_before, id LIMIT $2",
       "outbox USING INDEX outbox_webhook_due (not_before<?)"},
      {"the change feed of a member (notifications/event_store.cpp)",
       "SELECT e.idx, e.bytes FROM audit_entry AS e WHERE e.account_id = $1 AND e.idx > $2 AND e.idx <= $3 AND "
       "(e.actor = $5 OR e.subject = $5 "
       "OR EXISTS (SELECT 1 FROM document WHERE uid = e.subject AND account_id = $1 AND holder_id = $4) "
       "OR EXISTS (SELECT 1 FROM consent_round WHERE identity_uid = e.subject AND account_id = $1 AND creator_id = "
       "$4)) "
       "ORDER BY e.idx",
       "e USING PRIMARY KEY (account_id=? AND idx>? AND idx<?)"},
      {"a report (documents/report_verbs.cpp)",
       "SELECT document.status, actor.name FROM document JOIN \"user\" AS actor ON actor.id = document.actor_id "
       "WHERE document.account_id = $1 AND document.created_at >= $2 AND document.created_at < $3 "
       "ORDER BY document.created_at DESC LIMIT $4",
       "document USING INDEX document_by_creation (account_id=? AND created_at>? AND created_at<?)"},
      {"dead letters (storage/cross_account.cpp)",
       "SELECT account_id, id FROM outbox WHERE state = 'dead' AND id < $1 ORDER BY id DESC LIMIT $2 OFFSET $3",
       "outbox USING INDEX outbox_dead"},
      {"identities of a brand (brands/brand_store.cpp)",
       "SELECT 1 FROM identity WHERE brand_id IS NOT NULL AND brand_id = $2 AND account_id = $1 LIMIT 1",
       "identity USING INDEX identity_branded"},
      {"living documents of a brand (brands/brand_store.cpp)",
       "SELECT 1 FROM document WHERE brand_id IS NOT NULL AND brand_id = $2 AND +account_id = $1 "
       "AND status IN ('Draft', 'Scheduled', 'InProgress') LIMIT 1",
       "document USING INDEX document_branded"},
  };
  for (const auto& row : rows) {
    const std::string plan = planOf(store.database(), row.sql);
    CAPTURE(row.what, plan);
    CHECK(plan.find(std::string("SEARCH ") + row.driver) != std::string::npos);
    CHECK(plan.find("TEMP B-TREE") == std::string::npos);
  }
}

TEST_CASE("A search walks the trigrams newest first and looks up each candidate by its key", "[store]") {
  ScratchStore store;
  fill(store);
  struct Row {
    const char* what;
    const char* sql;
    const char* table;
  };
  const Row rows[] = {
      {"identities (identities/identity_store.cpp)",
       "SELECT i.id, i.name, i.email, i.brand_id FROM identity_search s CROSS JOIN identity i ON i.id = s.rowid "
       "WHERE s.identity_search MATCH $1 AND s.rowid < $2 AND i.creator_id = $3 AND i.account_id = $4 "
       "ORDER BY s.rowid DESC LIMIT $5",
       "SEARCH i USING INTEGER PRIMARY KEY (rowid=?)"},
      {"documents (documents/document_list_store.cpp)",
       "SELECT d.id, d.status, d.expires_at, d.search_key, d.principal_key, d.actor_id, d.owner_id, d.holder_id, "
       "d.authority, coalesce(d.sent_at, d.created_at), d.labels, d.brand_id, d.trashed_at IS NOT NULL, 1 "
       "FROM document_search s CROSS JOIN document d ON d.id = s.rowid "
       "WHERE s.document_search MATCH $2 AND s.rowid < $3 AND d.account_id = $1 ORDER BY s.rowid DESC LIMIT $4",
       "SEARCH d USING INTEGER PRIMARY KEY (rowid=?)"},
  };
  for (const auto& row : rows) {
    const std::string plan = planOf(store.database(), row.sql);
    CAPTURE(row.what, plan);
    CHECK(plan.find("SCAN s VIRTUAL TABLE INDEX") == 0);
    CHECK(plan.find(row.table) != std::string::npos);
    CHECK(plan.find("TEMP B-TREE") == std::string::npos);
  }
}
