// Every function that takes an id, asked about another account's thing and about nothing at all: the answers are the
// same to the letter, and so is what SQLite does for them. Two stores with one history are asked in step, one about
// what exists elsewhere, the other about what exists nowhere.
#include <catch2/catch.hpp>
#include <fstream>
#include <functional>
#include <iterator>
#include <regex>
#include <set>

#include "sqlite_work.h"
#include "two_accounts.h"

using namespace stead_test;

namespace {

constexpr const char* unknownId = "00000000-0000-7000-8000-0000000000aa";
constexpr const char* unknownEmail = "contracts@cubeflakes.com";
// A row that is found and then refused for its account costs a few steps more than one that is not found.
constexpr std::int64_t machineStepsApart = 40;

struct Outcome {
  std::string words;
  SqliteWork work;
};

void replaceAll(std::string& text, const std::string& what, const std::string& with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size()) {
    text.replace(at, what.size(), with);
  }
}

std::string wordsOf(stead_status status, const Error& error, const Record& answer) {
  std::string words = stead_status_name(status);
  const stead_error* e = error.get();
  words += std::string("\n") + stead_error_code(e) + "\n" + stead_error_text(e) + "\n" + stead_error_remedy(e) +
           "\nretriable " + std::to_string(stead_error_retriable(e));
  for (std::int64_t i = 0; i < stead_error_field_count(e); ++i) {
    words += std::string("\n") + stead_error_field_path(e, i) + ": " + stead_error_field_message(e, i);
  }
  return words + "\n" + json(answer);
}

// What is asked, as one of the two of the first account.
struct Asked {
  const TwoAccounts& store;
  const stead_session* session;
  const char* id;
};
using Call = std::function<stead_status(const Asked&, stead_record**, stead_error**)>;

struct Entry {
  const char* function;
  const char* what;  // which id, for people
  std::string Ids::*id;
  Call call;
  const char* unknown = unknownId;
};

template <class F>
Call byId(F function) {
  return [function](const Asked& asked, stead_record** answer, stead_error** error) {
    return function(asked.session, asked.id, answer, error);
  };
}

template <class F>
Call byIdWith(F function, std::string request) {
  return [function, request = std::move(request)](const Asked& asked, stead_record** answer, stead_error** error) {
    const Record read = record(request);
    return function(asked.session, asked.id, read.get(), answer, error);
  };
}

// The id stands in the record, as "$id"; the thing it goes with is the caller's own.
template <class F>
Call inRecord(F function, std::string request, std::string Ids::*own) {
  return [function, request = std::move(request), own](const Asked& asked, stead_record** answer, stead_error** error) {
    std::string filled = request;
    replaceAll(filled, "$id", asked.id);
    const Record read = record(filled);
    return function(asked.session, (asked.store.asking().ids.*own).c_str(), read.get(), answer, error);
  };
}

template <class F>
Call inRecordAlone(F function, std::string request) {
  return [function, request = std::move(request)](const Asked& asked, stead_record** answer, stead_error** error) {
    std::string filled = request;
    replaceAll(filled, "$id", asked.id);
    const Record read = record(filled);
    return function(asked.session, read.get(), answer, error);
  };
}

stead_status writeDecision(const stead_decision* decision, stead_record** answer, stead_error** error) {
  const std::string words =
      std::string(R"({"allowed": )") + (stead_decision_allowed(decision) != 0 ? "true" : "false") + R"(, "reason": ")" +
      (stead_decision_reason(decision) == nullptr ? "" : stead_decision_reason(decision)) + R"("})";
  return stead_record_parse(words.c_str(), STEAD_NUL_TERMINATED, answer, error);
}

stead_status authorizeDocument(const Asked& asked, stead_record** answer, stead_error** error) {
  Decision decision;
  if (const auto status = stead_decision_new(out(decision), error); status != STEAD_OK) return status;
  const auto status =
      stead_session_authorize_document(asked.session, "document.download", asked.id, decision.get(), error);
  return status == STEAD_OK ? writeDecision(decision.get(), answer, error) : status;
}

stead_status authorizeFor(const Asked& asked, stead_record** answer, stead_error** error) {
  Decision decision;
  if (const auto status = stead_decision_new(out(decision), error); status != STEAD_OK) return status;
  const auto status = stead_session_authorize(asked.session, "document.send", asked.id, decision.get(), error);
  return status == STEAD_OK ? writeDecision(decision.get(), answer, error) : status;
}

stead_status authorizeInBatch(const Asked& asked, stead_record** answer, stead_error** error) {
  Decisions decisions;
  Decision decision;
  stead_status status = stead_decisions_new(out(decisions), error);
  if (status == STEAD_OK) status = stead_decisions_add(decisions.get(), "document.send", asked.id, error);
  if (status == STEAD_OK) status = stead_session_authorize_all(asked.session, decisions.get(), error);
  if (status == STEAD_OK) status = stead_decision_new(out(decision), error);
  if (status == STEAD_OK) status = stead_decisions_get(decisions.get(), 0, decision.get(), error);
  return status == STEAD_OK ? writeDecision(decision.get(), answer, error) : status;
}

