// Whose store it is: the secret it was made with, and the move to a new one.
#pragma once

#include "engine/engine.h"

namespace stead {

// A store remembers at its birth whose secret it was made with and whether it is a test store. Found with a previous
// secret of the engine, it moves to the present one: from now on only the present one opens it, and the log of every
// account says which key signs instead of which. Throws Code::secretMismatch and Code::testOptionOnRealStore.
void claimStore(Engine& engine, bool wantsTest);

}  // namespace stead
