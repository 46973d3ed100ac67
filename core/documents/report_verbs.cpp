#include "documents/report_verbs.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "base/limits.h"
#include "base/record_reader.h"
#include "delegation/guard.h"
#include "documents/report_rules.h"

namespace stead::documents {
namespace {

constexpr std::int64_t rowsMax = limits::totalCountedMax;

struct Wanted {
  std::string by;
  std::string key;
  std::int64_t from = 0;
  std::int64_t until = limits::integerAbsMax;
};

Wanted readWanted(const Json& request) {
  Wanted out;
  Violations violations;
  RecordReader in(request, violations);
  const auto by = in.word("by", {"principal", "actor", "status", "label", "team", "metaData"});
  if (!by && (!in.has("by") || in.isNull("by"))) {
    in.violation("by", "must be one of principal, actor, status, label, team, metaData");
  }
  out.by = by.value_or("");
  out.key = in.text("key", {.codePointsMax = limits::metaKeyCodePointsMax}).value_or("");
  if (by == "metaData" && out.key.empty()) in.violation("key", "names the metadata to count by");
  if (by && by != "metaData" && !out.key.empty()) in.violation("key", "goes with by \"metaData\" only");
  out.from = in.time("from").value_or(out.from);
  out.until = in.time("until").value_or(out.until);
  if (out.from >= out.until) in.violation("until", "must be after from");
  in.refuseUnknown();
  violations.throwIfAny();
  return out;
}

// Whose documents count: 0 stands for everybody's.
struct Range {
  std::int64_t holder = 0;
  std::int64_t team = 0;
};

Range rangeOf(const people::User& user) {
  switch (user.role) {
    case Role::admin:
    case Role::auditor:
      return {};
    case Role::teamAdmin:
      if (user.teamRow) return {.team = *user.teamRow};
      break;
    case Role::member:
      break;
  }
  return {.holder = user.row};
}

struct Row {
  std::int64_t holder = 0;
  std::int64_t team = 0;
  std::optional<std::string> value;
  std::string name;
  std::string json;  // labels or metadata

  [[nodiscard]] bool isIn(const Range& range) const noexcept {
    return (range.holder == 0 || range.holder == holder) && (range.team == 0 || range.team == team);
  }
};

Row rowIn(const Statement& found, const std::string& by) {
  Row row;
  row.holder = found.integer(0);
  row.team = found.maybeInteger(1).value_or(0);
  if (by == "principal") {
    row.value = found.maybeText(2);
    row.name = found.text(3);
  } else if (by == "actor") {
    row.value = found.text(4);
    row.name = found.text(5);
  } else if (by == "status") {
    row.value = found.text(6);
  } else if (by == "team") {
    row.value = found.maybeText(7);
    row.name = found.text(8);
  } else {
    row.json = found.text(by == "label" ? 9 : 10);
  }
  return row;
}

void countLabels(const std::string& labels, ReportCount& count) {
  const Json list = parseStored(labels);
  if (list.empty()) count.add(std::nullopt);
  for (const auto& label : list) count.add(label.get<std::string>());
}

void countMetaData(const std::string& metaData, const std::string& key, ReportCount& count) {
  const Json pairs = parseStored(metaData);
  const auto found = pairs.find(key);
  count.add(found == pairs.end() ? std::nullopt : std::optional(found->get<std::string>()));
}

void countRow(const Row& row, const Wanted& wanted, ReportCount& count) {
  if (wanted.by == "label") {
    countLabels(row.json, count);
  } else if (wanted.by == "metaData") {
    countMetaData(row.json, wanted.key, count);
  } else {
    count.add(row.value, row.name);
  }
}

struct Counted {
  ReportCount count;
  std::int64_t documents = 0;
  bool capped = false;
};

Counted countIn(Connection& db, AccountScope scope, const Wanted& wanted, const Range& range) {
  Counted out;
  auto found = db.query(
      "SELECT document.holder_id, holder.team_id, document.principal_key, document.principal_name, actor.uid, "
      "actor.name, document.status, team.uid, team.name, document.labels, document.meta_data FROM document "
      "JOIN \"user\" AS actor ON actor.id = document.actor_id JOIN \"user\" AS holder ON holder.id = "
      "document.holder_id "
      "LEFT JOIN team ON team.id = holder.team_id WHERE document.account_id = $1 AND document.created_at >= $2 "
      "AND document.created_at < $3 ORDER BY document.created_at DESC LIMIT $4",
      scope.account, wanted.from, wanted.until, rowsMax + 1);
  for (std::int64_t looked = 0; found.step(); ++looked) {
    if (looked == rowsMax) {
      out.capped = true;
      break;
    }
    const Row row = rowIn(found, wanted.by);
    if (!row.isIn(range)) continue;
    ++out.documents;
    countRow(row, wanted, out.count);
  }
  return out;
}

Json groupRecord(const ReportGroup& group) {
  Json record = {{"value", group.value ? Json(*group.value) : Json(nullptr)}, {"count", group.count}};
  if (!group.name.empty()) record["name"] = group.name;
  return record;
}

}  // namespace

Json reportDocuments(Engine& engine, const Session& session, const Json& request) {
  const Wanted wanted = readWanted(request);
  Counted counted;
  engine.read(session.scope, [&](Connection& db, std::int64_t now) {
    const auto right = delegation::requireForReadOf(db, now, session, "report.documents", "account", session.accountId);
    counted = countIn(db, session.scope, wanted, rangeOf(right.actor));
  });
  Json groups = Json::array();
  for (const ReportGroup& group : counted.count.groups()) groups.push_back(groupRecord(group));
  Json answer = {{"by", wanted.by},
                 {"groups", std::move(groups)},
                 {"others", counted.count.others()},
                 {"documents", counted.documents},
                 {"capped", counted.capped}};
  if (!wanted.key.empty()) answer["key"] = wanted.key;
  return answer;
}

}  // namespace stead::documents
