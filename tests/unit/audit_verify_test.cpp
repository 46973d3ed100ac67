#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "audit/audit_verbs.h"
#include "audit/checkpoint.h"
#include "audit/merkle.h"
#include "base/error.h"
#include "support/audit_trail.h"

using namespace stead;
using namespace stead::audit;

namespace {

// SQL literal of bytes.
std::string blob(std::string_view bytes) { return "x'" + crypto::hex(bytesOf(bytes)) + "'"; }

std::string bytesOfEntry(test::AuditTrail& trail, int index) {
  return trail.value(index == 5    ? std::string_view("SELECT bytes FROM audit_entry WHERE idx = 5")
                     : index == 20 ? std::string_view("SELECT bytes FROM audit_entry WHERE idx = 20")
                                   : std::string_view("SELECT bytes FROM audit_entry WHERE idx = 0"));
}

// Rewrites an entry together with its leaf hash, as somebody would who knows how the trail is made.
void rewrite(test::AuditTrail& trail, int index) {
  std::string bytes = bytesOfEntry(trail, index);
  bytes.replace(bytes.find("done"), 4, "gone");
  trail.tamper("UPDATE audit_entry SET bytes = " + blob(bytes) + ", leaf = " + blob(textOf(leafHash(bytesOf(bytes)))) +
               " WHERE idx = " + std::to_string(index));
}

}  // namespace

TEST_CASE("A sound trail is verified, whatever its size", "[audit]") {
  for (const std::int64_t size : {1, 2, 3, 21, 64, 1023, 1024, 1025, 2500}) {
    test::AuditTrail trail;
    if (size > 1) trail.fillTo(size);
    for (const bool deep : {false, true}) {
      const Json answer = verify(trail.engine(), trail.accountId(), deep);
      CAPTURE(size, answer.dump());
      CHECK(answer["ok"] == true);
      CHECK(answer["size"] == size);
      CHECK(answer["checked"] == size);
      CHECK(answer["erased"] == 0);
      CHECK(answer["deep"] == deep);
      CHECK_FALSE(answer.contains("broken"));
      CHECK(answer["root"] == checkpoint(trail.engine(), trail.accountId())["root"]);
    }
  }
}

