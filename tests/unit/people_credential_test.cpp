#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <sstream>

#include "base/text.h"
#include "support/people.h"

using namespace stead;
using namespace stead::test;

namespace {

constexpr const char* nobodyId = "01890000-0000-7000-8000-000000000000";

}  // namespace

TEST_CASE("An API key is shown once and opens sessions of its user", "[people]") {
  TestStore store;
  Office office(store);
  Engine& engine = store.engine();
  const Session hank = office.join(hankEmail, "Hank White");
  const auto from = store.entryCount(office.scope);
  const Json made = people::createApiKey(engine, hank, {{"name", "laptop"}});
  const std::string key = made["key"];
  const std::string id = made["id"];
  CHECK(made == Json{{"id", id}, {"name", "laptop"}, {"key", key}, {"createdAt", startMs}});
  CHECK(key.substr(0, 3) == "sk_");
  const auto secret = crypto::fromBase64Url(key.substr(3));
  REQUIRE(secret);
  CHECK(secret->size() == 32);

  const Session session = people::openWithApiKey(engine, key);
  CHECK(session.scope.account == hank.scope.account);
  CHECK(session.userRow == hank.userRow);
  CHECK(session.userId == hank.userId);
  CHECK(session.accountId == office.luther.accountId);
  CHECK(session.userEmailKey == hankEmail);
  CHECK(session.credential == "apiKey:" + id);
  CHECK(session.apiKeyRow != 0);
  CHECK_FALSE(session.principal);

  // Only the hash is kept.
  const auto stored = store.rows(1, "SELECT hex(key_hash) FROM api_key");
  REQUIRE(stored.size() == 1);
  CHECK(text::asciiLower(stored[0][0]) == crypto::hex(crypto::sha256(bytesOf(key))));
  const auto entries = store.entries(office.scope, from);
  REQUIRE(entries.size() == 1);
  CHECK(entries[0]["operation"] == "apiKey.create");
  CHECK(entries[0]["subject"] == Json{{"type", "apiKey"}, {"id", id}});
  CHECK(entries[0].dump().find(key) == std::string::npos);
  CHECK(people::listApiKeys(engine, hank, Json::object()).dump().find(key) == std::string::npos);

  // What a key does is signed with its name.
  (void)people::createApiKey(engine, session, {{"name", "phone"}});
  CHECK(store.entries(office.scope, from + 1).at(0)["actor"]["credential"] == "apiKey:" + id);
}

TEST_CASE("A wrong key opens nothing", "[people]") {
  TestStore store;
  Office office(store);
  Engine& engine = store.engine();
  const std::string key = people::createApiKey(engine, office.luther, {{"name", "laptop"}})["key"];
  std::string other = key;
  other.back() = other.back() == 'A' ? 'B' : 'A';
  for (const std::string& wrong :
       {std::string(), std::string("sk_"), other, key + "A", key.substr(0, key.size() - 1), key.substr(3), " " + key,
        text::asciiLower(key), std::string(5000, 'x'), crypto::hex(crypto::sha256(bytesOf(key)))}) {
    CAPTURE(wrong);
    const Error error = errorOf([&] { (void)people::openWithApiKey(engine, wrong); });
    CHECK(error.code() == Code::badCredential);
    CHECK(error.status() == Status::unauthenticated);
    if (!wrong.empty()) CHECK(error.text().find(wrong) == std::string::npos);
  }
  CHECK(people::openWithApiKey(engine, key).userId == office.luther.userId);
}

