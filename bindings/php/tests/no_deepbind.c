/* For runs under a sanitizer: PHP opens extensions with RTLD_DEEPBIND, which the sanitizers' runtime refuses. */
#include <dlfcn.h>

typedef void* open_library(const char*, int);

void* dlopen(const char* file, int flags) {
  open_library* next;
  *(void**)&next = dlsym(RTLD_NEXT, "dlopen");
  return next(file, flags & ~RTLD_DEEPBIND);
}
