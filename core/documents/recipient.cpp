#include "documents/recipient.h"

#include <algorithm>

#include "documents/document_rules.h"
#include "documents/document_store.h"
#include "people/user_store.h"

namespace stead::documents {
namespace {

void requireFree(const std::vector<Party>& parties, const Party& signer, const Email& email, std::string_view member) {
  const bool taken = std::any_of(parties.begin(), parties.end(), [&](const Party& other) {
    return isSigner(other) && other.row != signer.row && other.emailKey == email.key && other.order == signer.order;
  });
  if (taken) {
    throw fieldError(Code::invalidRecord, "/" + std::string(member),
                     "another signer has this address with the same signerOrder");
  }
}

// Nothing of the one before is the new one's: neither his link nor that he looked or could not be reached.
void forgetFormer(Party& signer) {
  ++signer.linkRound;
  signer.viewedAt.reset();
  signer.deliveryFailedAt.reset();
  signer.accessFailures = 0;
}

}  // namespace

Replaced replaceRecipient(UnitOfWork& work, Loaded& loaded, Party& signer, const NewRecipient& with,
                          std::string_view emailMember, bool mustMove) {
  Replaced replaced;
  const bool moves = with.email && with.email->key != signer.emailKey;
  if (mustMove && !moves) {
    throw fieldError(Code::invalidRecord, "/" + std::string(emailMember), "must be the address of somebody else");
  }
  if (moves) {
    requireFree(loaded.parties, signer, *with.email, emailMember);
    replaced.asked = signer.invitedAt.has_value();
    if (replaced.asked) {
      replaced.former = notifications::Person{signer.name, signer.email, signer.emailKey, signer.locale};
      signer.invitedAt = work.now;
    }
    signer.email = with.email->address;
    signer.emailKey = with.email->key;
    forgetFormer(signer);
  }
  signer.name = with.name;
  updateParty(work.db, work.scope, signer);
  const auto sender = people::findUser(work.db, work.scope, loaded.document.actorRow);
  renewSearchKey(work.db, work.scope, loaded.document,
                 searchKeyOf(loaded.document, loaded.parties, sender ? sender->email : std::string()));
  return replaced;
}

}  // namespace stead::documents
