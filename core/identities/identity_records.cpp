#include "identities/identity_records.h"

#include <nlohmann/json.hpp>

#include "base/crypto.h"
#include "delegation/operations.h"
#include "identities/identity_rules.h"

namespace stead::identities {

Json operationsRecord(OperationSet operations) {
  Json out = Json::array();
  for (const std::string_view name : namesOf(operations)) out.push_back(name);
  return out;
}

void setIfAny(Json& record, const char* member, const std::optional<std::int64_t>& value) {
  if (value) record[member] = *value;
}

void setIfAny(Json& record, const char* member, const std::optional<std::string>& value) {
  if (value) record[member] = *value;
}

Json grantRecord(const Grant& grant, std::int64_t now) {
  Json out = {{"id", grant.id}, {"version", grant.version}, {"operations", operationsRecord(grant.operations)}};
  setIfAny(out, "from", grant.from);
  setIfAny(out, "until", grant.until);
  if (const auto end = endOf(grant, now)) {
    out["endedAt"] = *end;
    out["endReason"] = grant.endedAt ? grant.endReason : "expired";
  }
  return out;
}

Json identityRecord(const Identity& identity, const std::optional<Grant>& grant, std::string_view creatorId,
                    std::int64_t lapseMs, std::int64_t now) {
  Json out = {{"id", identity.id},
              {"name", identity.name},
              {"email", identity.email},
              {"status", identityStatusName(identity.status)},
              {"createdBy", creatorId},
              {"requestedAt", identity.requestedAt},
              {"notificationSettings", notifications::toJson(identity.settings)},
              {"locale", identity.locale},
              {"metaData", parseStored(identity.metaData)},
              {"consentRound", identity.consentRound},
              {"operations", operationsRecord(identity.operations)},
              {"version", identity.version},
              {"createdAt", identity.createdAt},
              {"updatedAt", identity.updatedAt}};
  setIfAny(out, "approvedAt", identity.approvedAt);
  setIfAny(out, "lapsedAt", lapsedAt(identity, lapseMs, now));
  setIfAny(out, "brandId", identity.brandId);
  setIfAny(out, "redirectUrl", identity.redirectUrl);
  setIfAny(out, "from", identity.from);
  setIfAny(out, "until", identity.until);
  if (grant) out["grant"] = grantRecord(*grant, now);
  return out;
}

Json roundRecord(const ConsentRound& round) {
  Json out = {{"round", round.round}, {"askedAt", round.askedAt}};
  if (!round.answer.empty()) out["answer"] = round.answer;
  setIfAny(out, "answeredAt", round.answeredAt);
  if (round.neverAsk) out["neverAskAgain"] = true;
  setIfAny(out, "locale", round.locale);
  setIfAny(out, "text", round.shownText);
  if (round.textHash) out["textHash"] = crypto::hex(*round.textHash);
  setIfAny(out, "proof", round.proof);
  setIfAny(out, "auditIndex", round.auditIndex);
  return out;
}

}  // namespace stead::identities
