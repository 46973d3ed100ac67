// The one guard of every function that can fail: nothing is thrown across the boundary, and every argument is looked
// at before it is used.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "handles.h"

namespace stead::capi {

// Makes the error object of the exception in flight; answers its status.
stead_status translate(stead_error** error) noexcept;

template <class Body>
stead_status guarded(stead_error** error, Body&& body) noexcept {
  if (error != nullptr) *error = nullptr;
  try {
    std::forward<Body>(body)();
    return STEAD_OK;
  } catch (...) {
    return translate(error);
  }
}

[[noreturn]] void refuseNull(const char* name);
[[noreturn]] void refuseKind(const char* name);
[[noreturn]] void refuseClosed(const char* name);
[[noreturn]] void refuseForked();
[[noreturn]] void refuseArgument(const char* name, const std::string& why);

// An output: empty until the call has succeeded.
template <class Value>
Value& output(Value* place, const char* name) {
  if (place == nullptr) refuseNull(name);
  *place = {};
  return *place;
}

// A handle of the right kind, or an error that names the argument.
template <class Object>
Object& object(Object* handle, const char* name) {
  if (handle == nullptr) refuseNull(name);
  if (handle->kind != Object::ofKind) refuseKind(name);
  return *handle;
}
// For getters, which answer nothing instead of failing.
template <class Object>
bool usable(const Object* handle) noexcept {
  return handle != nullptr && handle->kind == Object::ofKind;
}
// `_free` of everything: NULL is fine, a handle of another kind is left alone.
template <class Object>
void release(Object* handle) noexcept {
  if (usable(handle)) std::unique_ptr<Object>{handle}.reset();
}

// An id, e-mail address, token or other NUL-terminated argument.
std::string_view argument(const char* text, const char* name);
// Text with its length (or STEAD_NUL_TERMINATED), well-formed UTF-8 or not.
std::string_view bytesArgument(const char* bytes, std::int64_t length, const char* name);
// The same, well-formed UTF-8.
std::string_view textArgument(const char* text, std::int64_t length, const char* name);
// The request of a verb; an absent one is the empty record where `optional`.
const Json& request(const stead_record* record);
const Json& optionalRequest(const stead_record* record);
// The files beside a record; NULL brings none.
const Upload& optionalUpload(const stead_upload* upload);

// The engine for the length of one call; keeps it from being closed meanwhile.
class EngineCall {
 public:
  explicit EngineCall(const stead_engine* engine);
  ~EngineCall() { state_.gate.leave(); }
  EngineCall(const EngineCall&) = delete;
  EngineCall& operator=(const EngineCall&) = delete;
  [[nodiscard]] Engine& engine() const noexcept { return *state_.engine; }
  [[nodiscard]] const std::shared_ptr<EngineState>& state() const noexcept { return handle_.state; }

 private:
  const stead_engine& handle_;
  EngineState& state_;
};

// The same for a session and its engine.
class SessionCall {
 public:
  explicit SessionCall(const stead_session* session);
  ~SessionCall();
  SessionCall(const SessionCall&) = delete;
  SessionCall& operator=(const SessionCall&) = delete;
  [[nodiscard]] Engine& engine() const noexcept { return *handle_.state->engine; }
  [[nodiscard]] const Session& session() const noexcept { return handle_.session; }
  [[nodiscard]] const std::shared_ptr<EngineState>& state() const noexcept { return handle_.state; }

 private:
  const stead_session& handle_;
};

// A new handle for the caller to own.
stead_record* newRecord(Json value);

// Where an answer goes. Its record is made before the act: an act that is committed must not be told as failed because
// there is no memory for its answer.
class AnswerPlace {
 public:
  explicit AnswerPlace(stead_record** place);
  void fill(Json answer) noexcept;

 private:
  stead_record*& out_;
  std::unique_ptr<stead_record> made_;
};

// A verb on an engine: `verb(engine) → Json`.
template <class Verb>
stead_status onEngine(stead_engine* engine, stead_record** answer, stead_error** error, Verb&& verb) noexcept {
  return guarded(error, [&] {
    AnswerPlace out(answer);
    const EngineCall call(engine);
    out.fill(verb(call.engine()));
  });
}

// A verb on a session: `verb(engine, session) → Json`.
template <class Verb>
stead_status onSession(const stead_session* session, stead_record** answer, stead_error** error, Verb&& verb) noexcept {
  return guarded(error, [&] {
    AnswerPlace out(answer);
    const SessionCall call(session);
    out.fill(verb(call.engine(), call.session()));
  });
}

}  // namespace stead::capi
