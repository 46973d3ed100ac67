// stead_session: who acts, and for whom.
#include "base/text.h"
#include "guard.h"
#include "people/people_verbs.h"

using namespace stead::capi;

namespace {

stead_session* newSession(const std::shared_ptr<EngineState>& state, stead::Session session) {
  return std::make_unique<stead_session>(state, std::move(session)).release();
}

// The core takes a blank principal for "as oneself"; here an absent one must not turn into that by accident.
std::string_view named(const char* text, const char* name) {
  const auto who = argument(text, name);
  if (stead::text::isBlank(who)) refuseArgument(name, "is empty; use the actor's own session to act as oneself");
  return who;
}

const stead_session* open(const stead_session* session) noexcept {
  return usable(session) && !session->gate.closed() ? session : nullptr;
}

}  // namespace

extern "C" {

stead_status stead_session_open_with_key(stead_engine* engine, const char* api_key, stead_session** session,
                                         stead_error** error) {
  return guarded(error, [&] {
    stead_session*& out = output(session, "session");
    const EngineCall call(engine);
    const auto key = argument(api_key, "api_key");
    out = newSession(call.state(), stead::people::openWithApiKey(call.engine(), key));
  });
}

stead_status stead_session_open_trusted(stead_engine* engine, const char* user_id, stead_session** session,
                                        stead_error** error) {
  return guarded(error, [&] {
    stead_session*& out = output(session, "session");
    const EngineCall call(engine);
    const auto user = argument(user_id, "user_id");
    out = newSession(call.state(), stead::people::openTrusted(call.engine(), user));
  });
}

stead_status stead_session_on_behalf_of(const stead_session* session, const char* email, stead_session** on_behalf,
                                        stead_error** error) {
  return guarded(error, [&] {
    stead_session*& out = output(on_behalf, "on_behalf");
    const SessionCall call(session);
    out = newSession(call.state(), stead::onBehalfOf(call.session(), named(email, "email")));
  });
}

stead_status stead_session_account_wide(const stead_session* session, const char* who, stead_session** on_behalf,
                                        stead_error** error) {
  return guarded(error, [&] {
    stead_session*& out = output(on_behalf, "on_behalf");
    const SessionCall call(session);
    out = newSession(call.state(), stead::accountWide(call.session(), named(who, "who")));
  });
}

const char* stead_session_user_id(const stead_session* session) {
  return open(session) != nullptr ? session->session.userId.c_str() : nullptr;
}

const char* stead_session_account_id(const stead_session* session) {
  return open(session) != nullptr ? session->session.accountId.c_str() : nullptr;
}

const char* stead_session_principal(const stead_session* session) {
  return open(session) != nullptr && session->session.principal ? session->principal().c_str() : nullptr;
}

stead_status stead_session_close(stead_session* session, stead_error** error) {
  return guarded(error, [&] {
    stead_session& closing = object(session, "session");
    if (closing.state->forksAtOpen != forks()) refuseForked();
    if (!closing.gate.close()) refuseClosed("session");
  });
}

void stead_session_free(stead_session* session) { release(session); }

}  // extern "C"
