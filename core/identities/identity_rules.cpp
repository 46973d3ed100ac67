#include "identities/identity_rules.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "delegation/operations.h"
#include "metadata/metadata.h"

namespace stead::identities {
namespace {

std::string listed(OperationSet set) {
  std::string out;
  for (const std::string_view name : namesOf(set)) out += (out.empty() ? "" : ", ") + std::string(name);
  return out;
}

void checkRange(const Range& range, std::int64_t now, Violations& violations) {
  if (range.until && *range.until <= now) {
    violations.add("/until", "must be in the future");
  } else if (range.until && range.from && *range.until <= *range.from) {
    violations.add("/until", "must be later than from");
  }
}

constexpr std::string_view answered = "The invitation can only be sent again while it waits for the owner's answer.";
constexpr std::string_view notRejected = "You can re-request sender identity only if the invitation is rejected.";
constexpr std::string_view deadLink = "the link is not valid; open the newest mail, or ask for a new link";

constexpr Judgement allow(std::optional<IdentityStatus> to) { return {true, to, Code::internalError, {}}; }
constexpr Judgement refuse(Code reason, std::string_view text) { return {false, std::nullopt, reason, text}; }

}  // namespace

Range asked(const Range& before, const Terms& terms, std::int64_t now, Violations& violations) {
  Range out = before;
  if (terms.operations) out.operations = *terms.operations;
  if (terms.clearsFrom || terms.from) out.from = terms.from;
  if (terms.clearsUntil || terms.until) out.until = terms.until;
  checkRange(out, now, violations);
  return out;
}

Range narrowed(const Range& outer, const Terms& terms, std::int64_t now, Violations& violations) {
  Range out = outer;
  if (terms.operations) {
    out.operations = *terms.operations;
    if (const OperationSet more = out.operations & ~outer.operations; more != 0) {
      violations.add("/operations", "can only be narrowed; these go beyond: " + listed(more));
    }
  }
  if (terms.from) out.from = terms.from;
  if (terms.clearsFrom) out.from.reset();
  if (outer.from && (!out.from || *out.from < *outer.from)) {
    violations.add("/from", "can only be narrowed: not earlier than " + text::isoUtc(*outer.from));
  }
  if (terms.until) out.until = terms.until;
  if (terms.clearsUntil) out.until.reset();
  if (outer.until && (!out.until || *out.until > *outer.until)) {
    violations.add("/until", "can only be narrowed: not later than " + text::isoUtc(*outer.until));
  } else {
    checkRange(out, now, violations);
  }
  return out;
}

Judgement judge(Act act, const Standing& standing) noexcept {
  using enum IdentityStatus;
  const IdentityStatus status = standing.status;
  switch (act) {
    case Act::resend:
      return status == pending ? allow(pending) : refuse(Code::wrongState, answered);
    case Act::rerequest:
      if (status == denied || status == revoked || (status == verified && !standing.grantLives)) return allow(pending);
      return refuse(Code::wrongState, notRejected);
    case Act::approve:
    case Act::deny:
      if (status != pending || standing.lapsed) return refuse(Code::linkNotFound, deadLink);
      return allow(act == Act::approve ? verified : denied);
    case Act::narrow:
    case Act::revoke:
      if (status != verified || !standing.grantLives) return refuse(Code::linkNotFound, deadLink);
      return allow(act == Act::narrow ? verified : revoked);
    case Act::creatorLeaves:
      return allow(status == verified ? revoked : status);
    case Act::update:
      return allow(status);
    case Act::remove:
      return allow(std::nullopt);
  }
  return refuse(Code::internalError, "unknown act");
}

std::optional<std::int64_t> lapsedAt(const Identity& identity, std::int64_t lapseMs, std::int64_t now) noexcept {
  if (identity.status != IdentityStatus::pending) return std::nullopt;
  if (identity.lapsedAt) return identity.lapsedAt;
  const std::int64_t due = identity.requestedAt + lapseMs;
  if (now < due) return std::nullopt;
  return due;
}

std::optional<std::int64_t> endOf(const Grant& grant, std::int64_t now) noexcept {
  if (grant.endedAt) return grant.endedAt;
  if (grant.until && *grant.until <= now) return grant.until;
  return std::nullopt;
}

Standing standingOf(const Identity& identity, const std::optional<Grant>& grant, std::int64_t lapseMs,
                    std::int64_t now) noexcept {
  return {.status = identity.status,
          .lapsed = lapsedAt(identity, lapseMs, now).has_value(),
          .grantLives = grant && !endOf(*grant, now)};
}

Updated updated(const Identity& current, const UpdateRequest& request) {
  Updated out{current, {}};
  Identity& next = out.identity;
  const auto changed = [&out](bool really, const char* member) {
    if (really) out.changes.emplace_back(member);
  };
  if (request.name) next.name = *request.name;
  changed(next.name != current.name, "name");
  if (request.settings) next.settings = request.settings->applyTo(current.settings);
  changed(next.settings != current.settings, "notificationSettings");
  if (request.redirectUrl) {
    next.redirectUrl = request.redirectUrl->empty() ? std::nullopt : request.redirectUrl;
  }
  changed(next.redirectUrl != current.redirectUrl, "redirectUrl");
  if (request.metaData) {
    Violations violations;
    next.metaData = writeJson(
        metadata::merge(parseStored(current.metaData), parseStored(*request.metaData), violations, "/metaData"));
    violations.throwIfAny();
  }
  changed(next.metaData != current.metaData, "metaData");
  if (request.locale) next.locale = *request.locale;
  changed(next.locale != current.locale, "locale");
  return out;
}

bool containsFolded(std::string_view text, std::string_view needle) noexcept {
  const auto fold = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::search(text.begin(), text.end(), needle.begin(), needle.end(),
                     [fold](char a, char b) { return fold(a) == b; }) != text.end() ||
         needle.empty();
}

}  // namespace stead::identities
