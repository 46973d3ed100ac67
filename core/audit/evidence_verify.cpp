#include <algorithm>
#include <initializer_list>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "audit/audit_verbs.h"
#include "audit/canonical.h"
#include "audit/checkpoint.h"
#include "audit/evidence.h"
#include "base/error.h"
#include "base/text.h"

namespace stead::audit {
namespace {

constexpr std::size_t evidenceBytesMax = std::size_t{256} * 1024 * 1024;
constexpr int evidenceDepthMax = 16;

[[noreturn]] void refuse(const std::string& why) { throw Error(Code::malformedEvidence, why); }

// The first check that failed.
struct Failure {
  std::string check;
  std::optional<std::int64_t> index;
  std::string text;
};

[[noreturn]] void fail(std::string_view check, std::string text) {
  throw Failure{std::string(check), std::nullopt, std::move(text)};
}
[[noreturn]] void failEntry(std::string_view check, std::int64_t index, const std::string& text) {
  throw Failure{std::string(check), index, "entry " + std::to_string(index) + ": " + text};
}

Json parseEvidence(std::string_view bytes) {
  if (bytes.size() > evidenceBytesMax) refuse("the evidence is too large");
  if (!text::isUtf8(bytes)) refuse("the evidence is not UTF-8");
  const auto watchDepth = [](int depth, Json::parse_event_t /*event*/, Json& /*value*/) {
    if (depth > evidenceDepthMax) refuse("the evidence is nested too deeply");
    return true;
  };
  Json evidence = Json::parse(bytes, watchDepth, false);
  if (evidence.is_discarded() || !evidence.is_object() || textAt(evidence, {"format"}) != evidenceFormat) {
    refuse(std::string("the bytes are no evidence file of format ") + evidenceFormat);
  }
  return evidence;
}

// Exactly these members: what nobody checks must not be there to be believed.
void requireMembers(const Json& object, const std::string& what, std::initializer_list<const char*> names) {
  if (!object.is_object()) fail("format", what + " is not an object");
  for (const char* name : names) {
    if (!object.contains(name)) fail("format", what + " lacks the member \"" + name + "\"");
  }
  for (const auto& member : object.items()) {
    const bool known = std::any_of(names.begin(), names.end(), [&](const char* name) { return member.key() == name; });
    if (!known) fail("format", what + " has the unknown member \"" + member.key() + "\"");
  }
}

const std::string& textOfMember(const Json& object, const char* name) {
  const Json& value = object.at(name);
  if (!value.is_string()) fail("format", std::string("the member \"") + name + "\" is not text");
  return value.get_ref<const std::string&>();
}

std::int64_t integerOfMember(const Json& object, const char* name) {
  const Json& value = object.at(name);
  if (!value.is_number_integer() || value.get<std::int64_t>() < 0) {
    fail("format", std::string("the member \"") + name + "\" is not a whole number");
  }
  return value.get<std::int64_t>();
}

const Json& arrayOfMember(const Json& object, const char* name) {
  const Json& value = object.at(name);
  if (!value.is_array()) fail("format", std::string("the member \"") + name + "\" is not a list");
  return value;
}

class EvidenceVerifier {
 public:
  EvidenceVerifier(const Json& evidence, std::string_view bytes, std::string_view vkey, const VerifierKey& key)
      : evidence_(evidence), bytes_(bytes), vkey_(vkey), key_(key) {}

  void run() {
    verifyForm();
    verifyCheckpoint();
    for (const Json& row : arrayOfMember(evidence_, "entries")) readEntry(row);
    verifyPersonal();
    readSend();
    verifyConcern();
    verifyFiles();
    verifyConsent();
  }

  [[nodiscard]] const Checkpoint& checkpoint() const noexcept { return checkpoint_; }

 private:
  struct Read {
    Json entry;
    std::string bytes;
  };

  void verifyForm() {
    if (evidence_.contains("consent")) {
      requireMembers(
          evidence_, "the evidence",
          {"format", "documentId", "origin", "vkey", "checkpoint", "entries", "personal", "files", "consent"});
    } else {
      requireMembers(evidence_, "the evidence",
                     {"format", "documentId", "origin", "vkey", "checkpoint", "entries", "personal", "files"});
    }
    if (writeJson(evidence_) != bytes_) fail("format", "the file is not in the form it was written in");
  }