TEST_CASE("Whatever is changed in the trail is found, with the entry and the check", "[audit]") {
  // 21 entries: full subtrees over 0-15 and 16-19, and entry 20 alone. Entries 1, 4, 7, … have personal fields, and 0.
  const struct {
    std::string what;
    std::string sql;
    std::string check;
    std::int64_t from;
    std::int64_t to;
    bool deepOnly = false;
  } rows[] = {
      {"one byte of an entry",
       "UPDATE audit_entry SET bytes = CAST(replace(CAST(bytes AS TEXT), 'done', 'gone') AS BLOB) WHERE idx = 5",
       "leaf", 5, 5},
      {"a leaf hash", "UPDATE audit_entry SET leaf = CAST(x'00' || substr(leaf, 2) AS BLOB) WHERE idx = 6", "leaf", 6,
       6},
      {"a leaf hash cut short", "UPDATE audit_entry SET leaf = substr(leaf, 2) WHERE idx = 6", "leaf", 6, 6},
      {"two entries: the first is told", "UPDATE audit_entry SET bytes = x'7b7d' WHERE idx IN (9, 3)", "leaf", 3, 3},
      {"an entry is gone", "DELETE FROM audit_entry WHERE idx = 7", "leaf", 7, 7},
      {"the newest entry is gone", "DELETE FROM audit_entry WHERE idx = 20", "leaf", 20, 20},
      {"all entries are gone", "DELETE FROM audit_entry", "leaf", 0, 0},
      {"two entries changed places",
       "UPDATE audit_entry SET idx = -1 WHERE idx = 1; UPDATE audit_entry SET idx = 1 WHERE idx = 3;"
       "UPDATE audit_entry SET idx = 3 WHERE idx = -1",
       "node", 0, 1},
      {"an entry beyond the head",
       "INSERT INTO audit_entry SELECT account_id, 21, bytes, leaf, at, operation, actor, subject, outcome "
       "FROM audit_entry WHERE idx = 20",
       "head", 21, 21},
      {"a node", "UPDATE audit_node SET hash = zeroblob(32) WHERE level = 1 AND idx = 2", "node", 4, 5},
      {"a node higher up", "UPDATE audit_node SET hash = zeroblob(32) WHERE level = 3 AND idx = 1", "node", 8, 15},
      {"the topmost node", "UPDATE audit_node SET hash = zeroblob(32) WHERE level = 4", "node", 0, 15},
      {"a node is gone", "DELETE FROM audit_node WHERE level = 2 AND idx = 4", "node", 16, 19},
      {"all nodes are gone", "DELETE FROM audit_node", "node", 0, 1},
      {"a node too many", "INSERT INTO audit_node VALUES (1, 1, 10, zeroblob(32))", "node", 21, 21},
      {"a node of no level", "INSERT INTO audit_node VALUES (1, 0, 0, zeroblob(32))", "node", 21, 21},
      {"a node of a level beyond", "INSERT INTO audit_node VALUES (1, 5, 0, zeroblob(32))", "node", 21, 21},
      {"personal fields", "UPDATE audit_personal SET fields = replace(fields, 'hank', 'hunk') WHERE idx = 4",
       "personal", 4, 4},
      {"a salt", "UPDATE audit_personal SET salt = zeroblob(16) WHERE idx = 7", "personal", 7, 7},
      {"personal fields deleted without an erasure", "DELETE FROM audit_personal WHERE idx = 10", "personal", 10, 10},
      {"personal fields deleted, an erasure pretended",
       "DELETE FROM audit_personal WHERE idx = 10; INSERT INTO audit_erased VALUES (1, 10, 20)", "personal", 10, 10},
      {"personal fields where there were none",
       "INSERT INTO audit_personal SELECT account_id, 2, salt, fields FROM audit_personal WHERE idx = 1", "personal", 2,
       2},
      {"personal fields beyond the trail",
       "INSERT INTO audit_personal SELECT account_id, 30, salt, fields FROM audit_personal WHERE idx = 1", "personal",
       30, 30},
      {"the head's hash over a full subtree",
       "UPDATE audit_head SET range = CAST(zeroblob(32) || substr(range, 33) AS BLOB)", "head", 0, 15},
      {"the head's hash of the newest entry",
       "UPDATE audit_head SET range = CAST(substr(range, 1, 64) || zeroblob(32) AS BLOB)", "head", 20, 20},
      {"the head's hashes cut short", "UPDATE audit_head SET range = substr(range, 1, 64)", "head", 0, 0},
      {"the head's size", "UPDATE audit_head SET size = 16, range = substr(range, 1, 32)", "head", 16, 16},
      {"the head's time", "UPDATE audit_head SET last_at = last_at + 1", "head", 20, 20},
      {"the head is gone", "DELETE FROM audit_head", "head", 0, 0},
      {"column at", "UPDATE audit_entry SET at = at - 1 WHERE idx = 8", "column", 8, 8, true},
      {"column operation", "UPDATE audit_entry SET operation = 'x' WHERE idx = 8", "column", 8, 8, true},
      {"column actor", "UPDATE audit_entry SET actor = 'x' WHERE idx = 8", "column", 8, 8, true},
      {"column subject", "UPDATE audit_entry SET subject = 'x' WHERE idx = 8", "column", 8, 8, true},
      {"column outcome", "UPDATE audit_entry SET outcome = 'x' WHERE idx = 8", "column", 8, 8, true},
  };
  for (const auto& row : rows) {
    test::AuditTrail trail;
    trail.fillTo(21);
    REQUIRE(verify(trail.engine(), trail.accountId(), true)["ok"] == true);
    trail.tamper(row.sql);
    CAPTURE(row.what);
    const Json deep = verify(trail.engine(), trail.accountId(), true);
    CAPTURE(deep.dump());
    REQUIRE(deep["ok"] == false);
    CHECK(deep["broken"]["check"] == row.check);
    CHECK(deep["broken"]["from"] == row.from);
    CHECK(deep["broken"]["to"] == row.to);
    CHECK_FALSE(deep["broken"]["text"].get<std::string>().empty());
    CHECK(verify(trail.engine(), trail.accountId(), false)["ok"] == row.deepOnly);
  }
}

