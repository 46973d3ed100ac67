#include "people/user_store.h"

#include "base/error.h"
#include "people/roster_store.h"

namespace stead::people {
namespace {

// A word that the schema does not allow can only come from a damaged store.
template <class Value>
Value knownWord(const std::optional<Value>& value) {
  if (!value) throw Error(Code::storeFailed, "a user row of the store is damaged; restore a backup");
  return *value;
}

std::optional<User> userOfRowIn(Connection& db, AccountScope scope, Statement found) {
  if (!found.step()) return std::nullopt;
  return findUser(db, scope, found.integer(0));
}

}  // namespace

std::optional<User> findUser(Connection& db, AccountScope scope, std::int64_t row) {
  auto found = db.query(
      "SELECT u.id, u.uid, u.email, u.email_key, u.name, u.role, u.team_id, t.uid, u.status, u.invite_round, "
      "u.account_wide_access, u.send_on_behalf_of, u.meta_data, u.version, u.created_at, u.updated_at, t.name "
      "FROM \"user\" u LEFT JOIN team t ON t.id = u.team_id WHERE u.id = $2 AND u.account_id = $1",
      scope.account, row);
  if (!found.step()) return std::nullopt;
  User user;
  user.row = found.integer(0);
  user.id = found.text(1);
  user.email = found.text(2);
  user.emailKey = found.text(3);
  user.name = found.text(4);
  user.role = knownWord(roleNamed(found.view(5)));
  user.teamRow = found.maybeInteger(6);
  user.teamId = found.text(7);
  user.status = knownWord(userStatusNamed(found.view(8)));
  user.inviteRound = found.integer(9);
  user.accountWideAccess = found.boolean(10);
  user.sendOnBehalfOf = found.boolean(11);
  user.metaData = found.text(12);
  user.version = found.integer(13);
  user.createdAt = found.integer(14);
  user.updatedAt = found.integer(15);
  user.teamName = found.text(16);
  return user;
}

std::optional<User> findUserById(Connection& db, AccountScope scope, std::string_view id) {
  return userOfRowIn(db, scope,
                     db.query("SELECT id FROM \"user\" WHERE uid = $2 AND account_id = $1", scope.account, id));
}

std::optional<User> findUserByEmail(Connection& db, AccountScope scope, std::string_view emailKey) {
  return userOfRowIn(
      db, scope, db.query("SELECT id FROM \"user\" WHERE account_id = $1 AND email_key = $2", scope.account, emailKey));
}

void insertUser(Connection& db, AccountScope scope, User& user) {
  user.row = db.insert(
      "INSERT INTO \"user\" (account_id, uid, email, email_key, name, role, team_id, status, invite_round, "
      "account_wide_access, send_on_behalf_of, meta_data, version, created_at, updated_at) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
      scope.account, user.id, user.email, user.emailKey, user.name, roleName(user.role), user.teamRow,
      userStatusName(user.status), user.inviteRound, user.accountWideAccess, user.sendOnBehalfOf, user.metaData,
      user.version, user.createdAt, user.updatedAt);
  countInRoster(db, scope, Roster::users, 1);
}

void deleteInvitedUser(Connection& db, AccountScope scope, std::int64_t row) {
  const auto gone = db.run("DELETE FROM \"user\" WHERE id = $2 AND account_id = $1 AND status = 'InvitationPending'",
                           scope.account, row);
  countInRoster(db, scope, Roster::users, -gone);
}

void updateUser(Connection& db, AccountScope scope, const User& user) {
  db.run(
      "UPDATE \"user\" SET name = $3, role = $4, team_id = $5, status = $6, invite_round = $7, "
      "account_wide_access = $8, send_on_behalf_of = $9, meta_data = $10, version = $11, updated_at = $12 "
      "WHERE id = $2 AND account_id = $1",
      scope.account, user.row, user.name, roleName(user.role), user.teamRow, userStatusName(user.status),
      user.inviteRound, user.accountWideAccess, user.sendOnBehalfOf, user.metaData, user.version, user.updatedAt);
}

std::int64_t countActiveAdmins(Connection& db, AccountScope scope) {
  auto count = db.query("SELECT count(*) FROM \"user\" WHERE account_id = $1 AND role = 'Admin' AND status = 'Active'",
                        scope.account);
  return count.step() ? count.integer(0) : 0;
}

std::vector<User> activeAdmins(Connection& db, AccountScope scope, std::int64_t max) {
  auto found = db.query(
      "SELECT id FROM \"user\" WHERE account_id = $1 AND role = 'Admin' AND status = 'Active' ORDER BY id LIMIT $2",
      scope.account, max);
  std::vector<User> admins;
  while (found.step()) {
    if (auto admin = findUser(db, scope, found.integer(0))) admins.push_back(std::move(*admin));
  }
  return admins;
}

Account loadAccount(Connection& db, AccountScope scope) {
  auto found = db.query("SELECT id, uid, number, name, log_origin, account_wide, created_at FROM account WHERE id = $1",
                        scope.account);
  if (!found.step()) throw Error(Code::accountNotFound, "no such account");
  Account account;
  account.row = found.integer(0);
  account.id = found.text(1);
  account.number = found.integer(2);
  account.name = found.text(3);
  account.logOrigin = found.text(4);
  account.accountWide = found.boolean(5);
  account.createdAt = found.integer(6);
  return account;
}

void insertAccount(Connection& db, Account& account) {
  account.row = db.insert(
      "INSERT INTO account (uid, number, name, log_origin, account_wide, created_at) "
      "VALUES ($1, $2, $3, $4, $5, $6)",
      account.id, account.number, account.name, account.logOrigin, account.accountWide, account.createdAt);
}

void updateAccount(Connection& db, AccountScope scope, const Account& account) {
  db.run("UPDATE account SET name = $2, account_wide = $3 WHERE id = $1", scope.account, account.name,
         account.accountWide);
}

}  // namespace stead::people
