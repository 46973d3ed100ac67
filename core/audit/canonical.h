// The bytes of an entry: RFC 8785 JSON, written by appending. Member names are ASCII and ours, values are texts,
// integers and lists of texts, so that sorting by byte and plain decimal numbers are all the RFC asks for.
#pragma once

#include <optional>
#include <string>

#include "audit/entry.h"
#include "base/crypto.h"

namespace stead::audit {

inline constexpr std::int64_t entryFormatVersion = 1;

[[nodiscard]] const char* actorKindName(ActorKind kind) noexcept;

// Throws Code::internalError for what no canonical form exists of: ill-formed UTF-8, integers outside ±2^53, a member
// named twice. `personalHash` is absent when the entry has no personal fields.
[[nodiscard]] std::string canonicalEntry(const Entry& entry, std::int64_t at, const std::optional<Hash>& personalHash);

// The object that is salted and hashed; "" when no field holds anything. Empty texts are left out.
[[nodiscard]] std::string canonicalPersonal(const Fields& personal);

// SHA-256(salt ‖ json).
[[nodiscard]] Hash personalHash(ByteView salt, std::string_view json);

}  // namespace stead::audit
