// What a sender does with a document that is under way: revoke, remind, change an access code.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "base/record_reader.h"
#include "base/text.h"
#include "documents/document_act.h"
#include "documents/document_rules.h"
#include "documents/document_store.h"
#include "documents/document_verbs.h"
#include "documents/named_signer.h"

namespace stead::documents {
namespace {

constexpr std::string_view revokeOperation = "document.revoke";
constexpr std::string_view remindOperation = "document.remind";
constexpr std::string_view accessCodeOperation = "document.changeAccessCode";

constexpr TextRule messageRule{.codePointsMax = limits::messageCodePointsMax, .oneLine = false};

// --- remind ---

struct RemindWish {
  std::vector<Email> signers;  // empty: all pending
  std::string message;
};

RemindWish readRemind(const Json& request) {
  Violations violations;
  RecordReader in(request, violations);
  RemindWish wish;
  if (const Json* const emails = in.array("signerEmails", limits::signersMax)) {
    for (std::size_t i = 0; i < emails->size(); ++i) {
      const Json& text = (*emails)[i];
      const auto email = text.is_string() ? parseEmail(text.get_ref<const std::string&>()) : std::nullopt;
      if (email) {
        wish.signers.push_back(*email);
      } else {
        violations.add(in.pathOf("signerEmails", i), "The field signerEmails is invalid.");
      }
    }
  }
  wish.message = in.text("message", messageRule).value_or("");
  in.refuseUnknown();
  violations.throwIfAny();
  return wish;
}

// The places of the pending signers that are meant. A named one who is not pending is a mistake of the caller.
std::vector<std::size_t> whoIsReminded(const std::vector<Party>& parties, const RemindWish& wish) {
  Violations violations;
  std::vector<std::size_t> reminded;
  const auto named = [&](const Party& party) {
    return wish.signers.empty() || std::any_of(wish.signers.begin(), wish.signers.end(),
                                               [&](const Email& email) { return email.key == party.emailKey; });
  };
  for (std::size_t i = 0; i < parties.size(); ++i) {
    if (isPending(parties[i]) && named(parties[i])) reminded.push_back(i);
  }
  for (std::size_t i = 0; i < wish.signers.size(); ++i) {
    const bool pending = std::any_of(reminded.begin(), reminded.end(),
                                     [&](std::size_t place) { return parties[place].emailKey == wish.signers[i].key; });
    if (!pending) {
      violations.add("/signerEmails/" + std::to_string(i),
                     "no signer with this address is waited for; remind pending signers only");
    }
  }
  violations.throwIfAny();
  return reminded;
}

// --- changeAccessCode ---

struct AccessCodeWish {
  NamedSigner signer;
  std::string accessCode;
  std::optional<std::int64_t> version;
};

AccessCodeWish readAccessCode(const Json& request) {
  Violations violations;
  RecordReader in(request, violations);
  AccessCodeWish wish;
  wish.signer = readNamedSigner(in);
  const auto code = in.text("accessCode", {.codePointsMax = limits::accessCodeCodePointsMax});
  const bool absent = !in.has("accessCode") || in.isNull("accessCode");
  if (absent || (code && text::isBlank(*code))) {
    in.violation("accessCode", "The AccessCode field is required.");
  }
  wish.accessCode = code.value_or("");
  wish.version = readVersion(in);
  in.refuseUnknown();
  violations.throwIfAny();
  return wish;
}

// A new mail is on its way, and nobody knows yet whether it arrives.
void forgetBounce(UnitOfWork& work, Party& signer) {
  if (!signer.deliveryFailedAt) return;
  signer.deliveryFailedAt.reset();
  updateParty(work.db, work.scope, signer);
}

}  // namespace

Json revoke(Engine& engine, const Session& session, std::string_view documentId, const Json& request) {
  const std::string id = readDocumentId(documentId);
  Violations violations;
  RecordReader in(request, violations);
  TextRule required = messageRule;
  required.required = true;
  const std::string message = in.text("message", required).value_or("");
  const auto version = readVersion(in);
  in.refuseUnknown();
  violations.throwIfAny();
  Json answer;
  engine.write(session.scope, [&](UnitOfWork& work) {
    Act act = openAct(work, session, revokeOperation, id);
    Document& document = act.document;
    requireVersion(document, version);
    if (!canRevoke(statusAt(document, work.now))) refuseState(session, act, revokeOperation, work.now);
    const bool wasSent = document.status == DocumentStatus::inProgress;
    document.status = DocumentStatus::revoked;
    document.endedAt = work.now;
    document.endMessage = message;
    touch(work, document);
    audit::Entry entry = entryOf(session, act, revokeOperation);
    entry.personal.emplace_back("message", message);
    const std::int64_t index = work.audit(entry);
    auto news = newsOf(work.db, work.scope, act, notifications::DocumentEvent::revoked, &act.right);
    news.message = message;
    if (!wasSent) news.cc.clear();  // they never heard of it
    notifications::plan(work, index, news);
    answer = answerOf(session, act);
    answer["status"] = documentStatusName(document.status);
    answer["version"] = document.version;
  });
  return answer;
}

Json remind(Engine& engine, const Session& session, std::string_view documentId, const Json& request) {
  const std::string id = readDocumentId(documentId);
  const RemindWish wish = readRemind(request);
  Json answer;
  engine.write(session.scope, [&](UnitOfWork& work) {
    Act act = openAct(work, session, remindOperation, id);
    if (!canRemind(statusAt(act.document, work.now))) refuseState(session, act, remindOperation, work.now);
    const auto reminded = whoIsReminded(act.parties, wish);
    std::vector<std::string> ids;
    ids.reserve(reminded.size());
    for (const std::size_t i : reminded) {
      ids.push_back(act.parties[i].id);
      forgetBounce(work, act.parties[i]);
    }
    act.document.activityAt = work.now;
    updateDocument(work.db, work.scope, act.document);
    audit::Entry entry = entryOf(session, act, remindOperation);
    entry.detail.emplace_back("signers", ids);
    if (!wish.message.empty()) entry.personal.emplace_back("message", wish.message);
    const std::int64_t index = work.audit(entry);
    auto news = newsOf(work.db, work.scope, act, notifications::DocumentEvent::reminder, &act.right);
    news.message = wish.message;
    news.remindOnly = reminded;
    notifications::plan(work, index, news);
    answer = answerOf(session, act);
    answer["reminded"] = ids;
  });
  return answer;
}

Json changeAccessCode(Engine& engine, const Session& session, std::string_view documentId, const Json& request) {
  const std::string id = readDocumentId(documentId);
  const AccessCodeWish wish = readAccessCode(request);
  Json answer;
  engine.write(session.scope, [&](UnitOfWork& work) {
    Act act = openAct(work, session, accessCodeOperation, id);
    requireVersion(act.document, wish.version);
    if (!canChangeAccessCode(statusAt(act.document, work.now))) {
      refuseState(session, act, accessCodeOperation, work.now);
    }
    Party& signer = findNamed(act.parties, wish.signer);
    if (isDone(signer)) {
      refuse(Code::wrongState, "this signer has finished; the access code cannot be changed any more",
             entryOf(session, act, accessCodeOperation));
    }
    if (!signer.accessCode) {
      refuse(Code::wrongState, "this signer has no access code to change", entryOf(session, act, accessCodeOperation));
    }
    signer.accessCode = work.engine.secrets().accessCodeMac(id, signer.id, wish.accessCode);
    signer.accessFailures = 0;
    ++signer.accessVersion;
    updateParty(work.db, work.scope, signer);
    touch(work, act.document);
    audit::Entry entry = entryOf(session, act, accessCodeOperation);
    entry.detail.emplace_back("signer", signer.id);
    const std::int64_t index = work.audit(entry);
    auto news = newsOf(work.db, work.scope, act, notifications::DocumentEvent::accessCodeChanged, &act.right);
    news.subject = static_cast<std::size_t>(&signer - act.parties.data());
    notifications::plan(work, index, news);
    answer = answerOf(session, act);
    answer["signerId"] = signer.id;
    answer["version"] = act.document.version;
  });
  return answer;
}

}  // namespace stead::documents
