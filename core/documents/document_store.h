// Rows of documents, their parties and fields.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "documents/document.h"
#include "storage/database.h"

namespace stead::documents {

[[nodiscard]] std::optional<Document> findDocument(Connection& db, AccountScope scope, std::int64_t row);
[[nodiscard]] std::optional<Document> findDocumentById(Connection& db, AccountScope scope, std::string_view id);
// The request as accepted; apart, because it may be large and few need it.
[[nodiscard]] std::string bodyOf(Connection& db, AccountScope scope, std::int64_t documentRow);
// Fills document.row.
void insertDocument(Connection& db, AccountScope scope, Document& document, std::string_view body);
// Writes every column that the lifecycle changes, version included (the caller has raised it).
void updateDocument(Connection& db, AccountScope scope, const Document& document);
// What `search` looks through, after somebody's name or address changed.
void renewSearchKey(Connection& db, AccountScope scope, Document& document, std::string key);

// In the order of the request, signers first.
[[nodiscard]] std::vector<Party> partiesOf(Connection& db, AccountScope scope, std::int64_t documentRow);
void insertParty(Connection& db, AccountScope scope, std::int64_t documentRow, Party& party);
// Writes everything but place, kind and words.
void updateParty(Connection& db, AccountScope scope, const Party& party);

[[nodiscard]] std::vector<StoredField> fieldsOf(Connection& db, AccountScope scope, std::int64_t documentRow);
void insertField(Connection& db, AccountScope scope, std::int64_t documentRow, std::int64_t ordinal,
                 const StoredField& field);
void setFieldSpec(Connection& db, AccountScope scope, std::int64_t fieldRow, std::string_view spec);
void setFieldValue(Connection& db, AccountScope scope, std::int64_t fieldRow, std::string_view value);

}  // namespace stead::documents
