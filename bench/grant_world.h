// A store full of grants, five for each actor, and the same grants for the floor.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl_grants.h"

namespace stead::bench {

inline constexpr std::size_t grantsPerActor = 5;

struct GrantWorld {
  std::vector<std::string> userIds;
  std::vector<std::int64_t> userRows;
  std::vector<std::string> owners;  // e-mail addresses, as many as actors
  AbslGrants floor;

  // Which owner the k-th grant of an actor is for.
  [[nodiscard]] std::size_t ownerOf(std::size_t actor, std::size_t k) const {
    return (actor * 7919 + k * 104729 + 1) % owners.size();
  }
};

// Makes the store at `path` with `grants` grants.
std::unique_ptr<GrantWorld> makeGrantWorld(const std::string& path, std::size_t grants);

// The decision as one prepared SQL join.
class SqlJoin {
 public:
  explicit SqlJoin(const std::string& path);
  ~SqlJoin();
  SqlJoin(const SqlJoin&) = delete;
  SqlJoin& operator=(const SqlJoin&) = delete;
  [[nodiscard]] bool allows(const std::string& userId, const std::string& email, std::int64_t now);

 private:
  sqlite3* db_ = nullptr;
  sqlite3_stmt* statement_ = nullptr;
};

// Commits to the store as fast as it can, things that change no decision, until it is killed.
[[noreturn]] void writeAtFullSpeed(const std::string& path);

}  // namespace stead::bench
