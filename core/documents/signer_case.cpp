#include "documents/signer_case.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/limits.h"
#include "documents/document_store.h"
#include "storage/cross_account.h"

namespace stead::documents {
namespace {

using notifications::DocumentEvent;

constexpr std::size_t ipBytesMax = 64;

[[noreturn]] void refuseLink() { throw Error(Code::linkNotFound, "the link is not valid; open the newest mail"); }

struct Opened {
  crossAccount::SignerPlace place;
  std::int64_t round = 0;
};

// Whose link it is. A token is good for one signer and one round.
Opened placeOf(Engine& engine, std::string_view token) {
  const auto opened = engine.secrets().openLink(link::sign, token);
  std::optional<crossAccount::SignerPlace> place;
  engine.database().read([&](Connection& db) { place = crossAccount::findSigner(db, opened.id); });
  if (!place) refuseLink();
  return {*place, opened.round};
}

SignerCase load(Connection& db, const Opened& opened) {
  const crossAccount::SignerPlace& where = opened.place;
  SignerCase act;
  auto document = findDocument(db, where.scope, where.documentRow);
  if (!document) throw Error(Code::linkNotFound, "the document of this link does not exist any more");
  act.document = std::move(*document);
  act.parties = partiesOf(db, where.scope, where.documentRow);
  const auto found = std::find_if(act.parties.begin(), act.parties.end(),
                                  [&](const Party& party) { return party.row == where.partyRow; });
  if (found == act.parties.end()) throw Error(Code::linkNotFound, "the signer of this link does not exist any more");
  // Somebody else stands in the place the link was for.
  if (found->linkRound != opened.round) refuseLink();
  act.place = static_cast<std::size_t>(found - act.parties.begin());
  return act;
}

// Counts, audits and tells a wrong code. The tries of one code add up: a right one in between does not buy new ones.
Error countFailure(UnitOfWork& work, SignerCase& act, const Bearer& bearer) {
  Party& signer = act.signer();
  ++signer.accessFailures;
  updateParty(work.db, work.scope, signer);
  audit::Entry entry = entryOf(act, "signer.authenticate", bearer);
  entry.outcome = "refused";
  entry.reason = codeName(Code::accessCodeWrong);
  entry.detail.emplace_back("failures", signer.accessFailures);
  const std::int64_t index = work.audit(entry);
  auto news = newsOf(work.db, work.scope, act, DocumentEvent::authenticationFailed);
  news.subject = act.place;
  notifications::plan(work, index, news);
  return {Code::accessCodeWrong,
          isLocked(signer) ? "the access code is wrong; after so many failures the sender has to set a new one"
                           : "the access code is wrong"};
}

// Nothing when the signer is who he should be. A wrong code is answered, not thrown: its count has to be committed.
std::optional<Error> authenticate(UnitOfWork& work, SignerCase& act, std::string_view operation, const Bearer& bearer) {
  const Party& signer = act.signer();
  if (!signer.accessCode) return std::nullopt;
  if (isLocked(signer)) {
    refuse(Code::signerLocked, "too many wrong access codes; the sender has to set a new one",
           entryOf(act, operation, bearer));
  }
  if (!bearer.accessCode || bearer.accessCode->empty()) {
    throw Error(Code::accessCodeRequired, "this document is protected: give the access code of the sender");
  }
  if (work.engine.secrets().isAccessCode(act.document.id, signer.id, *bearer.accessCode, *signer.accessCode)) {
    return std::nullopt;
  }
  return countFailure(work, act, bearer);
}

}  // namespace

Bearer readBearer(RecordReader& in) {
  Bearer bearer;
  bearer.accessCode = in.text("accessCode", {.codePointsMax = limits::accessCodeCodePointsMax});
  bearer.ip = in.text("ip", {.codePointsMax = ipBytesMax}).value_or("");
  bearer.userAgent = in.text("userAgent", {.codePointsMax = limits::userAgentBytesMax}).value_or("");
  return bearer;
}

Bearer readOnlyBearer(const Json& request) {
  Violations violations;
  RecordReader in(request, violations);
  Bearer bearer = readBearer(in);
  in.refuseUnknown();
  violations.throwIfAny();
  return bearer;
}

audit::Entry entryOf(const SignerCase& act, std::string_view operation, const Bearer& bearer) {
  const Party& signer = act.parties[act.place];
  audit::Entry entry;
  entry.actorKind = audit::ActorKind::signer;
  entry.actorId = signer.id;
  entry.operation = operation;
  entry.subjectType = "document";
  entry.subjectId = act.document.id;
  entry.personal = {{"name", signer.name}, {"email", signer.email}, {"ip", bearer.ip}, {"userAgent", bearer.userAgent}};
  return entry;
}

Json answerOf(const SignerCase& act) {
  return {{"documentId", act.document.id},
          {"signerId", act.parties[act.place].id},
          {"status", documentStatusName(act.document.status)}};
}

void actAsSigner(Engine& engine, std::string_view token, const Bearer& bearer, std::string_view operation,
                 SignerAct kind, const std::function<void(UnitOfWork&, SignerCase&)>& body) {
  const Opened opened = placeOf(engine, token);
  std::optional<Error> failed;
  engine.write(opened.place.scope, [&](UnitOfWork& work) {
    SignerCase act = load(work.db, opened);
    const DocumentStatus status = statusAt(act.document, work.now);
    if (const auto code = refusesSigner(status, act.signer(), kind)) {
      refuse(*code, whyNot(*code, status, act.signer()), entryOf(act, operation, bearer));
    }
    failed = authenticate(work, act, operation, bearer);
    if (!failed) body(work, act);
  });
  if (failed) throw Error(*failed);
}

}  // namespace stead::documents
