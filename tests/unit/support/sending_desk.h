// An office in which Hank White may send on behalf of Luther Cooper, and what tests of documents do there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "documents/document_verbs.h"
#include "identities/identity_verbs.h"
#include "people.h"
#include "send_samples.h"
#include "test_store.h"

namespace stead::test {

// A signer with one field of each kind that takes a text, and a date that fills itself.
inline Json signerNamed(std::string_view name, std::string_view email, std::int64_t order = 1) {
  const auto field = [](const char* id, const char* type) {
    return Json{{"id", id},
                {"fieldType", type},
                {"pageNumber", 1},
                {"bounds", {{"x", 10}, {"y", 10}, {"width", 100}, {"height", 20}}}};
  };
  Json fields = Json::array({field("", "Signature"), field("", "DateSigned")});
  for (Json& made : fields) made["id"] = std::string(email) + "/" + made["fieldType"].get<std::string>();
  return {{"name", name}, {"emailAddress", email}, {"signerOrder", order}, {"formFields", std::move(fields)}};
}

class SendingDesk {
 public:
  SendingDesk()
      : office(store), engine(store.engine()), luther(office.luther), hank(office.join(hankEmail, "Hank White")) {
    forLuther = onBehalfOf(hank, lutherEmail);
  }

  // Luther agrees to everything that is asked for, or to less.
  void consent(Json narrowing = Json::object()) {
    identity = identities::create(engine, hank, {{"name", "Luther Cooper"}, {"email", lutherEmail}});
    approve(std::move(narrowing));
  }
  void approve(Json answer = Json::object()) {
    const std::string id = identity["id"];
    identity = identities::get(engine, hank, id);
    const std::string token = engine.secrets().linkToken(link::consent, id, identity["consentRound"]);
    answer["textHash"] = identities::ownerLook(engine, token)["textHash"];
    (void)identities::ownerApprove(engine, token, answer);
    identity = identities::get(engine, hank, id);
  }
  void revokeConsent() {
    const std::string grantId = identity["grant"]["id"];
    (void)identities::ownerRevoke(engine, engine.secrets().linkToken(link::revoke, grantId, 0), Json::object());
  }

  [[nodiscard]] static Json record(const std::string& title = "Agreement") {
    return {{"title", title},
            {"message", "Please sign."},
            {"signers", Json::array({signerNamed("David", davidEmail)})},
            {"expiryValue", 30}};
  }
  [[nodiscard]] static Json twoInOrder() {
    Json request = record();
    request["enableSigningOrder"] = true;
    request["signers"].push_back(signerNamed("Legal Desk", legalEmail, 2));
    return request;
  }
  [[nodiscard]] static Json withCode(const std::string& code) {
    Json request = record();
    request["signers"][0]["authenticationType"] = "AccessCode";
    request["signers"][0]["authenticationCode"] = code;
    return request;
  }
  Json send(const Session& session, const Json& request = record()) {
    return documents::send(engine, session, request, agreement());
  }

  [[nodiscard]] std::string tokenOf(const Json& sent, std::size_t signer = 0) const {
    return engine.secrets().linkToken(link::sign, sent["signers"][signer]["id"].get<std::string>(), 0);
  }
  [[nodiscard]] static Json signatureOf(std::string_view email) {
    Json values = Json::object();
    values[std::string(email) + "/Signature"] = "David";
    return {{"values", values}};
  }
  Json sign(const Json& sent, std::string_view email = davidEmail, std::size_t signer = 0) {
    return documents::signerSign(engine, tokenOf(sent, signer), signatureOf(email));
  }
  Json get(const Session& session, const Json& sent) {
    return documents::get(engine, session, sent["id"].get<std::string>());
  }
  [[nodiscard]] static std::string idOf(const Json& record) { return record["id"].get<std::string>(); }

  // "<kind> <receiver>" of the mails planned for an event, sorted.
  std::vector<std::string> mailsSince(std::int64_t rowBefore) {
    std::vector<std::string> out;
    for (const auto& row :
         store.rows(2, "SELECT kind, receiver FROM outbox WHERE id > $1 ORDER BY kind, receiver", rowBefore)) {
      out.push_back(row[0] + " " + row[1]);
    }
    return out;
  }
  std::int64_t lastMail() { return store.number("SELECT coalesce(max(id), 0) FROM outbox"); }
  // The actions of the history, in order.
  std::vector<std::string> actionsOf(const Session& session, const Json& sent) {
    std::vector<std::string> out;
    const Json document = get(session, sent);
    for (const Json& event : document["history"]) out.push_back(event["action"].get<std::string>());
    return out;
  }
  Json lastEntry() { return store.entries(office.scope).back(); }

  TestStore store;
  Office office;
  Engine& engine;
  Session luther;  // Admin; also the person Hank acts for
  Session hank;
  Session forLuther;
  Json identity;
};

}  // namespace stead::test
