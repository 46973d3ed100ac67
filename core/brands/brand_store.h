// Rows of brands, their looks and logos.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "brands/brand.h"
#include "storage/database.h"

namespace stead::brands {

[[nodiscard]] std::optional<Brand> findBrand(Connection& db, AccountScope scope, std::string_view id);
[[nodiscard]] std::optional<Brand> findDefaultBrand(Connection& db, AccountScope scope);
// In the order in which they were made.
[[nodiscard]] std::vector<Brand> brandsOf(Connection& db, AccountScope scope);
[[nodiscard]] std::int64_t countBrands(Connection& db, AccountScope scope);

// Fills logo.row; the same bytes are kept once for an account.
void keepLogo(Connection& db, AccountScope scope, Logo& logo, ByteView bytes);
// At most `max` bytes from `offset`.
[[nodiscard]] Bytes readLogo(Connection& db, AccountScope scope, const Logo& logo, std::int64_t offset,
                             std::int64_t max);

// Fill the rows. A look is only ever inserted.
void insertLook(Connection& db, AccountScope scope, Look& look);
void insertBrand(Connection& db, AccountScope scope, Brand& brand);
// Writes look, version and time.
void updateBrand(Connection& db, AccountScope scope, const Brand& brand);
// Its looks stay: documents keep them.
void deleteBrand(Connection& db, AccountScope scope, const Brand& brand);
// Takes the mark from whichever brand has it.
void clearDefaultBrand(Connection& db, AccountScope scope);
void setDefaultBrand(Connection& db, AccountScope scope, const Brand& brand);

[[nodiscard]] bool isUsedByIdentity(Connection& db, AccountScope scope, std::string_view brandId);
// By a document that is still to be sent or signed.
[[nodiscard]] bool isUsedByLivingDocument(Connection& db, AccountScope scope, std::string_view brandId);

// The look a document was sent with.
[[nodiscard]] std::optional<Look> lookOfDocument(Connection& db, AccountScope scope, std::int64_t documentRow);
void setLookOfDocument(Connection& db, AccountScope scope, std::int64_t documentRow, const Brand& brand);

}  // namespace stead::brands
