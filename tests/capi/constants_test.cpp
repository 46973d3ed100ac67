// What a program was compiled with can never change. Written by hand: a constant that moves must fail here.
#include <catch2/catch.hpp>
#include <string>
#include <type_traits>

#include "stead.h"

static_assert(STEAD_OK == 0);
static_assert(STEAD_INVALID == 1);
static_assert(STEAD_REFUSED == 2);
static_assert(STEAD_NOT_FOUND == 3);
static_assert(STEAD_CONFLICT == 4);
static_assert(STEAD_UNAUTHENTICATED == 5);
static_assert(STEAD_LIMIT == 6);
static_assert(STEAD_BUSY == 7);
static_assert(STEAD_STORAGE == 8);
static_assert(STEAD_MISUSE == 9);
static_assert(STEAD_INTERNAL == 10);

static_assert(STEAD_KIND_ABSENT == 0);
static_assert(STEAD_KIND_NULL == 1);
static_assert(STEAD_KIND_BOOLEAN == 2);
static_assert(STEAD_KIND_INTEGER == 3);
static_assert(STEAD_KIND_NUMBER == 4);
static_assert(STEAD_KIND_TEXT == 5);
static_assert(STEAD_KIND_ARRAY == 6);
static_assert(STEAD_KIND_OBJECT == 7);

static_assert(STEAD_NUL_TERMINATED == -1);
static_assert(STEAD_SECRET_BYTES == 32);
static_assert(STEAD_VERSION_MAJOR == 0);
static_assert(STEAD_VERSION_MINOR == 1);
static_assert(STEAD_VERSION_PATCH == 0);
static_assert(STEAD_HEADER_VERSION == 1000);

static_assert(std::is_same_v<stead_status, int32_t>);
static_assert(std::is_same_v<decltype(stead_decision_allowed(nullptr)), int32_t>);
static_assert(std::is_same_v<decltype(stead_record_count(nullptr, nullptr)), int64_t>);

TEST_CASE("the library says its version and the names of its statuses", "[capi]") {
  CHECK(std::string(stead_version()) == "0.1.0");
  CHECK(std::string(STEAD_VERSION) == "0.1.0");
  const struct {
    stead_status status;
    const char* name;
  } rows[] = {
      {STEAD_OK, "ok"},
      {STEAD_INVALID, "invalid"},
      {STEAD_REFUSED, "refused"},
      {STEAD_NOT_FOUND, "notFound"},
      {STEAD_CONFLICT, "conflict"},
      {STEAD_UNAUTHENTICATED, "unauthenticated"},
      {STEAD_LIMIT, "limit"},
      {STEAD_BUSY, "busy"},
      {STEAD_STORAGE, "storage"},
      {STEAD_MISUSE, "misuse"},
      {STEAD_INTERNAL, "internal"},
      {-1, "internal"},
      {11, "internal"},
  };
  for (const auto& row : rows) CHECK(std::string(stead_status_name(row.status)) == row.name);
}
