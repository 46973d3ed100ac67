// Usage: conformance_core (or _c) STORIES-FOLDER SOURCE-ROOT TRANSCRIPT [STORY]
#include <iostream>

#include "hosts.h"
#include "tell_all.h"

int main(int argc, char** argv) {
  if (argc != 4 && argc != 5) {
    std::cerr << "usage: conformance_core or conformance_c STORIES-FOLDER SOURCE-ROOT TRANSCRIPT [STORY]\n";
    return 2;
  }
#ifdef STEAD_CONFORMANCE_CORE
  const conformance::OpenHost open = conformance::openCore;
#else
  const conformance::OpenHost open = conformance::openC;
#endif
  return conformance::tellAll({argv[1], argv[2], argv[3], argc == 5 ? argv[4] : ""}, open);
}
