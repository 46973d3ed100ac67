#include "notifications/event_store.h"

#include "base/crypto.h"

namespace stead::notifications {
namespace {

Statement entriesOf(Connection& db, AccountScope scope, const FeedReader& reader, std::int64_t after,
                    std::int64_t until) {
  if (reader.seesAll) {
    return db.query("SELECT idx, bytes FROM audit_entry WHERE account_id = $1 AND idx > $2 AND idx <= $3 ORDER BY idx",
                    scope.account, after, until);
  }
  // Identities that were deleted are still known by their rounds of consent.
  return db.query(
      "SELECT e.idx, e.bytes FROM audit_entry AS e WHERE e.account_id = $1 AND e.idx > $2 AND e.idx <= $3 AND "
      "(e.actor = $5 OR e.subject = $5 "
      "OR EXISTS (SELECT 1 FROM document WHERE uid = e.subject AND account_id = $1 AND holder_id = $4) "
      "OR EXISTS (SELECT 1 FROM consent_round WHERE identity_uid = e.subject AND account_id = $1 AND creator_id = $4)) "
      "ORDER BY e.idx",
      scope.account, after, until, reader.userRow, reader.userId);
}

}  // namespace

void readEvents(Connection& db, AccountScope scope, const FeedReader& reader, std::int64_t after, std::int64_t until,
                const std::function<bool(std::int64_t, std::string_view)>& onEntry) {
  auto rows = entriesOf(db, scope, reader, after, until);
  while (rows.step()) {
    if (!onEntry(rows.integer(0), textOf(rows.bytes(1)))) return;
  }
}

}  // namespace stead::notifications
