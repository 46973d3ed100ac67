#include "delegation/operations.h"

#include <algorithm>
#include <array>

namespace stead {
namespace {

constexpr std::array<const char*, 4> roleNames{"Admin", "TeamAdmin", "Member", "Auditor"};

constexpr std::uint8_t bit(Role role) noexcept { return static_cast<std::uint8_t>(1U << static_cast<unsigned>(role)); }

constexpr std::uint8_t nobody = 0;
constexpr std::uint8_t admins = bit(Role::admin);
constexpr std::uint8_t inviters = admins | bit(Role::teamAdmin);
constexpr std::uint8_t doers = inviters | bit(Role::member);
constexpr std::uint8_t readers = admins | bit(Role::auditor);
constexpr std::uint8_t rosterReaders = inviters | bit(Role::auditor);  // grants and entries name people by id
constexpr std::uint8_t everybody = doers | bit(Role::auditor);

// The contract sends `onBehalfOf` with these acts on documents, and with no other.
constexpr Operation delegable(std::string_view name, int grantBit, DocumentRule rule = DocumentRule::acts) {
  return {name, doers, true, grantBit, rule, true, nobody};
}
// Belongs to the holder: a grant neither gives nor takes it, so an owner is never asked for it.
constexpr Operation holders(std::string_view name, bool accountWide = false) {
  return {name, doers, false, -1, DocumentRule::holds, accountWide, nobody};
}
constexpr Operation own(std::string_view name, std::uint8_t roles, std::uint8_t ownRoles = nobody) {
  return {name, roles, false, -1, DocumentRule::none, false, ownRoles};
}

constexpr std::array table{
    delegable("document.send", 0, DocumentRule::none),
    delegable("document.download", 1),
    delegable("document.auditLog", 2),
    delegable("document.remind", 3),
    delegable("document.revoke", 4),
    delegable("document.changeAccessCode", 5),
    delegable("document.edit", 6),
    delegable("document.cancelEditing", 7),
    delegable("document.changeRecipient", 8),
    delegable("document.extendExpiry", 9),
    delegable("document.prefill", 10),
    delegable("document.addAuthentication", 11),
    delegable("document.removeAuthentication", 12),
    holders("document.view", true),  // reading an envelope is a SOBO call
    holders("document.delete"),
    holders("document.tag"),
    holders("document.handOver"),
    own("document.teamList", inviters),  // an Admin all of the account, a TeamAdmin his team's

    // An identity is seen and used by its creator alone: the verbs find only own ones.
    own("identity.create", doers),
    own("identity.view", doers),
    own("identity.update", doers),
    own("identity.delete", doers),
    own("identity.resend", doers),
    own("identity.rerequest", doers),
    own("identity.evidence", everybody),  // the creator of his own, an Auditor of any

    // The rules of people (people_rules.h) keep a TeamAdmin within the own team.
    own("user.invite", inviters),
    own("user.resendInvitation", inviters),
    own("user.cancelInvitation", inviters),
    own("user.view", rosterReaders, everybody),
    own("user.update", admins),
    own("user.changeTeam", inviters),
    own("user.deactivate", admins),
    own("user.reactivate", admins),
    own("team.create", admins),
    own("team.view", rosterReaders),
    own("team.rename", admins),
    own("team.assign", admins),

    // Own keys; the verbs let an Admin have the keys of others. Whoever has a key may always kill it.
    own("apiKey.create", doers),
    own("apiKey.view", everybody),
    own("apiKey.revoke", everybody),

    own("brand.create", admins),
    own("brand.view", everybody),
    own("brand.update", admins),
    own("brand.delete", admins),

    own("account.view", everybody),
    own("account.update", admins),

    own("webhook.view", admins),
    own("webhook.create", admins),
    own("webhook.update", admins),
    own("webhook.delete", admins),
    own("webhook.rollSecret", admins),
    own("report.documents", everybody),  // as the one below
    own("event.view", everybody),        // the verb shows each role what it may see
    own("audit.view", readers),
    own("audit.verify", readers),
    own("audit.erase", admins),
    own("audit.evidence", readers),  // of any document; a sender exports his own by document.auditLog
    own("grant.view", readers),      // of the whole account
    own("grant.viewOwn", everybody),
};

constexpr bool bitsAreInTableOrder() {
  int next = 0;
  for (const Operation& operation : table) {
    if (operation.delegable != (operation.grantBit >= 0)) return false;
    if (operation.delegable && operation.grantBit != next++) return false;
    if (operation.delegable && !operation.accountWide) return false;
  }
  return next > 0 && next <= 64;
}
static_assert(bitsAreInTableOrder());

constexpr OperationSet bitOf(const Operation& operation) noexcept {
  return operation.delegable ? OperationSet{1} << operation.grantBit : 0;
}

}  // namespace

const char* roleName(Role role) noexcept { return roleNames[static_cast<std::size_t>(role)]; }

std::optional<Role> roleNamed(std::string_view name) noexcept {
  const auto found = std::find(roleNames.begin(), roleNames.end(), name);
  if (found == roleNames.end()) return std::nullopt;
  return static_cast<Role>(found - roleNames.begin());
}

bool Operation::allows(Role role, bool aboutOneself) const noexcept {
  return (roles & bit(role)) != 0 || (aboutOneself && (ownRoles & bit(role)) != 0);
}

std::span<const Operation> operations() noexcept { return table; }

const Operation* operationNamed(std::string_view name) noexcept {
  // Comparing sizes first rules out nearly all of a table this short.
  const auto found =
      std::find_if(table.begin(), table.end(), [name](const Operation& operation) { return operation.name == name; });
  return found == table.end() ? nullptr : &*found;
}

OperationSet allDelegable() noexcept {
  OperationSet set = 0;
  for (const Operation& operation : table) set |= bitOf(operation);
  return set;
}

std::string toText(OperationSet set) {
  std::string text;
  for (const std::string_view name : namesOf(set)) {
    if (!text.empty()) text += ' ';
    text += name;
  }
  return text;
}

OperationSet operationSetFrom(std::string_view text) noexcept {
  OperationSet set = 0;
  while (!text.empty()) {
    const auto space = text.find(' ');
    const Operation* operation = operationNamed(text.substr(0, space));
    if (operation != nullptr) set |= bitOf(*operation);
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
  }
  return set;
}

std::vector<std::string_view> namesOf(OperationSet set) {
  std::vector<std::string_view> names;
  for (const Operation& operation : table) {
    if ((set & bitOf(operation)) != 0) names.push_back(operation.name);
  }
  return names;
}

}  // namespace stead
