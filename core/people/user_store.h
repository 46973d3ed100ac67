// Rows of users and what other domains may ask about them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "delegation/decision.h"
#include "storage/database.h"

namespace stead::people {

struct User {
  std::int64_t row = 0;
  std::string id;
  std::string email;
  std::string emailKey;
  std::string name;
  Role role = Role::member;
  std::optional<std::int64_t> teamRow;
  std::string teamId;  // "" without a team
  std::string teamName;
  UserStatus status = UserStatus::active;
  std::int64_t inviteRound = 0;
  bool accountWideAccess = false;
  bool sendOnBehalfOf = false;
  std::string metaData = "{}";
  std::int64_t version = 1;
  std::int64_t createdAt = 0;
  std::int64_t updatedAt = 0;
};

[[nodiscard]] std::optional<User> findUser(Connection& db, AccountScope scope, std::int64_t row);
[[nodiscard]] std::optional<User> findUserById(Connection& db, AccountScope scope, std::string_view id);
[[nodiscard]] std::optional<User> findUserByEmail(Connection& db, AccountScope scope, std::string_view emailKey);
// Fills user.row; counts the user for the account.
void insertUser(Connection& db, AccountScope scope, User& user);
// Writes every changeable column and sets version = user.version (the caller has raised it).
void updateUser(Connection& db, AccountScope scope, const User& user);
// For somebody who never became part of the account: nothing else of it names him.
void deleteInvitedUser(Connection& db, AccountScope scope, std::int64_t row);
[[nodiscard]] std::int64_t countActiveAdmins(Connection& db, AccountScope scope);
// Whom the account's own troubles are told, oldest first, at most `max`.
[[nodiscard]] std::vector<User> activeAdmins(Connection& db, AccountScope scope, std::int64_t max);

struct Account {
  std::int64_t row = 0;
  std::string id;
  std::int64_t number = 0;
  std::string name;
  std::string logOrigin;
  bool accountWide = false;
  std::int64_t createdAt = 0;
};
// Throws Code::accountNotFound.
[[nodiscard]] Account loadAccount(Connection& db, AccountScope scope);
// Fills account.row: the scope of everything that follows.
void insertAccount(Connection& db, Account& account);
// Writes name and accountWide; the rest of an account never changes.
void updateAccount(Connection& db, AccountScope scope, const Account& account);

}  // namespace stead::people
