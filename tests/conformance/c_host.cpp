// The stories told through the C ABI: stead.h and nothing else of Stead.
#include <stead.h>

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <stdexcept>

#include "base64.h"
#include "hosts.h"

namespace conformance {
namespace {

template <class Handle, void (*release)(Handle*)>
struct Release {
  void operator()(Handle* handle) const noexcept { release(handle); }
};
using Engine = std::unique_ptr<stead_engine, Release<stead_engine, stead_engine_free>>;
using Session = std::unique_ptr<stead_session, Release<stead_session, stead_session_free>>;
using Record = std::unique_ptr<stead_record, Release<stead_record, stead_record_free>>;
using Upload = std::unique_ptr<stead_upload, Release<stead_upload, stead_upload_free>>;
using Decision = std::unique_ptr<stead_decision, Release<stead_decision, stead_decision_free>>;
using ErrorObject = std::unique_ptr<stead_error, Release<stead_error, stead_error_free>>;

// A failed call on its way to the answer of its step.
struct Failed {
  Json error;
};

Json errorRecord(const stead_error* error) {
  Json fields = Json::array();
  for (int64_t i = 0; i < stead_error_field_count(error); ++i) {
    fields.push_back({{"field", stead_error_field_path(error, i)}, {"message", stead_error_field_message(error, i)}});
  }
  return {{"code", stead_error_code(error)},
          {"status", stead_status_name(stead_error_status(error))},
          {"text", stead_error_text(error)},
          {"fields", fields}};
}

void check(stead_status status, stead_error* raw) {
  const ErrorObject error(raw);
  if (status == STEAD_OK) {
    if (error) throw std::runtime_error("an error object beside STEAD_OK");
    return;
  }
  if (!error || stead_error_status(error.get()) != status) throw std::runtime_error("status and error disagree");
  throw Failed{errorRecord(error.get())};
}

// Calls `call(…, &out, &error)` and answers what it made.
template <class Owner, class Raw, class F>
Owner made(F call) {
  Raw* out = nullptr;
  stead_error* error = nullptr;
  const stead_status status = call(&out, &error);
  Owner owned(out);
  check(status, error);
  return owned;
}

template <class F>
Record recordOf(F call) {
  return made<Record, stead_record>(call);
}

Json jsonOf(const Record& record) {
  int64_t length = 0;
  const char* text = stead_record_json(record.get(), &length);
  return Json::parse(text, text + length);
}

Record parsed(const Json& value) {
  const std::string text = value.dump();
  return recordOf([&](stead_record** out, stead_error** error) {
    return stead_record_parse(text.data(), static_cast<int64_t>(text.size()), out, error);
  });
}

using EngineRecord = stead_status (*)(stead_engine*, const stead_record*, stead_record**, stead_error**);
using EngineText = stead_status (*)(stead_engine*, const char*, stead_record**, stead_error**);
using EngineTextRecord = stead_status (*)(stead_engine*, const char*, const stead_record*, stead_record**,
                                          stead_error**);
using SessionRecord = stead_status (*)(const stead_session*, const stead_record*, stead_record**, stead_error**);
using SessionText = stead_status (*)(const stead_session*, const char*, stead_record**, stead_error**);
using SessionTextRecord = stead_status (*)(const stead_session*, const char*, const stead_record*, stead_record**,
                                           stead_error**);

class CHost final : public Host {
 public:
  CHost(const std::string& path, const Json& options) {
    const Record record = parsed(options);
    std::array<unsigned char, STEAD_SECRET_BYTES> secret{};
    secret.fill(7);
    engine_ = made<Engine, stead_engine>([&](stead_engine** out, stead_error** error) {
      return stead_engine_open(path.c_str(), record.get(), secret.data(), static_cast<int64_t>(secret.size()), out,
                               error);
    });
    fillEngineVerbs();
    fillSessionVerbs();
    fillBrandVerbs();
    fillDocumentVerbs();
    fillProofVerbs();
  }

  Answer call(const Call& call) override {
    const auto verb = verbs_.find(call.verb);
    if (verb == verbs_.end()) throw std::runtime_error("no verb " + call.verb);
    try {
      return {true, verb->second(call)};
    } catch (const Failed& failed) {
      return {false, failed.error};
    }
  }

  void setClock(std::int64_t nowMs) override {
    stead_error* error = nullptr;
    const stead_status status = stead_engine_set_test_clock(engine_.get(), nowMs, &error);
    check(status, error);
  }

