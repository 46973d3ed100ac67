// Documents: the sender's side and the signer's side.
#include <nlohmann/json.hpp>

#include "documents/document_verbs.h"
#include "documents/hand_over.h"
#include "guard.h"
#include "part.h"

using stead::Engine;
using stead::Session;
using namespace stead::capi;
namespace documents = stead::documents;

extern "C" {

stead_status stead_document_get(const stead_session* session, const char* document_id, stead_record** answer,
                                stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return documents::get(on, as, argument(document_id, "document_id"));
  });
}

stead_status stead_document_list(const stead_session* session, const stead_record* request, stead_record** answer,
                                 stead_error** error) {
  return onSession(session, answer, error,
                   [&](Engine& on, const Session& as) { return documents::list(on, as, optionalRequest(request)); });
}

stead_status stead_document_team_list(const stead_session* session, const stead_record* request, stead_record** answer,
                                      stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return documents::teamList(on, as, optionalRequest(request));
  });
}

stead_status stead_document_behalf_list(const stead_session* session, const stead_record* request,
                                        stead_record** answer, stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return documents::behalfList(on, as, optionalRequest(request));
  });
}

stead_status stead_document_revoke(const stead_session* session, const char* document_id, const stead_record* request,
                                   stead_record** answer, stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return documents::revoke(on, as, argument(document_id, "document_id"), stead::capi::request(request));
  });
}

stead_status stead_document_remind(const stead_session* session, const char* document_id, const stead_record* request,
                                   stead_record** answer, stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return documents::remind(on, as, argument(document_id, "document_id"), optionalRequest(request));
  });
}

stead_status stead_document_hand_over(const stead_session* session, const stead_record* request, stead_record** answer,
                                      stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return documents::handOver(on, as, stead::capi::request(request));
  });
}

stead_status stead_document_change_access_code(const stead_session* session, const char* document_id,
                                               const stead_record* request, stead_record** answer,
                                               stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return documents::changeAccessCode(on, as, argument(document_id, "document_id"), stead::capi::request(request));
  });
}

stead_status stead_document_extend_expiry(const stead_session* session, const char* document_id,
                                          const stead_record* request, stead_record** answer, stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return documents::extendExpiry(on, as, argument(document_id, "document_id"), stead::capi::request(request));
  });
}

stead_status stead_document_add_tags(const stead_session* session, const char* document_id, const stead_record* request,
                                     stead_record** answer, stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return documents::addTags(on, as, argument(document_id, "document_id"), stead::capi::request(request));
  });
}

stead_status stead_document_delete_tags(const stead_session* session, const char* document_id,
                                        const stead_record* request, stead_record** answer, stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return documents::deleteTags(on, as, argument(document_id, "document_id"), stead::capi::request(request));
  });
}

stead_status stead_document_delete(const stead_session* session, const char* document_id, const stead_record* request,
                                   stead_record** answer, stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return documents::remove(on, as, argument(document_id, "document_id"), optionalRequest(request));
  });
}

stead_status stead_document_change_recipient(const stead_session* session, const char* document_id,
                                             const stead_record* request, stead_record** answer, stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return documents::changeRecipient(on, as, argument(document_id, "document_id"), stead::capi::request(request));
  });
}

stead_status stead_document_prefill(const stead_session* session, const char* document_id, const stead_record* request,
                                    stead_record** answer, stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return documents::prefill(on, as, argument(document_id, "document_id"), stead::capi::request(request));
  });
}

stead_status stead_document_audit_log(const stead_session* session, const char* document_id, stead_record** answer,
                                      stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return documents::auditLog(on, as, argument(document_id, "document_id"));
  });
}

stead_status stead_signer_view(stead_engine* engine, const char* token, const stead_record* request,
                               stead_record** answer, stead_error** error) {
  return onEngine(engine, answer, error, [&](Engine& on) {
    return documents::signerView(on, argument(token, "token"), optionalRequest(request));
  });
}

stead_status stead_signer_sign(stead_engine* engine, const char* token, const stead_record* request,
                               stead_record** answer, stead_error** error) {
  return onEngine(engine, answer, error, [&](Engine& on) {
    return documents::signerSign(on, argument(token, "token"), stead::capi::request(request));
  });
}

