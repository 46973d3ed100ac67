// Places inside a record, named by RFC 6901 pointers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"

namespace stead::capi {

// The way to a place: names of members and indexes of elements.
struct Place {
  std::vector<std::string> tokens;
  bool endsInMember = false;  // the last token is a name, whatever it looks like
};

// Throws Code::malformedArgument.
[[nodiscard]] Place readPointer(const char* pointer);

// What stands at a place; nullptr when nothing does, or the pointer is none.
[[nodiscard]] const Json* find(const Json& record, const char* pointer);

// Puts `value` at the place, making what is missing on the way. Throws Code::malformedArgument or malformedRecord and
// then has changed nothing.
void put(Json& record, const Place& place, Json value);
// Takes the place away; an absent one is fine.
void take(Json& record, const Place& place);

// How many arrays and objects are inside each other, the value itself counted.
[[nodiscard]] int depthOf(const Json& value) noexcept;

}  // namespace stead::capi
