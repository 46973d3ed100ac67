// One verb's transaction on one account: load → decide → change → audit entry → plan outbox, together or not at all.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "audit/entry.h"
#include "base/error.h"
#include "base/ids.h"
#include "storage/database.h"

namespace stead {

class Engine;

// What the unit of work has audited and others may have subscribed to (notifications/webhook_tell.h).
struct Happened {
  std::int64_t index = 0;
  std::string_view word;  // contract 6.2
  std::string subjectId;
  audit::ActorKind actorKind = audit::ActorKind::system;
  std::string actorId;
  std::string lastState;  // JSON of the subject where it is gone at the end of the unit of work
};

// A refusal of a verb: nothing of the verb is kept, but the refusal itself is audited and committed.
class Refusal : public Error {
 public:
  Refusal(Code code, std::string text, audit::Entry entry) : Error(code, std::move(text)), entry_(std::move(entry)) {}
  [[nodiscard]] const audit::Entry& entry() const noexcept { return entry_; }

 private:
  audit::Entry entry_;
};

class UnitOfWork {
 public:
  UnitOfWork(Engine& owner, Connection& connection, AccountScope account, std::int64_t nowMs)
      : engine(owner), db(connection), scope(account), now(nowMs) {}
  UnitOfWork(const UnitOfWork&) = delete;
  UnitOfWork& operator=(const UnitOfWork&) = delete;

  Engine& engine;
  Connection& db;
  const AccountScope scope;
  const std::int64_t now;  // read once; never below the account's last entry

  [[nodiscard]] std::string newId();
  // Appends to the account's trail; answers the entry's index, which is also the id of the event for the outbox.
  std::int64_t audit(const audit::Entry& entry);
  // What decide() reads about this user (nullopt: about everybody of the account) has changed.
  void decisionsChanged(std::optional<std::int64_t> userRow);

  std::vector<Happened> happened;  // told to subscribers at the end
};

}  // namespace stead