 private:
  const stead_session* session(const Call& call) const {
    const auto it = sessions_.find(call.session);
    if (it == sessions_.end()) throw std::runtime_error("no session " + call.session);
    return it->second.get();
  }

  template <class F>
  Json keep(const Call& call, F open) {
    sessions_.insert_or_assign(call.as, made<Session, stead_session>(open));
    return Json::object();
  }

  // Verbs by their shape.
  void add(const char* name, EngineRecord f) {
    verbs_[name] = [this, f](const Call& c) {
      const Record request = parsed(c.record);
      return jsonOf(recordOf([&](auto out, auto error) { return f(engine_.get(), request.get(), out, error); }));
    };
  }
  void add(const char* name, EngineText f, bool byToken = false) {
    verbs_[name] = [this, f, byToken](const Call& c) {
      const char* text = byToken ? c.token.c_str() : c.id.c_str();
      return jsonOf(recordOf([&](auto out, auto error) { return f(engine_.get(), text, out, error); }));
    };
  }
  void add(const char* name, EngineTextRecord f) {
    verbs_[name] = [this, f](const Call& c) {
      const Record request = parsed(c.record);
      return jsonOf(
          recordOf([&](auto out, auto error) { return f(engine_.get(), c.token.c_str(), request.get(), out, error); }));
    };
  }
  void add(const char* name, SessionRecord f) {
    verbs_[name] = [this, f](const Call& c) {
      const Record request = parsed(c.record);
      return jsonOf(recordOf([&](auto out, auto error) { return f(session(c), request.get(), out, error); }));
    };
  }
  void add(const char* name, SessionText f) {
    verbs_[name] = [this, f](const Call& c) {
      return jsonOf(recordOf([&](auto out, auto error) { return f(session(c), c.id.c_str(), out, error); }));
    };
  }
  void add(const char* name, SessionTextRecord f) {
    verbs_[name] = [this, f](const Call& c) {
      const Record request = parsed(c.record);
      return jsonOf(
          recordOf([&](auto out, auto error) { return f(session(c), c.id.c_str(), request.get(), out, error); }));
    };
  }

  void fillEngineVerbs() {
    add("account.create", stead_account_create);
    add("account.get", stead_account_get);
    add("user.accept", stead_user_accept);
    add("owner.look", stead_owner_look, true);
    add("owner.approve", stead_owner_approve);
    add("owner.deny", stead_owner_deny);
    add("owner.narrow", stead_owner_narrow);
    add("owner.revoke", stead_owner_revoke);
    add("signer.view", stead_signer_view);
    add("signer.sign", stead_signer_sign);
    add("signer.decline", stead_signer_decline);
    add("signer.reassign", stead_signer_reassign);
    add("outbox.take", stead_outbox_take);
    add("webhook.take", stead_webhook_take);
    add("webhook.create", stead_webhook_create);
    add("webhook.list", stead_webhook_list);
    add("webhook.update", stead_webhook_update);
    add("webhook.delete", stead_webhook_delete);
    add("webhook.rollSecret", stead_webhook_roll_secret);
    add("report.documents", stead_report_documents);
    add("mail.plan", stead_mail_plan);
    add("events.list", stead_events_list);
    verbs_["outbox.bounced"] = [this](const Call& c) {
      const Record request = parsed(c.record);
      return jsonOf(recordOf([&](auto out, auto error) {
        return stead_outbox_bounced(engine_.get(), c.id.c_str(), request.get(), out, error);
      }));
    };
    verbs_["outbox.ack"] = [this](const Call& c) {
      stead_error* error = nullptr;
      const stead_status status = stead_outbox_ack(engine_.get(), c.id.c_str(), c.lease, &error);
      check(status, error);
      return Json::object();
    };
    verbs_["outbox.fail"] = [this](const Call& c) {
      return jsonOf(recordOf([&](auto out, auto error) {
        return stead_outbox_fail(engine_.get(), c.id.c_str(), c.lease, "the mail server refused it", out, error);
      }));
    };
    verbs_["outbox.attachment"] = [this](const Call& c) {
      return withBytes(c, [&](void* buffer, int64_t size, int64_t* got, stead_record** info, stead_error** error) {
        return stead_outbox_attachment(engine_.get(), c.id.c_str(), c.lease, c.index, c.offset, buffer, size, got, info,
                                       error);
      });
    };
    add("outbox.deadLetters", stead_outbox_dead_letters);
    add("engine.runDue", stead_engine_run_due);
    add("engine.check", stead_engine_check);
  }

