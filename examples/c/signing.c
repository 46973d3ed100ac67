/* Chapters: who is told, signing, sending as oneself. */
#include <stdio.h>
#include <stdlib.h>

#include "files.h"
#include "story.h"
#include "tell.h"

void sign_and_complete(story* s) {
  stead_record* view;
  stead_record* request;
  stead_record* answer;
  stead_error* error;
  char* token;
  tell_step("Who is told: David is asked to sign; he sees Luther as the sender, and answers go to Luther.",
            "stead_outbox_take");
  token = take_mail(s, "document.request.signer", SIGNER, 1);
  expect(token != NULL, "the signer gets a link");

  tell_step("David opens the document and signs; it is complete, and everybody concerned hears of it.",
            "stead_signer_view, stead_signer_sign");
  must(stead_signer_view(s->engine, token, NULL, &view, &error), &error, "stead_signer_view");
  tell("He reads \"%s\" from %s.", stead_record_text(view, "/title", NULL),
       stead_record_text(view, "/behalfOf/name", NULL));
  must(stead_record_parse("{\"values\": {\"sign\": \"David\"}, \"ip\": \"198.51.100.4\"}", STEAD_NUL_TERMINATED,
                          &request, &error),
       &error, "stead_record_parse");
  must(stead_signer_sign(s->engine, token, request, &answer, &error), &error, "stead_signer_sign");
  tell_good("The document is %s.", stead_record_text(answer, "/status", NULL));
  free(take_mail(s, "document.completed.owner", OWNER, 1));
  stead_record_free(view);
  stead_record_free(request);
  stead_record_free(answer);
  free(token);
}

void send_as_oneself(story* s) {
  stead_record* request = read_record(s->data, "send-as-oneself.seed-002.json");
  stead_record* answer;
  stead_record* list;
  stead_record* behalf;
  stead_upload* upload;
  stead_error* error;
  int64_t length;
  char* pdf = read_file(s->data, "agreement.pdf", &length);
  tell_step("Hank may also send as himself (seed 002); the two kinds stand in two lists.",
            "stead_document_send, stead_document_list, stead_document_behalf_list");
  must(stead_upload_new(&upload, &error), &error, "stead_upload_new");
  must(stead_upload_add_file(upload, "NDA.pdf", pdf, length, &error), &error, "stead_upload_add_file");
  must(stead_document_send(s->session, request, upload, &answer, &error), &error, "stead_document_send");
  must(stead_document_list(s->session, NULL, &list, &error), &error, "stead_document_list");
  must(stead_document_behalf_list(s->session, NULL, &behalf, &error), &error, "stead_document_behalf_list");
  tell("As himself: %lld. For others: %lld.", (long long)stead_record_integer(list, "/total"),
       (long long)stead_record_integer(behalf, "/total"));
  free(take_mail(s, NULL, SIGNER, 0));
  stead_upload_free(upload);
  stead_record_free(request);
  stead_record_free(answer);
  stead_record_free(list);
  stead_record_free(behalf);
  free(pdf);
}
