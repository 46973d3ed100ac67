// Every function, called with NULLs, closed handles and handles of another kind, answers misuse and does not crash.
// One table holds good arguments for every function that can fail; the wrong ones are put in place of each of them in
// turn. That no function of the header is missing is checked at the end.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <functional>
#include <set>
#include <tuple>
#include <type_traits>
#include <vector>

#include "scene.h"

using namespace stead_test;

namespace {

// Handles in every state a wrong program can have them in.
struct Wrong {
  Wrong() : closedEngine(openEngine(folder.store())) {
    Error error;
    const Record request =
        record(R"({"name": "Other", "admin": {"name": "Hank White", "email": "hankwhite@cubeflakes.com"}})");
    Record account;
    require(stead_account_create(closedEngine.get(), request.get(), out(account), out(error)), error);
    const std::string admin = text(account, "/adminUserId");
    require(stead_session_open_trusted(closedEngine.get(), admin.c_str(), out(orphan), out(error)), error);
    require(stead_session_open_trusted(closedEngine.get(), admin.c_str(), out(closedSession), out(error)), error);
    require(stead_session_close(closedSession.get(), out(error)), error);
    require(stead_engine_close(closedEngine.get(), out(error)), error);
    require(stead_upload_new(out(upload), out(error)), error);
  }
  Folder folder;
  Engine closedEngine;
  Session closedSession;
  Session orphan;  // its engine is closed
  Record record_ = record("{}");
  Upload upload;
};

struct Good {
  Good() {
    Error error;
    require(stead_upload_new(out(upload), out(error)), error);
    require(stead_decision_new(out(decision), out(error)), error);
    require(stead_decisions_new(out(decisions), out(error)), error);
  }
  Scene scene;
  Record record_ = record("{}");
  Upload upload;
  Decision decision;
  Decisions decisions;
  // Outputs.
  stead_engine* engineOut = nullptr;
  stead_session* sessionOut = nullptr;
  stead_record* recordOut = nullptr;
  stead_record* infoOut = nullptr;
  stead_upload* uploadOut = nullptr;
  stead_decision* decisionOut = nullptr;
  stead_decisions* decisionsOut = nullptr;
  int64_t bytesRead = 0;
  char buffer[16] = {};
};

std::set<std::string>& probed() {
  static std::set<std::string> names;
  return names;
}

// A handle or an output of handles: `stead_x*`, `const stead_x*` and `stead_x**`.
template <class T>
struct Opaque : std::false_type {};
template <>
struct Opaque<stead_engine> : std::true_type {};
template <>
struct Opaque<stead_session> : std::true_type {};
template <>
struct Opaque<stead_record> : std::true_type {};
template <>
struct Opaque<stead_upload> : std::true_type {};
template <>
struct Opaque<stead_decision> : std::true_type {};
template <>
struct Opaque<stead_decisions> : std::true_type {};
template <class T>
constexpr bool isHandle = std::is_pointer_v<T>&& Opaque<std::remove_cv_t<std::remove_pointer_t<T>>>::value;

template <class... Args>
struct Probe {
  const char* name;
  stead_status (*function)(Args...);
  std::tuple<Args...> good;  // the error place is the last and filled in here
  std::set<std::size_t> mayBeNull;

  void expect(std::tuple<Args...> args, const char* code, const std::string& what) const {
    stead_error* made = nullptr;
    std::get<sizeof...(Args) - 1>(args) = &made;
    INFO(name << ": " << what);
    const stead_status status = std::apply(function, args);
    CHECK(status == STEAD_MISUSE);
    const Error error(made);
    CHECK(std::string(stead_error_code(error.get())) == code);
    CHECK(stead_error_status(error.get()) == status);
    // Without a place for the error the answer is the same.
    std::get<sizeof...(Args) - 1>(args) = nullptr;
    CHECK(std::apply(function, args) == STEAD_MISUSE);
  }