  void verifyCheckpoint() {
    if (textOfMember(evidence_, "vkey") != vkey_) fail("vkey", "the file was made with another key than the given one");
    if (textOfMember(evidence_, "origin") != key_.name) fail("origin", "the file is of another log than the key");
    auto opened = openCheckpoint(textOfMember(evidence_, "checkpoint"), key_);
    if (!opened.failure.empty()) fail("checkpoint", opened.failure);
    checkpoint_ = std::move(opened.checkpoint);
  }

  void readEntry(const Json& row) {
    requireMembers(row, "an entry", {"index", "entry", "proof"});
    const std::int64_t index = integerOfMember(row, "index");
    if (!entries_.empty() && index <= entries_.rbegin()->first) failEntry("entry", index, "it is out of order");
    const auto bytes = crypto::fromBase64(textOfMember(row, "entry"));
    if (!bytes) failEntry("entry", index, "its bytes are not base64");
    verifyProof(index, *bytes, textOfMember(row, "proof"));
    auto entry = parseEntry(textOf(*bytes));
    if (!entry) failEntry("entry", index, "its bytes are not a canonical entry");
    entries_[index] = {std::move(*entry), std::string(textOf(*bytes))};
  }

  void verifyProof(std::int64_t index, ByteView bytes, const std::string& text) const {
    const auto proof = parseTlogProof(text);
    if (!proof || proof->hasExtra || writeTlogProof(*proof) != text) {
      failEntry("proof", index, "its proof is not a tlog-proof as Stead writes it");
    }
    if (proof->index != index) failEntry("proof", index, "its proof is of entry " + std::to_string(proof->index));
    if (proof->checkpoint != textOfMember(evidence_, "checkpoint")) {
      failEntry("proof", index, "its proof rests on another checkpoint");
    }
    if (!verifyInclusion(leafHash(bytes), index, checkpoint_.size, proof->hashes, checkpoint_.root)) {
      failEntry("proof", index, "its bytes and its proof do not lead to the root of the checkpoint");
    }
  }

  void verifyPersonal() {
    std::set<std::int64_t> shown;
    for (const Json& row : arrayOfMember(evidence_, "personal")) {
      requireMembers(row, "a row of personal fields", {"index", "salt", "fields"});
      const std::int64_t index = integerOfMember(row, "index");
      if (!shown.empty() && index <= *shown.rbegin()) failEntry("personal", index, "its fields are out of order");
      shown.insert(index);
      verifyFields(index, row);
    }
    for (const auto& [index, read] : entries_) {
      if (!personalHashIn(read.bytes) || shown.contains(index)) continue;
      if (!isErased(index)) failEntry("personal", index, "its personal fields are missing and no entry erased them");
    }
  }

  void verifyFields(std::int64_t index, const Json& row) const {
    const auto found = entries_.find(index);
    if (found == entries_.end()) failEntry("personal", index, "there are personal fields, but no entry");
    const auto claimed = personalHashIn(found->second.bytes);
    const auto salt = crypto::fromBase64(textOfMember(row, "salt"));
    if (!claimed || !salt || !row.at("fields").is_object() ||
        personalHash(*salt, writeJson(row.at("fields"))) != *claimed) {
      failEntry("personal", index, "the personal fields are not those it was made with");
    }
    if (isErased(index)) failEntry("personal", index, "its personal fields are there, though they were erased");
  }

  [[nodiscard]] bool isErased(std::int64_t index) const {
    for (auto later = entries_.upper_bound(index); later != entries_.end(); ++later) {
      const auto spans = erasedSpans(later->second.bytes);
      if (spans && contains(*spans, index)) return true;
    }
    return false;
  }

  void readSend() {
    const std::string& documentId = textOfMember(evidence_, "documentId");
    bool sent = false;
    for (const auto& [index, read] : entries_) {
      auto facts = sendFactsIn(read.entry, documentId);
      if (!facts) continue;
      send_ = std::move(*facts);
      sent = true;
    }
    if (!sent) fail("document", "no entry tells how the document was sent");
  }

