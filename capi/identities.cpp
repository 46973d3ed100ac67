// Sender identities: the creator's side and the owner's side.
#include <nlohmann/json.hpp>

#include "guard.h"
#include "identities/identity_verbs.h"

using stead::Engine;
using stead::Session;
using namespace stead::capi;
namespace identities = stead::identities;

extern "C" {

stead_status stead_identity_create(const stead_session* session, const stead_record* request, stead_record** answer,
                                   stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return identities::create(on, as, stead::capi::request(request));
  });
}

stead_status stead_identity_get(const stead_session* session, const char* id_or_email, stead_record** answer,
                                stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return identities::get(on, as, argument(id_or_email, "id_or_email"));
  });
}

stead_status stead_identity_list(const stead_session* session, const stead_record* request, stead_record** answer,
                                 stead_error** error) {
  return onSession(session, answer, error,
                   [&](Engine& on, const Session& as) { return identities::list(on, as, optionalRequest(request)); });
}

stead_status stead_identity_update(const stead_session* session, const char* id_or_email, const stead_record* request,
                                   stead_record** answer, stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return identities::update(on, as, argument(id_or_email, "id_or_email"), stead::capi::request(request));
  });
}

stead_status stead_identity_resend(const stead_session* session, const char* id_or_email, stead_record** answer,
                                   stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return identities::resend(on, as, argument(id_or_email, "id_or_email"));
  });
}

stead_status stead_identity_rerequest(const stead_session* session, const char* id_or_email,
                                      const stead_record* request, stead_record** answer, stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return identities::rerequest(on, as, argument(id_or_email, "id_or_email"), optionalRequest(request));
  });
}

stead_status stead_identity_delete(const stead_session* session, const char* id_or_email, stead_record** answer,
                                   stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return identities::remove(on, as, argument(id_or_email, "id_or_email"));
  });
}

stead_status stead_identity_evidence(const stead_session* session, const char* id_or_email, stead_record** answer,
                                     stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return identities::consentEvidence(on, as, argument(id_or_email, "id_or_email"));
  });
}

stead_status stead_owner_look(stead_engine* engine, const char* token, stead_record** answer, stead_error** error) {
  return onEngine(engine, answer, error,
                  [&](Engine& on) { return identities::ownerLook(on, argument(token, "token")); });
}

stead_status stead_owner_approve(stead_engine* engine, const char* token, const stead_record* request,
                                 stead_record** answer, stead_error** error) {
  return onEngine(engine, answer, error, [&](Engine& on) {
    return identities::ownerApprove(on, argument(token, "token"), stead::capi::request(request));
  });
}

stead_status stead_owner_deny(stead_engine* engine, const char* token, const stead_record* request,
                              stead_record** answer, stead_error** error) {
  return onEngine(engine, answer, error, [&](Engine& on) {
    return identities::ownerDeny(on, argument(token, "token"), optionalRequest(request));
  });
}

stead_status stead_owner_narrow(stead_engine* engine, const char* token, const stead_record* request,
                                stead_record** answer, stead_error** error) {
  return onEngine(engine, answer, error, [&](Engine& on) {
    return identities::ownerNarrow(on, argument(token, "token"), stead::capi::request(request));
  });
}

stead_status stead_owner_revoke(stead_engine* engine, const char* token, const stead_record* request,
                                stead_record** answer, stead_error** error) {
  return onEngine(engine, answer, error, [&](Engine& on) {
    return identities::ownerRevoke(on, argument(token, "token"), optionalRequest(request));
  });
}

}  // extern "C"