TEST_CASE("Each column of each row of the trail's tables, changed alone, is found and named", "[audit]") {
  test::AuditTrail trail;
  trail.fillTo(13);
  static_cast<void>(erasePerson(trail.engine(), trail.admin(), {{"email", "hankwhite@cubeflakes.com"}}));
  const std::int64_t erasure = 13;
  for (int i = 0; i < 7; ++i) trail.append("test.more", "david@cubeflakes.com");
  REQUIRE(verify(trail.engine(), trail.accountId(), true)["ok"] == true);
  const std::int64_t size = verify(trail.engine(), trail.accountId(), false)["size"];
  trail.tamper("");

  const std::string flipped = "CAST(x'5a' || substr(?, 2) AS BLOB)";
  const struct {
    std::string table;
    std::string column;
    std::string change;  // "?" stands for the column
    std::set<std::string> checks;
    bool deep;
    bool namesTheRow = true;  // not only the entries whose hash it is
  } rows[] = {
      {"audit_entry", "bytes", flipped, {"leaf"}, false},
      {"audit_entry", "bytes", "substr(?, 1, length(?) - 1)", {"leaf"}, false},
      {"audit_entry", "leaf", flipped, {"leaf"}, false},
      {"audit_entry", "at", "? + 1", {"column"}, true},
      {"audit_entry", "operation", "? || 'x'", {"column"}, true},
      {"audit_entry", "actor", "? || 'x'", {"column"}, true},
      {"audit_entry", "subject", "? || 'x'", {"column"}, true},
      {"audit_entry", "outcome", "CASE ? WHEN 'done' THEN 'refused' ELSE 'done' END", {"column"}, true},
      {"audit_entry", "idx", "? + 1000", {"leaf"}, false},
      {"audit_entry", "account_id", "99", {"leaf"}, false},
      {"audit_node", "hash", flipped, {"node"}, false, false},
      {"audit_node", "level", "? + 20", {"node"}, false, false},
      {"audit_node", "idx", "? + 1000", {"node"}, false, false},
      {"audit_node", "account_id", "99", {"node"}, false, false},
      {"audit_personal", "salt", flipped, {"personal"}, false},
      {"audit_personal", "fields", "? || ' '", {"personal"}, false},
      {"audit_personal", "idx", "? + 1000", {"personal"}, false},
      {"audit_personal", "account_id", "99", {"personal"}, false},
      {"audit_erased", "erased_by", "? - 1", {"personal"}, false},
      {"audit_erased", "idx", "? + 1000", {"personal"}, false},
      {"audit_erased", "account_id", "99", {"personal"}, false},
      {"audit_head", "size", "? - 1", {"head"}, false, false},
      {"audit_head", "size", "? + 1", {"head", "leaf"}, false, false},
      {"audit_head", "range", flipped, {"head"}, false, false},
      {"audit_head", "last_at", "? + 1", {"head"}, false, false},
      {"audit_head", "account_id", "99", {"head", "node", "personal"}, false, false},
  };
  const auto replaced = [](std::string text, const std::string& with) {
    for (std::size_t at = 0; (at = text.find('?', at)) != std::string::npos; at += with.size())
      text.replace(at, 1, with);
    return text;
  };
  for (const auto& row : rows) {
    const std::string key = row.table == "audit_head" ? "0" : row.table == "audit_node" ? "level * 1000 + idx" : "idx";
    trail.raw("CREATE TABLE kept AS SELECT * FROM " + row.table);
    const auto keys = trail.integers("SELECT " + key + " FROM " + row.table + " WHERE account_id = 1");
    REQUIRE_FALSE(keys.empty());
    const auto restore = [&] {
      trail.raw("DELETE FROM " + row.table + "; INSERT INTO " + row.table + " SELECT * FROM kept");
    };
    for (const std::int64_t place : keys) {
      CAPTURE(row.table, row.column, row.change, place);
      trail.raw("UPDATE " + row.table + " SET " + row.column + " = " + replaced(row.change, row.column) +
                " WHERE account_id = 1 AND " + key + " = " + std::to_string(place));
      const Json answer = verify(trail.engine(), trail.accountId(), row.deep);
      CAPTURE(answer.dump());
      REQUIRE(answer["ok"] == false);
      const Json& broken = answer["broken"];
      CHECK_FALSE(broken["text"].get<std::string>().empty());
      // Without the erasure, the first entry that it erased does not fit any more.
      if (row.table == "audit_entry" && place == erasure && !row.deep && row.column != "leaf") {
        CHECK(broken["from"] == 1);
        restore();
        continue;
      }
      CHECK(row.checks.count(broken["check"].get<std::string>()) == 1);
      if (row.namesTheRow) CHECK(broken["from"] == place);
      if (row.deep) CHECK(verify(trail.engine(), trail.accountId(), false)["ok"] == true);
      restore();
    }
    trail.raw("DROP TABLE kept");
  }
  const Json whole = verify(trail.engine(), trail.accountId(), true);
  CHECK(whole["ok"] == true);
  CHECK(whole["size"] == size);

  // A pretended erasure beside fields that are still there.
  trail.raw("INSERT INTO audit_erased VALUES (1, " + std::to_string(size - 1) + ", " + std::to_string(erasure) + ")");
  const Json broken = verify(trail.engine(), trail.accountId(), true)["broken"];
  CHECK(broken["check"] == "column");
  CHECK(broken["from"] == size - 1);
}

