#include "engine/store_care.h"

#include <nlohmann/json.hpp>
#include <optional>

#include "audit/head_check.h"
#include "base/error.h"
#include "base/limits.h"
#include "base/paging.h"
#include "base/record_reader.h"
#include "documents/file_store.h"
#include "people/user_store.h"
#include "storage/cross_account.h"

namespace stead {
namespace {

constexpr std::string_view cursorName = "engineCheck";
constexpr std::int64_t stepsDefault = 10;
constexpr std::int64_t stepsMax = 1000;
constexpr std::int64_t accountsPerStep = 100;
constexpr std::int64_t filesPerStep = 1000;
constexpr std::int64_t fileBytesPerStep = std::int64_t{32} * 1024 * 1024;  // and the file that goes beyond

enum class Phase : std::int64_t { tables = 0, logs = 1, files = 2 };

// Where the check goes on: a table by its place, or the accounts or files after a row.
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
    if (keys && keys->front() >= 0 && keys->front() <= static_cast<std::int64_t>(Phase::files) && keys->back() >= 0) {
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
  std::optional<Place> step(Place place) {
    switch (place.phase) {
      case Phase::tables:
        return table(place.at);
      case Phase::logs:
        return logs(place.at);
      case Phase::files:
        break;
    }
    return files(place.at);
  }

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
    Place next{Phase::files, 0};
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

  std::optional<Place> files(std::int64_t after) {
    std::optional<Place> next;
    engine_.database().read([&](Connection& db) {
      std::int64_t bytes = 0;
      for (const auto& place : crossAccount::filesAfter(db, after, filesPerStep)) {
        const auto check = documents::checkFile(db, place.scope, place.row);
        if (check.misfit) {
          findings.push_back(
              {{"check", "file"}, {"accountId", people::loadAccount(db, place.scope).id}, {"text", *check.misfit}});
        }
        next = {Phase::files, place.row};
        bytes += check.bytes;
        if (bytes > fileBytesPerStep) break;
      }
    });
    return next;
  }

  Engine& engine_;
};

}  // namespace

Json backup(Engine& engine, std::string_view path) {
  Json answer = {{"path", path}, {"bytes", 0}, {"takenAt", engine.clockMs()}};
  Json& bytes = answer["bytes"];  // filled in without asking for memory: the backup is there then
  bytes = engine.database().backup(std::string(path));
  return answer;
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
