// Every verb and every code of a refusal must stand in some story at least once.
// Usage: conformance_completeness STORIES-FOLDER ERRORS-JSON HEADER
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "story.h"

namespace {

std::string slurp(const char* path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

// Every stead_…( of the header.
std::set<std::string> functionsOf(const std::string& header) {
  std::set<std::string> out;
  for (std::size_t at = 0; (at = header.find("stead_", at)) != std::string::npos;) {
    const std::size_t end = header.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", at);
    if (end != std::string::npos && header[end] == '(') out.insert(header.substr(at, end - at));
    at += 6;
  }
  return out;
}

// stead_document_behalf_list → document.behalfList; nothing for functions that are no verbs.
std::string verbOf(const std::string& function) {
  static const std::set<std::string> things{
      "account", "user",     "team",  "apiKey",    "identity",    "brand",  "owner", "document", "signer", "outbox",
      "audit",   "evidence", "grant", "operation", "consistency", "events", "mail",  "webhook",  "report"};
  std::string name = function.substr(6);
  if (name.rfind("api_key_", 0) == 0) name.replace(0, 8, "apiKey_");
  const auto split = name.find('_');
  if (split == std::string::npos || things.count(name.substr(0, split)) == 0) return {};
  std::string verb = name.substr(0, split) + ".";
  bool upper = false;
  for (const char c : name.substr(split + 1)) {
    if (c == '_') {
      upper = true;
    } else {
      verb += upper ? static_cast<char>(c - 'a' + 'A') : c;
      upper = false;
    }
  }
  return verb;
}

// Codes that a story on one healthy store cannot bring about, each with the tests that do.
const std::set<std::string>& elsewhere() {
  static const std::set<std::string> codes{
      // tests/capi
      "malformedRecord", "nullArgument", "closedHandle", "foreignHandle", "headerMismatch", "outOfMemory",
      // tests/unit/audit_*
      "malformedEvidence", "auditBroken",
      // tests/store and tests/unit
      "storeBusy", "storeFailed", "storeFull", "storeNewer", "storeOlder", "storeMoved", "storeForeign",
      "forkedProcess", "storeBehind", "storeContradicts", "backupExists", "secretMismatch", "testOptionOnRealStore",
      "internalError",
      // a link that is not his turn's is never mailed: tests/unit/documents_signer_test.cpp
      "signingOrder",
      // counts and sizes beyond a story: tests/unit/identities_creator_test.cpp, sending_request_test.cpp
      "tooMany", "tooLarge"};
  return codes;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  std::set<std::string> verbs;
  std::set<std::string> codes;
  for (const auto& story : conformance::stories(argv[1])) {
    const auto mentions = conformance::mentionsOf(story);
    verbs.insert(mentions.verbs.begin(), mentions.verbs.end());
    codes.insert(mentions.codes.begin(), mentions.codes.end());
  }
  int missing = 0;
  const std::string header = slurp(argv[3]);
  const std::set<std::string> known = functionsOf(header);
  if (known.size() < 50) {
    std::cout << "the header names only " << known.size() << " functions\n";
    ++missing;
  }
  for (const auto& name : known) {
    const std::string verb = verbOf(name);
    if (verb.empty() || verbs.count(verb) != 0) continue;
    std::cout << "no story calls " << verb << '\n';
    ++missing;
  }
  const auto table = nlohmann::json::parse(slurp(argv[2]));
  for (const auto& row : table.at("codes")) {
    const std::string code = row.at("code");
    const bool told = codes.count(code) != 0;
    if (!told && elsewhere().count(code) == 0) {
      std::cout << "no story ends in " << code << '\n';
      ++missing;
    }
  }
  std::cout << (missing == 0 ? "every verb and every code is in some story\n" : "");
  return missing == 0 ? 0 : 1;
}
