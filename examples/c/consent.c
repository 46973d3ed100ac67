/* Chapters: asking for consent, being refused, approving with limits, changing the identity. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "files.h"
#include "story.h"
#include "tell.h"

void ask_for_consent(story* s) {
  stead_record* request = read_record(s->data, "identity-create.seed-000.json");
  stead_record* identity;
  stead_error* error;
  stead_status status;
  tell_step("Hank asks Luther Cooper to let him act in his name (seed 000).",
            "stead_identity_create, stead_outbox_take");
  status = stead_identity_create(s->session, request, &identity, &error);
  if (status == STEAD_CONFLICT) {
    tell(
        "He has asked in an earlier run; his consent was revoked since, so Hank asks again: stead_identity_rerequest.");
    stead_error_free(error);
    must(stead_identity_rerequest(s->session, OWNER, NULL, &identity, &error), &error, "stead_identity_rerequest");
  } else {
    must(status, &error, "stead_identity_create");
  }
  tell("The identity %s is %s.", stead_record_text(identity, "/id", NULL),
       stead_record_text(identity, "/status", NULL));
  s->consent_token = take_mail(s, "identity.asked.owner", OWNER, 1);
  expect(s->consent_token != NULL, "the owner gets a mail with a link");
  stead_record_free(request);
  stead_record_free(identity);
}

/* Sends the agreement of the seeds; the answer or the error is the caller's. */
static stead_status send_agreement(story* s, const stead_session* session, stead_record** answer, stead_error** error) {
  stead_record* request = read_record(s->data, "send-on-behalf.seed-001.json");
  stead_upload* upload;
  stead_error* problem;
  stead_status status;
  int64_t length;
  char* pdf = read_file(s->data, "agreement.pdf", &length);
  must(stead_upload_new(&upload, &problem), &problem, "stead_upload_new");
  must(stead_upload_add_file(upload, "agreement.pdf", pdf, length, &problem), &problem, "stead_upload_add_file");
  status = stead_document_send(session, request, upload, answer, error);
  stead_upload_free(upload);
  stead_record_free(request);
  free(pdf);
  return status;
}

void refused_while_pending(story* s) {
  stead_record* answer;
  stead_error* error;
  tell_step("Without waiting, Hank sends the agreement as Luther (seed 001). Luther has not answered yet.",
            "stead_document_send");
  expect(send_agreement(s, s->on_behalf, &answer, &error) == STEAD_REFUSED, "the send is refused");
  tell_refused(error);
  expect(strcmp(stead_error_code(error), "consentPending") == 0, "the reason is consentPending");
  stead_error_free(error);
}

void approve_narrowed(story* s) {
  stead_record* page;
  stead_record* request;
  stead_record* answer;
  stead_error* error;
  const long long until = now_ms() + 90LL * 24 * 3600 * 1000;
  char json[1024];
  tell_step("Luther opens the link, reads the text, and agrees to some acts only, for 90 days.",
            "stead_owner_look, stead_owner_approve");
  must(stead_owner_look(s->engine, s->consent_token, &page, &error), &error, "stead_owner_look");
  tell("He is asked for %lld kinds of acts.", (long long)stead_record_count(page, "/operations"));
  snprintf(json, sizeof json,
           "{\"textHash\": \"%s\", \"until\": %lld, \"ip\": \"192.0.2.7\", \"userAgent\": \"demo\", \"operations\": "
           "[\"document.send\", \"document.remind\", \"document.revoke\", \"document.auditLog\"]}",
           stead_record_text(page, "/textHash", NULL), until);
  must(stead_record_parse(json, STEAD_NUL_TERMINATED, &request, &error), &error, "stead_record_parse");
  must(stead_owner_approve(s->engine, s->consent_token, request, &answer, &error), &error, "stead_owner_approve");
  tell_good("The identity is %s; the grant allows %lld kinds of acts.", stead_record_text(answer, "/status", NULL),
            (long long)stead_record_count(answer, "/grant/operations"));
  s->revoke_token = take_mail(s, "identity.approved.owner", OWNER, 0);
  expect(s->revoke_token != NULL, "the owner gets a lasting link to revoke");
  stead_record_free(page);
  stead_record_free(request);
  stead_record_free(answer);
  free(s->consent_token);
  s->consent_token = NULL;
}

void update_identity(story* s) {
  stead_record* request = read_record(s->data, "identity-update.seed-003.json");
  stead_record* identity;
  stead_error* error;
  tell_step("Hank updates the identity: two of twelve settings, one metadata key (seed 003). The rest stays.",
            "stead_identity_update");
  must(stead_identity_update(s->session, OWNER, request, &identity, &error), &error, "stead_identity_update");
  tell("sent: %s (was off)   viewed: %s (was on)   completed: %s (not named, stays)   AccountPlan: %s",
       stead_record_boolean(identity, "/notificationSettings/sent") ? "on" : "off",
       stead_record_boolean(identity, "/notificationSettings/viewed") ? "on" : "off",
       stead_record_boolean(identity, "/notificationSettings/completed") ? "on" : "off",
       stead_record_text(identity, "/metaData/AccountPlan", NULL));
  tell("A change of a Verified identity is told to its owner:");
  free(take_mail(s, NULL, OWNER, 0));
  stead_record_free(request);
  stead_record_free(identity);
}

void send_on_behalf(story* s) {
  stead_record* answer;
  stead_record* refused;
  stead_error* error;
  tell_step("Now the same send is allowed: a three-page PDF leaves in Luther's name.", "stead_document_send");
  must(send_agreement(s, s->on_behalf, &answer, &error), &error, "stead_document_send");
  s->document = copy_text(answer, "/id");
  tell_good("Document %s is %s.", s->document, stead_record_text(answer, "/status", NULL));
  tell("actor %s   for %s   authority %s   grant version %lld", stead_record_text(answer, "/actorId", NULL),
       stead_record_text(answer, "/principal/email", NULL), stead_record_text(answer, "/authority", NULL),
       (long long)stead_record_integer(answer, "/grantVersion"));

  tell_step("What Luther did not agree to stays refused: a new access code.", "stead_document_change_access_code");
  {
    stead_record* request;
    must(stead_record_parse("{\"signerEmail\": \"" SIGNER "\", \"accessCode\": \"4711\"}", STEAD_NUL_TERMINATED,
                            &request, &error),
         &error, "stead_record_parse");
    expect(stead_document_change_access_code(s->on_behalf, s->document, request, &refused, &error) == STEAD_REFUSED,
           "an act outside the grant is refused");
    tell_refused(error);
    stead_error_free(error);
    stead_record_free(request);
  }
  stead_record_free(answer);
}