TEST_CASE("A revoked key kills its sessions, and only those", "[people]") {
  TestStore store;
  Office office(store);
  Engine& engine = store.engine();
  const Session hank = office.join(hankEmail, "Hank White");
  const Json first = people::createApiKey(engine, hank, {{"name", "laptop"}});
  const Json second = people::createApiKey(engine, hank, {{"name", "phone"}});
  const Session laptop = people::openWithApiKey(engine, first["key"].get<std::string>());
  const Session phone = people::openWithApiKey(engine, second["key"].get<std::string>());
  const std::string id = first["id"];
  const auto from = store.entryCount(office.scope);

  store.advance(7);
  const Json revoked = people::revokeApiKey(engine, laptop, id);  // it may end itself
  CHECK(revoked == Json{{"id", id}, {"name", "laptop"}, {"createdAt", startMs}, {"revokedAt", startMs + 7}});
  CHECK(codeOf([&] { (void)people::getUser(engine, laptop, hank.userId); }) == "actorInactive");
  CHECK(codeOf([&] { (void)people::createApiKey(engine, laptop, {{"name", "x"}}); }) == "actorInactive");
  CHECK(codeOf([&] { (void)people::listApiKeys(engine, laptop, Json::object()); }) == "actorInactive");
  CHECK(codeOf([&] { (void)people::openWithApiKey(engine, first["key"].get<std::string>()); }) == "badCredential");
  CHECK(people::getUser(engine, phone, hank.userId)["name"] == "Hank White");
  CHECK(people::getUser(engine, hank, hank.userId)["name"] == "Hank White");

  // Once more changes nothing.
  const auto entries = store.entryCount(office.scope);
  store.advance(7);
  CHECK(people::revokeApiKey(engine, phone, id) == revoked);
  CHECK(store.entryCount(office.scope) == entries);
  CHECK(store.entries(office.scope, from).at(0)["operation"] == "apiKey.revoke");
  CHECK(store.number("SELECT count(*) FROM grant_change WHERE actor_id = $1 AND at = $2", hank.userRow, startMs + 7) ==
        1);
}

TEST_CASE("A key is revoked by its user or an Admin of the account", "[people]") {
  TestStore store;
  Office office(store);
  Office other(store, "Elsewhere");
  Engine& engine = store.engine();
  const Session hank = office.join(hankEmail, "Hank White");
  const Session legal = office.join(legalEmail, "Legal Desk", "TeamAdmin");
  const Session david = office.join(davidEmail, "David", "Auditor");
  const Json made = people::createApiKey(engine, hank, {{"name", "laptop"}});
  const std::string id = made["id"];
  for (const Session& by : {legal, david, other.luther}) {
    CAPTURE(by.userEmailKey, by.accountId);
    CHECK(codeOf([&] { (void)people::revokeApiKey(engine, by, id); }) == "apiKeyNotFound");
  }
  CHECK(people::openWithApiKey(engine, made["key"].get<std::string>()).userId == hank.userId);
  CHECK(codeOf([&] { (void)people::revokeApiKey(engine, office.luther, nobodyId); }) == "apiKeyNotFound");
  CHECK(codeOf([&] { (void)people::revokeApiKey(engine, office.luther, "laptop"); }) == "malformedArgument");
  CHECK(people::revokeApiKey(engine, office.luther, id)["revokedAt"] == startMs);
  CHECK(codeOf([&] { (void)people::openWithApiKey(engine, made["key"].get<std::string>()); }) == "badCredential");
  // An Auditor cannot act, so he gets no key.
  CHECK(codeOf([&] { (void)people::createApiKey(engine, david, {{"name", "k"}}); }) == "lacksRole");
}

TEST_CASE("A retried key creation answers the record, never the key again", "[people]") {
  TestStore store;
  Office office(store);
  Engine& engine = store.engine();
  const Json request = {{"name", "laptop"}, {"requestId", "key-1"}};
  Json first = people::createApiKey(engine, office.luther, request);
  const std::string key = first["key"];
  first.erase("key");
  CHECK(people::createApiKey(engine, office.luther, request) == first);
  CHECK(store.number("SELECT count(*) FROM api_key") == 1);
  CHECK(store.rows(1, "SELECT answer FROM request_once").at(0).at(0).find(key) == std::string::npos);
  CHECK(codeOf([&] {
          (void)people::createApiKey(engine, office.luther, {{"name", "phone"}, {"requestId", "key-1"}});
        }) == "requestIdReused");
  CHECK(people::openWithApiKey(engine, key).userId == office.luther.userId);
}

