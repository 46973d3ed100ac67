// The stories told to the core itself.
#include <functional>
#include <map>

#include "audit/audit_verbs.h"
#include "base/error.h"
#include "brands/brand_verbs.h"
#include "delegation/delegation_verbs.h"
#include "documents/document_verbs.h"
#include "documents/hand_over.h"
#include "documents/report_verbs.h"
#include "engine/engine.h"
#include "engine/run_due.h"
#include "engine/store_care.h"
#include "hosts.h"
#include "identities/identity_verbs.h"
#include "notifications/event_verbs.h"
#include "notifications/mail_plan_verb.h"
#include "notifications/outbox_verbs.h"
#include "notifications/webhook_verbs.h"
#include "people/people_verbs.h"

namespace conformance {
namespace {

using namespace stead;

Json errorRecord(const Error& error) {
  Json fields = Json::array();
  for (const auto& field : error.fields()) fields.push_back({{"field", field.field}, {"message", field.message}});
  return {{"code", codeName(error.code())},
          {"status", statusName(error.status())},
          {"text", error.text()},
          {"fields", fields}};
}

Upload uploadOf(const Call& call) {
  Upload upload;
  for (const auto& file : call.upload) {
    const auto bytes = bytesOf(file.bytes);
    upload.files.push_back({file.name, Bytes(bytes.begin(), bytes.end())});
  }
  return upload;
}

Json withBytes(const documents::Download& download) {
  Json answer = Json::parse(download.info);
  answer["base64"] = crypto::base64(download.bytes);
  return answer;
}

class CoreHost final : public Host {
 public:
  CoreHost(const std::string& path, const Json& options) : engine_(readOptions(path, options), Bytes(32, 7)) {
    fillEngineVerbs();
    fillSessionVerbs();
  }

  Answer call(const Call& call) override {
    const auto verb = verbs_.find(call.verb);
    if (verb == verbs_.end()) throw std::runtime_error("no verb " + call.verb);
    try {
      return {true, verb->second(call)};
    } catch (const Error& error) {
      return {false, errorRecord(error)};
    }
  }

  void setClock(std::int64_t nowMs) override { engine_.setTestClock(nowMs); }

 private:
  const Session& session(const Call& call) const {
    const auto it = sessions_.find(call.session);
    if (it == sessions_.end()) throw std::runtime_error("no session " + call.session);
    return it->second;
  }

  Json keep(const Call& call, Session session) {
    sessions_.insert_or_assign(call.as, std::move(session));
    return Json::object();
  }

  // Shapes of verbs, by what they take.
  template <class F>
  void onEngine(const char* name, F f) {
    verbs_[name] = [this, f](const Call& c) { return f(engine_, c.record); };
  }
  template <class F>
  void byId(const char* name, F f) {
    verbs_[name] = [this, f](const Call& c) { return f(engine_, c.id); };
  }
  template <class F>
  void byToken(const char* name, F f) {
    verbs_[name] = [this, f](const Call& c) { return f(engine_, c.token, c.record); };
  }
  template <class F>
  void inSession(const char* name, F f) {
    verbs_[name] = [this, f](const Call& c) { return f(engine_, session(c), c.record); };
  }
  template <class F>
  void inSessionOn(const char* name, F f) {
    verbs_[name] = [this, f](const Call& c) { return f(engine_, session(c), c.id); };
  }
  template <class F>
  void inSessionWith(const char* name, F f) {
    verbs_[name] = [this, f](const Call& c) { return f(engine_, session(c), c.id, c.record); };
  }

