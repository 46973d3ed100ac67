// Audit and proofs.
#include <nlohmann/json.hpp>

#include "audit/audit_verbs.h"
#include "delegation/delegation_verbs.h"
#include "guard.h"

using stead::Engine;
using stead::Session;
using namespace stead::capi;
namespace audit = stead::audit;

extern "C" {

stead_status stead_audit_checkpoint(stead_engine* engine, const char* account_id, stead_record** answer,
                                    stead_error** error) {
  return onEngine(engine, answer, error,
                  [&](Engine& on) { return audit::checkpoint(on, argument(account_id, "account_id")); });
}

stead_status stead_audit_list(const stead_session* session, const stead_record* request, stead_record** answer,
                              stead_error** error) {
  return onSession(session, answer, error,
                   [&](Engine& on, const Session& as) { return audit::list(on, as, optionalRequest(request)); });
}

stead_status stead_audit_decide_as_of(const stead_session* session, const stead_record* request, stead_record** answer,
                                      stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return stead::delegation::decideAsOf(on, as, stead::capi::request(request));
  });
}

stead_status stead_audit_replay(const stead_session* session, int64_t index, stead_record** answer,
                                stead_error** error) {
  return onSession(session, answer, error,
                   [&](Engine& on, const Session& as) { return stead::delegation::replay(on, as, index); });
}

stead_status stead_audit_erase_person(const stead_session* session, const stead_record* request, stead_record** answer,
                                      stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return audit::erasePerson(on, as, stead::capi::request(request));
  });
}

stead_status stead_audit_verify(stead_engine* engine, const char* account_id, int32_t deep, stead_record** answer,
                                stead_error** error) {
  return onEngine(engine, answer, error,
                  [&](Engine& on) { return audit::verify(on, argument(account_id, "account_id"), deep != 0); });
}

stead_status stead_audit_verify_part(stead_engine* engine, const char* account_id, const stead_record* request,
                                     stead_record** answer, stead_error** error) {
  return onEngine(engine, answer, error, [&](Engine& on) {
    return audit::verifyPart(on, argument(account_id, "account_id"), optionalRequest(request));
  });
}

stead_status stead_audit_prove_inclusion(stead_engine* engine, const char* account_id, int64_t index,
                                         stead_record** answer, stead_error** error) {
  return onEngine(engine, answer, error,
                  [&](Engine& on) { return audit::inclusionProof(on, argument(account_id, "account_id"), index); });
}

stead_status stead_audit_prove_consistency(stead_engine* engine, const char* account_id, int64_t from, int64_t to,
                                           stead_record** answer, stead_error** error) {
  return onEngine(engine, answer, error, [&](Engine& on) {
    return audit::consistencyProof(on, argument(account_id, "account_id"), from, to);
  });
}

stead_status stead_consistency_verify(const char* older, const char* newer, const char* proof, const char* vkeys,
                                      stead_record** answer, stead_error** error) {
  return guarded(error, [&] {
    stead_record*& out = output(answer, "answer");
    const std::string_view last = newer == nullptr ? std::string_view() : argument(newer, "newer");
    out = newRecord(audit::verifyConsistencyProof(argument(older, "older"), last, argument(proof, "proof"),
                                                  argument(vkeys, "vkeys")));
  });
}

stead_status stead_audit_export_evidence(const stead_session* session, const char* document_id, stead_record** evidence,
                                         stead_error** error) {
  return guarded(error, [&] {
    stead_record*& out = output(evidence, "evidence");
    const SessionCall call(session);
    std::string text = audit::exportEvidence(call.engine(), call.session(), argument(document_id, "document_id"));
    stead::Json value = stead::parseStored(text);
    out = std::make_unique<stead_record>(std::move(value), std::move(text)).release();
  });
}

stead_status stead_evidence_verify(const char* evidence, int64_t length, const char* vkey, stead_record** answer,
                                   stead_error** error) {
  return guarded(error, [&] {
    stead_record*& out = output(answer, "answer");
    if (evidence == nullptr) refuseNull("evidence");
    const auto bytes = bytesArgument(evidence, length, "evidence");
    out = newRecord(audit::verifyEvidence(bytes, argument(vkey, "vkey")));
  });
}

}  // extern "C"
