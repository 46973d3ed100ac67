// What is behind the opaque types of stead.h.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/json.h"
#include "delegation/decision.h"
#include "documents/upload.h"
#include "engine/engine.h"
#include "engine/session.h"
#include "stead.h"

namespace stead::capi {

// Tells the kinds apart, so that a handle of another kind (bindings can mix them up) is an error and not a crash.
enum class Kind : std::uint32_t {
  engine = 0x53544501,
  session,
  record,
  upload,
  decision,
  decisions,
  error,
};

struct Handle {
  explicit Handle(Kind ofKind) noexcept : kind(ofKind) {}
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() = default;
  const Kind kind;
};

// Counts the calls that run on a handle, so that closing can wait for them.
class Gate {
 public:
  [[nodiscard]] bool enter() noexcept {
    if ((state_.fetch_add(1) & closedBit) == 0) return true;
    leave();
    return false;
  }
  // The last thing a call does: whoever waits in close() may free the memory right after.
  void leave() noexcept {
    if (state_.fetch_sub(1) == closedBit + 1) state_.notify_all();
  }
  // False when it was closed already.
  [[nodiscard]] bool close() noexcept {
    const std::uint64_t before = state_.fetch_or(closedBit);
    if ((before & closedBit) != 0) return false;
    for (auto now = before | closedBit; now != closedBit; now = state_.load()) state_.wait(now);
    return true;
  }
  [[nodiscard]] bool closed() const noexcept { return (state_.load() & closedBit) != 0; }

 private:
  static constexpr std::uint64_t closedBit = std::uint64_t{1} << 63;
  std::atomic<std::uint64_t> state_{0};
};

// How often this process is a fork of the one that loaded the library. Counted by a fork handler: asking for the
// process id would cost each decision a system call.
[[nodiscard]] std::uint32_t forks() noexcept;

// Shared by an engine and its sessions: freed with the last of them, closed with the engine.
struct EngineState {
  explicit EngineState(std::unique_ptr<Engine> opened) noexcept : engine(std::move(opened)), forksAtOpen(forks()) {}
  Gate gate;
  std::unique_ptr<Engine> engine;  // empty once closed
  const std::uint32_t forksAtOpen;
};

}  // namespace stead::capi

struct stead_engine : stead::capi::Handle {
  static constexpr auto ofKind = stead::capi::Kind::engine;
  explicit stead_engine(std::shared_ptr<stead::capi::EngineState> opened)
      : Handle(ofKind), state(std::move(opened)), warning(state->engine->warning()) {}
  const std::shared_ptr<stead::capi::EngineState> state;
  const std::string warning;  // lives as long as the handle, whatever becomes of the engine
};

struct stead_session : stead::capi::Handle {
  static constexpr auto ofKind = stead::capi::Kind::session;
  stead_session(std::shared_ptr<stead::capi::EngineState> of, stead::Session opened) noexcept
      : Handle(ofKind), state(std::move(of)), session(std::move(opened)) {}
  // The principal as it was given, "" for oneself.
  [[nodiscard]] const std::string& principal() const noexcept {
    static const std::string none;
    if (!session.principal) return none;
    return session.principal->userId.empty() ? session.principal->email.address : session.principal->userId;
  }
  mutable stead::capi::Gate gate;
  const std::shared_ptr<stead::capi::EngineState> state;
  const stead::Session session;
};

struct stead_record : stead::capi::Handle {
  static constexpr auto ofKind = stead::capi::Kind::record;
  explicit stead_record(stead::Json content);
  // The content together with the text it was read from.
  stead_record(stead::Json content, std::string sameAsText);
  ~stead_record();
  std::unique_ptr<stead::Json> value;
  mutable std::string text;  // the JSON text, when textFresh
  mutable bool textFresh = false;
  std::size_t bytesAtMost = 0;  // never below the size of the JSON text
};

struct stead_upload : stead::capi::Handle {
  static constexpr auto ofKind = stead::capi::Kind::upload;
  stead_upload() noexcept : Handle(ofKind) {}
  stead::Upload upload;
};

struct stead_decision : stead::capi::Handle {
  static constexpr auto ofKind = stead::capi::Kind::decision;
  stead_decision() noexcept : Handle(ofKind) {}
  void clear() noexcept {
    asked = false;
    decision.clear();
    decision.allowed = false;
  }
  stead::Decision decision;
  bool asked = false;
};

struct stead_decisions : stead::capi::Handle {
  static constexpr auto ofKind = stead::capi::Kind::decisions;
  struct Question {
    std::string operation;
    std::string principal;  // "" as the session stands
    stead::Decision decision;
  };
  stead_decisions() noexcept : Handle(ofKind) {}
  std::vector<Question> questions;
  bool asked = false;
};

struct stead_error : stead::capi::Handle {
  static constexpr auto ofKind = stead::capi::Kind::error;
  explicit stead_error(stead::Code ofCode) noexcept : Handle(ofKind), code(ofCode) {}
  const stead::Code code;
  std::string text;  // "": the meaning of the code
  std::vector<stead::FieldError> fields;
};
