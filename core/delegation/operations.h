// The one table of operations: which role may do it, whether it can be done for somebody else, and which
// document rule guards it (design 4, 11).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

enum class Role : std::uint8_t { admin, teamAdmin, member, auditor };
[[nodiscard]] const char* roleName(Role role) noexcept;
[[nodiscard]] std::optional<Role> roleNamed(std::string_view name) noexcept;

enum class DocumentRule : std::uint8_t {
  none,   // not about an existing document
  acts,   // leaves or changes something in the sender's name: the principal must be named
  holds,  // view, tag, delete: belongs to the holder, whoever it was sent for
};

struct Operation {
  std::string_view name;  // "document.send"
  std::uint8_t roles;     // bit per Role
  bool delegable;         // may be part of a grant; bit `grantBit` in an OperationSet
  int grantBit;           // -1 when not delegable
  DocumentRule documentRule;
  bool accountWide;       // may be done as the operating user (SOBO); every delegable operation may
  std::uint8_t ownRoles;  // roles that may do it to themselves only

  [[nodiscard]] bool allows(Role role, bool aboutOneself) const noexcept;
};

[[nodiscard]] std::span<const Operation> operations() noexcept;
[[nodiscard]] const Operation* operationNamed(std::string_view name) noexcept;

// The set of delegable operations of a grant, one bit each.
using OperationSet = std::uint64_t;
[[nodiscard]] OperationSet allDelegable() noexcept;
[[nodiscard]] std::string toText(OperationSet set);                           // space separated, table order
[[nodiscard]] OperationSet operationSetFrom(std::string_view text) noexcept;  // what is not known is left out
[[nodiscard]] std::vector<std::string_view> namesOf(OperationSet set);

}  // namespace stead
