// The outbox.
#include <nlohmann/json.hpp>

#include "documents/document_verbs.h"
#include "guard.h"
#include "notifications/outbox_verbs.h"
#include "part.h"

using stead::Engine;
using namespace stead::capi;
namespace notifications = stead::notifications;

extern "C" {

stead_status stead_outbox_take(stead_engine* engine, const stead_record* request, stead_record** answer,
                               stead_error** error) {
  return onEngine(engine, answer, error, [&](Engine& on) { return notifications::take(on, optionalRequest(request)); });
}

stead_status stead_outbox_attachment(stead_engine* engine, const char* message_id, int64_t lease, int64_t index,
                                     int64_t offset, void* buffer, int64_t buffer_size, int64_t* bytes_read,
                                     stead_record** info, stead_error** error) {
  return guarded(error, [&] {
    const Part part(index, offset, buffer, buffer_size, bytes_read, info);
    const EngineCall call(engine);
    part.fill(stead::documents::outboxAttachment(call.engine(), argument(message_id, "message_id"), lease, index,
                                                 offset, buffer_size));
  });
}

stead_status stead_outbox_dead_letters(stead_engine* engine, const stead_record* request, stead_record** answer,
                                       stead_error** error) {
  return onEngine(engine, answer, error,
                  [&](Engine& on) { return notifications::deadLetters(on, optionalRequest(request)); });
}

stead_status stead_outbox_ack(stead_engine* engine, const char* message_id, int64_t lease, stead_error** error) {
  return guarded(error, [&] {
    const EngineCall call(engine);
    notifications::ack(call.engine(), argument(message_id, "message_id"), lease);
  });
}

stead_status stead_outbox_fail(stead_engine* engine, const char* message_id, int64_t lease, const char* reason,
                               stead_record** answer, stead_error** error) {
  return onEngine(engine, answer, error, [&](Engine& on) {
    const auto why = reason == nullptr ? std::string_view{} : argument(reason, "reason");
    return notifications::fail(on, argument(message_id, "message_id"), lease, why);
  });
}

stead_status stead_outbox_bounced(stead_engine* engine, const char* message_id, const stead_record* request,
                                  stead_record** answer, stead_error** error) {
  return onEngine(engine, answer, error, [&](Engine& on) {
    return stead::documents::bounced(on, argument(message_id, "message_id"), optionalRequest(request));
  });
}

}  // extern "C"
