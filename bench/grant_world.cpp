#include "grant_world.h"

#include <stdexcept>

#include "world_parts.h"

namespace stead::bench {
namespace {

constexpr std::size_t actorsPerCommit = 2000;

void makeStore(const std::string& path, const GrantWorld& world) {
  const auto engine = openForLoading(path);
  const AccountScope scope = insertAccount(*engine);
  load(*engine, world.owners.size(), actorsPerCommit, [&](Connection& db, std::int64_t now, std::size_t actor) {
    const std::string email = "assistant" + std::to_string(actor) + "@cubeflakes.com";
    const Person user = insertUser(db, scope, engine->ids(), now, email);
    for (std::size_t k = 0; k < grantsPerActor; ++k) {
      insertConsent(db, scope, engine->ids(), now, user.row, world.owners[world.ownerOf(actor, k)]);
    }
  });
}

}  // namespace

std::unique_ptr<GrantWorld> grantWorld(const std::string& path, std::size_t grants) {
  auto world = std::make_unique<GrantWorld>();
  const std::size_t actors = grants / grantsPerActor;
  for (std::size_t i = 0; i < actors; ++i) world->owners.push_back("director" + std::to_string(i) + "@cubeflakes.com");
  if (!isMade(path)) makeStore(path, *world);
  const Db db = openDb(path);
  eachRow(db, prepare(db, "SELECT id, uid FROM \"user\" ORDER BY id"), [&](sqlite3_stmt* row) {
    world->userRows.push_back(sqlite3_column_int64(row, 0));
    world->userIds.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(row, 1)));
  });
  if (world->userIds.size() != actors) throw std::runtime_error(path + " holds another world; remove it");
  return world;
}

SqlJoin::SqlJoin(const std::string& path) : db_(openDb(path)) {
  execute(db_, "PRAGMA cache_size=-65536");
  statement_ = prepare(
      db_,
      "SELECT u.status, u.role, i.status, g.operations, g.from_at, g.until_at, g.ended_at FROM \"user\" u "
      "JOIN identity i ON i.creator_id = u.id JOIN \"grant\" g ON g.id = i.grant_id WHERE u.uid = ?1 AND i.email_key = "
      "?2");
}

bool SqlJoin::allows(const std::string& userId, const std::string& email, std::int64_t now) {
  put(statement_, 1, userId);
  put(statement_, 2, email);
  bool allowed = false;
  eachRow(db_, statement_, [&](sqlite3_stmt* row) {
    allowed = sqlite3_column_type(row, 6) == SQLITE_NULL &&
              (sqlite3_column_type(row, 5) == SQLITE_NULL || now < sqlite3_column_int64(row, 5));
  });
  return allowed;
}

void writeAtFullSpeed(const std::string& path) {
  const auto engine = openForLoading(path);
  for (;;) {
    engine->writeAcrossAccounts([](Connection& db, std::int64_t) {
      db.run(
          "INSERT INTO counter (account_id, name, subject, value) VALUES (0, 'noise', 0, 1) "
          "ON CONFLICT (account_id, name, subject) DO UPDATE SET value = counter.value + 1");
    });
  }
}

}  // namespace stead::bench
