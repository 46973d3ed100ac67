// Engines, sessions, decisions and errors as a C program sees them.
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <new>
#include <thread>
#include <vector>

#include "scene.h"

using namespace stead_test;

namespace {
std::atomic<std::int64_t> allocations{0};
}

// Counts what the library allocates: the replacement serves the whole process.
void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
// std::stable_sort and others ask this one; what is replaced must be replaced whole.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  ++allocations;
  return std::malloc(size == 0 ? 1 : size);
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }

namespace {

std::string codeOf(const Error& error) { return stead_error_code(error.get()); }

std::string codeOfOpen(const std::string& path, const std::string& options, int32_t version = STEAD_HEADER_VERSION,
                       const std::string& secret = hostSecret) {
  const Record read = record(options);
  Engine engine;
  Error error;
  const stead_status status = stead_engine_open_v(version, path.c_str(), read.get(), secret.data(),
                                                  static_cast<int64_t>(secret.size()), out(engine), out(error));
  CHECK((status == STEAD_OK) == (engine != nullptr));
  return status == STEAD_OK ? "ok" : codeOf(error);
}

Decision newDecision() {
  Decision decision;
  Error error;
  require(stead_decision_new(out(decision), out(error)), error);
  return decision;
}

}  // namespace

TEST_CASE("opening tells a program that does not fit from a store that does not", "[capi][engine]") {
  const Folder folder;
  const std::string path = folder.store();
  CHECK(codeOfOpen(path, "{}", STEAD_HEADER_VERSION + 1) == "headerMismatch");
  CHECK(codeOfOpen(path, "{}", 1000000) == "headerMismatch");
  CHECK(codeOfOpen(path, "{}", 0) == "headerMismatch");
  CHECK(codeOfOpen(path, "{}", -1) == "headerMismatch");
  CHECK(codeOfOpen(path, "{}", STEAD_HEADER_VERSION, "short") == "malformedArgument");
  CHECK(codeOfOpen("", "{}") == "invalidRecord");
  CHECK(codeOfOpen("/nowhere/at/all/store.db", "{}") == "storeFailed");
  CHECK(codeOfOpen(path, "{}") == "ok");
  CHECK(codeOfOpen(path, "{}", STEAD_HEADER_VERSION, std::string(STEAD_SECRET_BYTES, 'x')) == "secretMismatch");
  CHECK(codeOfOpen(path, R"({"testClockMs": 1})") == "testOptionOnRealStore");
  CHECK(codeOfOpen(path, "{}") == "ok");
}

TEST_CASE("every bad option is named at once", "[capi][engine]") {
  const Folder folder;
  const Record options = record(R"({"durability": "none", "readersMax": 0, "unheardOf": 1})");
  Engine engine;
  Error error;
  CHECK(stead_engine_open(folder.store().c_str(), options.get(), nullptr, 0, out(engine), out(error)) == STEAD_INVALID);
  CHECK(engine == nullptr);
  CHECK(codeOf(error) == "invalidRecord");
  CHECK(stead_error_retriable(error.get()) == 0);
  CHECK(std::string(stead_error_remedy(error.get())).empty());
  REQUIRE(stead_error_field_count(error.get()) == 3);
  std::vector<std::string> paths;
  for (int64_t i = 0; i < 3; ++i) {
    paths.emplace_back(stead_error_field_path(error.get(), i));
    CHECK(!std::string(stead_error_field_message(error.get(), i)).empty());
  }
  CHECK(paths == std::vector<std::string>{"/durability", "/readersMax", "/unheardOf"});
  CHECK(stead_error_field_path(error.get(), 3) == nullptr);
  CHECK(stead_error_field_path(error.get(), -1) == nullptr);
  CHECK(std::string(stead_error_text(error.get())).find('\n') == std::string::npos);
}

