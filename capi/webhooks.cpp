// Webhooks: subscriptions of an account, and their messages.
#include <nlohmann/json.hpp>

#include "guard.h"
#include "notifications/webhook_verbs.h"

using stead::Engine;
using stead::Session;
using namespace stead::capi;
namespace notifications = stead::notifications;

extern "C" {

stead_status stead_webhook_create(const stead_session* session, const stead_record* request, stead_record** answer,
                                  stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return notifications::createWebhook(on, as, stead::capi::request(request));
  });
}

stead_status stead_webhook_list(const stead_session* session, const stead_record* request, stead_record** answer,
                                stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return notifications::listWebhooksOf(on, as, optionalRequest(request));
  });
}

stead_status stead_webhook_update(const stead_session* session, const char* webhook_id, const stead_record* request,
                                  stead_record** answer, stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return notifications::updateWebhookOf(on, as, argument(webhook_id, "webhook_id"), stead::capi::request(request));
  });
}

stead_status stead_webhook_delete(const stead_session* session, const char* webhook_id, stead_record** answer,
                                  stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return notifications::removeWebhook(on, as, argument(webhook_id, "webhook_id"));
  });
}

stead_status stead_webhook_roll_secret(const stead_session* session, const char* webhook_id,
                                       const stead_record* request, stead_record** answer, stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return notifications::rollWebhookSecret(on, as, argument(webhook_id, "webhook_id"), optionalRequest(request));
  });
}

stead_status stead_webhook_take(stead_engine* engine, const stead_record* request, stead_record** answer,
                                stead_error** error) {
  return onEngine(engine, answer, error,
                  [&](Engine& on) { return notifications::takeWebhooks(on, optionalRequest(request)); });
}

}  // extern "C"
