#include "documents/made_file.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "base/text.h"
#include "brands/brand_rules.h"
#include "brands/brand_store.h"
#include "documents/certificate.h"
#include "documents/document_rules.h"
#include "documents/document_store.h"
#include "documents/download.h"
#include "documents/finished.h"
#include "documents/zip_writer.h"

namespace stead::documents {
namespace {

constexpr const char* handedKind = "handed";

const char* kindName(MadeKind kind) {
  switch (kind) {
    case MadeKind::certificate:
      return "certificate";
    case MadeKind::combined:
      return "combined";
    case MadeKind::individually:
      break;
  }
  return "individually";
}

// A file that was made tells of one end of the document; an extended document ends anew.
std::int64_t endOf(const Document& document, std::int64_t now) {
  if (document.endedAt) return *document.endedAt;
  return statusAt(document, now) == DocumentStatus::expired ? document.expiresAt.value_or(0) : 0;
}

std::optional<StoredFile> findMade(Connection& db, AccountScope scope, std::int64_t documentRow, std::string_view kind,
                                   std::int64_t endedAt) {
  auto row = db.query(
      "SELECT f.id, m.name, f.sha256, f.size, f.type FROM document_made_file m JOIN file f ON f.id = m.file_id "
      "WHERE m.document_id = $2 AND m.kind = $3 AND m.ended_at = $4 AND f.account_id = $1",
      scope.account, documentRow, kind, endedAt);
  if (!row.step()) return std::nullopt;
  StoredFile file;
  file.row = row.integer(0);
  file.name = row.text(1);
  const ByteView hash = row.bytes(2);
  std::copy_n(hash.begin(), std::min(hash.size(), file.sha256.size()), file.sha256.begin());
  file.size = row.integer(3);
  file.type = row.text(4);
  return file;
}

void forget(Connection& db, std::int64_t documentRow, std::string_view kind) {
  db.run("DELETE FROM document_made_file WHERE document_id = $1 AND kind = $2", documentRow, kind);
}

struct Made {
  std::string name;
  FileType type = FileType::pdf;
  Bytes bytes;
};

SentFile factsOf(const Made& made) {
  SentFile file;
  file.name = made.name;
  file.sha256 = crypto::sha256(made.bytes);
  file.size = static_cast<std::int64_t>(made.bytes.size());
  file.type = made.type;
  return file;
}

SentFile stage(Engine& engine, AccountScope scope, Made made) {
  const SentFile file = factsOf(made);
  Upload upload;
  upload.files.push_back({made.name, std::move(made.bytes)});
  stageFiles(engine, scope, {file}, upload);
  return file;
}

// The first who made it wins: what others made beside him is swept.
void keep(UnitOfWork& work, std::int64_t documentRow, std::string_view kind, std::int64_t endedAt,
          const SentFile& file) {
  if (findMade(work.db, work.scope, documentRow, kind, endedAt)) return;
  forget(work.db, documentRow, kind);
  const auto changed = work.db.run(
      "INSERT INTO document_made_file (document_id, kind, file_id, name, ended_at) "
      "SELECT $2, $3, id, $4, $5 FROM file WHERE account_id = $1 AND sha256 = $6 AND complete = 1",
      work.scope.account, documentRow, kind, file.name, endedAt, file.sha256);
  if (changed != 1) throw Error(Code::storeBusy, "the finished file is not staged any more; ask again");
  work.db.run("UPDATE file SET used = 1 WHERE account_id = $1 AND sha256 = $2 AND used = 0", work.scope.account,
              file.sha256);
}

Loaded load(Connection& db, AccountScope scope, std::int64_t documentRow) {
  auto document = findDocument(db, scope, documentRow);
  if (!document) throw Error(Code::documentNotFound, "there is no such document any more");
  return {std::move(*document), partiesOf(db, scope, documentRow)};
}

// --- what is stamped ---

struct Frames {
  bool enabled = false, name = false, email = false, time = false;
};

Frames framesOf(Connection& db, AccountScope scope, std::int64_t documentRow) {
  const auto look = brands::lookOfDocument(db, scope, documentRow);
  if (!look) return {};
  const Json settings = parseStored(look->members).value("signatureFrameSettings", Json::object());
  const auto on = [&](const char* name) { return settings.value(name, false); };
  return {on("enableSignatureFrame"), on("showRecipientName"), on("showRecipientEmail"), on("showTimeStamp")};
}

std::string captionOf(const Frames& frames, const Party& signer) {
  if (!frames.enabled) return {};
  std::string caption;
  const auto add = [&](const std::string& text) { caption += (caption.empty() ? "" : ", ") + text; };
  if (frames.name) add(signer.name);
  if (frames.email) add(signer.email);
  if (frames.time && signer.doneAt) add(text::isoUtc(*signer.doneAt));
  return caption.empty() ? std::string("signed") : caption;
}

Stamp::Kind kindOf(const Field& field) {
  switch (field.type) {
    case FieldType::signature:
    case FieldType::initial:
      return Stamp::Kind::signature;
    case FieldType::checkBox:
      return Stamp::Kind::check;
    default:
      return Stamp::Kind::text;
  }
}

Stamp stampOf(const Field& field, std::string value, const std::string& caption) {
  Stamp stamp;
  stamp.kind = kindOf(field);
  stamp.page = field.page;
  stamp.x = field.x;
  stamp.y = field.y;
  stamp.width = field.width;
  stamp.height = field.height;
  stamp.text = std::move(value);
  const Json look = parseStored(field.look);
  if (const auto size = look.find("fontSize"); size != look.end() && size->is_number())
    stamp.fontSize = size->get<double>();
  if (field.type == FieldType::signature) stamp.caption = caption;
  return stamp;
}

std::vector<SignedFile> signedFiles(Connection& db, AccountScope scope, const Loaded& loaded) {
  std::vector<SignedFile> files;
  std::int64_t total = 0;
  for (const StoredFile& stored : filesOf(db, scope, loaded.document.row)) {
    total += stored.size;
    if (total > static_cast<std::int64_t>(limits::finishedBytesMax)) {
      throw Error(Code::tooLarge, "the files of the document are larger than " +
                                      std::to_string(limits::finishedBytesMax / 1024 / 1024) +
                                      " MB together; download them one by one");
    }
    files.push_back({stored.name, stored.type, readFile(db, scope, stored, 0, stored.size), {}});
  }
  const Frames frames = framesOf(db, scope, loaded.document.row);
  for (const StoredField& stored : fieldsOf(db, scope, loaded.document.row)) {
    const auto signer = std::find_if(loaded.parties.begin(), loaded.parties.end(),
                                     [&](const Party& party) { return party.row == stored.partyRow; });
    const Field field = readFieldSpec(stored.spec);
    const auto file = static_cast<std::size_t>(field.file);
    if (!stored.value || signer == loaded.parties.end() || file >= files.size()) continue;
    files[file].stamps.push_back(stampOf(field, *stored.value, captionOf(frames, *signer)));
  }
  return files;
}

bool takesCertificate(Connection& db, AccountScope scope, std::int64_t documentRow) {
  const auto look = brands::lookOfDocument(db, scope, documentRow);
  return look && brands::combinesAuditTrail(look->members);
}

// A name for a file that is handed out: what a file system might not take is left out.
std::string fileNameOf(const Document& document, std::string_view suffix) {
  std::string name;
  for (const char c : document.title) {
    const bool taken =
        static_cast<unsigned char>(c) < 0x20 || std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos;
    name += taken ? '_' : c;
  }
  return (name.empty() ? "document" : name) + std::string(suffix);
}

// --- making ---

// Facts are gathered in one snapshot, pages are drawn after it: drawing may take a while.
std::function<Made()> preparation(Engine& engine, Connection& db, AccountScope scope, const Loaded& loaded,
                                  MadeKind kind, std::int64_t now) {
  const Document& document = loaded.document;
  if (kind == MadeKind::certificate) {
    return [certificate = certificateOf(engine, db, scope, loaded, now),
            name = fileNameOf(document, " - audit certificate.pdf")] {
      return Made{name, FileType::pdf, drawCertificate(certificate)};
    };
  }
  const std::int64_t endedAt = endOf(document, now);
  if (const auto handed = findMade(db, scope, document.row, handedKind, endedAt)) {
    Bytes bytes = readFile(db, scope, *handed, 0, handed->size);
    if (kind == MadeKind::combined) {
      return [bytes = std::move(bytes), name = handed->name] { return Made{name, FileType::pdf, bytes}; };
    }
    return [bytes = std::move(bytes), inner = handed->name, name = fileNameOf(document, ".zip"), endedAt] {
      return Made{name, FileType::zip, writeZip({{inner, bytes}}, endedAt)};
    };
  }
  auto files = signedFiles(db, scope, loaded);
  if (kind == MadeKind::individually) {
    return [files = std::move(files), name = fileNameOf(document, ".zip"), endedAt] {
      return Made{name, FileType::zip, archive(files, endedAt)};
    };
  }
  std::optional<Certificate> certificate;
  if (takesCertificate(db, scope, document.row)) certificate = certificateOf(engine, db, scope, loaded, now);
  return [files = std::move(files), certificate, name = fileNameOf(document, ".pdf")] {
    return Made{name, FileType::pdf, combine(files, certificate ? drawCertificate(*certificate) : Bytes{})};
  };
}

}  // namespace

MadeKind readFinishedKind(RecordReader& in) {
  return in.word("format", {"Combined", "Individually"}) == "Individually" ? MadeKind::individually
                                                                           : MadeKind::combined;
}

std::optional<std::string> whyNotMade(const Document& document, MadeKind kind, std::int64_t now) {
  const DocumentStatus status = statusAt(document, now);
  const std::string is = std::string("the document is ") + documentStatusName(status);
  if (kind != MadeKind::certificate) {
    if (status == DocumentStatus::completed) return std::nullopt;
    return is + "; there is a finished document once every signer has signed";
  }
  const bool ended =
      status != DocumentStatus::draft && status != DocumentStatus::scheduled && status != DocumentStatus::inProgress;
  if (ended) return std::nullopt;
  return is + "; the certificate is made when it has ended, until then its history is told by document.auditLog";
}

Download readMade(Engine& engine, AccountScope scope, std::int64_t documentRow, MadeKind kind, std::int64_t offset,
                  std::int64_t max) {
  std::optional<StoredFile> file;
  std::function<Made()> make;
  std::int64_t endedAt = 0;
  engine.read(scope, [&](Connection& db, std::int64_t now) {
    const Loaded loaded = load(db, scope, documentRow);
    endedAt = endOf(loaded.document, now);
    file = findMade(db, scope, documentRow, kindName(kind), endedAt);
    if (!file) make = preparation(engine, db, scope, loaded, kind, now);
  });
  if (!file) {
    const SentFile staged = stage(engine, scope, make());
    engine.write(scope, [&](UnitOfWork& work) { keep(work, documentRow, kindName(kind), endedAt, staged); });
  }
  Download download;
  engine.read(scope, [&](Connection& db, std::int64_t /*now*/) {
    if (!file) file = findMade(db, scope, documentRow, kindName(kind), endedAt);
    if (!file) throw Error(Code::storeBusy, "the document changed while its file was made; ask again");
    download = readPart(db, scope, *file, offset, max);
  });
  return download;
}

void forgetWhatShows(Connection& db, AccountScope scope, std::int64_t auditIndex) {
  db.run(
      "DELETE FROM document_made_file WHERE kind IN ('certificate', 'combined') AND document_id IN "
      "(SELECT d.id FROM audit_entry e JOIN document d ON d.uid = e.subject AND d.account_id = e.account_id "
      "WHERE e.account_id = $1 AND e.idx = $2)",
      scope.account, auditIndex);
}

void keepHanded(Engine& engine, AccountScope scope, std::int64_t documentRow, std::string_view name, Bytes bytes,
                const std::function<void(UnitOfWork&, const Loaded&, const Hash&)>& record) {
  const SentFile staged = stage(engine, scope, {std::string(name), FileType::pdf, std::move(bytes)});
  engine.write(scope, [&](UnitOfWork& work) {
    const Loaded loaded = load(work.db, work.scope, documentRow);
    record(work, loaded, staged.sha256);
    for (const char* kind : {handedKind, kindName(MadeKind::combined), kindName(MadeKind::individually)}) {
      forget(work.db, documentRow, kind);
    }
    keep(work, documentRow, handedKind, endOf(loaded.document, work.now), staged);
  });
}

}  // namespace stead::documents