  template <std::size_t I>
  void wrongAt(const Wrong& wrong) const {
    using Arg = std::tuple_element_t<I, std::tuple<Args...>>;
    const std::string place = "argument " + std::to_string(I) + " ";
    if constexpr (std::is_pointer_v<Arg>) {
      if (!mayBeNull.contains(I)) {
        auto args = good;
        std::get<I>(args) = nullptr;
        expect(args, "nullArgument", place + "NULL");
      }
    }
    if constexpr (isHandle<Arg>) {
      auto args = good;
      constexpr bool takesUpload = std::is_same_v<std::remove_cv_t<std::remove_pointer_t<Arg>>, stead_upload>;
      const void* other =
          takesUpload ? static_cast<const void*>(wrong.record_.get()) : static_cast<const void*>(wrong.upload.get());
      std::get<I>(args) = static_cast<Arg>(const_cast<void*>(other));
      expect(args, "foreignHandle", place + "of another kind");
    }
    if constexpr (std::is_same_v<Arg, stead_engine*>) {
      auto args = good;
      std::get<I>(args) = wrong.closedEngine.get();
      expect(args, "closedHandle", place + "a closed engine");
    }
    if constexpr (std::is_same_v<Arg, stead_session*> || std::is_same_v<Arg, const stead_session*>) {
      auto args = good;
      std::get<I>(args) = wrong.closedSession.get();
      expect(args, "closedHandle", place + "a closed session");
      if (std::string(name) != "stead_session_close") {  // a session can be closed after its engine
        std::get<I>(args) = wrong.orphan.get();
        expect(args, "closedHandle", place + "a session of a closed engine");
      }
    }
  }

