// The brand of a document: chosen and frozen when it is sent (contract 11).
#pragma once

#include <optional>
#include <string>

#include "base/json.h"
#include "brands/brand_store.h"
#include "engine/unit_of_work.h"

namespace stead::documents {

// The brand that was asked for, else that of the identity, else the default of the account. Throws Code::brandNotFound
// when the one that was asked for does not exist.
[[nodiscard]] std::optional<brands::Brand> brandFor(UnitOfWork& work, const std::optional<std::string>& asked,
                                                    const std::optional<std::string>& ofIdentity);
// A document that waited leaves with its brand as it looks now.
void refreshBrand(UnitOfWork& work, std::int64_t documentRow, const std::optional<std::string>& brandId);
// The brand of the document keeps its signers from declining.
[[nodiscard]] bool isDeclineHidden(Connection& db, AccountScope scope, std::int64_t documentRow);
// Adds `brand` to the record of a document that has one.
void describeBrand(Connection& db, AccountScope scope, std::int64_t documentRow, Json& record);

}  // namespace stead::documents