TEST_CASE("without a secret one is kept beside the store, and the host is told", "[capi][engine]") {
  const Folder folder;
  Engine engine;
  Error error;
  require(stead_engine_open(folder.store().c_str(), nullptr, nullptr, 0, out(engine), out(error)), error);
  CHECK(std::string(stead_engine_warning(engine.get())).find(".secret") != std::string::npos);
  const auto mode = std::filesystem::status(folder.store() + ".secret").permissions();
  CHECK(mode == (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
  const Scene scene;
  CHECK(std::string(stead_engine_warning(scene.engine.get())).empty());
}

TEST_CASE("the clock of a real store cannot be set", "[capi][engine]") {
  const Folder folder;
  const Engine engine = openEngine(folder.store(), "{}");
  Error error;
  CHECK(stead_engine_set_test_clock(engine.get(), 1, out(error)) == STEAD_MISUSE);
  CHECK(codeOf(error) == "testOptionOnRealStore");
  const Scene scene;
  CHECK(stead_engine_set_test_clock(scene.engine.get(), newYear2026 + 1, out(error)) == STEAD_OK);
  CHECK(error == nullptr);
  CHECK(stead_engine_set_test_clock(scene.engine.get(), 0, out(error)) == STEAD_INVALID);
}

TEST_CASE("an error place is emptied by success and untouched values are not freed", "[capi][error]") {
  stead_error* error = nullptr;
  stead_record* made = nullptr;
  CHECK(stead_record_parse("[", 1, &made, &error) == STEAD_INVALID);
  REQUIRE(error != nullptr);
  const Error first(error);
  CHECK(stead_record_parse("{}", 2, &made, &error) == STEAD_OK);
  CHECK(error == nullptr);
  stead_record_free(made);
  CHECK(std::string(stead_error_code(first.get())) == "malformedRecord");
}

TEST_CASE("sessions say who acts and for whom", "[capi][session]") {
  const Scene scene;
  Error error;
  const std::string admin = text(scene.account, "/adminUserId");
  CHECK(stead_session_user_id(scene.session.get()) == admin);
  CHECK(stead_session_account_id(scene.session.get()) == text(scene.account, "/id"));
  CHECK(stead_session_principal(scene.session.get()) == nullptr);

  Session forLegal;
  require(stead_session_on_behalf_of(scene.session.get(), "Legaldesk@Cubeflakes.com", out(forLegal), out(error)),
          error);
  CHECK(std::string(stead_session_principal(forLegal.get())) == "Legaldesk@Cubeflakes.com");
  CHECK(stead_session_user_id(forLegal.get()) == admin);
  // Replaced, never chained; oneself is nobody else.
  Session forHank;
  require(stead_session_account_wide(forLegal.get(), "hankwhite@cubeflakes.com;Hank White", out(forHank), out(error)),
          error);
  CHECK(std::string(stead_session_principal(forHank.get())) == "hankwhite@cubeflakes.com");
  Session again;
  require(stead_session_on_behalf_of(forHank.get(), "LutherCooper@cubeflakes.com", out(again), out(error)), error);
  CHECK(stead_session_principal(again.get()) == nullptr);
  require(stead_session_account_wide(forLegal.get(), admin.c_str(), out(again), out(error)), error);
  CHECK(stead_session_principal(again.get()) == nullptr);

  for (const char* nobody : {"", " ", "Legal", "a@b", "\xFF@cubeflakes.com"}) {
    INFO(nobody);
    CHECK(stead_session_on_behalf_of(scene.session.get(), nobody, out(again), out(error)) == STEAD_INVALID);
    CHECK(codeOf(error) == "malformedArgument");
    CHECK(stead_session_account_wide(scene.session.get(), nobody, out(again), out(error)) == STEAD_INVALID);
    CHECK(codeOf(error) == "malformedArgument");
  }
  CHECK(stead_session_open_with_key(scene.engine.get(), "never", out(again), out(error)) == STEAD_UNAUTHENTICATED);
  CHECK(codeOf(error) == "badCredential");
  CHECK(stead_session_open_trusted(scene.engine.get(), "00000000-0000-7000-8000-000000000000", out(again),
                                   out(error)) == STEAD_NOT_FOUND);
  CHECK(codeOf(error) == "userNotFound");
}

TEST_CASE("handles may be freed in any order, and closing twice is misuse", "[capi][engine]") {
  Scene scene;
  Error error;
  Session derived;
  require(stead_session_on_behalf_of(scene.session.get(), "legaldesk@cubeflakes.com", out(derived), out(error)), error);
  const Decision decision = newDecision();
  scene.engine.reset();  // the sessions keep the store open
  CHECK(stead_session_authorize(scene.session.get(), "document.send", nullptr, decision.get(), out(error)) == STEAD_OK);
  CHECK(stead_decision_allowed(decision.get()) == 1);
  CHECK(stead_session_close(scene.session.get(), out(error)) == STEAD_OK);
  CHECK(stead_session_close(scene.session.get(), out(error)) == STEAD_MISUSE);
  CHECK(codeOf(error) == "closedHandle");
  scene.session.reset();
  CHECK(stead_session_authorize(derived.get(), "document.send", nullptr, decision.get(), out(error)) == STEAD_OK);
  CHECK(stead_decision_allowed(decision.get()) == 0);
  CHECK(std::string(stead_decision_reason(decision.get())) == "noIdentity");
}

TEST_CASE("closing waits for running calls, then every call is misuse", "[capi][engine][threads]") {
  Scene scene;
  std::atomic<int> running{0};
  std::atomic<int> wrong{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      const Decision decision = newDecision();
      ++running;
      for (;;) {
        stead_error* made = nullptr;
        const stead_status status =
            stead_session_authorize(scene.session.get(), "document.send", nullptr, decision.get(), &made);
        const Error error(made);
        if (status == STEAD_OK) {
          if (stead_decision_allowed(decision.get()) != 1) ++wrong;
          continue;
        }
        if (status != STEAD_MISUSE || std::string(stead_error_code(error.get())) != "closedHandle") ++wrong;
        if (stead_decision_allowed(decision.get()) != 0) ++wrong;  // an old "allowed" must not stay
        return;
      }
    });
  }
  while (running < 4) std::this_thread::yield();
  Error error;
  CHECK(stead_engine_close(scene.engine.get(), out(error)) == STEAD_OK);
  for (auto& thread : threads) thread.join();
  CHECK(wrong == 0);
  // The file is free again.
  CHECK(codeOfOpen(scene.folder.store(), R"({"testClockMs": 1767225600000})") == "ok");
}

