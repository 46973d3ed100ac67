#include "notifications/settings.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace stead;
using namespace stead::notifications;

namespace {

// Contract 2.3, by hand.
const Json contractDefaults = {
    {"viewed", true},         {"completed", true}, {"sent", false},      {"signed", true},
    {"deliveryFailed", true}, {"expired", true},   {"declined", true},   {"authenticationFailed", true},
    {"revoked", true},        {"reminders", true}, {"reassigned", true}, {"attachSignedDocument", false}};

}  // namespace

TEST_CASE("The defaults are those of the contract", "[notifications]") {
  CHECK(toJson(defaultSettings()) == contractDefaults);
}

TEST_CASE("A partial object changes the flags it names and no other", "[notifications]") {
  for (const auto& [name, value] : contractDefaults.items()) {
    Violations violations;
    const Json partial = {{name, !value.get<bool>()}};
    Json wanted = contractDefaults;
    wanted[name] = !value.get<bool>();
    const Settings changed = apply(defaultSettings(), partial, violations, "/notificationSettings");
    CAPTURE(name);
    CHECK(violations.empty());
    CHECK(toJson(changed) == wanted);
    CHECK(toJson(apply(changed, Json::object(), violations, "")) == wanted);
    CHECK(toJson(apply(changed, {{name, nullptr}}, violations, "")) == wanted);
  }
}

TEST_CASE("Wrong flags are named by their path and change nothing", "[notifications]") {
  struct Row {
    Json partial;
    std::string field;
  };
  const Row rows[] = {{{{"viewed", "true"}}, "/notificationSettings/viewed"},
                      {{{"sent", 1}}, "/notificationSettings/sent"},
                      {{{"Viewed", true}}, "/notificationSettings/Viewed"},
                      {{{"deliveryFailedFor", true}}, "/notificationSettings/deliveryFailedFor"},
                      {Json::array({true}), "/notificationSettings"}};
  for (const auto& row : rows) {
    Violations violations;
    const Settings kept = apply(defaultSettings(), row.partial, violations, "/notificationSettings");
    CAPTURE(row.partial);
    CHECK(kept == defaultSettings());
    REQUIRE(violations.fields().size() == 1);
    CHECK(violations.fields()[0].field == row.field);
  }
}
