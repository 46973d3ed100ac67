// A signer hands his place to somebody else, where the sender lets him.
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "documents/describe.h"
#include "documents/document_store.h"
#include "documents/document_verbs.h"
#include "documents/recipient.h"
#include "documents/signer_case.h"

namespace stead::documents {
namespace {

constexpr std::string_view operation = "signer.reassign";

bool letsReassign(std::string_view body) {
  const Json record = parseStored(body);
  return !record.is_object() || record.value("enableReassign", true);
}

void tellReassigned(UnitOfWork& work, const SignerCase& act, const std::string& body, const std::string& reason,
                    std::int64_t index) {
  auto news = newsOf(work.db, work.scope, act, notifications::DocumentEvent::reassigned);
  news.subject = act.place;
  news.message = messageOf(body);
  news.reason = reason;
  markNowInvited(news, {act.place});
  notifications::plan(work, index, news);
}

}  // namespace

Json signerReassign(Engine& engine, std::string_view token, const Json& request) {
  Violations violations;
  RecordReader in(request, violations);
  const Bearer bearer = readBearer(in);
  NewRecipient with;
  with.name = in.text("name", {.required = true, .codePointsMax = limits::signerNameCodePointsMax}).value_or("");
  with.email = in.email("email", true);
  const TextRule rule{.required = true, .codePointsMax = limits::messageCodePointsMax, .oneLine = false};
  with.reason = in.text("reason", rule).value_or("");
  in.refuseUnknown();
  violations.throwIfAny();
  Json answer;
  actAsSigner(engine, token, bearer, operation, SignerAct::answer, [&](UnitOfWork& work, SignerCase& act) {
    const std::string body = bodyOf(work.db, work.scope, act.document.row);
    audit::Entry entry = entryOf(act, operation, bearer);
    if (!letsReassign(body)) {
      refuse(Code::wrongState, "the sender does not let signers hand this document to somebody else", std::move(entry));
    }
    (void)replaceRecipient(work, act, act.signer(), with, "email", true);
    act.signer().reassigned = true;
    updateParty(work.db, work.scope, act.signer());
    entry.personal.emplace_back("newName", with.name);
    entry.personal.emplace_back("newEmail", with.email->address);
    entry.personal.emplace_back("reason", with.reason);
    touch(work, act.document);
    tellReassigned(work, act, body, with.reason, work.audit(entry));
    answer = answerOf(act);
  });
  return answer;
}

}  // namespace stead::documents
