#include "world_parts.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "bench_secret.h"
#include "identities/identity_store.h"
#include "people/user_store.h"

namespace stead::bench {

std::unique_ptr<Engine> openForLoading(const std::string& path) {
  return std::make_unique<Engine>(readOptions(path, {{"durability", "normal"}}), secret);
}

bool isMade(const std::string& path) { return std::filesystem::exists(path); }

AccountScope insertAccount(Engine& engine) {
  people::Account account;
  engine.writeAcrossAccounts([&](Connection& db, std::int64_t now) {
    account.id = engine.ids().newId(now);
    account.number = 1001;
    account.name = "Cubeflakes";
    account.logOrigin = "stead.local/log/" + account.id;
    account.createdAt = now;
    people::insertAccount(db, account);
  });
  return AccountScope{account.row};
}

Person insertUser(Connection& db, AccountScope scope, IdSource& ids, std::int64_t now, const std::string& email) {
  people::User user;
  user.id = ids.newId(now);
  user.email = user.emailKey = email;
  user.name = "Hank White";
  user.createdAt = user.updatedAt = now;
  people::insertUser(db, scope, user);
  return {user.row, user.id};
}

void insertConsent(Connection& db, AccountScope scope, IdSource& ids, std::int64_t now, std::int64_t actorRow,
                   const std::string& email) {
  identities::Grant grant;
  identities::Identity identity;
  grant.id = ids.newId(now);
  identity.id = grant.identityId = ids.newId(now);
  identity.creatorRow = grant.actorRow = actorRow;
  identity.name = grant.principalName = "Luther Cooper";
  identity.email = identity.emailKey = grant.principalEmail = grant.principalKey = email;
  identity.operations = grant.operations = allDelegable();
  identity.status = IdentityStatus::verified;
  identity.createdAt = identity.updatedAt = identity.requestedAt = grant.bornAt = now;
  identities::insertGrant(db, scope, grant);
  identity.grantRow = grant.row;
  identities::insertIdentity(db, scope, identity);
}

void load(Engine& engine, std::size_t count, std::size_t perCommit,
          const std::function<void(Connection&, std::int64_t now, std::size_t place)>& insert) {
  for (std::size_t first = 0; first < count; first += perCommit) {
    engine.writeAcrossAccounts([&](Connection& db, std::int64_t now) {
      for (std::size_t place = first; place < std::min(first + perCommit, count); ++place) insert(db, now, place);
    });
  }
  engine.database().checkpoint(true);
}

}  // namespace stead::bench
