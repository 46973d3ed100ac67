#include "documents/named_signer.h"

#include <algorithm>

#include "base/limits.h"
#include "documents/document_rules.h"

namespace stead::documents {
namespace {

bool isMeant(const Party& party, const NamedSigner& named) {
  if (!isSigner(party)) return false;
  if (named.id) return party.id == *named.id;
  return party.emailKey == named.email->key && (!named.order || party.order == *named.order);
}

}  // namespace

NamedSigner readNamedSigner(RecordReader& in) {
  NamedSigner named;
  named.id = in.guid("signerId");
  named.email = in.email("signerEmail", false);
  named.order = in.integer("signerOrder", 1, limits::signerOrderMax);
  const auto given = [&](std::string_view name) { return in.has(name) && !in.isNull(name); };
  if (given("signerId") == given("signerEmail")) {
    in.violation("signerId", "name the signer by signerId, or by signerEmail and signerOrder");
  } else if (given("signerId") && given("signerOrder")) {
    in.violation("signerOrder", "goes with signerEmail; signerId names the signer already");
  }
  return named;
}

Party& findNamed(std::vector<Party>& parties, const NamedSigner& named) {
  const auto meant = [&](const Party& party) { return isMeant(party, named); };
  const auto found = std::find_if(parties.begin(), parties.end(), meant);
  if (found == parties.end()) {
    throw Error(Code::signerNotFound, "the document has no such signer; its record lists them");
  }
  if (std::find_if(found + 1, parties.end(), meant) != parties.end()) {
    throw fieldError(Code::invalidRecord, "/signerOrder", "several signers have this address; say which by signerId");
  }
  return *found;
}

}  // namespace stead::documents