// A session for somebody reads nothing; what can be done with it is asked here.
template <class F>
Call inSessionFor(F openFor) {
  return [openFor](const Asked& asked, stead_record** answer, stead_error** error) {
    Session session;
    const auto status = openFor(asked.session, asked.id, out(session), error);
    if (status != STEAD_OK) return status;
    return stead_document_list(session.get(), nullptr, answer, error);
  };
}

stead_status download(const Asked& asked, stead_record** answer, stead_error** error) {
  char buffer[16];
  std::int64_t got = 0;
  return stead_document_download(asked.session, asked.id, 0, 0, buffer, sizeof buffer, &got, answer, error);
}

stead_status updateBrand(const Asked& asked, stead_record** answer, stead_error** error) {
  const Record request = record(R"({"buttonColor": "navy"})");
  return stead_brand_update(asked.session, asked.id, request.get(), nullptr, answer, error);
}
stead_status readLogo(const Asked& asked, stead_record** answer, stead_error** error) {
  char buffer[16];
  std::int64_t got = 0;
  return stead_brand_logo(asked.session, asked.id, 0, buffer, sizeof buffer, &got, answer, error);
}

stead_status readCertificate(const Asked& asked, stead_record** answer, stead_error** error) {
  char buffer[16];
  std::int64_t got = 0;
  return stead_document_certificate(asked.session, asked.id, 0, buffer, sizeof buffer, &got, answer, error);
}
stead_status readFinished(const Asked& asked, stead_record** answer, stead_error** error) {
  char buffer[16];
  std::int64_t got = 0;
  return stead_document_finished(asked.session, asked.id, nullptr, 0, buffer, sizeof buffer, &got, answer, error);
}

