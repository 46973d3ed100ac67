#include "verb_table.h"

#include <string>

namespace stead_fuzz {
namespace {

using EngineRecord = stead_status(stead_engine*, const stead_record*, stead_record**, stead_error**);
using EngineText = stead_status(stead_engine*, const char*, stead_record**, stead_error**);
using EngineTextRecord = stead_status(stead_engine*, const char*, const stead_record*, stead_record**, stead_error**);
using SessionRecord = stead_status(const stead_session*, const stead_record*, stead_record**, stead_error**);
using SessionText = stead_status(const stead_session*, const char*, stead_record**, stead_error**);
using SessionTextRecord = stead_status(const stead_session*, const char*, const stead_record*, stead_record**,
                                       stead_error**);

template <auto F>
stead_status call(const Call& c, stead_record** answer, stead_error** error) {
  using Function = std::remove_pointer_t<decltype(F)>;
  if constexpr (std::is_same_v<Function, EngineRecord>) {
    return F(c.store.engine(), c.record, answer, error);
  } else if constexpr (std::is_same_v<Function, EngineText>) {
    return F(c.store.engine(), c.subject.c_str(), answer, error);
  } else if constexpr (std::is_same_v<Function, EngineTextRecord>) {
    return F(c.store.engine(), c.subject.c_str(), c.record, answer, error);
  } else if constexpr (std::is_same_v<Function, SessionRecord>) {
    return F(c.session(), c.record, answer, error);
  } else if constexpr (std::is_same_v<Function, SessionText>) {
    return F(c.session(), c.subject.c_str(), answer, error);
  } else {
    static_assert(std::is_same_v<Function, SessionTextRecord>);
    return F(c.session(), c.subject.c_str(), c.record, answer, error);
  }
}

constexpr std::string_view smallPdf =
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n"
    "0000000052 00000 n \n0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n160\n%%EOF\n";

constexpr std::string_view smallLogo =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="navy"/></svg>)";

stead_test::Upload logoOf(const Call& c) {
  stead_test::Upload upload;
  Error failed;
  stead_test::require(stead_upload_new(out(upload), out(failed)), failed);
  // What a story would never send is a logo too: the text of the subject.
  const std::string_view bytes = c.number % 3 == 2 ? std::string_view(c.subject) : smallLogo;
  if (c.number % 3 != 0) {
    stead_test::require(stead_upload_add_file(upload.get(), "logo.svg", bytes.data(),
                                              static_cast<std::int64_t>(bytes.size()), out(failed)),
                        failed);
  }
  return upload;
}
stead_status createBrand(const Call& c, stead_record** answer, stead_error** error) {
  const auto upload = logoOf(c);
  return stead_brand_create(c.session(), c.record, upload.get(), answer, error);
}
stead_status updateBrand(const Call& c, stead_record** answer, stead_error** error) {
  const auto upload = logoOf(c);
  return stead_brand_update(c.session(), c.subject.c_str(), c.record, upload.get(), answer, error);
}
stead_status listBrands(const Call& c, stead_record** answer, stead_error** error) {
  return stead_brand_list(c.session(), answer, error);
}
stead_status readLogo(const Call& c, stead_record** answer, stead_error** error) {
  std::string buffer(64, '\0');
  std::int64_t got = 0;
  return stead_brand_logo(c.session(), c.subject.c_str(), c.number, buffer.data(), 64, &got, answer, error);
}

stead_status send(const Call& c, stead_record** answer, stead_error** error) {
  stead_test::Upload upload;
  Error failed;
  stead_test::require(stead_upload_new(out(upload), out(failed)), failed);
  for (std::int64_t i = 0; i < c.number % 3; ++i) {
    stead_test::require(stead_upload_add_file(upload.get(), "agreement.pdf", smallPdf.data(),
                                              static_cast<std::int64_t>(smallPdf.size()), out(failed)),
                        failed);
  }
  return stead_document_send(c.session(), c.record, upload.get(), answer, error);
}

stead_status download(const Call& c, stead_record** answer, stead_error** error) {
  std::string buffer(64, '\0');
  std::int64_t got = 0;
  const std::int64_t index = stead_record_integer(c.record, "/index");
  return stead_document_download(c.session(), c.subject.c_str(), index, c.number, buffer.data(), 64, &got, answer,
                                 error);
}

stead_status signerDownload(const Call& c, stead_record** answer, stead_error** error) {
  std::string buffer(64, '\0');
  std::int64_t got = 0;
  return stead_signer_download(c.store.engine(), c.subject.c_str(), c.record, c.number, 0, buffer.data(), 64, &got,
                               answer, error);
}

stead_status readCertificate(const Call& c, stead_record** answer, stead_error** error) {
  std::string buffer(64, '\0');
  std::int64_t got = 0;
  return stead_document_certificate(c.session(), c.subject.c_str(), c.number, buffer.data(), 64, &got, answer, error);
}
stead_status readFinished(const Call& c, stead_record** answer, stead_error** error) {
  std::string buffer(64, '\0');
  std::int64_t got = 0;
  return stead_document_finished(c.session(), c.subject.c_str(), c.record, c.number, buffer.data(), 64, &got, answer,
                                 error);
}
template <auto F>
stead_status readAsSigner(const Call& c, stead_record** answer, stead_error** error) {
  std::string buffer(64, '\0');
  std::int64_t got = 0;
  return F(c.store.engine(), c.subject.c_str(), c.record, c.number, buffer.data(), 64, &got, answer, error);
}
stead_status readAttachment(const Call& c, stead_record** answer, stead_error** error) {
  std::string buffer(64, '\0');
  std::int64_t got = 0;
  const std::int64_t index = stead_record_integer(c.record, "/index");
  return stead_outbox_attachment(c.store.engine(), c.subject.c_str(), c.number, index, 0, buffer.data(), 64, &got,
                                 answer, error);
}
stead_status finish(const Call& c, stead_record** answer, stead_error** error) {
  stead_test::Upload upload;
  Error failed;
  stead_test::require(stead_upload_new(out(upload), out(failed)), failed);
  stead_test::require(stead_upload_add_file(upload.get(), "agreement.pdf", smallPdf.data(),
                                            static_cast<std::int64_t>(smallPdf.size()), out(failed)),
                      failed);
  return stead_document_finish(c.store.engine(), c.subject.c_str(), upload.get(), answer, error);
}

stead_status openWithOptions(const Call& c, stead_record** /*answer*/, stead_error** error) {
  Engine engine;
  return stead_engine_open((c.store.path() + ".options").c_str(), c.record, stead_test::hostSecret.data(),
                           STEAD_SECRET_BYTES, engine.place(), error);
}

stead_status openWithKey(const Call& c, stead_record** /*answer*/, stead_error** error) {
  return stead_session_open_with_key(c.store.engine(), c.subject.c_str(), Session().place(), error);
}
stead_status openTrusted(const Call& c, stead_record** /*answer*/, stead_error** error) {
  return stead_session_open_trusted(c.store.engine(), c.subject.c_str(), Session().place(), error);
}

stead_status authorize(const Call& c, stead_record** /*answer*/, stead_error** error) {
  stead_test::Decision decision;
  Error failed;
  stead_test::require(stead_decision_new(out(decision), out(failed)), failed);
  const char* operation = stead_record_text(c.record, "/operation", nullptr);
  const char* principal = stead_record_text(c.record, "/principal", nullptr);
  operation = operation == nullptr ? "" : operation;
  return c.number == 0
             ? stead_session_authorize(c.session(), operation, principal, decision.get(), error)
             : stead_session_authorize_document(c.session(), operation, c.subject.c_str(), decision.get(), error);
}

stead_status explain(const Call& c, stead_record** answer, stead_error** error) {
  const char* operation = stead_record_text(c.record, "/operation", nullptr);
  operation = operation == nullptr ? "" : operation;
  return c.number == 0 ? stead_session_explain(c.session(), operation,
                                               stead_record_text(c.record, "/principal", nullptr), answer, error)
                       : stead_session_explain_document(c.session(), operation, c.subject.c_str(), answer, error);
}

// As the principal the input names: a session is made, and asked what it may.
template <auto Open>
stead_status actFor(const Call& c, stead_record** answer, stead_error** error) {
  Session acting;
  const stead_status status = Open(c.session(), c.subject.c_str(), acting.place(), error);
  if (status != STEAD_OK) return status;
  return stead_session_explain(acting.get(), "document.send", nullptr, answer, error);
}

stead_status acknowledge(const Call& c, stead_record** /*answer*/, stead_error** error) {
  return stead_outbox_ack(c.store.engine(), c.subject.c_str(), c.number, error);
}
stead_status fail(const Call& c, stead_record** answer, stead_error** error) {
  return stead_outbox_fail(c.store.engine(), c.subject.c_str(), c.number,
                           stead_record_text(c.record, "/reason", nullptr), answer, error);
}

stead_status verify(const Call& c, stead_record** answer, stead_error** error) {
  return stead_audit_verify(c.store.engine(), c.subject.c_str(), static_cast<std::int32_t>(c.number & 1), answer,
                            error);
}
stead_status replay(const Call& c, stead_record** answer, stead_error** error) {
  return stead_audit_replay(c.session(), c.number, answer, error);
}

stead_status proveInclusion(const Call& c, stead_record** answer, stead_error** error) {
  return stead_audit_prove_inclusion(c.store.engine(), c.subject.c_str(), c.number, answer, error);
}
stead_status proveConsistency(const Call& c, stead_record** answer, stead_error** error) {
  return stead_audit_prove_consistency(c.store.engine(), c.subject.c_str(), c.number,
                                       stead_record_integer(c.record, "/to"), answer, error);
}

// The corpus names verbs by their place here: new ones are added at the end.
constexpr NamedVerb verbs[] = {
    {"stead_account_create", call<stead_account_create>},
    {"stead_account_get", call<stead_account_get>},
    {"stead_account_update", call<stead_account_update>},
    {"stead_user_invite", call<stead_user_invite>},
    {"stead_user_accept", call<stead_user_accept>},
    {"stead_user_get", call<stead_user_get>},
    {"stead_user_update", call<stead_user_update>},
    {"stead_user_deactivate", call<stead_user_deactivate>},
    {"stead_user_reactivate", call<stead_user_reactivate>},
    {"stead_team_assign", call<stead_team_assign>},
    {"stead_team_create", call<stead_team_create>},
    {"stead_api_key_create", call<stead_api_key_create>},
    {"stead_api_key_list", call<stead_api_key_list>},
    {"stead_api_key_revoke", call<stead_api_key_revoke>},
    {"stead_identity_create", call<stead_identity_create>},
    {"stead_identity_get", call<stead_identity_get>},
    {"stead_identity_list", call<stead_identity_list>},
    {"stead_identity_update", call<stead_identity_update>},
    {"stead_identity_resend", call<stead_identity_resend>},
    {"stead_identity_rerequest", call<stead_identity_rerequest>},
    {"stead_identity_delete", call<stead_identity_delete>},
    {"stead_identity_evidence", call<stead_identity_evidence>},
    {"stead_owner_look", call<stead_owner_look>},
    {"stead_owner_approve", call<stead_owner_approve>},
    {"stead_owner_deny", call<stead_owner_deny>},
    {"stead_owner_narrow", call<stead_owner_narrow>},
    {"stead_owner_revoke", call<stead_owner_revoke>},
    {"stead_document_send", send},
    {"stead_document_get", call<stead_document_get>},
    {"stead_document_list", call<stead_document_list>},
    {"stead_document_behalf_list", call<stead_document_behalf_list>},
    {"stead_document_revoke", call<stead_document_revoke>},
    {"stead_document_remind", call<stead_document_remind>},
    {"stead_document_change_access_code", call<stead_document_change_access_code>},
    {"stead_document_download", download},
    {"stead_document_audit_log", call<stead_document_audit_log>},
    {"stead_signer_view", call<stead_signer_view>},
    {"stead_signer_download", signerDownload},
    {"stead_signer_sign", call<stead_signer_sign>},
    {"stead_signer_decline", call<stead_signer_decline>},
    {"stead_outbox_take", call<stead_outbox_take>},
    {"stead_outbox_ack", acknowledge},
    {"stead_outbox_fail", fail},
    {"stead_outbox_dead_letters", call<stead_outbox_dead_letters>},
    {"stead_engine_run_due", call<stead_engine_run_due>},
    {"stead_audit_checkpoint", call<stead_audit_checkpoint>},
    {"stead_audit_verify", verify},
    {"stead_audit_list", call<stead_audit_list>},
    {"stead_audit_prove_inclusion", proveInclusion},
    {"stead_audit_prove_consistency", proveConsistency},
    {"stead_audit_erase_person", call<stead_audit_erase_person>},
    {"stead_audit_export_evidence", call<stead_audit_export_evidence>},
    {"stead_grant_list_principals", call<stead_grant_list_principals>},
    {"stead_grant_list_actors", call<stead_grant_list_actors>},
    {"stead_session_open_with_key", openWithKey},
    {"stead_session_open_trusted", openTrusted},
    {"stead_session_on_behalf_of", actFor<stead_session_on_behalf_of>},
    {"stead_session_account_wide", actFor<stead_session_account_wide>},
    {"stead_session_authorize", authorize},
    {"stead_session_explain", explain},
    {"stead_engine_open", openWithOptions},
    {"stead_audit_verify_part", call<stead_audit_verify_part>},
    {"stead_engine_check", call<stead_engine_check>},
    {"stead_user_invite_all", call<stead_user_invite_all>},
    {"stead_user_resend_invitation", call<stead_user_resend_invitation>},
    {"stead_user_cancel_invitation", call<stead_user_cancel_invitation>},
    {"stead_user_list", call<stead_user_list>},
    {"stead_team_get", call<stead_team_get>},
    {"stead_team_list", call<stead_team_list>},
    {"stead_team_rename", call<stead_team_rename>},
    {"stead_user_change_team", call<stead_user_change_team>},
    {"stead_document_hand_over", call<stead_document_hand_over>},
    {"stead_brand_create", createBrand},
    {"stead_brand_get", call<stead_brand_get>},
    {"stead_brand_list", listBrands},
    {"stead_brand_update", updateBrand},
    {"stead_brand_delete", call<stead_brand_delete>},
    {"stead_brand_make_default", call<stead_brand_make_default>},
    {"stead_brand_logo", readLogo},
    {"stead_document_certificate", readCertificate},
    {"stead_document_finished", readFinished},
    {"stead_document_finish", finish},
    {"stead_signer_certificate", readAsSigner<stead_signer_certificate>},
    {"stead_signer_finished", readAsSigner<stead_signer_finished>},
    {"stead_outbox_attachment", readAttachment},
    {"stead_events_list", call<stead_events_list>},
    {"stead_mail_plan", call<stead_mail_plan>},
    {"stead_webhook_create", call<stead_webhook_create>},
    {"stead_webhook_list", call<stead_webhook_list>},
    {"stead_webhook_update", call<stead_webhook_update>},
    {"stead_webhook_delete", call<stead_webhook_delete>},
    {"stead_webhook_roll_secret", call<stead_webhook_roll_secret>},
    {"stead_webhook_take", call<stead_webhook_take>},
    {"stead_report_documents", call<stead_report_documents>},
    {"stead_audit_decide_as_of", call<stead_audit_decide_as_of>},
    {"stead_audit_replay", replay},
    {"stead_document_extend_expiry", call<stead_document_extend_expiry>},
    {"stead_document_add_tags", call<stead_document_add_tags>},
    {"stead_document_delete_tags", call<stead_document_delete_tags>},
    {"stead_document_delete", call<stead_document_delete>},
    {"stead_document_team_list", call<stead_document_team_list>},
    {"stead_document_change_recipient", call<stead_document_change_recipient>},
    {"stead_document_prefill", call<stead_document_prefill>},
    {"stead_signer_reassign", call<stead_signer_reassign>},
    {"stead_outbox_bounced", call<stead_outbox_bounced>},
};

}  // namespace

std::span<const NamedVerb> allVerbs() { return verbs; }

}  // namespace stead_fuzz
