#include "people/people_rules.h"

namespace stead::people {
namespace {

bool isActiveAdmin(const Standing& standing) noexcept {
  return standing.role == Role::admin && standing.status == UserStatus::active;
}

}  // namespace

AccountWidePermissions permissionsOf(Role role) noexcept {
  const bool admin = role == Role::admin;
  return {admin, admin};
}

bool mayInvite(const TeamPlace& inviter, const TeamPlace& invited) noexcept {
  if (inviter.role == Role::admin) return true;
  const bool notAbove = invited.role == Role::member || invited.role == Role::teamAdmin;
  return inviter.role == Role::teamAdmin && notAbove && inviter.teamRow && inviter.teamRow == invited.teamRow;
}

bool mayMove(const TeamPlace& mover, const TeamPlace& moved) noexcept {
  if (mover.role == Role::admin) return true;
  return mover.role == Role::teamAdmin && moved.role == Role::member && mover.teamRow && mover.teamRow == moved.teamRow;
}

bool mayHoldDocuments(const Standing& standing) noexcept {
  return standing.status == UserStatus::active && standing.role != Role::auditor;
}

bool endsActiveAdmin(const Standing& before, const Standing& after) noexcept {
  return isActiveAdmin(before) && !isActiveAdmin(after);
}

bool leavesTeam(std::optional<std::int64_t> before, std::optional<std::int64_t> after) noexcept {
  return before && before != after;
}

bool mayManageKeysOf(Role role, bool ownKeys) noexcept { return ownKeys || role == Role::admin; }

}  // namespace stead::people
