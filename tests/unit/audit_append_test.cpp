#include "audit/append.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "audit/canonical.h"
#include "audit/detail.h"
#include "audit/merkle.h"
#include "audit/stored_entry.h"
#include "base/error.h"
#include "support/audit_trail.h"

using namespace stead;
using namespace stead::audit;

TEST_CASE("The bytes of an entry are RFC 8785 JSON of the members the design names", "[audit]") {
  Entry entry;
  entry.actorKind = ActorKind::user;
  entry.actorId = "u1";
  entry.credential = "apiKey:k1";
  entry.principal = "i1";
  entry.authority = "grant";
  entry.grantId = "g1";
  entry.grantVersion = 3;
  entry.operation = "document.send";
  entry.subjectType = "document";
  entry.subjectId = "d1";
  entry.outcome = "refused";
  entry.reason = "consentRevoked";
  entry.detail = {{"title", std::string("A \"quoted\" \\ title\n\x01\x1F\x7F\b\t\f\r/ \xE2\x82\xAC\xF0\x9F\x98\x80")},
                  {"pages", std::int64_t{-12}},
                  {"files", std::vector<std::string>{"a", "b"}},
                  {"metaData", Pairs{{"key, with \"", "v"}, {"k2", ""}}},
                  {"none", std::vector<std::string>{}},
                  {"noPairs", Pairs{}}};
  Hash personal{};
  personal.fill(0xAB);
  const std::string expected =
      R"({"actor":{"credential":"apiKey:k1","id":"u1","kind":"user"},"at":1795000000000,"authority":"grant",)"
      R"("detail":{"files":["a","b"],"metaData":[["key, with \"","v"],["k2",""]],"noPairs":[],"none":[],"pages":-12,)"
      R"("title":"A \"quoted\" \\ title\n\u0001\u001f)"
      "\x7F"
      R"(\b\t\f\r/ )"
      "\xE2\x82\xAC\xF0\x9F\x98\x80"
      R"("},"grantId":"g1","grantVersion":3,"operation":"document.send","outcome":"refused","personal":")"
      "abababababababababababababababababababababababababababababababab"
      R"(","principal":"i1","reason":"consentRevoked","subject":{"id":"d1","type":"document"},"v":1})";
  CHECK(canonicalEntry(entry, 1795000000000, personal) == expected);
  CHECK(parseEntry(expected).has_value());
  CHECK(personalHashIn(expected) == personal);
}

TEST_CASE("What is empty is left out of an entry", "[audit]") {
  Entry entry;
  entry.operation = "account.create";
  entry.subjectType = "account";
  entry.subjectId = "a1";
  CHECK(
      canonicalEntry(entry, 0, std::nullopt) ==
      R"({"actor":{"kind":"system"},"at":0,"operation":"account.create","outcome":"done","subject":{"id":"a1","type":"account"},"v":1})");
  CHECK(canonicalPersonal({}).empty());
  CHECK(canonicalPersonal({{"ip", std::string()}, {"email", std::string()}}).empty());
  CHECK(canonicalPersonal(
            {{"name", std::string("Hank White")}, {"email", std::string("h@x.yz")}, {"ip", std::string()}}) ==
        R"({"email":"h@x.yz","name":"Hank White"})");
  // SHA-256 of the bytes 00 01 and then of the text "{}".
  const std::uint8_t salt[] = {0, 1};
  const std::uint8_t salted[] = {0, 1, '{', '}'};
  CHECK(personalHash(salt, "{}") == crypto::sha256(ByteView(salted)));
}

TEST_CASE("What has no canonical form is refused", "[audit]") {
  const Fields bad[] = {{{"n", std::int64_t{1} << 53}},
                        {{"n", -(std::int64_t{1} << 53)}},
                        {{"t", std::string("\xFF")}},
                        {{"t", std::string("a")}, {"t", std::string("b")}},
                        {{"personal", std::string("x")}}};
  for (const Fields& fields : bad) {
    Entry entry;
    entry.operation = "test";
    entry.detail = fields;
    CHECK_THROWS_AS(canonicalEntry(entry, 1, std::nullopt), Error);
  }
  Entry largest;
  largest.detail = {{"n", (std::int64_t{1} << 53) - 1}};
  CHECK(canonicalEntry(largest, 1, std::nullopt).find("9007199254740991") != std::string::npos);
}

