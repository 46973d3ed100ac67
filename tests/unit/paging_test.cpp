#include "base/paging.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace stead;

TEST_CASE("A cursor comes back as it was made, and only for its own list", "[base]") {
  const std::string cursor = encodeCursor("identities", {42, 0});
  CHECK(decodeCursor("identities", 2, cursor) == CursorKeys{42, 0});
  CHECK_FALSE(decodeCursor("documents", 2, cursor));
  CHECK_FALSE(decodeCursor("identities", 1, cursor));
  CHECK_FALSE(decodeCursor("identit", 2, cursor));
  CHECK_FALSE(decodeCursor("identities", 2, ""));
  CHECK_FALSE(decodeCursor("identities", 2, "%%%"));
  CHECK_FALSE(decodeCursor("identities", 2, cursor + "AAAA"));
  CHECK(decodeCursor("x", 1, encodeCursor("x", {INT64_MIN})) == CursorKeys{INT64_MIN});
}

TEST_CASE("Page and page size are refused with the words of the contract", "[base]") {
  struct Row {
    const char* request;
    std::vector<std::pair<std::string, std::string>> violations;
  };
  const std::string farPage = "pages reach the first 10000 rows; pass nextCursor as cursor to go further";
  const std::string badSize = "Provide a valid page size between 1 and 100";
  const std::string badPage = "Page number should be greater than 0";
  const Row rows[] = {{"{}", {}},
                      {R"({"page":1,"pageSize":100})", {}},
                      {R"({"page":null,"pageSize":null,"cursor":null})", {}},
                      {R"({"pageSize":0})", {{"/pageSize", badSize}}},
                      {R"({"pageSize":101})", {{"/pageSize", badSize}}},
                      {R"({"pageSize":"10"})", {{"/pageSize", badSize}}},
                      {R"({"page":0,"pageSize":-1})", {{"/pageSize", badSize}, {"/page", badPage}}},
                      {R"({"page":1000})", {}},
                      {R"({"page":100,"pageSize":100})", {}},
                      {R"({"page":1001})", {{"/page", farPage}}},
                      {R"({"page":101,"pageSize":100})", {{"/page", farPage}}},
                      {R"({"page":9007199254740991})", {{"/page", farPage}}}};
  for (const auto& row : rows) {
    CAPTURE(row.request);
    const Json request = parseRecord(row.request);
    Violations violations;
    RecordReader in(request, violations);
    static_cast<void>(readPage(in, "identities"));
    in.refuseUnknown();
    std::vector<std::pair<std::string, std::string>> found;
    for (const auto& field : violations.fields()) found.emplace_back(field.field, field.message);
    CHECK(found == row.violations);
  }
}

TEST_CASE("A page request knows its offset; a cursor excludes a page number", "[base]") {
  {
    const Json request = {{"page", 3}, {"pageSize", 20}};
    Violations violations;
    RecordReader in(request, violations);
    const PageRequest page = readPage(in, "identities");
    CHECK(page.offset() == 40);
    CHECK_FALSE(page.after);
  }
  {
    const Json request = {{"page", 3}, {"cursor", encodeCursor("identities", {7})}};
    Violations violations;
    RecordReader in(request, violations);
    static_cast<void>(readPage(in, "identities"));
    REQUIRE(violations.fields().size() == 1);
    CHECK(violations.fields().front().field == "/cursor");
  }
  {
    const Json request = {{"cursor", encodeCursor("identities", {7})}};
    Violations violations;
    RecordReader in(request, violations);
    CHECK(readPage(in, "identities").after == CursorKeys{7});
    CHECK(violations.empty());
  }
  {
    const Json request = {{"cursor", "nonsense!"}};
    Violations violations;
    RecordReader in(request, violations);
    static_cast<void>(readPage(in, "identities"));
    CHECK(violations.fields().size() == 1);
  }
}

TEST_CASE("A list answer has four members; the last page has a null cursor", "[base]") {
  CHECK(writeJson(pageAnswer(Json::array({1, 2}), "abc", {12, true})) ==
        R"({"items":[1,2],"nextCursor":"abc","total":12,"totalCapped":true})");
  CHECK(pageAnswer(Json::array(), std::nullopt, {}).at("nextCursor").is_null());
}
