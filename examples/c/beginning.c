/* Chapters: the store is opened, its people are made or found again, Hank logs in. And the end: all is closed. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "files.h"
#include "story.h"
#include "tell.h"

void begin(story* s, const char* folder, const char* data, const char* programs) {
  memset(s, 0, sizeof *s);
  s->folder = folder;
  s->data = data;
  s->programs = programs;
  snprintf(s->store, sizeof s->store, "%s/crm.db", folder);
}

void open_engine(story* s) {
  unsigned char* secret;
  int64_t length;
  stead_record* options;
  stead_error* error;
  if (!file_exists(s->folder, "host.secret")) {
    unsigned char made[STEAD_SECRET_BYTES];
    FILE* random = fopen("/dev/urandom", "rb");
    expect(random != NULL && fread(made, 1, sizeof made, random) == sizeof made, "a secret can be made");
    fclose(random);
    write_file(s->folder, "host.secret", made, sizeof made);
  }
  secret = (unsigned char*)read_file(s->folder, "host.secret", &length);

  tell_step("A host opens its store: one SQLite file and 32 secret bytes.", "stead_engine_open");
  must(stead_record_new(&options, &error), &error, "stead_record_new");
  must(stead_record_set_text(options, "/productName", "Cubeflakes CRM", STEAD_NUL_TERMINATED, &error), &error, "set");
  must(stead_record_set_text(options, "/publicUrl", "https://crm.cubeflakes.com", STEAD_NUL_TERMINATED, &error), &error,
       "set");
  must(stead_record_set_text(options, "/mailFrom", "contracts@cubeflakes.com", STEAD_NUL_TERMINATED, &error), &error,
       "set");
  must(stead_record_set_text(options, "/logOrigin", "crm.cubeflakes.com/log", STEAD_NUL_TERMINATED, &error), &error,
       "set");
  must(stead_engine_open(s->store, options, secret, length, &s->engine, &error), &error, "stead_engine_open");
  stead_record_free(options);
  free(secret);
}

/* Invites one user of the seed's list and accepts by the link of the mail; answers the user's id. */
static char* invite(story* s, const stead_session* admin, int64_t place, const char* name) {
  stead_record* users = read_record(s->data, "users-invite.seed-004.json");
  stead_record* request;
  stead_record* user;
  stead_record* accepted;
  stead_error* error;
  char pointer[32];
  char* token;
  char* id;
  snprintf(pointer, sizeof pointer, "/users/%lld", (long long)place);
  must(stead_record_copy(users, pointer, &request, &error), &error, "stead_record_copy");
  must(stead_user_invite(admin, request, &user, &error), &error, "stead_user_invite");
  token = take_mail(s, NULL, stead_record_text(user, "/email", NULL), 0);
  stead_record_free(request);

  must(stead_record_new(&request, &error), &error, "stead_record_new");
  must(stead_record_set_text(request, "/name", name, STEAD_NUL_TERMINATED, &error), &error, "set");
  must(stead_user_accept(s->engine, token, request, &accepted, &error), &error, "stead_user_accept");
  tell("%s <%s> accepted the invitation and is %s.", name, stead_record_text(accepted, "/email", NULL),
       stead_record_text(accepted, "/role", NULL));
  id = copy_text(accepted, "/id");
  stead_record_free(request);
  stead_record_free(user);
  stead_record_free(accepted);
  stead_record_free(users);
  free(token);
  return id;
}

static void first_run(story* s) {
  stead_record* request;
  stead_record* account;
  stead_session* admin;
  stead_error* error;
  char ids[512];
  char* luther;
  tell_step("An account is made, and its people are invited (seed 004) and accept by the link of their mail.",
            "stead_account_create, stead_user_invite, stead_outbox_take, stead_user_accept");
  must(stead_record_parse("{\"name\": \"Cubeflakes\", \"admin\": {\"name\": \"Contracts Office\", "
                          "\"email\": \"contracts@cubeflakes.com\"}}",
                          STEAD_NUL_TERMINATED, &request, &error),
       &error, "stead_record_parse");
  must(stead_account_create(s->engine, request, &account, &error), &error, "stead_account_create");
  tell("Account %s has the number %lld.", stead_record_text(account, "/name", NULL),
       (long long)stead_record_integer(account, "/number"));
  s->account = copy_text(account, "/id");
  s->office = copy_text(account, "/adminUserId");
  must(stead_session_open_trusted(s->engine, s->office, &admin, &error), &error, "stead_session_open_trusted");
  luther = invite(s, admin, 0, "Luther Cooper");
  s->hank = invite(s, admin, 1, "Hank White");
  snprintf(ids, sizeof ids, "{\"accountId\": \"%s\", \"officeId\": \"%s\", \"hankId\": \"%s\"}", s->account, s->office,
           s->hank);
  write_file(s->folder, "people.json", ids, (int64_t)strlen(ids));
  stead_session_free(admin);
  stead_record_free(request);
  stead_record_free(account);
  free(luther);
}

void people(story* s) {
  if (file_exists(s->folder, "people.json")) {
    stead_record* ids = read_record(s->folder, "people.json");
    s->account = copy_text(ids, "/accountId");
    s->office = copy_text(ids, "/officeId");
    s->hank = copy_text(ids, "/hankId");
    stead_record_free(ids);
    tell_step("The store knows its account and people from an earlier run.", "");
  } else {
    first_run(s);
  }
}

void log_in(story* s) {
  stead_record* request;
  stead_record* key;
  stead_session* trusted;
  stead_error* error;
  tell_step("Hank gets an API key, shown once, and his program logs in with it.",
            "stead_api_key_create, stead_session_open_with_key");
  must(stead_session_open_trusted(s->engine, s->hank, &trusted, &error), &error, "stead_session_open_trusted");
  must(stead_record_parse("{\"name\": \"contract robot\"}", STEAD_NUL_TERMINATED, &request, &error), &error, "parse");
  must(stead_api_key_create(trusted, request, &key, &error), &error, "stead_api_key_create");
  must(stead_session_open_with_key(s->engine, stead_record_text(key, "/key", NULL), &s->session, &error), &error,
       "stead_session_open_with_key");
  must(stead_session_on_behalf_of(s->session, OWNER, &s->on_behalf, &error), &error, "stead_session_on_behalf_of");
  stead_session_free(trusted);
  stead_record_free(request);
  stead_record_free(key);
}

void finish(story* s) {
  stead_error* error;
  stead_session_free(s->on_behalf);
  stead_session_free(s->session);
  must(stead_engine_close(s->engine, &error), &error, "stead_engine_close");
  stead_engine_free(s->engine);
  free(s->account);
  free(s->office);
  free(s->hank);
  free(s->consent_token);
  free(s->document);
  free(s->revoke_token);
}
