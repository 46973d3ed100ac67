// The rows that decisions are made from, as the cache loads them: one actor with all that decide() reads about him.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "delegation/decision.h"
#include "storage/database.h"

namespace stead::delegation {

// False stops. The views in the facts live during the call.
using OnRevokedKey = std::function<bool(std::int64_t keyRow)>;
using OnIdentity = std::function<bool(std::string_view emailKey, const IdentityFacts& identity)>;

// The actor's revoked API keys, ascending: a session of any other key of his is good.
void eachRevokedKey(Connection& db, AccountScope scope, std::int64_t userRow, const OnRevokedKey& on);
void eachIdentity(Connection& db, AccountScope scope, std::int64_t creatorRow, const OnIdentity& on);

}  // namespace stead::delegation
