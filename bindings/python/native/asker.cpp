#include "asker.h"

#include "arguments.h"

// Written against the C API of Python: a call through pybind11 and a method in Python on top would cost as much again
// as the decision itself.
namespace binding {
namespace {

struct Asker {
  PyObject_HEAD PyObject* session;  // what keeps `raw` alive
  const stead_session* raw;
};

// One decision per thread, because the answer that matters here is copied out at once.
stead_decision* decisionOfThread() {
  thread_local std::unique_ptr<stead_decision, Release<stead_decision_free>> decision;
  if (!decision) {
    stead_decision* made = nullptr;
    check([&](auto error) { return stead_decision_new(&made, error); });
    decision.reset(made);
  }
  return decision.get();
}

bool ask(const stead_session* session, const char* operation, const char* principal) {
  stead_decision* decision = decisionOfThread();
  const py::gil_scoped_release others_run;
  check([&](auto error) { return stead_session_authorize(session, operation, principal, decision, error); });
  return stead_decision_allowed(decision) != 0;
}

const char* textArgument(PyObject* value, const char* name) {
  if (!PyUnicode_Check(value)) {
    throw py::type_error(std::string(name) + " must be str, not " + Py_TYPE(value)->tp_name);
  }
  return textOf(value);
}

PyObject* may(PyObject* self, PyObject* const* arguments, Py_ssize_t count, PyObject* keywords) try {
  const Py_ssize_t named = keywords == nullptr ? 0 : PyTuple_GET_SIZE(keywords);
  const bool named_well =
      named == 0 || (named == 1 && PyUnicode_CompareWithASCIIString(PyTuple_GET_ITEM(keywords, 0), "for_") == 0);
  if (count != 1 || !named_well) throw py::type_error("may() takes one operation and the keyword for_");
  const char* operation = textArgument(arguments[0], "operation");
  const char* principal = named == 0 || Py_IsNone(arguments[1]) ? nullptr : textArgument(arguments[1], "for_");
  return PyBool_FromLong(ask(reinterpret_cast<Asker*>(self)->raw, operation, principal));
} catch (const Failure& failure) {
  raise(failure.error.get());
  return nullptr;
} catch (py::error_already_set& error) {
  error.restore();
  return nullptr;
} catch (const py::builtin_exception& error) {
  error.set_error();
  return nullptr;
}

PyObject* make(PyTypeObject* type, PyObject* arguments, PyObject*) try {
  if (PyTuple_GET_SIZE(arguments) < 1) throw py::cast_error();
  PyObject* session = PyTuple_GET_ITEM(arguments, 0);  // what follows belongs to the __init__ of stead.Session
  const stead_session* raw = py::cast<Session&>(py::handle(session)).raw;
  PyObject* self = type->tp_alloc(type, 0);
  if (self == nullptr) return nullptr;
  reinterpret_cast<Asker*>(self)->session = Py_NewRef(session);
  reinterpret_cast<Asker*>(self)->raw = raw;
  return self;
} catch (const py::cast_error&) {
  PyErr_SetString(PyExc_TypeError, "a session handle is needed");
  return nullptr;
}

void end(PyObject* self) {
  PyTypeObject* type = Py_TYPE(self);
  PyObject* session = reinterpret_cast<Asker*>(self)->session;
  type->tp_free(self);
  Py_XDECREF(session);
  Py_DECREF(type);
}

PyMethodDef methods[] = {
    {"may", reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(may)), METH_FASTCALL | METH_KEYWORDS,
     "may($self, operation, /, *, for_=None)\n--\n\n"
     "Whether the session may do `operation` now, e.g. \"document.send\".\n\n"
     "`for_`: e-mail address of a person to act for by consent; without it the session as it stands.\n"
     "The fastest question, answered from memory when warm; `decide` also tells why. Nothing is audited.\n"
     "Raises Invalid when `for_` is no address. Source: design 4."},
    {nullptr, nullptr, 0, nullptr}};

PyType_Slot slots[] = {{Py_tp_doc, const_cast<char*>("Asks the hot question of a session.")},
                       {Py_tp_new, reinterpret_cast<void*>(make)},
                       {Py_tp_dealloc, reinterpret_cast<void*>(end)},
                       {Py_tp_methods, methods},
                       {0, nullptr}};

PyType_Spec spec = {"stead._core.Asker", sizeof(Asker), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, slots};

}  // namespace

void addAsker(py::module_& m) {
  const auto type = py::reinterpret_steal<py::object>(PyType_FromSpec(&spec));
  if (!type) throw py::error_already_set();
  m.attr("Asker") = type;
}

}  // namespace binding
