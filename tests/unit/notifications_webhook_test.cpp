// Webhooks: signatures against known answers, the ladder, what is told to whom, and no secret on disk.
#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "base/sealing.h"
#include "identities/identity_verbs.h"
#include "notifications/webhook_rules.h"
#include "notifications/webhook_verbs.h"
#include "support/outbox_world.h"

using namespace stead;
using namespace stead::test;
using namespace stead::notifications;

namespace {

Json hooksDue(OutboxWorld& world) { return takeWebhooks(world.engine(), {{"max", 100}}).at("items"); }

Json makeHook(OutboxWorld& world, std::vector<std::string> events) {
  return createWebhook(world.engine(), world.office.luther,
                       {{"name", "Desk"}, {"url", "https://cubeflakes.com/hooks"}, {"events", events}});
}

// A webhook whose address has answered.
Json enabledHook(OutboxWorld& world, std::vector<std::string> events) {
  const Json made = makeHook(world, std::move(events));
  for (const auto& item : hooksDue(world)) ackItem(world.engine(), item);
  return made;
}

Json hookNow(OutboxWorld& world) {
  return listWebhooksOf(world.engine(), world.office.luther, Json::object()).at("items").at(0);
}

std::string bytesOfFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string signatureOf(const std::string& secret, std::string_view signedText) {
  return crypto::hex(crypto::hmacSha256(bytesOf(secret), {bytesOf(signedText)}));
}

}  // namespace

