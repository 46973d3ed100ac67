// A new host secret in the place of an old one, while everything made under the old one goes on for as long as the host
// says.
#include <atomic>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <thread>

#include "audit/consistency.h"
#include "engine/store_care.h"
#include "identities/identity_verbs.h"
#include "notifications/webhook_verbs.h"
#include "support/kept_store.h"

using namespace stead;
using namespace stead::test;

namespace {

const Bytes oldSecret = KeptStore::secret(1);
const Bytes newSecret = KeptStore::secret(2);

Bytes both(const Bytes& one, const Bytes& other) {
  Bytes out = one;
  out.insert(out.end(), other.begin(), other.end());
  return out;
}

struct Head {
  explicit Head(Engine& engine, const std::string& accountId) {
    const Json answer = audit::checkpoint(engine, accountId);
    note = answer["checkpoint"];
    vkey = answer["vkey"];
    size = answer["size"];
  }
  [[nodiscard]] bool isSignedBy(const std::string& key) const {
    return audit::openCheckpoint(note, *audit::parseVkey(key)).failure.empty();
  }
  std::string note;
  std::string vkey;
  std::int64_t size = 0;
};

Json newestEntry(Engine& engine, AccountScope scope) {
  Json entry;
  engine.database().read([&](Connection& db) {
    auto row = db.query("SELECT bytes FROM audit_entry WHERE account_id = $1 ORDER BY idx DESC LIMIT 1", scope.account);
    row.step();
    entry = Json::parse(textOf(row.bytes(0)));
  });
  return entry;
}

std::string openCode(const KeptStore& kept, const Bytes& secret, const Bytes& previous = {}) {
  try {
    (void)kept.open({}, secret, previous);
    return "opened";
  } catch (const Error& error) {
    return codeName(error.code());
  }
}

}  // namespace

TEST_CASE("A rotation is an entry in every log, and moves the store to the new secret for good", "[rotation]") {
  const KeptStore kept;
  std::vector<Json> accounts;
  std::vector<std::string> oldKeys;
  {
    const auto engine = kept.open({}, oldSecret);
    for (int i = 0; i < 3; ++i) {
      accounts.push_back(KeptStore::makeAccount(*engine));
      oldKeys.push_back(Head(*engine, accounts.back()["id"]).vkey);
    }
  }
  CHECK(openCode(kept, newSecret) == "secretMismatch");
  CHECK(openCode(kept, newSecret, KeptStore::secret(3)) == "secretMismatch");
  {
    const auto engine = kept.open({}, newSecret, both(KeptStore::secret(3), oldSecret));
    for (std::size_t i = 0; i < accounts.size(); ++i) {
      const std::string id = accounts[i]["id"];
      const AccountScope scope = people::openTrusted(*engine, accounts[i]["adminUserId"].get<std::string>()).scope;
      const Head head(*engine, id);
      const Json entry = newestEntry(*engine, scope);
      CHECK(entry["operation"] == "account.rotateKey");
      CHECK(entry["actor"]["kind"] == "host");
      CHECK(entry["subject"]["id"] == id);
      CHECK(entry["detail"]["fromVkey"] == oldKeys[i]);
      CHECK(entry["detail"]["toVkey"] == head.vkey);
      CHECK(head.vkey != oldKeys[i]);
      CHECK(head.isSignedBy(head.vkey));
      CHECK(head.isSignedBy(oldKeys[i]));  // while the old secret is passed
      CHECK(audit::verify(*engine, id, true)["ok"] == true);
    }
  }
  CHECK(openCode(kept, oldSecret) == "secretMismatch");
  const auto engine = kept.open({}, newSecret);
  const std::string id = accounts[0]["id"];
  const Head head(*engine, id);
  CHECK(head.isSignedBy(head.vkey));
  CHECK_FALSE(head.isSignedBy(oldKeys[0]));
  CHECK(head.size == 2);  // opening again is no other rotation
  CHECK_THROWS_AS(Secrets(newSecret, Bytes(31)), Error);
  CHECK_THROWS_AS(Secrets(newSecret, Bytes(5 * 32)), Error);
}

TEST_CASE("Links of the old secret work until it is not passed any more; new ones are of the new secret",
          "[rotation]") {
  const KeptStore kept;
  Json identity;
  Json account;
  std::string oldLink;
  const auto consentLink = [&](Engine& engine) {
    return engine.secrets().linkToken(link::consent, identity["id"].get<std::string>(), 1);
  };
  const auto looks = [&](Engine& engine, const std::string& token) {
    try {
      return identities::ownerLook(engine, token)["identityId"].is_null() ? "nothing" : "shown";
    } catch (const Error& error) {
      return codeName(error.code());
    }
  };
  {
    const auto engine = kept.open({}, oldSecret);
    account = KeptStore::makeAccount(*engine);
    const Session luther = people::openTrusted(*engine, account["adminUserId"].get<std::string>());
    identity = identities::create(*engine, luther, {{"name", "David"}, {"email", "david@cubeflakes.com"}});
    oldLink = consentLink(*engine);
  }
  std::string newLink;
  {
    const auto engine = kept.open({}, newSecret, oldSecret);
    newLink = consentLink(*engine);
    CHECK(newLink != oldLink);
    CHECK(std::string(looks(*engine, oldLink)) != "linkNotFound");
    CHECK(std::string(looks(*engine, newLink)) != "linkNotFound");
    std::string forged = oldLink;
    forged.back() = forged.back() == 'A' ? 'E' : 'A';
    CHECK(std::string(looks(*engine, forged)) == "linkNotFound");
  }
  const auto engine = kept.open({}, newSecret);
  CHECK(std::string(looks(*engine, oldLink)) == "linkNotFound");
  CHECK(std::string(looks(*engine, newLink)) != "linkNotFound");
}

