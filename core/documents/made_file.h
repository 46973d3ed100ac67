// Files that Stead makes of a document that has ended: made once, kept, and handed out by parts, so that all parts come
// from the same bytes.
#pragma once

#include <cstdint>

#include "base/record_reader.h"
#include "documents/document_act.h"
#include "documents/document_verbs.h"

namespace stead::documents {

enum class MadeKind { certificate, combined, individually };

// The member `format` of a request: "Combined", also when it is absent, or "Individually".
[[nodiscard]] MadeKind readFinishedKind(RecordReader& in);

// Why there is no such file of the document yet; nothing when it can be had: a certificate once it has ended, the
// finished document once it is Completed.
[[nodiscard]] std::optional<std::string> whyNotMade(const Document& document, MadeKind kind, std::int64_t now);

// Finds or makes the file and reads a part of it. Runs outside any unit of work.
[[nodiscard]] Download readMade(Engine& engine, AccountScope scope, std::int64_t documentRow, MadeKind kind,
                                std::int64_t offset, std::int64_t max);
// An entry of the trail lost its personal fields: what was made of its document and shows them is forgotten, and made
// anew without them when somebody asks.
void forgetWhatShows(Connection& db, AccountScope scope, std::int64_t auditIndex);
// Keeps a file that the host made as the finished document; what was made here before is forgotten.
void keepHanded(Engine& engine, AccountScope scope, std::int64_t documentRow, std::string_view name, Bytes bytes,
                const std::function<void(UnitOfWork&, const Loaded&, const Hash&)>& record);

}  // namespace stead::documents
