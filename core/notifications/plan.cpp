#include "notifications/plan.h"

#include <nlohmann/json.hpp>

#include "notifications/outbox_store.h"
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

// Only where somebody says something by the event: a stored mail holds no more than its text needs.
bool tellsMessage(DocumentEvent event) {
  return event == DocumentEvent::sent || event == DocumentEvent::signed_ || event == DocumentEvent::reminder ||
         event == DocumentEvent::revoked || event == DocumentEvent::declined;
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
  for (const auto& message : whoHears(news)) {
    Json content = frame(message);
    content["documentId"] = news.documentId;
    content["title"] = news.title;
    content["sender"] = personOf(news.sender);
    if (news.principal) content["principal"] = personOf(*news.principal);
    if (news.subject) content["subject"] = personOf(news.signers.at(*news.subject).person);
    if (tellsMessage(news.event)) setUnlessEmpty(content, "message", news.message);
    setUnlessEmpty(content, "reason", news.reason);
    if (message.inOnesName) content["inNameOf"] = personOf(news.principal ? *news.principal : news.sender);
    if (message.attach) content["attach"] = true;
    insert(work, auditIndex, message, content, work.now);
  }
}

}  // namespace stead::notifications
