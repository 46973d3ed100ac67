#include "office.h"

#include <memory>
#include <nlohmann/json.hpp>
#include <utility>

namespace stead::fault {
namespace {

using namespace stead_test;
using Json = nlohmann::json;

constexpr const char* luther = "luthercooper@cubeflakes.com";
constexpr std::int64_t hourMs = 3600000;

Record recordOf(const Json& content) { return record(content.dump()); }

Json sendRequest() {
  return {{"title", "Agreement"},
          {"signers",
           Json::array(
               {{{"name", "David"},
                 {"emailAddress", "david@cubeflakes.com"},
                 {"formFields", Json::array({{{"id", "sign"},
                                              {"fieldType", "Signature"},
                                              {"pageNumber", 1},
                                              {"bounds", {{"x", 1}, {"y", 1}, {"width", 1}, {"height", 1}}}}})}}})}};
}

// The smallest honest file; what stands behind its end makes it another one each time.
std::string onePage(std::mt19937& random) {
  std::string pdf = "%PDF-1.4\n";
  std::string table = "0000000000 65535 f \n";
  for (const char* object :
       {"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n", "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n",
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>endobj\n"}) {
    const std::string at = std::to_string(pdf.size());
    table += std::string(10 - at.size(), '0') + at + " 00000 n \n";
    pdf += object;
  }
  const std::string tableAt = std::to_string(pdf.size());
  return pdf + "xref\n0 4\n" + table + "trailer<</Size 4/Root 1 0 R>>\nstartxref\n" + tableAt + "\n%%EOF\n%" +
         std::to_string(random());
}

// A picture by its frame; nobody looks at what is in it.
std::string picture(std::size_t bytes, std::mt19937& random) {
  std::string jpg("\xFF\xD8\xFF\xC0\x00\x11\x08\x00\x10\x00\x10\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01\xFF\xDA", 23);
  while (jpg.size() < bytes) jpg += static_cast<char>(random() & 0x7FU);
  return jpg + "\xFF\xD9";
}

}  // namespace

CallFailed::CallFailed(const std::string& what, const stead_error* error)
    : std::runtime_error(what + ": " + stead_error_code(error) + ": " + stead_error_text(error)),
      code_(stead_error_code(error)) {}

Office::Office(std::string store, std::string options, unsigned seed)
    : store_(std::move(store)), options_(std::move(options)), random_(seed) {
  chooseOptions();
}

void Office::must(const std::string& what, const Act& act) {
  Error error;
  if (act(out(error)) != STEAD_OK) throw CallFailed(what, error.get());
}

Record Office::answerOf(const std::string& what,
                        const std::function<stead_status(stead_record**, stead_error**)>& act) {
  Record answer;
  must(what, [&](stead_error** error) { return act(out(answer), error); });
  return answer;
}

// A new seed each time: the ids of the last run must not come again.
void Office::chooseOptions() {
  openOptions_ = record(R"({"busyTimeoutMs": 20, "testIdSeed": )" + std::to_string(random_()) + R"(, "testClockMs": )" +
                        std::to_string(clock_) + (options_.empty() ? "" : ", " + options_) + "}");
}

stead_status Office::open(stead_error** error) {
  return stead_engine_open(store_.c_str(), openOptions_.get(), hostSecret.data(), STEAD_SECRET_BYTES, out(engine_),
                           error);
}

stead_status Office::close(stead_error** error) {
  forLuther_.reset();
  hank_.reset();
  return stead_engine_close(engine_.get(), error);
}

void Office::mustOpen() {
  must("engine.open", [&](stead_error** error) { return open(error); });
}

void Office::mustClose() {
  must("engine.close", [&](stead_error** error) { return close(error); });
}

void Office::abandon() noexcept {
  forLuther_.reset();
  hank_.reset();
  engine_.reset();
}

void Office::enter() {
  chooseOptions();
  if (accountId_.empty()) {
    const Record request =
        record(R"({"name": "Cubeflakes", "admin": {"name": "Hank White", "email": "hankwhite@cubeflakes.com"}})");
    const Record account = answerOf("account.create", [&](stead_record** answer, stead_error** error) {
      return stead_account_create(engine_.get(), request.get(), answer, error);
    });
    accountId_ = text(account, "/id");
    userId_ = text(account, "/adminUserId");
  }
  must("session.openTrusted", [&](stead_error** error) {
    return stead_session_open_trusted(engine_.get(), userId_.c_str(), out(hank_), error);
  });
  must("session.onBehalfOf",
       [&](stead_error** error) { return stead_session_on_behalf_of(hank_.get(), luther, out(forLuther_), error); });
}

void Office::passTime(std::int64_t ms) {
  clock_ += ms;
  chooseOptions();
  must("clock", [&](stead_error** error) { return stead_engine_set_test_clock(engine_.get(), clock_, error); });
}

std::string Office::deliver(const std::string& kind) {
  std::string token;
  const Record request = record(R"({"max": 100})");
  for (std::size_t taken = 100; taken == 100;) {
    const Record answer = answerOf("outbox.take", [&](stead_record** into, stead_error** error) {
      return stead_outbox_take(engine_.get(), request.get(), into, error);
    });
    const Json items = Json::parse(json(answer))["items"];
    taken = items.size();
    for (const Json& item : items) {
      const std::string link = item.value("link", "");
      if (item["kind"] == kind) token = link.substr(link.rfind('/') + 1);
      must("outbox.ack", [&](stead_error** error) {
        return stead_outbox_ack(engine_.get(), item["id"].get<std::string>().c_str(), item["lease"].get<std::int64_t>(),
                                error);
      });
    }
  }
  return token;
}

void Office::askForConsent() {
  passTime(6 * hourMs);  // not too many mails to one address in a day
  Record gone;
  Error error;
  if (stead_identity_delete(hank_.get(), luther, out(gone), out(error)) != STEAD_OK &&
      std::string(stead_error_code(error.get())) != "identityNotFound") {
    throw CallFailed("identity.delete", error.get());
  }
  if (acknowledged_.grants.contains(grant_)) acknowledged_.grants[grant_] = "ended";
  const Record request = recordOf({{"name", "Luther Cooper"}, {"email", luther}});
  (void)answerOf("identity.create", [&](stead_record** answer, stead_error** err) {
    return stead_identity_create(hank_.get(), request.get(), answer, err);
  });
  consentToken_ = deliver("identity.asked.owner");
  const Record page = answerOf("owner.look", [&](stead_record** answer, stead_error** err) {
    return stead_owner_look(engine_.get(), consentToken_.c_str(), answer, err);
  });
  textHash_ = text(page, "/textHash");
}

void Office::haveConsent() {
  Record identity;
  Error error;
  if (stead_identity_get(hank_.get(), luther, out(identity), out(error)) == STEAD_OK &&
      text(identity, "/status") == "Verified") {
    return;
  }
  askForConsent();
  approve();
}

void Office::approve() {
  const Record request = recordOf({{"textHash", textHash_}});
  const Record approved = answerOf("owner.approve", [&](stead_record** answer, stead_error** err) {
    return stead_owner_approve(engine_.get(), consentToken_.c_str(), request.get(), answer, err);
  });
  grant_ = text(approved, "/grant/id");
  acknowledged_.grants[grant_] = "living";
  revokeToken_ = deliver("identity.approved.owner");
}

void Office::revokeByOwner() {
  (void)answerOf("owner.revoke", [&](stead_record** answer, stead_error** error) {
    return stead_owner_revoke(engine_.get(), revokeToken_.c_str(), nullptr, answer, error);
  });
  acknowledged_.grants[grant_] = "ended";
}

void Office::exportEvidence() {
  document_ = send(hank_.get());
  evidence_ = json(answerOf("audit.exportEvidence", [&](stead_record** answer, stead_error** error) {
    return stead_audit_export_evidence(hank_.get(), document_.c_str(), answer, error);
  }));
  vkey_ = text(answerOf("audit.checkpoint",
                        [&](stead_record** answer, stead_error** error) {
                          return stead_audit_checkpoint(engine_.get(), accountId_.c_str(), answer, error);
                        }),
               "/vkey");
}

void Office::newPicture() { newUpload("agreement.jpg", picture(fileBytes_, random_)); }

void Office::newUpload(const char* name, const std::string& content) {
  must("upload.new", [&](stead_error** error) { return stead_upload_new(out(upload_), error); });
  must("upload.addFile", [&](stead_error** error) {
    return stead_upload_add_file(upload_.get(), name, content.data(), static_cast<std::int64_t>(content.size()), error);
  });
}

std::string Office::send(const stead_session* session) {
  if (upload_ == nullptr) newPicture();
  const Record request = recordOf(sendRequest());
  const Record sent = answerOf("document.send", [&](stead_record** answer, stead_error** error) {
    return stead_document_send(session, request.get(), upload_.get(), answer, error);
  });
  acknowledged_.documents.emplace(text(sent, "/id"), "InProgress");
  return text(sent, "/id");
}

std::vector<Step> Office::steps() {
  const auto nothing = [] {};
  const auto with = [](const Json& content) { return std::make_shared<const Record>(recordOf(content)); };
  const auto account =
      with({{"name", "Cubeflakes"}, {"admin", {{"name", "Hank White"}, {"email", "hankwhite@cubeflakes.com"}}}});
  const auto ask = with({{"name", "Luther Cooper"}, {"email", luther}});
  const auto agreement = with(sendRequest());
  const auto values = with({{"values", {{"sign", "David"}}}});
  const auto reason = with({{"message", "changed"}});
  const auto key = with({{"name", "desk"}});
  const auto metaData = std::make_shared<Record>();
  const auto approval = std::make_shared<Record>();
  const auto decision = std::make_shared<Decision>();
  const auto sent = [this] { acknowledged_.documents.emplace(text(answer_, "/id"), "InProgress"); };

  return {
      {"account.create", nothing,
       [=, this](stead_error** error) {
         return stead_account_create(engine_.get(), account->get(), out(answer_), error);
       },
       nothing},
      {"session.openTrusted", nothing,
       [=, this](stead_error** error) {
         Session session;
         return stead_session_open_trusted(engine_.get(), userId_.c_str(), out(session), error);
       },
       nothing},
      {"identity.create",
       [this] {
         askForConsent();
         (void)answerOf("identity.delete", [&](stead_record** answer, stead_error** error) {
           return stead_identity_delete(hank_.get(), luther, answer, error);
         });
       },
       [=, this](stead_error** error) { return stead_identity_create(hank_.get(), ask->get(), out(answer_), error); },
       nothing},
      {"outbox.take", [this] { askForConsent(); },
       [=, this](stead_error** error) { return stead_outbox_take(engine_.get(), nullptr, out(answer_), error); },
       nothing, true},
      {"owner.look", [this] { askForConsent(); },
       [=, this](stead_error** error) {
         return stead_owner_look(engine_.get(), consentToken_.c_str(), out(answer_), error);
       },
       nothing},
      {"owner.approve",
       [=, this] {
         askForConsent();
         *approval = recordOf({{"textHash", textHash_}});
       },
       [=, this](stead_error** error) {
         return stead_owner_approve(engine_.get(), consentToken_.c_str(), approval->get(), out(answer_), error);
       },
       [this] {
         grant_ = text(answer_, "/grant/id");
         acknowledged_.grants[grant_] = "living";
       }},
      {"session.authorize",
       [=, this] {
         haveConsent();
         if (*decision == nullptr) {
           must("decision.new", [&](stead_error** error) { return stead_decision_new(out(*decision), error); });
         }
       },
       [=, this](stead_error** error) {
         return stead_session_authorize(forLuther_.get(), "document.send", nullptr, decision->get(), error);
       },
       [=] {
         if (stead_decision_allowed(decision->get()) != 1) throw std::runtime_error("a living grant was refused");
       }},
      {"session.authorize after a revocation",
       [=, this] {
         askForConsent();
         approve();
         if (*decision == nullptr) {
           must("decision.new", [&](stead_error** error) { return stead_decision_new(out(*decision), error); });
         }
         must("session.authorize", [&](stead_error** error) {
           return stead_session_authorize(forLuther_.get(), "document.send", nullptr, decision->get(), error);
         });
         if (stead_decision_allowed(decision->get()) != 1) throw std::runtime_error("a living grant was refused");
         revokeByOwner();
       },
       [=, this](stead_error** error) {
         return stead_session_authorize(forLuther_.get(), "document.send", nullptr, decision->get(), error);
       },
       [=] {
         if (stead_decision_allowed(decision->get()) != 0) throw std::runtime_error("allowed after the revocation");
       }},
      {"document.send",
       [this] {
         haveConsent();
         (void)send(forLuther_.get());
       },
       [=, this](stead_error** error) {
         return stead_document_send(forLuther_.get(), agreement->get(), upload_.get(), out(answer_), error);
       },
       sent},
      {"document.send with a new file",
       [this] {
         haveConsent();
         newPicture();
       },
       [=, this](stead_error** error) {
         return stead_document_send(forLuther_.get(), agreement->get(), upload_.get(), out(answer_), error);
       },
       sent, true},
      {"document.send with a new PDF",
       [this] {
         haveConsent();
         newUpload("agreement.pdf", onePage(random_));
       },
       [=, this](stead_error** error) {
         return stead_document_send(forLuther_.get(), agreement->get(), upload_.get(), out(answer_), error);
       },
       sent, true, true},
      {"document.download", [this] { document_ = send(hank_.get()); },
       [=, this](stead_error** error) {
         return stead_document_download(hank_.get(), document_.c_str(), 0, 0, part_.data(), part_.size(), &partBytes_,
                                        out(answer_), error);
       },
       nothing, true},
      {"apiKey.create", nothing,
       [=, this](stead_error** error) { return stead_api_key_create(hank_.get(), key->get(), out(answer_), error); },
       [this] {
         const std::string id = text(answer_, "/id");
         (void)answerOf("apiKey.revoke", [&](stead_record** answer, stead_error** error) {
           return stead_api_key_revoke(hank_.get(), id.c_str(), answer, error);
         });
       }},
      {"identity.update",
       [=, this] {
         haveConsent();
         // An update that changes nothing is not written down.
         *metaData = recordOf({{"metaData", {{"plan", std::to_string(random_())}}}});
       },
       [=, this](stead_error** error) {
         return stead_identity_update(hank_.get(), luther, metaData->get(), out(answer_), error);
       },
       [this] { ++acknowledged_.updates; }},
      {"signer.sign",
       [this] {
         document_ = send(hank_.get());
         signToken_ = deliver("document.request.signer");
       },
       [=, this](stead_error** error) {
         return stead_signer_sign(engine_.get(), signToken_.c_str(), values->get(), out(answer_), error);
       },
       [this] { acknowledged_.documents[document_] = "Completed"; }},
      {"document.revoke", [this] { document_ = send(hank_.get()); },
       [=, this](stead_error** error) {
         return stead_document_revoke(hank_.get(), document_.c_str(), reason->get(), out(answer_), error);
       },
       [this] { acknowledged_.documents[document_] = "Revoked"; }},
      {"engine.runDue",
       [this] {
         (void)send(hank_.get());
         passTime(std::int64_t{70} * 24 * hourMs);
       },
       [=, this](stead_error** error) { return stead_engine_run_due(engine_.get(), nullptr, out(answer_), error); },
       nothing, true},
      {"owner.revoke",
       [=, this] {
         askForConsent();
         approve();
       },
       [=, this](stead_error** error) {
         return stead_owner_revoke(engine_.get(), revokeToken_.c_str(), nullptr, out(answer_), error);
       },
       [this] { acknowledged_.grants[grant_] = "ended"; }},
      {"audit.exportEvidence", [this] { document_ = send(hank_.get()); },
       [=, this](stead_error** error) {
         return stead_audit_export_evidence(hank_.get(), document_.c_str(), out(answer_), error);
       },
       nothing, true},
      {"evidence.verify", [this] { exportEvidence(); },
       [=, this](stead_error** error) {
         return stead_evidence_verify(evidence_.data(), static_cast<std::int64_t>(evidence_.size()), vkey_.c_str(),
                                      out(answer_), error);
       },
       [this] {
         if (stead_record_boolean(answer_.get(), "/ok") != 1) {
           throw std::runtime_error("true evidence was called broken: " + json(answer_));
         }
       }},
      {"audit.verify", nothing,
       [=, this](stead_error** error) {
         return stead_audit_verify(engine_.get(), accountId_.c_str(), 1, out(answer_), error);
       },
       nothing},
  };
}

void Office::sendOnce() {
  haveConsent();
  (void)send(forLuther_.get());
}

void Office::look() {
  (void)answerOf("account.get", [&](stead_record** answer, stead_error** error) {
    return stead_account_get(engine_.get(), accountId_.c_str(), answer, error);
  });
}

void Office::verifyTrail() {
  const Record verified = answerOf("audit.verify", [&](stead_record** answer, stead_error** error) {
    return stead_audit_verify(engine_.get(), accountId_.c_str(), 1, answer, error);
  });
  if (stead_record_boolean(verified.get(), "/ok") != 1) {
    throw std::runtime_error("the trail does not verify: " + json(verified));
  }
}

}  // namespace stead::fault
