#include "guard.h"

#include <pthread.h>

#include <cstring>
#include <new>
#include <nlohmann/json.hpp>
#include <typeinfo>

#include "base/text.h"

namespace stead::capi {
namespace {

constexpr std::size_t argumentBytesMax = 4096;

// When there is no memory for an error object, this one is handed out; freeing it does nothing.
stead_error& memoryError() noexcept {
  static stead_error error(Code::outOfMemory);
  return error;
}

std::string oneLine(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return text;
}

stead_status report(stead_error** error, Code code, const std::string& text, const std::vector<FieldError>& fields) {
  if (error != nullptr) {
    auto made = std::make_unique<stead_error>(code);
    made->text = oneLine(text);
    made->fields = fields;
    for (FieldError& field : made->fields) field.message = oneLine(std::move(field.message));
    *error = made.release();
  }
  return static_cast<stead_status>(statusOf(code));
}

std::atomic<std::uint32_t> forkCount{0};

const Json& emptyRecord() {
  static const Json empty = Json::object();
  return empty;
}

// Texts of other people's exceptions may hold what was being worked on, so they are not passed on.
stead_status reportDefect(stead_error** error, const char* type) {
  return report(error, Code::internalError, std::string("a defect in Stead (") + type + "); please report it", {});
}

}  // namespace

std::uint32_t forks() noexcept {
  static const int registered = pthread_atfork(nullptr, nullptr, [] { ++forkCount; });
  (void)registered;
  return forkCount.load(std::memory_order_relaxed);
}

stead_status translate(stead_error** error) noexcept {
  try {
    try {
      throw;
    } catch (const Error& refusal) {
      return report(error, refusal.code(), refusal.text(), refusal.fields());
    } catch (const std::bad_alloc&) {
      return report(error, Code::outOfMemory, "", {});
    } catch (const std::exception& defect) {
      return reportDefect(error, typeid(defect).name());
    } catch (...) {
      return reportDefect(error, "unknown");
    }
  } catch (...) {
    if (error != nullptr) *error = &memoryError();
    return static_cast<stead_status>(statusOf(memoryError().code));
  }
}

void refuseNull(const char* name) { throw Error(Code::nullArgument, std::string("the argument ") + name + " is NULL"); }

void refuseKind(const char* name) {
  throw Error(Code::foreignHandle, std::string("the argument ") + name + " is a handle of another kind");
}

void refuseClosed(const char* name) {
  throw Error(Code::closedHandle, std::string("the ") + name + " was closed; open a new one");
}

void refuseForked() {
  throw Error(Code::forkedProcess,
              "the engine was opened before this process was forked; close it before fork and open it after");
}

void refuseArgument(const char* name, const std::string& why) {
  throw Error(Code::malformedArgument, std::string("the argument ") + name + " " + why);
}

std::string_view argument(const char* text, const char* name) {
  if (text == nullptr) refuseNull(name);
  const std::size_t length = strnlen(text, argumentBytesMax + 1);
  if (length > argumentBytesMax) refuseArgument(name, "is longer than " + std::to_string(argumentBytesMax) + " bytes");
  const std::string_view view(text, length);
  if (!text::isUtf8(view)) refuseArgument(name, "is not well-formed UTF-8");
  return view;
}

std::string_view bytesArgument(const char* bytes, std::int64_t length, const char* name) {
  if (bytes == nullptr && length != 0) refuseNull(name);
  if (length == STEAD_NUL_TERMINATED) return bytes;
  if (length < 0) refuseArgument(name, "has a negative length");
  return bytes == nullptr ? std::string_view{} : std::string_view(bytes, static_cast<std::size_t>(length));
}

std::string_view textArgument(const char* text, std::int64_t length, const char* name) {
  const std::string_view view = bytesArgument(text, length, name);
  if (!text::isUtf8(view)) refuseArgument(name, "is not well-formed UTF-8");
  return view;
}

const Json& request(const stead_record* record) { return *object(record, "request").value; }

const Json& optionalRequest(const stead_record* record) { return record == nullptr ? emptyRecord() : request(record); }

const Upload& optionalUpload(const stead_upload* upload) {
  static const Upload none;
  return upload == nullptr ? none : object(upload, "upload").upload;
}

EngineCall::EngineCall(const stead_engine* engine) : handle_(object(engine, "engine")), state_(*handle_.state) {
  if (state_.forksAtOpen != forks()) refuseForked();
  if (!state_.gate.enter()) refuseClosed("engine");
}

SessionCall::SessionCall(const stead_session* session) : handle_(object(session, "session")) {
  if (handle_.state->forksAtOpen != forks()) refuseForked();
  if (!handle_.gate.enter()) refuseClosed("session");
  if (!handle_.state->gate.enter()) {
    handle_.gate.leave();
    refuseClosed("engine of the session");
  }
}

// The session last: whoever closes it may free it, and the engine with it, right after.
SessionCall::~SessionCall() {
  handle_.state->gate.leave();
  handle_.gate.leave();
}

stead_record* newRecord(Json value) { return std::make_unique<stead_record>(std::move(value)).release(); }

AnswerPlace::AnswerPlace(stead_record** place)
    : out_(output(place, "answer")), made_(std::make_unique<stead_record>(Json())) {}

void AnswerPlace::fill(Json answer) noexcept {
  *made_->value = std::move(answer);
  out_ = made_.release();
}

}  // namespace stead::capi

using stead::capi::usable;

extern "C" {

const char* stead_version(void) { return STEAD_VERSION; }

const char* stead_status_name(stead_status status) {
  const bool known = status >= STEAD_OK && status <= STEAD_INTERNAL;
  return stead::statusName(static_cast<stead::Status>(known ? status : STEAD_INTERNAL));
}

stead_status stead_error_status(const stead_error* error) {
  return usable(error) ? static_cast<stead_status>(stead::statusOf(error->code)) : STEAD_OK;
}

const char* stead_error_code(const stead_error* error) { return usable(error) ? stead::codeName(error->code) : ""; }

const char* stead_error_text(const stead_error* error) {
  if (!usable(error)) return "";
  return error->text.empty() ? stead::meaningOf(error->code) : error->text.c_str();
}

int32_t stead_error_retriable(const stead_error* error) {
  return usable(error) && stead::isRetriable(error->code) ? 1 : 0;
}

const char* stead_error_remedy(const stead_error* error) { return usable(error) ? stead::remedyOf(error->code) : ""; }

int64_t stead_error_field_count(const stead_error* error) {
  return usable(error) ? static_cast<int64_t>(error->fields.size()) : 0;
}

const char* stead_error_field_path(const stead_error* error, int64_t index) {
  if (index < 0 || index >= stead_error_field_count(error)) return nullptr;
  return error->fields[static_cast<std::size_t>(index)].field.c_str();
}

const char* stead_error_field_message(const stead_error* error, int64_t index) {
  if (index < 0 || index >= stead_error_field_count(error)) return nullptr;
  return error->fields[static_cast<std::size_t>(index)].message.c_str();
}

void stead_error_free(stead_error* error) {
  if (error != &stead::capi::memoryError()) stead::capi::release(error);
}

}  // extern "C"