// Every id that a session can bring, as an argument or in a record.
std::vector<Entry> table() {
  std::vector<Entry> entries{
      {"stead_session_on_behalf_of", "identity's e-mail", &Ids::identityEmail, inSessionFor(stead_session_on_behalf_of),
       unknownEmail},
      {"stead_session_account_wide", "user", &Ids::user, inSessionFor(stead_session_account_wide)},
      {"stead_session_authorize", "identity's e-mail", &Ids::identityEmail, authorizeFor, unknownEmail},
      {"stead_decisions_add", "identity's e-mail", &Ids::identityEmail, authorizeInBatch, unknownEmail},
      {"stead_session_explain", "identity's e-mail", &Ids::identityEmail,
       [](const Asked& asked, stead_record** answer, stead_error** error) {
         return stead_session_explain(asked.session, "document.send", asked.id, answer, error);
       },
       unknownEmail},
      {"stead_user_get", "user", &Ids::user, byId(stead_user_get)},
      {"stead_user_list", "user", &Ids::user, inRecordAlone(stead_user_list, R"({"userIds": ["$id"]})")},
      {"stead_user_list", "team", &Ids::team, inRecordAlone(stead_user_list, R"({"teamId": "$id"})")},
      {"stead_user_invite_all", "team", &Ids::team,
       inRecordAlone(stead_user_invite_all, R"({"users": [{"email": "david@cubeflakes.com", "teamId": "$id"}]})")},
      {"stead_user_resend_invitation", "user", &Ids::user, byId(stead_user_resend_invitation)},
      {"stead_user_cancel_invitation", "user", &Ids::user, byId(stead_user_cancel_invitation)},
      {"stead_team_get", "team", &Ids::team, byId(stead_team_get)},
      {"stead_team_rename", "team", &Ids::team, byIdWith(stead_team_rename, R"({"name": "Legal"})")},
      {"stead_user_update", "user", &Ids::user, byIdWith(stead_user_update, R"({"name": "Hank"})")},
      {"stead_user_change_team", "user", &Ids::user,
       byIdWith(stead_user_change_team, R"({"toTeamId": "00000000-0000-7000-8000-000000000000"})")},
      {"stead_user_change_team", "team", &Ids::team,
       inRecord(stead_user_change_team, R"({"toTeamId": "$id", "dryRun": true})", &Ids::user)},
      {"stead_user_deactivate", "receiver", &Ids::user,
       inRecord(stead_user_deactivate, R"({"toUserId": "$id", "dryRun": true})", &Ids::user)},
      {"stead_user_deactivate", "user", &Ids::user, byIdWith(stead_user_deactivate, "{}")},
      {"stead_user_reactivate", "user", &Ids::user, byIdWith(stead_user_reactivate, "{}")},
      {"stead_team_assign", "user", &Ids::user, byIdWith(stead_team_assign, R"({"teamId": null})")},
      {"stead_team_assign", "team", &Ids::team, inRecord(stead_team_assign, R"({"teamId": "$id"})", &Ids::user)},
      {"stead_user_invite", "team", &Ids::team,
       inRecordAlone(stead_user_invite, R"({"email": "david@cubeflakes.com", "teamId": "$id"})")},
      {"stead_api_key_revoke", "API key", &Ids::key, byId(stead_api_key_revoke)},
      {"stead_brand_get", "brand", &Ids::brand, byId(stead_brand_get)},
      {"stead_brand_update", "brand", &Ids::brand, updateBrand},
      {"stead_brand_delete", "brand", &Ids::brand, byId(stead_brand_delete)},
      {"stead_brand_make_default", "brand", &Ids::brand, byId(stead_brand_make_default)},
      {"stead_brand_logo", "brand", &Ids::brand, readLogo},
      {"stead_identity_create", "brand", &Ids::brand,
       inRecordAlone(stead_identity_create, R"({"name": "David", "email": "david@cubeflakes.com", "brandId": "$id"})")},
      {"stead_webhook_update", "webhook", &Ids::webhook, byIdWith(stead_webhook_update, R"({"name": "Desk"})")},
      {"stead_webhook_delete", "webhook", &Ids::webhook, byId(stead_webhook_delete)},
      {"stead_webhook_roll_secret", "webhook", &Ids::webhook, byIdWith(stead_webhook_roll_secret, "{}")},
      {"stead_audit_decide_as_of", "actor", &Ids::user,
       inRecordAlone(stead_audit_decide_as_of, R"({"operation": "document.send", "index": 1, "actorId": "$id"})")},
      {"stead_audit_decide_as_of", "document", &Ids::document,
       inRecordAlone(stead_audit_decide_as_of, R"({"operation": "document.revoke", "index": 1, "documentId": "$id"})")},
      {"stead_audit_list", "subject", &Ids::document, inRecordAlone(stead_audit_list, R"({"subjectId": "$id"})")},
      {"stead_document_change_recipient", "signer", &Ids::signer,
       inRecord(stead_document_change_recipient, R"({"signerId": "$id", "newSignerName": "Alex", "reason": "away"})",
                &Ids::document)},
      {"stead_document_team_list", "user", &Ids::user,
       inRecordAlone(stead_document_team_list, R"({"userIds": ["$id"]})")},
      {"stead_document_team_list", "team", &Ids::team,
       inRecordAlone(stead_document_team_list, R"({"teamIds": ["$id"]})")},
      {"stead_document_change_access_code", "signer", &Ids::signer,
       inRecord(stead_document_change_access_code, R"({"signerId": "$id", "accessCode": "12"})", &Ids::document)},
  };
  for (const auto& [name, place, unknown] :
       {std::tuple{"identity", &Ids::identity, unknownId}, std::tuple{"e-mail", &Ids::identityEmail, unknownEmail}}) {
    entries.push_back({"stead_identity_get", name, place, byId(stead_identity_get), unknown});
    entries.push_back(
        {"stead_identity_update", name, place, byIdWith(stead_identity_update, R"({"name": "Alex"})"), unknown});
    entries.push_back({"stead_identity_resend", name, place, byId(stead_identity_resend), unknown});
    entries.push_back({"stead_identity_rerequest", name, place, byIdWith(stead_identity_rerequest, "{}"), unknown});
    entries.push_back({"stead_identity_delete", name, place, byId(stead_identity_delete), unknown});
    entries.push_back({"stead_identity_evidence", name, place, byId(stead_identity_evidence), unknown});
  }
  for (const auto place : {&Ids::document, &Ids::behalfDocument}) {
    const char* name = place == &Ids::document ? "document" : "document on behalf";
    entries.push_back({"stead_session_authorize_document", name, place, authorizeDocument});
    entries.push_back({"stead_session_explain_document", name, place,
                       [](const Asked& asked, stead_record** answer, stead_error** error) {
                         return stead_session_explain_document(asked.session, "document.revoke", asked.id, answer,
                                                               error);
                       }});
    entries.push_back({"stead_document_get", name, place, byId(stead_document_get)});
    entries.push_back({"stead_document_revoke", name, place, byIdWith(stead_document_revoke, R"({"message": "no"})")});
    entries.push_back({"stead_document_remind", name, place, byIdWith(stead_document_remind, "{}")});
    entries.push_back({"stead_document_change_access_code", name, place,
                       byIdWith(stead_document_change_access_code,
                                R"({"signerEmail": "david@cubeflakes.com", "accessCode": "12"})")});
    entries.push_back(
        {"stead_document_hand_over", name, place,
         inRecordAlone(stead_document_hand_over,
                       R"({"documentIds": ["$id"], "toUserId": "00000000-0000-7000-8000-000000000000"})")});
    entries.push_back({"stead_document_extend_expiry", name, place,
                       byIdWith(stead_document_extend_expiry, R"({"expiresAt": 1800000000000})")});
    entries.push_back(
        {"stead_document_add_tags", name, place, byIdWith(stead_document_add_tags, R"({"tags": ["x"]})")});
    entries.push_back(
        {"stead_document_delete_tags", name, place, byIdWith(stead_document_delete_tags, R"({"tags": ["x"]})")});
    entries.push_back({"stead_document_delete", name, place, byIdWith(stead_document_delete, R"({})")});
    entries.push_back(
        {"stead_document_change_recipient", name, place,
         byIdWith(stead_document_change_recipient,
                  R"({"signerEmail": "david@cubeflakes.com", "newSignerName": "Alex", "reason": "away"})")});
    entries.push_back(
        {"stead_document_prefill", name, place, byIdWith(stead_document_prefill, R"({"values": {"a": "b"}})")});
    entries.push_back({"stead_document_download", name, place, download});
    entries.push_back({"stead_document_certificate", name, place, readCertificate});
    entries.push_back({"stead_document_finished", name, place, readFinished});
    entries.push_back({"stead_document_audit_log", name, place, byId(stead_document_audit_log)});
    entries.push_back({"stead_audit_export_evidence", name, place, byId(stead_audit_export_evidence)});
  }
  return entries;
}

