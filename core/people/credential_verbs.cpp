// API keys, and the sessions that keys or the host's word open.
#include <array>
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "base/paging.h"
#include "base/record_reader.h"
#include "delegation/guard.h"
#include "people/api_key_store.h"
#include "people/people_records.h"
#include "people/people_verbs.h"
#include "people/people_work.h"
#include "storage/cross_account.h"

namespace stead::people {
namespace {

constexpr std::string_view keyPrefix = "sk_";
constexpr std::size_t keyBytes = 32;
constexpr std::string_view keyList = "apiKeys";

Hash hashOfKey(std::string_view key) { return crypto::sha256(bytesOf(key)); }

std::string newKey(IdSource& ids) {
  std::array<std::uint8_t, keyBytes> secret{};
  ids.random(secret);
  std::string key = std::string(keyPrefix) + crypto::base64Url(secret);
  crypto::wipe(secret);
  return key;
}

struct NewApiKey {
  std::string name;
  std::optional<std::string> requestId;
};

NewApiKey readNewApiKey(const Json& request) {
  NewApiKey out;
  Violations violations;
  RecordReader in(request, violations);
  out.name = in.text("name", {.required = true, .codePointsMax = limits::nameCodePointsMax}).value_or("");
  out.requestId = readRequestId(in);
  in.refuseUnknown();
  violations.throwIfAny();
  return out;
}

// Stores the hash of `secret` under a new id.
Json storeKey(UnitOfWork& work, const Session& session, const delegation::Right& right, const std::string& name,
              const std::string& secret) {
  const auto living = countApiKeysOf(work.db, work.scope, session.userRow, false, limits::apiKeysPerUserMax);
  if (living >= limits::apiKeysPerUserMax) {
    throw Error(Code::tooLarge, "a user can have " + std::to_string(limits::apiKeysPerUserMax) +
                                    " API keys that are not revoked; revoke one first (apiKey.revoke)");
  }
  ApiKey key;
  key.id = work.newId();
  key.userRow = session.userRow;
  key.name = name;
  key.createdAt = work.now;
  insertApiKey(work.db, work.scope, key, hashOfKey(secret));
  auto entry = delegation::entryFor(session, right, "apiKey.create", "apiKey", key.id);
  entry.detail.emplace_back("name", key.name);
  work.audit(entry);
  work.decisionsChanged(session.userRow);
  return apiKeyRecord(key);
}

struct KeyList {
  std::vector<ApiKey> keys;  // one more than the page when there is a next one
  std::int64_t total = 0;
};

Json keyListAnswer(KeyList found, std::int64_t pageSize) {
  std::optional<std::string> next;
  if (found.keys.size() > static_cast<std::size_t>(pageSize)) {
    found.keys.resize(static_cast<std::size_t>(pageSize));
    next = encodeCursor(keyList, {found.keys.back().row});
  }
  Json items = Json::array();
  for (const ApiKey& key : found.keys) items.push_back(apiKeyRecord(key));
  const Total total{.count = std::min(found.total, limits::totalCountedMax),
                    .capped = found.total > limits::totalCountedMax};
  return pageAnswer(std::move(items), next, total);
}

Session sessionOf(const User& user, const Account& account) {
  if (user.status != UserStatus::active) {
    throw Error(Code::actorInactive, std::string("this user cannot act: the status is ") + userStatusName(user.status));
  }
  Session session;
  session.scope = {account.row};
  session.userRow = user.row;
  session.accountId = account.id;
  session.userId = user.id;
  session.userEmailKey = user.emailKey;
  return session;
}

[[noreturn]] void refuseCredential() {
  throw Error(Code::badCredential, "the API key is unknown or revoked; make a new one (apiKey.create)");
}

}  // namespace

Json createApiKey(Engine& engine, const Session& session, const Json& request) {
  const NewApiKey wanted = readNewApiKey(request);
  const Hash bodyHash = crypto::sha256(bytesOf(writeJson(request)));
  Json answer;
  engine.write(session.scope, [&](UnitOfWork& work) {
    std::string secret;  // stays empty when the answer is that of an earlier call
    const auto right = delegation::require(work, session, "apiKey.create", "user", session.userId);
    answer = parseStored(once(work, session.userRow, "apiKey.create", wanted.requestId, bodyHash, [&] {
      secret = newKey(engine.ids());
      return writeJson(storeKey(work, session, right, wanted.name, secret));
    }));
    if (!secret.empty()) answer["key"] = std::move(secret);
  });
  return answer;
}

Json listApiKeys(Engine& engine, const Session& session, const Json& request) {
  Violations violations;
  RecordReader in(request, violations);
  const PageRequest page = readPage(in, keyList, 1, false);
  in.refuseUnknown();
  violations.throwIfAny();
  KeyList found;
  engine.read(session.scope, [&](Connection& db, std::int64_t now) {
    (void)delegation::requireForReadOf(db, now, session, "apiKey.view", "user", session.userId);
    const std::int64_t before = page.after ? page.after->front() : limits::integerAbsMax;
    found.keys = listApiKeysOf(db, session.scope, session.userRow, before, page.pageSize + 1);
    found.total = countApiKeysOf(db, session.scope, session.userRow, true, limits::totalCountedMax + 1);
  });
  return keyListAnswer(std::move(found), page.pageSize);
}

Json revokeApiKey(Engine& engine, const Session& session, std::string_view keyId) {
  const std::string id = readId(keyId, "API key");
  Json answer;
  engine.write(session.scope, [&](UnitOfWork& work) {
    const auto right = delegation::require(work, session, "apiKey.revoke", "apiKey", id);
    auto key = findApiKeyById(work.db, work.scope, id);
    if (!key || !mayManageKeysOf(right.actor.role, key->userRow == session.userRow)) {
      throw Error(Code::apiKeyNotFound, "there is no such API key that you may revoke");
    }
    if (!key->revokedAt) {
      key->revokedAt = work.now;
      setApiKeyRevoked(work.db, work.scope, key->row, work.now);
      work.audit(delegation::entryFor(session, right, "apiKey.revoke", "apiKey", id));
      work.decisionsChanged(key->userRow);
    }
    answer = apiKeyRecord(*key);
  });
  return answer;
}

Session openWithApiKey(Engine& engine, std::string_view key) {
  const Hash hash = hashOfKey(key);
  Session session;
  engine.database().read([&](Connection& db) {
    const auto place = crossAccount::findApiKey(db, hash);
    // The index has compared already, byte by byte; hashing hides the key from that, this hides the hash.
    if (!place || !crypto::equalInConstantTime(place->keyHash, hash) || place->revoked) refuseCredential();
    const auto user = findUser(db, place->scope, place->userRow);
    if (!user) refuseCredential();
    session = sessionOf(*user, loadAccount(db, place->scope));
    session.apiKeyRow = place->keyRow;
    session.credential = "apiKey:" + place->keyId;
  });
  return session;
}

Session openTrusted(Engine& engine, std::string_view userId) {
  const std::string id = readId(userId, "user");
  Session session;
  engine.database().read([&](Connection& db) {
    const auto scope = crossAccount::findAccountOfUser(db, id);
    if (!scope) throw Error(Code::userNotFound, "the store has no user with this id");
    session = sessionOf(requireUser(db, *scope, id), loadAccount(db, *scope));
    session.credential = "host";
  });
  return session;
}

}  // namespace stead::people
