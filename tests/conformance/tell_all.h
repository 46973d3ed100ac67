// Tells every story of a folder through one way into the engine and writes the transcript.
#pragma once

#include <filesystem>

#include "story.h"

namespace conformance {

struct Telling {
  std::filesystem::path stories;     // the folder
  std::filesystem::path sourceRoot;  // where the files of uploads are found
  std::filesystem::path transcript;  // written anew
  std::string only;                  // the name of one story; empty: all
};

// The exit code of the program: 0 when there were stories and all of them hold.
[[nodiscard]] int tellAll(const Telling& telling, const OpenHost& open);

}  // namespace conformance
