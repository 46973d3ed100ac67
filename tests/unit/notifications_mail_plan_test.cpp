// Whose address a mail in somebody's name shows.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "notifications/compose.h"
#include "notifications/mail_plan_rules.h"

using namespace stead;
using namespace stead::notifications;

namespace {

const MailHouse house{"Stead",
                      "sign@host.cubeflakes.com",
                      {"cubeflakes.com", "both.cubeflakes.com"},
                      {"desk.cubeflakes.com", "both.cubeflakes.com"}};

EngineOptions optionsOf(const MailHouse& declared) {
  EngineOptions options;
  options.productName = declared.productName;
  options.mailFrom = declared.mailFrom;
  options.mailAsDomains = declared.asDomains;
  options.mailOnBehalfDomains = declared.onBehalfDomains;
  return options;
}

}  // namespace

TEST_CASE("The mode follows what the host declared about the whole domain", "[notifications]") {
  const struct {
    const char* key;
    MailMode mode;
    bool better;
  } rows[] = {
      {"luthercooper@cubeflakes.com", MailMode::as, false},
      {"luthercooper@both.cubeflakes.com", MailMode::as, false},  // the better one counts
      {"contracts@desk.cubeflakes.com", MailMode::onBehalf, true},
      {"david@elsewhere.cubeflakes.com", MailMode::via, true},  // a subdomain is another domain
      {"david@notcubeflakes.com", MailMode::via, true},
      {"\"a@b\"@desk.cubeflakes.com", MailMode::onBehalf, true},
  };
  for (const auto& row : rows) {
    CAPTURE(row.key);
    const MailPlan plan = planMail(house, {"Somebody", row.key}, row.key);
    CHECK(mailModeName(plan.mode) == std::string(mailModeName(row.mode)));
    CHECK(plan.better.has_value() == row.better);
    CHECK_FALSE(plan.why.empty());
  }
}

TEST_CASE("Each mode shows its headers and no others", "[notifications]") {
  const Mailbox luther{"Luther Cooper", "Luther@cubeflakes.com"};
  const MailPlan as = planMail(house, luther, "luther@cubeflakes.com");
  CHECK(as.from.email == "Luther@cubeflakes.com");
  CHECK_FALSE(as.sender);
  CHECK_FALSE(as.replyTo);

  const MailPlan onBehalf = planMail(house, {"", "contracts@desk.cubeflakes.com"}, "contracts@desk.cubeflakes.com");
  CHECK(onBehalf.from.email == "contracts@desk.cubeflakes.com");
  REQUIRE(onBehalf.sender);
  CHECK(onBehalf.sender->name == "Stead");
  CHECK(onBehalf.sender->email == "sign@host.cubeflakes.com");
  CHECK_FALSE(onBehalf.replyTo);

  const MailPlan via = planMail(house, {"", "david@elsewhere.cubeflakes.com"}, "david@elsewhere.cubeflakes.com");
  CHECK(via.from.name == "david@elsewhere.cubeflakes.com via Stead");
  CHECK(via.from.email == "sign@host.cubeflakes.com");
  CHECK_FALSE(via.sender);
  REQUIRE(via.replyTo);
  CHECK(via.replyTo->email == "david@elsewhere.cubeflakes.com");
  CHECK(via.better->mode == MailMode::as);
}

TEST_CASE("What leaves in somebody's name leaves as the plan says", "[notifications]") {
  const Json mail = {{"to", {{"name", "David"}, {"email", "david@cubeflakes.com"}}}, {"title", "Service agreement"}};
  Json inOnesName = mail;
  inOnesName["inNameOf"] = {{"name", "Contracts Office"}, {"email", "contracts@desk.cubeflakes.com"}};
  const Json item = compose(optionsOf(house), "document.request.signer", inOnesName, {{"http://localhost/s/x"}, ""});
  CHECK(item.at("from") == Json({{"name", "Contracts Office"}, {"email", "contracts@desk.cubeflakes.com"}}));
  CHECK(item.at("sender") == Json({{"name", "Stead"}, {"email", "sign@host.cubeflakes.com"}}));
  CHECK_FALSE(item.contains("replyTo"));

  Json asHost = mail;
  asHost["sender"] = {{"name", "Hank White"}, {"email", "hankwhite@cubeflakes.com"}};
  const Json product = compose(optionsOf(house), "document.expired.sender", asHost, {});
  CHECK(product.at("from") == Json({{"name", "Stead"}, {"email", "sign@host.cubeflakes.com"}}));
  CHECK_FALSE(product.contains("sender"));
}
