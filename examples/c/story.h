/* What the chapters of the demo share. */
#ifndef STORY_H
#define STORY_H

#include <stddef.h>
#include <stead.h>

#define OWNER "luthercooper@cubeflakes.com"
#define SIGNER "david@cubeflakes.com"

typedef struct story {
  const char* folder;   /* where the store and what it left behind live */
  const char* data;     /* examples/data */
  const char* programs; /* where watcher, verify_evidence and tamper are */
  char store[4096];
  stead_engine* engine;
  char* account;
  char* office;             /* the user id of the Contracts Office, an Admin */
  char* hank;               /* the assistant's user id */
  stead_session* session;   /* Hank as himself */
  stead_session* on_behalf; /* Hank for Luther */
  char* consent_token;
  char* revoke_token;
  char* document; /* the one that gets completed */
} story;

/* Where the story plays; then its chapters, in order. */
void begin(story* s, const char* folder, const char* data, const char* programs);
void open_engine(story* s);
void people(story* s);
void log_in(story* s);
void ask_for_consent(story* s);
void refused_while_pending(story* s);
void approve_narrowed(story* s);
void update_identity(story* s);
void send_on_behalf(story* s);
void sign_and_complete(story* s);
void send_as_oneself(story* s);
void schedule_and_revoke(story* s);
void prove(story* s);
void tamper_with_a_copy(story* s);
void finish(story* s);

/* Takes all due mails, tells who got what, acknowledges them. The mail to `to` (of `kind`, or of any when NULL) is
 * shown whole when `show`; the secret at the end of its link is answered (the caller frees it), NULL when there is
 * none. */
char* take_mail(story* s, const char* kind, const char* to, int show);
char* copy_text(const stead_record* record, const char* pointer);
long long now_ms(void);
/* The program of the demo with its arguments; the command line for system() and popen(). */
void command(char* out, size_t size, const story* s, const char* program, const char* arguments);

#endif