TEST_CASE("a child of a fork gets misuse and leaves the parent's store alone", "[capi][engine][fork]") {
  Scene scene;
  const Decision decision = newDecision();
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    int bad = 0;
    Error error;
    const auto forked = [&](stead_status status, int bit) {
      if (status != STEAD_MISUSE || codeOf(error) != "forkedProcess") bad |= bit;
    };
    forked(stead_session_authorize(scene.session.get(), "document.send", nullptr, decision.get(), out(error)), 1);
    stead_record* answer = nullptr;
    forked(stead_engine_run_due(scene.engine.get(), nullptr, &answer, out(error)), 2);
    forked(stead_engine_close(scene.engine.get(), out(error)), 4);
    forked(stead_session_close(scene.session.get(), out(error)), 8);
    stead_engine* second = nullptr;
    forked(stead_engine_open(scene.folder.store().c_str(), nullptr, hostSecret.data(), STEAD_SECRET_BYTES, &second,
                             out(error)),
           16);
    if (stead_engine_warning(scene.engine.get()) != nullptr) bad |= 32;
    stead_session_free(scene.session.release());
    stead_engine_free(scene.engine.release());
    _exit(bad);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  REQUIRE(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
  Error error;
  CHECK(stead_session_authorize(scene.session.get(), "document.send", nullptr, decision.get(), out(error)) == STEAD_OK);
  CHECK(stead_decision_allowed(decision.get()) == 1);
}

TEST_CASE("a decision object is reused without allocation", "[capi][decision]") {
  const Scene scene;
  Error error;
  const Decision decision = newDecision();
  CHECK(stead_decision_allowed(decision.get()) == 0);
  CHECK(stead_decision_reason(decision.get()) == nullptr);
  CHECK(std::string(stead_decision_authority(decision.get())).empty());
  Session forLegal;
  require(stead_session_on_behalf_of(scene.session.get(), "legaldesk@cubeflakes.com", out(forLegal), out(error)),
          error);
  const auto ask = [&](const Session& session, const char* operation, const char* principal) {
    return stead_session_authorize(session.get(), operation, principal, decision.get(), nullptr);
  };
  REQUIRE(ask(scene.session, "document.send", nullptr) == STEAD_OK);  // warm
  const std::int64_t before = allocations.load();
  for (int i = 0; i < 100; ++i) {
    ask(scene.session, "document.send", nullptr);
    ask(scene.session, "document.send", "legaldesk@cubeflakes.com");
    ask(forLegal, "document.revoke", nullptr);
    ask(scene.session, "never.heard", nullptr);
  }
  CHECK(allocations.load() - before == 0);

  REQUIRE(ask(scene.session, "document.send", nullptr) == STEAD_OK);
  CHECK(stead_decision_allowed(decision.get()) == 1);
  CHECK(std::string(stead_decision_authority(decision.get())) == "self");
  CHECK(stead_decision_reason(decision.get()) == nullptr);
  CHECK(stead_decision_remedy(decision.get()) == nullptr);
  CHECK(stead_decision_grant_id(decision.get()) == nullptr);
  CHECK(stead_decision_grant_version(decision.get()) == 0);
  CHECK(stead_decision_valid_until(decision.get()) == 0);
  REQUIRE(ask(scene.session, "document.send", "legaldesk@cubeflakes.com") == STEAD_OK);
  CHECK(stead_decision_allowed(decision.get()) == 0);
  CHECK(std::string(stead_decision_reason(decision.get())) == "noIdentity");
  CHECK(std::string(stead_decision_remedy(decision.get())) == "identity.create");
  REQUIRE(ask(scene.session, "never.heard", nullptr) == STEAD_OK);
  CHECK(std::string(stead_decision_reason(decision.get())) == "unknownOperation");
  // What failed is no answer: the old one is gone.
  REQUIRE(ask(scene.session, "document.send", nullptr) == STEAD_OK);
  CHECK(ask(scene.session, "document.send", "nobody") == STEAD_INVALID);
  CHECK(stead_decision_allowed(decision.get()) == 0);
  CHECK(ask(scene.session, "document.send", "") == STEAD_INVALID);
}

TEST_CASE("an explanation says the same as the decision, in words", "[capi][decision]") {
  const Scene scene;
  Error error;
  Record answer;
  require(
      stead_session_explain(scene.session.get(), "document.send", "legaldesk@cubeflakes.com", out(answer), out(error)),
      error);
  CHECK(stead_record_kind(answer.get(), "/allowed") == STEAD_KIND_BOOLEAN);
  CHECK(stead_record_boolean(answer.get(), "/allowed") == 0);
  CHECK(text(answer, "/reason") == "noIdentity");
  CHECK(text(answer, "/remedy") == "identity.create");
  CHECK(text(answer, "/operation") == "document.send");
  CHECK(text(answer, "/text").find("legaldesk@cubeflakes.com") != std::string::npos);
  const std::string nowhere = "00000000-0000-7000-8000-000000000000";
  require(
      stead_session_explain_document(scene.session.get(), "document.view", nowhere.c_str(), out(answer), out(error)),
      error);
  CHECK(text(answer, "/reason") == "documentNotFound");
  const Decision decision = newDecision();
  require(stead_session_authorize_document(scene.session.get(), "document.view", nowhere.c_str(), decision.get(),
                                           out(error)),
          error);
  CHECK(std::string(stead_decision_reason(decision.get())) == "documentNotFound");
}

TEST_CASE("a batch answers many questions", "[capi][decision]") {
  const Scene scene;
  Error error;
  Decisions batch;
  require(stead_decisions_new(out(batch), out(error)), error);
  stead_decisions* b = batch.get();
  require(stead_decisions_add(b, "document.send", nullptr, out(error)), error);
  require(stead_decisions_add(b, "document.send", "legaldesk@cubeflakes.com", out(error)), error);
  require(stead_decisions_add(b, "never.heard", nullptr, out(error)), error);
  CHECK(stead_decisions_add(b, "document.send", "nobody", out(error)) == STEAD_INVALID);
  CHECK(stead_decisions_count(b) == 3);
  CHECK(stead_decisions_allowed(b, 0) == 0);  // not asked yet
  const Decision decision = newDecision();
  require(stead_decisions_get(b, 0, decision.get(), out(error)), error);
  CHECK(stead_decision_reason(decision.get()) == nullptr);

  require(stead_session_authorize_all(scene.session.get(), b, out(error)), error);
  const struct {
    int64_t index;
    int32_t allowed;
    std::string reason;
  } rows[] = {{0, 1, ""}, {1, 0, "noIdentity"}, {2, 0, "unknownOperation"}};
  for (const auto& row : rows) {
    INFO(row.index);
    CHECK(stead_decisions_allowed(b, row.index) == row.allowed);
    require(stead_decisions_get(b, row.index, decision.get(), out(error)), error);
    CHECK(stead_decision_allowed(decision.get()) == row.allowed);
    const char* reason = stead_decision_reason(decision.get());
    CHECK((reason == nullptr ? "" : reason) == row.reason);
  }
  for (const int64_t beyond : {int64_t{-1}, int64_t{3}}) {
    CHECK(stead_decisions_allowed(b, beyond) == 0);
    CHECK(stead_decisions_get(b, beyond, decision.get(), out(error)) == STEAD_INVALID);
    CHECK(stead_decision_allowed(decision.get()) == 0);
  }
  require(stead_decisions_clear(b, out(error)), error);
  CHECK(stead_decisions_count(b) == 0);
  for (int i = 0; i < 10000; ++i) require(stead_decisions_add(b, "document.send", nullptr, out(error)), error);
  CHECK(stead_decisions_add(b, "document.send", nullptr, out(error)) == STEAD_LIMIT);
  CHECK(codeOf(error) == "tooLarge");
  // A batch that could not be asked is refused as a whole.
  require(stead_session_authorize_all(scene.session.get(), b, out(error)), error);
  CHECK(stead_decisions_allowed(b, 9999) == 1);
  require(stead_engine_close(scene.engine.get(), out(error)), error);
  CHECK(stead_session_authorize_all(scene.session.get(), b, out(error)) == STEAD_MISUSE);
  CHECK(stead_decisions_allowed(b, 9999) == 0);
}

TEST_CASE("the table of operations is there for whoever asks for consent", "[capi][decision]") {
  Record answer;
  Error error;
  require(stead_operation_list(out(answer), out(error)), error);
  bool found = false;
  for (int64_t i = 0; i < stead_record_count(answer.get(), "/items"); ++i) {
    const std::string item = "/items/" + std::to_string(i);
    if (text(answer, (item + "/name").c_str()) != "document.revoke") continue;
    found = true;
    CHECK(stead_record_boolean(answer.get(), (item + "/delegable").c_str()) == 1);
    CHECK(text(answer, (item + "/documentRule").c_str()) == "acts");
    CHECK(stead_record_count(answer.get(), (item + "/roles").c_str()) == 3);
  }
  CHECK(found);
}
