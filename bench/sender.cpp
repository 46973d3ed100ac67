#include "sender.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "sqlite_floor.h"

namespace stead::bench {
namespace {

Record takeMails(const HostEngine& engine) {
  const Record request = record(R"({"max":10})");
  return make<stead_record>(
      [&](auto** out, auto** error) { return stead_outbox_take(engine.get(), request.get(), out, error); });
}

// The token of the newest link in these mails.
std::string tokenIn(const Record& mails) {
  for (int64_t i = stead_record_count(mails.get(), "/items"); i-- > 0;) {
    const std::string link = text(mails, ("/items/" + std::to_string(i) + "/link").c_str());
    if (!link.empty()) return link.substr(link.rfind('/') + 1);
  }
  throw std::runtime_error("no mail with a link is waiting");
}

}  // namespace

std::string makeConsentedUser(const HostEngine& engine) {
  const Record request =
      record(R"({"name":"Cubeflakes","admin":{"name":"Hank White","email":"hankwhite@cubeflakes.com"}})");
  const Record account = make<stead_record>(
      [&](auto** out, auto** error) { return stead_account_create(engine.get(), request.get(), out, error); });
  std::string userId = text(account, "/adminUserId");
  (void)consent(engine, openSession(engine, userId), "Luther Cooper", ownerEmail);
  return userId;
}

std::string consent(const HostEngine& engine, const HostSession& session, const std::string& name,
                    const std::string& email) {
  const Record request = record(R"({"name":")" + name + R"(","email":")" + email + R"("})");
  (void)make<stead_record>(
      [&](auto** out, auto** error) { return stead_identity_create(session.get(), request.get(), out, error); });
  const std::string token = tokenIn(takeMails(engine));
  const Record look = make<stead_record>(
      [&](auto** out, auto** error) { return stead_owner_look(engine.get(), token.c_str(), out, error); });
  const Record yes = record(R"({"textHash":")" + text(look, "/textHash") + R"("})");
  (void)make<stead_record>([&](auto** out, auto** error) {
    return stead_owner_approve(engine.get(), token.c_str(), yes.get(), out, error);
  });
  return tokenIn(takeMails(engine));
}

std::string onlyUserOf(const std::string& path) {
  const Db db = openDb(path);
  const Prepared user = prepare(db, "SELECT uid FROM \"user\"");
  if (sqlite3_step(user.get()) != SQLITE_ROW) throw std::runtime_error("no user in " + path);
  return reinterpret_cast<const char*>(sqlite3_column_text(user.get(), 0));
}

Sender::Sender(const HostEngine& engine, const std::string& userId, const std::string& pdf) {
  const HostSession self = openSession(engine, userId);
  session_ = make<stead_session>(
      [&](auto** out, auto** error) { return stead_session_on_behalf_of(self.get(), ownerEmail, out, error); });
  upload_ = make<stead_upload>([](auto** out, auto** error) { return stead_upload_new(out, error); });
  stead_error* error = nullptr;
  must(stead_upload_add_file(upload_.get(), "agreement.pdf", pdf.data(), static_cast<int64_t>(pdf.size()), &error),
       error);
  request_ = record(
      R"({"title":"Agreement","message":"Please sign this.","signers":[)"
      R"({"name":"David","emailAddress":"david@cubeflakes.com","formFields":[{"id":"sign","fieldType":"Signature",)"
      R"("pageNumber":1,"bounds":{"x":100,"y":100,"width":100,"height":50},"isRequired":true}]},)"
      R"({"name":"Counter signer","emailAddress":"legal@cubeflakes.com","formFields":[{"id":"initial",)"
      R"("fieldType":"Initial","pageNumber":2,"bounds":{"x":100,"y":100,"width":100,"height":50}}]}],)"
      R"("cc":[{"emailAddress":"archive@cubeflakes.com"}]})");
}

void Sender::send() {
  (void)make<stead_record>([&](auto** out, auto** error) {
    return stead_document_send(session_.get(), request_.get(), upload_.get(), out, error);
  });
}

std::string readFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  if (!file) throw std::runtime_error("cannot read " + path);
  return out.str();
}

}  // namespace stead::bench
