#include "notifications/outbox_store.h"

namespace stead::notifications {

void insertMessage(Connection& db, AccountScope scope, const NewMessage& message, std::int64_t now) {
  db.run(
      "INSERT INTO outbox (account_id, uid, audit_index, kind, receiver, content, state, not_before, created_at) "
      "VALUES ($1, $2, $3, $4, $5, $6, 'waiting', $7, $8) "
      "ON CONFLICT (account_id, audit_index, kind, receiver) DO NOTHING",
      scope.account, message.id, message.auditIndex, message.kind, message.receiver, message.content, message.notBefore,
      now);
}

std::string grantOfDocument(Connection& db, AccountScope scope, std::string_view documentId) {
  auto found = db.query("SELECT grant_uid FROM document WHERE uid = $2 AND account_id = $1", scope.account, documentId);
  return found.step() ? found.text(0) : std::string();
}

}  // namespace stead::notifications
