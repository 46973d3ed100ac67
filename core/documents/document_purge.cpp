#include "documents/document_purge.h"

#include "documents/document_list_store.h"
#include "storage/text_search.h"

namespace stead::documents {
namespace {

// A file without a document has a day to find another; then the sweep takes it.
void releaseFiles(UnitOfWork& work, std::int64_t documentRow) {
  work.db.run(
      "UPDATE file SET used = 0, staged_at = $3 WHERE account_id = $1 "
      "AND id IN (SELECT file_id FROM document_file WHERE document_id = $2) "
      "AND NOT EXISTS (SELECT 1 FROM document_file o WHERE o.file_id = file.id AND o.document_id <> $2) "
      "AND NOT EXISTS (SELECT 1 FROM document_made_file m WHERE m.file_id = file.id AND m.document_id <> $2)",
      work.scope.account, documentRow, work.now);
  work.db.run("DELETE FROM document_file WHERE document_id = $1", documentRow);
}

}  // namespace

void purgeDocument(UnitOfWork& work, const Document& document) {
  uncountPurged(work.db, work.scope, document);
  textSearch::remove(work.db, work.scope, {document.row, document.holderRow, document.searchKey});
  releaseFiles(work, document.row);
  work.db.run("DELETE FROM document_field WHERE document_id = $2 AND account_id = $1", work.scope.account,
              document.row);
  work.db.run("DELETE FROM document_party WHERE document_id = $2 AND account_id = $1", work.scope.account,
              document.row);
  work.db.run("DELETE FROM document WHERE id = $2 AND account_id = $1", work.scope.account, document.row);
}

}  // namespace stead::documents