  void fillEngineVerbs() {
    onEngine("account.create", people::createAccount);
    byId("account.get", people::getAccount);
    byToken("user.accept", people::acceptInvitation);
    verbs_["owner.look"] = [this](const Call& c) { return identities::ownerLook(engine_, c.token); };
    byToken("owner.approve", identities::ownerApprove);
    byToken("owner.deny", identities::ownerDeny);
    byToken("owner.narrow", identities::ownerNarrow);
    byToken("owner.revoke", identities::ownerRevoke);
    byToken("signer.view", documents::signerView);
    byToken("signer.sign", documents::signerSign);
    byToken("signer.decline", documents::signerDecline);
    verbs_["signer.certificate"] = [this](const Call& c) {
      return withBytes(documents::signerCertificate(engine_, c.token, c.record, c.offset, c.max));
    };
    verbs_["signer.finished"] = [this](const Call& c) {
      return withBytes(documents::signerFinished(engine_, c.token, c.record, c.offset, c.max));
    };
    byToken("signer.reassign", documents::signerReassign);
    verbs_["signer.download"] = [this](const Call& c) {
      return withBytes(documents::signerDownload(engine_, c.token, c.record, c.index, c.offset, c.max));
    };
    onEngine("outbox.take", notifications::take);
    verbs_["outbox.bounced"] = [this](const Call& c) { return documents::bounced(engine_, c.id, c.record); };
    verbs_["outbox.ack"] = [this](const Call& c) {
      notifications::ack(engine_, c.id, c.lease);
      return Json::object();
    };
    verbs_["outbox.fail"] = [this](const Call& c) {
      return notifications::fail(engine_, c.id, c.lease, "the mail server refused it");
    };
    verbs_["outbox.attachment"] = [this](const Call& c) {
      return withBytes(documents::outboxAttachment(engine_, c.id, c.lease, c.index, c.offset, c.max));
    };
    onEngine("outbox.deadLetters", notifications::deadLetters);
    onEngine("webhook.take", notifications::takeWebhooks);
    inSession("webhook.create", notifications::createWebhook);
    inSession("webhook.list", notifications::listWebhooksOf);
    inSessionWith("webhook.update", notifications::updateWebhookOf);
    inSessionOn("webhook.delete", notifications::removeWebhook);
    inSessionWith("webhook.rollSecret", notifications::rollWebhookSecret);
    inSession("report.documents", documents::reportDocuments);
    onEngine("mail.plan", notifications::mailPlan);
    inSession("events.list", notifications::listEvents);
    onEngine("engine.runDue", runDue);
    onEngine("engine.check", checkStore);
    byId("audit.checkpoint", audit::checkpoint);
    verbs_["audit.verify"] = [this](const Call& c) { return audit::verify(engine_, c.id, c.deep); };
    verbs_["audit.verifyPart"] = [this](const Call& c) { return audit::verifyPart(engine_, c.id, c.record); };
    verbs_["audit.proveInclusion"] = [this](const Call& c) { return audit::inclusionProof(engine_, c.id, c.index); };
    verbs_["audit.proveConsistency"] = [this](const Call& c) {
      return audit::consistencyProof(engine_, c.id, c.from, c.to);
    };
  }

