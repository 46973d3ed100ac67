// A call of a story as the message that crosses a pipe; the protocol stands in README.md. How a file travels is a
// matter of each pipe: `upload` is an empty list here.
#pragma once

#include "story.h"

namespace conformance {

[[nodiscard]] Json wordsOf(const Call& call);
// Members that do not stand in the message keep what they are without it.
[[nodiscard]] Call callFrom(const Json& words);

}  // namespace conformance
