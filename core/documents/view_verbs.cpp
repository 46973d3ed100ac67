// Looking at a document: its record, its files, its audit log.
#include <nlohmann/json.hpp>

#include "audit/audit_verbs.h"
#include "base/json.h"
#include "documents/describe.h"
#include "documents/document_act.h"
#include "documents/document_verbs.h"
#include "documents/download.h"

namespace stead::documents {

Json get(Engine& engine, const Session& session, std::string_view documentId) {
  const std::string id = readDocumentId(documentId);
  Json answer;
  engine.read(session.scope, [&](Connection& db, std::int64_t now) {
    const Act act = openForRead(db, now, session, "document.view", id);
    answer = describeWhole(db, session.scope, act.document, act.parties, now);
  });
  return answer;
}

Download downloadFile(Engine& engine, const Session& session, std::string_view documentId, std::int64_t fileIndex,
                      std::int64_t offset, std::int64_t max) {
  constexpr std::string_view operation = "document.download";
  const std::string id = readDocumentId(documentId);
  requireRange(offset, max);
  StoredFile file;
  if (offset == 0) {
    engine.write(session.scope, [&](UnitOfWork& work) {
      const Act act = openAct(work, session, operation, id);
      file = fileAt(work.db, work.scope, act.document.row, fileIndex);
      audit::Entry entry = entryOf(session, act, operation);
      entry.detail.emplace_back("file", crypto::hex(file.sha256));
      work.audit(entry);
    });
  }
  Download download;
  engine.read(session.scope, [&](Connection& db, std::int64_t now) {
    if (offset > 0) {
      const Act act = openForRead(db, now, session, operation, id);
      file = fileAt(db, session.scope, act.document.row, fileIndex);
    }
    download = readPart(db, session.scope, file, offset, max);
  });
  return download;
}

Json auditLog(Engine& engine, const Session& session, std::string_view documentId) {
  constexpr std::string_view operation = "document.auditLog";
  const std::string id = readDocumentId(documentId);
  Json answer;
  engine.write(session.scope, [&](UnitOfWork& work) {
    const Act act = openAct(work, session, operation, id);
    work.audit(entryOf(session, act, operation));
    answer = {{"documentId", id}, {"title", act.document.title}, {"entries", describeHistory(work.db, work.scope, id)}};
  });
  // Signed after the commit: it covers every entry above.
  answer["checkpoint"] = audit::checkpoint(engine, session.accountId)["checkpoint"];
  return answer;
}

}  // namespace stead::documents
