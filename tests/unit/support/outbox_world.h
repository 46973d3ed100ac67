// An account whose outbox is looked at: what tests of it plan, take and answer.
#pragma once

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "documents/document_store.h"
#include "identities/identity_verbs.h"
#include "notifications/outbox_store.h"
#include "notifications/outbox_verbs.h"
#include "notifications/plan.h"
#include "people.h"
#include "test_store.h"

namespace stead::test {

inline constexpr std::int64_t minute = 60 * 1000;

inline Json takeAll(Engine& engine) { return notifications::take(engine, {{"max", 100}}).at("items"); }

inline std::string textAt(const Json& item, const char* name) { return item.at(name).get<std::string>(); }

inline void ackItem(Engine& engine, const Json& item) {
  notifications::ack(engine, textAt(item, "id"), item.at("lease").get<std::int64_t>());
}

inline Json failItem(Engine& engine, const Json& item, const std::string& error = "550 no such mailbox") {
  return notifications::fail(engine, textAt(item, "id"), item.at("lease").get<std::int64_t>(), error);
}

inline std::vector<std::string> kindsOf(const Json& items) {
  std::vector<std::string> kinds;
  for (const auto& item : items) kinds.push_back(textAt(item, "kind"));
  std::sort(kinds.begin(), kinds.end());
  return kinds;
}

inline std::string tokenOf(const Json& item) {
  const std::string url = textAt(item, "link");
  return url.substr(url.rfind('/') + 1);
}

// Luther's office with Hank in it, its own mails delivered.
struct OutboxWorld {
  OutboxWorld() : office(store), hank(office.join(hankEmail, "Hank White")) {
    for (const auto& item : takeAll(engine())) ackItem(engine(), item);
  }

  Engine& engine() { return store.engine(); }

  std::string ask(const char* email = legalEmail) {
    const Json made = identities::create(engine(), hank, {{"name", "Legal Desk"}, {"email", email}});
    return textAt(made, "id");
  }

  // Mails that need no document or identity: one per address.
  void announce(int count) {
    engine().write(office.scope, [&](UnitOfWork& work) {
      for (int i = 0; i < count; ++i) {
        const std::string email = "signer" + std::to_string(i) + "@cubeflakes.com";
        const std::string id = work.newId();
        const Json content = {{"to", {{"name", "Signer"}, {"email", email}}},
                              {"owner", {{"name", "Luther Cooper"}, {"email", lutherEmail}}}};
        notifications::insertMessage(work.db, work.scope,
                                     {.id = id,
                                      .auditIndex = 1000,
                                      .kind = "identity.denied.creator",
                                      .receiver = email,
                                      .content = writeJson(content),
                                      .notBefore = work.now + i},
                                     work.now);
      }
    });
  }

  // A document in progress with one signer, sent on behalf of Legal Desk under `grantId`, and the news of its sending.
  notifications::DocumentNews document(const std::string& grantId = {}) {
    notifications::DocumentNews news;
    engine().write(office.scope, [&](UnitOfWork& work) {
      documents::Document row;
      row.id = work.newId();
      row.actorRow = row.ownerRow = row.holderRow = hank.userRow;
      row.authority = Authority::grant;
      row.sentFor.emplace();
      row.sentFor->name = "Legal Desk";
      row.sentFor->email = row.sentFor->key = legalEmail;
      row.sentFor->settings = notifications::defaultSettings();
      row.grantId = grantId;
      row.title = "Service agreement";
      row.createdAt = row.activityAt = work.now;
      row.expiresAt = work.now + 1000 * minute;
      documents::insertDocument(work.db, work.scope, row, "{}");
      documents::Party party;
      party.id = work.newId();
      party.name = "David";
      party.email = party.emailKey = davidEmail;
      documents::insertParty(work.db, work.scope, row.row, party);

      news = {};
      news.documentId = row.id;
      news.title = row.title;
      news.sender = {"Hank White", hankEmail, hankEmail, "EN"};
      news.principal = notifications::Person{"Legal Desk", legalEmail, legalEmail, "EN"};
      news.principalIsOwner = true;
      news.ownerSettings = notifications::defaultSettings();
      news.signers = {{.id = party.id, .person = {"David", davidEmail, davidEmail, "EN"}, .nowInvited = true}};
    });
    return news;
  }

  // An act about the document as a verb would commit it.
  void happens(notifications::DocumentNews& news, notifications::DocumentEvent event) {
    news.event = event;
    engine().write(office.scope, [&](UnitOfWork& work) {
      audit::Entry entry;
      entry.operation = "document.send";
      entry.subjectId = news.documentId;
      notifications::plan(work, work.audit(entry), news);
    });
    for (auto& signer : news.signers) {
      signer.invited = signer.invited || signer.nowInvited;
      signer.nowInvited = false;
    }
  }

  void setDocumentStatus(const notifications::DocumentNews& news, documents::DocumentStatus status) {
    engine().write(office.scope, [&](UnitOfWork& work) {
      auto row = documents::findDocumentById(work.db, work.scope, news.documentId);
      row->status = status;
      documents::updateDocument(work.db, work.scope, *row);
    });
  }

  std::unique_ptr<Engine> openAgain() {
    auto other = std::make_unique<Engine>(
        readOptions(engine().options().path,
                    {{"testClockMs", store.now()}, {"testIdSeed", 2}, {"durability", "normal"}}),
        ByteView{});
    return other;
  }

  TestStore store;
  Office office;
  Session hank;
};

}  // namespace stead::test
