#include "engine/session.h"

#include <catch2/catch.hpp>
#include <string>

#include "base/error.h"

using namespace stead;

namespace {

constexpr const char* hankId = "01890000-0000-7000-8000-000000000001";
constexpr const char* lutherId = "01890000-0000-7000-8000-000000000002";

Session hank() {
  Session session;
  session.scope = {7};
  session.userRow = 3;
  session.accountId = "01890000-0000-7000-8000-0000000000aa";
  session.userId = hankId;
  session.userEmailKey = "hankwhite@cubeflakes.com";
  session.apiKeyRow = 9;
  session.credential = "apiKey:01890000-0000-7000-8000-0000000000bb";
  return session;
}

void checkSameActor(const Session& session) {
  CHECK(session.scope.account == 7);
  CHECK(session.userRow == 3);
  CHECK(session.accountId == hank().accountId);
  CHECK(session.userId == hankId);
  CHECK(session.userEmailKey == "hankwhite@cubeflakes.com");
  CHECK(session.apiKeyRow == 9);
  CHECK(session.credential == hank().credential);
}

Code codeOf(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    return error.code();
  }
  return Code::internalError;
}

}  // namespace

TEST_CASE("A session on behalf names the principal by the key of the address", "[session]") {
  struct Row {
    std::string_view text;
    std::string_view address;  // "" = as himself
    std::string_view key;
  };
  const Row rows[] = {
      {"luthercooper@cubeflakes.com", "luthercooper@cubeflakes.com", "luthercooper@cubeflakes.com"},
      {"  LutherCooper@CubeFlakes.com\t", "LutherCooper@CubeFlakes.com", "luthercooper@cubeflakes.com"},
      {"", "", ""},
      {" \t ", "", ""},
      {"hankwhite@cubeflakes.com", "", ""},
      {" HankWhite@CUBEFLAKES.com ", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Session session = onBehalfOf(hank(), row.text);
    checkSameActor(session);
    REQUIRE(session.principal.has_value() == !row.key.empty());
    if (!session.principal) continue;
    CHECK(session.principal->way == Principal::Way::grant);
    CHECK(session.principal->email.address == row.address);
    CHECK(session.principal->email.key == row.key);
    CHECK(session.principal->userId.empty());
    CHECK(session.principal->userName.empty());
  }
}

TEST_CASE("An account-wide session takes an address, an address with a name, or a user id", "[session]") {
  struct Row {
    std::string_view text;
    std::string_view key;
    std::string_view name;
    std::string_view id;
  };
  const Row rows[] = {
      {"luthercooper@cubeflakes.com", "luthercooper@cubeflakes.com", "", ""},
      {" LutherCooper@cubeflakes.com ; Luther Cooper ", "luthercooper@cubeflakes.com", "Luther Cooper", ""},
      {"luthercooper@cubeflakes.com;", "luthercooper@cubeflakes.com", "", ""},
      {"luthercooper@cubeflakes.com;Cooper; Luther", "luthercooper@cubeflakes.com", "Cooper; Luther", ""},
      {lutherId, "", "", lutherId},
      {"01890000-0000-7000-8000-0000000000AB", "", "", "01890000-0000-7000-8000-0000000000ab"},
      {"", "", "", ""},
      {"  ", "", "", ""},
      {hankId, "", "", ""},
      {"HANKWHITE@cubeflakes.com", "", "", ""},
      {"hankwhite@cubeflakes.com;Hank White", "", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Session session = accountWide(hank(), row.text);
    checkSameActor(session);
    REQUIRE(session.principal.has_value() == !(row.key.empty() && row.id.empty()));
    if (!session.principal) continue;
    CHECK(session.principal->way == Principal::Way::accountWide);
    CHECK(session.principal->email.key == row.key);
    CHECK(session.principal->userName == row.name);
    CHECK(session.principal->userId == row.id);
  }
}

TEST_CASE("A session never carries two principals", "[session]") {
  const Session first = onBehalfOf(hank(), "luthercooper@cubeflakes.com");
  const Session second = accountWide(first, "legaldesk@cubeflakes.com");
  REQUIRE(second.principal);
  CHECK(second.principal->way == Principal::Way::accountWide);
  CHECK(second.principal->email.key == "legaldesk@cubeflakes.com");
  CHECK_FALSE(onBehalfOf(second, "").principal);
  CHECK_FALSE(accountWide(first, "").principal);
  CHECK_FALSE(onBehalfOf(first, "hankwhite@cubeflakes.com").principal);
}

TEST_CASE("A principal that cannot be read is refused, not ignored", "[session]") {
  for (const std::string_view text : {"Luther Cooper", "luther@", "a@b", "luthercooper@cubeflakes.com;Luther Cooper",
                                      "01890000-0000-7000-8000-000000000002", "luther\ncooper@cubeflakes.com"}) {
    CAPTURE(text);
    CHECK(codeOf([&] { (void)onBehalfOf(hank(), text); }) == Code::malformedArgument);
  }
  const std::string longName = "luthercooper@cubeflakes.com;" + std::string(81, 'x');
  const std::string edgeName = "luthercooper@cubeflakes.com;" + std::string(80, 'x');
  for (const std::string_view text :
       {std::string_view("Luther Cooper"), std::string_view(";Luther Cooper"), std::string_view("luther@"),
        std::string_view("luthercooper@cubeflakes.com;Luther\nCooper"),
        std::string_view("luthercooper@cubeflakes.com;\xFF"), std::string_view(longName)}) {
    CAPTURE(text);
    CHECK(codeOf([&] { (void)accountWide(hank(), text); }) == Code::malformedArgument);
  }
  CHECK(accountWide(hank(), edgeName).principal->userName.size() == 80);
}
