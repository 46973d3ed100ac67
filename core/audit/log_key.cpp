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

VerifierKey keyOf(const Engine& engine, std::string_view origin) {
  return verifierKey(origin, crypto::ed25519PublicKey(engine.secrets().signingSeed(origin)));
}

std::string signHead(const Engine& engine, std::string_view origin, const CompactRange& head) {
  Hash seed = engine.secrets().signingSeed(origin);
  std::string note = signCheckpoint({std::string(origin), head.size(), head.root()}, seed);
  crypto::wipe(seed);
  return note;
}

}  // namespace stead::audit
