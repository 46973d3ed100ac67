#include "audit/history.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "audit/stored_entry.h"
#include "audit/trail_store.h"
#include "base/error.h"
#include "base/json.h"

namespace stead::audit {
namespace {

std::string textAt(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() || !found->is_string() ? std::string() : found->get<std::string>();
}

PastEvent readEntry(std::int64_t index, std::string_view bytes) {
  const Json entry = Json::parse(bytes, nullptr, false);
  if (!entry.is_object() || !entry.contains("at") || !entry["at"].is_number_integer()) {
    throw Error(Code::auditBroken, "an entry of the audit trail is damaged; verify the trail");
  }
  PastEvent event;
  event.index = index;
  event.at = entry["at"].get<std::int64_t>();
  if (const auto actor = entry.find("actor"); actor != entry.end()) {
    event.actorKind = textAt(*actor, "kind");
    event.actorId = textAt(*actor, "id");
  }
  event.operation = textAt(entry, "operation");
  event.outcome = textAt(entry, "outcome");
  event.reason = textAt(entry, "reason");
  if (const auto detail = entry.find("detail"); detail != entry.end()) event.detail = writeJson(*detail);
  return event;
}

}  // namespace

std::vector<PastEvent> historyOf(Connection& db, AccountScope scope, std::string_view subjectId, std::int64_t max) {
  // The bound on idx says nothing, but without it and without ANALYZE the planner walks the whole trail of the account.
  auto row = db.query(
      "SELECT e.idx, e.bytes, p.fields FROM audit_entry e "
      "LEFT JOIN audit_personal p ON p.account_id = e.account_id AND p.idx = e.idx "
      "WHERE e.account_id = $1 AND e.subject = $2 AND e.idx >= 0 ORDER BY e.idx DESC LIMIT $3",
      scope.account, subjectId, max);
  std::vector<PastEvent> events;
  while (row.step()) {
    PastEvent& event = events.emplace_back(readEntry(row.integer(0), textOf(row.bytes(1))));
    if (!row.isNull(2)) event.personal = row.text(2);
  }
  std::reverse(events.begin(), events.end());
  return events;
}

void eachEntryAbout(Connection& db, AccountScope scope, std::string_view subjectId, std::int64_t before,
                    const OnEntry& on) {
  auto row = db.query(
      "SELECT idx, bytes FROM audit_entry WHERE account_id = $1 AND subject = $2 AND idx >= 0 AND idx < $3 "
      "ORDER BY idx",
      scope.account, subjectId, before);
  while (row.step()) {
    const auto entry = parseEntry(textOf(row.bytes(1)));
    if (!entry) throw Error(Code::auditBroken, "an entry of the audit trail is damaged; verify the trail");
    on(row.integer(0), *entry);
  }
}

std::int64_t entriesUpTo(Connection& db, AccountScope scope, std::int64_t at) {
  // Times never run backwards in a trail.
  std::int64_t low = 0;
  std::int64_t high = headSize(db, scope);
  while (low < high) {
    const std::int64_t middle = low + (high - low) / 2;
    auto row = db.query("SELECT at FROM audit_entry WHERE account_id = $1 AND idx = $2", scope.account, middle);
    if (!row.step()) throw Error(Code::auditBroken, "an entry of the audit trail is missing; verify the trail");
    if (row.integer(0) <= at) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

}  // namespace stead::audit
