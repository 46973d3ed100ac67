// A brand with a logo that is drawn by hand.
#pragma once

#include <string>
#include <string_view>

#include "brands/brand_verbs.h"
#include "test_store.h"

namespace stead::test {

inline Upload logoUpload(
    std::string_view bytes = R"(<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>)") {
  Upload upload;
  upload.files.push_back({"logo.svg", Bytes(bytes.begin(), bytes.end())});
  return upload;
}

inline Json makeBrand(Engine& engine, const Session& admin, Json members = Json::object()) {
  if (!members.contains("name")) members["name"] = "Cubeflakes";
  return brands::create(engine, admin, members, logoUpload());
}
inline std::string makeBrandId(Engine& engine, const Session& admin, Json members = Json::object()) {
  return makeBrand(engine, admin, std::move(members))["id"].get<std::string>();
}

}  // namespace stead::test
