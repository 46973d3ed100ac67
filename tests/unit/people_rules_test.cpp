#include "people/people_rules.h"

#include <catch2/catch.hpp>

using namespace stead;
using namespace stead::people;

TEST_CASE("Only an Admin comes with account-wide permissions", "[people]") {
  for (const Role role : {Role::admin, Role::teamAdmin, Role::member, Role::auditor}) {
    CAPTURE(roleName(role));
    CHECK(permissionsOf(role).accountWideAccess == (role == Role::admin));
    CHECK(permissionsOf(role).sendOnBehalfOf == (role == Role::admin));
  }
}

TEST_CASE("Nobody invites to more than he has", "[people]") {
  struct Row {
    TeamPlace inviter;
    TeamPlace invited;
    bool may;
  };
  const Row rows[] = {
      {{Role::admin, {}}, {Role::admin, {}}, true},       {{Role::admin, {}}, {Role::auditor, 1}, true},
      {{Role::admin, 1}, {Role::member, 2}, true},        {{Role::teamAdmin, 1}, {Role::member, 1}, true},
      {{Role::teamAdmin, 1}, {Role::teamAdmin, 1}, true}, {{Role::teamAdmin, 1}, {Role::admin, 1}, false},
      {{Role::teamAdmin, 1}, {Role::auditor, 1}, false},  {{Role::teamAdmin, 1}, {Role::member, 2}, false},
      {{Role::teamAdmin, 1}, {Role::member, {}}, false},  {{Role::teamAdmin, {}}, {Role::member, {}}, false},
      {{Role::teamAdmin, {}}, {Role::member, 1}, false},  {{Role::member, 1}, {Role::member, 1}, false},
      {{Role::auditor, 1}, {Role::member, 1}, false},
  };
  for (const Row& row : rows) {
    CAPTURE(roleName(row.inviter.role), row.inviter.teamRow.value_or(0), roleName(row.invited.role),
            row.invited.teamRow.value_or(0));
    CHECK(mayInvite(row.inviter, row.invited) == row.may);
  }
}

TEST_CASE("An active Admin is taken away by role or by status", "[people]") {
  struct Row {
    Standing before;
    Standing after;
    bool ends;
  };
  const Row rows[] = {
      {{Role::admin, UserStatus::active}, {Role::admin, UserStatus::active}, false},
      {{Role::admin, UserStatus::active}, {Role::member, UserStatus::active}, true},
      {{Role::admin, UserStatus::active}, {Role::admin, UserStatus::deactivated}, true},
      {{Role::admin, UserStatus::invitationPending}, {Role::member, UserStatus::invitationPending}, false},
      {{Role::admin, UserStatus::deactivated}, {Role::member, UserStatus::deactivated}, false},
      {{Role::member, UserStatus::active}, {Role::admin, UserStatus::active}, false},
      {{Role::member, UserStatus::active}, {Role::member, UserStatus::deactivated}, false},
  };
  for (const Row& row : rows) {
    CAPTURE(roleName(row.before.role), userStatusName(row.before.status), roleName(row.after.role),
            userStatusName(row.after.status));
    CHECK(endsActiveAdmin(row.before, row.after) == row.ends);
  }
}

TEST_CASE("A team is left for another or for none, never by joining a first one", "[people]") {
  CHECK(leavesTeam(1, 2));
  CHECK(leavesTeam(1, std::nullopt));
  CHECK_FALSE(leavesTeam(1, 1));
  CHECK_FALSE(leavesTeam(std::nullopt, 1));
  CHECK_FALSE(leavesTeam(std::nullopt, std::nullopt));
}

TEST_CASE("Keys are managed by their user and by Admins", "[people]") {
  for (const Role role : {Role::admin, Role::teamAdmin, Role::member, Role::auditor}) {
    CAPTURE(roleName(role));
    CHECK(mayManageKeysOf(role, true));
    CHECK(mayManageKeysOf(role, false) == (role == Role::admin));
  }
}
