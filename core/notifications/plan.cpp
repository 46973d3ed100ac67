#include "notifications/plan.h"

#include "base/json_text.h"
#include "engine/secrets.h"
#include "notifications/outbox_store.h"
#include "notifications/render.h"
#include "notifications/who_hears.h"

namespace stead::notifications {
namespace {

void writePerson(JsonText& content, std::string_view name, const Person& person) {
  content.name(name).beginObject().member("name", person.name).member("email", person.email).endObject();
}

// What every kind of message begins with. Links are kept as what they lead to, never as the token.
JsonText beginContent(const PlannedMessage& message) {
  JsonText content(512);
  content.beginObject();
  writePerson(content, "to", message.to);
  content.member("locale", message.to.locale);
  if (message.links.empty()) return content;
  content.name("links").beginArray();
  for (const auto& link : message.links) {
    content.beginArray().value(link.kind).value(link.id).value(link.round).endArray();
  }
  content.endArray();
  return content;
}

void insert(UnitOfWork& work, std::int64_t auditIndex, const PlannedMessage& message, JsonText& content,
            std::int64_t notBefore) {
  const std::string id = work.newId();
  const std::string text = content.endObject().take();
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

// Recipients of what was sent account-wide see the operating user alone.
void writePeople(JsonText& content, const DocumentNews& news, const PlannedMessage& message) {
  if (message.inOnesName) {
    writePerson(content, "inNameOf", news.principal ? *news.principal : news.sender);
    if (news.principalIsOwner && mentions(message.kind, "sentBy")) writePerson(content, "sentBy", news.sender);
    return;
  }
  writePerson(content, "sender", news.sender);
  if (news.principal && mentions(message.kind, "onBehalf")) writePerson(content, "principal", *news.principal);
}

// No more than the text needs.
JsonText contentOf(const DocumentNews& news, const PlannedMessage& message) {
  JsonText content = beginContent(message);
  content.member("documentId", news.documentId).member("title", news.title);
  writePeople(content, news, message);
  if (news.subject && mentions(message.kind, "signer")) {
    writePerson(content, "subject", news.signers.at(*news.subject).person);
  }
  if (mentions(message.kind, "message")) content.memberUnlessEmpty("message", news.message);
  if (mentions(message.kind, "reason")) content.memberUnlessEmpty("reason", news.reason);
  if (message.accessCode) content.member("accessCode", true);
  if (message.attach) content.member("attach", true);
  return content;
}

}  // namespace

void plan(UnitOfWork& work, std::int64_t auditIndex, const IdentityNews& news) {
  for (const auto& message : whoHears(news)) {
    JsonText content = beginContent(message);
    content.member("identityId", news.identityId);
    writePerson(content, "owner", news.owner);
    writePerson(content, "creator", news.creator);
    content.member("accountName", news.accountName);
    if (!news.operations.empty()) content.member("operations", news.operations);
    if (!news.changes.empty()) content.member("changes", news.changes);
    content.memberIfAny("from", news.from).memberIfAny("until", news.until);
    if (news.byOwner) content.member("byOwner", true);
    insert(work, auditIndex, message, content, news.notBefore.value_or(work.now));
  }
}

void plan(UnitOfWork& work, std::int64_t auditIndex, const InvitationNews& news) {
  for (const auto& message : whoHears(news)) {
    JsonText content = beginContent(message);
    content.member("accountName", news.accountName).member("inviterName", news.inviterName);
    insert(work, auditIndex, message, content, work.now);
  }
}

void plan(UnitOfWork& work, std::int64_t auditIndex, const WebhookNews& news) {
  for (const auto& message : whoHears(news)) {
    JsonText content = beginContent(message);
    content.name("webhook").beginObject();
    content.member("name", news.name).member("url", news.url).member("error", news.error).endObject();
    insert(work, auditIndex, message, content, work.now);
  }
}

void plan(UnitOfWork& work, std::int64_t auditIndex, const DocumentNews& news) {
  for (auto& message : whoHears(news)) {
    if (news.principalIsOwner && !message.inOnesName) addRevokeLink(work, news, message);
    JsonText content = contentOf(news, message);
    insert(work, auditIndex, message, content, work.now);
  }
}

}  // namespace stead::notifications