  void run(const Wrong& wrong) const {
    probed().insert(name);
    [&]<std::size_t... I>(std::index_sequence<I...>) { (wrongAt<I>(wrong), ...); }
    (std::make_index_sequence<sizeof...(Args) - 1>());
  }
};

template <class... Args>
void probe(const Wrong& wrong, const char* name, stead_status (*function)(Args...),
           std::tuple<std::type_identity_t<Args>...> good, std::set<std::size_t> mayBeNull = {}) {
  Probe<Args...>{name, function, std::move(good), std::move(mayBeNull)}.run(wrong);
}
#define PROBE(function, ...) probe(wrong, #function, function, __VA_ARGS__)

// A getter answers nothing for NULL and for a handle of another kind.
#define NOTHING(function, nothing, ...)                                                  \
  do {                                                                                   \
    INFO(#function);                                                                     \
    probed().insert(#function);                                                          \
    CHECK(function(nullptr __VA_OPT__(, ) __VA_ARGS__) == (nothing));                    \
    using Handle = decltype(handleOf(function));                                         \
    const void* other = wrong.upload.get();                                              \
    if (std::is_same_v<Handle, const stead_upload*>) other = wrong.record_.get();        \
    CHECK(function(static_cast<Handle>(other) __VA_OPT__(, ) __VA_ARGS__) == (nothing)); \
  } while (false)
#define FREES(function, other)                                                      \
  do {                                                                              \
    probed().insert(#function);                                                     \
    function(nullptr);                                                              \
    function(static_cast<decltype(handleOf(function))>(static_cast<void*>(other))); \
  } while (false)
template <class Result, class First, class... Rest>
First handleOf(Result (*)(First, Rest...));

bool isEmpty(const char* text) { return text != nullptr && *text == '\0'; }

std::set<std::string> declaredFunctions() {
  std::ifstream file(STEAD_SOURCE_DIR "/capi/exports.txt");
  std::set<std::string> names;
  for (std::string line; std::getline(file, line);) names.insert(line);
  return names;
}

void probeHelpers(const Wrong& wrong, Good& g) {
  auto* r = g.record_.get();
  PROBE(stead_record_new, {&g.recordOut, nullptr});
  PROBE(stead_record_parse, {"{}", 2, &g.recordOut, nullptr});
  PROBE(stead_record_copy, {r, "", &g.recordOut, nullptr});
  PROBE(stead_record_set_text, {r, "/a", "x", 1, nullptr});
  PROBE(stead_record_set_integer, {r, "/a", 1, nullptr});
  PROBE(stead_record_set_number, {r, "/a", 1, nullptr});
  PROBE(stead_record_set_boolean, {r, "/a", 1, nullptr});
  PROBE(stead_record_set_null, {r, "/a", nullptr});
  PROBE(stead_record_set_array, {r, "/a", nullptr});
  PROBE(stead_record_set_record, {r, "/a", r, nullptr});
  PROBE(stead_record_set_member, {r, "/m", "key", 3, "x", 1, nullptr});
  PROBE(stead_record_remove, {r, "/a", nullptr});
  PROBE(stead_upload_new, {&g.uploadOut, nullptr});
  PROBE(stead_upload_add_file, {g.upload.get(), "a.pdf", "x", 1, nullptr});
  PROBE(stead_upload_begin_file, {g.upload.get(), "b.pdf", nullptr});
  PROBE(stead_upload_append, {g.upload.get(), "x", 1, nullptr});
  PROBE(stead_decision_new, {&g.decisionOut, nullptr});
  PROBE(stead_decisions_new, {&g.decisionsOut, nullptr});
  PROBE(stead_decisions_add, {g.decisions.get(), "document.send", nullptr, nullptr}, {2});
  PROBE(stead_decisions_get, {g.decisions.get(), 0, g.decision.get(), nullptr});
  PROBE(stead_decisions_clear, {g.decisions.get(), nullptr});
  PROBE(stead_operation_list, {&g.recordOut, nullptr});
}

void probeEngine(const Wrong& wrong, Good& g) {
  auto* e = g.scene.engine.get();
  auto* s = g.scene.session.get();
  auto* answer = &g.recordOut;
  const auto* r = g.record_.get();
  const Folder elsewhere;
  const std::string path = elsewhere.store();
  PROBE(stead_engine_open_v,
        {STEAD_HEADER_VERSION, path.c_str(), nullptr, hostSecret.data(), STEAD_SECRET_BYTES, &g.engineOut, nullptr},
        {2});
  PROBE(stead_engine_open_rotating_v,
        {STEAD_HEADER_VERSION, path.c_str(), nullptr, hostSecret.data(), STEAD_SECRET_BYTES, nullptr, 0, &g.engineOut,
         nullptr},
        {2, 5});
  PROBE(stead_engine_set_test_clock, {e, newYear2026, nullptr});
  PROBE(stead_engine_run_due, {e, nullptr, answer, nullptr}, {1});
  PROBE(stead_engine_backup, {e, "", answer, nullptr});
  PROBE(stead_engine_check, {e, nullptr, answer, nullptr}, {1});
  PROBE(stead_engine_close, {e, nullptr});
  PROBE(stead_session_open_with_key, {e, "key", &g.sessionOut, nullptr});
  PROBE(stead_session_open_trusted, {e, "id", &g.sessionOut, nullptr});
  PROBE(stead_session_on_behalf_of, {s, "legaldesk@cubeflakes.com", &g.sessionOut, nullptr});
  PROBE(stead_session_account_wide, {s, "legaldesk@cubeflakes.com", &g.sessionOut, nullptr});
  PROBE(stead_session_close, {s, nullptr});
  PROBE(stead_session_authorize, {s, "document.send", nullptr, g.decision.get(), nullptr}, {2});
  PROBE(stead_session_authorize_document, {s, "document.view", "id", g.decision.get(), nullptr});
  PROBE(stead_session_explain, {s, "document.send", nullptr, answer, nullptr}, {2});
  PROBE(stead_session_explain_document, {s, "document.view", "id", answer, nullptr});
  PROBE(stead_session_authorize_all, {s, g.decisions.get(), nullptr});
  PROBE(stead_grant_list_principals, {s, nullptr, answer, nullptr}, {1});
  PROBE(stead_grant_list_actors, {s, nullptr, answer, nullptr}, {1});
  PROBE(stead_outbox_take, {e, nullptr, answer, nullptr}, {1});
  PROBE(stead_outbox_dead_letters, {e, nullptr, answer, nullptr}, {1});
  PROBE(stead_outbox_ack, {e, "id", 1, nullptr});
  PROBE(stead_outbox_attachment, {e, "id", 1, 0, 0, g.buffer, 16, &g.bytesRead, &g.infoOut, nullptr}, {8});
  PROBE(stead_outbox_fail, {e, "id", 1, nullptr, answer, nullptr}, {3});
  PROBE(stead_webhook_create, {s, r, answer, nullptr});
  PROBE(stead_webhook_list, {s, nullptr, answer, nullptr}, {1});
  PROBE(stead_webhook_update, {s, "id", r, answer, nullptr});
  PROBE(stead_webhook_delete, {s, "id", answer, nullptr});
  PROBE(stead_webhook_roll_secret, {s, "id", nullptr, answer, nullptr}, {2});
  PROBE(stead_webhook_take, {e, nullptr, answer, nullptr}, {1});
  PROBE(stead_report_documents, {s, r, answer, nullptr});
  PROBE(stead_events_list, {s, nullptr, answer, nullptr}, {1});
  PROBE(stead_mail_plan, {e, r, answer, nullptr});
  PROBE(stead_audit_checkpoint, {e, "id", answer, nullptr});
  PROBE(stead_audit_verify, {e, "id", 0, answer, nullptr});
  PROBE(stead_audit_verify_part, {e, "id", nullptr, answer, nullptr}, {2});
  PROBE(stead_audit_list, {s, nullptr, answer, nullptr}, {1});
  PROBE(stead_audit_decide_as_of, {s, r, answer, nullptr});
  PROBE(stead_audit_replay, {s, 0, answer, nullptr});
  PROBE(stead_audit_prove_inclusion, {e, "id", 0, answer, nullptr});
  PROBE(stead_audit_prove_consistency, {e, "id", 0, 1, answer, nullptr});
  PROBE(stead_audit_erase_person, {s, r, answer, nullptr});
  PROBE(stead_audit_export_evidence, {s, "id", answer, nullptr});
  PROBE(stead_consistency_verify, {"older", nullptr, "proof", "vkey", answer, nullptr}, {1});
  PROBE(stead_evidence_verify, {"{}", 2, "vkey", answer, nullptr});
}

void probeVerbs(const Wrong& wrong, Good& g) {
  auto* e = g.scene.engine.get();
  auto* s = g.scene.session.get();
  auto* answer = &g.recordOut;
  const auto* r = g.record_.get();
  PROBE(stead_account_create, {e, r, answer, nullptr});
  PROBE(stead_account_get, {e, "id", answer, nullptr});
  PROBE(stead_account_update, {s, r, answer, nullptr});
  PROBE(stead_user_invite, {s, r, answer, nullptr});
  PROBE(stead_user_invite_all, {s, r, answer, nullptr});
  PROBE(stead_user_resend_invitation, {s, "id", answer, nullptr});
  PROBE(stead_user_cancel_invitation, {s, "id", answer, nullptr});
  PROBE(stead_user_list, {s, nullptr, answer, nullptr}, {1});
  PROBE(stead_user_accept, {e, "token", r, answer, nullptr});
  PROBE(stead_user_get, {s, "id", answer, nullptr});
  PROBE(stead_user_update, {s, "id", r, answer, nullptr});
  PROBE(stead_user_change_team, {s, "id", r, answer, nullptr});
  PROBE(stead_user_deactivate, {s, "id", r, answer, nullptr}, {2});
  PROBE(stead_user_reactivate, {s, "id", r, answer, nullptr}, {2});
  PROBE(stead_team_create, {s, r, answer, nullptr});
  PROBE(stead_team_get, {s, "id", answer, nullptr});
  PROBE(stead_team_list, {s, nullptr, answer, nullptr}, {1});
  PROBE(stead_team_rename, {s, "id", r, answer, nullptr});
  PROBE(stead_team_assign, {s, "id", r, answer, nullptr});
  PROBE(stead_api_key_create, {s, r, answer, nullptr});
  PROBE(stead_api_key_list, {s, nullptr, answer, nullptr}, {1});
  PROBE(stead_api_key_revoke, {s, "id", answer, nullptr});
  PROBE(stead_identity_create, {s, r, answer, nullptr});
  PROBE(stead_identity_get, {s, "id", answer, nullptr});
  PROBE(stead_identity_list, {s, nullptr, answer, nullptr}, {1});
  PROBE(stead_identity_update, {s, "id", r, answer, nullptr});
  PROBE(stead_identity_resend, {s, "id", answer, nullptr});
  PROBE(stead_identity_rerequest, {s, "id", nullptr, answer, nullptr}, {2});
  PROBE(stead_identity_delete, {s, "id", answer, nullptr});
  PROBE(stead_identity_evidence, {s, "id", answer, nullptr});
  PROBE(stead_owner_look, {e, "token", answer, nullptr});
  PROBE(stead_owner_approve, {e, "token", r, answer, nullptr});
  PROBE(stead_owner_deny, {e, "token", nullptr, answer, nullptr}, {2});
  PROBE(stead_owner_narrow, {e, "token", r, answer, nullptr});
  PROBE(stead_owner_revoke, {e, "token", nullptr, answer, nullptr}, {2});
  PROBE(stead_brand_create, {s, r, g.upload.get(), answer, nullptr}, {2});
  PROBE(stead_brand_get, {s, "id", answer, nullptr});
  PROBE(stead_brand_list, {s, answer, nullptr});
  PROBE(stead_brand_update, {s, "id", nullptr, g.upload.get(), answer, nullptr}, {2, 3});
  PROBE(stead_brand_delete, {s, "id", answer, nullptr});
  PROBE(stead_brand_make_default, {s, "id", answer, nullptr});
  PROBE(stead_brand_logo, {s, "id", 0, g.buffer, 16, &g.bytesRead, &g.infoOut, nullptr}, {6});
  PROBE(stead_outbox_bounced, {e, "id", nullptr, answer, nullptr}, {2});
  PROBE(stead_document_send, {s, r, g.upload.get(), answer, nullptr}, {2});
  PROBE(stead_document_get, {s, "id", answer, nullptr});
  PROBE(stead_document_list, {s, nullptr, answer, nullptr}, {1});
  PROBE(stead_document_team_list, {s, nullptr, answer, nullptr}, {1});
  PROBE(stead_document_behalf_list, {s, nullptr, answer, nullptr}, {1});
  PROBE(stead_document_revoke, {s, "id", r, answer, nullptr});
  PROBE(stead_document_remind, {s, "id", nullptr, answer, nullptr}, {2});
  PROBE(stead_document_hand_over, {s, r, answer, nullptr});
  PROBE(stead_document_change_access_code, {s, "id", r, answer, nullptr});
  PROBE(stead_document_extend_expiry, {s, "id", r, answer, nullptr});
  PROBE(stead_document_add_tags, {s, "id", r, answer, nullptr});
  PROBE(stead_document_delete_tags, {s, "id", r, answer, nullptr});
  PROBE(stead_document_delete, {s, "id", nullptr, answer, nullptr}, {2});
  PROBE(stead_document_change_recipient, {s, "id", r, answer, nullptr});
  PROBE(stead_document_prefill, {s, "id", r, answer, nullptr});
  PROBE(stead_document_download, {s, "id", 0, 0, g.buffer, 16, &g.bytesRead, &g.infoOut, nullptr}, {7});
  PROBE(stead_document_certificate, {s, "id", 0, g.buffer, 16, &g.bytesRead, &g.infoOut, nullptr}, {6});
  PROBE(stead_document_finished, {s, "id", nullptr, 0, g.buffer, 16, &g.bytesRead, &g.infoOut, nullptr}, {2, 7});
  PROBE(stead_document_finish, {e, "id", g.upload.get(), answer, nullptr}, {2});
  PROBE(stead_document_audit_log, {s, "id", answer, nullptr});
  PROBE(stead_signer_view, {e, "token", nullptr, answer, nullptr}, {2});
  PROBE(stead_signer_download, {e, "token", nullptr, 0, 0, g.buffer, 16, &g.bytesRead, &g.infoOut, nullptr}, {2, 8});
  PROBE(stead_signer_certificate, {e, "token", nullptr, 0, g.buffer, 16, &g.bytesRead, &g.infoOut, nullptr}, {2, 7});
  PROBE(stead_signer_finished, {e, "token", nullptr, 0, g.buffer, 16, &g.bytesRead, &g.infoOut, nullptr}, {2, 7});
  PROBE(stead_signer_sign, {e, "token", r, answer, nullptr});
  PROBE(stead_signer_decline, {e, "token", r, answer, nullptr});
  PROBE(stead_signer_reassign, {e, "token", r, answer, nullptr});
}

void probeGetters(const Wrong& wrong) {
  int64_t length = 0;
  NOTHING(stead_engine_warning, nullptr);
  NOTHING(stead_session_user_id, nullptr);
  NOTHING(stead_session_account_id, nullptr);
  NOTHING(stead_session_principal, nullptr);
  NOTHING(stead_record_json, nullptr, &length);
  NOTHING(stead_record_kind, STEAD_KIND_ABSENT, "");
  NOTHING(stead_record_text, nullptr, "/a", &length);
  NOTHING(stead_record_integer, 0, "/a");
  NOTHING(stead_record_number, 0, "/a");
  NOTHING(stead_record_boolean, 0, "/a");
  NOTHING(stead_record_count, 0, "");
  NOTHING(stead_record_key_at, nullptr, "", 0, &length);
  NOTHING(stead_record_member_text, nullptr, "", "a", 1, &length);
  NOTHING(stead_upload_count, 0);
  NOTHING(stead_decision_allowed, 0);
  NOTHING(stead_decision_reason, nullptr);
  NOTHING(stead_decision_remedy, nullptr);
  NOTHING(stead_decision_grant_id, nullptr);
  NOTHING(stead_decision_grant_version, 0);
  NOTHING(stead_decision_valid_until, 0);
  NOTHING(stead_decisions_count, 0);
  NOTHING(stead_decisions_allowed, 0, 0);
  NOTHING(stead_error_status, STEAD_OK);
  NOTHING(stead_error_retriable, 0);
  NOTHING(stead_error_field_count, 0);
  NOTHING(stead_error_field_path, nullptr, 0);
  NOTHING(stead_error_field_message, nullptr, 0);
  const auto* noError = static_cast<const stead_error*>(static_cast<const void*>(wrong.upload.get()));
  for (const stead_error* error : {static_cast<const stead_error*>(nullptr), noError}) {
    CHECK(isEmpty(stead_error_code(error)));
    CHECK(isEmpty(stead_error_text(error)));
    CHECK(isEmpty(stead_error_remedy(error)));
  }
  const auto* noDecision = static_cast<const stead_decision*>(static_cast<const void*>(wrong.upload.get()));
  for (const stead_decision* decision : {static_cast<const stead_decision*>(nullptr), noDecision}) {
    CHECK(isEmpty(stead_decision_authority(decision)));
  }
  probed().insert({"stead_error_code", "stead_error_text", "stead_error_remedy", "stead_decision_authority",
                   "stead_version", "stead_status_name"});
  CHECK(stead_engine_warning(wrong.closedEngine.get()) == nullptr);
  CHECK(stead_session_user_id(wrong.closedSession.get()) == nullptr);
  CHECK(stead_session_account_id(wrong.closedSession.get()) == nullptr);
  CHECK(stead_session_principal(wrong.closedSession.get()) == nullptr);
  // Pointers of getters may be NULL too.
  CHECK(stead_record_kind(wrong.record_.get(), nullptr) == STEAD_KIND_ABSENT);
  CHECK(stead_record_text(wrong.record_.get(), nullptr, nullptr) == nullptr);
  CHECK(stead_record_key_at(wrong.record_.get(), nullptr, 0, nullptr) == nullptr);
  CHECK(stead_record_member_text(wrong.record_.get(), "", nullptr, 0, nullptr) == nullptr);
  CHECK(stead_record_member_text(wrong.record_.get(), "", "a", -2, nullptr) == nullptr);
}

void probeFrees(const Wrong& wrong) {
  FREES(stead_engine_free, wrong.upload.get());
  FREES(stead_session_free, wrong.upload.get());
  FREES(stead_record_free, wrong.upload.get());
  FREES(stead_upload_free, wrong.record_.get());
  FREES(stead_decision_free, wrong.upload.get());
  FREES(stead_decisions_free, wrong.upload.get());
  FREES(stead_error_free, wrong.upload.get());
  // Nothing was freed that is something else.
  CHECK(stead_upload_count(wrong.upload.get()) == 0);
  CHECK(stead_record_count(wrong.record_.get(), "") == 0);
}

}  // namespace

TEST_CASE("NULLs, closed handles and handles of another kind are misuse, in every function", "[capi][misuse]") {
  const Wrong wrong;
  Good good;
  probeHelpers(wrong, good);
  probeEngine(wrong, good);
  probeVerbs(wrong, good);
  probeGetters(wrong);
  probeFrees(wrong);
  CHECK(good.recordOut == nullptr);
  CHECK(good.sessionOut == nullptr);
  CHECK(good.engineOut == nullptr);
  // Whatever was tried, the good handles still work.
  Error error;
  CHECK(stead_session_authorize(good.scene.session.get(), "document.send", nullptr, good.decision.get(), out(error)) ==
        STEAD_OK);

  const std::set<std::string> declared = declaredFunctions();
  REQUIRE(declared.size() > 100);
  std::vector<std::string> missing;
  std::set_symmetric_difference(declared.begin(), declared.end(), probed().begin(), probed().end(),
                                std::back_inserter(missing));
  for (const std::string& name : missing) UNSCOPED_INFO(name);
  CHECK(missing.empty());
}
