// An office whose assistant sends in the owner's name, told through the C ABI alone: the main path, verb by verb, and
// what must hold whatever happens to the machine meanwhile.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "../capi/scene.h"
#include "inspection.h"

namespace stead::fault {

using Act = std::function<stead_status(stead_error** error)>;

// A call that had to succeed did not.
class CallFailed : public std::runtime_error {
 public:
  CallFailed(const std::string& what, const stead_error* error);
  [[nodiscard]] const std::string& code() const noexcept { return code_; }

 private:
  std::string code_;
};

// One verb of the main path.
struct Step {
  std::string name;
  std::function<void()> prepare;  // brings the office to where the verb makes sense
  Act act;                        // the verb, once
  std::function<void()> keep;     // notes what was acknowledged
  // Several transactions on purpose (files are staged before the send): an error leaves what was done before it.
  bool inParts = false;
  bool byQpdf = false;
};

class Office {
 public:
  // `options`: members of the open record beside the test clock.
  Office(std::string store, std::string options = {}, unsigned seed = 1);

  // Calls of the library and nothing else: no memory of the test's own.
  stead_status open(stead_error** error);
  stead_status close(stead_error** error);
  void mustOpen();
  void mustClose();
  // Lets the engine go whatever its close says.
  void abandon() noexcept;

  // The account and its one user, at the first call; later calls open his session again.
  void enter();
  // Every verb of the main path, in the order in which they make sense.
  [[nodiscard]] std::vector<Step> steps();
  // Large files make the log grow until it is checkpointed beside the work.
  void fileBytes(std::size_t bytes) noexcept { fileBytes_ = bytes; }

  // Throws std::runtime_error unless the trail verifies.
  void verifyTrail();
  // Throws CallFailed unless the engine answers.
  void look();
  // A document that was surely sent.
  void sendOnce();
  // What a verb answered last is given back.
  void forgetAnswer() noexcept { answer_.reset(); }
  [[nodiscard]] const Acknowledged& acknowledged() const noexcept { return acknowledged_; }
  [[nodiscard]] const std::string& store() const noexcept { return store_; }
  // The same office, on what is left of its store.
  void moveTo(std::string store) { store_ = std::move(store); }

 private:
  using Record = stead_test::Record;

  static void must(const std::string& what, const Act& act);
  Record answerOf(const std::string& what, const std::function<stead_status(stead_record**, stead_error**)>& act);
  void chooseOptions();
  void passTime(std::int64_t ms);
  // Takes and delivers all mails; the token in the last of this kind, "" if there was none.
  std::string deliver(const std::string& kind);
  void askForConsent();
  void haveConsent();
  void approve();
  void newUpload(const char* name, const std::string& content);
  void newPicture();
  void exportEvidence();
  // Luther ends his consent by his own link.
  void revokeByOwner();
  std::string send(const stead_session* session);

  std::string store_;
  std::string options_;
  std::mt19937 random_;
  std::size_t fileBytes_ = 2000;
  std::int64_t clock_ = stead_test::newYear2026;
  stead_test::Engine engine_;
  stead_test::Session hank_;
  stead_test::Session forLuther_;
  stead_test::Upload upload_;
  Record openOptions_;
  Record answer_;
  std::string accountId_;
  std::string userId_;
  std::string consentToken_;
  std::string textHash_;
  std::string document_;
  std::string signToken_;
  std::string revokeToken_;
  std::string grant_;
  std::string evidence_;
  std::string vkey_;
  std::array<char, 4096> part_{};
  std::int64_t partBytes_ = 0;
  Acknowledged acknowledged_;
};

}  // namespace stead::fault
