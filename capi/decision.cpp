// Decisions: the hot questions. No JSON and no allocation on the way of an answer from memory.
#include <nlohmann/json.hpp>

#include "base/email.h"
#include "base/text.h"
#include "delegation/delegation_verbs.h"
#include "guard.h"

using stead::Json;
using namespace stead::capi;
namespace delegation = stead::delegation;

namespace {

constexpr std::size_t questionsMax = 10000;

// NULL: as the session stands. An empty address is none: it must not turn into that.
std::string_view principalOf(const char* principal) {
  if (principal == nullptr) return {};
  const auto text = argument(principal, "principal");
  if (stead::text::isBlank(text)) refuseArgument("principal", "is empty; pass NULL for the session as it stands");
  return text;
}

stead_decision& cleared(stead_decision* decision) {
  stead_decision& out = object(decision, "decision");
  out.clear();
  return out;
}

bool answered(const stead_decision* decision) noexcept { return usable(decision) && decision->asked; }
bool refused(const stead_decision* decision) noexcept { return answered(decision) && !decision->decision.allowed; }

}  // namespace

extern "C" {

stead_status stead_decision_new(stead_decision** decision, stead_error** error) {
  return guarded(error, [&] {
    stead_decision*& out = output(decision, "decision");
    out = std::make_unique<stead_decision>().release();
  });
}

int32_t stead_decision_allowed(const stead_decision* decision) {
  return answered(decision) && decision->decision.allowed ? 1 : 0;
}

const char* stead_decision_authority(const stead_decision* decision) {
  return answered(decision) ? stead::authorityName(decision->decision.authority) : "";
}

const char* stead_decision_reason(const stead_decision* decision) {
  return refused(decision) ? stead::codeName(decision->decision.reason) : nullptr;
}

const char* stead_decision_remedy(const stead_decision* decision) {
  return refused(decision) ? stead::remedyOf(decision->decision.reason) : nullptr;
}

const char* stead_decision_grant_id(const stead_decision* decision) {
  return answered(decision) && !decision->decision.grantId.empty() ? decision->decision.grantId.c_str() : nullptr;
}

int64_t stead_decision_grant_version(const stead_decision* decision) {
  return answered(decision) ? decision->decision.grantVersion : 0;
}

int64_t stead_decision_valid_until(const stead_decision* decision) {
  return answered(decision) ? decision->decision.validUntil.value_or(0) : 0;
}

void stead_decision_free(stead_decision* decision) { release(decision); }

stead_status stead_session_authorize(const stead_session* session, const char* operation, const char* principal,
                                     stead_decision* decision, stead_error** error) {
  return guarded(error, [&] {
    stead_decision& out = cleared(decision);
    const SessionCall call(session);
    const auto act = argument(operation, "operation");
    const auto person = principalOf(principal);
    delegation::authorize(call.engine(), call.session(), act, person, out.decision);
    out.asked = true;
  });
}

stead_status stead_session_authorize_document(const stead_session* session, const char* operation,
                                              const char* document_id, stead_decision* decision, stead_error** error) {
  return guarded(error, [&] {
    stead_decision& out = cleared(decision);
    const SessionCall call(session);
    const auto act = argument(operation, "operation");
    const auto document = argument(document_id, "document_id");
    delegation::authorizeDocument(call.engine(), call.session(), act, document, out.decision);
    out.asked = true;
  });
}

stead_status stead_session_explain(const stead_session* session, const char* operation, const char* principal,
                                   stead_record** answer, stead_error** error) {
  return onSession(session, answer, error, [&](stead::Engine& engine, const stead::Session& as) {
    const auto act = argument(operation, "operation");
    const auto person = principalOf(principal);
    stead::Decision decision;
    delegation::authorize(engine, as, act, person, decision);
    return delegation::describe(decision, act, principal == nullptr ? as : stead::onBehalfOf(as, person));
  });
}

stead_status stead_session_explain_document(const stead_session* session, const char* operation,
                                            const char* document_id, stead_record** answer, stead_error** error) {
  return onSession(session, answer, error, [&](stead::Engine& engine, const stead::Session& as) {
    const auto act = argument(operation, "operation");
    const auto document = argument(document_id, "document_id");
    stead::Decision decision;
    delegation::authorizeDocument(engine, as, act, document, decision);
    return delegation::describe(decision, act, as);
  });
}

stead_status stead_decisions_new(stead_decisions** decisions, stead_error** error) {
  return guarded(error, [&] {
    stead_decisions*& out = output(decisions, "decisions");
    out = std::make_unique<stead_decisions>().release();
  });
}

stead_status stead_decisions_add(stead_decisions* decisions, const char* operation, const char* principal,
                                 stead_error** error) {
  return guarded(error, [&] {
    stead_decisions& to = object(decisions, "decisions");
    const auto act = argument(operation, "operation");
    const auto person = principalOf(principal);
    if (!person.empty() && !stead::parseEmail(person)) refuseArgument("principal", "is not an e-mail address");
    if (to.questions.size() >= questionsMax) {
      throw stead::Error(stead::Code::tooLarge, "a batch holds at most " + std::to_string(questionsMax) + " questions");
    }
    to.questions.push_back({std::string(act), std::string(person), {}});
    to.asked = false;
  });
}

int64_t stead_decisions_count(const stead_decisions* decisions) {
  return usable(decisions) ? static_cast<std::int64_t>(decisions->questions.size()) : 0;
}

stead_status stead_session_authorize_all(const stead_session* session, stead_decisions* decisions,
                                         stead_error** error) {
  return guarded(error, [&] {
    stead_decisions& batch = object(decisions, "decisions");
    batch.asked = false;
    const SessionCall call(session);
    for (auto& question : batch.questions) {
      delegation::authorize(call.engine(), call.session(), question.operation, question.principal, question.decision);
    }
    batch.asked = true;
  });
}

int32_t stead_decisions_allowed(const stead_decisions* decisions, int64_t index) {
  if (index < 0 || index >= stead_decisions_count(decisions) || !decisions->asked) return 0;
  return decisions->questions[static_cast<std::size_t>(index)].decision.allowed ? 1 : 0;
}

stead_status stead_decisions_get(const stead_decisions* decisions, int64_t index, stead_decision* decision,
                                 stead_error** error) {
  return guarded(error, [&] {
    stead_decision& out = cleared(decision);
    const stead_decisions& batch = object(decisions, "decisions");
    if (index < 0 || index >= stead_decisions_count(decisions)) refuseArgument("index", "is beyond the batch");
    out.decision = batch.questions[static_cast<std::size_t>(index)].decision;
    out.asked = batch.asked;
  });
}

stead_status stead_decisions_clear(stead_decisions* decisions, stead_error** error) {
  return guarded(error, [&] {
    stead_decisions& batch = object(decisions, "decisions");
    batch.questions.clear();
    batch.asked = false;
  });
}

void stead_decisions_free(stead_decisions* decisions) { release(decisions); }

stead_status stead_operation_list(stead_record** answer, stead_error** error) {
  return guarded(error, [&] {
    stead_record*& out = output(answer, "answer");
    out = newRecord(stead::delegation::listOperations());
  });
}

stead_status stead_grant_list_principals(const stead_session* session, const stead_record* request,
                                         stead_record** answer, stead_error** error) {
  return onSession(session, answer, error, [&](stead::Engine& engine, const stead::Session& as) {
    return delegation::listPrincipals(engine, as, optionalRequest(request));
  });
}

stead_status stead_grant_list_actors(const stead_session* session, const stead_record* request, stead_record** answer,
                                     stead_error** error) {
  return onSession(session, answer, error, [&](stead::Engine& engine, const stead::Session& as) {
    return delegation::listActors(engine, as, optionalRequest(request));
  });
}

}  // extern "C"
