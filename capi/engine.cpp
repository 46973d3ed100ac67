// stead_engine: opening and closing a store, its clock and its time-driven work.
#include <nlohmann/json.hpp>

#include "engine/run_due.h"
#include "engine/store_care.h"
#include "guard.h"

using namespace stead::capi;

namespace {

constexpr std::int32_t majorOf(std::int32_t version) { return version / 1000000; }

// A newer header may call what this library lacks; another major means another ABI.
void requireFitting(std::int32_t headerVersion) {
  if (headerVersion > 0 && headerVersion <= STEAD_HEADER_VERSION &&
      majorOf(headerVersion) == majorOf(STEAD_HEADER_VERSION)) {
    return;
  }
  throw stead::Error(stead::Code::headerMismatch, "the program was built against stead.h " +
                                                      std::to_string(headerVersion) + ", this library is " +
                                                      std::to_string(STEAD_HEADER_VERSION));
}

stead::ByteView secretOf(const void* secret, std::int64_t length) {
  const auto bytes = stead::bytesOf(bytesArgument(static_cast<const char*>(secret), length, "secret"));
  if (secret != nullptr && length != STEAD_SECRET_BYTES) {
    refuseArgument("secret", "must be " + std::to_string(STEAD_SECRET_BYTES) + " bytes");
  }
  return bytes;
}

// One after the other; how many is the core's rule.
stead::ByteView previousOf(const void* previous, std::int64_t length) {
  const auto bytes = stead::bytesOf(bytesArgument(static_cast<const char*>(previous), length, "previous"));
  if (length % STEAD_SECRET_BYTES != 0) {
    refuseArgument("previous", "must be " + std::to_string(STEAD_SECRET_BYTES) + " bytes for each secret");
  }
  return bytes;
}

}  // namespace

extern "C" {

stead_status stead_engine_open_rotating_v(int32_t header_version, const char* path, const stead_record* options,
                                          const void* secret, int64_t secret_length, const void* previous,
                                          int64_t previous_length, stead_engine** engine, stead_error** error) {
  return guarded(error, [&] {
    stead_engine*& out = output(engine, "engine");
    requireFitting(header_version);
    if (secret_length < 0) refuseArgument("secret", "has a negative length");
    if (previous_length < 0) refuseArgument("previous", "has a negative length");
    const stead::ByteView hostSecret = secretOf(secret, secret_length);
    const stead::ByteView previousSecrets = previousOf(previous, previous_length);
    auto read = stead::readOptions(std::string(argument(path, "path")), optionalRequest(options));
    auto opened = std::make_unique<stead::Engine>(std::move(read), hostSecret, previousSecrets);
    auto state = std::make_shared<EngineState>(std::move(opened));
    out = std::make_unique<stead_engine>(std::move(state)).release();
  });
}

stead_status stead_engine_open_v(int32_t header_version, const char* path, const stead_record* options,
                                 const void* secret, int64_t secret_length, stead_engine** engine,
                                 stead_error** error) {
  return stead_engine_open_rotating_v(header_version, path, options, secret, secret_length, nullptr, 0, engine, error);
}

const char* stead_engine_warning(const stead_engine* engine) {
  if (!usable(engine) || engine->state->forksAtOpen != forks() || !engine->state->gate.enter()) return nullptr;
  const char* warning = engine->warning.c_str();
  engine->state->gate.leave();
  return warning;
}

stead_status stead_engine_set_test_clock(stead_engine* engine, int64_t now_ms, stead_error** error) {
  return guarded(error, [&] {
    const EngineCall call(engine);
    if (now_ms < 1) refuseArgument("now_ms", "must be at least 1");
    call.engine().setTestClock(now_ms);
  });
}

stead_status stead_engine_run_due(stead_engine* engine, const stead_record* request, stead_record** answer,
                                  stead_error** error) {
  return onEngine(engine, answer, error,
                  [&](stead::Engine& on) { return stead::runDue(on, optionalRequest(request)); });
}

stead_status stead_engine_backup(stead_engine* engine, const char* path, stead_record** answer, stead_error** error) {
  return onEngine(engine, answer, error, [&](stead::Engine& on) { return stead::backup(on, argument(path, "path")); });
}

stead_status stead_engine_check(stead_engine* engine, const stead_record* request, stead_record** answer,
                                stead_error** error) {
  return onEngine(engine, answer, error,
                  [&](stead::Engine& on) { return stead::checkStore(on, optionalRequest(request)); });
}

stead_status stead_engine_close(stead_engine* engine, stead_error** error) {
  return guarded(error, [&] {
    EngineState& state = *object(engine, "engine").state;
    if (state.forksAtOpen != forks()) refuseForked();
    if (!state.gate.close()) refuseClosed("engine");
    state.engine.reset();
  });
}

void stead_engine_free(stead_engine* engine) { release(engine); }

}  // extern "C"
