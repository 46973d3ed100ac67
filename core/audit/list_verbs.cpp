#include <algorithm>
#include <nlohmann/json.hpp>

#include "audit/audit_verbs.h"
#include "audit/trail_store.h"
#include "base/error.h"
#include "base/limits.h"
#include "base/paging.h"
#include "delegation/guard.h"

namespace stead::audit {
namespace {

constexpr std::string_view listName = "audit";

struct ListRequest {
  std::int64_t from = 0;
  std::int64_t pageSize = limits::pageSizeDefault;
  std::optional<std::string> subjectId;
};

ListRequest readListRequest(const Json& request) {
  ListRequest out;
  Violations violations;
  RecordReader in(request, violations);
  const PageRequest page = readPage(in, listName, 1, false);
  const auto from = in.integer("from", 0, limits::integerAbsMax);
  out.subjectId = in.text("subjectId", {.required = in.has("subjectId")});
  if (from && page.after) in.violation("from", "goes without cursor: the cursor says where to go on");
  in.refuseUnknown();
  violations.throwIfAny();
  out.pageSize = page.pageSize;
  out.from = page.after ? page.after->front() : from.value_or(0);
  return out;
}

Json itemOf(std::int64_t index, std::string_view bytes, const std::optional<std::string>& personal) {
  Json item = {{"index", index}, {"entry", parseStored(bytes)}};
  if (personal) item["personal"] = parseStored(*personal);
  return item;
}

// One more than the page when there is a next one.
Json findItems(Connection& db, AccountScope scope, const ListRequest& wanted) {
  auto rows = wanted.subjectId
                  ? db.query(
                        "SELECT e.idx, e.bytes, p.fields FROM audit_entry e "
                        "LEFT JOIN audit_personal p ON p.account_id = e.account_id AND p.idx = e.idx "
                        "WHERE e.account_id = $1 AND e.idx >= $2 AND e.subject = $4 ORDER BY e.idx LIMIT $3",
                        scope.account, wanted.from, wanted.pageSize + 1, *wanted.subjectId)
                  : db.query(
                        "SELECT e.idx, e.bytes, p.fields FROM audit_entry e "
                        "LEFT JOIN audit_personal p ON p.account_id = e.account_id AND p.idx = e.idx "
                        "WHERE e.account_id = $1 AND e.idx >= $2 ORDER BY e.idx LIMIT $3",
                        scope.account, wanted.from, wanted.pageSize + 1);
  Json items = Json::array();
  while (rows.step()) items.push_back(itemOf(rows.integer(0), textOf(rows.bytes(1)), rows.maybeText(2)));
  return items;
}

Total countItems(Connection& db, AccountScope scope, const ListRequest& wanted) {
  if (!wanted.subjectId) return {loadHead(db, scope).range.size(), false};
  auto row = db.query(
      "SELECT count(*) FROM (SELECT 1 FROM audit_entry WHERE account_id = $1 AND subject = $2 LIMIT $3) AS counted",
      scope.account, *wanted.subjectId, limits::totalCountedMax + 1);
  const std::int64_t count = row.step() ? row.integer(0) : 0;
  return {std::min(count, limits::totalCountedMax), count > limits::totalCountedMax};
}

}  // namespace

Json list(Engine& engine, const Session& session, const Json& request) {
  const ListRequest wanted = readListRequest(request);
  Json items;
  Total total;
  engine.read(session.scope, [&](Connection& db, std::int64_t now) {
    (void)delegation::requireForReadOf(db, now, session, "audit.view", "account", session.accountId);
    items = findItems(db, session.scope, wanted);
    total = countItems(db, session.scope, wanted);
  });
  std::optional<std::string> next;
  if (items.size() > static_cast<std::size_t>(wanted.pageSize)) {
    next = encodeCursor(listName, {items.back()["index"].get<std::int64_t>()});
    items.erase(items.size() - 1);
  }
  return pageAnswer(std::move(items), next, total);
}

}  // namespace stead::audit
