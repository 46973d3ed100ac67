// What remains of a document: its finished form and its certificate.
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "base/record_reader.h"
#include "documents/document_act.h"
#include "documents/document_store.h"
#include "documents/document_verbs.h"
#include "documents/download.h"
#include "documents/file_type.h"
#include "documents/made_file.h"
#include "storage/cross_account.h"

namespace stead::documents {
namespace {

// The call with offset 0 is audited; each part is decided anew.
Download downloadMade(Engine& engine, const Session& session, std::string_view operation, std::string_view documentId,
                      MadeKind kind, std::int64_t offset, std::int64_t max) {
  const std::string id = readDocumentId(documentId);
  requireRange(offset, max);
  std::int64_t row = 0;
  if (offset == 0) {
    engine.write(session.scope, [&](UnitOfWork& work) {
      const Act act = openAct(work, session, operation, id);
      audit::Entry entry = entryOf(session, act, operation);
      if (const auto why = whyNotMade(act.document, kind, work.now)) refuse(Code::wrongState, *why, std::move(entry));
      entry.detail.emplace_back("as", kind == MadeKind::certificate    ? "certificate"
                                      : kind == MadeKind::individually ? "Individually"
                                                                       : "Combined");
      work.audit(entry);
      row = act.document.row;
    });
  } else {
    engine.read(session.scope, [&](Connection& db, std::int64_t now) {
      const Act act = openForRead(db, now, session, operation, id);
      if (const auto why = whyNotMade(act.document, kind, now)) throw Error(Code::wrongState, *why);
      row = act.document.row;
    });
  }
  return readMade(engine, session.scope, row, kind, offset, max);
}

// The one PDF of the upload.
const UploadFile& readHanded(const Upload& upload) {
  if (upload.files.size() != 1) {
    throw fieldError(Code::invalidRecord, "/files", "hand in the finished document as one PDF");
  }
  const UploadFile& file = upload.files.front();
  if (file.bytes.size() > limits::fileBytesMax) throw fieldError(Code::tooLarge, "/files/0", "is larger than 25 MB");
  try {
    if (tellFile(file.bytes).type == FileType::pdf) return file;
  } catch (const Error& problem) {
    throw fieldError(problem.code(), "/files/0", file.name + " " + problem.text());
  }
  throw fieldError(Code::malformedFile, "/files/0", file.name + " is no PDF");
}

}  // namespace

Download certificate(Engine& engine, const Session& session, std::string_view documentId, std::int64_t offset,
                     std::int64_t max) {
  return downloadMade(engine, session, "document.auditLog", documentId, MadeKind::certificate, offset, max);
}

Download finished(Engine& engine, const Session& session, std::string_view documentId, const Json& request,
                  std::int64_t offset, std::int64_t max) {
  Violations violations;
  RecordReader in(request, violations);
  const MadeKind kind = readFinishedKind(in);
  in.refuseUnknown();
  violations.throwIfAny();
  return downloadMade(engine, session, "document.download", documentId, kind, offset, max);
}

Json finish(Engine& engine, std::string_view documentId, const Upload& upload) {
  const std::string id = readDocumentId(documentId);
  const UploadFile& file = readHanded(upload);
  std::optional<crossAccount::DocumentPlace> place;
  engine.database().read([&](Connection& db) { place = crossAccount::findDocument(db, id); });
  if (!place) throw Error(Code::documentNotFound, "the store has no document with this id");
  Json answer;
  keepHanded(engine, place->scope, place->documentRow, file.name, file.bytes,
             [&](UnitOfWork& work, const Loaded& loaded, const Hash& sha256) {
               audit::Entry entry;
               entry.actorKind = audit::ActorKind::host;
               entry.operation = "document.finish";
               entry.subjectType = "document";
               entry.subjectId = id;
               if (const auto why = whyNotMade(loaded.document, MadeKind::combined, work.now)) {
                 refuse(Code::wrongState, *why, std::move(entry));
               }
               entry.detail.emplace_back("file", crypto::hex(sha256));
               work.audit(entry);
               answer = {{"id", id},
                         {"file",
                          {{"name", file.name},
                           {"type", "pdf"},
                           {"size", static_cast<std::int64_t>(file.bytes.size())},
                           {"sha256", crypto::hex(sha256)}}}};
             });
  return answer;
}

}  // namespace stead::documents
