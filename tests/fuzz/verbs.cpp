// Every verb on any record: byte 0 picks the verb, byte 1 the session and what the verb is about, byte 2 a number; the
// rest is the record, in which names such as "$document" stand for ids and links of the store. With the last subject
// the first line of the rest is the id or token itself. The store is kept for many inputs: what they leave behind is
// part of the test. Each input is noted beside the store, so that a failure can be told again from its beginning:
// fuzz_verbs build/fuzz/findings/verbs/*.input-*
#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <memory>

#include "verb_table.h"

using namespace stead_fuzz;

namespace {

constexpr int inputsPerStore = 400;
constexpr std::int64_t dayMs = 24 * 60 * 60 * 1000;

constexpr std::array subjects{
    "$account",
    "$otherAccount",
    "$admin",
    "$hank",
    "$alex",
    "$team",
    "$apiKeyId",
    "$apiKey",
    "$identity",
    "$pendingIdentity",
    "luthercooper@cubeflakes.com",
    "david@cubeflakes.com",
    "$document",
    "$ownDocument",
    "$scheduledDocument",
    "$signer",
    "$message",
    "$invitationOfalexgayle",
    "$consentOfdavid",
    "$revokeOfluthercooper",
    "$signOfdavid",
    "$signOfalexgayle",
    "$consentOfluthercooper",
    "00000000-0000-7000-8000-000000000000",
    "",
};
constexpr std::uint8_t fromInput = 31;

class Run {
 public:
  Run() : store_(std::make_unique<Store>()) {}

  void input(const std::uint8_t* data, std::size_t size) {
    if (inputs_ == inputsPerStore) anew();
    ++inputs_;
    note(data, size);
    Input input(data, size);
    const NamedVerb& verb = allVerbs()[input.byte() % allVerbs().size()];
    const std::uint8_t whoAndWhat = input.byte();
    const std::uint8_t number = input.byte();
    store_->moveClock(number == 255 ? 10 * dayMs : 1000);
    const std::string subject = terminated(subjectOf(whoAndWhat & 31U, input));
    const std::string text = store_->spelledOut(input.rest());
    const std::size_t who = whoAndWhat / 32U;
    act(verb, {*store_, who % Store::sessionCount, subject, nullptr, number}, text);
  }

 private:
  void anew() {
    for (const char* account : {"$account", "$otherAccount"}) holdTrail(store_->named(account));
    store_.reset();
    store_ = std::make_unique<Store>();
    inputs_ = 0;
  }

  void holdTrail(const std::string& account) const {
    Record answer;
    Error error;
    holdOutcome(stead_audit_verify(store_->engine(), account.c_str(), 1, out(answer), out(error)), error.get());
    hold(stead_record_boolean(answer.get(), "/ok") == 1, "the trail is whole after whatever was called");
  }

  void note(const std::uint8_t* data, std::size_t size) const {
    std::array<char, 16> number{};
    std::snprintf(number.data(), number.size(), ".input-%05d", inputs_);
    std::ofstream file(store_->path() + number.data(), std::ios::binary);
    file.write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  }

  [[nodiscard]] std::string subjectOf(std::uint8_t what, Input& input) const {
    if (what == fromInput) return store_->spelledOut(input.line());
    return store_->spelledOut(subjects[what % subjects.size()]);
  }
  static std::string terminated(std::string text) { return text.substr(0, text.find('\0')); }

  void act(const NamedVerb& verb, Call call, const std::string& text) const {
    Record request;
    Record answer;
    Error error;
    const stead_status read =
        stead_record_parse(text.data(), static_cast<std::int64_t>(text.size()), out(request), out(error));
    if (read != STEAD_OK && !text.empty()) return;  // the record edge has a target of its own
    call.record = request.get();                    // or NULL: many verbs need no record
    const stead_status status = verb.call(call, out(answer), out(error));
    holdOutcome(status, error.get());
    holdExpected(verb, status, error);
    if (answer.get() != nullptr || status != STEAD_OK) holdAnswer(status, answer);
    if (call.bySession && call.who == Store::stranger && answer.get() != nullptr)
      holdApart(stead_test::json(answer), text + call.subject);
  }

  static void holdExpected(const NamedVerb& verb, stead_status status, const Error& error) {
    const std::string_view code = stead_error_code(error.get());
    const bool expected = status <= STEAD_LIMIT || code == "nullArgument" || code == "testOptionOnRealStore" ||
                          std::string_view(verb.name) == "stead_engine_open";
    if (!expected)
      std::fprintf(stderr, "%s: %s: %s\n", verb.name, stead_error_code(error.get()), stead_error_text(error.get()));
    hold(expected, "a request is neither misuse nor a failure of the store");
  }

  // Nothing of one account is told to another, unless the request itself held it.
  void holdApart(const std::string& answer, const std::string& asked) const {
    holdUntold(Store::mark, answer, asked);
    for (const char* name : {"$account", "$hank", "$identity", "$grant", "$document", "$signer"}) {
      holdUntold(store_->named(name), answer, asked);
    }
  }
  static void holdUntold(const std::string& what, const std::string& answer, const std::string& asked) {
    const bool told = answer.find(what) != std::string::npos;
    hold(!told || asked.find(what) != std::string::npos, "an account stays unseen by another");
  }

  std::unique_ptr<Store> store_;
  int inputs_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Run run;
  run.input(data, size);
  return 0;
}
