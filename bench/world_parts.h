// What all worlds are made of: rows through the engine's own stores, many to a transaction.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "engine/engine.h"

namespace stead::bench {

// The core itself on a store, with the secret of all benchmarks; commits are not synced.
[[nodiscard]] std::unique_ptr<Engine> openForLoading(const std::string& path);
[[nodiscard]] bool isMade(const std::string& path);

AccountScope insertAccount(Engine& engine);

struct Person {
  std::int64_t row = 0;
  std::string id;
};
Person insertUser(Connection& db, AccountScope scope, IdSource& ids, std::int64_t now, const std::string& email);
void insertConsent(Connection& db, AccountScope scope, IdSource& ids, std::int64_t now, std::int64_t actorRow,
                   const std::string& email);

// Calls `insert` with 0, 1, … count - 1, so many to a transaction, and empties the log at the end.
void load(Engine& engine, std::size_t count, std::size_t perCommit,
          const std::function<void(Connection&, std::int64_t now, std::size_t place)>& insert);

}  // namespace stead::bench
