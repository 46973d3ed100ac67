// What belongs into a mail of completion: nothing of it lies in the outbox, the host fetches it while it delivers.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/json.h"
#include "brands/brand_rules.h"
#include "brands/brand_store.h"
#include "documents/document_store.h"
#include "documents/document_verbs.h"
#include "documents/download.h"
#include "documents/made_file.h"
#include "notifications/outbox_store.h"
#include "storage/cross_account.h"

namespace stead::documents {
namespace {

struct Attachment {
  AccountScope scope;
  std::int64_t documentRow = 0;
  MadeKind kind = MadeKind::combined;
};

[[noreturn]] void refuseMessage() {
  throw Error(Code::messageNotFound, "no message with this id is held under this lease; take it again");
}

notifications::Message heldMessage(Connection& db, const std::optional<crossAccount::MessagePlace>& place,
                                   std::int64_t lease) {
  if (!place || lease <= 0) refuseMessage();
  auto message = notifications::findMessage(db, place->scope, place->row);
  if (!message || message->lease != lease || message->state != "leased") refuseMessage();
  return std::move(*message);
}

// A Word document has no pages here, so it goes in an archive.
MadeKind formOf(Connection& db, AccountScope scope, std::int64_t documentRow) {
  const auto files = filesOf(db, scope, documentRow);
  const bool words =
      std::any_of(files.begin(), files.end(), [](const StoredFile& file) { return file.type == "docx"; });
  return words ? MadeKind::individually : MadeKind::combined;
}

std::vector<MadeKind> attachmentsOf(Connection& db, AccountScope scope, std::int64_t documentRow) {
  std::vector<MadeKind> kinds{formOf(db, scope, documentRow)};
  const auto look = brands::lookOfDocument(db, scope, documentRow);
  if (!look || !brands::excludesAuditTrail(look->members)) kinds.push_back(MadeKind::certificate);
  return kinds;
}

Attachment find(Connection& db, std::string_view messageId, std::int64_t lease, std::int64_t index) {
  const auto place = crossAccount::findMessage(db, messageId);
  const Json content = parseStored(heldMessage(db, place, lease).content);
  if (!content.value("attach", false)) throw Error(Code::fileNotFound, "this message has no attachments");
  const auto document = findDocumentById(db, place->scope, content.at("documentId").get<std::string>());
  if (!document) throw Error(Code::fileNotFound, "the document of this message is gone");
  const auto kinds = attachmentsOf(db, place->scope, document->row);
  if (index < 0 || index >= static_cast<std::int64_t>(kinds.size())) {
    throw Error(Code::fileNotFound, "this message has " + std::to_string(kinds.size()) + " attachments, from 0");
  }
  return {place->scope, document->row, kinds[static_cast<std::size_t>(index)]};
}

}  // namespace

Download outboxAttachment(Engine& engine, std::string_view messageId, std::int64_t lease, std::int64_t index,
                          std::int64_t offset, std::int64_t max) {
  requireRange(offset, max);
  Attachment attachment;
  engine.database().read([&](Connection& db) { attachment = find(db, messageId, lease, index); });
  return readMade(engine, attachment.scope, attachment.documentRow, attachment.kind, offset, max);
}

}  // namespace stead::documents
