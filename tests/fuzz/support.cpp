#include "support.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace stead_fuzz {
namespace {

using stead_test::record;
using stead_test::require;
using stead_test::text;

// One folder for the life of the process; each store of it is a new file.
std::string newStorePath() {
  static const stead_test::Folder folder;
  const std::filesystem::path path = folder.store();
  for (const auto& entry : std::filesystem::directory_iterator(path.parent_path())) {
    std::filesystem::remove_all(entry.path());
  }
  return path.string();
}

std::string agreement() {
  static const std::string bytes = [] {
    std::ifstream file(STEAD_SOURCE_DIR "/examples/data/agreement.pdf", std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
  }();
  return bytes;
}

// Calls a verb that must succeed.
template <class F>
Record done(F verb) {
  Record answer;
  Error error;
  require(verb(out(answer), out(error)), error);
  return answer;
}

}  // namespace

void hold(bool kept, std::string_view promise) {
  if (kept) return;
  std::fprintf(stderr, "BROKEN PROMISE: %.*s\n", static_cast<int>(promise.size()), promise.data());
  std::abort();
}

void holdOutcome(stead_status status, const stead_error* error) {
  if (status == STEAD_OK) {
    hold(error == nullptr, "no error object beside STEAD_OK");
    return;
  }
  hold(error != nullptr && stead_error_status(error) == status, "status and error object agree");
  const std::string_view text = stead_error_text(error);
  if (status == STEAD_INTERNAL) std::fprintf(stderr, "%s: %s\n", stead_error_code(error), stead_error_text(error));
  hold(status != STEAD_INTERNAL, "no input is a defect of Stead");
  hold(*stead_error_code(error) != '\0' && !text.empty(), "an error has a code and a text");
  hold(text.find('\n') == std::string_view::npos, "the text of an error is one line");
  for (std::int64_t i = 0; i < stead_error_field_count(error); ++i) {
    const std::string_view path = stead_error_field_path(error, i);
    hold(path.empty() || path.front() == '/', "a field at fault is named by a pointer");
    hold(*stead_error_field_message(error, i) != '\0', "a field at fault has a message");
  }
}

void holdAnswer(stead_status status, const Record& answer) {
  if (status != STEAD_OK) {
    hold(answer == nullptr, "no answer beside an error");
    return;
  }
  const std::string json = stead_test::json(answer);
  hold(stead_test::json(record(json)) == json, "an answer is a record that reads back as itself");
}

std::uint8_t Input::byte() {
  if (rest_.empty()) return 0;
  const auto first = static_cast<std::uint8_t>(rest_.front());
  rest_.remove_prefix(1);
  return first;
}

std::int64_t Input::integer() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 8) value |= std::uint64_t{byte()} << shift;
  return static_cast<std::int64_t>(value);
}

std::string_view Input::piece() {
  const std::size_t length = byte();
  const std::string_view text = rest_.substr(0, length);
  rest_.remove_prefix(text.size());
  return text;
}

std::string_view Input::line() {
  const std::string_view line = rest_.substr(0, rest_.find('\n'));
  rest_.remove_prefix(line.size() == rest_.size() ? line.size() : line.size() + 1);
  return line;
}

Store::Store()
    : path_(newStorePath()),
      engine_(
          stead_test::openEngine(path_, R"({"testClockMs": 1767225600000, "testIdSeed": 1, "durability": "normal"})")) {
  makePeople();
  makeIdentities();
  makeDocuments();
  makeOtherAccount();
  takeLinks();
}

Session Store::trusted(const std::string& userId) const {
  Session session;
  Error error;
  require(stead_session_open_trusted(engine(), userId.c_str(), out(session), out(error)), error);
  return session;
}

