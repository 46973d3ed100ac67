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

}  // namespace stead::notifications
