#include "audit/note.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "audit/checkpoint.h"
#include "base/error.h"
#include "engine/options.h"

using namespace stead;
using namespace stead::audit;

namespace {

constexpr std::string_view vectorKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
const std::string vectorText = "This is an example message.\n";
const std::string vectorSignature =
    "\xE2\x80\x94 example.com/foo "
    "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
const std::string vectorNote = vectorText + "\n" + vectorSignature;

NoteCheck check(std::string_view note, const VerifierKey& key) {
  Note opened;
  return openNote(note, std::span(&key, 1), opened);
}

Hash seedOf(std::uint8_t byte) {
  Hash seed{};
  seed.fill(byte);
  return seed;
}

// A signature line as some other key would make it.
std::string foreignLine(std::string_view name) {
  const std::string note = signNote(vectorText, name, seedOf(9));
  return note.substr(note.find("\n\n") + 2);
}

}  // namespace

TEST_CASE("The test vector of signed notes is accepted", "[audit]") {
  const auto key = parseVkey(vectorKey);
  REQUIRE(key);
  CHECK(key->name == "example.com/foo");
  CHECK(key->id == 0x530d903aU);
  CHECK(vkeyText(*key) == vectorKey);
  Note note;
  CHECK(openNote(vectorNote, std::span(&*key, 1), note) == NoteCheck::good);
  CHECK(note.text == vectorText);
}

TEST_CASE("Signed notes are read by the rules of the spec", "[audit]") {
  const auto key = *parseVkey(vectorKey);
  std::string twoTexts = vectorText + "\n" + vectorNote;  // an empty line inside the text
  std::string many = vectorText + "\n";
  for (int i = 0; i < 15; ++i) many += foreignLine("witness.example/" + std::to_string(i));
  many += vectorSignature;
  std::string tooMany = vectorNote;
  for (std::size_t i = 0; i < noteSignaturesMax; ++i) tooMany += foreignLine("witness.example/w");
  std::string changed = vectorNote;
  changed[0] = 't';
  std::string badSignature = vectorNote;
  badSignature[vectorText.size() + 40] ^= 1;
  const struct {
    std::string what;
    std::string note;
    NoteCheck expected;
  } rows[] = {
      {"as given", vectorNote, NoteCheck::good},
      {"changed text", changed, NoteCheck::badSignature},
      {"changed signature", badSignature, NoteCheck::badSignature},
      {"the text ends at the last empty line", twoTexts, NoteCheck::badSignature},
      {"16 signatures", many, NoteCheck::good},
      {"too many signatures", tooMany, NoteCheck::malformed},
      {"unknown key beside the known one", vectorNote + foreignLine("other.example/log"), NoteCheck::good},
      {"only an unknown key", vectorText + "\n" + foreignLine("other.example/log"), NoteCheck::unsigned_},
      {"same name, another key", vectorText + "\n" + foreignLine("example.com/foo"), NoteCheck::unsigned_},
      {"good and bad signature of the known key", vectorNote + badSignature.substr(vectorText.size() + 1),
       NoteCheck::badSignature},
      {"no signature", vectorText + "\n", NoteCheck::malformed},
      {"no empty line", vectorText + vectorSignature, NoteCheck::malformed},
      {"no final LF", vectorNote.substr(0, vectorNote.size() - 1), NoteCheck::malformed},
      {"a hyphen for the dash", vectorText + "\n-" + vectorSignature.substr(3), NoteCheck::malformed},
      {"no key name", vectorText + "\n\xE2\x80\x94 " + vectorSignature.substr(20), NoteCheck::malformed},
      {"carriage return", "This is an example message.\r\n\n" + vectorSignature, NoteCheck::malformed},
      {"not UTF-8", "\xFF" + vectorNote, NoteCheck::malformed},
      {"empty", "", NoteCheck::malformed},
      {"key id without signature", vectorText + "\n\xE2\x80\x94 example.com/foo Uw2QOg==\n", NoteCheck::malformed},
      {"white space in base64", vectorNote.substr(0, vectorNote.size() - 1) + " \n", NoteCheck::malformed},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    CHECK(check(row.note, key) == row.expected);
  }
}

TEST_CASE("A note we sign is verified by its vkey and by no other", "[audit]") {
  const std::string name = "stead.local/log/0192f0c1-0000-7000-8000-000000000001";
  const std::string text = "first line\n\nthird \xE2\x82\xAC line\n";
  const std::string note = signNote(text, name, seedOf(1));
  const auto key = verifierKey(name, crypto::ed25519PublicKey(seedOf(1)));
  Note opened;
  CHECK(openNote(note, std::span(&key, 1), opened) == NoteCheck::good);
  CHECK(opened.text == text);
  CHECK(check(note, verifierKey(name, crypto::ed25519PublicKey(seedOf(2)))) == NoteCheck::unsigned_);
  for (std::size_t i = 0; i < note.size(); ++i) {
    std::string changed = note;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    CAPTURE(i);
    CHECK(check(changed, key) != NoteCheck::good);
  }
  CHECK_THROWS(signNote("no line end", name, seedOf(1)));
  CHECK_THROWS(signNote("tab\t\n", name, seedOf(1)));
  CHECK_THROWS(signNote(text, "a b", seedOf(1)));
}

