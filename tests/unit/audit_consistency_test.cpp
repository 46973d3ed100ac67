// That a log only grew between two checkpoints, told by nothing but the two, a proof and the keys.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "audit/audit_verbs.h"
#include "audit/consistency.h"
#include "base/error.h"
#include "support/audit_trail.h"

using namespace stead;
using namespace stead::audit;

namespace {

// "ok", or the check that failed.
std::string checked(const std::string& older, const std::string& newer, const std::string& proof,
                    const std::string& vkeys) {
  const Json answer = verifyConsistencyProof(older, newer, proof, vkeys);
  if (answer["ok"] == true) return answer.contains("broken") ? "ok, but broken" : "ok";
  if (answer["broken"]["text"].get<std::string>().empty()) return "without a text";
  return answer["broken"]["check"].get<std::string>();
}

// A trail of `size` entries, and its checkpoint at every size.
struct History {
  explicit History(std::int64_t size) {
    notes = {""};
    for (std::int64_t at = 1; at <= size; ++at) {
      if (at > 1) trail.append("test.step");
      const Json head = checkpoint(trail.engine(), trail.accountId());
      REQUIRE(head["size"] == at);
      notes.push_back(head["checkpoint"]);
      vkey = head["vkey"];
    }
  }
  std::string proof(std::int64_t from, std::int64_t to) {
    return consistencyProof(trail.engine(), trail.accountId(), from, to)["proof"];
  }

  test::AuditTrail trail;
  std::vector<std::string> notes;  // by size
  std::string vkey;
};

}  // namespace

TEST_CASE("Any two checkpoints of a log up to 64 entries are consistent, and no other two are", "[audit]") {
  constexpr std::int64_t last = 64;
  History log(last);
  for (std::int64_t to = 1; to <= last; ++to) {
    for (std::int64_t from = 1; from <= to; ++from) {
      const std::string proof = log.proof(from, to);
      const auto& older = log.notes[static_cast<std::size_t>(from)];
      const auto& newer = log.notes[static_cast<std::size_t>(to)];
      if (!proof.ends_with("\n\n" + newer)) FAIL("the proof of " << from << " in " << to << " has another checkpoint");
      if (checked(older, newer, proof, log.vkey) != "ok") FAIL(from << " in " << to);
      // Nothing else is proved by it: not the size before, not the one after.
      const auto& other = log.notes[static_cast<std::size_t>(from == 1 ? 2 : from - 1)];
      if (checked(other, newer, proof, log.vkey) == "ok") FAIL("another older one passes: " << from << " in " << to);
      if (to < last && checked(older, log.notes[static_cast<std::size_t>(to + 1)], proof, log.vkey) != "newer") {
        FAIL("another newer one passes: " << from << " in " << to);
      }
    }
  }
}

