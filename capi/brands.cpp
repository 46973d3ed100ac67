// Brands.
#include <nlohmann/json.hpp>

#include "brands/brand_verbs.h"
#include "guard.h"
#include "part.h"

using stead::Engine;
using stead::Session;
using namespace stead::capi;
namespace brands = stead::brands;

extern "C" {

stead_status stead_brand_create(const stead_session* session, const stead_record* request, const stead_upload* upload,
                                stead_record** answer, stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return brands::create(on, as, stead::capi::request(request), optionalUpload(upload));
  });
}

stead_status stead_brand_get(const stead_session* session, const char* brand_id, stead_record** answer,
                             stead_error** error) {
  return onSession(session, answer, error,
                   [&](Engine& on, const Session& as) { return brands::get(on, as, argument(brand_id, "brand_id")); });
}

stead_status stead_brand_list(const stead_session* session, stead_record** answer, stead_error** error) {
  return onSession(session, answer, error, [](Engine& on, const Session& as) { return brands::list(on, as); });
}

stead_status stead_brand_update(const stead_session* session, const char* brand_id, const stead_record* request,
                                const stead_upload* upload, stead_record** answer, stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return brands::update(on, as, argument(brand_id, "brand_id"), optionalRequest(request), optionalUpload(upload));
  });
}

stead_status stead_brand_delete(const stead_session* session, const char* brand_id, stead_record** answer,
                                stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return brands::remove(on, as, argument(brand_id, "brand_id"));
  });
}

stead_status stead_brand_make_default(const stead_session* session, const char* brand_id, stead_record** answer,
                                      stead_error** error) {
  return onSession(session, answer, error, [&](Engine& on, const Session& as) {
    return brands::makeDefault(on, as, argument(brand_id, "brand_id"));
  });
}

stead_status stead_brand_logo(const stead_session* session, const char* brand_id, int64_t offset, void* buffer,
                              int64_t buffer_size, int64_t* bytes_read, stead_record** info, stead_error** error) {
  return guarded(error, [&] {
    const Part part(0, offset, buffer, buffer_size, bytes_read, info);
    const SessionCall call(session);
    part.fill(brands::logo(call.engine(), call.session(), argument(brand_id, "brand_id"), offset, buffer_size));
  });
}

}  // extern "C"
