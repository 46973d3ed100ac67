// Accounts, users, teams and API keys.
#include <nlohmann/json.hpp>

#include "guard.h"
#include "people/people_verbs.h"

using stead::Engine;
using stead::Session;
using namespace stead::capi;
namespace people = stead::people;

extern "C" {

stead_status stead_account_create(stead_engine* engine, const stead_record* request, stead_record** answer,
                                  stead_error** error) {
  return onEngine(engine, answer, error,
                  [&](Engine& on) { return people::createAccount(on, stead::capi::request(request)); });
}

stead_status stead_account_get(stead_engine* engine, const char* account_id, stead_record** answer,
                               stead_error** error) {
  return onEngine(engine, answer, error,
                  [&](Engine& on) { return people::getAccount(on, argument(account_id, "account_id")); });
}

stead_status stead_account_update(const stead_session* session, const stead_record* request, stead_record** answer,
                                  stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return people::updateAccount(on, as, stead::capi::request(request));
  });
}

stead_status stead_user_invite(const stead_session* session, const stead_record* request, stead_record** answer,
                               stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return people::inviteUser(on, as, stead::capi::request(request));
  });
}

stead_status stead_user_invite_all(const stead_session* session, const stead_record* request, stead_record** answer,
                                   stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return people::inviteUsers(on, as, stead::capi::request(request));
  });
}

stead_status stead_user_resend_invitation(const stead_session* session, const char* user_id, stead_record** answer,
                                          stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return people::resendInvitation(on, as, argument(user_id, "user_id"));
  });
}

stead_status stead_user_cancel_invitation(const stead_session* session, const char* user_id, stead_record** answer,
                                          stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return people::cancelInvitation(on, as, argument(user_id, "user_id"));
  });
}

stead_status stead_user_accept(stead_engine* engine, const char* token, const stead_record* request,
                               stead_record** answer, stead_error** error) {
  return onEngine(engine, answer, error, [&](Engine& on) {
    return people::acceptInvitation(on, argument(token, "token"), stead::capi::request(request));
  });
}

stead_status stead_user_get(const stead_session* session, const char* user_id, stead_record** answer,
                            stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return people::getUser(on, as, argument(user_id, "user_id"));
  });
}

stead_status stead_user_list(const stead_session* session, const stead_record* request, stead_record** answer,
                             stead_error** error) {
  return onSession(session, answer, error,
                   [&](Engine& on, const Session& as) { return people::listUsers(on, as, optionalRequest(request)); });
}

stead_status stead_user_update(const stead_session* session, const char* user_id, const stead_record* request,
                               stead_record** answer, stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return people::updateUser(on, as, argument(user_id, "user_id"), stead::capi::request(request));
  });
}

stead_status stead_user_change_team(const stead_session* session, const char* user_id, const stead_record* request,
                                    stead_record** answer, stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return people::changeTeam(on, as, argument(user_id, "user_id"), stead::capi::request(request));
  });
}

stead_status stead_user_deactivate(const stead_session* session, const char* user_id, const stead_record* request,
                                   stead_record** answer, stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return people::deactivateUser(on, as, argument(user_id, "user_id"), optionalRequest(request));
  });
}

stead_status stead_user_reactivate(const stead_session* session, const char* user_id, const stead_record* request,
                                   stead_record** answer, stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return people::reactivateUser(on, as, argument(user_id, "user_id"), optionalRequest(request));
  });
}

stead_status stead_team_assign(const stead_session* session, const char* user_id, const stead_record* request,
                               stead_record** answer, stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return people::assignTeam(on, as, argument(user_id, "user_id"), stead::capi::request(request));
  });
}

stead_status stead_team_create(const stead_session* session, const stead_record* request, stead_record** answer,
                               stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return people::createTeam(on, as, stead::capi::request(request));
  });
}

stead_status stead_team_get(const stead_session* session, const char* team_id, stead_record** answer,
                            stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return people::getTeam(on, as, argument(team_id, "team_id"));
  });
}

stead_status stead_team_list(const stead_session* session, const stead_record* request, stead_record** answer,
                             stead_error** error) {
  return onSession(session, answer, error,
                   [&](Engine& on, const Session& as) { return people::listTeams(on, as, optionalRequest(request)); });
}

stead_status stead_team_rename(const stead_session* session, const char* team_id, const stead_record* request,
                               stead_record** answer, stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return people::renameTeam(on, as, argument(team_id, "team_id"), stead::capi::request(request));
  });
}

stead_status stead_api_key_create(const stead_session* session, const stead_record* request, stead_record** answer,
                                  stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return people::createApiKey(on, as, stead::capi::request(request));
  });
}

stead_status stead_api_key_list(const stead_session* session, const stead_record* request, stead_record** answer,
                                stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return people::listApiKeys(on, as, optionalRequest(request));
  });
}

stead_status stead_api_key_revoke(const stead_session* session, const char* key_id, stead_record** answer,
                                  stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return people::revokeApiKey(on, as, argument(key_id, "key_id"));
  });
}

}  // extern "C"
