// What authorize() remembers: one unit per actor with all his identities, dropped as soon as any process
// committed a change that decide() reads.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>

#include "delegation/decision.h"
#include "delegation/own_process.h"
#include "engine/session.h"
#include "storage/database.h"

namespace stead {

class Engine;

// Any number of threads. A question that starts after a change was committed, by whichever process, sees it: the stamp
// of the store is compared first, and only if it moved the log of changes is read.
class DecisionCache {
 public:
  DecisionCache(Database& database, std::int64_t bytesMax);
  ~DecisionCache();
  DecisionCache(const DecisionCache&) = delete;
  DecisionCache& operator=(const DecisionCache&) = delete;

  enum class Answer {
    decided,
    askStore,      // nothing decided: the actor does not fit into the cache
    parseAddress,  // nothing decided: `principal` may be another spelling of a key
  };
  // The session's actor as himself (`principal` "") or by the grant of the person with that e-mail key; with `isKey`
  // false the text may also be an address in any spelling, which costs a parse only when it is no key as it stands.
  [[nodiscard]] Answer decide(const Engine& engine, const Session& session, std::string_view operation,
                              std::string_view principal, bool isKey, Decision& out);

  // What is held at this moment.
  struct Size {
    std::size_t actors = 0;
    std::size_t bytes = 0;
  };
  [[nodiscard]] Size size();

 private:
  class Shard;

  [[nodiscard]] Shard& shardOf(std::int64_t userRow) noexcept;
  void catchUp();

  Database& database_;
  delegation::OwnProcess owner_;
  std::unique_ptr<Shard[]> shards_;
  std::size_t unitBytesMax_;
  std::mutex catchUpMutex_;       // one reader of the log at a time
  Freshness::Stamp caughtUp_;     // taken before the snapshot in which the log was last read
  std::int64_t lastChange_ = -1;  // not read yet
};

}  // namespace stead
