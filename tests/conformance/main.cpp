// Runs every story of the folder through one way into the engine and writes the transcript.
// Usage: conformance_core (or _c) STORIES-FOLDER SOURCE-ROOT TRANSCRIPT [STORY]
#include <fstream>
#include <iostream>
#include <string>

#include "hosts.h"

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
  std::ofstream transcript(argv[3], std::ios::binary);
  int told = 0;
  int failed = 0;
  for (const auto& story : conformance::stories(argv[1])) {
    if (argc == 5 && story.stem() != argv[4]) continue;
    ++told;
    const auto result = conformance::run(story, argv[2], open);
    for (const auto& line : result.transcript) transcript << line << '\n';
    for (const auto& failure : result.failures) std::cout << failure << '\n';
    if (!result.failures.empty()) ++failed;
  }
  std::cout << told << " stories, " << failed << " failed\n";
  return told > 0 && failed == 0 && transcript.good() ? 0 : 1;
}