TEST_CASE("Access codes of every secret that is passed are good", "[rotation]") {
  const Secrets before(oldSecret);
  const Secrets during(newSecret, oldSecret);
  const Secrets after(newSecret);
  const Hash oldMac = before.accessCodeMac("d", "s", "1234");
  const Hash newMac = during.accessCodeMac("d", "s", "1234");
  CHECK(newMac == after.accessCodeMac("d", "s", "1234"));
  CHECK(during.isAccessCode("d", "s", "1234", oldMac));
  CHECK(during.isAccessCode("d", "s", "1234", newMac));
  CHECK_FALSE(during.isAccessCode("d", "s", "1235", oldMac));
  CHECK_FALSE(during.isAccessCode("d", "t", "1234", oldMac));
  CHECK_FALSE(after.isAccessCode("d", "s", "1234", oldMac));
  CHECK_FALSE(before.isAccessCode("d", "s", "1234", newMac));
}

TEST_CASE("Checkpoints before and after a rotation are consistent under both keys", "[rotation]") {
  const KeptStore kept;
  std::string id;
  std::string oldNote;
  std::string oldKey;
  {
    const auto engine = kept.open({}, oldSecret);
    id = KeptStore::makeAccount(*engine)["id"];
    const Head head(*engine, id);
    oldNote = head.note;
    oldKey = head.vkey;
  }
  { (void)kept.open({}, newSecret, oldSecret); }
  const auto engine = kept.open({{"expectCheckpoint", oldNote}}, newSecret);
  const Head head(*engine, id);
  const std::string proof = audit::consistencyProof(*engine, id, 1, head.size)["proof"];
  const auto checked = [&](const std::string& keys) {
    const Json answer = audit::verifyConsistencyProof(oldNote, head.note, proof, keys);
    return answer["ok"] == true ? std::string("ok") : answer["broken"]["check"].get<std::string>();
  };
  CHECK(checked(oldKey + "\n" + head.vkey) == "ok");
  CHECK(checked(head.vkey + "\n" + oldKey + "\n") == "ok");
  CHECK(checked(oldKey) == "newer");
  CHECK(checked(head.vkey) == "older");
}

TEST_CASE("A store is rotated while another engine writes to it, and loses nothing", "[rotation]") {
  const KeptStore kept;
  const auto before = kept.open({{"durability", "normal"}}, oldSecret);
  const Json account = KeptStore::makeAccount(*before);
  const std::string id = account["id"];
  const AccountScope scope = people::openTrusted(*before, account["adminUserId"].get<std::string>()).scope;
  std::atomic<bool> stop = false;
  std::atomic<std::int64_t> written = 0;
  std::thread writer([&] {
    while (!stop) {
      appendStep(*before, scope);
      ++written;
    }
  });
  while (written < 50) std::this_thread::yield();
  const auto after = kept.open({{"durability", "normal"}}, newSecret, oldSecret);
  const std::int64_t until = written + 50;
  for (int i = 0; i < 50; ++i) appendStep(*after, scope);
  while (written < until) std::this_thread::yield();
  stop = true;
  writer.join();
  const Json found = audit::verify(*after, id, true);
  CHECK(found["ok"] == true);
  CHECK(found["size"] == 1 + written + 1 + 50);  // the account, what was written, the rotation
  CHECK(checkStore(*after, {{"maxSteps", 1000}})["ok"] == true);
  // The engine that knows the old secret only does not know the new links, and says so.
  CHECK(codeOf([&] {
          (void)before->secrets().openLink(
              link::revoke, after->secrets().linkToken(link::revoke, account["adminUserId"].get<std::string>(), 0));
        }) == "linkNotFound");
}

TEST_CASE("Secrets of webhooks move to the new secret at the first open with both", "[rotation]") {
  const KeptStore kept;
  const Json hook = {{"name", "Desk"}, {"url", "https://cubeflakes.com/hooks"}, {"events", {"Sent"}}};
  std::string secret;
  {
    const auto engine = kept.open({}, oldSecret);
    const Json account = KeptStore::makeAccount(*engine);
    const Session luther = people::openTrusted(*engine, account["adminUserId"].get<std::string>());
    secret = notifications::createWebhook(*engine, luther, hook)["secret"];
  }
  (void)kept.open({}, newSecret, oldSecret);
  const auto engine = kept.open({}, newSecret);
  const Json item = notifications::takeWebhooks(*engine, Json::object())["items"].at(0);
  const std::string at = item["headers"]["webhook-timestamp"];
  const std::string signedText = at + "." + item["body"].get<std::string>();
  CHECK(item["headers"]["X-BoldSign-Signature"] ==
        "t=" + at + ", s0=" + crypto::hex(crypto::hmacSha256(bytesOf(secret), {bytesOf(signedText)})));
}
