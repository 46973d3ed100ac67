/* How the demo talks to its reader, and how it gives up. */
#ifndef TELL_H
#define TELL_H

#include <stead.h>

/* Numbered step: what happens in plain words, and the C call behind it. */
void tell_step(const char* what, const char* call);
/* One line below a step. */
void tell(const char* format, ...) __attribute__((format(printf, 1, 2)));
/* A good or a bad end of a step. */
void tell_good(const char* format, ...) __attribute__((format(printf, 1, 2)));
void tell_refused(const stead_error* error);
/* A mail in a frame, as its reader would get it. */
void tell_mail(const stead_record* taken, int64_t item);

/* Ends the program with the error unless `status` is STEAD_OK; frees the error. */
void must(stead_status status, stead_error** error, const char* call);
/* Ends the program with `what` unless it holds: the demo checks what it says. */
void expect(int holds, const char* what);

#endif
