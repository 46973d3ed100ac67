/*
 * The main job of Stead from end to end, on real input: an assistant sends a contract as her director, with his
 * consent, and afterwards it can be proved who did what, for whom, by what right.
 *
 * Usage: demo STORE-FOLDER DATA-FOLDER PROGRAMS-FOLDER
 * A second run on the same folder goes on with the same account and people.
 */
#include <stdio.h>

#include "story.h"

int main(int argc, char** argv) {
  story s;
  if (argc != 4) {
    fprintf(stderr, "usage: %s STORE-FOLDER DATA-FOLDER PROGRAMS-FOLDER\n", argv[0]);
    return 2;
  }
  begin(&s, argv[1], argv[2], argv[3]);
  open_engine(&s);
  people(&s);
  log_in(&s);
  ask_for_consent(&s);
  refused_while_pending(&s);
  approve_narrowed(&s);
  update_identity(&s);
  send_on_behalf(&s);
  sign_and_complete(&s);
  send_as_oneself(&s);
  schedule_and_revoke(&s);
  prove(&s);
  tamper_with_a_copy(&s);
  finish(&s);
  return 0;
}
