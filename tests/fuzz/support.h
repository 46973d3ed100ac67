// What the fuzz targets share: promises that must hold for any input, pieces of an input, and a store to act on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "../capi/scene.h"

namespace stead_fuzz {

using stead_test::Engine;
using stead_test::Error;
using stead_test::out;
using stead_test::Record;
using stead_test::Session;

// Ends the run when a promise is broken; libFuzzer then keeps the input.
void hold(bool kept, std::string_view promise);

// What every function promises: an answer or an error, never both, and never a defect of Stead as the error.
// Beyond that the caller says which statuses he does not expect.
void holdOutcome(stead_status status, const stead_error* error);
void holdAnswer(stead_status status, const Record& answer);

// The bytes of an input, taken from the front. What is not there reads as 0 and "".
class Input {
 public:
  Input(const std::uint8_t* data, std::size_t size) : rest_(reinterpret_cast<const char*>(data), size) {}
  [[nodiscard]] bool empty() const noexcept { return rest_.empty(); }
  std::uint8_t byte();
  std::int64_t integer();    // eight bytes, little end first
  std::string_view piece();  // a byte of length, then the text
  std::string_view line();   // up to the next newline
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

// Two accounts with all that verbs can act on, made anew on each construction, always the same.
class Store {
 public:
  Store();

  [[nodiscard]] stead_engine* engine() const { return engine_.get(); }
  [[nodiscard]] const std::string& path() const { return path_; }
  // Who acts: the Admin, Hank, Hank for Luther, Hank account-wide, the Admin of the other account.
  [[nodiscard]] const stead_session* session(std::size_t who) const { return sessions_[who % sessionCount].get(); }
  static constexpr std::size_t sessionCount = 5;
  static constexpr std::size_t stranger = 4;
  // Stands in what the first account wrote about its people, documents and keys.
  static constexpr const char* mark = "kept-by-cubeflakes";

  // Ids and tokens by name: "$hank", "$document", "$signLink" …
  [[nodiscard]] const std::map<std::string, std::string>& names() const { return names_; }
  [[nodiscard]] const std::string& named(const std::string& name) const { return names_.at(name); }
  // The text with every name in it replaced by what it stands for.
  [[nodiscard]] std::string spelledOut(std::string_view text) const;
  void moveClock(std::int64_t by);

 private:
  void makePeople();
  void makeIdentities();
  void makeDocuments();
  void makeOtherAccount();
  void takeLinks();
  Session trusted(const std::string& userId) const;
  Record send(const stead_session* session, const std::string& request) const;

  std::string path_;
  Engine engine_;
  Session sessions_[sessionCount];
  std::map<std::string, std::string> names_;
  std::int64_t now_ = stead_test::newYear2026;
};

}  // namespace stead_fuzz