void Store::makePeople() {
  const Record account = done([&](auto answer, auto error) {
    return stead_account_create(
        engine(),
        record(R"({"name": "Cubeflakes", "admin": {"name": "Contracts Office", "email": "contracts@cubeflakes.com"}})")
            .get(),
        answer, error);
  });
  names_["$account"] = text(account, "/id");
  names_["$admin"] = text(account, "/adminUserId");
  sessions_[0] = trusted(named("$admin"));
  const auto invited = [&](const char* name, const char* email) {
    const Record user = done([&](auto answer, auto error) {
      return stead_user_invite(session(0), record(std::string(R"({"email": ")") + email + R"("})").get(), answer,
                               error);
    });
    names_[name] = text(user, "/id");
  };
  invited("$hank", "hankwhite@cubeflakes.com");
  invited("$alex", "alexgayle@cubeflakes.com");
  takeLinks();
  (void)done([&](auto answer, auto error) {
    return stead_user_accept(engine(), named("$invitationOfhankwhite").c_str(),
                             record(R"({"name": "Hank White"})").get(), answer, error);
  });
  (void)done([&](auto answer, auto error) {
    return stead_account_update(session(0), record(R"({"accountWide": true})").get(), answer, error);
  });
  (void)done([&](auto answer, auto error) {
    return stead_user_update(
        session(0), named("$hank").c_str(),
        record(
            R"({"apiAccountWideAccess": true, "allowSendOnBehalfOf": true, "metaData": {"mark": "kept-by-cubeflakes"}})")
            .get(),
        answer, error);
  });
  const Record team = done([&](auto answer, auto error) {
    return stead_team_create(session(0), record(R"({"name": "Legal kept-by-cubeflakes"})").get(), answer, error);
  });
  names_["$team"] = text(team, "/id");
  sessions_[1] = trusted(named("$hank"));
  const Record key = done([&](auto answer, auto error) {
    return stead_api_key_create(session(1), record(R"({"name": "desk kept-by-cubeflakes"})").get(), answer, error);
  });
  names_["$apiKeyId"] = text(key, "/id");
  names_["$apiKey"] = text(key, "/key");
}

void Store::makeIdentities() {
  const auto asked = [&](const char* name, const char* request) {
    const Record identity = done([&](auto answer, auto error) {
      return stead_identity_create(session(1), record(request).get(), answer, error);
    });
    names_[name] = text(identity, "/id");
  };
  asked(
      "$identity",
      R"({"name": "Luther Cooper", "email": "luthercooper@cubeflakes.com", "metaData": {"desk": "kept-by-cubeflakes"}})");
  asked("$pendingIdentity", R"({"name": "David", "email": "david@cubeflakes.com"})");
  takeLinks();
  const std::string& link = named("$consentOfluthercooper");
  const Record look =
      done([&](auto answer, auto error) { return stead_owner_look(engine(), link.c_str(), answer, error); });
  const Record approved = done([&](auto answer, auto error) {
    return stead_owner_approve(engine(), link.c_str(),
                               record(R"({"textHash": ")" + text(look, "/textHash") + "\"}").get(), answer, error);
  });
  names_["$grant"] = text(approved, "/grant/id");
  const Record pending = done([&](auto answer, auto error) {
    return stead_owner_look(engine(), named("$consentOfdavid").c_str(), answer, error);
  });
  names_["$textHash"] = text(pending, "/textHash");
  Error error;
  require(stead_session_on_behalf_of(session(1), "luthercooper@cubeflakes.com", out(sessions_[2]), out(error)), error);
  require(stead_session_account_wide(session(1), named("$admin").c_str(), out(sessions_[3]), out(error)), error);
}

Record Store::send(const stead_session* session, const std::string& request) const {
  stead_test::Upload upload;
  Error error;
  require(stead_upload_new(out(upload), out(error)), error);
  const std::string bytes = agreement();
  require(stead_upload_add_file(upload.get(), "agreement.pdf", bytes.data(), static_cast<std::int64_t>(bytes.size()),
                                out(error)),
          error);
  return done([&](auto answer, auto problem) {
    return stead_document_send(session, record(request).get(), upload.get(), answer, problem);
  });
}

