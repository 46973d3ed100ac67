/* Hank wants to send in Luther's name. Luther has not agreed yet, so Stead says no, and says why. */
#include <stdio.h>
#include <stead.h>

static stead_error* error;
#define TRY(call) \
  if ((call) != STEAD_OK) return fprintf(stderr, "%s: %s\n", #call, stead_error_text(error)), 1

int main(int count, char** arguments) {
  stead_engine* engine;
  TRY(stead_engine_open(count > 1 ? arguments[1] : "hello.db", NULL, NULL, 0, &engine, &error));
  stead_record *request, *account, *identity;
  TRY(stead_record_new(&request, &error));
  TRY(stead_record_set_text(request, "/name", "Cubeflakes", STEAD_NUL_TERMINATED, &error));
  TRY(stead_record_set_text(request, "/admin/name", "Hank White", STEAD_NUL_TERMINATED, &error));
  TRY(stead_record_set_text(request, "/admin/email", "hankwhite@cubeflakes.com", STEAD_NUL_TERMINATED, &error));
  TRY(stead_account_create(engine, request, &account, &error));
  stead_session* hank;
  TRY(stead_session_open_trusted(engine, stead_record_text(account, "/adminUserId", NULL), &hank, &error));
  stead_record_free(request);
  const char* luther = "{\"name\": \"Luther Cooper\", \"email\": \"luthercooper@cubeflakes.com\"}";
  TRY(stead_record_parse(luther, STEAD_NUL_TERMINATED, &request, &error));
  TRY(stead_identity_create(hank, request, &identity, &error)); /* plans the mail that asks Luther */
  printf("The identity of Luther Cooper is %s.\n", stead_record_text(identity, "/status", NULL));
  stead_record* answer;
  TRY(stead_session_explain(hank, "document.send", "luthercooper@cubeflakes.com", &answer, &error));
  printf("May Hank send for Luther? %s\n%s\n", stead_record_boolean(answer, "/allowed") ? "Yes." : "No.",
         stead_record_text(answer, "/text", NULL));
  stead_record_free(request), stead_record_free(account), stead_record_free(identity), stead_record_free(answer);
  stead_session_free(hank), stead_engine_free(engine);
}
