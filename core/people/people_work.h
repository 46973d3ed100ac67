// What the verbs of people do the same way.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "audit/entry.h"
#include "base/error.h"
#include "base/record_reader.h"
#include "engine/unit_of_work.h"
#include "people/people_rules.h"
#include "people/team_store.h"
#include "people/user_store.h"

namespace stead::people {

// An id that came beside the record, in lower case; throws Code::malformedArgument. `what` names the thing: "user".
[[nodiscard]] std::string readId(std::string_view id, std::string_view what);

// The contract's words of a role.
[[nodiscard]] std::optional<Role> readRole(RecordReader& in);

// Throws Code::userNotFound.
[[nodiscard]] User requireUser(Connection& db, AccountScope scope, std::string_view userId);
// The team at `path` of the record; throws Code::teamNotFound, which names that path.
[[nodiscard]] Team requireTeam(Connection& db, AccountScope scope, std::string_view teamId, std::string_view path);
// Throws Code::versionMoved when the caller read another version than the one that is there.
void requireVersion(const User& user, const std::optional<std::int64_t>& version);

// The verb was allowed, but the state says no: audited as `entry`, refused with `code`.
[[noreturn]] void refuse(Code code, std::string text, audit::Entry entry);
// Throws the refusal lastAdmin when nobody would be left to manage the account.
void requireAnAdminLeft(Connection& db, AccountScope scope, const Standing& before, const Standing& after,
                        const audit::Entry& entry);

// Writes a changed user with the next version.
void saveUser(UnitOfWork& work, User& user);

}  // namespace stead::people
