/* A program of yesterday: it knows the previous header only. The main path, with every kind of handle: an account, a
 * user, consent by a mailed link, a decision, a document sent on behalf and signed, its evidence, the whole trail. */
#include <stdio.h>
#include <stdlib.h>
#include <stead.h>
#include <string.h>

static stead_error* error;
static char agreement[65536];

static void must(stead_status status, const char* what) {
  if (status == STEAD_OK) return;
  fprintf(stderr, "%s: %s %s: %s\n", what, stead_status_name(status), stead_error_code(error), stead_error_text(error));
  exit(EXIT_FAILURE);
}
#define MUST(call) must((call), #call)

static void hold(int32_t kept, const char* what) {
  if (kept) return;
  fprintf(stderr, "not so: %s\n", what);
  exit(EXIT_FAILURE);
}

static stead_record* parsed(const char* json) {
  stead_record* record;
  MUST(stead_record_parse(json, STEAD_NUL_TERMINATED, &record, &error));
  return record;
}

static const char* text(const stead_record* record, const char* pointer) {
  const char* found = stead_record_text(record, pointer, NULL);
  hold(found != NULL, pointer);
  return found;
}

/* The token at the end of the newest link of that kind. */
static void take_token(stead_engine* engine, const char* kind, char* token, size_t size) {
  stead_record* taken;
  MUST(stead_outbox_take(engine, NULL, &taken, &error));
  token[0] = '\0';
  for (int64_t i = 0; i < stead_record_count(taken, "/items"); ++i) {
    char place[64];
    snprintf(place, sizeof place, "/items/%lld/kind", (long long)i);
    if (strcmp(text(taken, place), kind) == 0) {
      snprintf(place, sizeof place, "/items/%lld/link", (long long)i);
      snprintf(token, size, "%s", strrchr(text(taken, place), '/') + 1);
    }
    snprintf(place, sizeof place, "/items/%lld", (long long)i);
    stead_record* item;
    MUST(stead_record_copy(taken, place, &item, &error));
    MUST(stead_outbox_ack(engine, text(item, "/id"), stead_record_integer(item, "/lease"), &error));
    stead_record_free(item);
  }
  stead_record_free(taken);
  hold(token[0] != '\0', kind);
}

static void consent(stead_engine* engine, stead_session* hank) {
  stead_record *request, *answer;
  MUST(stead_record_new(&request, &error));
  MUST(stead_record_set_text(request, "/name", "Luther Cooper", STEAD_NUL_TERMINATED, &error));
  MUST(stead_record_set_text(request, "/email", "luthercooper@cubeflakes.com", STEAD_NUL_TERMINATED, &error));
  MUST(stead_record_set_member(request, "/metaData", "desk", STEAD_NUL_TERMINATED, "7", 1, &error));
  MUST(stead_identity_create(hank, request, &answer, &error));
  hold(strcmp(text(answer, "/status"), "Pending") == 0, "a new identity is Pending");
  stead_record_free(request), stead_record_free(answer);

  char token[256];
  take_token(engine, "identity.asked.owner", token, sizeof token);
  MUST(stead_owner_look(engine, token, &answer, &error));
  MUST(stead_record_new(&request, &error));
  MUST(stead_record_set_text(request, "/textHash", text(answer, "/textHash"), STEAD_NUL_TERMINATED, &error));
  stead_record_free(answer);
  MUST(stead_owner_approve(engine, token, request, &answer, &error));
  hold(stead_record_integer(answer, "/grant/version") == 1, "a grant is born");
  stead_record_free(request), stead_record_free(answer);
}

static void decide(const stead_session* hank, const char* principal, int32_t allowed, const char* reason) {
  stead_decision* decision;
  MUST(stead_decision_new(&decision, &error));
  MUST(stead_session_authorize(hank, "document.send", principal, decision, &error));
  hold(stead_decision_allowed(decision) == allowed, "the decision is as yesterday");
  hold(reason == NULL || strcmp(stead_decision_reason(decision), reason) == 0, "the reason is as yesterday");
  stead_decision_free(decision);
}

