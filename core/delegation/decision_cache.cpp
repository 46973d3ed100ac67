#include "delegation/decision_cache.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "base/email.h"
#include "base/error.h"
#include "delegation/actor_unit.h"
#include "engine/engine.h"
#include "storage/cross_account.h"

namespace stead {
namespace {

using delegation::ActorUnit;
using Changes = crossAccount::GrantChanges;

constexpr std::size_t shardCount = 16;
constexpr std::int64_t changesReadMax = 4096;  // beyond it, dropping everything is cheaper than reading on
constexpr std::size_t unitBytesEver = std::size_t{1} << 30;
// A place in the map beside its unit (key, ring place, the free places at a load of about two thirds) and in the ring.
constexpr std::size_t placeBytes = 72;
constexpr std::size_t cacheLine = 64;

// Row keys are small neighbouring numbers: spread them over the shards.
std::size_t shardIndex(std::int64_t userRow) noexcept {
  return static_cast<std::size_t>((static_cast<std::uint64_t>(userRow) * 0x9E3779B97F4A7C15ULL) >> 60U);
}
static_assert(shardCount == 16, "shardIndex() answers four bits");

}  // namespace

class alignas(cacheLine) DecisionCache::Shard {
 public:
  std::mutex mutex;         // guards all below
  Freshness::Stamp stamp;   // the shard holds nothing that a commit up to here has changed
  std::uint64_t drops = 0;  // moves with every drop: a unit read before it may be old

  [[nodiscard]] const ActorUnit* find(const Session& session) {
    const auto found = places_.find(session.userRow);
    if (found == places_.end() || found->second.unit.account() != session.scope.account) return nullptr;
    if (!found->second.used) found->second.used = true;
    return &found->second.unit;
  }

  void keep(ActorUnit unit, std::size_t bytesMax) {
    const std::int64_t row = unit.userRow();
    const std::size_t bytes = unit.bytes() + placeBytes;
    remove(row);
    if (bytes > bytesMax) return;
    makeRoom(bytesMax - bytes);
    // Whichever of the two finds no memory, ring and places know the same units.
    if (ring_.size() == ring_.capacity()) ring_.reserve(std::max<std::size_t>(16, 2 * ring_.size()));
    places_.emplace(row, Place{std::move(unit), static_cast<std::uint32_t>(ring_.size()), true});
    ring_.push_back(row);
    bytes_ += bytes;
  }

  // `index`: which shard this is.
  void drop(const Changes& changes, std::size_t index) {
    if (changes.everything) {
      ++drops;
      removeIf([](const ActorUnit&) { return true; });
    }
    for (const auto& change : changes.changes) {
      if (!change.actorRow) {
        ++drops;
        removeIf([&](const ActorUnit& unit) { return unit.account() == change.account; });
      } else if (shardIndex(*change.actorRow) == index) {
        ++drops;
        remove(*change.actorRow);
      }
    }
  }

  [[nodiscard]] Size size() const noexcept { return {places_.size(), bytes_}; }

 private:
  struct Place {
    ActorUnit unit;
    std::uint32_t ringAt = 0;
    bool used = false;  // since the hand last passed
  };

  void remove(std::int64_t row) {
    const auto found = places_.find(row);
    if (found == places_.end()) return;
    bytes_ -= found->second.unit.bytes() + placeBytes;
    const std::uint32_t at = found->second.ringAt;
    if (at + 1 != ring_.size()) {
      ring_[at] = ring_.back();
      places_.find(ring_[at])->second.ringAt = at;
    }
    ring_.pop_back();
    places_.erase(found);
  }

  template <class Which>
  void removeIf(const Which& which) {
    std::vector<std::int64_t> rows;
    for (const auto& [row, place] : places_) {
      if (which(place.unit)) rows.push_back(row);
    }
    for (const std::int64_t row : rows) remove(row);
  }

