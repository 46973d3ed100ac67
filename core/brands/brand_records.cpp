#include "brands/brand_records.h"

#include <nlohmann/json.hpp>

namespace stead::brands {

Json lookRecord(const Look& look) {
  Json record = parseStored(look.members);
  record["id"] = look.brandId;
  record["name"] = look.name;
  record["logo"] = {{"type", look.logo.type}, {"size", look.logo.size}, {"sha256", crypto::hex(look.logo.sha256)}};
  return record;
}

Json brandRecord(const Brand& brand) {
  Json record = lookRecord(brand.look);
  record["isDefault"] = brand.isDefault;
  record["isDomainVerified"] = false;  // domains are the host's to verify
  record["version"] = brand.version;
  record["createdAt"] = brand.createdAt;
  record["updatedAt"] = brand.updatedAt;
  return record;
}

}  // namespace stead::brands
