// Stands before the library's own header of this name in the search path of everything that links the core, so that
// no file can use the one without the other.
#pragma GCC system_header
#pragma once

#include_next <nlohmann/json.hpp>

#include "base/json.h"

namespace stead {

// The library's own, under our name: it makes Json a type of ours.
template <class Value, class Enabled>
struct JsonSerializer : nlohmann::adl_serializer<Value, Enabled> {};

}  // namespace stead

namespace nlohmann {

// The library takes a value apart on a stack that it allocates, inside a destructor: without memory the process would
// end there. Values of ours are nested 64 deep at most (parseRecord, the pointer setters), so they may recurse. A
// value whose making failed for want of memory has its kind already and no content yet.
template <>
inline void stead::Json::json_value::destroy(value_t kind) {
  switch (kind) {
    case value_t::object:
      delete object;
      break;
    case value_t::array:
      delete array;
      break;
    case value_t::string:
      delete string;
      break;
    case value_t::binary:
      delete binary;
      break;
    default:
      break;
  }
}

// The library forgets the half-made value when an element finds no memory; one that is made first is destroyed. The
// rest is the library's own.
template <>
inline stead::Json::basic_json(initializer_list_t init, bool deducesType, value_t kind) : basic_json(nullptr) {
  const bool pairs = std::all_of(init.begin(), init.end(), [](const detail::json_ref<basic_json>& element) {
    return element->is_array() && element->size() == 2 && (*element)[0].is_string();
  });
  const bool isObject = deducesType ? pairs : kind == value_t::object;
  if (isObject && !pairs) {
    throw detail::type_error::create(301, "cannot create object from initializer list", nullptr);
  }
  if (!isObject) {
    m_value.array = create<array_t>(init.begin(), init.end());
    m_type = value_t::array;
    return;
  }
  m_value.object = create<object_t>();
  m_type = value_t::object;
  for (const auto& element : init) {
    basic_json pair = element.moved_or_copied();
    m_value.object->emplace(std::move(*(*pair.m_value.array)[0].m_value.string),
                            std::move((*pair.m_value.array)[1]));
  }
}

}  // namespace nlohmann
