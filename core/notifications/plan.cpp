#include "notifications/plan.h"

#include <nlohmann/json.hpp>

#include "engine/secrets.h"
#include "notifications/outbox_store.h"
#include "notifications/render.h"
#include "notifications/who_hears.h"

namespace stead::notifications {
namespace {

Json personOf(const Person& person) { return {{"name", person.name}, {"email", person.email}}; }

void setUnlessEmpty(Json& content, const char* name, const std::string& value) {
  if (!value.empty()) content[name] = value;
}

void setIfAny(Json& content, const char* name, const std::optional<std::int64_t>& value) {
  if (value) content[name] = *value;
}

// What every kind of message holds. Links are kept as what they lead to, never as the token.
Json frame(const PlannedMessage& message) {
  Json content = Json::object();
  content["to"] = personOf(message.to);
  content["locale"] = message.to.locale;
  if (!message.links.empty()) {
    Json& links = content["links"] = Json::array();
    for (const auto& link : message.links) links.push_back({link.kind, link.id, link.round});
  }
  return content;
}

void insert(UnitOfWork& work, std::int64_t auditIndex, const PlannedMessage& message, const Json& content,
            std::int64_t notBefore) {
  const std::string id = work.newId();
  const std::string text = writeJson(content);
  insertMessage(work.db, work.scope,
                {.id = id,
                 .auditIndex = auditIndex,
                 .kind = message.kind,
                 .receiver = message.to.key,
                 .content = text,
                 .notBefore = notBefore},
                work.now);
}

// Owners may end the permission from every mail about a document.
void addRevokeLink(UnitOfWork& work, const DocumentNews& news, PlannedMessage& message) {
  if (!mentions(message.kind, "link")) return;
  std::string grantId = grantOfDocument(work.db, work.scope, news.documentId);
  if (!grantId.empty()) message.links = {{std::string(link::revoke), std::move(grantId), 0}};
}

// No more than the text needs. Recipients of what was sent account-wide see the operating user alone.
Json contentOf(const DocumentNews& news, const PlannedMessage& message) {
  Json content = frame(message);
  content["documentId"] = news.documentId;
  content["title"] = news.title;
  if (message.inOnesName) {
    content["inNameOf"] = personOf(news.principal ? *news.principal : news.sender);
    if (news.principalIsOwner && mentions(message.kind, "sentBy")) content["sentBy"] = personOf(news.sender);
  } else {
    content["sender"] = personOf(news.sender);
    if (news.principal && mentions(message.kind, "onBehalf")) content["principal"] = personOf(*news.principal);
  }
  if (news.subject && mentions(message.kind, "signer")) {
    content["subject"] = personOf(news.signers.at(*news.subject).person);
  }
  if (mentions(message.kind, "message")) setUnlessEmpty(content, "message", news.message);
  if (mentions(message.kind, "reason")) setUnlessEmpty(content, "reason", news.reason);
  if (message.accessCode) content["accessCode"] = true;
  if (message.attach) content["attach"] = true;
  return content;
}

}  // namespace

void plan(UnitOfWork& work, std::int64_t auditIndex, const IdentityNews& news) {
  for (const auto& message : whoHears(news)) {
    Json content = frame(message);
    content["identityId"] = news.identityId;
    content["owner"] = personOf(news.owner);
    content["creator"] = personOf(news.creator);
    content["accountName"] = news.accountName;
    if (!news.operations.empty()) content["operations"] = news.operations;
    if (!news.changes.empty()) content["changes"] = news.changes;
    setIfAny(content, "from", news.from);
    setIfAny(content, "until", news.until);
    if (news.byOwner) content["byOwner"] = true;
    insert(work, auditIndex, message, content, news.notBefore.value_or(work.now));
  }
}

void plan(UnitOfWork& work, std::int64_t auditIndex, const InvitationNews& news) {
  for (const auto& message : whoHears(news)) {
    Json content = frame(message);
    content["accountName"] = news.accountName;
    content["inviterName"] = news.inviterName;
    insert(work, auditIndex, message, content, work.now);
  }
}

void plan(UnitOfWork& work, std::int64_t auditIndex, const DocumentNews& news) {
  for (auto& message : whoHears(news)) {
    if (news.principalIsOwner && !message.inOnesName) addRevokeLink(work, news, message);
    insert(work, auditIndex, message, contentOf(news, message), work.now);
  }
}

}  // namespace stead::notifications