  void fillSessionVerbs() {
    verbs_["session.trusted"] = [this](const Call& c) {
      return keep(
          c, [&](auto out, auto error) { return stead_session_open_trusted(engine_.get(), c.id.c_str(), out, error); });
    };
    verbs_["session.withKey"] = [this](const Call& c) {
      return keep(c, [&](auto out, auto error) {
        return stead_session_open_with_key(engine_.get(), c.key.c_str(), out, error);
      });
    };
    verbs_["session.onBehalfOf"] = [this](const Call& c) {
      return keep(c, [&](auto out, auto error) {
        return stead_session_on_behalf_of(session(c), c.principal.c_str(), out, error);
      });
    };
    verbs_["session.accountWide"] = [this](const Call& c) {
      return keep(c, [&](auto out, auto error) {
        return stead_session_account_wide(session(c), c.principal.c_str(), out, error);
      });
    };
    verbs_["session.authorize"] = [this](const Call& c) { return authorized(c); };
    verbs_["session.explain"] = [this](const Call& c) { return explained(c); };
    add("account.update", stead_account_update);
    add("user.invite", stead_user_invite);
    add("user.inviteAll", stead_user_invite_all);
    add("user.resendInvitation", stead_user_resend_invitation);
    add("user.cancelInvitation", stead_user_cancel_invitation);
    add("user.get", stead_user_get);
    add("user.list", stead_user_list);
    add("user.update", stead_user_update);
    add("user.changeTeam", stead_user_change_team);
    add("user.deactivate", stead_user_deactivate);
    add("user.reactivate", stead_user_reactivate);
    add("team.create", stead_team_create);
    add("team.get", stead_team_get);
    add("team.list", stead_team_list);
    add("team.rename", stead_team_rename);
    add("team.assign", stead_team_assign);
    add("apiKey.create", stead_api_key_create);
    add("apiKey.list", stead_api_key_list);
    add("apiKey.revoke", stead_api_key_revoke);
    add("identity.create", stead_identity_create);
    add("identity.get", stead_identity_get);
    add("identity.list", stead_identity_list);
    add("identity.update", stead_identity_update);
    add("identity.resend", stead_identity_resend);
    add("identity.rerequest", stead_identity_rerequest);
    add("identity.delete", stead_identity_delete);
    add("identity.evidence", stead_identity_evidence);
    add("grant.listPrincipals", stead_grant_list_principals);
    add("grant.listActors", stead_grant_list_actors);
    verbs_["operation.list"] = [](const Call&) {
      return jsonOf(recordOf([](auto out, auto error) { return stead_operation_list(out, error); }));
    };
  }

  static Upload uploadOf(const Call& call) {
    Upload upload = made<Upload, stead_upload>(stead_upload_new);
    for (const auto& file : call.upload) {
      stead_error* error = nullptr;
      const stead_status status = stead_upload_add_file(upload.get(), file.name.c_str(), file.bytes.data(),
                                                        static_cast<int64_t>(file.bytes.size()), &error);
      check(status, error);
    }
    return upload;
  }

  void fillBrandVerbs() {
    verbs_["brand.create"] = [this](const Call& c) {
      const Record request = parsed(c.record);
      const Upload upload = uploadOf(c);
      return jsonOf(recordOf([&](auto out, auto error) {
        return stead_brand_create(session(c), request.get(), upload.get(), out, error);
      }));
    };
    add("brand.get", stead_brand_get);
    verbs_["brand.list"] = [this](const Call& c) {
      return jsonOf(recordOf([&](auto out, auto error) { return stead_brand_list(session(c), out, error); }));
    };
    verbs_["brand.update"] = [this](const Call& c) {
      const Record request = parsed(c.record);
      const Upload upload = uploadOf(c);
      return jsonOf(recordOf([&](auto out, auto error) {
        return stead_brand_update(session(c), c.id.c_str(), request.get(), upload.get(), out, error);
      }));
    };
    add("brand.delete", stead_brand_delete);
    add("brand.makeDefault", stead_brand_make_default);
    verbs_["brand.logo"] = [this](const Call& c) {
      return withBytes(c, [&](void* buffer, int64_t size, int64_t* got, stead_record** info, stead_error** error) {
        return stead_brand_logo(session(c), c.id.c_str(), c.offset, buffer, size, got, info, error);
      });
    };
  }