static void load_agreement(const char* path, stead_upload* upload) {
  FILE* file = fopen(path, "rb");
  hold(file != NULL, path);
  const size_t size = fread(agreement, 1, sizeof agreement, file);
  fclose(file);
  MUST(stead_upload_add_file(upload, "agreement.pdf", agreement, (int64_t)size, &error));
}

static void send_and_sign(stead_engine* engine, const stead_session* hank, const char* pdf, const char* account) {
  stead_session* for_luther;
  stead_upload* upload;
  stead_record *answer, *evidence, *checkpoint;
  MUST(stead_session_on_behalf_of(hank, "luthercooper@cubeflakes.com", &for_luther, &error));
  MUST(stead_upload_new(&upload, &error));
  load_agreement(pdf, upload);
  stead_record* request = parsed(
      "{\"title\": \"Agreement\", \"signers\": [{\"name\": \"David\", \"emailAddress\": \"david@cubeflakes.com\","
      "\"formFields\": [{\"id\": \"sign\", \"fieldType\": \"Signature\", \"pageNumber\": 1,"
      "\"bounds\": {\"x\": 1, \"y\": 1, \"width\": 50, \"height\": 20}}]}]}");
  MUST(stead_document_send(for_luther, request, upload, &answer, &error));
  stead_record_free(request), stead_upload_free(upload);
  char token[256];
  take_token(engine, "document.request.signer", token, sizeof token);
  stead_record* signature;
  request = parsed("{\"values\": {\"sign\": \"David\"}}");
  MUST(stead_signer_sign(engine, token, request, &signature, &error));
  stead_record_free(request), stead_record_free(signature);

  MUST(stead_audit_export_evidence(for_luther, text(answer, "/id"), &evidence, &error));
  MUST(stead_audit_checkpoint(engine, account, &checkpoint, &error));
  int64_t length;
  const char* bytes = stead_record_json(evidence, &length);
  stead_record_free(answer);
  MUST(stead_evidence_verify(bytes, length, text(checkpoint, "/vkey"), &answer, &error));
  hold(stead_record_boolean(answer, "/ok"), "the evidence holds");
  stead_record_free(answer), stead_record_free(evidence), stead_record_free(checkpoint);
  stead_session_free(for_luther);
}

int main(int count, char** arguments) {
  if (count != 3) return fprintf(stderr, "usage: previous_client STORE PDF\n"), EXIT_FAILURE;
  stead_engine* engine;
  stead_session* hank;
  stead_record *request, *account, *answer;
  MUST(stead_engine_open(arguments[1], NULL, NULL, 0, &engine, &error));
  request = parsed(
      "{\"name\": \"Cubeflakes\", \"admin\": {\"name\": \"Hank White\", \"email\": \"hankwhite@cubeflakes.com\"}}");
  MUST(stead_account_create(engine, request, &account, &error));
  stead_record_free(request);
  MUST(stead_session_open_trusted(engine, text(account, "/adminUserId"), &hank, &error));
  decide(hank, "luthercooper@cubeflakes.com", 0, "noIdentity");
  consent(engine, hank);
  decide(hank, "luthercooper@cubeflakes.com", 1, NULL);
  send_and_sign(engine, hank, arguments[2], text(account, "/id"));

  hold(stead_user_get(hank, "no id", &answer, &error) == STEAD_INVALID, "what is no id is refused");
  hold(strcmp(stead_error_code(error), "malformedArgument") == 0, "the code is as yesterday");
  stead_error_free(error);
  MUST(stead_audit_verify(engine, text(account, "/id"), 1, &answer, &error));
  hold(stead_record_boolean(answer, "/ok"), "the trail holds");
  printf("A program built against %s ran on %s\n", STEAD_VERSION, stead_version());
  stead_record_free(answer), stead_record_free(account);
  MUST(stead_engine_close(engine, &error));
  stead_session_free(hank), stead_engine_free(engine);
  return EXIT_SUCCESS;
}
