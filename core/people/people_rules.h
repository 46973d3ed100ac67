// Rules of people: functions of what is and what is asked for.
#pragma once

#include <cstdint>
#include <optional>

#include "delegation/decision.h"

namespace stead::people {

// The two permissions of account-wide authority (SOBO).
struct AccountWidePermissions {
  bool accountWideAccess = false;
  bool sendOnBehalfOf = false;
};
// What a role brings along: an Admin has both, nobody else has either.
[[nodiscard]] AccountWidePermissions permissionsOf(Role role) noexcept;

struct TeamPlace {
  Role role = Role::member;
  std::optional<std::int64_t> teamRow;
};
// Beyond the operations table: an Admin may invite anybody to any place, a TeamAdmin Members and TeamAdmins to his own
// team, so that nobody hands out more than he has.
[[nodiscard]] bool mayInvite(const TeamPlace& inviter, const TeamPlace& invited) noexcept;

// A TeamAdmin may move Members of his own team: a colleague of his rank would take it along to a team he has no say in.
[[nodiscard]] bool mayMove(const TeamPlace& mover, const TeamPlace& moved) noexcept;

struct Standing {
  Role role = Role::member;
  UserStatus status = UserStatus::active;
};
// Who cannot act has no use for documents of others.
[[nodiscard]] bool mayHoldDocuments(const Standing& standing) noexcept;
// Whether a change takes an active Admin out of the account's active Admins.
[[nodiscard]] bool endsActiveAdmin(const Standing& before, const Standing& after) noexcept;

// Consent was given to somebody in a certain team: leaving it, for another or for none, ends it. Joining a first team
// does not.
[[nodiscard]] bool leavesTeam(std::optional<std::int64_t> before, std::optional<std::int64_t> after) noexcept;

// An own key, or any key of the account for an Admin.
[[nodiscard]] bool mayManageKeysOf(Role role, bool ownKeys) noexcept;

}  // namespace stead::people
