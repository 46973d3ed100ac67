// What authorize() remembers: one unit per actor with all his identities, dropped as soon as any process
// committed a change that decide() reads.
#pragma once

#include <cstdint>
#include <memory>

#include "storage/database.h"

namespace stead {

class DecisionCache {
 public:
  DecisionCache(Database& database, std::int64_t bytesMax);
  ~DecisionCache();
  DecisionCache(const DecisionCache&) = delete;
  DecisionCache& operator=(const DecisionCache&) = delete;

 private:
  Database& database_;
  std::int64_t bytesMax_;
};

}  // namespace stead
