#include "grant_world.h"

#include <limits>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "engine/engine.h"
#include "identities/identity_store.h"
#include "people/user_store.h"

namespace stead::bench {
namespace {

constexpr std::size_t actorsPerCommit = 500;

std::int64_t insertActor(Connection& db, AccountScope scope, IdSource& ids, std::int64_t now, std::size_t number,
                         std::string& id) {
  people::User user;
  user.id = id = ids.newId(now);
  user.email = user.emailKey = "assistant" + std::to_string(number) + "@cubeflakes.com";
  user.name = "Hank White";
  user.createdAt = user.updatedAt = now;
  people::insertUser(db, scope, user);
  return user.row;
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

void must(bool ok) {
  if (!ok) throw std::runtime_error("SQLite failed");
}

}  // namespace

std::unique_ptr<GrantWorld> makeGrantWorld(const std::string& path, std::size_t grants) {
  auto world = std::make_unique<GrantWorld>();
  const std::size_t actors = grants / grantsPerActor;
  for (std::size_t i = 0; i < actors; ++i) world->owners.push_back("director" + std::to_string(i) + "@cubeflakes.com");
  world->userIds.resize(actors);
  world->userRows.resize(actors);
  Engine engine(readOptions(path, {{"durability", "normal"}}), ByteView{});
  const AccountScope scope = insertAccount(engine);
  for (std::size_t first = 0; first < actors; first += actorsPerCommit) {
    engine.writeAcrossAccounts([&](Connection& db, std::int64_t now) {
      for (std::size_t i = first; i < std::min(first + actorsPerCommit, actors); ++i) {
        world->userRows[i] = insertActor(db, scope, engine.ids(), now, i, world->userIds[i]);
        for (std::size_t k = 0; k < grantsPerActor; ++k) {
          insertConsent(db, scope, engine.ids(), now, world->userRows[i], world->owners[world->ownerOf(i, k)]);
        }
      }
    });
  }
  engine.database().checkpoint(true);
  for (std::size_t i = 0; i < actors; ++i) {
    for (std::size_t k = 0; k < grantsPerActor; ++k) {
      world->floor.add(world->userRows[i], world->owners[world->ownerOf(i, k)], allDelegable(), 0,
                       std::numeric_limits<std::int64_t>::max());
    }
  }
  return world;
}

SqlJoin::SqlJoin(const std::string& path) {
  must(sqlite3_open_v2(path.c_str(), &db_, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr) == SQLITE_OK);
  must(sqlite3_exec(db_, "PRAGMA cache_size=-65536", nullptr, nullptr, nullptr) == SQLITE_OK);
  static constexpr char sql[] =
      "SELECT u.status, u.role, i.status, g.operations, g.from_at, g.until_at, g.ended_at FROM \"user\" u "
      "JOIN identity i ON i.creator_id = u.id JOIN \"grant\" g ON g.id = i.grant_id WHERE u.uid = ?1 AND i.email_key = "
      "?2";
  must(sqlite3_prepare_v3(db_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement_, nullptr) == SQLITE_OK);
}

SqlJoin::~SqlJoin() {
  sqlite3_finalize(statement_);
  sqlite3_close(db_);
}

bool SqlJoin::allows(const std::string& userId, const std::string& email, std::int64_t now) {
  sqlite3_bind_text(statement_, 1, userId.data(), static_cast<int>(userId.size()), SQLITE_STATIC);
  sqlite3_bind_text(statement_, 2, email.data(), static_cast<int>(email.size()), SQLITE_STATIC);
  const bool found = sqlite3_step(statement_) == SQLITE_ROW;
  const bool allowed = found && sqlite3_column_type(statement_, 6) == SQLITE_NULL &&
                       (sqlite3_column_type(statement_, 5) == SQLITE_NULL || now < sqlite3_column_int64(statement_, 5));
  sqlite3_reset(statement_);
  return allowed;
}

void writeAtFullSpeed(const std::string& path) {
  Engine engine(readOptions(path, {{"durability", "normal"}}), ByteView{});
  for (;;) {
    engine.writeAcrossAccounts([](Connection& db, std::int64_t) {
      db.run(
          "INSERT INTO counter (account_id, name, subject, value) VALUES (0, 'noise', 0, 1) "
          "ON CONFLICT (account_id, name, subject) DO UPDATE SET value = counter.value + 1");
    });
  }
}

}  // namespace stead::bench
