// Sending: now, or at a scheduled moment.
#include <nlohmann/json.hpp>

#include "audit/detail.h"
#include "base/json_text.h"
#include "base/limits.h"
#include "brands/brand_rules.h"
#include "documents/document_act.h"
#include "documents/document_brand.h"
#include "documents/document_list_store.h"
#include "documents/document_rules.h"
#include "documents/document_store.h"
#include "documents/document_verbs.h"
#include "documents/send_request.h"

namespace stead::documents {
namespace {

constexpr std::string_view operation = "document.send";

// Binds a requestId to everything that was asked for. Under the host secret: a plain hash of a record that holds an
// access code would let a reader of the store try codes.
Hash requestHash(Engine& engine, const Session& session, const Json& record, const SendRequest& request) {
  std::string bound = writeJson(record);
  for (const SentFile& file : request.files) bound += "\n" + file.name + "\n" + crypto::hex(file.sha256);
  if (session.principal) bound += "\n" + session.principal->email.key + "\n" + session.principal->userId;
  return engine.secrets().accessCodeMac("requestId", session.userId, bound);
}

// Whom the document is sent for, frozen: the identity may be renamed, deleted or revoked later.
std::optional<SentFor> sentForOf(const delegation::Right& right) {
  SentFor sentFor;
  if (right.identity) {
    sentFor.identityId = right.identity->id;
    sentFor.name = right.identity->name;
    sentFor.email = right.identity->email;
    sentFor.key = right.identity->emailKey;
    sentFor.settings = right.identity->settings;
    sentFor.locale = right.identity->locale;
    return sentFor;
  }
  if (!right.operatingUser) return std::nullopt;
  sentFor.name = right.operatingUser->name;
  sentFor.email = right.operatingUser->email;
  sentFor.key = right.operatingUser->emailKey;
  sentFor.userRow = right.operatingUser->row;
  sentFor.locale = "EN";
  return sentFor;
}

Document newDocument(UnitOfWork& work, const delegation::Right& right, const SendRequest& request) {
  Document document;
  document.id = work.newId();
  document.actorRow = right.actor.row;
  document.holderRow = right.actor.row;
  document.ownerRow = right.operatingUser ? right.operatingUser->row : right.actor.row;
  document.authority = right.decision.authority;
  document.sentFor = sentForOf(right);
  document.grantRow = right.grantRow;
  document.grantId = right.decision.grantId;
  document.grantVersion = right.decision.grantVersion;
  document.title = request.title;
  document.signingOrder = request.signingOrder;
  document.disableEmails = request.disableEmails;
  document.metaData = request.metaData;
  document.labels = JsonText().value(request.labels).take();
  document.createdAt = work.now;
  document.activityAt = work.now;
  document.expiresAt = request.expiresAt;
  document.scheduledSendAt = request.scheduledSendAt;
  document.status = request.scheduledSendAt ? DocumentStatus::scheduled : DocumentStatus::inProgress;
  if (!request.scheduledSendAt) document.sentAt = work.now;
  return document;
}

void useBrand(Document& document, const brands::Brand& brand, const SendRequest& request) {
  document.brandId = brand.id;
  const auto span = brands::expiryOf(brand.look.members);
  if (span && !request.expiryGiven) document.expiresAt = document.scheduledSendAt.value_or(document.createdAt) + *span;
}

Party newSigner(UnitOfWork& work, const Document& document, const Signer& signer) {
  Party party;
  party.id = work.newId();
  party.order = signer.order;
  party.name = signer.name;
  party.email = signer.email.address;
  party.emailKey = signer.email.key;
  party.privateMessage = signer.privateMessage;
  party.locale = signer.locale;
  if (!signer.accessCode.empty()) {
    party.accessCode = work.engine.secrets().accessCodeMac(document.id, party.id, signer.accessCode);
  }
  return party;
}

Party newCopy(UnitOfWork& work, const Email& email) {
  Party party;
  party.id = work.newId();
  party.kind = PartyKind::cc;
  party.email = email.address;
  party.emailKey = email.key;
  return party;
}

std::vector<Party> newParties(UnitOfWork& work, const Document& document, const SendRequest& request) {
  std::vector<Party> parties;
  for (const Signer& signer : request.signers) parties.push_back(newSigner(work, document, signer));
  for (const Email& email : request.cc) parties.push_back(newCopy(work, email));
  for (std::size_t i = 0; i < parties.size(); ++i) parties[i].ordinal = static_cast<std::int64_t>(i);
  return parties;
}

void insertFields(UnitOfWork& work, const Document& document, const Party& party, const Signer& signer) {
  std::int64_t ordinal = 0;
  for (const Field& field : signer.fields) {
    StoredField stored;
    stored.partyRow = party.row;
    stored.id = field.id;
    stored.spec = field.spec;
    insertField(work.db, work.scope, document.row, ordinal++, stored);
  }
}

void insertAll(UnitOfWork& work, Act& act, const SendRequest& request) {
  act.document.searchKey = searchKeyOf(act.document, act.parties, act.right.actor.email);
  insertDocument(work.db, work.scope, act.document, request.body);
  for (std::size_t i = 0; i < act.parties.size(); ++i) {
    insertParty(work.db, work.scope, act.document.row, act.parties[i]);
    if (i < request.signers.size()) insertFields(work, act.document, act.parties[i], request.signers[i]);
  }
  attachFiles(work.db, work.scope, act.document.row, request.files);
  countDocument(work.db, work.scope, act.document);
}

audit::Entry sendEntry(const Session& session, const Act& act, const SendRequest& request) {
  const bool scheduled = act.document.status == DocumentStatus::scheduled;
  audit::Entry entry = entryOf(session, act, scheduled ? "document.schedule" : operation);
  std::vector<std::string> files;
  for (const SentFile& file : request.files) files.push_back(audit::fileDetail(file.name, file.sha256, file.size));
  std::vector<std::string> names;
  std::vector<std::string> emails;
  std::vector<std::string> copies;
  for (const Signer& signer : request.signers) {
    names.push_back(signer.name);
    emails.push_back(signer.email.address);
  }
  for (const Email& email : request.cc) copies.push_back(email.address);
  entry.detail.emplace_back("title", act.document.title);
  entry.detail.emplace_back(audit::filesMember, std::move(files));
  entry.detail.emplace_back("signers", signerIdsOf(act.parties));
  if (scheduled) entry.detail.emplace_back("scheduledSendAt", *act.document.scheduledSendAt);
  entry.personal.emplace_back("signerNames", std::move(names));
  entry.personal.emplace_back("signerEmails", std::move(emails));
  if (!copies.empty()) entry.personal.emplace_back("ccEmails", std::move(copies));
  return entry;
}

Json answerOf(const Session& session, const Act& act, const SendRequest& request) {
  const Document& document = act.document;
  Json answer = {{"id", document.id},          {"status", documentStatusName(document.status)},
                 {"title", document.title},    {"createdAt", document.createdAt},
                 {"files", Json::array()},     {"signers", Json::array()},
                 {"version", document.version}};
  if (document.sentAt) answer["sentAt"] = *document.sentAt;
  if (document.scheduledSendAt) answer["scheduledSendAt"] = *document.scheduledSendAt;
  if (document.expiresAt) answer["expiresAt"] = *document.expiresAt;
  for (const SentFile& file : request.files) {
    Json item = {{"name", file.name},
                 {"sha256", crypto::hex(file.sha256)},
                 {"size", file.size},
                 {"type", fileTypeName(file.type)}};
    if (file.pages) item["pages"] = *file.pages;
    answer["files"].push_back(std::move(item));
  }
  for (const Party& party : act.parties) {
    if (isSigner(party)) answer["signers"].push_back({{"id", party.id}, {"email", party.email}});
  }
  delegation::describeRight(answer, session, act.right);
  return answer;
}

Json sendDecided(UnitOfWork& work, const Session& session, delegation::Right right, const SendRequest& request) {
  const auto brand = brandFor(work, request.brandId, right.identity ? right.identity->brandId : std::nullopt);
  Act act;
  act.document = newDocument(work, right, request);
  if (brand) useBrand(act.document, *brand, request);
  act.parties = newParties(work, act.document, request);
  act.right = std::move(right);
  const bool leavesNow = act.document.status == DocumentStatus::inProgress;
  std::vector<std::size_t> invited;
  if (leavesNow) invited = inviteWhoseTurnItIs(act.parties, act.document.signingOrder, work.now);
  insertAll(work, act, request);
  if (brand) brands::setLookOfDocument(work.db, work.scope, act.document.row, *brand);
  const std::int64_t index = work.audit(sendEntry(session, act, request));
  if (leavesNow) {
    auto news = newsOf(work.db, work.scope, act, notifications::DocumentEvent::sent, &act.right);
    news.message = request.message;
    markNowInvited(news, invited);
    notifications::plan(work, index, news);
  }
  return answerOf(session, act, request);
}

}  // namespace

Json send(Engine& engine, const Session& session, const Json& request, const Upload& upload) {
  const SendRequest read = readSendRequest(request, upload, engine.clockMs(), [&](const Hash& sha256) {
    return findHeldFile(engine, session.scope, sha256);
  });
  stageFiles(engine, session.scope, read.files, upload);
  const Hash hash = read.requestId ? requestHash(engine, session, request, read) : Hash{};
  Json answer;
  engine.write(session.scope, [&](UnitOfWork& work) {
    // Decided before a retry is looked up: a first answer is no way around a revocation.
    auto right = delegation::require(work, session, operation, "account", session.accountId);
    if (!read.requestId) {
      answer = sendDecided(work, session, std::move(right), read);
      return;
    }
    answer = parseStored(once(work, session.userRow, operation, read.requestId, hash,
                              [&] { return writeJson(sendDecided(work, session, std::move(right), read)); }));
  });
  return answer;
}

}  // namespace stead::documents
