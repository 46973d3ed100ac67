// A store full of grants, five for each actor.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "sqlite_floor.h"

namespace stead::bench {

inline constexpr std::size_t grantsPerActor = 5;

struct GrantWorld {
  std::vector<std::string> userIds;
  std::vector<std::int64_t> userRows;
  std::vector<std::string> owners;  // e-mail addresses, as many as actors

  // Which owner the k-th grant of an actor is for.
  [[nodiscard]] std::size_t ownerOf(std::size_t actor, std::size_t k) const {
    return (actor * 7919 + k * 104729 + 1) % owners.size();
  }
};

// Made at `path`, or opened if an earlier row made it.
[[nodiscard]] std::unique_ptr<GrantWorld> grantWorld(const std::string& path, std::size_t grants);

// The decision as one prepared SQL join.
class SqlJoin {
 public:
  explicit SqlJoin(const std::string& path);
  [[nodiscard]] bool allows(const std::string& userId, const std::string& email, std::int64_t now);

 private:
  Db db_;
  Prepared statement_;
};

// Commits to the store as fast as it can, things that change no decision, until it is killed.
[[noreturn]] void writeAtFullSpeed(const std::string& path);

}  // namespace stead::bench
