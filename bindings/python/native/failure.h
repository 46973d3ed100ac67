// A failed call on its way to the exception that Python raises for it.
#pragma once

#include "handles.h"

namespace binding {

using ErrorObject = std::unique_ptr<stead_error, Release<stead_error_free>>;

// Thrown with or without the GIL; becomes the exception at the edge of the module.
struct Failure {
  ErrorObject error;
};

// Makes a call that ends with `stead_error** error`.
template <class F>
void check(F call) {
  stead_error* error = nullptr;
  if (call(&error) != STEAD_OK) throw Failure{ErrorObject(error)};
}

// Sets the Python exception that stead._errors makes of `error`. Needs the GIL.
void raise(const stead_error* error) noexcept;

}  // namespace binding
