// The handles of stead.h as owned C++ objects, which Python sees as opaque classes.
#pragma once

#include <pybind11/pybind11.h>
#include <stead.h>

#include <cstdlib>
#include <memory>
#include <new>
#include <stdexcept>

namespace py = pybind11;

namespace binding {

// Deletes by a C function, called by its name.
template <auto release>
struct Release {
  template <class T>
  void operator()(T* raw) const noexcept {
    release(raw);
  }
};

// `shared`: any number of threads may use it at once. The others are lent to one call at a time.
template <class T, void (*release)(T*), bool shared>
struct Handle {
  explicit Handle(T* owned) noexcept : raw(owned) {}
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() {
    if constexpr (shared) {  // the last one closes the store
      const py::gil_scoped_release others_run;
      release(raw);
    } else {
      release(raw);
    }
  }

  // An object made by __new__ alone gets memory and no constructor: zeros there are a NULL handle, which is misuse.
  static void* operator new(std::size_t size) {
    void* memory = std::calloc(1, size);
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
  }
  static void operator delete(void* memory) noexcept { std::free(memory); }

  T* raw;
  bool lent = false;
};

using Engine = Handle<stead_engine, stead_engine_free, true>;
using Session = Handle<stead_session, stead_session_free, true>;
using Record = Handle<stead_record, stead_record_free, false>;
using Upload = Handle<stead_upload, stead_upload_free, false>;
using Decision = Handle<stead_decision, stead_decision_free, false>;
using Decisions = Handle<stead_decisions, stead_decisions_free, false>;

struct GiveBack {
  void operator()(bool* lent) const noexcept { *lent = false; }
};
// Held by a call during which other Python threads run; made and ended under the GIL.
using Loan = std::unique_ptr<bool, GiveBack>;

template <class H>
void refuseLent(const H& handle) {
  if (handle.lent) throw std::runtime_error("the object is in use by another thread");
}

}  // namespace binding
