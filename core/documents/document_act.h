// What the verbs on an existing document share: loading it, deciding, the entry of the act, the news of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "delegation/guard.h"
#include "documents/document.h"
#include "documents/file_store.h"
#include "notifications/plan.h"

namespace stead::documents {

// A document with its parties; parties[i] is news.signers[i] as long as it is a signer.
struct Loaded {
  Document document;
  std::vector<Party> parties;
};

// A decided act of a user on a document.
struct Act : Loaded {
  delegation::Right right;
};

// Lower-case GUID form; throws Code::malformedArgument.
[[nodiscard]] std::string readDocumentId(std::string_view text);
[[nodiscard]] delegation::DocumentRef refOf(const Document& document) noexcept;

// Loads and decides; throws Refusal. Without a document that the actor may know of: Code::documentNotFound.
[[nodiscard]] Act openAct(UnitOfWork& work, const Session& session, std::string_view operation,
                          std::string_view documentId);
// The same for reads: nothing is audited.
[[nodiscard]] Act openForRead(Connection& db, std::int64_t now, const Session& session, std::string_view operation,
                              std::string_view documentId);

// The entry of the act, with the actor's name and address as personal fields.
[[nodiscard]] audit::Entry entryOf(const Session& session, const Act& act, std::string_view operation);
// Throws the refusal of an act that was decided but is not possible now.
[[noreturn]] void refuse(Code code, std::string text, audit::Entry entry);
// The same for an act that the state of the document forbids.
[[noreturn]] void refuseState(const Session& session, const Act& act, std::string_view operation, std::int64_t now);
// {id, + right}: how the answer of every act begins.
[[nodiscard]] Json answerOf(const Session& session, const Act& act);
// Writes a change: activity now, one version more.
void touch(UnitOfWork& work, Document& document);
// Throws Code::versionMoved when the caller read another version.
void requireVersion(const Document& document, std::optional<std::int64_t> version);

// The news of `event`, to be planned. `right`: of the act that caused it, so that nobody is loaded twice.
[[nodiscard]] notifications::DocumentNews newsOf(Connection& db, AccountScope scope, const Loaded& loaded,
                                                 notifications::DocumentEvent event,
                                                 const delegation::Right* right = nullptr);

// Marks the signers whose turn this event made it.
void markNowInvited(notifications::DocumentNews& news, const std::vector<std::size_t>& signers);

// For the detail of entries.
[[nodiscard]] std::vector<std::string> fileDetails(const std::vector<StoredFile>& files);
[[nodiscard]] std::vector<std::string> signerIdsOf(const std::vector<Party>& parties);

}  // namespace stead::documents
