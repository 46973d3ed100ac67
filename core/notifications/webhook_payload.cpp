#include "notifications/webhook_payload.h"

#include <nlohmann/json.hpp>

namespace stead::notifications {
namespace {

Json secondsOf(std::optional<std::int64_t> ms) { return ms ? Json(*ms / 1000) : Json(nullptr); }

Json textOrNull(const std::optional<std::string>& text) { return text ? Json(*text) : Json(nullptr); }

// A user as payloads name one.
Json userDetail(Connection& db, AccountScope scope, std::int64_t userRow) {
  auto found = db.query(
      "SELECT \"user\".name, \"user\".email, \"user\".uid, team.uid FROM \"user\" "
      "LEFT JOIN team ON team.id = \"user\".team_id WHERE \"user\".id = $2 AND \"user\".account_id = $1",
      scope.account, userRow);
  if (!found.step()) return nullptr;
  return {{"name", found.text(0)},
          {"emailAddress", found.text(1)},
          {"userId", found.text(2)},
          {"teamId", textOrNull(found.maybeText(3))}};
}

Json signerDetail(const Statement& party) {
  const auto viewedAt = party.maybeInteger(8);
  const auto doneAt = party.maybeInteger(9);
  return {{"id", party.text(1)},
          {"signerName", party.text(2)},
          {"signerEmail", party.text(3)},
          {"status", party.text(4)},
          {"order", party.integer(5)},
          {"enableAccessCode", party.boolean(6)},
          {"isAuthenticationFailed", party.integer(7) > 0},
          {"isViewed", viewedAt.has_value()},
          {"signerType", "Signer"},
          {"locale", party.text(10)},
          {"lastActivityDate", secondsOf(doneAt ? doneAt : viewedAt)}};
}

// signerDetails and ccDetails.
void putParties(Connection& db, AccountScope scope, std::int64_t documentRow, Json& data) {
  Json& signers = data["signerDetails"] = Json::array();
  Json& cc = data["ccDetails"] = Json::array();
  auto party = db.query(
      "SELECT kind, uid, name, email, status, signer_order, access_code IS NOT NULL, access_failures, viewed_at, "
      "done_at, locale FROM document_party WHERE document_id = $2 AND account_id = $1 ORDER BY ordinal",
      scope.account, documentRow);
  while (party.step()) {
    if (party.view(0) == "signer") {
      signers.push_back(signerDetail(party));
    } else {
      cc.push_back({{"emailAddress", party.text(3)}, {"id", party.text(1)}});
    }
  }
}

const char* userTypeOf(audit::ActorKind kind) noexcept {
  switch (kind) {
    case audit::ActorKind::user:
      return "Sender";
    case audit::ActorKind::signer:
      return "Signer";
    case audit::ActorKind::owner:
      return "SenderIdentity";
    case audit::ActorKind::host:
    case audit::ActorKind::system:
      break;
  }
  return nullptr;
}

}  // namespace

std::optional<Json> documentData(Connection& db, AccountScope scope, std::string_view documentId) {
  auto found = db.query(
      "SELECT id, uid, title, status, actor_id, principal_email, identity_uid, created_at, expires_at, signing_order, "
      "disable_emails, status IN ('Revoked', 'Declined'), end_message, send_failed, labels, brand_id, meta_data "
      "FROM document WHERE uid = $2 AND account_id = $1",
      scope.account, documentId);
  if (!found.step()) return std::nullopt;
  const auto principal = found.maybeText(5);
  Json data = {{"object", "document"},
               {"documentId", found.text(1)},
               {"messageTitle", found.text(2)},
               {"status", found.text(3)},
               {"senderDetail", userDetail(db, scope, found.integer(4))},
               {"onBehalfOf", textOrNull(principal)},
               {"createdDate", secondsOf(found.integer(7))},
               {"expiryDate", secondsOf(found.maybeInteger(8))},
               {"enableSigningOrder", found.boolean(9)},
               {"disableEmails", found.boolean(10)},
               {"revokeMessage", found.boolean(11) ? textOrNull(found.maybeText(12)) : Json(nullptr)},
               {"errorMessage", found.boolean(13) ? textOrNull(found.maybeText(12)) : Json(nullptr)},
               {"labels", parseStored(found.text(14))},
               {"brandId", textOrNull(found.maybeText(15))},
               {"metaData", parseStored(found.text(16))}};
  data["behalfOf"] = principal ? Json({{"id", textOrNull(found.maybeText(6))}, {"email", *principal}}) : Json(nullptr);
  putParties(db, scope, found.integer(0), data);
  return data;
}

std::optional<Json> identityData(Connection& db, AccountScope scope, std::string_view identityId) {
  auto found = db.query(
      "SELECT uid, name, email, status, created_at, updated_at, approved_at, brand_id, redirect_url, meta_data, "
      "creator_id, locale FROM identity WHERE uid = $2 AND account_id = $1",
      scope.account, identityId);
  if (!found.step()) return std::nullopt;
  return Json{{"object", "senderIdentity"},
              {"id", found.text(0)},
              {"name", found.text(1)},
              {"email", found.text(2)},
              {"status", found.text(3)},
              {"createdDate", secondsOf(found.integer(4))},
              {"modifiedDate", secondsOf(found.integer(5))},
              {"approvedDateTime", secondsOf(found.maybeInteger(6))},
              {"brandId", textOrNull(found.maybeText(7))},
              {"redirectUrl", textOrNull(found.maybeText(8))},
              {"metaData", parseStored(found.text(9))},
              {"createdBy", userDetail(db, scope, found.integer(10))},
              {"locale", found.text(11)}};
}

Json eventHead(std::string_view messageId, std::string_view word, std::int64_t atMs, bool live) {
  return {{"id", messageId}, {"created", atMs / 1000}, {"eventType", word}, {"environment", live ? "Live" : "Test"}};
}

std::optional<Json> eventContext(std::string_view word, audit::ActorKind actorKind, std::string_view actorId) {
  const char* userType = userTypeOf(actorKind);
  if (userType == nullptr) return std::nullopt;
  return Json{{"eventType", word}, {"actor", {{"userType", userType}, {"id", actorId}}}};
}

}  // namespace stead::notifications