TEST_CASE("Verifier keys that are not right to the last letter are refused", "[audit]") {
  const std::string good(vectorKey);
  for (const std::string& bad :
       {std::string(), std::string("example.com/foo"), std::string("example.com/foo+530d903a"), "x" + good,
        good.substr(0, good.size() - 1), good + "A", "example.com/foo+530d903b" + good.substr(24),
        "example.com/foo+530d903" + good.substr(24), "example.com/foo+530D903A" + good.substr(24), good.substr(15),
        "example.com/foo+530d903a+" + crypto::base64(Bytes(33, 0x02))}) {
    CAPTURE(bad);
    CHECK_FALSE(parseVkey(bad));
  }
  for (const char* origin : {"", "a b", "a+b", "a\xC2\xA0", "a\n"}) {
    CAPTURE(origin);
    CHECK_THROWS_AS(readOptions("store.db", {{"logOrigin", origin}}), Error);
  }
  CHECK(readOptions("store.db", {{"logOrigin", "cubeflakes.com/log"}}).logOrigin == "cubeflakes.com/log");
  CHECK_FALSE(isKeyName(""));
  CHECK_FALSE(isKeyName("a b"));
  CHECK_FALSE(isKeyName("a\xC2\xA0"));
  CHECK_FALSE(isKeyName("a+b"));
  CHECK(
      isKeyName("b\xC3\xBC"
                "cher.example/log"));
}

TEST_CASE("Checkpoint texts have three lines, and the origin is the key's name", "[audit]") {
  const Checkpoint checkpoint{"stead.local/log/1", 1234, leafHash(bytesOf("x"))};
  const std::string text = checkpointText(checkpoint);
  CHECK(text == "stead.local/log/1\n1234\n" + crypto::base64(checkpoint.root) + "\n");
  const std::string root = crypto::base64(checkpoint.root);
  const struct {
    std::string text;
    bool ok;
  } rows[] = {{text, true},
              {text + "extension\n", true},
              {text + "extension", false},
              {text + "\n", false},
              {"\n1234\n" + root + "\n", false},
              {"o\n01234\n" + root + "\n", false},
              {"o\n-1\n" + root + "\n", false},
              {"o\n+1\n" + root + "\n", false},
              {"o\n\n" + root + "\n", false},
              {"o\n99999999999999999999\n" + root + "\n", false},
              {"o\n0\n" + root + "\n", true},
              {"o\n1\n" + root, false},
              {"o\n1\n" + root.substr(4) + "\n", false},
              {"o\n1\n", false},
              {"", false}};
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(parseCheckpointText(row.text).has_value() == row.ok);
  }

  const auto key = verifierKey("stead.local/log/1", crypto::ed25519PublicKey(seedOf(3)));
  const auto opened = openCheckpoint(signCheckpoint(checkpoint, seedOf(3)), key);
  CHECK(opened.failure.empty());
  CHECK(opened.checkpoint.size == 1234);
  CHECK(opened.checkpoint.root == checkpoint.root);
  const std::string foreign = signNote("other.example/log\n1\n" + root + "\n", "stead.local/log/1", seedOf(3));
  CHECK_FALSE(openCheckpoint(foreign, key).failure.empty());
  CHECK_FALSE(openCheckpoint(signNote("hello\n", "stead.local/log/1", seedOf(3)), key).failure.empty());
}

TEST_CASE("A tlog-proof leads from the entry to the signed root", "[audit]") {
  const std::string entries[] = {"a", "b", "c", "d", "e"};
  std::vector<std::vector<Hash>> levels(3);
  CompactRange range;
  for (const auto& entry : entries) {
    levels[0].push_back(leafHash(bytesOf(entry)));
    for (const auto& node : range.append(levels[0].back())) {
      levels[static_cast<std::size_t>(node.level)].push_back(node.hash);
    }
  }
  const auto nodes = [&](int level, std::int64_t index) {
    return levels.at(static_cast<std::size_t>(level)).at(static_cast<std::size_t>(index));
  };
  const std::string origin = "stead.local/log/1";
  const auto key = verifierKey(origin, crypto::ed25519PublicKey(seedOf(4)));
  const std::string note = signCheckpoint({origin, 5, range.root()}, seedOf(4));
  const std::string proof = writeTlogProof({2, inclusionProof(nodes, 2, 5), note, false});
  CHECK(proof == "c2sp.org/tlog-proof@v1\nindex 2\n" + crypto::base64(levels[0][3]) + "\n" +
                     crypto::base64(levels[1][0]) + "\n" + crypto::base64(levels[0][4]) + "\n\n" + note);
  CHECK(verifyTlogProof(proof, bytesOf("c"), key).empty());
  CHECK_FALSE(verifyTlogProof(proof, bytesOf("d"), key).empty());

  std::string withExtra = proof;
  withExtra.insert(withExtra.find("index"), "extra AAAA\n");
  CHECK(verifyTlogProof(withExtra, bytesOf("c"), key).empty());
  CHECK(parseTlogProof(withExtra)->hasExtra);
  for (const std::string& bad :
       {proof.substr(1), "c2sp.org/tlog-proof@v1\nindex 02\n" + proof.substr(proof.find("2\n") + 2),
        "c2sp.org/tlog-proof@v1\n\n" + note, std::string("c2sp.org/tlog-proof@v1\nindex 2\nAAAA\n\n") + note,
        std::string("c2sp.org/tlog-proof@v1\nindex 2\n"), std::string()}) {
    CAPTURE(bad);
    CHECK_FALSE(parseTlogProof(bad));
    CHECK_FALSE(verifyTlogProof(bad, bytesOf("c"), key).empty());
  }
  for (std::size_t i = 0; i < proof.size(); ++i) {
    std::string changed = proof;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    CAPTURE(i);
    CHECK_FALSE(verifyTlogProof(changed, bytesOf("c"), key).empty());
  }
}
