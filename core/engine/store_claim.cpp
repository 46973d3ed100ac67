#include "engine/store_claim.h"

#include <algorithm>

#include "audit/log_key.h"
#include "base/error.h"
#include "notifications/webhook_tell.h"
#include "people/user_store.h"
#include "storage/cross_account.h"

namespace stead {
namespace {

constexpr const char* metaSecretCheck = "secret_check";
constexpr const char* metaTestStore = "test_store";
constexpr std::int64_t accountsAtOnce = 1000;

std::optional<std::string> storeMeta(Connection& db, std::string_view name) {
  auto row = db.query("SELECT value FROM store_meta WHERE name = $1", name);
  if (!row.step()) return std::nullopt;
  return row.text(0);
}

audit::Entry keyEntry(const std::string& accountId, const audit::VerifierKey& before, const audit::VerifierKey& after) {
  audit::Entry entry;
  entry.actorKind = audit::ActorKind::host;
  entry.operation = "account.rotateKey";
  entry.subjectType = "account";
  entry.subjectId = accountId;
  entry.detail = {{"fromVkey", vkeyText(before)}, {"toVkey", vkeyText(after)}};
  return entry;
}

// `previous`: place of the store's secret among those of the engine.
void moveToPresentSecret(Engine& engine, Connection& db, std::size_t previous) {
  db.run("UPDATE store_meta SET value = $2 WHERE name = $1", metaSecretCheck, engine.secrets().checks().front());
  AccountScope last;
  for (;;) {
    const auto scopes = crossAccount::accountsAfter(db, last, accountsAtOnce);
    if (scopes.empty()) return;
    for (const AccountScope scope : scopes) {
      const auto account = people::loadAccount(db, scope);
      const auto keys = audit::keysOf(engine, account.logOrigin);
      engine.writeInside(db, scope, [&](UnitOfWork& work) {
        work.audit(keyEntry(account.id, keys[previous], keys.front()));
        notifications::resealWebhooks(work);
      });
    }
    last = scopes.back();
  }
}

}  // namespace

void claimStore(Engine& engine, bool wantsTest) {
  const auto checks = engine.secrets().checks();
  engine.database().write([&](Connection& db) {
    const auto known = storeMeta(db, metaSecretCheck);
    if (!known) {
      db.run("INSERT INTO store_meta (name, value) VALUES ($1, $2), ($3, $4)", metaSecretCheck, checks.front(),
             metaTestStore, wantsTest ? "1" : "0");
      return;
    }
    const auto same = std::find(checks.begin(), checks.end(), *known);
    if (same == checks.end()) {
      throw Error(Code::secretMismatch, "the host secret is not the one this store was made with");
    }
    if (wantsTest && storeMeta(db, metaTestStore) != "1") {
      throw Error(Code::testOptionOnRealStore,
                  "testClockMs and testIdSeed are for stores that were created with them; this is a real store");
    }
    if (same != checks.begin()) moveToPresentSecret(engine, db, static_cast<std::size_t>(same - checks.begin()));
  });
}

}  // namespace stead