stead_status stead_signer_decline(stead_engine* engine, const char* token, const stead_record* request,
                                  stead_record** answer, stead_error** error) {
  return onEngine(engine, answer, error, [&](Engine& on) {
    return documents::signerDecline(on, argument(token, "token"), stead::capi::request(request));
  });
}

stead_status stead_signer_reassign(stead_engine* engine, const char* token, const stead_record* request,
                                   stead_record** answer, stead_error** error) {
  return onEngine(engine, answer, error, [&](Engine& on) {
    return documents::signerReassign(on, argument(token, "token"), stead::capi::request(request));
  });
}

stead_status stead_document_send(const stead_session* session, const stead_record* request, const stead_upload* upload,
                                 stead_record** answer, stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return documents::send(on, as, stead::capi::request(request), optionalUpload(upload));
  });
}

stead_status stead_document_download(const stead_session* session, const char* document_id, int64_t file_index,
                                     int64_t offset, void* buffer, int64_t buffer_size, int64_t* bytes_read,
                                     stead_record** info, stead_error** error) {
  return guarded(error, [&] {
    const Part part(file_index, offset, buffer, buffer_size, bytes_read, info);
    const SessionCall call(session);
    part.fill(documents::downloadFile(call.engine(), call.session(), argument(document_id, "document_id"), file_index,
                                      offset, buffer_size));
  });
}

stead_status stead_document_certificate(const stead_session* session, const char* document_id, int64_t offset,
                                        void* buffer, int64_t buffer_size, int64_t* bytes_read, stead_record** info,
                                        stead_error** error) {
  return guarded(error, [&] {
    const Part part(0, offset, buffer, buffer_size, bytes_read, info);
    const SessionCall call(session);
    part.fill(documents::certificate(call.engine(), call.session(), argument(document_id, "document_id"), offset,
                                     buffer_size));
  });
}

stead_status stead_document_finished(const stead_session* session, const char* document_id, const stead_record* request,
                                     int64_t offset, void* buffer, int64_t buffer_size, int64_t* bytes_read,
                                     stead_record** info, stead_error** error) {
  return guarded(error, [&] {
    const Part part(0, offset, buffer, buffer_size, bytes_read, info);
    const SessionCall call(session);
    part.fill(documents::finished(call.engine(), call.session(), argument(document_id, "document_id"),
                                  optionalRequest(request), offset, buffer_size));
  });
}

stead_status stead_document_finish(stead_engine* engine, const char* document_id, const stead_upload* upload,
                                   stead_record** answer, stead_error** error) {
  return onEngine(engine, answer, error, [&](Engine& on) {
    return documents::finish(on, argument(document_id, "document_id"), optionalUpload(upload));
  });
}

stead_status stead_signer_certificate(stead_engine* engine, const char* token, const stead_record* request,
                                      int64_t offset, void* buffer, int64_t buffer_size, int64_t* bytes_read,
                                      stead_record** info, stead_error** error) {
  return guarded(error, [&] {
    const Part part(0, offset, buffer, buffer_size, bytes_read, info);
    const EngineCall call(engine);
    part.fill(documents::signerCertificate(call.engine(), argument(token, "token"), optionalRequest(request), offset,
                                           buffer_size));
  });
}

stead_status stead_signer_finished(stead_engine* engine, const char* token, const stead_record* request, int64_t offset,
                                   void* buffer, int64_t buffer_size, int64_t* bytes_read, stead_record** info,
                                   stead_error** error) {
  return guarded(error, [&] {
    const Part part(0, offset, buffer, buffer_size, bytes_read, info);
    const EngineCall call(engine);
    part.fill(documents::signerFinished(call.engine(), argument(token, "token"), optionalRequest(request), offset,
                                        buffer_size));
  });
}

stead_status stead_signer_download(stead_engine* engine, const char* token, const stead_record* request,
                                   int64_t file_index, int64_t offset, void* buffer, int64_t buffer_size,
                                   int64_t* bytes_read, stead_record** info, stead_error** error) {
  return guarded(error, [&] {
    const Part part(file_index, offset, buffer, buffer_size, bytes_read, info);
    const EngineCall call(engine);
    part.fill(documents::signerDownload(call.engine(), argument(token, "token"), optionalRequest(request), file_index,
                                        offset, buffer_size));
  });
}

}  // extern "C"