void Store::makeDocuments() {
  const std::string bounds = R"("pageNumber": 1, "bounds": {"x": 1, "y": 1, "width": 50, "height": 20})";
  const Record document = send(
      session(2),
      R"({"title": "Agreement", "metaData": {"deal": "kept-by-cubeflakes"}, "labels": ["renewal"], "signers": [{"name": "David", "emailAddress": "david@cubeflakes.com", "formFields": [
      {"id": "sign", "fieldType": "Signature", )" +
          bounds + R"(},
      {"id": "place", "fieldType": "TextBox", "validationType": "CustomRegex", "validationCustomRegex": "(a|b)*c?", )" +
          bounds + R"(},
      {"id": "agreed", "fieldType": "CheckBox", "isRequired": false, )" +
          bounds + "}]}]}");
  names_["$document"] = text(document, "/id");
  names_["$signer"] = text(document, "/signers/0/id");
  const Record own = send(
      session(1),
      R"({"title": "Own", "signers": [{"name": "Alex Gayle", "emailAddress": "alexgayle@cubeflakes.com", "authenticationCode": "0815", "authenticationType": "AccessCode", "formFields": [
      {"id": "sign", "fieldType": "Signature", )" +
          bounds + "}]}]}");
  names_["$ownDocument"] = text(own, "/id");
  const Record later = send(
      session(2),
      R"({"title": "Later", "scheduledSendAt": 1767312000000, "signers": [{"name": "David", "emailAddress": "david@cubeflakes.com", "formFields": [
      {"id": "sign", "fieldType": "Signature", )" +
          bounds + "}]}]}");
  names_["$scheduledDocument"] = text(later, "/id");
}

void Store::makeOtherAccount() {
  const Record account = done([&](auto answer, auto error) {
    return stead_account_create(
        engine(),
        record(R"({"name": "Legal Desk", "admin": {"name": "Legal Desk", "email": "legal@cubeflakes.com"}})").get(),
        answer, error);
  });
  names_["$otherAccount"] = text(account, "/id");
  sessions_[stranger] = trusted(text(account, "/adminUserId"));
}

// Each link under its kind and the local part of whom it was mailed to: "$consentOfdavid".
void Store::takeLinks() {
  const Record taken = done([&](auto answer, auto error) {
    return stead_outbox_take(engine(), record(R"({"max": 100})").get(), answer, error);
  });
  const std::map<std::string, std::string> kinds{{"user.invited.invitee", "$invitationOf"},
                                                 {"identity.asked.owner", "$consentOf"},
                                                 {"identity.approved.owner", "$revokeOf"},
                                                 {"document.request.signer", "$signOf"}};
  for (std::int64_t i = 0; i < stead_record_count(taken.get(), "/items"); ++i) {
    const std::string item = "/items/" + std::to_string(i);
    names_["$message"] = text(taken, (item + "/id").c_str());
    const auto kind = kinds.find(text(taken, (item + "/kind").c_str()));
    if (kind == kinds.end()) continue;
    const std::string to = text(taken, (item + "/to/email").c_str());
    const std::string link = text(taken, (item + "/link").c_str());
    names_[kind->second + to.substr(0, to.find('@'))] = link.substr(link.rfind('/') + 1);
  }
}

std::string Store::spelledOut(std::string_view text) const {
  std::string spelled(text);
  if (spelled.find('$') == std::string::npos) return spelled;
  // From the last name backwards: of two that begin alike the longer one goes first.
  for (auto name = names_.rbegin(); name != names_.rend(); ++name) {
    for (std::size_t at = spelled.find(name->first); at != std::string::npos; at = spelled.find(name->first, at)) {
      spelled.replace(at, name->first.size(), name->second);
    }
  }
  return spelled;
}

void Store::moveClock(std::int64_t by) {
  now_ += by;
  Error error;
  require(stead_engine_set_test_clock(engine(), now_, out(error)), error);
}

}  // namespace stead_fuzz
