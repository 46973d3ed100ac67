#include "documents/document_act.h"

#include <nlohmann/json.hpp>

#include "audit/detail.h"
#include "base/text.h"
#include "documents/document_rules.h"
#include "documents/document_store.h"

namespace stead::documents {
namespace {

constexpr const char* userLocale = "EN";

std::optional<Loaded> load(Connection& db, AccountScope scope, std::string_view documentId) {
  auto document = findDocumentById(db, scope, documentId);
  if (!document) return std::nullopt;
  const std::int64_t row = document->row;
  return Loaded{std::move(*document), partiesOf(db, scope, row)};
}

// The guard answers documentNotFound for an absent document, so an allowed act has one.
Act actOn(std::optional<Loaded> loaded, delegation::Right right) {
  if (!loaded) throw Error(Code::internalError, "an act on an absent document was allowed");
  Act act;
  static_cast<Loaded&>(act) = std::move(*loaded);
  act.right = std::move(right);
  return act;
}

std::optional<delegation::DocumentRef> refOf(const std::optional<Loaded>& loaded) {
  return loaded ? std::optional(refOf(loaded->document)) : std::nullopt;
}

notifications::Person personOf(const people::User& user) { return {user.name, user.email, user.emailKey, userLocale}; }

// The owner hears by his settings of this moment; by those of the send once the identity is gone.
void addPrincipal(const SentFor& sentFor, const std::optional<identities::Identity>& identity,
                  notifications::DocumentNews& news) {
  news.principal = notifications::Person{sentFor.name, sentFor.email, sentFor.key, sentFor.locale};
  if (sentFor.identityId.empty()) return;
  news.principalIsOwner = true;
  news.ownerSettings = identity ? identity->settings : sentFor.settings.value_or(notifications::defaultSettings());
  if (identity) news.principal->locale = identity->locale;
}

std::optional<identities::Identity> identityNow(Connection& db, AccountScope scope, const SentFor& sentFor,
                                                const delegation::Right* right) {
  if (sentFor.identityId.empty()) return std::nullopt;
  if (right != nullptr && right->identity && right->identity->id == sentFor.identityId) return right->identity;
  return identities::findIdentityById(db, scope, sentFor.identityId);
}

void addParty(const Party& party, notifications::DocumentNews& news) {
  notifications::Person person{party.name, party.email, party.emailKey, party.locale};
  if (!isSigner(party)) {
    news.cc.push_back(std::move(person));
    return;
  }
  notifications::DocumentSigner& signer = news.signers.emplace_back();
  signer.id = party.id;
  signer.person = std::move(person);
  signer.done = isDone(party);
  signer.invited = party.invitedAt.has_value();
  signer.hasAccessCode = party.accessCode.has_value();
  signer.linkRound = party.linkRound;
}

}  // namespace

std::string readDocumentId(std::string_view text) {
  std::string id = text::asciiLower(text::trim(text));
  if (!text::isGuid(id)) throw Error(Code::malformedArgument, "Provide valid document id.");
  return id;
}

delegation::DocumentRef refOf(const Document& document) noexcept {
  delegation::DocumentRef ref;
  ref.id = document.id;
  ref.sentBy = document.authority;
  ref.holderRow = document.holderRow;
  ref.ownerRow = document.ownerRow;
  if (document.sentFor) {
    ref.principalKey = document.sentFor->key;
    ref.principalName = document.sentFor->name;
  }
  return ref;
}

Act openAct(UnitOfWork& work, const Session& session, std::string_view operation, std::string_view documentId) {
  auto loaded = load(work.db, work.scope, documentId);
  auto right = delegation::requireOnDocument(work, session, operation, refOf(loaded), documentId);
  return actOn(std::move(loaded), std::move(right));
}

Act openForRead(Connection& db, std::int64_t now, const Session& session, std::string_view operation,
                std::string_view documentId) {
  auto loaded = load(db, session.scope, documentId);
  auto right = delegation::requireForRead(db, now, session, operation, refOf(loaded), documentId);
  return actOn(std::move(loaded), std::move(right));
}

audit::Entry entryOf(const Session& session, const Act& act, std::string_view operation) {
  audit::Entry entry = delegation::entryFor(session, act.right, operation, "document", act.document.id);
  entry.personal.emplace_back("name", act.right.actor.name);
  entry.personal.emplace_back("email", act.right.actor.email);
  return entry;
}

void refuse(Code code, std::string text, audit::Entry entry) {
  entry.outcome = "refused";
  entry.reason = codeName(code);
  throw Refusal(code, std::move(text), std::move(entry));
}

void refuseState(const Session& session, const Act& act, std::string_view operation, std::int64_t now) {
  refuse(Code::wrongState,
         act.document.trashedAt ? "the document is in the trash; " + std::string(operation) + " is not possible there"
                                : std::string("the document is ") + documentStatusName(statusAt(act.document, now)) +
                                      "; " + std::string(operation) + " is not possible any more",
         entryOf(session, act, operation));
}

Json answerOf(const Session& session, const Act& act) {
  Json answer = {{"id", act.document.id}};
  delegation::describeRight(answer, session, act.right);
  return answer;
}

void touch(UnitOfWork& work, Document& document) {
  document.activityAt = work.now;
  ++document.version;
  updateDocument(work.db, work.scope, document);
}

void requireVersion(const Document& document, std::optional<std::int64_t> version) {
  if (!version || *version == document.version) return;
  throw Error(Code::versionMoved, "the document has changed since it was read; read it again",
              {{"/version", "is " + std::to_string(document.version) + " now"}});
}

notifications::DocumentNews newsOf(Connection& db, AccountScope scope, const Loaded& loaded,
                                   notifications::DocumentEvent event, const delegation::Right* right) {
  const Document& document = loaded.document;
  notifications::DocumentNews news;
  news.event = event;
  news.documentId = document.id;
  news.title = document.title;
  news.disableEmails = document.disableEmails;
  if (right != nullptr && right->actor.row == document.holderRow) {
    news.sender = personOf(right->actor);
  } else if (const auto user = people::findUser(db, scope, document.holderRow)) {
    news.sender = personOf(*user);
  }
  if (document.sentFor) addPrincipal(*document.sentFor, identityNow(db, scope, *document.sentFor, right), news);
  for (const Party& party : loaded.parties) addParty(party, news);
  return news;
}

void markNowInvited(notifications::DocumentNews& news, const std::vector<std::size_t>& signers) {
  for (const std::size_t i : signers) news.signers.at(i).nowInvited = true;
}

std::vector<std::string> fileDetails(const std::vector<StoredFile>& files) {
  std::vector<std::string> details;
  details.reserve(files.size());
  for (const StoredFile& file : files) details.push_back(audit::fileDetail(file.name, file.sha256, file.size));
  return details;
}

std::vector<std::string> signerIdsOf(const std::vector<Party>& parties) {
  std::vector<std::string> ids;
  for (const Party& party : parties) {
    if (isSigner(party)) ids.push_back(party.id);
  }
  return ids;
}

}  // namespace stead::documents