TEST_CASE("Signatures are those of the contract and of Standard Webhooks", "[notifications]") {
  // The example of the Standard Webhooks specification.
  const SigningKeys example{"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"};
  CHECK(standardSignature(example, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, R"({"test": 2432232314})") ==
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

  // RFC 4231, case 2 (key "Jefe") shows which HMAC it is; the text signed is "<t>.<body>".
  CHECK(crypto::hex(crypto::hmacSha256(bytesOf("Jefe"), {bytesOf("what do ya want "), bytesOf("for nothing?")})) ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  const SigningKeys keys{"whsec_AAAA", "whsec_BBBB"};
  CHECK(boldSignSignature(keys, 1700000000, "{}") ==
        "t=1700000000, s0=" + signatureOf(keys[0], "1700000000.{}") + ", s1=" + signatureOf(keys[1], "1700000000.{}"));
  CHECK(boldSignSignature({keys[1]}, 1, "x") == "t=1, s0=" + signatureOf(keys[1], "1.x"));
  const std::string both = standardSignature(keys, "m", 1, "x");
  CHECK(std::count(both.begin(), both.end(), ' ') == 1);
}

TEST_CASE("Sealed secrets open with their key and context alone", "[notifications]") {
  Hash key{};
  key.fill(9);
  Hash other{};
  const crypto::SealNonce nonce{1, 2, 3};
  const Bytes sealed = crypto::seal(key, nonce, bytesOf("whsec_x"), bytesOf("id"));
  CHECK(textOf(*crypto::unseal(key, sealed, bytesOf("id"))) == "whsec_x");
  CHECK_FALSE(crypto::unseal(other, sealed, bytesOf("id")));
  CHECK_FALSE(crypto::unseal(key, sealed, bytesOf("ie")));
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    Bytes changed = sealed;
    changed[i] ^= 1U;
    CHECK_FALSE(crypto::unseal(key, changed, bytesOf("id")));
  }
  CHECK_FALSE(crypto::unseal(key, Bytes(27), bytesOf("id")));
}

TEST_CASE("The ladder is that of the contract", "[notifications]") {
  const std::int64_t minutes[] = {0, 1, 15, 45, 60, 480, 1440, 1440};
  for (std::size_t attempts = 0; attempts < std::size(minutes); ++attempts) {
    CAPTURE(attempts);
    CHECK(webhookWaitAfter(static_cast<std::int64_t>(attempts)) == minutes[attempts] * minute);
  }
  CHECK(endsSubscription(std::nullopt, 10));
  CHECK(endsSubscription(9, 10));
  CHECK_FALSE(endsSubscription(10, 10));
}

TEST_CASE("Webhooks are https only", "[notifications]") {
  for (const char* url :
       {"https://cubeflakes.com/hooks", "HTTPS://cubeflakes.com", "https://cubeflakes.com:8443/?a=b"}) {
    CHECK(isWebhookUrl(url));
  }
  for (const char* url : {"", "http://cubeflakes.com", "https://", "https://hank@cubeflakes.com",
                          "ftp://cubeflakes.com", "https://cubeflakes.com/a b", "javascript:https://cubeflakes.com"}) {
    CHECK_FALSE(isWebhookUrl(url));
  }
}

TEST_CASE("At the end of the ladder the webhook is disabled and every Admin is told once", "[notifications]") {
  OutboxWorld world;
  const std::string id = enabledHook(world, {"SenderIdentityCreated"}).at("id");
  world.office.join("alexgayle@cubeflakes.com", "Alex Gayle", "Admin");
  for (const auto& item : takeAll(world.engine())) ackItem(world.engine(), item);
  world.store.advance(minute);
  world.ask();
  for (const auto& item : takeAll(world.engine())) ackItem(world.engine(), item);
  const std::int64_t minutes[] = {1, 15, 45, 60, 480, 1440};
  for (int attempt = 1; attempt <= 7; ++attempt) {
    CAPTURE(attempt);
    const Json due = hooksDue(world);
    REQUIRE(due.size() == 1);
    CHECK(due[0].at("attempt") == attempt);
    const Json answer = failItem(world.engine(), due[0], "503");
    CHECK(answer.at("dead") == (attempt == 7));
    if (attempt == 7) break;
    CHECK(answer.at("nextAttemptAt") == world.store.now() + minutes[attempt - 1] * minute);
    CHECK(hookNow(world).at("status") == "Enabled");
    world.store.advance(minutes[attempt - 1] * minute - 1);
    CHECK(hooksDue(world).empty());
    world.store.advance(1);
  }
  CHECK(hookNow(world).at("status") == "Disabled");
  CHECK(hookNow(world).at("lastError") == "503");
  const Json mails = takeAll(world.engine());
  CHECK(kindsOf(mails) == std::vector<std::string>{"webhook.disabled.admin", "webhook.disabled.admin"});
  CHECK(textAt(mails[0], "text").find("https://cubeflakes.com/hooks") != std::string::npos);
  const Json dead = deadLetters(world.engine(), Json::object()).at("items");
  REQUIRE(dead.size() == 1);
  CHECK(dead[0].at("webhookId") == id);

  world.ask(davidEmail);  // nobody listens any more
  CHECK(hooksDue(world).empty());
}

TEST_CASE("One message that cannot be delivered does not end a webhook that takes others", "[notifications]") {
  OutboxWorld world;
  (void)enabledHook(world, {"SenderIdentityCreated"});
  world.store.advance(minute);
  world.ask();
  const Json poison = hooksDue(world).at(0);
  std::string id = poison.at("id");
  Json held = poison;
  for (int attempt = 1; attempt < 7; ++attempt) {
    (void)failItem(world.engine(), held);
    world.store.advance(1440 * minute);
    held = hooksDue(world).at(0);
    REQUIRE(held.at("id") == id);
  }
  world.ask(davidEmail);
  ackItem(world.engine(), hooksDue(world).at(0));
  CHECK(failItem(world.engine(), held).at("dead") == true);
  CHECK(hookNow(world).at("status") == "Enabled");
}

TEST_CASE("Mails and webhooks are taken apart, and leases of both run out", "[notifications]") {
  OutboxWorld world;
  (void)enabledHook(world, {"SenderIdentityCreated"});
  world.ask();
  CHECK(kindsOf(takeAll(world.engine())) == std::vector<std::string>{"identity.asked.owner"});
  const Json first = hooksDue(world).at(0);
  CHECK(first.at("event") == "SenderIdentityCreated");
  CHECK(hooksDue(world).empty());
  world.store.advance(minute);
  const Json again = hooksDue(world).at(0);
  CHECK(again.at("id") == first.at("id"));
  CHECK(again.at("body") == first.at("body"));  // a receiver may compare
  CHECK(again.at("headers").at("X-BoldSign-Signature") != first.at("headers").at("X-BoldSign-Signature"));
  CHECK(codeOf([&] { ackItem(world.engine(), first); }) == "messageNotFound");
}

TEST_CASE("A verification of an earlier address enables nothing", "[notifications]") {
  OutboxWorld world;
  const std::string id = makeHook(world, {"Sent"}).at("id");
  const Json old = hooksDue(world).at(0);
  (void)updateWebhookOf(world.engine(), world.office.luther, id, {{"url", "https://cubeflakes.com/other"}});
  ackItem(world.engine(), old);
  CHECK(hookNow(world).at("status") == "Pending");
  const Json fresh = hooksDue(world).at(0);
  CHECK(fresh.at("url") == "https://cubeflakes.com/other");
  ackItem(world.engine(), fresh);
  CHECK(hookNow(world).at("status") == "Enabled");
}

TEST_CASE("Payloads hold what the contract names, and no other account hears", "[notifications]") {
  OutboxWorld world;
  (void)enabledHook(world, {"SenderIdentityCreated", "SenderIdentityDeleted", "AuthenticationFailed"});
  const Office other(world.store, "Elsewhere");
  (void)identities::create(world.engine(), other.luther, {{"name", "David"}, {"email", davidEmail}});
  CHECK(hooksDue(world).empty());

  const std::string identity = world.ask();
  const Json item = hooksDue(world).at(0);
  const Json body = Json::parse(item.at("body").get<std::string>());
  CHECK(body.at("event").at("id") == item.at("id"));
  CHECK(body.at("event").at("created") == world.store.now() / 1000);
  CHECK(body.at("event").at("environment") == "Test");
  CHECK_FALSE(body.contains("context"));
  CHECK_FALSE(body.contains("document"));
  const Json& data = body.at("data");
  CHECK(data.at("object") == "senderIdentity");
  CHECK(data.at("id") == identity);
  CHECK(data.at("status") == "Pending");
  CHECK(data.at("approvedDateTime").is_null());
  CHECK(data.at("createdBy").at("userId") == world.hank.userId);
  CHECK(data.at("createdBy").at("emailAddress") == hankEmail);
  ackItem(world.engine(), item);

  (void)identities::remove(world.engine(), world.hank, identity);
  const Json gone = Json::parse(hooksDue(world).at(0).at("body").get<std::string>());
  CHECK(gone.at("event").at("eventType") == "SenderIdentityDeleted");
  CHECK(gone.at("data").at("id") == identity);  // its last state
}

TEST_CASE("The secret is in one answer and never on disk; after a rotation it still signs", "[notifications]") {
  OutboxWorld world;
  const Json made = enabledHook(world, {"SenderIdentityCreated"});
  const std::string secret = made.at("secret");
  const Json rolled = rollWebhookSecret(world.engine(), world.office.luther, textAt(made, "id"), Json::object());
  REQUIRE(rolled.at("secret") != secret);
  world.ask();
  const Json item = hooksDue(world).at(0);
  const std::string body = item.at("body");
  const std::string at = item.at("headers").at("webhook-timestamp");
  CHECK(item.at("headers").at("X-BoldSign-Signature") ==
        "t=" + at + ", s0=" + signatureOf(rolled.at("secret"), at + "." + body) +
            ", s1=" + signatureOf(secret, at + "." + body));
  world.engine().database().checkpoint(false);
  const std::string path = world.engine().options().path;
  const std::string onDisk = bytesOfFile(path) + bytesOfFile(path + "-wal");
  REQUIRE(onDisk.find("https://cubeflakes.com/hooks") != std::string::npos);
  for (const std::string& text : {secret, rolled.at("secret").get<std::string>()}) {
    CHECK(onDisk.find(text.substr(6)) == std::string::npos);
    CHECK(onDisk.find(textOf(*crypto::fromBase64(text.substr(6)))) == std::string::npos);
  }
  world.store.advance(1440 * minute);
  const Json later = hooksDue(world).at(0);
  CHECK(textAt(later.at("headers"), "X-BoldSign-Signature").find("s1=") == std::string::npos);
}
