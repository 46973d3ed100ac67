#include "audit/log_key.h"

#include "base/error.h"
#include "people/user_store.h"
#include "storage/cross_account.h"

namespace stead::audit {

Log findLog(Engine& engine, std::string_view accountId) {
  Log log;
  engine.database().read([&](Connection& db) {
    const auto scope = crossAccount::findAccount(db, accountId);
    if (!scope) throw Error(Code::accountNotFound, "there is no account with this id");
    log = {*scope, originOf(db, *scope)};
  });
  return log;
}

std::string originOf(Connection& db, AccountScope scope) { return people::loadAccount(db, scope).logOrigin; }

std::vector<VerifierKey> keysOf(const Engine& engine, std::string_view origin) {
  std::vector<VerifierKey> keys;
  auto seeds = engine.secrets().signingSeeds(origin);
  for (Hash& seed : seeds) {
    keys.push_back(verifierKey(origin, crypto::ed25519PublicKey(seed)));
    crypto::wipe(seed);
  }
  return keys;
}

VerifierKey keyOf(const Engine& engine, std::string_view origin) { return keysOf(engine, origin).front(); }

std::string signTree(const Engine& engine, const Checkpoint& tree) {
  auto seeds = engine.secrets().signingSeeds(tree.origin);
  std::string note = signCheckpoint(tree, seeds);
  for (Hash& seed : seeds) crypto::wipe(seed);
  return note;
}

std::string signHead(const Engine& engine, std::string_view origin, const CompactRange& head) {
  return signTree(engine, {std::string(origin), head.size(), head.root()});
}

}  // namespace stead::audit