TEST_CASE("Members are found without parsing, whatever people write", "[audit]") {
  Entry entry;
  entry.operation = "identity.update";
  entry.detail = {{"text", std::string(R"(,"personal":"00)")}, {"other", std::string(R"(,"operation":"audit.erase")")}};
  CHECK_FALSE(personalHashIn(canonicalEntry(entry, 1, std::nullopt)));
  CHECK_FALSE(looksLikeErasure(canonicalEntry(entry, 1, std::nullopt)));
  Hash hash{};
  hash.fill(7);
  CHECK(personalHashIn(canonicalEntry(entry, 1, hash)) == hash);
  entry.operation = "audit.erase";
  CHECK(looksLikeErasure(canonicalEntry(entry, 1, std::nullopt)));
}

TEST_CASE("Only canonical entries of a known version are read", "[audit]") {
  const std::string good = R"({"at":1,"v":1})";
  CHECK(parseEntry(good));
  for (const char* bad :
       {R"({"at":1,"v":2})", R"({"at":1})", R"({"v":1,"at":1})", R"({"at":1, "v":1})", R"({"at":1,"at":1,"v":1})",
        R"([1])", "", "{", R"({"at":1.0,"v":1})", R"({"at":1,"v":"1"})"}) {
    CAPTURE(bad);
    CHECK_FALSE(parseEntry(bad));
  }
}

TEST_CASE("Erased rows are named as spans", "[audit]") {
  CHECK(writeSpans({}).empty());
  CHECK(writeSpans({3, 5, 6, 7, 9, 10}) == std::vector<std::string>{"3", "5-7", "9-10"});
  Entry entry;
  entry.operation = "audit.erase";
  entry.detail = {{erasedMember, writeSpans({3, 5, 6, 7})}};
  const auto spans = erasedSpans(canonicalEntry(entry, 1, std::nullopt));
  REQUIRE(spans);
  for (const std::int64_t index : {3, 5, 6, 7}) CHECK(contains(*spans, index));
  for (const std::int64_t index : {2, 4, 8}) CHECK_FALSE(contains(*spans, index));
  entry.outcome = "refused";
  CHECK_FALSE(erasedSpans(canonicalEntry(entry, 1, std::nullopt)));
}

TEST_CASE("A file in a detail is read as it was written", "[audit]") {
  const Hash hash = crypto::sha256(bytesOf("pdf"));
  const auto file = readFileDetail(fileDetail("my contract 2.pdf", hash, 1234));
  REQUIRE(file);
  CHECK(file->name == "my contract 2.pdf");
  CHECK(file->sha256 == hash);
  CHECK(file->size == 1234);
  const std::string hex = crypto::hex(hash);
  CHECK(fileDetail("a", hash, 1) == hex + " 1 a");
  for (const std::string& bad : {hex, hex + " ", hex + " 1", hex + " 01 a", hex + " x a", "g" + hex.substr(1) + " 1 a",
                                 hex + "1 1 a", std::string()}) {
    CAPTURE(bad);
    CHECK_FALSE(readFileDetail(bad));
  }
}

TEST_CASE("Appending keeps leaf, nodes and head in step", "[audit]") {
  test::AuditTrail trail;  // its creation wrote entry 0
  trail.fillTo(37);
  CompactRange expected;
  trail.engine().database().read([&](Connection& db) {
    auto rows = db.prepare("SELECT bytes, leaf FROM audit_entry ORDER BY idx");
    while (rows.step()) {
      const Hash leaf = leafHash(rows.bytes(0));
      CHECK(textOf(rows.bytes(1)) == textOf(leaf));
      for (const TreeNode& node : expected.append(leaf)) {
        auto stored = db.query("SELECT hash FROM audit_node WHERE level = $1 AND idx = $2", node.level, node.index);
        REQUIRE(stored.step());
        CHECK(textOf(stored.bytes(0)) == textOf(node.hash));
      }
    }
    auto head = db.prepare("SELECT size, range, last_at FROM audit_head");
    REQUIRE(head.step());
    CHECK(head.integer(0) == 37);
    CHECK(textOf(head.bytes(1)) == textOf(expected.bytes()));
    CHECK(head.integer(2) == test::AuditTrail::startMs);
    auto nodes = db.prepare("SELECT count(*) FROM audit_node");
    REQUIRE(nodes.step());
    CHECK(nodes.integer(0) == 18 + 9 + 4 + 2 + 1);
  });
  CHECK(expected.size() == 37);
}

TEST_CASE("Time never runs backwards in a trail", "[audit]") {
  test::AuditTrail trail;
  trail.engine().setTestClock(test::AuditTrail::startMs + 1000);
  trail.append("test.later");
  trail.engine().setTestClock(test::AuditTrail::startMs);
  trail.append("test.clockWentBack");
  CHECK(trail.value("SELECT CAST(at AS TEXT) FROM audit_entry ORDER BY idx DESC LIMIT 1") ==
        std::to_string(test::AuditTrail::startMs + 1000));
  trail.engine().database().write([&](Connection& db) {
    CHECK(lastAt(db, trail.scope()) == test::AuditTrail::startMs + 1000);
    CHECK(lastAt(db, {4711}) == 0);
    Entry entry;
    entry.operation = "test.past";
    CHECK_THROWS_AS(append(db, trail.scope(), test::AuditTrail::startMs, trail.engine().ids(), entry), Error);
  });
}

TEST_CASE("Salt keeps equal fields from having equal hashes", "[audit]") {
  test::AuditTrail trail;
  trail.append("test.one", "hankwhite@cubeflakes.com");
  trail.append("test.two", "hankwhite@cubeflakes.com");
  const std::string one = trail.value("SELECT bytes FROM audit_entry WHERE operation = 'test.one'");
  const std::string two = trail.value("SELECT bytes FROM audit_entry WHERE operation = 'test.two'");
  REQUIRE(personalHashIn(one));
  CHECK(*personalHashIn(one) != *personalHashIn(two));
  CHECK(one.find("hankwhite") == std::string::npos);
  CHECK(trail.value("SELECT salt FROM audit_personal ORDER BY idx DESC LIMIT 1").size() == 16);
}

TEST_CASE("The store refuses to change the trail", "[audit]") {
  test::AuditTrail trail;
  trail.fillTo(6);
  for (const char* sql : {
           "UPDATE audit_entry SET outcome = 'done' WHERE idx = 0",
           "UPDATE audit_entry SET bytes = x'00'",
           "DELETE FROM audit_entry WHERE idx = 5",
           "PRAGMA recursive_triggers=ON; REPLACE INTO audit_entry SELECT * FROM audit_entry WHERE idx = 1",
           "UPDATE audit_node SET hash = x'00'",
           "DELETE FROM audit_node",
           "PRAGMA recursive_triggers=ON; REPLACE INTO audit_node SELECT * FROM audit_node",
           "UPDATE audit_personal SET fields = '{}'",
           "REPLACE INTO audit_personal SELECT account_id, idx, salt, '{}' FROM audit_personal",
           "UPDATE audit_head SET size = size - 1",
           "UPDATE audit_head SET last_at = 0",
           "DELETE FROM audit_head",
           "PRAGMA recursive_triggers=ON; REPLACE INTO audit_head SELECT * FROM audit_head",
       }) {
    CAPTURE(sql);
    CHECK_THROWS(trail.raw(sql));
  }
  CHECK_NOTHROW(trail.raw("DELETE FROM audit_personal WHERE idx = 0"));
}
