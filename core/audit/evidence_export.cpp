#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "audit/audit_verbs.h"
#include "audit/evidence.h"
#include "audit/log_key.h"
#include "audit/trail_store.h"
#include "base/error.h"
#include "delegation/guard.h"
#include "documents/document_act.h"
#include "documents/document_store.h"
#include "identities/identity_store.h"

namespace stead::audit {
namespace {

constexpr std::string_view exportOperation = "audit.evidence";
constexpr std::string_view senderOperation = "document.auditLog";

// Admin and Auditor may have the evidence of any document; others that of documents whose audit log they may read.
void recordExport(UnitOfWork& work, const Session& session, const std::string& documentId) {
  const auto document = documents::findDocumentById(work.db, work.scope, documentId);
  if (!delegation::ask(work.db, work.now, session, exportOperation).allowed) {
    const auto ref = document ? std::optional(documents::refOf(*document)) : std::nullopt;
    const auto right = delegation::requireOnDocument(work, session, senderOperation, ref, documentId);
    work.audit(delegation::entryFor(session, right, exportOperation, "document", documentId));
    return;
  }
  const auto right = delegation::require(work, session, exportOperation, "document", documentId);
  audit::Entry entry = delegation::entryFor(session, right, exportOperation, "document", documentId);
  if (!document)
    documents::refuse(Code::documentNotFound, "there is no such document in the account", std::move(entry));
  work.audit(entry);
}

struct Picked {
  std::string bytes;
  Json entry;
};

// Gathers the parts from one snapshot.
class Collector {
 public:
  Collector(Connection& db, AccountScope scope, documents::Document document)
      : db_(db), scope_(scope), document_(std::move(document)) {}

  Json collect(const Engine& engine) {
    const Head head = loadHead(db_, scope_);
    size_ = head.range.size();
    const std::string origin = originOf(db_, scope_);
    const std::string note = signHead(engine, origin, head.range);
    pickDocument();
    Json evidence = {{"format", evidenceFormat}, {"documentId", document_.id},
                     {"origin", origin},         {"vkey", vkeyText(keyOf(engine, origin))},
                     {"checkpoint", note},       {"files", describeFiles()}};
    if (send_.authority == authorityName(Authority::grant)) evidence["consent"] = pickConsent();
    evidence["personal"] = pickPersonal();
    evidence["entries"] = proveEntries(head, note);
    return evidence;
  }

 private:
  // Entries about one subject, as `keep` chooses.
  template <class Keep>
  void pick(const std::string& subjectId, const Keep& keep) {
    auto rows =
        db_.query("SELECT idx, bytes FROM audit_entry WHERE account_id = $1 AND subject = $2 AND idx < $3 ORDER BY idx",
                  scope_.account, subjectId, size_);
    while (rows.step()) {
      Picked picked{std::string(textOf(rows.bytes(1))), {}};
      picked.entry = read(picked.bytes);
      if (keep(picked.entry)) picked_[rows.integer(0)] = std::move(picked);
    }
  }

  static Json read(std::string_view bytes) {
    auto entry = parseEntry(bytes);
    if (!entry) throw Error(Code::auditBroken, "an entry of the audit trail is damaged; verify the trail");
    return std::move(*entry);
  }

  void pickDocument() {
    bool sent = false;
    pick(document_.id, [&](const Json& entry) {
      if (auto facts = sendFactsIn(entry, document_.id)) {
        send_ = std::move(*facts);
        sent = true;
      }
      return isAbout(entry, "document", document_.id);
    });
    if (!sent) throw Error(Code::auditBroken, "the audit trail does not tell how the document was sent; verify it");
  }

  Json describeFiles() const {
    Json files = Json::array();
    for (const FileDetail& file : send_.files) {
      files.push_back({{"name", file.name}, {"sha256", crypto::hex(file.sha256)}, {"size", file.size}});
    }
    return files;
  }

  Json pickConsent() {
    const auto grant = document_.grantRow ? identities::findGrant(db_, scope_, *document_.grantRow) : std::nullopt;
    if (grant && grant->id == send_.grantId) {
      for (const auto& round : identities::roundsOf(db_, scope_, send_.principal)) {
        if (round.round != grant->consentRound || !round.shownText || !round.answeredAt) continue;
        pick(send_.principal, [&](const Json& entry) { return tellsOfConsent(entry, send_, round.round); });
        return {{"text", *round.shownText},
                {"textHash", crypto::hex(round.textHash.value_or(Bytes{}))},
                {"locale", round.locale.value_or("")},
                {"answeredAt", *round.answeredAt},
                {"round", round.round},
                {"grantId", grant->id}};
      }
    }
    throw Error(Code::auditBroken, "the consent the document was sent with is not in the store; restore a backup");
  }

  // Rows of the picked entries; where one was erased, the erasure joins the entries.
  Json pickPersonal() {
    Json rows = Json::array();
    std::map<std::int64_t, Picked> erasures;
    for (const auto& [index, picked] : picked_) {
      if (!picked.entry.contains("personal")) continue;
      if (const auto personal = findPersonal(db_, scope_, index)) {
        rows.push_back(
            {{"index", index}, {"salt", crypto::base64(personal->salt)}, {"fields", parseStored(personal->fields)}});
      } else if (const auto by = erasedBy(db_, scope_, index)) {
        const auto bytes = entryBytes(db_, scope_, *by);
        if (bytes) erasures[*by] = {*bytes, read(*bytes)};
      }
    }
    picked_.merge(erasures);
    return rows;
  }

  Json proveEntries(const Head& head, const std::string& note) {
    const NodeReader nodes = nodesOf(db_, scope_);
    const Hash root = head.range.root();
    Json entries = Json::array();
    for (const auto& [index, picked] : picked_) {
      const Proof path = audit::inclusionProof(nodes, index, size_);
      if (!verifyInclusion(leafHash(bytesOf(picked.bytes)), index, size_, path, root)) {
        throw Error(Code::auditBroken, "an entry of the document does not fit the audit trail; verify the trail");
      }
      entries.push_back({{"index", index},
                         {"entry", crypto::base64(bytesOf(picked.bytes))},
                         {"proof", writeTlogProof({index, path, note, false})}});
    }
    return entries;
  }

  Connection& db_;
  const AccountScope scope_;
  const documents::Document document_;
  std::int64_t size_ = 0;
  SendFacts send_;
  std::map<std::int64_t, Picked> picked_;
};

}  // namespace

std::string exportEvidence(Engine& engine, const Session& session, std::string_view documentId) {
  const std::string id = documents::readDocumentId(documentId);
  engine.write(session.scope, [&](UnitOfWork& work) { recordExport(work, session, id); });
  Json evidence;
  engine.read(session.scope, [&](Connection& db, std::int64_t /*now*/) {
    auto document = documents::findDocumentById(db, session.scope, id);
    if (!document) throw Error(Code::documentNotFound, "there is no such document");
    evidence = Collector(db, session.scope, std::move(*document)).collect(engine);
  });
  return writeJson(evidence);
}

}  // namespace stead::audit
