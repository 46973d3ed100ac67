// Brands in use: who may, what documents keep, what deletion waits for.
#include <catch2/catch.hpp>

#include "base/limits.h"
#include "support/brands.h"
#include "support/sending_desk.h"

using namespace stead;
using namespace stead::test;

namespace {

Json brandOf(SendingDesk& desk, const Json& sent) { return desk.get(desk.hank, sent).value("brand", Json()); }

Json sendWith(SendingDesk& desk, const std::string& brandId) {
  Json request = SendingDesk::record();
  request["brandId"] = brandId;
  return desk.send(desk.hank, request);
}

}  // namespace

TEST_CASE("An Admin makes a brand, everybody sees it", "[brands]") {
  SendingDesk desk;
  const Json made = makeBrand(desk.engine, desk.luther, {{"buttonColor", "navy"}, {"requestId", "one"}});
  CHECK(made["name"] == "Cubeflakes");
  CHECK(made["buttonColor"] == "navy");
  CHECK(made["isDefault"] == false);
  CHECK(made["logo"]["type"] == "svg");
  CHECK(made["version"] == 1);
  CHECK(desk.lastEntry()["operation"] == "brand.create");
  CHECK(makeBrand(desk.engine, desk.luther, {{"buttonColor", "navy"}, {"requestId", "one"}}) == made);
  CHECK(brands::get(desk.engine, desk.hank, SendingDesk::idOf(made)) == made);
  CHECK(brands::list(desk.engine, desk.hank)["items"] == Json::array({made}));
  CHECK(codeOf([&] { (void)makeBrand(desk.engine, desk.hank); }) == "lacksRole");
  CHECK(desk.lastEntry()["outcome"] == "refused");
  CHECK(codeOf([&] { (void)brands::create(desk.engine, desk.luther, {{"name", "a"}}, {}); }) == "invalidRecord");

  const auto logo = [&](std::int64_t offset, std::int64_t max) {
    return std::string(textOf(brands::logo(desk.engine, desk.hank, SendingDesk::idOf(made), offset, max).bytes));
  };
  CHECK(logo(0, 4) == "<svg");
  CHECK(logo(1, 3) == "svg");
  CHECK(logo(1000, 3).empty());
  CHECK(logo(0, 1 << 20) == std::string(textOf(logoUpload().files.front().bytes)));
}

TEST_CASE("A document keeps the brand it was sent with", "[brands]") {
  SendingDesk desk;
  const std::string brand = makeBrandId(desk.engine, desk.luther, {{"buttonColor", "navy"}});
  const Json sent = sendWith(desk, brand);
  const Json changed = brands::update(desk.engine, desk.luther, brand, {{"buttonColor", "red"}, {"name", "Cubes"}}, {});
  CHECK(changed["version"] == 2);
  CHECK(desk.lastEntry()["operation"] == "brand.update");
  CHECK(brandOf(desk, sent)["buttonColor"] == "navy");
  CHECK(brandOf(desk, sent)["name"] == "Cubeflakes");
  CHECK(documents::signerView(desk.engine, desk.tokenOf(sent), Json::object())["brand"]["buttonColor"] == "navy");
  CHECK(brandOf(desk, sendWith(desk, brand))["buttonColor"] == "red");
  // A change that changes nothing is no change.
  CHECK(brands::update(desk.engine, desk.luther, brand, {{"buttonColor", "red"}}, {})["version"] == 2);
}

TEST_CASE("A scheduled document leaves with its brand as it looks then", "[brands]") {
  SendingDesk desk;
  const std::string brand = makeBrandId(desk.engine, desk.luther, {{"buttonColor", "navy"}});
  Json request = SendingDesk::record();
  request["brandId"] = brand;
  request["scheduledSendAt"] = startMs + limits::hourMs;
  const Json sent = desk.send(desk.hank, request);
  (void)brands::update(desk.engine, desk.luther, brand, {{"buttonColor", "red"}}, {});
  CHECK(brandOf(desk, sent)["buttonColor"] == "navy");
  desk.engine.setTestClock(startMs + limits::hourMs);
  CHECK(documents::sendScheduledDue(desk.engine, 10) == 1);
  CHECK(brandOf(desk, sent)["buttonColor"] == "red");
}

