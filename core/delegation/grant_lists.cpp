// The two lists of delegation: "for whom may I act" and "who may act for me".
#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "base/paging.h"
#include "base/record_reader.h"
#include "delegation/delegation_verbs.h"
#include "delegation/grant_list_store.h"
#include "delegation/guard.h"
#include "identities/identity_store.h"

namespace stead::delegation {
namespace {

constexpr std::string_view principalList = "principals";
constexpr std::string_view actorList = "actors";

struct ListRequest {
  PageRequest page;
  bool all = false;
};

ListRequest readRequest(const Json& request, std::string_view list, bool mayAskForAll) {
  Violations violations;
  RecordReader in(request, violations);
  ListRequest out;
  out.page = readPage(in, list, 1, false);
  if (mayAskForAll) out.all = in.boolean("all").value_or(false);
  in.refuseUnknown();
  violations.throwIfAny();
  return out;
}

std::int64_t before(const PageRequest& page) {
  return page.after ? page.after->front() : std::numeric_limits<std::int64_t>::max();
}

Total cappedTotal(std::int64_t counted) {
  return {std::min(counted, limits::totalCountedMax), counted > limits::totalCountedMax};
}

// `rows` holds one more than a page where there is a next one.
template <class Row>
std::optional<std::string> cutToPage(std::vector<Row>& rows, const PageRequest& page, std::string_view list) {
  if (static_cast<std::int64_t>(rows.size()) <= page.pageSize) return std::nullopt;
  rows.resize(static_cast<std::size_t>(page.pageSize));
  return encodeCursor(list, {rows.back().row});
}

void describeTerms(Json& out, const GrantRow& grant) {
  out["version"] = grant.version;
  out["operations"] = namesOf(grant.operations);
  if (grant.from) out["from"] = *grant.from;
  if (grant.until) out["until"] = *grant.until;
  if (grant.endedAt) out["endedAt"] = *grant.endedAt;
  if (!grant.endReason.empty()) out["endReason"] = grant.endReason;
}

// Whether decide() would allow the actor anything for this principal at this moment.
bool mayActNow(const PrincipalRow& row, Role role, std::int64_t now) {
  if (!row.grant) return false;
  Facts facts;
  facts.actor = {.exists = true, .status = UserStatus::active, .credentialActive = true, .role = role, .emailKey = {}};
  facts.identity =
      IdentityFacts{row.status, GrantFacts{row.grant->id, row.grant->version, row.grant->operations, row.grant->from,
                                           row.grant->until, row.grant->endedAt.has_value()}};
  const auto granted = namesOf(row.grant->operations);
  return std::any_of(granted.begin(), granted.end(), [&](std::string_view operation) {
    Decision decision;
    decide({.operation = operation, .principal = PrincipalKind::grant}, facts, now, decision);
    return decision.allowed;
  });
}

Json describePrincipal(const PrincipalRow& row, Role role, std::int64_t now) {
  Json out = {{"identityId", row.identityId},
              {"name", row.name},
              {"email", row.email},
              {"status", identityStatusName(row.status)},
              {"mayActNow", mayActNow(row, role, now)}};
  if (row.grant) {
    out["grant"] = {{"id", row.grant->id}};
    describeTerms(out["grant"], *row.grant);
  }
  return out;
}

Json describeActor(const ActorRow& row) {
  Json out = {{"grantId", row.grant.id},
              {"actor", {{"id", row.actorId}, {"name", row.actorName}, {"email", row.actorEmail}}},
              {"principal", {{"name", row.principalName}, {"email", row.principalEmail}}},
              {"bornAt", row.grant.bornAt}};
  describeTerms(out, row.grant);
  return out;
}

}  // namespace

Json listPrincipals(Engine& engine, const Session& session, const Json& request) {
  const PageRequest page = readRequest(request, principalList, false).page;
  Json answer;
  engine.read(session.scope, [&](Connection& db, std::int64_t now) {
    const Right right = requireForRead(db, now, session, "grant.viewOwn");
    auto rows = listPrincipalsOf(db, session.scope, session.userRow, before(page), page.pageSize + 1);
    const auto next = cutToPage(rows, page, principalList);
    Json items = Json::array();
    for (const PrincipalRow& row : rows) items.push_back(describePrincipal(row, right.actor.role, now));
    answer =
        pageAnswer(std::move(items), next, {identities::countIdentitiesOf(db, session.scope, session.userRow), false});
  });
  return answer;
}

Json listActors(Engine& engine, const Session& session, const Json& request) {
  const ListRequest asked = readRequest(request, actorList, true);
  const PageRequest& page = asked.page;
  Json answer;
  engine.read(session.scope, [&](Connection& db, std::int64_t now) {
    const Right right = requireForRead(db, now, session, asked.all ? "grant.view" : "grant.viewOwn");
    const std::string& key = right.actor.emailKey;
    auto rows = asked.all ? listGrants(db, session.scope, before(page), page.pageSize + 1)
                          : listGrantsFor(db, session.scope, key, before(page), page.pageSize + 1);
    const std::int64_t counted = asked.all ? countGrants(db, session.scope, limits::totalCountedMax + 1)
                                           : countGrantsFor(db, session.scope, key, limits::totalCountedMax + 1);
    const auto next = cutToPage(rows, page, actorList);
    Json items = Json::array();
    for (const ActorRow& row : rows) items.push_back(describeActor(row));
    answer = pageAnswer(std::move(items), next, cappedTotal(counted));
  });
  return answer;
}

}  // namespace stead::delegation
