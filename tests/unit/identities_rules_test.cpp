// The pure rules of sender identities, row by row from contract 2.2, 2.7 and design 3.
#include "identities/identity_rules.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "delegation/operations.h"
#include "support/test_store.h"

using namespace stead;
using namespace stead::identities;
using stead::test::errorOf;

namespace {

using Found = std::vector<std::pair<std::string, std::string>>;

Found violationsOf(const std::function<void()>& act) {
  Found out;
  try {
    act();
  } catch (const Error& error) {
    CHECK(error.code() == Code::invalidRecord);
    for (const auto& field : error.fields()) out.emplace_back(field.field, field.message);
  }
  return out;
}

Json asking(const Json& change) {
  Json request = {{"name", "Luther Cooper"}, {"email", "luthercooper@cubeflakes.com"}};
  request.merge_patch(change);
  return request;
}

std::string times(const char* text, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

OperationSet bit(std::string_view name) { return OperationSet{1} << operationNamed(name)->grantBit; }

constexpr const char* blankName = "The name cannot be null, empty, or whitespace.";
constexpr const char* noEmail = "The Email field is required.";
constexpr const char* badEmail = "The field Email is invalid.";

}  // namespace

TEST_CASE("A request to create is refused by field, in the words of the contract", "[identities]") {
  struct Row {
    Json change;
    Found violations;
  };
  const std::string emoji = "\xF0\x9F\x98\x80";
  const Row rows[] = {
      {Json::object(), {}},
      {{{"name", nullptr}}, {{"/name", blankName}}},
      {{{"name", ""}}, {{"/name", blankName}}},
      {{{"name", " \t"}}, {{"/name", blankName}}},
      {{{"name", "\xC2\xA0\xE2\x80\x83"}}, {{"/name", blankName}}},  // blank in Unicode too
      {{{"name", 7}}, {{"/name", "must be text"}}},
      {{{"name", times(emoji.c_str(), 80)}}, {}},
      {{{"name", times(emoji.c_str(), 81)}}, {{"/name", "must be at most 80 characters"}}},
      {{{"name", "Luther\r\nBcc: david@cubeflakes.com"}}, {{"/name", "must not contain control characters"}}},
      {{{"email", nullptr}}, {{"/email", noEmail}}},
      {{{"email", ""}}, {{"/email", noEmail}}},
      {{{"email", "  "}}, {{"/email", noEmail}}},
      {{{"email", "luthercooper"}}, {{"/email", badEmail}}},
      {{{"email", "luther@cooper@cubeflakes.com"}}, {{"/email", badEmail}}},
      {{{"email", 7}}, {{"/email", badEmail}}},
      {{{"name", ""}, {"email", ""}}, {{"/name", blankName}, {"/email", noEmail}}},
      {{{"brandId", "x"}}, {{"/brandId", "Provide a valid brand ID"}}},
      {{{"brandId", ""}}, {}},
      {{{"brandId", "01890000-0000-7000-8000-00000000000A"}}, {}},
      {{{"redirectUrl", "ftp://cubeflakes.com"}}, {{"/redirectUrl", "must be an absolute http or https URL"}}},
      {{{"redirectUrl", "https://cubeflakes.com/done"}}, {}},
      {{{"locale", "ZH_TW"}}, {}},
      {{{"notificationSettings", {{"viewed", "no"}}}}, {{"/notificationSettings/viewed", "must be true or false"}}},
      {{{"notificationSettings", Json::array()}}, {}},
      {{{"metaData", {{"department", 7}}}}, {{"/metaData/department", "must be text, or null to remove the key"}}},
      {{{"operations", Json::array()}},
       {{"/operations", "must name at least one operation; leave it out to name all"}}},
      {{{"operations", {"document.send", "identity.create"}}},
       {{"/operations/1", "is not an operation that can be done on behalf of another person"}}},
      {{{"operations", {7}}}, {{"/operations/0", "is not an operation that can be done on behalf of another person"}}},
      {{{"untill", 1}}, {{"/untill", "unknown member"}}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.change.dump());
    Json request = {{"name", "Luther Cooper"}, {"email", "luthercooper@cubeflakes.com"}};
    request.update(row.change);
    CHECK(violationsOf([&] { static_cast<void>(readCreate(request)); }) == row.violations);
  }
  CHECK(violationsOf([] { static_cast<void>(readCreate(Json::object())); }) ==
        Found{{"/name", blankName}, {"/email", noEmail}});
  CHECK(violationsOf([] { static_cast<void>(readCreate(asking({{"locale", "en"}}))); }).size() == 1);
}

TEST_CASE("What is not named in a request to create takes its default", "[identities]") {
  const CreateRequest plain = readCreate(asking(Json::object()));
  CHECK(plain.locale == "EN");
  CHECK(plain.metaData == "{}");
  CHECK_FALSE(plain.redirectUrl);
  CHECK_FALSE(plain.brandId);
  CHECK(plain.terms.empty());
  const Json flags = notifications::toJson(plain.settings);
  CHECK(flags.size() == 12);
  for (const auto& [flag, on] : flags.items()) {
    CAPTURE(flag);
    CHECK(on == (flag != "sent" && flag != "attachSignedDocument"));
  }
  const CreateRequest some = readCreate(
      asking({{"notificationSettings", {{"viewed", false}, {"sent", true}}}, {"metaData", {{"a", "1"}, {"b", ""}}}}));
  CHECK_FALSE(notifications::wants(some.settings, notifications::Flag::viewed));
  CHECK(notifications::wants(some.settings, notifications::Flag::sent));
  CHECK(notifications::wants(some.settings, notifications::Flag::declined));
  CHECK(some.metaData == R"({"a":"1"})");
}

TEST_CASE("An update must name something to update", "[identities]") {
  const char* const nothing =
      "To update the sender identity, at least one of the following is required: name, notificationSettings, "
      "redirectUrl, metadata, or locale.";
  struct Row {
    const char* request;
    Found violations;
  };
  const Row rows[] = {
      {"{}", {{"", nothing}}},
      {R"({"name":"  "})", {{"", nothing}}},
      {R"({"name":null,"metaData":null,"notificationSettings":null,"locale":null})", {{"", nothing}}},
      {R"({"version":3})", {{"", nothing}}},
      {R"({"name":"Luther"})", {}},
      {R"({"name":"","locale":"FR"})", {{"/name", blankName}}},
      {R"({"redirectUrl":null})", {}},
      {R"({"redirectUrl":""})", {}},
      {R"({"metaData":{}})", {}},
      {R"({"metaData":[]})", {}},
      {R"({"notificationSettings":{}})", {}},
      {R"({"locale":"DE"})", {}},
      {R"({"email":"david@cubeflakes.com","name":"David"})", {{"/email", "unknown member"}}},
      {R"({"brandId":"01890000-0000-7000-8000-00000000000a","name":"David"})", {{"/brandId", "unknown member"}}},
      {R"({"notificationSettings":{"deliveryFailedFor":1}})",
       {{"/notificationSettings/deliveryFailedFor", "unknown member"}}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.request);
    CHECK(violationsOf([&] { static_cast<void>(readUpdate(parseRecord(row.request))); }) == row.violations);
  }
}

TEST_CASE("An update changes what it names and tells what really changed", "[identities]") {
  Identity current;
  current.name = "Luther Cooper";
  current.settings = notifications::defaultSettings();
  current.redirectUrl = "https://cubeflakes.com/done";
  current.metaData = R"({"department":"sales","region":"north"})";
  struct Row {
    const char* request;
    std::vector<std::string> changes;
  };
  const Row rows[] = {{R"({"name":"Luther C."})", {"name"}},
                      {R"({"name":"Luther Cooper","locale":"EN","metaData":{}})", {}},
                      {R"({"notificationSettings":{"sent":true}})", {"notificationSettings"}},
                      {R"({"notificationSettings":{"sent":false,"viewed":true}})", {}},
                      {R"({"redirectUrl":""})", {"redirectUrl"}},
                      {R"({"redirectUrl":null,"locale":"FR"})", {"redirectUrl", "locale"}},
                      {R"({"metaData":{"region":""}})", {"metaData"}},
                      {R"({"metaData":{"region":"north"}})", {}}};
  for (const auto& row : rows) {
    CAPTURE(row.request);
    CHECK(updated(current, readUpdate(parseRecord(row.request))).changes == row.changes);
  }
  const Updated merged =
      updated(current, readUpdate(parseRecord(R"({"metaData":{"department":"legal","new":"x","region":null}})")));
  CHECK(merged.identity.metaData == R"({"department":"legal","new":"x"})");
  CHECK(merged.identity.redirectUrl == current.redirectUrl);
  CHECK_FALSE(updated(current, readUpdate(parseRecord(R"({"redirectUrl":""})"))).identity.redirectUrl);

  Json full = Json::object();
  for (int i = 0; i < 50; ++i) full["k" + std::to_string(i)] = "v";
  current.metaData = writeJson(full);
  CHECK(violationsOf([&] {
          static_cast<void>(updated(current, readUpdate(parseRecord(R"({"metaData":{"one":"more"}})"))));
        }).size() == 1);
  CHECK_NOTHROW(updated(current, readUpdate(parseRecord(R"({"metaData":{"one":"more","k0":""}})"))));
}

TEST_CASE("An identity is named by id or e-mail", "[identities]") {
  CHECK(readIdentityName("01890000-0000-7000-8000-00000000000A").id == "01890000-0000-7000-8000-00000000000a");
  CHECK(readIdentityName(" LutherCooper@Cubeflakes.com ").emailKey == "luthercooper@cubeflakes.com");
  struct Row {
    const char* name;
    const char* message;
  };
  for (const auto& row :
       {Row{"", "The email field is required."}, Row{"  ", "The email field is required."},
        Row{"luther", "The field email is invalid."}, Row{"01890000-0000-7000-8000", "The field email is invalid."}}) {
    CAPTURE(row.name);
    const Error error = errorOf([&] { static_cast<void>(readIdentityName(row.name)); });
    CHECK(error.code() == Code::malformedArgument);
    CHECK(error.text() == row.message);
    CHECK(error.fields().front().field == "/email");
  }
}

TEST_CASE("The table of lifecycles", "[identities]") {
  using enum IdentityStatus;
  constexpr auto gone = std::optional<IdentityStatus>();
  struct Row {
    Act act;
    Standing standing;
    bool allowed;
    std::optional<IdentityStatus> to;
    Code reason;
  };
  constexpr Code none = Code::internalError;
  const Row rows[] = {
      {Act::resend, {pending, false, false}, true, pending, none},
      {Act::resend, {pending, true, false}, true, pending, none},
      {Act::resend, {verified, false, true}, false, gone, Code::wrongState},
      {Act::resend, {denied, false, false}, false, gone, Code::wrongState},
      {Act::resend, {revoked, false, false}, false, gone, Code::wrongState},
      {Act::rerequest, {pending, false, false}, false, gone, Code::wrongState},
      {Act::rerequest, {pending, true, false}, false, gone, Code::wrongState},
      {Act::rerequest, {verified, false, true}, false, gone, Code::wrongState},
      {Act::rerequest, {verified, false, false}, true, pending, none},
      {Act::rerequest, {denied, false, false}, true, pending, none},
      {Act::rerequest, {revoked, false, false}, true, pending, none},
      {Act::approve, {pending, false, false}, true, verified, none},
      {Act::approve, {pending, true, false}, false, gone, Code::linkNotFound},
      {Act::approve, {verified, false, true}, false, gone, Code::linkNotFound},
      {Act::approve, {denied, false, false}, false, gone, Code::linkNotFound},
      {Act::approve, {revoked, false, false}, false, gone, Code::linkNotFound},
      {Act::deny, {pending, false, false}, true, denied, none},
      {Act::deny, {pending, true, false}, false, gone, Code::linkNotFound},
      {Act::deny, {verified, false, true}, false, gone, Code::linkNotFound},
      {Act::deny, {denied, false, false}, false, gone, Code::linkNotFound},
      {Act::narrow, {verified, false, true}, true, verified, none},
      {Act::narrow, {verified, false, false}, false, gone, Code::linkNotFound},
      {Act::narrow, {pending, false, false}, false, gone, Code::linkNotFound},
      {Act::narrow, {revoked, false, false}, false, gone, Code::linkNotFound},
      {Act::revoke, {verified, false, true}, true, revoked, none},
      {Act::revoke, {verified, false, false}, false, gone, Code::linkNotFound},
      {Act::revoke, {revoked, false, false}, false, gone, Code::linkNotFound},
      {Act::revoke, {denied, false, false}, false, gone, Code::linkNotFound},
      {Act::creatorLeaves, {verified, false, true}, true, revoked, none},
      {Act::creatorLeaves, {verified, false, false}, true, revoked, none},
      {Act::creatorLeaves, {pending, false, false}, true, pending, none},
      {Act::creatorLeaves, {denied, false, false}, true, denied, none},
      {Act::update, {denied, false, false}, true, denied, none},
      {Act::update, {verified, false, true}, true, verified, none},
      {Act::remove, {pending, false, false}, true, gone, none},
      {Act::remove, {verified, false, true}, true, gone, none},
  };
  for (const auto& row : rows) {
    CAPTURE(static_cast<int>(row.act), identityStatusName(row.standing.status), row.standing.lapsed,
            row.standing.grantLives);
    const Judgement judged = judge(row.act, row.standing);
    CHECK(judged.allowed == row.allowed);
    CHECK(judged.to == row.to);
    if (!row.allowed) CHECK(judged.reason == row.reason);
  }
  CHECK(judge(Act::rerequest, {pending, false, false}).text ==
        "You can re-request sender identity only if the invitation is rejected.");
}

TEST_CASE("Terms can be narrowed, never widened", "[identities]") {
  constexpr std::int64_t now = 1000;
  const Range open{allDelegable(), std::nullopt, std::nullopt};
  const Range shut{bit("document.send") | bit("document.remind"), 2000, 5000};
  struct Row {
    Range outer;
    Terms terms;
    Range expected;
    std::vector<std::string> fields;
  };
  const OperationSet send = bit("document.send");
  const Row rows[] = {
      {open, {}, open, {}},
      {open, {send, 1500, 9000, false, false}, {send, 1500, 9000}, {}},
      {shut, {}, shut, {}},
      {shut, {send, 2000, 5000, false, false}, {send, 2000, 5000}, {}},
      {shut, {std::nullopt, 3000, 4000, false, false}, {shut.operations, 3000, 4000}, {}},
      {shut, {bit("document.revoke"), {}, {}, false, false}, {}, {"/operations"}},
      {shut, {send | bit("document.revoke"), {}, {}, false, false}, {}, {"/operations"}},
      {shut, {{}, 1999, {}, false, false}, {}, {"/from"}},
      {shut, {{}, {}, 5001, false, false}, {}, {"/until"}},
      {shut, {{}, 3000, 3000, false, false}, {}, {"/until"}},
      {shut, {{}, 4000, 3000, false, false}, {}, {"/until"}},
      {shut, {{}, {}, {}, true, false}, {}, {"/from"}},
      {shut, {{}, {}, {}, false, true}, {}, {"/until"}},
      {open, {{}, {}, 1000, false, false}, {}, {"/until"}},  // must lie in the future
      {open, {{}, {}, 1001, false, false}, {open.operations, std::nullopt, 1001}, {}},
      {open, {{}, {}, {}, true, true}, open, {}},
      {shut, {bit("document.revoke"), 1, 9999, false, false}, {}, {"/operations", "/from", "/until"}},
  };
  for (const auto& row : rows) {
    CAPTURE(&row - rows);
    Violations violations;
    const Range result = narrowed(row.outer, row.terms, now, violations);
    std::vector<std::string> fields;
    for (const auto& field : violations.fields()) fields.push_back(field.field);
    CHECK(fields == row.fields);
    if (row.fields.empty()) CHECK(result == row.expected);
  }
}

TEST_CASE("A new request may ask for more, but not for the past", "[identities]") {
  constexpr std::int64_t now = 1000;
  const Range before{bit("document.send"), 500, 900};
  Violations past;
  static_cast<void>(asked(before, {}, now, past));
  REQUIRE(past.fields().size() == 1);
  CHECK(past.fields().front().field == "/until");
  Violations none;
  CHECK(asked(before, {allDelegable(), {}, {}, true, true}, now, none) == Range{allDelegable(), {}, {}});
  CHECK(asked(before, {{}, 1500, 1501, false, false}, now, none) == Range{before.operations, 1500, 1501});
  CHECK(none.empty());
  Violations order;
  static_cast<void>(asked(before, {{}, 3000, 2000, false, false}, now, order));
  CHECK(order.fields().size() == 1);
}

TEST_CASE("Requests lapse and grants end by the clock", "[identities]") {
  Identity identity;
  identity.requestedAt = 1000;
  CHECK_FALSE(lapsedAt(identity, 500, 1499));
  CHECK(lapsedAt(identity, 500, 1500) == 1500);
  CHECK(lapsedAt(identity, 500, 99999) == 1500);
  identity.lapsedAt = 1400;
  CHECK(lapsedAt(identity, 500, 1450) == 1400);
  identity.status = IdentityStatus::denied;
  CHECK_FALSE(lapsedAt(identity, 500, 99999));

  Grant grant;
  CHECK_FALSE(endOf(grant, 99999));
  grant.until = 2000;
  CHECK_FALSE(endOf(grant, 1999));
  CHECK(endOf(grant, 2000) == 2000);
  grant.endedAt = 1700;
  CHECK(endOf(grant, 99999) == 1700);
}

TEST_CASE("What the owner sends is checked before any lock", "[identities]") {
  CHECK(violationsOf([] { static_cast<void>(readApprove(Json::object())); }).front().first == "/textHash");
  CHECK(violationsOf([] {
          static_cast<void>(readApprove({{"textHash", "ab"}, {"untill", 5}}));
        })
            .front()
            .first == "/untill");
  CHECK(violationsOf([] {
          static_cast<void>(readDeny({{"neverAskAgain", "yes"}}));
        })
            .front()
            .first == "/neverAskAgain");
  CHECK(violationsOf([] { static_cast<void>(readNarrow(Json::object())); }).front().first.empty());
  CHECK(violationsOf([] { static_cast<void>(readNarrow({{"ip", "192.0.2.7"}})); }).size() == 1);
  CHECK(violationsOf([] { static_cast<void>(readRevoke({{"until", 5}})); }).front().first == "/until");
  CHECK(violationsOf([] {
          static_cast<void>(readRevoke({{"userAgent", std::string(501, 'x')}}));
        })
            .front()
            .first == "/userAgent");
  CHECK(readRevoke({{"userAgent", std::string(500, 'x')}, {"ip", "2001:db8::1"}}).origin.ip == "2001:db8::1");
}

TEST_CASE("A search looks into names and addresses without regard to ASCII case", "[identities]") {
  CHECK(containsFolded("Luther Cooper", "cooper"));
  CHECK(containsFolded("Luther Cooper", "r c"));
  CHECK(containsFolded("Luther", ""));
  CHECK(containsFolded("", ""));
  CHECK_FALSE(containsFolded("", "x"));
  CHECK_FALSE(containsFolded("Luther", "l%r"));
  CHECK_FALSE(containsFolded("Luther", "l_ther"));
  CHECK(containsFolded("100% Luther_", "% luther_"));
  CHECK(containsFolded("\xC3\x84lex", "lex"));
}
