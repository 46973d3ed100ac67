#include "brands/brand_store.h"

#include <algorithm>

#include "base/error.h"
#include "base/limits.h"

namespace stead::brands {
namespace {

// Macros because statements must be literals.
#define STEAD_LOOK_COLUMNS "k.id, k.brand_uid, k.name, k.members, l.id, l.type, l.size, l.sha256"
#define STEAD_BRAND_COLUMNS "b.id, b.uid, b.is_default, b.version, b.created_at, b.updated_at, " STEAD_LOOK_COLUMNS
#define STEAD_BRAND_TABLES "brand b JOIN brand_look k ON k.id = b.look_id JOIN brand_logo l ON l.id = k.logo_id"

Look readLook(const Statement& row, int at) {
  Look look;
  look.row = row.integer(at);
  look.brandId = row.text(at + 1);
  look.name = row.text(at + 2);
  look.members = row.text(at + 3);
  look.logo.row = row.integer(at + 4);
  look.logo.type = row.text(at + 5);
  look.logo.size = row.integer(at + 6);
  const ByteView hash = row.bytes(at + 7);
  if (hash.size() != look.logo.sha256.size()) throw Error(Code::storeFailed, "a stored logo has a damaged hash");
  std::copy(hash.begin(), hash.end(), look.logo.sha256.begin());
  return look;
}

Brand readBrand(const Statement& row) {
  Brand brand;
  brand.row = row.integer(0);
  brand.id = row.text(1);
  brand.isDefault = row.boolean(2);
  brand.version = row.integer(3);
  brand.createdAt = row.integer(4);
  brand.updatedAt = row.integer(5);
  brand.look = readLook(row, 6);
  return brand;
}

}  // namespace

std::optional<Brand> findBrand(Connection& db, AccountScope scope, std::string_view id) {
  auto row =
      db.query("SELECT " STEAD_BRAND_COLUMNS " FROM " STEAD_BRAND_TABLES " WHERE b.uid = $2 AND b.account_id = $1",
               scope.account, id);
  if (!row.step()) return std::nullopt;
  return readBrand(row);
}

std::optional<Brand> findDefaultBrand(Connection& db, AccountScope scope) {
  auto row = db.query("SELECT " STEAD_BRAND_COLUMNS " FROM " STEAD_BRAND_TABLES
                      " WHERE b.account_id = $1 AND b.is_default = 1",
                      scope.account);
  if (!row.step()) return std::nullopt;
  return readBrand(row);
}

std::vector<Brand> brandsOf(Connection& db, AccountScope scope) {
  auto row = db.query("SELECT " STEAD_BRAND_COLUMNS " FROM " STEAD_BRAND_TABLES
                      " WHERE b.account_id = $1 ORDER BY b.id LIMIT $2",
                      scope.account, limits::brandsPerAccountMax);
  std::vector<Brand> brands;
  while (row.step()) brands.push_back(readBrand(row));
  return brands;
}

std::int64_t countBrands(Connection& db, AccountScope scope) {
  auto row = db.query("SELECT count(*) FROM brand WHERE account_id = $1", scope.account);
  return row.step() ? row.integer(0) : 0;
}

void keepLogo(Connection& db, AccountScope scope, Logo& logo, ByteView bytes) {
  {
    auto row = db.query("SELECT id FROM brand_logo WHERE account_id = $1 AND sha256 = $2", scope.account, logo.sha256);
    if (row.step()) {
      logo.row = row.integer(0);
      return;
    }
  }
  logo.row = db.insert("INSERT INTO brand_logo (account_id, sha256, type, size, bytes) VALUES ($1, $2, $3, $4, $5)",
                       scope.account, logo.sha256, logo.type, logo.size, bytes);
}

Bytes readLogo(Connection& db, AccountScope scope, const Logo& logo, std::int64_t offset, std::int64_t max) {
  if (offset >= logo.size || max == 0) return {};
  auto row = db.query("SELECT bytes FROM brand_logo WHERE id = $2 AND account_id = $1", scope.account, logo.row);
  if (!row.step()) throw Error(Code::storeFailed, "a stored logo is missing");
  const ByteView bytes = row.bytes(0);
  if (static_cast<std::int64_t>(bytes.size()) != logo.size) {
    throw Error(Code::storeFailed, "a stored logo lacks some of its bytes");
  }
  const auto length = static_cast<std::size_t>(std::min(max, logo.size - offset));
  const ByteView part = bytes.subspan(static_cast<std::size_t>(offset), length);
  return {part.begin(), part.end()};
}

void insertLook(Connection& db, AccountScope scope, Look& look) {
  look.row =
      db.insert("INSERT INTO brand_look (account_id, brand_uid, name, members, logo_id) VALUES ($1, $2, $3, $4, $5)",
                scope.account, look.brandId, look.name, look.members, look.logo.row);
}

void insertBrand(Connection& db, AccountScope scope, Brand& brand) {
  brand.row = db.insert(
      "INSERT INTO brand (account_id, uid, look_id, version, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6)",
      scope.account, brand.id, brand.look.row, brand.version, brand.createdAt, brand.updatedAt);
}

void updateBrand(Connection& db, AccountScope scope, const Brand& brand) {
  db.run("UPDATE brand SET look_id = $3, version = $4, updated_at = $5 WHERE id = $2 AND account_id = $1",
         scope.account, brand.row, brand.look.row, brand.version, brand.updatedAt);
}

void deleteBrand(Connection& db, AccountScope scope, const Brand& brand) {
  db.run("DELETE FROM brand WHERE id = $2 AND account_id = $1", scope.account, brand.row);
}

void clearDefaultBrand(Connection& db, AccountScope scope) {
  db.run("UPDATE brand SET is_default = 0 WHERE account_id = $1 AND is_default = 1", scope.account);
}

void setDefaultBrand(Connection& db, AccountScope scope, const Brand& brand) {
  db.run("UPDATE brand SET is_default = 1 WHERE id = $2 AND account_id = $1", scope.account, brand.row);
}

bool isUsedByIdentity(Connection& db, AccountScope scope, std::string_view brandId) {
  return db
      .query("SELECT 1 FROM identity WHERE brand_id IS NOT NULL AND brand_id = $2 AND account_id = $1 LIMIT 1",
             scope.account, brandId)
      .step();
}

bool isUsedByLivingDocument(Connection& db, AccountScope scope, std::string_view brandId) {
  return db
      .query(
          "SELECT 1 FROM document WHERE brand_id IS NOT NULL AND brand_id = $2 AND +account_id = $1 "
          "AND status IN ('Draft', 'Scheduled', 'InProgress') LIMIT 1",
          scope.account, brandId)
      .step();
}

std::optional<Look> lookOfDocument(Connection& db, AccountScope scope, std::int64_t documentRow) {
  auto row = db.query("SELECT " STEAD_LOOK_COLUMNS
                      " FROM document d JOIN brand_look k ON k.id = d.brand_look_id "
                      "JOIN brand_logo l ON l.id = k.logo_id WHERE d.id = $2 AND d.account_id = $1",
                      scope.account, documentRow);
  if (!row.step()) return std::nullopt;
  return readLook(row, 0);
}

void setLookOfDocument(Connection& db, AccountScope scope, std::int64_t documentRow, const Brand& brand) {
  db.run("UPDATE document SET brand_id = $3, brand_look_id = $4 WHERE id = $2 AND account_id = $1", scope.account,
         documentRow, brand.id, brand.look.row);
}

}  // namespace stead::brands
