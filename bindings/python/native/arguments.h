// What Python hands over for the parameters of a C function.
#pragma once

#include <cstring>
#include <string_view>
#include <tuple>

#include "failure.h"

namespace binding {

// const char*: an id, address, token or pointer. str without NUL, or None for NULL.
struct Text {
  const char* text = nullptr;
};

// const char* or const void* with its length: str or bytes; None for NULL with length 0.
struct Sized {
  const char* data = nullptr;
  int64_t length = 0;
};

// const stead_record*, a request: JSON text, or None for NULL.
struct Json {
  Sized text;
  std::unique_ptr<stead_record, Release<stead_record_free>> record;
};

inline Sized utf8Of(py::handle value) {
  Py_ssize_t length = 0;
  const char* text = PyUnicode_AsUTF8AndSize(value.ptr(), &length);
  if (text == nullptr) throw py::error_already_set();
  return {text, static_cast<int64_t>(length)};
}

inline const char* textOf(py::handle value) {
  const Sized text = utf8Of(value);
  if (static_cast<int64_t>(std::strlen(text.data)) != text.length) throw py::value_error("embedded null character");
  return text.data;
}

// Two steps lead from an argument to what the C function gets. `prepare` may fail and runs without the GIL.
template <class T>
void prepare(T&) {}
inline void prepare(Json& request) {
  if (request.text.data == nullptr) return;
  stead_record* record = nullptr;
  check([&](auto error) { return stead_record_parse(request.text.data, request.text.length, &record, error); });
  request.record.reset(record);
}

inline auto expand(int64_t value) { return std::tuple(value); }
inline auto expand(int32_t value) { return std::tuple(value); }
inline auto expand(double value) { return std::tuple(value); }
inline auto expand(const Text& value) { return std::tuple(value.text); }
inline auto expand(const Sized& value) { return std::tuple(value.data, value.length); }
inline auto expand(const Json& value) { return std::tuple(static_cast<const stead_record*>(value.record.get())); }
template <class T, void (*release)(T*), bool shared>
auto expand(const Handle<T, release, shared>& handle) {
  return std::tuple(handle.raw);
}

// The argument for a C parameter, where the parameter's type alone tells it.
template <class Parameter>
struct ArgumentOf {
  using type = Parameter;
};
template <>
struct ArgumentOf<const char*> {
  using type = Text;
};
template <>
struct ArgumentOf<const stead_record*> {
  using type = Json;
};
template <>
struct ArgumentOf<stead_engine*> {
  using type = Engine&;
};
template <>
struct ArgumentOf<stead_session*> {
  using type = Session&;
};
template <>
struct ArgumentOf<const stead_session*> {
  using type = Session&;
};
template <>
struct ArgumentOf<const stead_upload*> {
  using type = Upload&;
};
template <>
struct ArgumentOf<stead_decision*> {
  using type = Decision&;
};
template <>
struct ArgumentOf<stead_decisions*> {
  using type = Decisions&;
};
template <>
struct ArgumentOf<const stead_decisions*> {
  using type = Decisions&;
};

}  // namespace binding

namespace pybind11::detail {

template <>
struct type_caster<binding::Text> {
  PYBIND11_TYPE_CASTER(binding::Text, const_name("str | None"));
  bool load(handle source, bool) {
    if (source.is_none()) return true;
    if (!PyUnicode_Check(source.ptr())) return false;
    value.text = binding::textOf(source);
    return true;
  }
};

template <>
struct type_caster<binding::Sized> {
  PYBIND11_TYPE_CASTER(binding::Sized, const_name("str | bytes | None"));
  bool load(handle source, bool) {
    if (source.is_none()) return true;
    if (PyUnicode_Check(source.ptr())) {
      value = binding::utf8Of(source);
    } else if (PyBytes_Check(source.ptr())) {
      value = {PyBytes_AS_STRING(source.ptr()), PyBytes_GET_SIZE(source.ptr())};
    } else {
      return false;
    }
    return true;
  }
};

template <>
struct type_caster<binding::Json> {
  PYBIND11_TYPE_CASTER(binding::Json, const_name("str | None"));
  bool load(handle source, bool) {
    if (source.is_none()) return true;
    if (!PyUnicode_Check(source.ptr())) return false;
    value.text = binding::utf8Of(source);
    return true;
  }
};

}  // namespace pybind11::detail
