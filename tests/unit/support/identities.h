// Hank White asks Luther Cooper for permission, on a test store of their account.
#pragma once

#include <string>
#include <string_view>

#include "identities/identity_verbs.h"
#include "people.h"

namespace stead::test {

struct Desk {
  explicit Desk(const Json& options = Json::object()) : store(options), office(store), hank(makeHank()) {}

  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  [[nodiscard]] Engine& engine() { return office.engine; }
  Json ask(Json extra = Json::object()) { return askAs(hank, lutherEmail, std::move(extra)); }
  Json askAs(const Session& session, const char* email, Json extra = Json::object()) {
    Json request = {{"name", "Luther Cooper"}, {"email", email}};
    request.update(extra);
    return identities::create(office.engine, session, request);
  }
  [[nodiscard]] std::string consentToken(const Json& identity) const {
    return office.engine.secrets().linkToken(link::consent, identity["id"].get<std::string>(),
                                             identity["consentRound"].get<std::int64_t>());
  }
  [[nodiscard]] std::string revokeToken(const Json& grant) const {
    return office.engine.secrets().linkToken(link::revoke, grant["id"].get<std::string>(), 0);
  }
  Json look(const std::string& token) { return identities::ownerLook(office.engine, token); }
  Json approve(const Json& identity, Json extra = Json::object()) {
    const std::string token = consentToken(identity);
    Json request = {{"textHash", look(token)["textHash"]}};
    request.update(extra);
    return approveBy(token, request);
  }
  Json approveBy(const std::string& token, const Json& request) {
    return identities::ownerApprove(office.engine, token, request);
  }
  Json deny(const Json& identity, const Json& request = Json::object()) {
    return denyBy(consentToken(identity), request);
  }
  Json denyBy(const std::string& token, const Json& request = Json::object()) {
    return identities::ownerDeny(office.engine, token, request);
  }
  Json narrowBy(const std::string& token, const Json& request) {
    return identities::ownerNarrow(office.engine, token, request);
  }
  Json revoke(const Json& grant) { return revokeBy(revokeToken(grant)); }
  Json revokeBy(const std::string& token) { return identities::ownerRevoke(office.engine, token, Json::object()); }
  Json read(const Json& identity) { return identities::get(office.engine, hank, identity["id"].get<std::string>()); }

  // Kinds and receivers of the mails planned so far, in order of planning.
  std::vector<std::string> mails() {
    std::vector<std::string> out;
    for (const auto& row : store.rows(1, "SELECT kind FROM outbox WHERE kind <> 'user.invited.invitee' ORDER BY id")) {
      out.push_back(row.front());
    }
    return out;
  }
  // The newest entry of the account's trail.
  Json lastEntry() { return store.entries(office.scope).back(); }

  TestStore store;
  Office office;
  Session hank;

 private:
  Session makeHank() { return office.join(hankEmail, "Hank White"); }
};

}  // namespace stead::test
