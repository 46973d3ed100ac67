// One actor with all his identities in one block of memory: what the decision cache keeps and drops as a whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "delegation/decision.h"
#include "storage/database.h"

namespace stead::delegation {

// Small, so that the cache's map holds it in place: a decision touches the map, the slots and one record.
class ActorUnit {
 public:
  // Reads the actor in the snapshot of `db`. An actor that would not fit into `bytesMax` is kept without what he may
  // do: answers() is false, and questions about him go to the store.
  ActorUnit(Connection& db, AccountScope scope, std::int64_t userRow, std::size_t bytesMax);

  [[nodiscard]] std::int64_t userRow() const noexcept { return userRow_; }
  [[nodiscard]] std::int64_t account() const noexcept { return account_; }
  [[nodiscard]] bool answers() const noexcept { return answers_; }
  [[nodiscard]] std::size_t bytes() const noexcept { return sizeof(ActorUnit) + blockBytes_; }

  // The actor's identity of one principal.
  struct Terms {
    OperationSet operations = 0;
    std::int64_t from = 0;  // the whole of time where the grant says nothing
    std::int64_t until = 0;
    std::int64_t version = 0;
    std::uint16_t keyBytes = 0;
    std::uint8_t grantIdBytes = 0;
    IdentityStatus status = IdentityStatus::pending;
    bool hasGrant = false;
    bool ended = false;
  };
  struct Principal {
    PrincipalKind kind = PrincipalKind::self;
    bool known = false;  // the actor himself, or one of his identities
    bool timed = false;  // the answer depends on the clock
    Terms terms;
    std::string_view grantId;
  };
  // `key` "" is the actor as himself. Only an exact key is known.
  [[nodiscard]] Principal find(std::string_view key) const noexcept;
  // Does not allocate once `out` has held a grant id. `apiKeyRow` 0 is a session that the host vouched for; `now` is
  // read only where the principal is timed.
  void decide(std::string_view operation, const Principal& principal, std::int64_t apiKeyRow, std::int64_t now,
              Decision& out) const;

 private:
  // Where a record is: look-ups compare hashes before they go there. `at` 0 is a free slot.
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t at = 0;
  };
  class Builder;

  [[nodiscard]] std::string_view textAt(std::size_t at, std::size_t bytes) const noexcept;
  template <class Value>
  [[nodiscard]] Value valueAt(std::size_t at) const noexcept;
  [[nodiscard]] bool isActive(std::int64_t apiKeyRow) const noexcept;
  void keep(const Builder& builder);

  std::int64_t userRow_;
  std::int64_t account_;
  // Slots; revoked API keys, ascending; the actor's e-mail key; then per identity its terms, e-mail key and grant id.
  std::unique_ptr<char[]> block_;
  std::uint32_t blockBytes_ = 0;
  std::uint32_t slots_ = 0;
  std::uint32_t revokedKeys_ = 0;
  std::uint16_t emailBytes_ = 0;
  bool exists_ = false;
  bool answers_ = true;
  UserStatus status_ = UserStatus::deactivated;
  Role role_ = Role::member;
  bool accountWideAccess_ = false;
  bool sendOnBehalfOf_ = false;
};

}  // namespace stead::delegation
