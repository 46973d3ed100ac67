#include "inspection.h"

#include <stdexcept>

namespace stead::fault {
namespace {

constexpr struct {
  const char* what;
  const char* countOfBroken;
} wholes[] = {
    {"a document without its signer",
     "SELECT count(*) FROM document d WHERE NOT EXISTS (SELECT 1 FROM document_party p WHERE p.document_id = d.id)"},
    {"a document without its field",
     "SELECT count(*) FROM document d WHERE NOT EXISTS (SELECT 1 FROM document_field f WHERE f.document_id = d.id)"},
    {"a document without its file",
     "SELECT count(*) FROM document d WHERE NOT EXISTS (SELECT 1 FROM document_file f JOIN file ON file.id = f.file_id "
     "WHERE f.document_id = d.id AND file.complete = 1)"},
    {"a document without its entry",
     "SELECT count(*) FROM document d WHERE NOT EXISTS (SELECT 1 FROM audit_entry a WHERE a.account_id = d.account_id "
     "AND a.subject = d.uid AND a.operation = 'document.send')"},
    {"a sent entry without its document",
     "SELECT count(*) FROM audit_entry a WHERE a.operation = 'document.send' AND a.outcome = 'done' AND NOT EXISTS "
     "(SELECT 1 FROM document d WHERE d.uid = a.subject)"},
    {"a message without its event",
     "SELECT count(*) FROM outbox o WHERE NOT EXISTS (SELECT 1 FROM audit_entry a WHERE a.account_id = o.account_id "
     "AND a.idx = o.audit_index)"},
    {"a send without the message to its signer",
     "SELECT count(*) FROM audit_entry a WHERE a.operation = 'document.send' AND a.outcome = 'done' AND NOT EXISTS "
     "(SELECT 1 FROM outbox o WHERE o.account_id = a.account_id AND o.audit_index = a.idx)"},
    {"a revoked document without its entry",
     "SELECT count(*) FROM document d WHERE d.status = 'Revoked' AND NOT EXISTS (SELECT 1 FROM audit_entry a WHERE "
     "a.account_id = d.account_id AND a.subject = d.uid AND a.operation = 'document.revoke')"},
    {"a completed document with a signer who is not done",
     "SELECT count(*) FROM document d JOIN document_party p ON p.document_id = d.id "
     "WHERE d.status = 'Completed' AND p.kind = 'signer' AND p.status <> 'Completed'"},
    {"a verified identity without a living grant",
     "SELECT count(*) FROM identity i WHERE i.status = 'Verified' AND NOT EXISTS (SELECT 1 FROM \"grant\" g WHERE "
     "g.id = i.grant_id AND g.ended_at IS NULL)"},
    {"a living grant without its identity",
     "SELECT count(*) FROM \"grant\" g WHERE g.ended_at IS NULL AND NOT EXISTS (SELECT 1 FROM identity i WHERE "
     "i.grant_id = g.id AND i.status = 'Verified')"},
    {"an account without its Admin or its trail",
     "SELECT count(*) FROM account a WHERE NOT EXISTS (SELECT 1 FROM \"user\" u WHERE u.account_id = a.id) "
     "OR NOT EXISTS (SELECT 1 FROM audit_head h WHERE h.account_id = a.id)"},
    {"a head that is not the number of entries",
     "SELECT count(*) FROM audit_head h WHERE h.size <> (SELECT count(*) FROM audit_entry a WHERE a.account_id = "
     "h.account_id)"},
};

}  // namespace

Inspection::Inspection(const std::string& store) {
  sqlite3* db = nullptr;
  const int rc = sqlite3_open_v2(store.c_str(), &db, SQLITE_OPEN_READWRITE, nullptr);
  db_.reset(db);
  if (rc != SQLITE_OK) throw std::runtime_error("the store cannot be looked at");
  sqlite3_busy_timeout(db_.get(), 1000);
}

std::string Inspection::text(const std::string& sql, const std::string& parameter) const {
  sqlite3_stmt* prepared = nullptr;
  if (sqlite3_prepare_v2(db_.get(), sql.c_str(), -1, &prepared, nullptr) != SQLITE_OK) {
    throw std::runtime_error(std::string("inspecting: ") + sqlite3_errmsg(db_.get()));
  }
  const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement(prepared, sqlite3_finalize);
  if (!parameter.empty()) sqlite3_bind_text(statement.get(), 1, parameter.c_str(), -1, SQLITE_STATIC);
  const int rc = sqlite3_step(statement.get());
  if (rc == SQLITE_DONE) return "(none)";
  if (rc != SQLITE_ROW) throw std::runtime_error(std::string("inspecting: ") + sqlite3_errmsg(db_.get()));
  const auto* found = reinterpret_cast<const char*>(sqlite3_column_text(statement.get(), 0));
  return found == nullptr ? "" : found;
}

std::int64_t Inspection::number(const std::string& sql) const { return std::stoll(text(sql)); }

void Inspection::requireSound() const {
  if (const std::string found = text("PRAGMA integrity_check"); found != "ok") {
    throw std::runtime_error("the database is damaged: " + found);
  }
  if (const std::string found = text("PRAGMA foreign_key_check"); found != "(none)") {
    throw std::runtime_error("a row without the row it refers to, in " + found);
  }
}

void Inspection::requireNothingHalfDone() const {
  for (const auto& whole : wholes) {
    if (number(whole.countOfBroken) != 0) throw std::runtime_error(std::string("found ") + whole.what);
  }
}

void Inspection::requireNothingLost(const Acknowledged& acknowledged) const {
  for (const auto& [id, status] : acknowledged.documents) {
    const std::string found = text("SELECT status FROM document WHERE uid = ?1", id);
    const bool kept = found != "(none)" && (status == "InProgress" || found == status);
    if (!kept) throw std::runtime_error("the acknowledged " + status + " of document " + id + " is lost: " + found);
  }
  for (const auto& [id, state] : acknowledged.grants) {
    const std::string found = text("SELECT ended_at IS NULL FROM \"grant\" WHERE uid = ?1", id);
    const bool kept = found != "(none)" && (state == "living" || found == "0");
    if (!kept) throw std::runtime_error("the acknowledged " + state + " grant " + id + " is lost");
  }
  if (number("SELECT count(*) FROM audit_entry WHERE operation = 'identity.update' AND outcome = 'done'") <
      acknowledged.updates) {
    throw std::runtime_error("an acknowledged update is lost");
  }
}

}  // namespace stead::fault