TEST_CASE("A key needs a name", "[people]") {
  TestStore store;
  Office office(store);
  for (const Json& request : {Json::object(), Json{{"name", " "}}, Json{{"name", std::string(81, 'x')}}}) {
    CAPTURE(request.dump());
    CHECK(fieldsOf([&] { (void)people::createApiKey(store.engine(), office.luther, request); }) ==
          std::vector<std::string>{"/name"});
  }
  CHECK(fieldsOf([&] {
          (void)people::createApiKey(store.engine(), office.luther, {{"name", "k"}, {"key", "sk_mine"}});
        }) == std::vector<std::string>{"/key"});
}

TEST_CASE("A user has at most 100 living keys", "[people]") {
  TestStore store;
  Office office(store);
  Engine& engine = store.engine();
  std::set<std::string> keys;
  std::string id;
  for (int i = 0; i < 100; ++i) {
    const Json made = people::createApiKey(engine, office.luther, {{"name", "key"}});
    keys.insert(made["key"].get<std::string>());
    id = made["id"];
  }
  CHECK(keys.size() == 100);
  CHECK(codeOf([&] { (void)people::createApiKey(engine, office.luther, {{"name", "key"}}); }) == "tooLarge");
  (void)people::revokeApiKey(engine, office.luther, id);
  CHECK(people::createApiKey(engine, office.luther, {{"name", "key"}}).contains("key"));
}

TEST_CASE("Own keys are listed newest first, page by page", "[people]") {
  TestStore store;
  Office office(store);
  Engine& engine = store.engine();
  const Session hank = office.join(hankEmail, "Hank White");
  (void)people::createApiKey(engine, office.luther, {{"name", "not Hank's"}});
  std::vector<std::string> names;
  for (int i = 1; i <= 5; ++i) {
    const Json made = people::createApiKey(engine, hank, {{"name", "key " + std::to_string(i)}});
    if (i == 4) (void)people::revokeApiKey(engine, hank, made["id"].get<std::string>());
  }
  Json request = {{"pageSize", 2}};
  int pages = 0;
  for (;;) {
    const Json page = people::listApiKeys(engine, hank, request);
    CHECK(page["total"] == 5);
    CHECK(page["totalCapped"] == false);
    for (const Json& item : page["items"]) names.push_back(item["name"]);
    ++pages;
    if (page["nextCursor"].is_null()) break;
    request["cursor"] = page["nextCursor"];
  }
  CHECK(pages == 3);
  CHECK(names == std::vector<std::string>{"key 5", "key 4", "key 3", "key 2", "key 1"});

  const Json all = people::listApiKeys(engine, hank, Json::object());
  REQUIRE(all["items"].size() == 5);
  CHECK(all["items"][1]["revokedAt"] == startMs);
  CHECK_FALSE(all["items"][0].contains("revokedAt"));
  CHECK(people::listApiKeys(engine, hank, {{"pageSize", 5}})["nextCursor"].is_null());
  for (const Json& bad : {Json{{"pageSize", 0}}, Json{{"pageSize", 101}}, Json{{"cursor", "x"}}, Json{{"page", 1}}}) {
    CAPTURE(bad.dump());
    CHECK(codeOf([&] { (void)people::listApiKeys(engine, hank, bad); }) == "invalidRecord");
  }
}

TEST_CASE("A host's word opens a session of an active user", "[people]") {
  TestStore store;
  Office office(store);
  Engine& engine = store.engine();
  std::string upper = office.luther.userId;
  for (char& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  const Session session = people::openTrusted(engine, upper);
  CHECK(session.userId == office.luther.userId);
  CHECK(session.credential == "host");
  CHECK(session.apiKeyRow == 0);
  CHECK(session.userEmailKey == lutherEmail);
  CHECK(codeOf([&] { (void)people::openTrusted(engine, nobodyId); }) == "userNotFound");
  CHECK(codeOf([&] { (void)people::openTrusted(engine, lutherEmail); }) == "malformedArgument");
}
