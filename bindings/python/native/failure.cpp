#include "failure.h"

namespace binding {
namespace {

py::object exceptionOf(const stead_error* error) {
  py::list fields;
  for (int64_t i = 0; i < stead_error_field_count(error); ++i) {
    fields.append(py::make_tuple(stead_error_field_path(error, i), stead_error_field_message(error, i)));
  }
  const py::object make = py::module_::import("stead._errors").attr("failure");
  return make(stead_status_name(stead_error_status(error)), stead_error_code(error), stead_error_text(error),
              stead_error_retriable(error) != 0, stead_error_remedy(error), fields);
}

}  // namespace

void raise(const stead_error* error) noexcept {
  try {
    const py::object exception = exceptionOf(error);
    PyErr_SetObject(py::type::handle_of(exception).ptr(), exception.ptr());
  } catch (py::error_already_set& other) {
    other.restore();
  } catch (...) {
    PyErr_NoMemory();
  }
}

}  // namespace binding
