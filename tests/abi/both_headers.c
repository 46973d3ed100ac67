/* The previous header and today's, one after the other: a function whose type has changed, a constant whose value has
 * changed, does not compile. That every one of them is still there shows kept.c, which is made from the previous one.
 */
#include "previous/stead.h"

/* Only the version may move. */
#undef STEAD_H
#undef STEAD_VERSION_MAJOR
#undef STEAD_VERSION_MINOR
#undef STEAD_VERSION_PATCH
#undef STEAD_VERSION
#include "../../capi/stead.h"

#include <stdio.h>
#include <stdlib.h>

typedef void (*function)(void);
extern const function functions[];

int main(int count, char** arguments) {
  long found = 0;
  while (functions[found] != NULL) ++found;
  const long expected = count > 1 ? strtol(arguments[1], NULL, 10) : 0;
  printf("%ld of %ld functions of the previous header are there\n", found, expected);
  return found == expected && found > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