  void fillDocumentVerbs() {
    verbs_["document.send"] = [this](const Call& c) {
      const Record request = parsed(c.record);
      const Upload upload = uploadOf(c);
      return jsonOf(recordOf([&](auto out, auto error) {
        return stead_document_send(session(c), request.get(), upload.get(), out, error);
      }));
    };
    add("document.get", stead_document_get);
    add("document.list", stead_document_list);
    add("document.teamList", stead_document_team_list);
    add("document.behalfList", stead_document_behalf_list);
    add("document.revoke", stead_document_revoke);
    add("document.remind", stead_document_remind);
    add("document.handOver", stead_document_hand_over);
    add("document.changeAccessCode", stead_document_change_access_code);
    add("document.extendExpiry", stead_document_extend_expiry);
    add("document.addTags", stead_document_add_tags);
    add("document.deleteTags", stead_document_delete_tags);
    add("document.delete", stead_document_delete);
    add("document.changeRecipient", stead_document_change_recipient);
    add("document.prefill", stead_document_prefill);
    add("document.auditLog", stead_document_audit_log);
    verbs_["document.download"] = [this](const Call& c) {
      return withBytes(c, [&](void* buffer, int64_t size, int64_t* got, stead_record** info, stead_error** error) {
        return stead_document_download(session(c), c.id.c_str(), c.index, c.offset, buffer, size, got, info, error);
      });
    };
    verbs_["document.certificate"] = [this](const Call& c) {
      return withBytes(c, [&](void* buffer, int64_t size, int64_t* got, stead_record** info, stead_error** error) {
        return stead_document_certificate(session(c), c.id.c_str(), c.offset, buffer, size, got, info, error);
      });
    };
    verbs_["document.finished"] = [this](const Call& c) {
      const Record request = parsed(c.record);
      return withBytes(c, [&](void* buffer, int64_t size, int64_t* got, stead_record** info, stead_error** error) {
        return stead_document_finished(session(c), c.id.c_str(), request.get(), c.offset, buffer, size, got, info,
                                       error);
      });
    };
    verbs_["document.finish"] = [this](const Call& c) {
      const Upload upload = uploadOf(c);
      return jsonOf(recordOf([&](auto out, auto error) {
        return stead_document_finish(engine_.get(), c.id.c_str(), upload.get(), out, error);
      }));
    };
    verbs_["signer.certificate"] = [this](const Call& c) { return ofSigner(c, stead_signer_certificate); };
    verbs_["signer.finished"] = [this](const Call& c) { return ofSigner(c, stead_signer_finished); };
    verbs_["signer.download"] = [this](const Call& c) {
      const Record request = parsed(c.record);
      return withBytes(c, [&](void* buffer, int64_t size, int64_t* got, stead_record** info, stead_error** error) {
        return stead_signer_download(engine_.get(), c.token.c_str(), request.get(), c.index, c.offset, buffer, size,
                                     got, info, error);
      });
    };
  }

  void fillProofVerbs() {
    add("audit.checkpoint", stead_audit_checkpoint);
    verbs_["audit.verify"] = [this](const Call& c) {
      return jsonOf(recordOf([&](auto out, auto error) {
        return stead_audit_verify(engine_.get(), c.id.c_str(), c.deep ? 1 : 0, out, error);
      }));
    };
    verbs_["audit.verifyPart"] = [this](const Call& c) {
      const Record request = parsed(c.record);
      return jsonOf(recordOf([&](auto out, auto error) {
        return stead_audit_verify_part(engine_.get(), c.id.c_str(), request.get(), out, error);
      }));
    };
    verbs_["consistency.verify"] = [](const Call& c) {
      const auto text = [&](const char* name) { return c.record.value(name, std::string()); };
      const std::string older = text("older");
      const std::string newer = text("newer");
      const std::string proof = text("proof");
      return jsonOf(recordOf([&](auto out, auto error) {
        return stead_consistency_verify(older.c_str(), newer.empty() ? nullptr : newer.c_str(), proof.c_str(),
                                        c.key.c_str(), out, error);
      }));
    };
    verbs_["audit.proveInclusion"] = [this](const Call& c) {
      return jsonOf(recordOf([&](auto out, auto error) {
        return stead_audit_prove_inclusion(engine_.get(), c.id.c_str(), c.index, out, error);
      }));
    };
    verbs_["audit.proveConsistency"] = [this](const Call& c) {
      return jsonOf(recordOf([&](auto out, auto error) {
        return stead_audit_prove_consistency(engine_.get(), c.id.c_str(), c.from, c.to, out, error);
      }));
    };
    add("audit.list", stead_audit_list);
    add("audit.decideAsOf", stead_audit_decide_as_of);
    verbs_["audit.replay"] = [this](const Call& c) {
      return jsonOf(
          recordOf([&](auto out, auto error) { return stead_audit_replay(session(c), c.index, out, error); }));
    };
    add("audit.erasePerson", stead_audit_erase_person);
    verbs_["audit.exportEvidence"] = [this](const Call& c) {
      evidence_ = recordOf(
          [&](auto out, auto error) { return stead_audit_export_evidence(session(c), c.id.c_str(), out, error); });
      int64_t length = 0;
      (void)stead_record_json(evidence_.get(), &length);
      return Json{{"bytes", length}};
    };
    verbs_["evidence.verify"] = [this](const Call& c) {
      int64_t length = 0;
      const char* bytes = stead_record_json(evidence_.get(), &length);
      return jsonOf(recordOf(
          [&](auto out, auto error) { return stead_evidence_verify(bytes, length, c.key.c_str(), out, error); }));
    };
  }