Outcome ask(TwoAccounts& store, const Entry& entry, bool asMember, bool aboutForeign) {
  store.nextHour();
  const std::string id = aboutForeign ? store.other().*entry.id : entry.unknown;
  const Session& session = asMember ? store.asking().member : store.asking().admin;
  Record answer;
  Error error;
  beginCounting();
  const stead_status status = entry.call({store, session.get(), id.c_str()}, out(answer), out(error));
  Outcome outcome{{}, endCounting()};
  outcome.words = wordsOf(status, error, answer);
  replaceAll(outcome.words, id, "$id");
  return outcome;
}

std::string header() {
  std::ifstream in(STEAD_HEADER);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// The functions of the header that take a session, or questions for one, and a text that names a thing or a person.
std::set<std::string> functionsWithIds(const std::string& text) {
  std::set<std::string> names;
  const std::regex declaration(R"(STEAD_API\s+[\w\s\*]*?\b(stead_\w+)\s*\(([^;]*)\);)");
  const std::regex named(R"(const char\* (\w*id|id_or_email|email|who|principal)\b)");
  for (std::sregex_iterator found(text.begin(), text.end(), declaration), end; found != end; ++found) {
    const std::string arguments = (*found)[2];
    const bool asks = arguments.find("const stead_session*") != std::string::npos ||
                      arguments.find("stead_decisions*") != std::string::npos;
    if (asks && std::regex_search(arguments, named)) names.insert((*found)[1]);
  }
  return names;
}

}  // namespace

TEST_CASE("another account's ids are answered as unknown ones, with the same work", "[tenants]") {
  TwoAccounts foreign;
  TwoAccounts unknown;
  for (const bool asMember : {false, true}) {
    for (const Entry& entry : table()) {
      CAPTURE(entry.function, entry.what, asMember);
      const Outcome one = ask(foreign, entry, asMember, true);
      const Outcome other = ask(unknown, entry, asMember, false);
      CHECK(one.words == other.words);
      CHECK(one.work.statements == other.work.statements);
      CHECK(std::abs(one.work.machineSteps - other.work.machineSteps) <= machineStepsApart);
    }
  }
}

TEST_CASE("the table asks what exists: for the other account's own people every id is good", "[tenants]") {
  TwoAccounts store;
  const std::set<std::string> mine{store.other().user,     store.other().team,     store.other().key,
                                   store.other().identity, store.other().document, store.other().behalfDocument,
                                   store.other().signer,   store.other().brand};
  CHECK(mine.size() == 8);
  for (const std::string& id : mine) CHECK(id.size() == 36);
  // Work is counted at all.
  beginCounting();
  Record answer;
  Error error;
  CHECK(stead_document_get(store.asking().member.get(), store.asking().ids.document.c_str(), out(answer), out(error)) ==
        STEAD_OK);
  const SqliteWork work = endCounting();
  CHECK(work.statements.size() > 5);
  CHECK(work.machineSteps > 100);
}

TEST_CASE("no function that takes an id is missing from the table", "[tenants]") {
  const std::set<std::string> declared = functionsWithIds(header());
  CHECK(declared.size() > 20);
  std::set<std::string> asked;
  for (const Entry& entry : table()) asked.insert(entry.function);
  for (const std::string& name : declared) {
    CAPTURE(name);
    CHECK(asked.contains(name));
  }
}
