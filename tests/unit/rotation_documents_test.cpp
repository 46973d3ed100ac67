// What a rotation of the host secret means for documents: their evidence, and the codes of their signers.
#include <atomic>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <thread>

#include "audit/audit_verbs.h"
#include "documents/document_verbs.h"
#include "engine/secrets.h"
#include "support/kept_store.h"
#include "support/send_samples.h"

using namespace stead;
using namespace stead::test;

namespace {

const Bytes oldSecret = KeptStore::secret(1);
const Bytes newSecret = KeptStore::secret(2);

Session adminOf(Engine& engine, const Json& account) {
  return people::openTrusted(engine, account["adminUserId"].get<std::string>());
}

std::string evidenceOf(Engine& engine, const Json& account, const std::string& document) {
  return audit::exportEvidence(engine, adminOf(engine, account), document);
}

std::string keyOf(Engine& engine, const Json& account) {
  return audit::checkpoint(engine, account["id"].get<std::string>())["vkey"];
}

bool holds(const std::string& evidence, const std::string& vkey) {
  return audit::verifyEvidence(evidence, vkey)["ok"] == true;
}

Json withCode(const std::string& code) {
  Json request = sendRecord();
  request["signers"][0]["authenticationType"] = "AccessCode";
  request["signers"][0]["authenticationCode"] = code;
  return request;
}

// "shown", or why the signer is not let in.
std::string lookOf(Engine& engine, const Json& sent, const std::string& code) {
  const std::string token = engine.secrets().linkToken(link::sign, sent["signers"][0]["id"].get<std::string>(), 0);
  try {
    return documents::signerView(engine, token, {{"accessCode", code}})["documentId"] == sent["id"] ? "shown" : "other";
  } catch (const Error& error) {
    return codeName(error.code());
  }
}

}  // namespace

TEST_CASE("Evidence exported while the secret is changed holds under the key it names", "[rotation]") {
  const KeptStore kept;
  const auto before = kept.open({{"durability", "normal"}}, oldSecret);
  const Json account = KeptStore::makeAccount(*before);
  const std::string document =
      documents::send(*before, adminOf(*before, account), sendRecord(), agreement())["id"].get<std::string>();
  const std::string oldKey = keyOf(*before, account);
  const std::string early = evidenceOf(*before, account, document);

  std::atomic<int> exported = 0;
  std::atomic<int> broken = 0;
  std::atomic<bool> stop = false;
  std::thread exporter([&] {
    while (!stop) {
      if (!holds(evidenceOf(*before, account, document), oldKey)) ++broken;
      ++exported;
    }
  });
  while (exported < 5) std::this_thread::yield();
  std::string newKey;
  {
    const auto during = kept.open({{"durability", "normal"}}, newSecret, oldSecret);
    newKey = keyOf(*during, account);
    const int until = exported + 5;
    while (exported < until) {
      const std::string evidence = evidenceOf(*during, account, document);
      CHECK(Json::parse(evidence)["vkey"] == newKey);
      CHECK(holds(evidence, newKey));
      CHECK_FALSE(holds(evidence, oldKey));  // a file is checked by the one key it names
    }
  }
  stop = true;
  exporter.join();
  CHECK(broken == 0);

  const auto after = kept.open({}, newSecret);
  const std::string late = evidenceOf(*after, account, document);
  CHECK(newKey != oldKey);
  CHECK(holds(late, newKey));
  CHECK_FALSE(holds(late, oldKey));
  CHECK(holds(early, oldKey));
  CHECK_FALSE(holds(early, newKey));
}

TEST_CASE("A signer's access code outlives a rotation for as long as the old secret is passed", "[rotation]") {
  const KeptStore kept;
  Json account;
  Json sent;
  {
    const auto engine = kept.open({}, oldSecret);
    account = KeptStore::makeAccount(*engine);
    sent = documents::send(*engine, adminOf(*engine, account), withCode("1234"), agreement());
    CHECK(lookOf(*engine, sent, "1234") == "shown");
  }
  Json sentDuring;
  {
    const auto engine = kept.open({}, newSecret, oldSecret);
    CHECK(lookOf(*engine, sent, "1234") == "shown");
    CHECK(lookOf(*engine, sent, "4321") == "accessCodeWrong");
    sentDuring = documents::send(*engine, adminOf(*engine, account), withCode("5678"), agreement());
    CHECK(lookOf(*engine, sentDuring, "5678") == "shown");
  }
  const auto engine = kept.open({}, newSecret);
  CHECK(lookOf(*engine, sent, "1234") == "accessCodeWrong");
  CHECK(lookOf(*engine, sentDuring, "5678") == "shown");
  // What the runbook says to do for documents that are still to be signed.
  (void)documents::changeAccessCode(*engine, adminOf(*engine, account), sent["id"].get<std::string>(),
                                    {{"signerId", sent["signers"][0]["id"]}, {"accessCode", "9999"}});
  CHECK(lookOf(*engine, sent, "9999") == "shown");
  CHECK(lookOf(*engine, sent, "1234") == "accessCodeWrong");
}
