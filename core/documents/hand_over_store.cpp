#include "documents/hand_over_store.h"

#include "documents/document_rules.h"
#include "storage/text_search.h"

namespace stead::documents {
namespace {

// The totals of the holder's two lists, by the names the lists know them under.
constexpr const char* heldCounter = "documents/held";
constexpr const char* behalfCounter = "documents/behalfOfOthers";

void addToCounter(Connection& db, AccountScope scope, std::string_view name, std::int64_t subject, std::int64_t by) {
  db.run(
      "INSERT INTO counter (account_id, name, subject, value) VALUES ($1, $2, $3, $4) "
      "ON CONFLICT (account_id, name, subject) DO UPDATE SET value = counter.value + excluded.value",
      scope.account, name, subject, by);
}

bool isUnderWay(const Statement& row, std::int64_t now) {
  const auto stored = documentStatusNamed(row.view(2));
  return stored && canRevoke(statusAt(*stored, row.maybeInteger(3), now));
}

void appendHeld(Statement row, std::int64_t now, std::vector<HeldDocument>& out) {
  while (row.step()) out.push_back({row.integer(0), row.text(1), row.integer(4), isUnderWay(row, now)});
}

}  // namespace

std::vector<HeldDocument> documentsHeldBy(Connection& db, AccountScope scope, std::int64_t holderRow, std::int64_t now,
                                          std::int64_t max) {
  std::vector<HeldDocument> held;
  appendHeld(db.query("SELECT id, uid, status, expires_at, version FROM document WHERE holder_id = $2 "
                      "AND authority <> 'grant' AND trashed_at IS NULL AND account_id = $1 ORDER BY id LIMIT $3",
                      scope.account, holderRow, max),
             now, held);
  appendHeld(db.query("SELECT id, uid, status, expires_at, version FROM document WHERE holder_id = $2 "
                      "AND authority = 'grant' AND trashed_at IS NULL AND account_id = $1 ORDER BY id LIMIT $3",
                      scope.account, holderRow, max - static_cast<std::int64_t>(held.size())),
             now, held);
  return held;
}

std::int64_t countHeldBy(Connection& db, AccountScope scope, std::int64_t holderRow) {
  auto sum = db.query(
      "SELECT coalesce(sum(value), 0) FROM counter WHERE account_id = $1 AND name IN ($3, $4) AND subject = $2",
      scope.account, holderRow, heldCounter, behalfCounter);
  return sum.step() ? sum.integer(0) : 0;
}

std::vector<AwaitedSigner> signersAwaitedAt(Connection& db, AccountScope scope, std::string_view emailKey,
                                            std::int64_t now, std::int64_t max) {
  auto row = db.query(
      "SELECT d.id, d.uid, d.version, p.uid FROM document_party p JOIN document d ON d.id = p.document_id "
      "WHERE p.account_id = $1 AND p.email_key = $2 AND p.kind = 'signer' AND p.status = 'NotCompleted' "
      "AND d.status = 'InProgress' AND (d.expires_at IS NULL OR d.expires_at > $3) ORDER BY d.id, p.id LIMIT $4",
      scope.account, emailKey, now, max);
  std::vector<AwaitedSigner> awaited;
  while (row.step()) awaited.push_back({row.integer(0), row.text(1), row.integer(2), row.text(3)});
  return awaited;
}

void setHolder(Connection& db, AccountScope scope, Document& document, std::int64_t holderRow) {
  const char* counter = document.authority == Authority::grant ? behalfCounter : heldCounter;
  addToCounter(db, scope, counter, document.holderRow, -1);
  addToCounter(db, scope, counter, holderRow, 1);
  textSearch::remove(db, scope, {document.row, document.holderRow, document.searchKey});
  textSearch::add(db, scope, {document.row, holderRow, document.searchKey});
  document.holderRow = holderRow;
  db.run("UPDATE document SET holder_id = $3, version = $4, activity_at = $5 WHERE id = $2 AND account_id = $1",
         scope.account, document.row, holderRow, document.version, document.activityAt);
}

}  // namespace stead::documents