TEST_CASE("An entry rewritten together with its leaf hash is found by the smallest stored subtree", "[audit]") {
  const struct {
    int index;
    std::string check;
    std::int64_t from;
    std::int64_t to;
  } rows[] = {{0, "node", 0, 1}, {5, "node", 4, 5}, {20, "head", 20, 20}};
  for (const auto& row : rows) {
    test::AuditTrail trail;
    trail.fillTo(21);
    rewrite(trail, row.index);
    const Json broken = verify(trail.engine(), trail.accountId(), false)["broken"];
    CAPTURE(broken.dump());
    CHECK(broken["check"] == row.check);
    CHECK(broken["from"] == row.from);
    CHECK(broken["to"] == row.to);
    if (row.check == "node") CHECK(broken["text"].get<std::string>().find("rewritten") != std::string::npos);
  }
}

TEST_CASE("Blocks of a long trail are compared to their edges", "[audit]") {
  for (const char* where : {"0", "1023", "1024", "1025", "2047", "2048", "2499"}) {
    test::AuditTrail trail;
    trail.fillTo(2500);
    trail.tamper(std::string("UPDATE audit_entry SET leaf = zeroblob(32) WHERE idx = ") + where);
    const Json broken = verify(trail.engine(), trail.accountId(), false)["broken"];
    CAPTURE(broken.dump());
    CHECK(broken["check"] == "leaf");
    CHECK(broken["from"].dump() == where);
  }
  test::AuditTrail trail;
  trail.fillTo(2500);
  trail.tamper("UPDATE audit_node SET hash = zeroblob(32) WHERE level = 11");
  const Json broken = verify(trail.engine(), trail.accountId(), false)["broken"];
  CHECK(broken["check"] == "node");
  CHECK(broken["from"] == 0);
  CHECK(broken["to"] == 2047);
}

TEST_CASE("A deep verification reads the files that entries name", "[audit]") {
  const Hash hash = crypto::sha256(bytesOf("hello world"));
  const std::string file = "INSERT INTO file (id, account_id, sha256, size, type, staged_at, complete) VALUES (1, 1, " +
                           blob(textOf(hash)) + ", 11, 'pdf', 1, 1);" + "INSERT INTO file_chunk VALUES (1, 0, " +
                           blob("hello ") + "), (1, 1, " + blob("world") + ");";
  const struct {
    std::string what;
    std::string sql;
    bool ok;
  } rows[] = {{"as sent", "SELECT 1", true},
              {"one byte", "UPDATE file_chunk SET bytes = CAST('wor1d' AS BLOB) WHERE ordinal = 1", false},
              {"a chunk is gone", "DELETE FROM file_chunk WHERE ordinal = 1", false},
              {"chunks changed places", "UPDATE file_chunk SET ordinal = 2 WHERE ordinal = 0", false},
              {"another size", "UPDATE file SET size = 12", false},
              {"not complete", "UPDATE file SET complete = 0", false},
              {"gone", "DELETE FROM file_chunk; DELETE FROM file", false},
              {"another hash", "UPDATE file SET sha256 = zeroblob(32)", false}};
  for (const auto& row : rows) {
    test::AuditTrail trail;
    trail.raw(file);
    Entry entry;
    entry.operation = "document.send";
    entry.subjectType = "document";
    entry.subjectId = "d1";
    entry.detail = {{"files", std::vector<std::string>{crypto::hex(hash) + " 11 a.pdf"}}};
    trail.append("test.before");
    const std::int64_t index = trail.append(entry);
    trail.append("test.after");
    trail.raw(row.sql);
    CAPTURE(row.what);
    const Json answer = verify(trail.engine(), trail.accountId(), true);
    CHECK(answer["ok"] == row.ok);
    CHECK(verify(trail.engine(), trail.accountId(), false)["ok"] == true);
    if (row.ok) continue;
    CHECK(answer["broken"]["check"] == "file");
    CHECK(answer["broken"]["from"] == index);
  }
}

