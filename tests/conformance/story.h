// Runs the stories of this folder against one way into the engine (the core itself, or the C ABI).
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

namespace conformance {

using Json = nlohmann::json;

// What a verb answered: its record, or an error {code, status, text, fields: [{field, message}]}.
struct Answer {
  bool ok = true;
  Json value;
};

struct File {
  std::string name;
  std::string bytes;
};

// One call as a story words it. Members that a verb does not take are empty.
struct Call {
  std::string verb;
  std::string session;
  std::string id;
  std::string token;
  std::string key;
  std::string operation;
  std::string principal;
  std::string as;
  Json record = Json::object();
  std::vector<File> upload;
  std::int64_t index = 0;
  std::int64_t from = 0;
  std::int64_t to = 0;
  std::int64_t lease = 0;
  std::int64_t offset = 0;
  std::int64_t max = 1 << 20;
  bool deep = false;
};

// Thrown by a host for a verb that its language is known not to offer: the story ends there and has not failed.
struct KnownGap {};

// A way into an engine that is open on a fresh store.
class Host {
 public:
  Host() = default;
  Host(const Host&) = delete;
  Host& operator=(const Host&) = delete;
  virtual ~Host() = default;
  virtual Answer call(const Call& call) = 0;
  virtual void setClock(std::int64_t nowMs) = 0;
};

using OpenHost = std::function<std::unique_ptr<Host>(const std::string& storePath, const Json& options)>;

struct Result {
  std::vector<std::string> failures;    // empty: the story holds
  std::vector<std::string> transcript;  // one line per step
};

[[nodiscard]] std::vector<std::filesystem::path> stories(const std::filesystem::path& folder);
[[nodiscard]] Result run(const std::filesystem::path& story, const std::filesystem::path& sourceRoot,
                         const OpenHost& open);

// The verbs and the expected error codes of a story, for the check that every one of them is in some story.
struct Mentions {
  std::vector<std::string> verbs;
  std::vector<std::string> codes;
};
[[nodiscard]] Mentions mentionsOf(const std::filesystem::path& story);

}  // namespace conformance
