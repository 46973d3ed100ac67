#include "tell.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char* colour(const char* code) { return isatty(STDOUT_FILENO) ? code : ""; }

#define BOLD colour("\033[1m")
#define DIM colour("\033[2m")
#define GREEN colour("\033[32m")
#define RED colour("\033[31m")
#define BLUE colour("\033[34m")
#define PLAIN colour("\033[0m")

void tell_step(const char* what, const char* call) {
  static int number = 0;
  printf("\n%s%2d. %s%s\n", BOLD, ++number, what, PLAIN);
  if (call[0] != '\0') printf("    %s%s%s\n", BLUE, call, PLAIN);
  fflush(stdout);
}

void tell(const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  fputs("    ", stdout);
  vprintf(format, arguments);
  putchar('\n');
  va_end(arguments);
  fflush(stdout);
}

void tell_good(const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  printf("    %s", GREEN);
  vprintf(format, arguments);
  printf("%s\n", PLAIN);
  va_end(arguments);
  fflush(stdout);
}

void tell_refused(const stead_error* error) {
  printf("    %srefused: %s%s\n", RED, stead_error_code(error), PLAIN);
  printf("    %s\n", stead_error_text(error));
  if (stead_error_remedy(error)[0] != '\0') printf("    %sremedy: %s%s\n", DIM, stead_error_remedy(error), PLAIN);
  fflush(stdout);
}

static const char* of_item(const stead_record* taken, int64_t item, const char* member) {
  char pointer[80];
  const char* text;
  snprintf(pointer, sizeof pointer, "/items/%lld%s", (long long)item, member);
  text = stead_record_text(taken, pointer, NULL);
  return text == NULL ? "" : text;
}

void tell_mail(const stead_record* taken, int64_t item) {
  const char* text = of_item(taken, item, "/text");
  printf("    %s.---------------------------------------------------------------------------%s\n", DIM, PLAIN);
  printf("    %s|%s From:     %s <%s>\n", DIM, PLAIN, of_item(taken, item, "/from/name"),
         of_item(taken, item, "/from/email"));
  if (of_item(taken, item, "/replyTo/email")[0] != '\0') {
    printf("    %s|%s Reply-To: %s <%s>\n", DIM, PLAIN, of_item(taken, item, "/replyTo/name"),
           of_item(taken, item, "/replyTo/email"));
  }
  printf("    %s|%s To:       %s <%s>\n", DIM, PLAIN, of_item(taken, item, "/to/name"),
         of_item(taken, item, "/to/email"));
  printf("    %s|%s Subject:  %s%s%s\n    %s|%s\n", DIM, PLAIN, BOLD, of_item(taken, item, "/subject"), PLAIN, DIM,
         PLAIN);
  while (*text != '\0') {
    const size_t line = strcspn(text, "\n");
    printf("    %s|%s %.*s\n", DIM, PLAIN, (int)line, text);
    text += line + (text[line] == '\n' ? 1 : 0);
  }
  printf("    %s'---------------------------------------------------------------------------%s\n", DIM, PLAIN);
  fflush(stdout);
}

void must(stead_status status, stead_error** error, const char* call) {
  int64_t i;
  if (status == STEAD_OK) return;
  fprintf(stderr, "\n%s failed: %s: %s\n", call, stead_error_code(*error), stead_error_text(*error));
  for (i = 0; i < stead_error_field_count(*error); ++i) {
    fprintf(stderr, "  %s: %s\n", stead_error_field_path(*error, i), stead_error_field_message(*error, i));
  }
  stead_error_free(*error);
  exit(1);
}

void expect(int holds, const char* what) {
  if (holds) return;
  fprintf(stderr, "\nThe demo expected that %s, and it is not so.\n", what);
  exit(1);
}
