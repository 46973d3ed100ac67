// One actor with all his identities in a few blocks of memory: what the decision cache keeps and drops as a whole.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "delegation/decision.h"
#include "storage/database.h"

namespace stead::delegation {

class ActorUnit {
 public:
  // Reads the actor in the snapshot of `db`. An actor that would not fit into `bytesMax` is kept without what he may
  // do: answers() is false, and questions about him go to the store.
  ActorUnit(Connection& db, AccountScope scope, std::int64_t userRow, std::size_t bytesMax);

  [[nodiscard]] std::int64_t userRow() const noexcept { return userRow_; }
  [[nodiscard]] std::int64_t account() const noexcept { return account_; }
  [[nodiscard]] bool answers() const noexcept { return answers_; }
  [[nodiscard]] std::size_t bytes() const noexcept;

  // Does not allocate once `out` has held a grant id. `principalKey` "" is as oneself; `apiKeyRow` 0 is a session that
  // the host vouched for.
  void decide(std::string_view operation, std::string_view principalKey, std::int64_t apiKeyRow, std::int64_t now,
              Decision& out) const;

 private:
  // Texts lie one after the other in texts_: the key, then the grant id.
  struct Entry {
    std::uint32_t hash = 0;
    std::uint32_t textAt = 0;
    std::uint16_t keyBytes = 0;
    std::uint8_t grantIdBytes = 0;
    IdentityStatus status = IdentityStatus::pending;
    bool hasGrant = false;
    bool ended = false;
    OperationSet operations = 0;
    std::int64_t from = 0;  // the whole of time where the grant says nothing
    std::int64_t until = 0;
    std::int64_t version = 0;
  };

  bool add(std::string_view emailKey, const IdentityFacts& identity, std::size_t bytesMax);
  void index();
  void forgetWhatHeMayDo();
  [[nodiscard]] const Entry* find(std::string_view emailKey) const noexcept;
  [[nodiscard]] IdentityFacts factsOf(const Entry& entry) const noexcept;
  [[nodiscard]] bool isActive(std::int64_t apiKeyRow) const noexcept;

  std::int64_t userRow_;
  std::int64_t account_;
  ActorFacts actor_;  // its e-mail key is emailKey_
  std::string emailKey_;
  bool answers_ = true;
  std::vector<std::int64_t> revokedKeys_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;  // open addressing over entries_: index + 1, 0 = free; a power of two
  std::string texts_;
};

}  // namespace stead::delegation
