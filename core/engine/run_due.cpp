#include "engine/run_due.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "base/record_reader.h"
#include "documents/document_verbs.h"
#include "documents/file_store.h"
#include "identities/identity_verbs.h"

namespace stead {
namespace {

constexpr std::int64_t stepsDefault = 100;
constexpr std::int64_t stepsMax = 10000;

std::optional<std::int64_t> nextForgettingAt(Engine& engine) {
  std::optional<std::int64_t> moment;
  engine.database().read([&](Connection& db) {
    auto row = db.query("SELECT min(at) FROM request_once");
    if (row.step() && !row.isNull(0)) moment = row.integer(0) + limits::requestOnceKeptMs;
  });
  return moment;
}

// A requestId is answered from memory for a day; then its row has no meaning any more.
std::int64_t forgetRequests(Engine& engine, std::int64_t max) {
  const auto next = nextForgettingAt(engine);
  if (!next || *next > engine.clockMs()) return 0;  // no write for nothing
  std::int64_t forgotten = 0;
  engine.writeAcrossAccounts([&](Connection& db, std::int64_t now) {
    forgotten = db.run(
        "DELETE FROM request_once WHERE (account_id, actor_id, verb, request_id) IN "
        "(SELECT account_id, actor_id, verb, request_id FROM request_once WHERE at <= $1 ORDER BY at LIMIT $2)",
        now - limits::requestOnceKeptMs, max);
  });
  return forgotten;
}

// Caches that have not asked for a day read everything anew. The newest row stays: by it they see what they missed.
std::int64_t forgetChanges(Engine& engine, std::int64_t max) {
  constexpr std::int64_t keptMs = limits::dayMs;
  bool due = false;
  engine.database().read([&](Connection& db) {
    auto oldest =
        db.query("SELECT at, seq < (SELECT max(seq) FROM grant_change) FROM grant_change ORDER BY seq LIMIT 1");
    due = oldest.step() && oldest.boolean(1) && oldest.integer(0) <= engine.clockMs() - keptMs;
  });
  if (!due) return 0;
  std::int64_t forgotten = 0;
  engine.writeAcrossAccounts([&](Connection& db, std::int64_t now) {
    forgotten = db.run(
        "DELETE FROM grant_change WHERE seq IN (SELECT seq FROM (SELECT seq, at FROM grant_change ORDER BY seq LIMIT "
        "$2) "
        "WHERE at <= $1 AND seq < (SELECT max(seq) FROM grant_change))",
        now - keptMs, max);
  });
  return forgotten;
}

std::optional<std::int64_t> earliest(std::initializer_list<std::optional<std::int64_t>> moments) {
  std::optional<std::int64_t> first;
  for (const auto& moment : moments) {
    if (moment && (!first || *moment < *first)) first = moment;
  }
  return first;
}

}  // namespace

Json runDue(Engine& engine, const Json& request) {
  Violations violations;
  RecordReader in(request, violations);
  const std::int64_t max = in.integer("maxSteps", 1, stepsMax).value_or(stepsDefault);
  in.refuseUnknown();
  violations.throwIfAny();

  bool more = false;
  const auto counted = [&](std::int64_t handled) {
    more = more || handled >= max;
    return handled;
  };
  Json answer = Json::object();
  answer["scheduledSent"] = counted(documents::sendScheduledDue(engine, max));
  answer["expired"] = counted(documents::expireDue(engine, max));
  answer["trashPurged"] = counted(documents::purgeTrashDue(engine, max));
  answer["lapsed"] = counted(identities::lapseDue(engine, max));
  answer["orphansSwept"] = counted(documents::sweepOrphans(engine, max));
  answer["requestsForgotten"] = counted(forgetRequests(engine, max));
  counted(forgetChanges(engine, max));
  answer["more"] = more;
  const auto next = earliest({documents::nextDueAt(engine), documents::nextPurgeAt(engine),
                              identities::nextLapseAt(engine), nextForgettingAt(engine)});
  if (next) answer["nextDueAt"] = *next;
  return answer;
}

}  // namespace stead