  void verifyConcern() const {
    const std::string& documentId = textOfMember(evidence_, "documentId");
    for (const auto& [index, read] : entries_) {
      if (isAbout(read.entry, "document", documentId)) continue;
      if (!send_.grantId.empty() && isAbout(read.entry, "identity", send_.principal)) continue;
      if (erasesShown(read.bytes)) continue;
      failEntry("entry", index, "it concerns neither the document nor the consent it was sent with");
    }
  }

  [[nodiscard]] bool erasesShown(std::string_view bytes) const {
    const auto spans = erasedSpans(bytes);
    return spans && std::any_of(entries_.begin(), entries_.end(),
                                [&](const auto& other) { return contains(*spans, other.first); });
  }

  void verifyFiles() const {
    const Json& files = arrayOfMember(evidence_, "files");
    if (files.size() != send_.files.size()) fail("file", "the number of files is not that of the send");
    for (std::size_t i = 0; i < files.size(); ++i) {
      requireMembers(files[i], "a file", {"name", "sha256", "size"});
      const FileDetail& sent = send_.files[i];
      if (textOfMember(files[i], "name") != sent.name || textOfMember(files[i], "sha256") != crypto::hex(sent.sha256) ||
          integerOfMember(files[i], "size") != sent.size) {
        fail("file", "file " + std::to_string(i + 1) + " is not the one that was sent");
      }
    }
  }

  void verifyConsent() const {
    const bool byGrant = send_.authority == "grant";
    if (byGrant != evidence_.contains("consent")) {
      fail("consent", byGrant ? "the document was sent by a grant, but the consent is missing"
                              : "there is a consent, but the document was not sent by a grant");
    }
    if (!byGrant) return;
    const Json& consent = evidence_.at("consent");
    requireMembers(consent, "the consent", {"text", "textHash", "locale", "answeredAt", "round", "grantId"});
    const std::string hash = crypto::hex(crypto::sha256(bytesOf(textOfMember(consent, "text"))));
    if (textOfMember(consent, "textHash") != hash) fail("consent", "the consent text does not give its hash");
    if (textOfMember(consent, "grantId") != send_.grantId) fail("consent", "the consent is of another grant");
    for (const auto& [index, read] : entries_) {
      if (isApproval(read.entry, consent)) return;
    }
    fail("consent", "no entry of the owner approves this text, round, locale and time");
  }

  [[nodiscard]] bool isApproval(const Json& entry, const Json& consent) const {
    return isAbout(entry, "identity", send_.principal) && textAt(entry, {"operation"}) == approveOperation &&
           textAt(entry, {"outcome"}) == "done" && textAt(entry, {"grantId"}) == send_.grantId &&
           textAt(entry, {"detail", textHashMember}) == textOfMember(consent, "textHash") &&
           textAt(entry, {"detail", localeMember}) == textOfMember(consent, "locale") &&
           integerAt(entry, {"detail", roundMember}) == integerOfMember(consent, "round") &&
           integerAt(entry, {"at"}) == integerOfMember(consent, "answeredAt");
  }

  const Json& evidence_;
  const std::string_view bytes_;
  const std::string_view vkey_;
  const VerifierKey& key_;
  Checkpoint checkpoint_;
  std::map<std::int64_t, Read> entries_;
  SendFacts send_;
};

}  // namespace

Json verifyEvidence(std::string_view evidence, std::string_view vkey) {
  const auto key = parseVkey(vkey);
  if (!key) refuse("the verifier key is not a vkey (name+id+key)");
  const Json parsed = parseEvidence(evidence);
  Json answer = {{"ok", true}, {"documentId", textAt(parsed, {"documentId"})}, {"origin", textAt(parsed, {"origin"})}};
  EvidenceVerifier verifier(parsed, evidence, vkey, *key);
  try {
    verifier.run();
  } catch (const Failure& failure) {
    answer["ok"] = false;
    answer["broken"] = {{"check", failure.check}, {"text", failure.text}};
    if (failure.index) answer["broken"]["index"] = *failure.index;
  }
  answer["size"] = verifier.checkpoint().size;
  const auto entries = parsed.find("entries");
  answer["entries"] = entries != parsed.end() && entries->is_array() ? entries->size() : std::size_t{0};
  return answer;
}

}  // namespace stead::audit