  void fillSessionVerbs() {
    verbs_["session.trusted"] = [this](const Call& c) { return keep(c, people::openTrusted(engine_, c.id)); };
    verbs_["session.withKey"] = [this](const Call& c) { return keep(c, people::openWithApiKey(engine_, c.key)); };
    verbs_["session.onBehalfOf"] = [this](const Call& c) { return keep(c, onBehalfOf(session(c), c.principal)); };
    verbs_["session.accountWide"] = [this](const Call& c) { return keep(c, accountWide(session(c), c.principal)); };
    verbs_["session.authorize"] = [this](const Call& c) { return authorized(c); };
    verbs_["session.explain"] = [this](const Call& c) {
      return delegation::describe(decided(c), c.operation, asking(c));
    };
    inSession("account.update", people::updateAccount);
    inSession("user.invite", people::inviteUser);
    inSession("user.inviteAll", people::inviteUsers);
    inSessionOn("user.resendInvitation", people::resendInvitation);
    inSessionOn("user.cancelInvitation", people::cancelInvitation);
    inSessionOn("user.get", people::getUser);
    inSession("user.list", people::listUsers);
    inSessionWith("user.update", people::updateUser);
    inSessionWith("user.changeTeam", people::changeTeam);
    inSessionWith("user.deactivate", people::deactivateUser);
    inSessionWith("user.reactivate", people::reactivateUser);
    inSession("team.create", people::createTeam);
    inSessionOn("team.get", people::getTeam);
    inSession("team.list", people::listTeams);
    inSessionWith("team.rename", people::renameTeam);
    inSessionWith("team.assign", people::assignTeam);
    inSession("apiKey.create", people::createApiKey);
    inSession("apiKey.list", people::listApiKeys);
    inSessionOn("apiKey.revoke", people::revokeApiKey);
    inSession("identity.create", identities::create);
    inSessionOn("identity.get", identities::get);
    inSession("identity.list", identities::list);
    inSessionWith("identity.update", identities::update);
    inSessionOn("identity.resend", identities::resend);
    inSessionWith("identity.rerequest", identities::rerequest);
    inSessionOn("identity.delete", identities::remove);
    inSessionOn("identity.evidence", identities::consentEvidence);
    inSession("grant.listPrincipals", delegation::listPrincipals);
    inSession("grant.listActors", delegation::listActors);
    verbs_["operation.list"] = [](const Call&) { return delegation::listOperations(); };
    verbs_["brand.create"] = [this](const Call& c) {
      return brands::create(engine_, session(c), c.record, uploadOf(c));
    };
    inSessionOn("brand.get", brands::get);
    verbs_["brand.list"] = [this](const Call& c) { return brands::list(engine_, session(c)); };
    verbs_["brand.update"] = [this](const Call& c) {
      return brands::update(engine_, session(c), c.id, c.record, uploadOf(c));
    };
    inSessionOn("brand.delete", brands::remove);
    inSessionOn("brand.makeDefault", brands::makeDefault);
    verbs_["brand.logo"] = [this](const Call& c) {
      return withBytes(brands::logo(engine_, session(c), c.id, c.offset, c.max));
    };
    verbs_["document.send"] = [this](const Call& c) {
      return documents::send(engine_, session(c), c.record, uploadOf(c));
    };
    inSessionOn("document.get", documents::get);
    inSession("document.list", documents::list);
    inSession("document.teamList", documents::teamList);
    inSession("document.behalfList", documents::behalfList);
    inSessionWith("document.revoke", documents::revoke);
    inSessionWith("document.remind", documents::remind);
    inSession("document.handOver", documents::handOver);
    inSessionWith("document.changeAccessCode", documents::changeAccessCode);
    inSessionWith("document.extendExpiry", documents::extendExpiry);
    inSessionWith("document.addTags", documents::addTags);
    inSessionWith("document.deleteTags", documents::deleteTags);
    inSessionWith("document.delete", documents::remove);
    inSessionWith("document.changeRecipient", documents::changeRecipient);
    inSessionWith("document.prefill", documents::prefill);
    inSessionOn("document.auditLog", documents::auditLog);
    verbs_["document.certificate"] = [this](const Call& c) {
      return withBytes(documents::certificate(engine_, session(c), c.id, c.offset, c.max));
    };
    verbs_["document.finished"] = [this](const Call& c) {
      return withBytes(documents::finished(engine_, session(c), c.id, c.record, c.offset, c.max));
    };
    verbs_["document.finish"] = [this](const Call& c) { return documents::finish(engine_, c.id, uploadOf(c)); };
    verbs_["document.download"] = [this](const Call& c) {
      return withBytes(documents::downloadFile(engine_, session(c), c.id, c.index, c.offset, c.max));
    };
    inSession("audit.list", audit::list);
    inSession("audit.decideAsOf", delegation::decideAsOf);
    verbs_["audit.replay"] = [this](const Call& c) { return delegation::replay(engine_, session(c), c.index); };
    inSession("audit.erasePerson", audit::erasePerson);
    verbs_["audit.exportEvidence"] = [this](const Call& c) {
      evidence_ = audit::exportEvidence(engine_, session(c), c.id);
      return Json{{"bytes", evidence_.size()}};
    };
    verbs_["consistency.verify"] = [](const Call& c) {
      const auto text = [&](const char* name) { return c.record.value(name, std::string()); };
      return audit::verifyConsistencyProof(text("older"), text("newer"), text("proof"), c.key);
    };
    verbs_["evidence.verify"] = [this](const Call& c) { return audit::verifyEvidence(evidence_, c.key); };
  }

  // A question may name its own principal beside the session's.
  Session asking(const Call& call) const {
    return call.principal.empty() ? session(call) : onBehalfOf(session(call), call.principal);
  }

  Decision decided(const Call& call) {
    Decision decision;
    if (call.id.empty()) {
      delegation::authorize(engine_, session(call), call.operation, call.principal, decision);
    } else {
      delegation::authorizeDocument(engine_, asking(call), call.operation, call.id, decision);
    }
    return decision;
  }

  Json authorized(const Call& call) {
    const Decision decision = decided(call);
    Json answer{{"allowed", decision.allowed}};
    if (decision.authority != Authority::none) answer["authority"] = authorityName(decision.authority);
    if (!decision.allowed) answer["reason"] = codeName(decision.reason);
    if (!decision.grantId.empty()) answer["grantId"] = decision.grantId;
    if (decision.grantVersion != 0) answer["grantVersion"] = decision.grantVersion;
    if (decision.validUntil) answer["validUntil"] = *decision.validUntil;
    return answer;
  }

  Engine engine_;
  std::map<std::string, Session> sessions_;
  std::map<std::string, std::function<Json(const Call&)>> verbs_;
  std::string evidence_;
};

}  // namespace

std::unique_ptr<Host> openCore(const std::string& path, const Json& options) {
  return std::make_unique<CoreHost>(path, options);
}

}  // namespace conformance