  template <class F>
  static Json withBytes(const Call& call, F read) {
    std::string buffer(static_cast<std::size_t>(call.max), '\0');
    int64_t got = 0;
    const Record info = recordOf([&](stead_record** out, stead_error** error) {
      return read(buffer.data(), static_cast<int64_t>(buffer.size()), &got, out, error);
    });
    buffer.resize(static_cast<std::size_t>(got));
    Json answer = jsonOf(info);
    answer["base64"] = base64(buffer);
    return answer;
  }

  template <class F>
  Json ofSigner(const Call& call, F read) const {
    const Record request = parsed(call.record);
    return withBytes(call, [&](void* buffer, int64_t size, int64_t* got, stead_record** info, stead_error** error) {
      return read(engine_.get(), call.token.c_str(), request.get(), call.offset, buffer, size, got, info, error);
    });
  }

  // A question may name its own principal beside the session's; about a document it takes a session for him.
  Session asking(const Call& call) const {
    return made<Session, stead_session>([&](auto out, auto error) {
      return stead_session_on_behalf_of(session(call), call.principal.c_str(), out, error);
    });
  }

  Json authorized(const Call& call) {
    const Decision decision = made<Decision, stead_decision>(stead_decision_new);
    stead_error* error = nullptr;
    stead_status status = STEAD_OK;
    if (call.id.empty()) {
      const char* principal = call.principal.empty() ? nullptr : call.principal.c_str();
      status = stead_session_authorize(session(call), call.operation.c_str(), principal, decision.get(), &error);
    } else {
      const Session own = call.principal.empty() ? nullptr : asking(call);
      const stead_session* asker = own ? own.get() : session(call);
      status = stead_session_authorize_document(asker, call.operation.c_str(), call.id.c_str(), decision.get(), &error);
    }
    check(status, error);
    const stead_decision* d = decision.get();
    const auto text = [](const char* value) { return std::string(value == nullptr ? "" : value); };
    Json answer{{"allowed", stead_decision_allowed(d) != 0}};
    if (!text(stead_decision_authority(d)).empty()) answer["authority"] = stead_decision_authority(d);
    if (!stead_decision_allowed(d)) answer["reason"] = stead_decision_reason(d);
    if (!text(stead_decision_grant_id(d)).empty()) answer["grantId"] = stead_decision_grant_id(d);
    if (stead_decision_grant_version(d) != 0) answer["grantVersion"] = stead_decision_grant_version(d);
    if (stead_decision_valid_until(d) != 0) answer["validUntil"] = stead_decision_valid_until(d);
    return answer;
  }

  Json explained(const Call& call) {
    if (!call.id.empty()) {
      const Session own = call.principal.empty() ? nullptr : asking(call);
      const stead_session* asker = own ? own.get() : session(call);
      return jsonOf(recordOf([&](auto out, auto error) {
        return stead_session_explain_document(asker, call.operation.c_str(), call.id.c_str(), out, error);
      }));
    }
    const char* principal = call.principal.empty() ? nullptr : call.principal.c_str();
    return jsonOf(recordOf([&](auto out, auto error) {
      return stead_session_explain(session(call), call.operation.c_str(), principal, out, error);
    }));
  }

  Engine engine_;
  std::map<std::string, Session> sessions_;
  std::map<std::string, std::function<Json(const Call&)>> verbs_;
  Record evidence_;
};

}  // namespace

std::unique_ptr<Host> openC(const std::string& path, const Json& options) {
  return std::make_unique<CHost>(path, options);
}

}  // namespace conformance
