// What the verbs of a signer share: who bears the link, the document as he stands before it, and whether he may act.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/record_reader.h"
#include "documents/document_act.h"
#include "documents/document_rules.h"

namespace stead::documents {

// What every act brings beside its own members.
struct Bearer {
  std::optional<std::string> accessCode;
  std::string ip;
  std::string userAgent;
};
[[nodiscard]] Bearer readBearer(RecordReader& in);
[[nodiscard]] Bearer readOnlyBearer(const Json& request);

// A document as one of its signers stands before it.
struct SignerCase : Loaded {
  std::size_t place = 0;  // of the signer among the parties
  [[nodiscard]] Party& signer() { return parties[place]; }
};

[[nodiscard]] audit::Entry entryOf(const SignerCase& act, std::string_view operation, const Bearer& bearer);
// {documentId, signerId, status}: how the answer of a signer's act begins.
[[nodiscard]] Json answerOf(const SignerCase& act);

// One act of a signer: his link, his turn and his code are checked, then `body` runs in the same unit of work.
void actAsSigner(Engine& engine, std::string_view token, const Bearer& bearer, std::string_view operation,
                 SignerAct kind, const std::function<void(UnitOfWork&, SignerCase&)>& body);

}  // namespace stead::documents
