// What the verbs of people do the same way.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "audit/entry.h"
#include "base/error.h"
#include "engine/unit_of_work.h"
#include "people/people_rules.h"
#include "people/user_store.h"

namespace stead::people {

// An id that came beside the record, in lower case; throws Code::malformedArgument. `what` names the thing: "user".
[[nodiscard]] std::string readId(std::string_view id, std::string_view what);

// Throws Code::userNotFound.
[[nodiscard]] User requireUser(Connection& db, AccountScope scope, std::string_view userId);
// Throws Code::versionMoved when the caller read another version than the one that is there.
void requireVersion(const User& user, const std::optional<std::int64_t>& version);

// The verb was allowed, but the state says no: audited as `entry`, refused with `code`.
[[noreturn]] void refuse(Code code, std::string text, audit::Entry entry);
// Throws the refusal lastAdmin when nobody would be left to manage the account.
void requireAnAdminLeft(UnitOfWork& work, const Standing& before, const Standing& after, const audit::Entry& entry);

// Writes a changed user with the next version.
void saveUser(UnitOfWork& work, User& user);

}  // namespace stead::people
