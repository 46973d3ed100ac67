// stead._core: stead.h as Python sees it, one line for each function. Names are those of the header without "stead_".
#include <pybind11/stl.h>

#include <array>

#include "asker.h"
#include "call.h"

namespace binding {
namespace {

void addHandles(py::module_& m) {
  py::class_<Engine>(m, "Engine", "An open store.");
  py::class_<Session>(m, "Session", "An authenticated actor, optionally acting for one principal.");
  py::class_<Record>(m, "Record", "A JSON object.");
  py::class_<Upload>(m, "Upload", "Files that travel beside a record.");
  py::class_<Decision>(m, "Decision", "Allowed or refused, and why.");
  py::class_<Decisions>(m, "Decisions", "Many questions and their decisions.");
}

void addConstants(py::module_& m) {
  m.attr("HEADER_VERSION") = STEAD_HEADER_VERSION;
  m.attr("SECRET_BYTES") = STEAD_SECRET_BYTES;
  m.attr("KIND_ABSENT") = STEAD_KIND_ABSENT;
  m.attr("KIND_NULL") = STEAD_KIND_NULL;
  m.attr("KIND_BOOLEAN") = STEAD_KIND_BOOLEAN;
  m.attr("KIND_INTEGER") = STEAD_KIND_INTEGER;
  m.attr("KIND_NUMBER") = STEAD_KIND_NUMBER;
  m.attr("KIND_TEXT") = STEAD_KIND_TEXT;
  m.attr("KIND_ARRAY") = STEAD_KIND_ARRAY;
  m.attr("KIND_OBJECT") = STEAD_KIND_OBJECT;
}

void addRecords(py::module_& m) {
  m.def("record_new", make<stead_record_new>());
  m.def("record_parse", make<stead_record_parse, Sized>());
  m.def("record_copy", make<stead_record_copy, Record&, Text>());
  m.def("record_json", jsonText);
  m.def("record_set_text", call<stead_record_set_text, Record&, Text, Sized>());
  m.def("record_set_integer", call<stead_record_set_integer, Record&, Text, int64_t>());
  m.def("record_set_number", call<stead_record_set_number, Record&, Text, double>());
  m.def("record_set_boolean", call<stead_record_set_boolean, Record&, Text, int32_t>());
  m.def("record_set_null", call<stead_record_set_null, Record&, Text>());
  m.def("record_set_array", call<stead_record_set_array, Record&, Text>());
  m.def("record_set_record", call<stead_record_set_record, Record&, Text, Record&>());
  m.def("record_set_member", call<stead_record_set_member, Record&, Text, Sized, Sized>());
  m.def("record_remove", call<stead_record_remove, Record&, Text>());
  m.def("record_kind", get<stead_record_kind, Record&, Text>());
  m.def("record_text", get<stead_record_text, Record&, Text>());
  m.def("record_integer", get<stead_record_integer, Record&, Text>());
  m.def("record_number", get<stead_record_number, Record&, Text>());
  m.def("record_boolean", get<stead_record_boolean, Record&, Text>());
  m.def("record_count", get<stead_record_count, Record&, Text>());
  m.def("record_key_at", get<stead_record_key_at, Record&, Text, int64_t>());
  m.def("record_member_text", get<stead_record_member_text, Record&, Text, Sized>());
}

void addUploads(py::module_& m) {
  m.def("upload_new", verb<stead_upload_new>());
  m.def("upload_add_file", call<stead_upload_add_file, Upload&, Text, Sized>());
  m.def("upload_begin_file", call<stead_upload_begin_file, Upload&, Text>());
  m.def("upload_append", call<stead_upload_append, Upload&, Sized>());
  m.def("upload_count", get<stead_upload_count, Upload&>());
}

void addEngine(py::module_& m) {
  m.def("version", get<stead_version>());
  m.def("status_name", get<stead_status_name, int32_t>());
  m.def("engine_open_v", call<stead_engine_open_v, int32_t, Text, Json, Sized>());
  m.def("engine_warning", get<stead_engine_warning, Engine&>());
  m.def("engine_set_test_clock", verb<stead_engine_set_test_clock>());
  m.def("engine_open_rotating_v", call<stead_engine_open_rotating_v, int32_t, Text, Json, Sized, Sized>());
  m.def("engine_backup", verb<stead_engine_backup>());
  m.def("engine_check", verb<stead_engine_check>());
  m.def("engine_run_due", verb<stead_engine_run_due>());
  m.def("engine_close", verb<stead_engine_close>());
}

void addSessions(py::module_& m) {
  m.def("session_open_with_key", verb<stead_session_open_with_key>());
  m.def("session_open_trusted", verb<stead_session_open_trusted>());
  m.def("session_on_behalf_of", verb<stead_session_on_behalf_of>());
  m.def("session_account_wide", verb<stead_session_account_wide>());
  m.def("session_user_id", get<stead_session_user_id, Session&>());
  m.def("session_account_id", get<stead_session_account_id, Session&>());
  m.def("session_principal", get<stead_session_principal, Session&>());
  m.def("session_close", verb<stead_session_close>());
}

void addDecisions(py::module_& m) {
  m.def("decision_new", verb<stead_decision_new>());
  m.def("decision_allowed", get<stead_decision_allowed, Decision&>());
  m.def("decision_authority", get<stead_decision_authority, Decision&>());
  m.def("decision_reason", get<stead_decision_reason, Decision&>());
  m.def("decision_remedy", get<stead_decision_remedy, Decision&>());
  m.def("decision_grant_id", get<stead_decision_grant_id, Decision&>());
  m.def("decision_grant_version", get<stead_decision_grant_version, Decision&>());
  m.def("decision_valid_until", get<stead_decision_valid_until, Decision&>());
  m.def("session_authorize", verb<stead_session_authorize>());
  m.def("session_authorize_document", verb<stead_session_authorize_document>());
  m.def("session_explain", verb<stead_session_explain>());
  m.def("session_explain_document", verb<stead_session_explain_document>());
  m.def("decisions_new", verb<stead_decisions_new>());
  m.def("decisions_add", verb<stead_decisions_add>());
  m.def("decisions_count", get<stead_decisions_count, Decisions&>());
  m.def("session_authorize_all", verb<stead_session_authorize_all>());
  m.def("decisions_allowed", get<stead_decisions_allowed, Decisions&, int64_t>());
  m.def("decisions_get", verb<stead_decisions_get>());
  m.def("decisions_clear", verb<stead_decisions_clear>());
  m.def("operation_list", verb<stead_operation_list>());
  m.def("grant_list_principals", verb<stead_grant_list_principals>());
  m.def("grant_list_actors", verb<stead_grant_list_actors>());
}

void addPeople(py::module_& m) {
  m.def("account_create", verb<stead_account_create>());
  m.def("account_get", verb<stead_account_get>());
  m.def("account_update", verb<stead_account_update>());
  m.def("user_invite", verb<stead_user_invite>());
  m.def("user_accept", verb<stead_user_accept>());
  m.def("user_get", verb<stead_user_get>());
  m.def("user_update", verb<stead_user_update>());
  m.def("user_change_team", verb<stead_user_change_team>());
  m.def("user_deactivate", verb<stead_user_deactivate>());
  m.def("user_reactivate", verb<stead_user_reactivate>());
  m.def("team_assign", verb<stead_team_assign>());
  m.def("user_invite_all", verb<stead_user_invite_all>());
  m.def("user_resend_invitation", verb<stead_user_resend_invitation>());
  m.def("user_cancel_invitation", verb<stead_user_cancel_invitation>());
  m.def("user_list", verb<stead_user_list>());
  m.def("team_get", verb<stead_team_get>());
  m.def("team_list", verb<stead_team_list>());
  m.def("team_rename", verb<stead_team_rename>());
  m.def("team_create", verb<stead_team_create>());
  m.def("api_key_create", verb<stead_api_key_create>());
  m.def("api_key_list", verb<stead_api_key_list>());
  m.def("api_key_revoke", verb<stead_api_key_revoke>());
}

void addIdentities(py::module_& m) {
  m.def("identity_create", verb<stead_identity_create>());
  m.def("identity_get", verb<stead_identity_get>());
  m.def("identity_list", verb<stead_identity_list>());
  m.def("identity_update", verb<stead_identity_update>());
  m.def("identity_resend", verb<stead_identity_resend>());
  m.def("identity_rerequest", verb<stead_identity_rerequest>());
  m.def("identity_delete", verb<stead_identity_delete>());
  m.def("identity_evidence", verb<stead_identity_evidence>());
  m.def("owner_look", verb<stead_owner_look>());
  m.def("owner_approve", verb<stead_owner_approve>());
  m.def("owner_deny", verb<stead_owner_deny>());
  m.def("owner_narrow", verb<stead_owner_narrow>());
  m.def("owner_revoke", verb<stead_owner_revoke>());
}

void addBrands(py::module_& m) {
  m.def("brand_create", verb<stead_brand_create>());
  m.def("brand_get", verb<stead_brand_get>());
  m.def("brand_list", verb<stead_brand_list>());
  m.def("brand_update", verb<stead_brand_update>());
  m.def("brand_delete", verb<stead_brand_delete>());
  m.def("brand_make_default", verb<stead_brand_make_default>());
  m.def("brand_logo", part<stead_brand_logo>());
}

void addDocuments(py::module_& m) {
  m.def("document_send", verb<stead_document_send>());
  m.def("document_get", verb<stead_document_get>());
  m.def("document_list", verb<stead_document_list>());
  m.def("document_team_list", verb<stead_document_team_list>());
  m.def("document_behalf_list", verb<stead_document_behalf_list>());
  m.def("document_revoke", verb<stead_document_revoke>());
  m.def("document_remind", verb<stead_document_remind>());
  m.def("document_hand_over", verb<stead_document_hand_over>());
  m.def("document_change_access_code", verb<stead_document_change_access_code>());
  m.def("document_extend_expiry", verb<stead_document_extend_expiry>());
  m.def("document_add_tags", verb<stead_document_add_tags>());
  m.def("document_delete_tags", verb<stead_document_delete_tags>());
  m.def("document_delete", verb<stead_document_delete>());
  m.def("document_change_recipient", verb<stead_document_change_recipient>());
  m.def("document_prefill", verb<stead_document_prefill>());
  m.def("document_download", part<stead_document_download>());
  m.def("document_audit_log", verb<stead_document_audit_log>());
  m.def("document_certificate", part<stead_document_certificate>());
  m.def("document_finished", part<stead_document_finished>());
  m.def("document_finish", verb<stead_document_finish>());
  m.def("signer_certificate", part<stead_signer_certificate>());
  m.def("signer_finished", part<stead_signer_finished>());
  m.def("signer_view", verb<stead_signer_view>());
  m.def("signer_reassign", verb<stead_signer_reassign>());
  m.def("signer_download", part<stead_signer_download>());
  m.def("signer_sign", verb<stead_signer_sign>());
  m.def("signer_decline", verb<stead_signer_decline>());
}

void addOutbox(py::module_& m) {
  m.def("outbox_take", verb<stead_outbox_take>());
  m.def("outbox_ack", verb<stead_outbox_ack>());
  m.def("outbox_attachment", part<stead_outbox_attachment>());
  m.def("outbox_fail", verb<stead_outbox_fail>());
  m.def("outbox_bounced", verb<stead_outbox_bounced>());
  m.def("outbox_dead_letters", verb<stead_outbox_dead_letters>());
  m.def("webhook_create", verb<stead_webhook_create>());
  m.def("webhook_list", verb<stead_webhook_list>());
  m.def("webhook_update", verb<stead_webhook_update>());
  m.def("webhook_delete", verb<stead_webhook_delete>());
  m.def("webhook_roll_secret", verb<stead_webhook_roll_secret>());
  m.def("webhook_take", verb<stead_webhook_take>());
  m.def("report_documents", verb<stead_report_documents>());
  m.def("mail_plan", verb<stead_mail_plan>());
  m.def("events_list", verb<stead_events_list>());
}

void addAudit(py::module_& m) {
  m.def("audit_checkpoint", verb<stead_audit_checkpoint>());
  m.def("audit_verify", verb<stead_audit_verify>());
  m.def("audit_verify_part", verb<stead_audit_verify_part>());
  m.def("audit_list", verb<stead_audit_list>());
  m.def("audit_decide_as_of", verb<stead_audit_decide_as_of>());
  m.def("audit_replay", verb<stead_audit_replay>());
  m.def("audit_prove_inclusion", verb<stead_audit_prove_inclusion>());
  m.def("audit_prove_consistency", verb<stead_audit_prove_consistency>());
  m.def("audit_erase_person", verb<stead_audit_erase_person>());
  m.def("audit_export_evidence", verb<stead_audit_export_evidence>());
  m.def("consistency_verify", verb<stead_consistency_verify>());
  m.def("evidence_verify", call<stead_evidence_verify, Sized, Text>());
}

}  // namespace
}  // namespace binding

PYBIND11_MODULE(_core, m) {
  using namespace binding;
  m.doc() = "stead.h, function by function. Private: use the package stead.";
  py::register_local_exception_translator([](std::exception_ptr thrown) {
    try {
      std::rethrow_exception(thrown);
    } catch (const Failure& failure) {
      raise(failure.error.get());
    }
  });
  addHandles(m);
  addConstants(m);
  addRecords(m);
  addUploads(m);
  addEngine(m);
  addSessions(m);
  addDecisions(m);
  addPeople(m);
  addIdentities(m);
  addBrands(m);
  addDocuments(m);
  addOutbox(m);
  addAudit(m);
  addAsker(m);
}
