#include "documents/document_brand.h"

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/json.h"
#include "brands/brand_records.h"
#include "brands/brand_rules.h"

namespace stead::documents {

std::optional<brands::Brand> brandFor(UnitOfWork& work, const std::optional<std::string>& asked,
                                      const std::optional<std::string>& ofIdentity) {
  if (asked) {
    auto brand = brands::findBrand(work.db, work.scope, *asked);
    if (!brand) throw fieldError(Code::brandNotFound, "/brandId", "the account has no brand with this id");
    return brand;
  }
  if (ofIdentity) {
    if (auto brand = brands::findBrand(work.db, work.scope, *ofIdentity)) return brand;
  }
  return brands::findDefaultBrand(work.db, work.scope);
}

void refreshBrand(UnitOfWork& work, std::int64_t documentRow, const std::optional<std::string>& brandId) {
  if (!brandId) return;
  const auto brand = brands::findBrand(work.db, work.scope, *brandId);
  if (brand) brands::setLookOfDocument(work.db, work.scope, documentRow, *brand);
}

bool isDeclineHidden(Connection& db, AccountScope scope, std::int64_t documentRow) {
  const auto look = brands::lookOfDocument(db, scope, documentRow);
  return look && brands::hidesDecline(look->members);
}

void describeBrand(Connection& db, AccountScope scope, std::int64_t documentRow, Json& record) {
  const auto look = brands::lookOfDocument(db, scope, documentRow);
  if (look) record["brand"] = brands::lookRecord(*look);
}

}  // namespace stead::documents
