// The hot question, may the session do this: two texts in, a bool out.
#pragma once

#include "handles.h"

namespace binding {

// Adds the class Asker, of which stead.Session is made.
void addAsker(py::module_& m);

}  // namespace binding
