// The signer's side, by the token of the sign link. The host owns the ceremony; what counts is decided here.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "audit/detail.h"
#include "base/error.h"
#include "base/json.h"
#include "base/limits.h"
#include "base/record_reader.h"
#include "documents/describe.h"
#include "documents/document_act.h"
#include "documents/document_brand.h"
#include "documents/document_rules.h"
#include "documents/document_store.h"
#include "documents/document_verbs.h"
#include "documents/download.h"
#include "documents/made_file.h"
#include "documents/send_request.h"
#include "documents/signer_case.h"

namespace stead::documents {
namespace {

using notifications::DocumentEvent;

// --- view ---

void nameSender(Connection& db, AccountScope scope, const Document& document, Json& answer) {
  // Account-wide, the operating user is the sender; a person who consented is named beside the real sender.
  const bool asOperatingUser = document.authority == Authority::accountWide && document.sentFor;
  if (asOperatingUser) {
    answer["senderName"] = document.sentFor->name;
    answer["senderEmail"] = document.sentFor->email;
    return;
  }
  if (const auto sender = people::findUser(db, scope, document.actorRow)) {
    answer["senderName"] = sender->name;
    answer["senderEmail"] = sender->email;
  }
  if (document.sentFor) answer["behalfOf"] = {{"name", document.sentFor->name}, {"email", document.sentFor->email}};
}

Json describeSigner(Connection& db, AccountScope scope, const Document& document, const Party& signer) {
  Json record = {{"id", signer.id},
                 {"name", signer.name},
                 {"email", signer.email},
                 {"order", signer.order},
                 {"status", partyStatusName(signer.status)},
                 {"hasAccessCode", signer.accessCode.has_value()},
                 {"isDeliveryFailed", signer.deliveryFailedAt.has_value()},
                 {"isReassigned", signer.reassigned},
                 {"fields", describeFields(fieldsOf(db, scope, document.row), signer.row)}};
  if (signer.viewedAt) record["viewedAt"] = *signer.viewedAt;
  if (signer.doneAt) record["doneAt"] = *signer.doneAt;
  return record;
}

Json describeForSigner(UnitOfWork& work, const Document& document, const Party& signer) {
  const DocumentStatus status = statusAt(document, work.now);
  Json answer = {{"documentId", document.id},
                 {"title", document.title},
                 {"message", messageOf(bodyOf(work.db, work.scope, document.row))},
                 {"privateMessage", signer.privateMessage},
                 {"status", documentStatusName(status)},
                 {"signer", describeSigner(work.db, work.scope, document, signer)},
                 {"files", describeFiles(filesOf(work.db, work.scope, document.row))},
                 {"yourTurn", !refusesSigner(status, signer, SignerAct::answer)}};
  if (document.expiresAt) answer["expiresAt"] = *document.expiresAt;
  nameSender(work.db, work.scope, document, answer);
  describeBrand(work.db, work.scope, document.row, answer);
  return answer;
}

void noteView(UnitOfWork& work, SignerCase& act, const Bearer& bearer) {
  const std::int64_t index = work.audit(entryOf(act, "signer.view", bearer));
  Party& signer = act.signer();
  if (signer.deliveryFailedAt) {  // whoever looks has got the mail
    signer.deliveryFailedAt.reset();
    updateParty(work.db, work.scope, signer);
  }
  if (signer.viewedAt) return;
  signer.viewedAt = work.now;
  updateParty(work.db, work.scope, signer);
  act.document.activityAt = work.now;
  updateDocument(work.db, work.scope, act.document);
  auto news = newsOf(work.db, work.scope, act, DocumentEvent::viewed);
  news.subject = act.place;
  notifications::plan(work, index, news);
}

// --- sign ---

// Hashes what the signer gave, field by field, so that the entry binds the stored values.
std::string hashOfValues(const std::vector<std::pair<std::string, std::string>>& values) {
  Json list = Json::array();
  for (const auto& [field, value] : values) list.push_back({field, value});
  return crypto::hex(crypto::sha256(bytesOf(writeJson(list))));
}

std::vector<std::pair<std::string, std::string>> storeValues(UnitOfWork& work, SignerCase& act, const Json& values) {
  const auto stored = fieldsOf(work.db, work.scope, act.document.row);
  std::vector<Field> fields;
  for (const StoredField& field : stored) {
    if (field.partyRow == act.signer().row) fields.push_back(readFieldSpec(field.spec));
  }
  Violations violations;
  auto accepted = acceptValues(fields, values, work.now, violations);
  violations.throwIfAny();
  for (const auto& idAndValue : accepted) {
    const auto field = std::find_if(stored.begin(), stored.end(), [&](const StoredField& candidate) {
      return candidate.partyRow == act.signer().row && candidate.id == idAndValue.first;
    });
    if (field != stored.end()) setFieldValue(work.db, work.scope, field->row, idAndValue.second);
  }
  return accepted;
}

void tellCompleted(UnitOfWork& work, const SignerCase& act) {
  audit::Entry entry;
  entry.actorKind = audit::ActorKind::system;
  entry.operation = "document.complete";
  entry.subjectType = "document";
  entry.subjectId = act.document.id;
  entry.detail = {{audit::filesMember, fileDetails(filesOf(work.db, work.scope, act.document.row))},
                  {"signers", signerIdsOf(act.parties)}};
  const std::int64_t index = work.audit(entry);
  notifications::plan(work, index, newsOf(work.db, work.scope, act, DocumentEvent::completed));
}

void tellSigned(UnitOfWork& work, const SignerCase& act, const std::vector<std::size_t>& nowInvited,
                std::int64_t index) {
  auto news = newsOf(work.db, work.scope, act, DocumentEvent::signed_);
  news.subject = act.place;
  // Whoever is invited now gets the sender's message as those before him did.
  if (!nowInvited.empty()) news.message = messageOf(bodyOf(work.db, work.scope, act.document.row));
  markNowInvited(news, nowInvited);
  notifications::plan(work, index, news);
}

void sign(UnitOfWork& work, SignerCase& act, const Bearer& bearer, const Json& values) {
  const auto accepted = storeValues(work, act, values);
  Party& signer = act.signer();
  signer.status = PartyStatus::completed;
  signer.doneAt = work.now;
  updateParty(work.db, work.scope, signer);
  const bool last = allSigned(act.parties);
  std::vector<std::size_t> nowInvited;
  if (last) {
    act.document.status = DocumentStatus::completed;
    act.document.endedAt = work.now;
  } else {
    nowInvited = inviteWhoseTurnItIs(act.parties, act.document.signingOrder, work.now);
    for (const std::size_t i : nowInvited) updateParty(work.db, work.scope, act.parties[i]);
  }
  touch(work, act.document);
  audit::Entry entry = entryOf(act, "signer.sign", bearer);
  entry.detail.emplace_back("fields", static_cast<std::int64_t>(accepted.size()));
  entry.personal.emplace_back("valuesSha256", hashOfValues(accepted));
  tellSigned(work, act, nowInvited, work.audit(entry));
  if (last) tellCompleted(work, act);
}

}  // namespace

Json signerView(Engine& engine, std::string_view token, const Json& request) {
  const Bearer bearer = readOnlyBearer(request);
  Json answer;
  actAsSigner(engine, token, bearer, "signer.view", SignerAct::look, [&](UnitOfWork& work, SignerCase& act) {
    noteView(work, act, bearer);
    answer = describeForSigner(work, act.document, act.signer());
  });
  return answer;
}

Download signerDownload(Engine& engine, std::string_view token, const Json& request, std::int64_t fileIndex,
                        std::int64_t offset, std::int64_t max) {
  constexpr std::string_view operation = "signer.download";
  const Bearer bearer = readOnlyBearer(request);
  requireRange(offset, max);
  AccountScope scope;
  StoredFile file;
  // Every part goes through the unit of work: a wrong access code has to be counted wherever it is tried.
  actAsSigner(engine, token, bearer, operation, SignerAct::look, [&](UnitOfWork& work, SignerCase& act) {
    scope = work.scope;
    file = fileAt(work.db, work.scope, act.document.row, fileIndex);
    if (offset > 0) return;
    audit::Entry entry = entryOf(act, operation, bearer);
    entry.detail.emplace_back("file", crypto::hex(file.sha256));
    work.audit(entry);
  });
  Download download;
  engine.read(scope, [&](Connection& db, std::int64_t /*now*/) { download = readPart(db, scope, file, offset, max); });
  return download;
}

namespace {

Download downloadMade(Engine& engine, std::string_view token, const Bearer& bearer, MadeKind kind, std::int64_t offset,
                      std::int64_t max) {
  constexpr std::string_view operation = "signer.download";
  requireRange(offset, max);
  AccountScope scope;
  std::int64_t row = 0;
  actAsSigner(engine, token, bearer, operation, SignerAct::look, [&](UnitOfWork& work, SignerCase& act) {
    scope = work.scope;
    row = act.document.row;
    audit::Entry entry = entryOf(act, operation, bearer);
    if (const auto why = whyNotMade(act.document, kind, work.now)) refuse(Code::wrongState, *why, std::move(entry));
    if (offset > 0) return;
    entry.detail.emplace_back("as", kind == MadeKind::certificate ? "certificate" : "finished");
    work.audit(entry);
  });
  return readMade(engine, scope, row, kind, offset, max);
}

}  // namespace

Download signerCertificate(Engine& engine, std::string_view token, const Json& request, std::int64_t offset,
                           std::int64_t max) {
  return downloadMade(engine, token, readOnlyBearer(request), MadeKind::certificate, offset, max);
}

Download signerFinished(Engine& engine, std::string_view token, const Json& request, std::int64_t offset,
                        std::int64_t max) {
  Violations violations;
  RecordReader in(request, violations);
  const Bearer bearer = readBearer(in);
  const MadeKind kind = readFinishedKind(in);
  in.refuseUnknown();
  violations.throwIfAny();
  return downloadMade(engine, token, bearer, kind, offset, max);
}

Json signerSign(Engine& engine, std::string_view token, const Json& request) {
  Violations violations;
  RecordReader in(request, violations);
  const Bearer bearer = readBearer(in);
  const Json* const given = in.object("values");
  const Json values = given != nullptr && given->is_object() ? *given : Json::object();
  in.refuseUnknown();
  violations.throwIfAny();
  Json answer;
  actAsSigner(engine, token, bearer, "signer.sign", SignerAct::answer, [&](UnitOfWork& work, SignerCase& act) {
    sign(work, act, bearer, values);
    answer = answerOf(act);
    answer["signedAt"] = work.now;
  });
  return answer;
}

Json signerDecline(Engine& engine, std::string_view token, const Json& request) {
  Violations violations;
  RecordReader in(request, violations);
  const Bearer bearer = readBearer(in);
  const TextRule rule{.required = true, .codePointsMax = limits::messageCodePointsMax, .oneLine = false};
  const std::string message = in.text("message", rule).value_or("");
  in.refuseUnknown();
  violations.throwIfAny();
  Json answer;
  actAsSigner(engine, token, bearer, "signer.decline", SignerAct::answer, [&](UnitOfWork& work, SignerCase& act) {
    if (isDeclineHidden(work.db, work.scope, act.document.row)) {
      refuse(Code::wrongState, "this document cannot be declined; ask the sender to revoke it",
             entryOf(act, "signer.decline", bearer));
    }
    Party& signer = act.signer();
    signer.status = PartyStatus::declined;
    signer.doneAt = work.now;
    updateParty(work.db, work.scope, signer);
    act.document.status = DocumentStatus::declined;
    act.document.endedAt = work.now;
    act.document.endMessage = message;
    touch(work, act.document);
    audit::Entry entry = entryOf(act, "signer.decline", bearer);
    entry.personal.emplace_back("message", message);
    const std::int64_t index = work.audit(entry);
    auto news = newsOf(work.db, work.scope, act, DocumentEvent::declined);
    news.message = message;
    news.subject = act.place;
    notifications::plan(work, index, news);
    answer = answerOf(act);
  });
  return answer;
}

}  // namespace stead::documents
