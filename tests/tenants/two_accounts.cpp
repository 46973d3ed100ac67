#include "two_accounts.h"

#include <fstream>
#include <iterator>

namespace stead_test {
namespace {

constexpr const char* lutherEmail = "luthercooper@cubeflakes.com";
constexpr const char* hankEmail = "hankwhite@cubeflakes.com";

// A call that must succeed; answers its record.
template <class Call>
Record made(Call call) {
  Record answer;
  Error error;
  const stead_status status = call(out(answer), out(error));
  require(status, error);
  return answer;
}

std::string agreement() {
  std::ifstream in(STEAD_AGREEMENT, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

Session openTrusted(stead_engine* engine, const std::string& userId) {
  Session session;
  Error error;
  require(stead_session_open_trusted(engine, userId.c_str(), out(session), out(error)), error);
  return session;
}

}  // namespace

TwoAccounts::TwoAccounts() : engine_(openEngine(folder_.store())) {
  asking_ = fill("Cubeflakes", "alexgayle@cubeflakes.com");
  other_ = fill("Cubeflakes Legal", "legal@cubeflakes.com");
}

void TwoAccounts::nextHour() {
  now_ += 3600000;
  Error error;
  require(stead_engine_set_test_clock(engine_.get(), now_, out(error)), error);
}

// The token of the newest link of a kind of message; takes everything that waits.
std::string TwoAccounts::take(const char* kind) {
  const Record request = record(R"({"max": 100})");
  const Record taken =
      made([&](auto answer, auto error) { return stead_outbox_take(engine_.get(), request.get(), answer, error); });
  std::string token;
  for (int64_t i = 0; i < stead_record_count(taken.get(), "/items"); ++i) {
    const std::string item = "/items/" + std::to_string(i);
    if (text(taken, (item + "/kind").c_str()) != kind) continue;
    const std::string link = text(taken, (item + "/link").c_str());
    token = link.substr(link.rfind('/') + 1);
  }
  return token;
}

Record TwoAccounts::makeBrand(const Session& admin) {
  const std::string logo = R"(<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>)";
  const Record request = record(R"({"name": "Cubeflakes"})");
  Upload upload;
  Error error;
  require(stead_upload_new(out(upload), out(error)), error);
  require(stead_upload_add_file(upload.get(), "logo.svg", logo.data(), static_cast<int64_t>(logo.size()), out(error)),
          error);
  return made([&](auto answer, auto failed) {
    return stead_brand_create(admin.get(), request.get(), upload.get(), answer, failed);
  });
}

std::string TwoAccounts::send(const Session& session) {
  const Record request = record(
      R"({"title": "Agreement", "signers": [{"name": "David", "emailAddress": "david@cubeflakes.com",
          "authenticationType": "AccessCode", "authenticationCode": "4711"}]})");
  Upload upload;
  Error error;
  require(stead_upload_new(out(upload), out(error)), error);
  const std::string bytes = agreement();
  require(stead_upload_add_file(upload.get(), "agreement.pdf", bytes.data(), static_cast<int64_t>(bytes.size()),
                                out(error)),
          error);
  const Record sent = made([&](auto answer, auto failed) {
    return stead_document_send(session.get(), request.get(), upload.get(), answer, failed);
  });
  return json(sent);
}

Tenant TwoAccounts::fill(const char* name, const char* owner) {
  Tenant tenant;
  Ids& ids = tenant.ids;
  const Record account = made([&](auto answer, auto error) {
    const Record request = record(std::string(R"({"name": ")") + name +
                                  R"(", "admin": {"name": "Luther Cooper", "email": ")" + lutherEmail + R"("}})");
    return stead_account_create(engine_.get(), request.get(), answer, error);
  });
  ids.account = text(account, "/id");
  ids.admin = text(account, "/adminUserId");
  tenant.admin = openTrusted(engine_.get(), ids.admin);
  const Record team = made([&](auto answer, auto error) {
    const Record request = record(R"({"name": "Desk"})");
    return stead_team_create(tenant.admin.get(), request.get(), answer, error);
  });
  ids.team = text(team, "/id");
  ids.brand = text(makeBrand(tenant.admin), "/id");
  const Record user = made([&](auto answer, auto error) {
    const Record request = record(std::string(R"({"email": ")") + hankEmail + R"(", "teamId": ")" + ids.team + R"("})");
    return stead_user_invite(tenant.admin.get(), request.get(), answer, error);
  });
  ids.user = text(user, "/id");
  const std::string invitation = take("user.invited.invitee");
  (void)made([&](auto answer, auto error) {
    const Record request = record(R"({"name": "Hank White"})");
    return stead_user_accept(engine_.get(), invitation.c_str(), request.get(), answer, error);
  });
  tenant.member = openTrusted(engine_.get(), ids.user);
  const Record key = made([&](auto answer, auto error) {
    const Record request = record(R"({"name": "desk"})");
    return stead_api_key_create(tenant.member.get(), request.get(), answer, error);
  });
  ids.key = text(key, "/id");
  const Record webhook = made([&](auto answer, auto error) {
    const Record request = record(R"({"name": "Desk", "url": "https://cubeflakes.com/hooks", "events": ["Sent"]})");
    return stead_webhook_create(tenant.admin.get(), request.get(), answer, error);
  });
  ids.webhook = text(webhook, "/id");
  ids.identityEmail = owner;
  const Record identity = made([&](auto answer, auto error) {
    const Record request = record(std::string(R"({"name": "Alex Gayle", "email": ")") + owner + R"("})");
    return stead_identity_create(tenant.member.get(), request.get(), answer, error);
  });
  ids.identity = text(identity, "/id");
  const std::string consent = take("identity.asked.owner");
  const Record page =
      made([&](auto answer, auto error) { return stead_owner_look(engine_.get(), consent.c_str(), answer, error); });
  const Record approved = made([&](auto answer, auto error) {
    const Record request = record(R"({"textHash": ")" + text(page, "/textHash") + R"("})");
    return stead_owner_approve(engine_.get(), consent.c_str(), request.get(), answer, error);
  });
  ids.grant = text(approved, "/grant/id");
  const Record own = record(send(tenant.member));
  ids.document = text(own, "/id");
  ids.signer = text(own, "/signers/0/id");
  Session forOwner;
  Error error;
  require(stead_session_on_behalf_of(tenant.member.get(), owner, out(forOwner), out(error)), error);
  ids.behalfDocument = text(record(send(forOwner)), "/id");
  return tenant;
}

}  // namespace stead_test
