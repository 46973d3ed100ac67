#include "tell_all.h"

#include <fstream>
#include <iostream>

namespace conformance {

int tellAll(const Telling& telling, const OpenHost& open) {
  std::ofstream transcript(telling.transcript, std::ios::binary);
  int told = 0;
  int failed = 0;
  for (const auto& story : stories(telling.stories)) {
    if (!telling.only.empty() && story.stem() != telling.only) continue;
    ++told;
    const auto result = run(story, telling.sourceRoot, open);
    for (const auto& line : result.transcript) transcript << line << '\n';
    for (const auto& failure : result.failures) std::cout << failure << '\n';
    if (!result.failures.empty()) ++failed;
  }
  std::cout << told << " stories, " << failed << " failed\n";
  return told > 0 && failed == 0 && transcript.flush().good() ? 0 : 1;
}

}  // namespace conformance
