/*
 * A second process on the same store: asks again and again whether the actor may still send for the owner, and says
 * when the answer turns. Usage: watcher STORE SECRET-FILE USER-ID OWNER-EMAIL
 */
#include <stdio.h>
#include <stdlib.h>
#include <stead.h>
#include <time.h>

#include "tell.h"

enum { seconds_max = 30 };

int main(int argc, char** argv) {
  unsigned char secret[STEAD_SECRET_BYTES];
  stead_engine* engine;
  stead_session* session;
  stead_decision* decision;
  stead_error* error;
  long long asked = 0;
  FILE* file;
  const time_t end = time(NULL) + seconds_max;
  if (argc != 5) return 2;
  file = fopen(argv[2], "rb");
  expect(file != NULL && fread(secret, 1, sizeof secret, file) == sizeof secret, "the secret can be read");
  fclose(file);

  must(stead_engine_open(argv[1], NULL, secret, sizeof secret, &engine, &error), &error, "stead_engine_open");
  must(stead_session_open_trusted(engine, argv[3], &session, &error), &error, "stead_session_open_trusted");
  must(stead_decision_new(&decision, &error), &error, "stead_decision_new");
  for (;;) {
    must(stead_session_authorize(session, "document.send", argv[4], decision, &error), &error,
         "stead_session_authorize");
    if (++asked == 1) {
      expect(stead_decision_allowed(decision), "the actor may send at first");
      printf("ready\n");
      fflush(stdout);
    }
    if (!stead_decision_allowed(decision) || time(NULL) > end) break;
  }
  expect(!stead_decision_allowed(decision), "the answer turned");
  printf("the other process asked %lld times; then the answer was: refused, %s\n", asked,
         stead_decision_reason(decision));

  stead_decision_free(decision);
  stead_session_free(session);
  must(stead_engine_close(engine, &error), &error, "stead_engine_close");
  stead_engine_free(engine);
  return 0;
}