TEST_CASE("A checkpoint is signed under the account's origin and covers the whole trail", "[audit]") {
  test::AuditTrail trail;
  trail.fillTo(11);
  const Json answer = checkpoint(trail.engine(), trail.accountId());
  CHECK(answer["origin"] == "stead.local/log/" + trail.accountId());
  const auto key = parseVkey(answer["vkey"].get<std::string>());
  REQUIRE(key);
  const auto opened = openCheckpoint(answer["checkpoint"].get<std::string>(), *key);
  CHECK(opened.failure.empty());
  CHECK(opened.checkpoint.size == 11);
  CHECK(opened.checkpoint.origin == answer["origin"]);
  CHECK(crypto::base64(opened.checkpoint.root) == answer["root"]);
  CHECK_THROWS_AS(checkpoint(trail.engine(), "0192f0c1-0000-7000-8000-000000000001"), Error);
}

TEST_CASE("Every entry of a stored trail can be proved, and growth too", "[audit]") {
  test::AuditTrail trail;
  Hash oldRoot{};
  for (const std::int64_t size : {7, 21}) {
    trail.fillTo(size);
    const Json head = checkpoint(trail.engine(), trail.accountId());
    const auto key = *parseVkey(head["vkey"].get<std::string>());
    for (std::int64_t index = 0; index < size; ++index) {
      const Json answer = inclusionProof(trail.engine(), trail.accountId(), index);
      const auto bytes = *crypto::fromBase64(answer["entry"].get<std::string>());
      CHECK(verifyTlogProof(answer["proof"].get<std::string>(), bytes, key).empty());
      CHECK(answer["index"] == index);
    }
    const Hash root = openCheckpoint(head["checkpoint"].get<std::string>(), key).checkpoint.root;
    if (size == 7) {
      oldRoot = root;
      continue;
    }
    Proof proof;
    const Json answer = consistencyProof(trail.engine(), trail.accountId(), 7, 21);
    for (const Json& text : answer["hashes"]) {
      const auto bytes = *crypto::fromBase64(text.get<std::string>());
      std::copy(bytes.begin(), bytes.end(), proof.emplace_back().begin());
    }
    CHECK(verifyConsistency(7, 21, oldRoot, root, proof));
  }
  CHECK_THROWS_AS(inclusionProof(trail.engine(), trail.accountId(), 21), Error);
  CHECK_THROWS_AS(inclusionProof(trail.engine(), trail.accountId(), -1), Error);
  CHECK_THROWS_AS(consistencyProof(trail.engine(), trail.accountId(), 3, 22), Error);
  CHECK_THROWS_AS(consistencyProof(trail.engine(), trail.accountId(), 4, 3), Error);
  CHECK(consistencyProof(trail.engine(), trail.accountId(), 0, 21)["hashes"].empty());
  CHECK(consistencyProof(trail.engine(), trail.accountId(), 21, 21)["hashes"].empty());
}

TEST_CASE("No proof is made from damaged hashes", "[audit]") {
  const auto codeOf = [](const std::function<void()>& act) {
    try {
      act();
    } catch (const Error& error) {
      return error.code();
    }
    return Code::internalError;
  };
  test::AuditTrail trail;
  trail.fillTo(21);
  trail.tamper("UPDATE audit_node SET hash = zeroblob(32) WHERE level = 1 AND idx = 2");
  CHECK(codeOf([&] { (void)inclusionProof(trail.engine(), trail.accountId(), 6); }) == Code::auditBroken);
  trail.tamper("DELETE FROM audit_node WHERE level = 1 AND idx = 2");
  CHECK(codeOf([&] { (void)inclusionProof(trail.engine(), trail.accountId(), 6); }) == Code::auditBroken);
  trail.tamper("UPDATE audit_head SET range = substr(range, 1, 64)");
  CHECK(codeOf([&] { (void)checkpoint(trail.engine(), trail.accountId()); }) == Code::auditBroken);
  CHECK(codeOf([&] { trail.append("test.more"); }) == Code::auditBroken);
}
