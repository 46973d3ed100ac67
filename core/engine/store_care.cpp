#include "engine/store_care.h"

#include <nlohmann/json.hpp>
#include <optional>

#include "audit/head_check.h"
#include "base/error.h"
#include "base/limits.h"
#include "base/paging.h"
#include "base/record_reader.h"
#include "people/user_store.h"
#include "storage/cross_account.h"

namespace stead {
namespace {

constexpr std::string_view cursorName = "engineCheck";
constexpr std::int64_t stepsDefault = 10;
constexpr std::int64_t stepsMax = 1000;
constexpr std::int64_t accountsPerStep = 100;

enum class Phase : std::int64_t { tables = 0, logs = 1 };

// Where the check goes on: a table by its place, or the accounts after a row.
struct Place {
  Phase phase = Phase::tables;
  std::int64_t at = 0;
};

struct CheckRequest {
  Place place;
  std::int64_t steps = stepsDefault;
};

CheckRequest readCheck(const Json& request) {
  CheckRequest out;
  Violations violations;
  RecordReader in(request, violations);
  out.steps = in.integer("maxSteps", 1, stepsMax).value_or(out.steps);
  if (const auto cursor = in.text("cursor")) {
    const auto keys = decodeCursor(cursorName, 2, *cursor);
    if (keys && (keys->front() == 0 || keys->front() == 1) && keys->back() >= 0) {
      out.place = {static_cast<Phase>(keys->front()), keys->back()};
    } else {
      in.violation("cursor", "is not a cursor of this check");
    }
  }
  in.refuseUnknown();
  violations.throwIfAny();
  return out;
}

class StoreCheck {
 public:
  explicit StoreCheck(Engine& engine) : engine_(engine) {}

  // Where to go on; nothing at the end.
  std::optional<Place> step(Place place) { return place.phase == Phase::tables ? table(place.at) : logs(place.at); }

  Json findings = Json::array();

 private:
  std::optional<Place> table(std::int64_t at) {
    const IntegrityStep step = engine_.database().checkIntegrity(at);
    if (step.table.empty()) return Place{Phase::logs, 0};
    for (const std::string& text : step.findings) {
      findings.push_back({{"check", "pages"}, {"table", step.table}, {"text", text}});
    }
    return Place{Phase::tables, at + 1};
  }

  std::optional<Place> logs(std::int64_t after) {
    std::optional<Place> next;
    engine_.database().read([&](Connection& db) {
      const auto scopes = crossAccount::accountsAfter(db, {after}, accountsPerStep);
      for (const AccountScope scope : scopes) {
        const auto why = audit::misfitOfHead(db, scope);
        if (!why) continue;
        findings.push_back({{"check", "head"}, {"accountId", people::loadAccount(db, scope).id}, {"text", *why}});
      }
      if (static_cast<std::int64_t>(scopes.size()) == accountsPerStep) next = {Phase::logs, scopes.back().account};
    });
    return next;
  }

  Engine& engine_;
};

}  // namespace

Json backup(Engine& engine, std::string_view path) {
  const std::int64_t now = engine.clockMs();
  const std::int64_t bytes = engine.database().backup(std::string(path));
  return {{"path", path}, {"bytes", bytes}, {"takenAt", now}};
}

Json checkStore(Engine& engine, const Json& request) {
  const CheckRequest wanted = readCheck(request);
  StoreCheck check(engine);
  std::optional<Place> place = wanted.place;
  std::int64_t steps = 0;
  while (place && steps < wanted.steps) {
    place = check.step(*place);
    ++steps;
  }
  Json answer = {{"ok", check.findings.empty()}, {"steps", steps}, {"findings", std::move(check.findings)}};
  answer["nextCursor"] =
      place ? Json(encodeCursor(cursorName, {static_cast<std::int64_t>(place->phase), place->at})) : Json(nullptr);
  return answer;
}

}  // namespace stead