  // The clock algorithm: the hand gives each unit that was used a second chance.
  void makeRoom(std::size_t bytesMax) {
    while (bytes_ > bytesMax && !ring_.empty()) {
      if (hand_ >= ring_.size()) hand_ = 0;
      Place& place = places_.find(ring_[hand_])->second;
      if (std::exchange(place.used, false)) {
        ++hand_;
      } else {
        remove(ring_[hand_]);
      }
    }
  }

  boost::unordered_flat_map<std::int64_t, Place> places_;
  std::vector<std::int64_t> ring_;
  std::size_t hand_ = 0;
  std::size_t bytes_ = 0;
};

DecisionCache::DecisionCache(Database& database, std::int64_t bytesMax)
    : database_(database),
      shards_(std::make_unique<Shard[]>(shardCount)),
      unitBytesMax_(static_cast<std::size_t>(std::max<std::int64_t>(bytesMax, 0)) / shardCount) {}

DecisionCache::~DecisionCache() = default;

DecisionCache::Shard& DecisionCache::shardOf(std::int64_t userRow) noexcept { return shards_[shardIndex(userRow)]; }

DecisionCache::Answer DecisionCache::decide(const Engine& engine, const Session& session, std::string_view operation,
                                            std::string_view principal, bool isKey, Decision& out) {
  if (!owner_.isThis()) {
    throw Error(Code::forkedProcess,
                "the engine was opened by another process; close it before fork and open it after");
  }
  const auto answerFrom = [&](const ActorUnit& unit) {
    if (!unit.answers()) return Answer::askStore;
    const ActorUnit::Principal found = unit.find(principal);
    if (!found.known && !isKey && !isEmailKey(principal)) return Answer::parseAddress;
    unit.decide(operation, found, session.apiKeyRow, found.timed ? engine.clockMs() : 0, out);
    return Answer::decided;
  };
  Shard& shard = shardOf(session.userRow);
  const Freshness::Stamp started = database_.freshness().now();
  std::uint64_t drops = 0;
  {
    std::unique_lock lock(shard.mutex);
    if (!started.valid || shard.stamp != started) {
      lock.unlock();
      catchUp();
      lock.lock();
    }
    if (const ActorUnit* unit = shard.find(session)) return answerFrom(*unit);
    drops = shard.drops;
  }
  std::optional<ActorUnit> unit;
  database_.read([&](Connection& db) {
    unit.emplace(db, session.scope, session.userRow, std::min(unitBytesMax_, unitBytesEver));
  });
  const Answer answer = answerFrom(*unit);
  const std::lock_guard lock(shard.mutex);
  // The snapshot is younger than the question, so the answer stands; but what was dropped meanwhile must not come back.
  if (shard.drops == drops) shard.keep(std::move(*unit), unitBytesMax_);
  return answer;
}

// Every change that was committed before this call is dropped from the shards when it returns.
void DecisionCache::catchUp() {
  const std::lock_guard one(catchUpMutex_);
  // Taken before the snapshot: what commits in between is read twice rather than never.
  const Freshness::Stamp stamp = database_.freshness().now();
  if (stamp.valid && stamp == caughtUp_) return;  // somebody else was faster
  Changes changes;
  database_.read([&](Connection& db) {
    if (lastChange_ < 0) {
      changes.last = crossAccount::newestGrantChange(db);  // nothing is held yet
    } else {
      changes = crossAccount::readGrantChanges(db, lastChange_, changesReadMax);
    }
  });
  for (std::size_t i = 0; i < shardCount; ++i) {
    const std::lock_guard lock(shards_[i].mutex);
    shards_[i].drop(changes, i);
    shards_[i].stamp = stamp;
  }
  lastChange_ = changes.last;
  caughtUp_ = stamp;
}

DecisionCache::Size DecisionCache::size() {
  Size sum;
  for (std::size_t i = 0; i < shardCount; ++i) {
    const std::lock_guard lock(shards_[i].mutex);
    sum.actors += shards_[i].size().actors;
    sum.bytes += shards_[i].size().bytes;
  }
  return sum;
}

}  // namespace stead
