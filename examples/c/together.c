/*
 * Programs of several languages on one store at once: each asks all the time whether Hank may send as Luther; then
 * Luther revokes here, and every one of them is refused.
 *
 * Usage: together STORE-FOLDER DATA-FOLDER WATCH-COMMAND…
 * A watch command is the beginning of a command line; store, secret file, user id and owner are added to it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "files.h"
#include "story.h"
#include "tell.h"

enum { watchers_max = 16 };

static FILE* start_watcher(const story* s, const char* watch) {
  char line[16384];
  char ready[64];
  FILE* watcher;
  snprintf(line, sizeof line, "%s '%s' '%s/host.secret' %s %s", watch, s->store, s->folder, s->hank, OWNER);
  watcher = popen(line, "r");
  expect(watcher != NULL && fgets(ready, sizeof ready, watcher) != NULL && strcmp(ready, "ready\n") == 0, watch);
  tell("May Hank send as Luther? Yes, says %s", watch);
  return watcher;
}

static void see_refusal(FILE* watcher, const char* watch) {
  char said[256];
  expect(fgets(said, sizeof said, watcher) != NULL && pclose(watcher) == 0, watch);
  said[strcspn(said, "\n")] = '\0';
  tell_good("%s: %s", watch, said);
}

int main(int argc, char** argv) {
  story s;
  FILE* watchers[watchers_max];
  stead_record* answer;
  stead_error* error;
  int i;
  if (argc < 4 || argc - 3 > watchers_max) {
    fprintf(stderr, "usage: %s STORE-FOLDER DATA-FOLDER WATCH-COMMAND...\n", argv[0]);
    return 2;
  }
  begin(&s, argv[1], argv[2], "");
  open_engine(&s);
  people(&s);
  log_in(&s);
  ask_for_consent(&s);
  approve_narrowed(&s);

  tell_step("Programs of every language open the same store and ask, again and again.",
            "stead_session_authorize behind each of them");
  for (i = 3; i < argc; ++i) watchers[i - 3] = start_watcher(&s, argv[i]);
  tell_step("Luther revokes by his lasting link, in this process.", "stead_owner_revoke");
  must(stead_owner_revoke(s.engine, s.revoke_token, NULL, &answer, &error), &error, "stead_owner_revoke");
  tell("The identity is %s.", stead_record_text(answer, "/status", NULL));
  for (i = 3; i < argc; ++i) see_refusal(watchers[i - 3], argv[i]);
  free(take_mail(&s, NULL, OWNER, 0));
  stead_record_free(answer);
  finish(&s);
  return 0;
}
