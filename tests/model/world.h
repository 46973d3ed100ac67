// The real thing beside the model: runs a step through the C ABI of one of several engines on one store, and compares
// what came of it with what the model expects.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "../conformance/story.h"
#include "engine/secrets.h"
#include "model.h"
#include "store_view.h"

namespace model {

using Json = nlohmann::json;
using conformance::Answer;
using conformance::Call;
using conformance::Host;
using OpenHost = std::function<std::unique_ptr<Host>(const std::string& path, const Json& options)>;

struct Setup {
  OpenHost open;
  int engines = 2;
  std::string agreement;  // bytes of a PDF
};

// A difference between what happened and what should have.
struct Difference {
  std::string text;
};

class World {
 public:
  explicit World(const Setup& setup);
  ~World();
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  // Runs the step in model and engine. Throws Difference.
  void run(const Step& step);
  // Compares all that is stored with all the model remembers. Throws Difference.
  void compareAll();
  // Closes every engine, opens the store again and looks whether all trails verify.
  void reopenAndVerify();
  [[nodiscard]] const Model& model() const noexcept { return model_; }
  // "<verb> <code>" → how often.
  [[nodiscard]] const std::map<std::string, int>& tally() const noexcept { return tally_; }

 private:
  void openEngines();
  void makeAccounts();
  [[nodiscard]] Answer ask(int engine, Call call);
  // The session of the step's actor, or the answer that refused it.
  [[nodiscard]] std::optional<Answer> openSession(const Step& step, std::string& name);
  void openSessions(int account, int person);
  [[nodiscard]] Answer act(const Step& step);
  [[nodiscard]] Answer actInSession(const Step& step, const std::string& session);
  [[nodiscard]] Answer actAsOwner(const Step& step);
  [[nodiscard]] Answer actOnOutbox(const Step& step);
  void remember(const Step& step, const Answer& answer);
  [[nodiscard]] Call callOf(const Step& step, const std::string& session) const;
  [[nodiscard]] Json recordOf(const Step& step) const;
  [[nodiscard]] Json sendRecord(const Step& step) const;
  [[nodiscard]] Json termsOf(const Step& step, bool withNull) const;
  [[nodiscard]] std::string idOf(int serial) const;
  [[nodiscard]] std::string userId(int account, int person) const;
  [[nodiscard]] std::string token(std::string_view kind, const std::string& id, std::int64_t round) const;
  [[nodiscard]] std::string identityName(const Step& step) const;

  void compare(const Step& step, const Expected& expected, const Answer& answer);
  void compareTrail(const Expected& expected);
  void compareMessages(const Expected& expected);
  void compareTaken(const Expected& expected, const Answer& answer);
  [[nodiscard]] std::string wordsOf(const std::string& bytes, int account) const;

  const Setup& setup_;
  std::filesystem::path folder_;
  std::string path_;
  std::vector<std::unique_ptr<Host>> hosts_;
  std::unique_ptr<StoreView> view_;
  stead::Secrets secrets_;
  Model model_;

  std::map<int, std::string> accountIds_;
  std::map<int, std::string> accountRows_;
  std::map<AccountPerson, std::string> userIds_;
  std::map<AccountPerson, bool> sessions_;
  std::map<int, std::string> ids_;  // what a step made
  std::map<int, std::vector<std::string>> signers_;
  std::map<std::string, std::string> grantSteps_;  // id of a grant → number of its step
  std::map<int, std::int64_t> trail_;              // entries seen
  std::int64_t lastMessage_ = 0;
  std::map<std::string, int> tally_;
  std::vector<std::pair<std::string, std::int64_t>> out_;  // messages that were taken: id and lease
};

}  // namespace model
