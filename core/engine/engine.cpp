#include "engine/engine.h"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "audit/append.h"
#include "audit/head_check.h"
#include "base/error.h"
#include "base/limits.h"
#include "delegation/decision_cache.h"
#include "engine/store_claim.h"
#include "notifications/webhook_tell.h"

namespace stead {
namespace {

// An older copy of a store that is not there at all would be made here, empty.
void requireExistence(const EngineOptions& options) {
  if (options.expectCheckpoint.empty() || std::filesystem::exists(options.path)) return;
  throw Error(Code::storeBehind, "there is no store at this path, but a checkpoint of it is expected; check the path");
}

// What was counted in hours that are over has no meaning any more.
void forgetRefusalsBefore(UnitOfWork& work, const std::string& hour) {
  work.db.run("DELETE FROM counter WHERE account_id = $1 AND name >= 'refusals/' AND name < $2", work.scope.account,
              hour);
}

// Refusals are audited up to a number per actor and hour; beyond it only the counter moves.
bool refusalFitsBudget(UnitOfWork& work, const audit::Entry& entry) {
  auto actor =
      work.db.query(R"(SELECT id FROM "user" WHERE account_id = $1 AND uid = $2)", work.scope.account, entry.actorId);
  const std::int64_t subject = actor.step() ? actor.integer(0) : 0;
  // Owners and signers have no row of their own: one who is refused again and again must not hide the others.
  const std::string who = subject == 0 && !entry.actorId.empty() ? "/" + entry.actorId : "";
  const std::string hour = "refusals/" + std::to_string(work.now / limits::hourMs);
  const std::string name = hour + who;  // outlives the statement
  auto count = work.db.query(
      "INSERT INTO counter (account_id, name, subject, value) VALUES ($1, $2, $3, 1) "
      "ON CONFLICT (account_id, name, subject) DO UPDATE SET value = counter.value + 1 RETURNING value",
      work.scope.account, name, subject);
  if (!count.step()) return false;
  const std::int64_t refused = count.integer(0);
  if (refused == 1) forgetRefusalsBefore(work, hour);
  return refused <= limits::refusalsAuditedPerHourMax;
}

std::int64_t notBelowLastEntry(Connection& db, AccountScope scope, std::int64_t clockMs) {
  return std::max(clockMs, audit::lastAt(db, scope));
}

}  // namespace

Engine::Engine(EngineOptions options, ByteView hostSecret, ByteView previousSecrets) : options_(std::move(options)) {
  requireExistence(options_);
  if (hostSecret.empty()) {
    const bool test = options_.testClockMs.has_value();
    Bytes own = secretBesideStore(options_.path);
    secrets_ = std::make_unique<Secrets>(own, previousSecrets);
    crypto::wipe(own);
    if (!test) {
      warning_ = "no host secret was passed: the one in " + options_.path +
                 ".secret is used; keep it apart from backups of the store";
    }
  } else {
    secrets_ = std::make_unique<Secrets>(hostSecret, previousSecrets);
  }
  if (options_.testClockMs) {
    auto manual = std::make_unique<ManualClock>(*options_.testClockMs);
    manualClock_ = manual.get();
    clock_ = std::move(manual);
  } else {
    clock_ = std::make_unique<SystemClock>();
  }
  if (options_.testIdSeed) ids_.seed(static_cast<std::uint64_t>(*options_.testIdSeed));
  database_ = openSqlite({.path = options_.path,
                          .durable = options_.durable,
                          .busyTimeoutMs = options_.busyTimeoutMs,
                          .readersMax = options_.readersMax,
                          .migrate = options_.migrate});
  audit::requireContinued(*this, options_.expectCheckpoint);
  claimStore(*this, options_.testClockMs || options_.testIdSeed);
  decisions_ = std::make_unique<DecisionCache>(*database_, options_.cacheBytesMax);
}

Engine::~Engine() = default;

void Engine::setTestClock(std::int64_t nowMs) {
  if (manualClock_ == nullptr) {
    throw Error(Code::testOptionOnRealStore, "only an engine opened with testClockMs has a clock that can be set");
  }
  manualClock_->set(nowMs);
}

void Engine::write(AccountScope scope, const std::function<void(UnitOfWork&)>& body) {
  try {
    database_->write([&](Connection& db) { writeInside(db, scope, body); });
  } catch (const Refusal& refusal) {
    writeDown(scope, refusal);
    throw Error(refusal.code(), refusal.text(), refusal.fields());
  }
}

// In a transaction of its own, when the verb's is undone: a savepoint inside the verb's would let every verb pay for
// the few that are refused, with a copy of each page it changes.
void Engine::writeDown(AccountScope scope, const Refusal& refusal) {
  database_->write([&](Connection& db) {
    writeInside(db, scope, [&](UnitOfWork& work) {
      if (refusalFitsBudget(work, refusal.entry())) work.audit(refusal.entry());
    });
  });
}

void Engine::writeAcrossAccounts(const std::function<void(Connection&, std::int64_t now)>& body) {
  database_->write([&](Connection& db) { body(db, clockMs()); });
}

void Engine::writeInside(Connection& db, AccountScope scope, const std::function<void(UnitOfWork&)>& body) {
  UnitOfWork work(*this, db, scope, notBelowLastEntry(db, scope, clockMs()));
  body(work);
  notifications::tellSubscribers(work);
}

void Engine::read(AccountScope scope, const std::function<void(Connection&, std::int64_t now)>& body) {
  database_->read([&](Connection& db) { body(db, notBelowLastEntry(db, scope, clockMs())); });
}

std::string UnitOfWork::newId() { return engine.ids().newId(now); }

std::int64_t UnitOfWork::audit(const audit::Entry& entry) {
  const std::int64_t index = audit::append(db, scope, now, engine.ids(), entry);
  notifications::keepForSubscribers(*this, index, entry);
  return index;
}

void UnitOfWork::decisionsChanged(std::optional<std::int64_t> userRow) {
  db.run("INSERT INTO grant_change (account_id, actor_id, at) VALUES ($1, $2, $3)", scope.account, userRow, now);
}

std::string once(UnitOfWork& work, std::int64_t actorRow, std::string_view verb,
                 const std::optional<std::string>& requestId, const Hash& bodyHash,
                 const std::function<std::string()>& body) {
  if (!requestId) return body();
  auto row = work.db.query(
      "SELECT body_hash, answer, at FROM request_once "
      "WHERE account_id = $1 AND actor_id = $2 AND verb = $3 AND request_id = $4",
      work.scope.account, actorRow, verb, *requestId);
  if (row.step() && row.integer(2) > work.now - limits::requestOnceKeptMs) {
    const ByteView known = row.bytes(0);
    if (!std::equal(known.begin(), known.end(), bodyHash.begin(), bodyHash.end())) {
      throw Error(Code::requestIdReused, "this requestId was used with another body; make a new one for a new request",
                  {{"/requestId", "was used with another body"}});
    }
    return row.text(1);
  }
  std::string answer = body();
  work.db.run(
      "INSERT INTO request_once (account_id, actor_id, verb, request_id, body_hash, answer, at) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (account_id, actor_id, verb, request_id) "
      "DO UPDATE SET body_hash = excluded.body_hash, answer = excluded.answer, at = excluded.at",
      work.scope.account, actorRow, verb, *requestId, bodyHash, answer, work.now);
  return answer;
}

}  // namespace stead
