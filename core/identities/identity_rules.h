// What may be asked of sender identities, by whom, and in which state: functions of (state, request, now).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/email.h"
#include "base/error.h"
#include "base/json.h"
#include "identities/identity.h"

namespace stead::identities {

// --- requests, read and checked; all violations are thrown together ---

// Operations and time as a request names them; what is not named stays as it is.
struct Terms {
  std::optional<OperationSet> operations;
  std::optional<std::int64_t> from;
  std::optional<std::int64_t> until;
  bool clearsFrom = false;  // present as null
  bool clearsUntil = false;
  [[nodiscard]] bool empty() const noexcept { return !operations && !from && !until && !clearsFrom && !clearsUntil; }
};

// A partial notificationSettings object: flags it turns on, and those it leaves or turns on.
struct SettingsChange {
  notifications::Settings on = 0;
  notifications::Settings keep = 0;
  [[nodiscard]] notifications::Settings applyTo(notifications::Settings now) const noexcept {
    return (now & keep) | on;
  }
};

struct CreateRequest {
  std::string name;
  Email email;
  notifications::Settings settings = 0;
  std::optional<std::string> brandId;
  std::optional<std::string> redirectUrl;
  std::string metaData = "{}";
  std::string locale = "EN";
  Terms terms;
  std::optional<std::string> requestId;
};
[[nodiscard]] CreateRequest readCreate(const Json& request);

struct UpdateRequest {
  std::optional<std::string> name;
  std::optional<std::string> redirectUrl;  // "" takes it away
  std::optional<std::string> metaData;     // the partial object, as JSON
  std::optional<SettingsChange> settings;
  std::optional<std::string> locale;
  std::optional<std::int64_t> version;
};
[[nodiscard]] UpdateRequest readUpdate(const Json& request);

[[nodiscard]] Terms readRerequest(const Json& request);

// From where the owner answered.
struct Origin {
  std::string ip;
  std::string userAgent;
};
struct OwnerRequest {
  Origin origin;
  Terms terms;
  std::string textHash;  // approve
  bool neverAskAgain = false;
};
[[nodiscard]] OwnerRequest readApprove(const Json& request);
[[nodiscard]] OwnerRequest readDeny(const Json& request);
[[nodiscard]] OwnerRequest readNarrow(const Json& request);
[[nodiscard]] OwnerRequest readRevoke(const Json& request);

// An id, or an address. Throws Code::malformedArgument with the words of the contract.
struct IdentityName {
  std::string id;
  std::string emailKey;
};
[[nodiscard]] IdentityName readIdentityName(std::string_view idOrEmail);

// --- terms ---

// What is asked of the owner, or granted by him.
struct Range {
  OperationSet operations = 0;
  std::optional<std::int64_t> from;
  std::optional<std::int64_t> until;
  bool operator==(const Range&) const = default;
};
// The terms laid over what was asked before; they may ask for more.
[[nodiscard]] Range asked(const Range& before, const Terms& terms, std::int64_t now, Violations& violations);
// The terms laid over what was asked or granted; they may only take away.
[[nodiscard]] Range narrowed(const Range& outer, const Terms& terms, std::int64_t now, Violations& violations);

// --- states ---

enum class Act : std::uint8_t { resend, rerequest, approve, deny, narrow, revoke, creatorLeaves, update, remove };
struct Standing {
  IdentityStatus status = IdentityStatus::pending;
  bool lapsed = false;
  bool grantLives = false;
};
struct Judgement {
  bool allowed = false;
  std::optional<IdentityStatus> to;  // nothing: the identity is gone
  Code reason = Code::internalError;
  std::string_view text = {};
};
// The table of lifecycles (design 3).
[[nodiscard]] Judgement judge(Act act, const Standing& standing) noexcept;

// When the request for consent lapsed; nothing while it waits or once it was answered.
[[nodiscard]] std::optional<std::int64_t> lapsedAt(const Identity& identity, std::int64_t lapseMs,
                                                   std::int64_t now) noexcept;
// When the grant ended: by an act or by its clock.
[[nodiscard]] std::optional<std::int64_t> endOf(const Grant& grant, std::int64_t now) noexcept;
[[nodiscard]] Standing standingOf(const Identity& identity, const std::optional<Grant>& grant, std::int64_t lapseMs,
                                  std::int64_t now) noexcept;

// --- changes ---

struct Updated {
  Identity identity;
  std::vector<std::string> changes;  // names of the members that really changed
};
// Throws what breaks the limits of metadata, which are counted after the update.
[[nodiscard]] Updated updated(const Identity& current, const UpdateRequest& request);

// Case-insensitive for ASCII. `needle` must be ASCII lower-case.
[[nodiscard]] bool containsFolded(std::string_view text, std::string_view needle) noexcept;

}  // namespace stead::identities
