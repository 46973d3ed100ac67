// The engine: an open store with its clock, ids, secrets and decision cache. Every verb takes one.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/ids.h"
#include "base/json.h"
#include "engine/options.h"
#include "engine/secrets.h"
#include "engine/session.h"
#include "engine/unit_of_work.h"
#include "storage/database.h"

namespace stead {

class DecisionCache;  // delegation/decision_cache.h

class Engine {
 public:
  // `hostSecret` empty: the secret file beside the store is read, or made with a warning. `previousSecrets`: see
  // Secrets.
  Engine(EngineOptions options, ByteView hostSecret, ByteView previousSecrets = {});
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  [[nodiscard]] const EngineOptions& options() const noexcept { return options_; }
  [[nodiscard]] Database& database() noexcept { return *database_; }
  [[nodiscard]] const Secrets& secrets() const noexcept { return *secrets_; }
  [[nodiscard]] IdSource& ids() noexcept { return ids_; }
  [[nodiscard]] DecisionCache& decisions() noexcept { return *decisions_; }
  // "" or the text of a warning for the host, e.g. that a secret file was made.
  [[nodiscard]] const std::string& warning() const noexcept { return warning_; }

  // The clock as it is. Verbs use UnitOfWork::now or readNow() instead.
  [[nodiscard]] std::int64_t clockMs() const noexcept { return clock_->nowMs(); }
  // For test stores only; throws Code::testOptionOnRealStore otherwise.
  void setTestClock(std::int64_t nowMs);

  // One unit of work on one account. `body` may run twice. A Refusal thrown by it is audited (20 per actor and
  // hour, then a count) and committed before it is thrown on; any other exception leaves nothing behind.
  void write(AccountScope scope, const std::function<void(UnitOfWork&)>& body);
  // For the few writes that belong to no account yet or to several (account creation, outbox, run_due).
  void writeAcrossAccounts(const std::function<void(Connection&, std::int64_t now)>& body);
  // A unit of work on one account inside such a write.
  void writeInside(Connection& db, AccountScope scope, const std::function<void(UnitOfWork&)>& body);
  // One snapshot; `now` is the clock, never below the account's last entry.
  void read(AccountScope scope, const std::function<void(Connection&, std::int64_t now)>& body);

 private:
  void writeDown(AccountScope scope, const Refusal& refusal);

  EngineOptions options_;
  std::unique_ptr<Secrets> secrets_;
  std::unique_ptr<Clock> clock_;
  ManualClock* manualClock_ = nullptr;
  IdSource ids_;
  std::unique_ptr<Database> database_;
  std::unique_ptr<DecisionCache> decisions_;
  std::string warning_;
};

// A create with a caller-made requestId: a retry gets the first answer back, the same id with another body is
// Code::requestIdReused. `requestId` empty: the body just runs. Scope: account + actor + verb, kept 24 h.
[[nodiscard]] std::string once(UnitOfWork& work, std::int64_t actorRow, std::string_view verb,
                               const std::optional<std::string>& requestId, const Hash& bodyHash,
                               const std::function<std::string()>& body);

}  // namespace stead
