#include "delegation/decision_cache.h"

namespace stead {

DecisionCache::DecisionCache(Database& database, std::int64_t bytesMax) : database_(database), bytesMax_(bytesMax) {}

DecisionCache::~DecisionCache() = default;

}  // namespace stead