TEST_CASE("What does not fit between two checkpoints is named", "[audit]") {
  History log(21);
  const std::string proof = log.proof(7, 21);
  const auto& older = log.notes[7];
  const auto& newer = log.notes[21];
  const auto changed = [](std::string text, std::string_view what, std::string_view with) {
    return text.replace(text.find(what), what.size(), with);
  };
  // A log whose entry 3 was rewritten, hashes and all, before it went on.
  test::AuditTrail forked;
  for (int i = 1; i < 21; ++i) forked.append(i == 3 ? "test.other" : "test.step");
  const std::string forkedNote = checkpoint(forked.engine(), forked.accountId())["checkpoint"];
  const std::string forkedProof = consistencyProof(forked.engine(), forked.accountId(), 7, 21)["proof"];
  REQUIRE(forked.accountId() == log.trail.accountId());  // a test store repeats byte for byte

  const struct {
    const char* what;
    std::string older;
    std::string newer;
    std::string proof;
    std::string expected;
  } rows[] = {
      {"as it is", older, newer, proof, "ok"},
      {"the newer one inside the proof", older, "", proof, "ok"},
      {"another newer one", older, log.notes[20], proof, "newer"},
      {"another older one", log.notes[8], newer, proof, "proof"},
      {"the sizes changed places", newer, older, log.proof(7, 7), "size"},
      {"a rewritten past", older, forkedNote, forkedProof, "root"},
      {"no proof", older, newer, "", "proof"},
      {"another word", older, newer, changed(proof, "old", "was"), "proof"},
      {"a size with a zero before it", older, newer, changed(proof, "old 7", "old 07"), "proof"},
      {"another size", older, newer, changed(proof, "old 7", "old 8"), "proof"},
      {"no older one", "", newer, proof, "older"},
      {"a changed older one", changed(older, "\n7\n", "\n6\n"), newer, proof, "older"},
      {"a changed newer one", older, changed(newer, "\n21\n", "\n22\n"), proof, "newer"},
      {"a changed one in the proof", older, newer, changed(proof, "\n21\n", "\n22\n"), "newer"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    CHECK(checked(row.older, row.newer, row.proof, log.vkey) == row.expected);
  }
  CHECK_THROWS_AS(verifyConsistencyProof(older, newer, proof, ""), Error);
  CHECK_THROWS_AS(verifyConsistencyProof(older, newer, proof, "no key"), Error);
  std::string many;
  for (int i = 0; i < 17; ++i) many += log.vkey + "\n";
  CHECK_THROWS_AS(verifyConsistencyProof(older, newer, proof, many), Error);
  CHECK(checked(older, newer, proof, log.vkey + "\n") == "ok");
}

TEST_CASE("Checkpoints of two logs are never consistent, whoever signed them", "[audit]") {
  const Hash seed = crypto::sha256(bytesOf("a seed"));
  const Hash leaf = leafHash(bytesOf("entry"));
  const auto note = [&](const char* origin) { return signCheckpoint({origin, 1, leaf}, seed); };
  const std::vector<VerifierKey> keys = {verifierKey("log/one", crypto::ed25519PublicKey(seed)),
                                         verifierKey("log/two", crypto::ed25519PublicKey(seed))};
  CHECK(verifyGrowth(note("log/one"), "", writeGrowthProof({1, {}, note("log/one")}), keys).check.empty());
  CHECK(verifyGrowth(note("log/one"), "", writeGrowthProof({1, {}, note("log/two")}), keys).check == "origin");
  CHECK(verifyGrowth(note("log/one"), "", writeGrowthProof({1, {}, note("log/one")}), {}).check == "older");
}

TEST_CASE("No byte of a consistency proof can be changed unseen", "[audit]") {
  History log(21);
  const std::string proof = log.proof(7, 21);
  for (std::size_t i = 0; i < proof.size(); ++i) {
    for (const char with : {static_cast<char>(proof[i] ^ 1), static_cast<char>(proof[i] ^ 0x20), ' ', '\n'}) {
      std::string changed = proof;
      changed[i] = with;
      if (changed != proof && checked(log.notes[7], "", changed, log.vkey) == "ok") FAIL("byte " << i);
    }
  }
}

TEST_CASE("Proof texts are read as they are written, and nothing else is", "[audit]") {
  GrowthProof proof{3, {leafHash(bytesOf("a")), leafHash(bytesOf("b"))}, "a note\n"};
  const std::string text = writeGrowthProof(proof);
  CHECK(text == "old 3\n" + crypto::base64(proof.hashes[0]) + "\n" + crypto::base64(proof.hashes[1]) + "\n\na note\n");
  const auto read = parseGrowthProof(text);
  REQUIRE(read);
  CHECK(read->oldSize == 3);
  CHECK(read->hashes == proof.hashes);
  CHECK(read->checkpoint == "a note\n");
  CHECK(parseGrowthProof("old 0\n\nnote"));
  for (const char* bad :
       {"", "old", "old 1", "old 1\n", "old 1\nxx\n\nnote", "old 1\nAAAA\n\nnote", "old -1\n\nnote"}) {
    CAPTURE(bad);
    CHECK_FALSE(parseGrowthProof(bad));
  }
  proof.hashes.assign(64, Hash{});
  CHECK_FALSE(parseGrowthProof(writeGrowthProof(proof)));
  proof.hashes.resize(63);
  CHECK(parseGrowthProof(writeGrowthProof(proof)));
}

TEST_CASE("A trail is verified in parts as it is verified whole", "[audit]") {
  test::AuditTrail trail;
  trail.fillTo(2500);
  const Json whole = verify(trail.engine(), trail.accountId(), true);
  for (const std::int64_t max : {1, 7, 1000, 1024, 2499, 2500, 9000}) {
    std::int64_t from = max == 1 ? 2490 : 0;
    std::int64_t checked = from;
    for (;;) {
      const Json part =
          verifyPart(trail.engine(), trail.accountId(), {{"from", from}, {"max", max}, {"deep", max > 7}});
      CAPTURE(part.dump());
      REQUIRE(part["ok"] == true);
      checked += part["checked"].get<std::int64_t>();
      if (!part.contains("next")) {
        CHECK(part["root"] == whole["root"]);
        CHECK(part["to"] == 2500);
        break;
      }
      CHECK(part["next"] == from + max);
      from = part["next"];
    }
    CHECK(checked == 2500);
  }
  const auto brokenIn = [&](std::int64_t from, std::int64_t max) {
    const Json part = verifyPart(trail.engine(), trail.accountId(), {{"from", from}, {"max", max}});
    return part["ok"] == true ? std::string("ok") : part["broken"]["check"].get<std::string>();
  };
  trail.tamper("UPDATE audit_entry SET leaf = zeroblob(32) WHERE idx = 1500");
  CHECK(brokenIn(0, 1500) == "ok");
  CHECK(brokenIn(1400, 100) == "ok");
  CHECK(brokenIn(1400, 101) == "leaf");
  CHECK(brokenIn(1500, 1) == "leaf");
  trail.tamper("UPDATE audit_node SET hash = zeroblob(32) WHERE level = 10 AND idx = 0");
  CHECK(brokenIn(0, 1000) == "ok");
  CHECK(brokenIn(1000, 100) == "node");
  trail.tamper("DELETE FROM audit_node WHERE level = 10 AND idx = 0");
  CHECK(brokenIn(1024, 10) == "node");
  CHECK_THROWS_AS(verifyPart(trail.engine(), trail.accountId(), {{"from", 2500}}), Error);
}
