// Makes a Python function of a C function, by the C function's shape:
//   verb<f>        status f(inputs…, [output,] error), one argument for each input
//   call<f, In…>   the same with the arguments told, where text travels as pointer and length
//   make<f, In…>   the same for a record that is kept as a handle; elsewhere an answer becomes JSON text
//   part<f>        status f(inputs…, buffer, size, &read, info, error): answers (bytes, JSON text of info)
//   get<f, In…>    value f(inputs…[, &length]), which cannot fail
#pragma once

#include <algorithm>
#include <array>
#include <new>
#include <optional>
#include <utility>

#include "arguments.h"

namespace binding {

template <class F>
struct Signature;
template <class R, class... A>
struct Signature<R (*)(A...)> {
  static constexpr std::size_t count = sizeof...(A);
  template <std::size_t i>
  using Parameter = std::tuple_element_t<i, std::tuple<A...>>;
};

// What stands before the error: nothing, or what the call makes.
template <class Parameter>
struct Output {
  using Owner = void;
};
template <>
struct Output<stead_engine**> {
  using Owner = Engine;
};
template <>
struct Output<stead_session**> {
  using Owner = Session;
};
template <>
struct Output<stead_record**> {
  using Owner = Record;
};
template <>
struct Output<stead_upload**> {
  using Owner = Upload;
};
template <>
struct Output<stead_decision**> {
  using Owner = Decision;
};
template <>
struct Output<stead_decisions**> {
  using Owner = Decisions;
};
template <auto f>
using Owner =
    typename Output<typename Signature<decltype(f)>::template Parameter<Signature<decltype(f)>::count - 2>>::Owner;
template <auto f>
constexpr bool answers = !std::is_void_v<Owner<f>>;

template <class T>
constexpr bool isShared = std::is_same_v<T, Engine> || std::is_same_v<T, Session>;
template <class T>
constexpr bool isLent = false;
template <class T, void (*release)(T*)>
constexpr bool isLent<Handle<T, release, false>> = true;
// Without the GIL runs what may reach the store, and what touches no object that a Python thread could touch too.
template <class... In>
constexpr bool releasesGil = (... || isShared<In>) || !(... || isLent<In>);

template <class T>
Loan lend(T& argument) {
  if constexpr (isLent<T>) {
    refuseLent(argument);
    argument.lent = true;
    return Loan(&argument.lent);
  } else {
    return nullptr;
  }
}

template <class T>
void expectFree(const T& argument) {
  if constexpr (isLent<T>) refuseLent(argument);
}

// Calls f(inputs…, extra…, &error), without the GIL where that is safe.
template <auto f, class... In, class... Extra>
void run(std::tuple<In&...> in, Extra... extra) {
  const auto now = [&](In&... argument) {
    (prepare(argument), ...);
    const auto call = [&](auto... input) { check([&](auto error) { return f(input..., extra..., error); }); };
    std::apply(call, std::tuple_cat(expand(argument)...));
  };
  if constexpr (releasesGil<In...>) {
    const auto loans =
        std::apply([](In&... argument) { return std::array<Loan, sizeof...(In)>{lend(argument)...}; }, in);
    const py::gil_scoped_release others_run;
    std::apply(now, in);
  } else {
    std::apply([](In&... argument) { (expectFree(argument), ...); }, in);
    std::apply(now, in);
  }
}

template <auto f, class... In>
std::unique_ptr<Owner<f>> made(In&... in) {
  decltype(Owner<f>::raw) raw = nullptr;
  run<f>(std::tuple<In&...>(in...), &raw);
  return std::make_unique<Owner<f>>(raw);
}

inline py::str jsonText(const Record& record) {
  int64_t length = 0;
  const char* text = stead_record_json(record.raw, &length);
  if (text == nullptr) throw std::bad_alloc();
  return {text, static_cast<std::size_t>(length)};
}

template <auto f, class... In>
auto make() {
  return [](In... in) { return made<f>(in...); };
}

template <auto f, class... In>
auto call() {
  return [](In... in) {
    if constexpr (!answers<f>) {
      run<f>(std::tuple<std::remove_reference_t<In>&...>(in...));
    } else if constexpr (std::is_same_v<Owner<f>, Record>) {
      return jsonText(*made<f>(in...));
    } else {
      return made<f>(in...);
    }
  };
}

template <auto f, std::size_t... i>
auto verbOf(std::index_sequence<i...>) {
  return call<f, typename ArgumentOf<typename Signature<decltype(f)>::template Parameter<i>>::type...>();
}

template <auto f>
auto verb() {
  return verbOf<f>(std::make_index_sequence<Signature<decltype(f)>::count - (answers<f> ? 2 : 1)>());
}

// No file is larger (contract 4.5), so that no larger buffer is ever of use.
constexpr int64_t partBytesMax = 25 * 1024 * 1024;

template <auto f, class... In>
auto partOf() {
  return [](In... in, int64_t size) {
    const int64_t wanted = std::min(size, partBytesMax);
    auto bytes = py::reinterpret_steal<py::object>(PyBytes_FromStringAndSize(nullptr, std::max<int64_t>(wanted, 0)));
    if (!bytes) throw py::error_already_set();
    int64_t read = 0;
    stead_record* info = nullptr;
    void* buffer = PyBytes_AS_STRING(bytes.ptr());
    run<f>(std::tuple<std::remove_reference_t<In>&...>(in...), buffer, wanted, &read, &info);
    const Record owned(info);
    PyObject* shrunk = bytes.release().ptr();
    if (_PyBytes_Resize(&shrunk, read) != 0) throw py::error_already_set();
    return py::make_tuple(py::reinterpret_steal<py::bytes>(shrunk), jsonText(owned));
  };
}

template <auto f, std::size_t... i>
auto partFrom(std::index_sequence<i...>) {
  return partOf<f, typename ArgumentOf<typename Signature<decltype(f)>::template Parameter<i>>::type...>();
}

template <auto f>
auto part() {
  return partFrom<f>(std::make_index_sequence<Signature<decltype(f)>::count - 5>());
}

// Text that is not there is None.
using MaybeText = std::optional<py::str>;

template <auto f, class... In>
auto get() {
  return [](In... in) {
    (expectFree(in), ...);
    const auto now = [](auto... input) {
      if constexpr (requires(int64_t * length) { f(input..., length); }) {
        int64_t length = 0;
        const char* text = f(input..., &length);
        return text == nullptr ? MaybeText() : MaybeText(py::str(text, static_cast<std::size_t>(length)));
      } else if constexpr (std::is_same_v<decltype(f(input...)), const char*>) {
        const char* text = f(input...);
        return text == nullptr ? MaybeText() : MaybeText(text);
      } else {
        return f(input...);
      }
    };
    return std::apply(now, std::tuple_cat(expand(in)...));
  };
}

}  // namespace binding
