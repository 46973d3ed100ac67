// A brand: how the mails and pages of documents look that are sent with it (contract 5).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/crypto.h"

namespace stead::brands {

// What is told of a logo without its bytes.
struct Logo {
  std::int64_t row = 0;
  std::string type;  // "png", "jpg", "svg"
  std::int64_t size = 0;
  Hash sha256{};
};

// How a brand looks at one time. Rows of looks never change: a change of the brand makes a new one, so a document keeps
// the look it was sent with.
struct Look {
  std::int64_t row = 0;
  std::string brandId;
  std::string name;
  std::string members;  // JSON object of brand_rules.h: colours, texts, settings; every flag stands in it
  Logo logo;
};

struct Brand {
  std::int64_t row = 0;
  std::string id;
  bool isDefault = false;  // of the account; one at most
  Look look;
  std::int64_t version = 1;
  std::int64_t createdAt = 0;
  std::int64_t updatedAt = 0;
};

}  // namespace stead::brands
