// A store in a folder of its own, seen through the C ABI alone, and owners for its handles.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>

#include "stead.h"

namespace stead_test {

template <class T, void (*Free)(T*)>
class Owner {
 public:
  Owner() = default;
  Owner(T* handle) noexcept : handle_(handle) {}  // NOLINT: takes over what a call made
  Owner(Owner&& other) noexcept : handle_(other.release()) {}
  Owner& operator=(Owner&& other) noexcept {
    reset();
    handle_ = other.release();
    return *this;
  }
  Owner(const Owner&) = delete;
  Owner& operator=(const Owner&) = delete;
  ~Owner() { reset(); }
  [[nodiscard]] T* get() const noexcept { return handle_; }
  [[nodiscard]] T* release() noexcept { return std::exchange(handle_, nullptr); }
  void reset() noexcept { Free(release()); }
  [[nodiscard]] T** place() noexcept {
    reset();
    return &handle_;
  }
  friend bool operator==(const Owner& owner, std::nullptr_t) noexcept { return owner.handle_ == nullptr; }

 private:
  T* handle_ = nullptr;
};
using Engine = Owner<stead_engine, stead_engine_free>;
using Session = Owner<stead_session, stead_session_free>;
using Record = Owner<stead_record, stead_record_free>;
using Upload = Owner<stead_upload, stead_upload_free>;
using Decision = Owner<stead_decision, stead_decision_free>;
using Decisions = Owner<stead_decisions, stead_decisions_free>;
using Error = Owner<stead_error, stead_error_free>;

// The output of a call, owned afterwards: `call(…, out(record), out(error))`.
template <class T, void (*Free)(T*)>
T** out(Owner<T, Free>& owner) {
  return owner.place();
}

// For preparations that must succeed.
inline void require(stead_status status, const Error& error) {
  if (status != STEAD_OK) {
    throw std::runtime_error(std::string(stead_error_code(error.get())) + ": " + stead_error_text(error.get()));
  }
}

inline Record record(const std::string& json) {
  Record made;
  Error error;
  require(stead_record_parse(json.data(), static_cast<int64_t>(json.size()), out(made), out(error)), error);
  return made;
}

inline std::string text(const Record& record, const char* pointer) {
  int64_t length = 0;
  const char* bytes = stead_record_text(record.get(), pointer, &length);
  return bytes == nullptr ? std::string("(none)") : std::string(bytes, static_cast<std::size_t>(length));
}

inline std::string json(const Record& record) {
  int64_t length = 0;
  const char* bytes = stead_record_json(record.get(), &length);
  return bytes == nullptr ? std::string() : std::string(bytes, static_cast<std::size_t>(length));
}

class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "stead-capi-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make a folder");
    path_ = pattern;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::string store() const { return (path_ / "store.db").string(); }

 private:
  std::filesystem::path path_;
};

inline constexpr int64_t newYear2026 = 1767225600000;
inline const std::string hostSecret(STEAD_SECRET_BYTES, '\7');

inline Engine openEngine(const std::string& path, const std::string& options = {}) {
  const Record read = record(options.empty() ? R"({"testClockMs": 1767225600000, "testIdSeed": 1})" : options);
  Engine engine;
  Error error;
  require(stead_engine_open(path.c_str(), read.get(), hostSecret.data(), STEAD_SECRET_BYTES, out(engine), out(error)),
          error);
  return engine;
}

// An account whose Admin is Luther Cooper, and his session.
struct Scene {
  Scene() : engine(openEngine(folder.store())) {
    const Record request =
        record(R"({"name": "Cubeflakes", "admin": {"name": "Luther Cooper", "email": "luthercooper@cubeflakes.com"}})");
    Error error;
    require(stead_account_create(engine.get(), request.get(), out(account), out(error)), error);
    require(stead_session_open_trusted(engine.get(), text(account, "/adminUserId").c_str(), out(session), out(error)),
            error);
  }
  Folder folder;
  Engine engine;
  Record account;
  Session session;
};

}  // namespace stead_test
