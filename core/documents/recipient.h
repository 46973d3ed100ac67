// Another person in a signer's place: by the sender (changeRecipient) or by the signer himself (reassign).
#pragma once

#include <string>

#include "base/record_reader.h"
#include "documents/document_act.h"

namespace stead::documents {

struct NewRecipient {
  std::string name;
  std::optional<Email> email;  // absent: the same person under another name
  std::string reason;
};

// What the change means for the news: who was asked before, and whether the new one is asked now.
struct Replaced {
  std::optional<notifications::Person> former;  // who had been asked, and is not any more
  bool asked = false;
};

// Throws a violation when somebody of the same order has the address already, or (`mustMove`) he has it himself.
Replaced replaceRecipient(UnitOfWork& work, Loaded& loaded, Party& signer, const NewRecipient& with,
                          std::string_view emailMember, bool mustMove);

}  // namespace stead::documents
