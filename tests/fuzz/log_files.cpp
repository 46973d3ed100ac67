// What a log hands out and other people hand back: verifier keys, signed notes, checkpoints, proofs. What is read is
// written as it was, and nothing is true that was not signed.
#include "audit/checkpoint.h"

#include <array>

#include "audit/merkle.h"
#include "audit/note.h"
#include "support.h"

using namespace stead;
using namespace stead::audit;
using stead_fuzz::hold;

namespace {

constexpr const char* origin = "stead.local/log/cubeflakes";
constexpr std::array<std::string_view, 3> leaves{"one", "two", "three"};

Hash seed() {
  Hash seed{};
  seed.fill(7);
  return seed;
}

Hash nodeOfLog(int level, std::int64_t index) {
  const auto leaf = [](std::int64_t at) { return leafHash(bytesOf(leaves.at(static_cast<std::size_t>(at)))); };
  return level == 0 ? leaf(index) : nodeHash(leaf(2 * index), leaf(2 * index + 1));
}

// A log of three entries, its key and its head as it was signed.
struct Log {
  VerifierKey key = verifierKey(origin, crypto::ed25519PublicKey(seed()));
  Checkpoint head{origin, 3, rootOf(nodeOfLog, 0, 3)};
  std::string signedHead = signCheckpoint(head, seed());
};

const Log& log() {
  static const Log log;
  return log;
}

void key(std::string_view text) {
  const auto key = parseVkey(text);
  if (key) hold(vkeyText(*key) == text, "a key is written as it was read");
}

void note(std::string_view text) {
  const auto read = parseNote(text);
  if (read)
    hold(text.starts_with(read->text) && !read->signatures.empty() && read->signatures.size() <= noteSignaturesMax,
         "a note is its text and its signatures");
  Note opened;
  const std::array known{log().key};
  if (openNote(text, known, opened) == NoteCheck::good)
    hold(opened.text == checkpointText(log().head), "only what was signed is good");
}

void checkpoint(std::string_view text) {
  const auto read = parseCheckpointText(text);
  if (read) hold(text.starts_with(checkpointText(*read)), "a checkpoint is written as it was read");
  const OpenedCheckpoint opened = openCheckpoint(text, log().key);
  if (opened.failure.empty())
    hold(opened.checkpoint.root == log().head.root && opened.checkpoint.size == 3, "only the signed head opens");
}

// "$head" stands for the signed note, so that proofs reach beyond its signature.
void proof(std::string text) {
  if (const auto at = text.find("$head"); at != std::string::npos) text.replace(at, 5, log().signedHead);
  const auto read = parseTlogProof(text);
  if (read && !read->hasExtra) hold(writeTlogProof(*read) == text, "a proof is written as it was read");
  hold(!verifyTlogProof(text, bytesOf("four"), log().key).empty(), "no proof shows what is not in the log");
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    if (verifyTlogProof(text, bytesOf(leaves[i]), log().key).empty())
      hold(read && read->index == static_cast<std::int64_t>(i), "an entry is in its place only");
  }
}

void hashes(stead_fuzz::Input& input) {
  const std::int64_t from = input.integer();
  const std::int64_t to = input.integer();
  Proof proof;
  while (!input.empty()) {
    Hash hash{};
    for (auto& byte : hash) byte = input.byte();
    proof.push_back(hash);
  }
  const Hash foreign = leafHash(bytesOf("four"));
  hold(!verifyInclusion(foreign, from, to, proof, log().head.root), "no hashes show what is not in the log");
  if (from == to) return;
  hold(from == 0 || !verifyConsistency(from, to, foreign, log().head.root, proof), "no hashes make a foreign past");
  (void)CompactRange::read(to, bytesOf(input.rest()));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  stead_fuzz::Input input(data, size);
  switch (input.byte()) {
    case 'k':
      key(input.rest());
      break;
    case 'n':
      note(input.rest());
      break;
    case 'c':
      checkpoint(input.rest());
      break;
    case 'h':
      hashes(input);
      break;
    default:
      proof(std::string(input.rest()));
  }
  return 0;
}
