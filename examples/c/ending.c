/* Chapters: revocation seen by another process, the scheduled send that is refused, proofs, tampering. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "files.h"
#include "story.h"
#include "tell.h"

static char* schedule(story* s, long long moment) {
  stead_record* request = read_record(s->data, "send-on-behalf.seed-001.json");
  stead_record* answer;
  stead_upload* upload;
  stead_error* error;
  char* id;
  int64_t length;
  char* pdf = read_file(s->data, "agreement.pdf", &length);
  must(stead_record_set_integer(request, "/scheduledSendAt", moment, &error), &error, "set");
  must(stead_upload_new(&upload, &error), &error, "stead_upload_new");
  must(stead_upload_add_file(upload, "agreement.pdf", pdf, length, &error), &error, "stead_upload_add_file");
  must(stead_document_send(s->on_behalf, request, upload, &answer, &error), &error, "stead_document_send");
  tell("Document %s is %s.", stead_record_text(answer, "/id", NULL), stead_record_text(answer, "/status", NULL));
  id = copy_text(answer, "/id");
  stead_upload_free(upload);
  stead_record_free(request);
  stead_record_free(answer);
  free(pdf);
  return id;
}

static FILE* start_watcher(story* s) {
  char arguments[9000];
  char line[9300];
  char ready[64];
  FILE* watcher;
  snprintf(arguments, sizeof arguments, "'%s' '%s/host.secret' %s %s", s->store, s->folder, s->hank, OWNER);
  command(line, sizeof line, s, "watcher", arguments);
  watcher = popen(line, "r");
  expect(watcher != NULL && fgets(ready, sizeof ready, watcher) != NULL && strcmp(ready, "ready\n") == 0,
         "the second process is allowed at first");
  return watcher;
}

void schedule_and_revoke(story* s) {
  const long long moment = now_ms() + 2000;
  stead_record* answer;
  stead_record* document;
  stead_error* error;
  FILE* watcher;
  char said[256];
  char* waiting;
  tell_step("Hank schedules one more send for later.", "stead_document_send with scheduledSendAt");
  waiting = schedule(s, moment);

  tell_step("A second process asks all the time whether Hank may send as Luther. Luther revokes by his lasting link.",
            "stead_session_authorize in the other process, stead_owner_revoke here");
  watcher = start_watcher(s);
  must(stead_owner_revoke(s->engine, s->revoke_token, NULL, &answer, &error), &error, "stead_owner_revoke");
  tell("The identity is %s.", stead_record_text(answer, "/status", NULL));
  expect(fgets(said, sizeof said, watcher) != NULL && pclose(watcher) == 0, "the second process sees the revocation");
  said[strcspn(said, "\n")] = '\0';
  tell_good("%s", said);

  tell_step("The moment of the scheduled send comes. What leaves in somebody's name is decided again then.",
            "stead_engine_run_due");
  while (now_ms() <= moment) usleep(50000);
  stead_record_free(answer);
  must(stead_engine_run_due(s->engine, NULL, &answer, &error), &error, "stead_engine_run_due");
  must(stead_document_get(s->session, waiting, &document, &error), &error, "stead_document_get");
  expect(strcmp(stead_record_text(document, "/status", NULL), "Revoked") == 0, "the scheduled send did not leave");
  tell_good("It is %s: %s", stead_record_text(document, "/status", NULL),
            stead_record_text(document, "/endMessage", NULL));
  free(take_mail(s, NULL, "hankwhite@cubeflakes.com", 0));
  stead_record_free(answer);
  stead_record_free(document);
  free(waiting);
}

void prove(story* s) {
  stead_record* evidence;
  stead_record* checkpoint;
  stead_session* office;
  stead_error* error;
  const char* bytes;
  const char* vkey;
  int64_t length;
  char arguments[9000];
  char line[9300];
  tell_step("Who did what, for whom, by what right: the office exports the evidence of the completed document,",
            "stead_audit_export_evidence, stead_audit_checkpoint");
  must(stead_audit_checkpoint(s->engine, s->account, &checkpoint, &error), &error, "stead_audit_checkpoint");
  tell("The log holds %lld entries; its signed head:", (long long)stead_record_integer(checkpoint, "/size"));
  {
    char* note = copy_text(checkpoint, "/checkpoint");
    char* part;
    for (part = strtok(note, "\n"); part != NULL; part = strtok(NULL, "\n")) tell("  %s", part);
    free(note);
  }
  must(stead_session_open_trusted(s->engine, s->office, &office, &error), &error, "stead_session_open_trusted");
  must(stead_audit_export_evidence(office, s->document, &evidence, &error), &error, "stead_audit_export_evidence");
  bytes = stead_record_json(evidence, &length);
  write_file(s->folder, "evidence.json", bytes, length);
  vkey = stead_record_text(checkpoint, "/vkey", NULL);
  write_file(s->folder, "log.vkey", vkey, (int64_t)strlen(vkey));

  tell_step("and checked by a separate small program that has only the file and the log's public key.",
            "stead_evidence_verify in verify_evidence");
  fflush(stdout);
  snprintf(arguments, sizeof arguments, "'%s/evidence.json' '%s/log.vkey'", s->folder, s->folder);
  command(line, sizeof line, s, "verify_evidence", arguments);
  expect(system(line) == 0, "the evidence verifies");
  stead_session_free(office);
  stead_record_free(evidence);
  stead_record_free(checkpoint);
}

static stead_record* verify(stead_engine* engine, const char* account) {
  stead_record* answer;
  stead_error* error;
  must(stead_audit_verify(engine, account, 0, &answer, &error), &error, "stead_audit_verify");
  return answer;
}

void tamper_with_a_copy(story* s) {
  const int entry = 7;
  stead_engine* copy;
  stead_record* answer;
  stead_error* error;
  int64_t length;
  char* secret = read_file(s->folder, "host.secret", &length);
  char path[4200];
  char line[9300];
  tell_step("The whole trail is verified; then one byte of one entry is changed in a copy of the store.",
            "stead_audit_verify");
  answer = verify(s->engine, s->account);
  expect(stead_record_boolean(answer, "/ok"), "the trail verifies");
  tell_good("OK: %lld entries fit their hashes and the head.", (long long)stead_record_integer(answer, "/size"));
  stead_record_free(answer);

  snprintf(path, sizeof path, "%s/tampered.db", s->folder);
  snprintf(line, sizeof line, "cd '%s' && rm -f tampered.db* && cp crm.db tampered.db && cp crm.db-wal tampered.db-wal",
           s->folder);
  expect(system(line) == 0, "the store can be copied");
  {
    char arguments[4300];
    snprintf(arguments, sizeof arguments, "'%s' 1 %d", path, entry);
    command(line, sizeof line, s, "tamper", arguments);
    expect(system(line) == 0, "one byte of the copy can be changed");
  }
  must(stead_engine_open(path, NULL, secret, length, &copy, &error), &error, "stead_engine_open");
  answer = verify(copy, s->account);
  expect(!stead_record_boolean(answer, "/ok"), "the change is found");
  expect(stead_record_integer(answer, "/broken/from") == entry, "verify names the entry");
  tell_good("Found: %s", stead_record_text(answer, "/broken/text", NULL));
  stead_record_free(answer);
  must(stead_engine_close(copy, &error), &error, "stead_engine_close");
  stead_engine_free(copy);
  free(secret);
}
