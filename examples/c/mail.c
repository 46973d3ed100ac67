/* The host's side of the outbox, and small helpers of the chapters. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "story.h"
#include "tell.h"

char* copy_text(const stead_record* record, const char* pointer) {
  const char* text = stead_record_text(record, pointer, NULL);
  char* copy = malloc(text == NULL ? 1 : strlen(text) + 1);
  expect(copy != NULL, "there is memory");
  strcpy(copy, text == NULL ? "" : text);
  return copy;
}

long long now_ms(void) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void command(char* out, size_t size, const story* s, const char* program, const char* arguments) {
  snprintf(out, size, "'%s/%s' %s", s->programs, program, arguments);
}

static const char* member(const stead_record* taken, int64_t item, const char* name) {
  char pointer[80];
  const char* text;
  snprintf(pointer, sizeof pointer, "/items/%lld/%s", (long long)item, name);
  text = stead_record_text(taken, pointer, NULL);
  return text == NULL ? "" : text;
}

char* take_mail(story* s, const char* kind, const char* to, int show) {
  stead_record* request;
  stead_record* taken;
  stead_error* error;
  char* token = NULL;
  int64_t i;
  must(stead_record_parse("{\"max\": 100}", STEAD_NUL_TERMINATED, &request, &error), &error, "stead_record_parse");
  must(stead_outbox_take(s->engine, request, &taken, &error), &error, "stead_outbox_take");
  if (stead_record_count(taken, "/items") == 0) tell("(no mail is due)");
  for (i = 0; i < stead_record_count(taken, "/items"); ++i) {
    const char* link = strrchr(member(taken, i, "link"), '/');
    const int wanted =
        strcmp(member(taken, i, "to/email"), to) == 0 && (kind == NULL || strcmp(member(taken, i, "kind"), kind) == 0);
    char pointer[64];
    if (wanted && show) {
      tell_mail(taken, i);
    } else {
      tell("mail to %-28s %s", member(taken, i, "to/email"), member(taken, i, "subject"));
    }
    if (wanted && link != NULL && token == NULL) {
      token = malloc(strlen(link));
      expect(token != NULL, "there is memory");
      strcpy(token, link + 1);
    }
    snprintf(pointer, sizeof pointer, "/items/%lld/lease", (long long)i);
    must(stead_outbox_ack(s->engine, member(taken, i, "id"), stead_record_integer(taken, pointer), &error), &error,
         "stead_outbox_ack");
  }
  stead_record_free(request);
  stead_record_free(taken);
  return token;
}
