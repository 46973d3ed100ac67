// Being told: the change feed, the mail planner, reports.
#include <nlohmann/json.hpp>

#include "documents/report_verbs.h"
#include "guard.h"
#include "notifications/event_verbs.h"
#include "notifications/mail_plan_verb.h"

using stead::Engine;
using stead::Session;
using namespace stead::capi;
namespace notifications = stead::notifications;

extern "C" {

stead_status stead_events_list(const stead_session* session, const stead_record* request, stead_record** answer,
                               stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return notifications::listEvents(on, as, optionalRequest(request));
  });
}

stead_status stead_mail_plan(stead_engine* engine, const stead_record* request, stead_record** answer,
                             stead_error** error) {
  return onEngine(engine, answer, error,
                  [&](Engine& on) { return notifications::mailPlan(on, stead::capi::request(request)); });
}

stead_status stead_report_documents(const stead_session* session, const stead_record* request, stead_record** answer,
                                    stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return stead::documents::reportDocuments(on, as, stead::capi::request(request));
  });
}

}  // extern "C"
