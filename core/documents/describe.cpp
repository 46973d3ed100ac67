#include "documents/describe.h"

#include <array>
#include <nlohmann/json.hpp>

#include "audit/history.h"
#include "base/json.h"
#include "documents/document_brand.h"
#include "documents/document_rules.h"
#include "documents/document_store.h"
#include "documents/history_rules.h"

namespace stead::documents {
namespace {

constexpr std::int64_t historyEntriesMax = 1000;

void putIf(Json& record, const char* name, const std::optional<std::int64_t>& moment) {
  if (moment) record[name] = *moment;
}

Json describeUser(const std::optional<people::User>& user) {
  if (!user) return nullptr;
  return {{"id", user->id}, {"name", user->name}, {"email", user->email}};
}

Json describeSigner(const Party& party) {
  Json signer = {{"id", party.id},
                 {"name", party.name},
                 {"email", party.email},
                 {"order", party.order},
                 {"status", partyStatusName(party.status)},
                 {"hasAccessCode", party.accessCode.has_value()},
                 {"isDeliveryFailed", party.deliveryFailedAt.has_value()},
                 {"isReassigned", party.reassigned}};
  putIf(signer, "viewedAt", party.viewedAt);
  putIf(signer, "doneAt", party.doneAt);
  return signer;
}

void describeParties(Json& record, const std::vector<Party>& parties) {
  record["signers"] = Json::array();
  record["cc"] = Json::array();
  for (const Party& party : parties) {
    if (isSigner(party)) {
      record["signers"].push_back(describeSigner(party));
    } else {
      record["cc"].push_back({{"email", party.email}});
    }
  }
}

Json idOf(const std::optional<people::User>& user) { return user ? Json(user->id) : Json(nullptr); }

void describePeople(NamedUsers& users, Json& record, const Document& document) {
  record["actor"] = describeUser(users.at(document.actorRow));
  record["ownerId"] = idOf(users.at(document.ownerRow));
  record["holderId"] = idOf(users.at(document.holderRow));
  if (document.sentFor) record["behalfOf"] = {{"name", document.sentFor->name}, {"email", document.sentFor->email}};
}

void describeRight(Json& record, const Document& document) {
  record["authority"] = authorityName(document.authority);
  if (document.grantId.empty()) return;
  record["grantId"] = document.grantId;
  record["grantVersion"] = document.grantVersion;
}

void describeMoments(Json& record, const Document& document, DocumentStatus status) {
  record["createdAt"] = document.createdAt;
  record["activityAt"] = document.activityAt;
  putIf(record, "sentAt", document.sentAt);
  putIf(record, "scheduledSendAt", document.scheduledSendAt);
  putIf(record, "expiresAt", document.expiresAt);
  putIf(record, "endedAt", status == DocumentStatus::expired ? document.expiresAt : document.endedAt);
}

Json describeEvent(const audit::PastEvent& event, const char* action) {
  Json item = {{"index", event.index},         {"at", event.at},           {"action", action},
               {"actorKind", event.actorKind}, {"actorId", event.actorId}, {"detail", parseStored(event.detail)}};
  const Json personal = parseStored(event.personal);
  for (const char* const name : {"name", "email"}) {
    if (personal.contains(name)) item[name] = personal[name];
  }
  return item;
}

}  // namespace

const std::optional<people::User>& NamedUsers::at(std::int64_t row) {
  const auto known = users_.find(row);
  return known != users_.end() ? known->second : users_.emplace(row, people::findUser(db_, scope_, row)).first->second;
}

const std::optional<people::User>& NamedUsers::at(const std::string& emailKey) {
  const auto known = byAddress_.find(emailKey);
  if (known != byAddress_.end()) return known->second;
  return byAddress_.emplace(emailKey, people::findUserByEmail(db_, scope_, emailKey)).first->second;
}

Json describeRow(NamedUsers& users, const Document& document, const std::vector<Party>& parties, std::int64_t now) {
  const DocumentStatus status = statusAt(document, now);
  Json record = {{"id", document.id},
                 {"title", document.title},
                 {"status", documentStatusName(status)},
                 {"sendFailed", document.sendFailed},
                 {"labels", parseStored(document.labels)},
                 {"enableSigningOrder", document.signingOrder},
                 {"disableEmails", document.disableEmails},
                 {"isDeleted", document.trashedAt.has_value()},
                 {"version", document.version}};
  if (document.brandId) record["brandId"] = *document.brandId;
  if (document.endMessage) record["endMessage"] = *document.endMessage;
  describePeople(users, record, document);
  describeParties(record, parties);
  describeMoments(record, document, status);
  describeRight(record, document);
  return record;
}

Json describeWhole(Connection& db, AccountScope scope, const Document& document, const std::vector<Party>& parties,
                   std::int64_t now) {
  NamedUsers users(db, scope);
  Json record = describeRow(users, document, parties, now);
  record["message"] = messageOf(bodyOf(db, scope, document.row));
  record["metaData"] = parseStored(document.metaData);
  const auto fields = fieldsOf(db, scope, document.row);
  std::size_t place = 0;
  for (const Party& party : parties) {
    if (isSigner(party)) record["signers"][place++]["fields"] = describeFields(fields, party.row);
  }
  record["files"] = describeFiles(filesOf(db, scope, document.row));
  describeBrand(db, scope, document.row, record);
  record["history"] = describeHistory(db, scope, document.id);
  return record;
}

Json describeFiles(std::span<const StoredFile> files) {
  Json list = Json::array();
  for (const StoredFile& file : files) {
    Json item = {{"name", file.name}, {"sha256", crypto::hex(file.sha256)}, {"size", file.size}, {"type", file.type}};
    putIf(item, "pages", file.pages);
    list.push_back(std::move(item));
  }
  return list;
}

Json describeFields(std::span<const StoredField> fields, std::int64_t partyRow) {
  Json list = Json::array();
  for (const StoredField& field : fields) {
    if (field.partyRow != partyRow) continue;
    Json item = parseStored(field.spec);
    if (field.value) item["value"] = *field.value;
    list.push_back(std::move(item));
  }
  return list;
}

Json describeHistory(Connection& db, AccountScope scope, std::string_view documentId) {
  Json list = Json::array();
  for (const auto& event : audit::historyOf(db, scope, documentId, historyEntriesMax)) {
    for (const char* const action : actionsOf(event.operation, event.actorKind, event.outcome)) {
      list.push_back(describeEvent(event, action));
    }
  }
  return list;
}

std::string messageOf(std::string_view body) {
  const Json record = parseStored(body);
  return record.is_object() ? record.value("message", std::string()) : std::string();
}

}  // namespace stead::documents