TEST_CASE("The brand asked for wins, then the identity's, then the default", "[brands]") {
  SendingDesk desk;
  const std::string own = makeBrandId(desk.engine, desk.luther, {{"name", "own"}});
  const std::string ofLuther = makeBrandId(desk.engine, desk.luther, {{"name", "Luther's"}});
  const std::string usual = makeBrandId(desk.engine, desk.luther, {{"name", "usual"}, {"isDefault", true}});
  desk.identity = identities::create(desk.engine, desk.hank,
                                     {{"name", "Luther Cooper"}, {"email", lutherEmail}, {"brandId", ofLuther}});
  desk.approve();
  CHECK(brandOf(desk, sendWith(desk, own))["id"] == own);
  CHECK(brandOf(desk, desk.send(desk.forLuther))["id"] == ofLuther);
  CHECK(brandOf(desk, desk.send(desk.hank))["id"] == usual);
  (void)brands::makeDefault(desk.engine, desk.luther, own);
  CHECK(brands::get(desk.engine, desk.hank, usual)["isDefault"] == false);
  CHECK(brandOf(desk, desk.send(desk.hank))["id"] == own);
  (void)brands::update(desk.engine, desk.luther, own, {{"isDefault", false}}, {});
  CHECK(brandOf(desk, desk.send(desk.hank)).is_null());

  const std::string nowhere = "01890000-0000-7000-8000-00000000000a";
  CHECK(codeOf([&] { (void)sendWith(desk, nowhere); }) == "brandNotFound");
  CHECK(codeOf([&] {
          (void)identities::create(desk.engine, desk.hank,
                                   {{"name", "David"}, {"email", davidEmail}, {"brandId", nowhere}});
        }) == "brandNotFound");
}

TEST_CASE("A brand in use is not deleted", "[brands]") {
  SendingDesk desk;
  const std::string brand = makeBrandId(desk.engine, desk.luther);
  const auto remove = [&] { return codeOf([&] { (void)brands::remove(desk.engine, desk.luther, brand); }); };
  (void)identities::create(desk.engine, desk.hank, {{"name", "David"}, {"email", davidEmail}, {"brandId", brand}});
  const Json sent = sendWith(desk, brand);
  CHECK(remove() == "brandInUse");
  CHECK(desk.lastEntry()["reason"] == "brandInUse");
  (void)identities::remove(desk.engine, desk.hank, davidEmail);
  CHECK(remove() == "brandInUse");
  (void)desk.sign(sent);
  CHECK(brands::remove(desk.engine, desk.luther, brand)["id"] == brand);
  CHECK(brandOf(desk, sent)["id"] == brand);
  CHECK(codeOf([&] { (void)brands::get(desk.engine, desk.luther, brand); }) == "brandNotFound");
  CHECK(remove() == "brandNotFound");
}

TEST_CASE("A brand may say when documents expire, and that nobody declines", "[brands]") {
  SendingDesk desk;
  const std::string brand = makeBrandId(
      desk.engine, desk.luther,
      {{"hideDecline", true}, {"documentExpirySettings", {{"expiryDateType", "Hours"}, {"expiryValue", 48}}}});
  Json request = SendingDesk::record();
  request["brandId"] = brand;
  CHECK(desk.send(desk.hank, request)["expiresAt"] == startMs + 30 * limits::dayMs);
  request.erase("expiryValue");
  const Json sent = desk.send(desk.hank, request);
  CHECK(sent["expiresAt"] == startMs + 48 * limits::hourMs);
  CHECK(codeOf([&] {
          (void)documents::signerDecline(desk.engine, desk.tokenOf(sent), {{"message", "no"}});
        }) == "wrongState");
  CHECK(desk.get(desk.hank, sent)["status"] == "InProgress");
}
