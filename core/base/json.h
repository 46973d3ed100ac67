// The JSON edge: the only place where bytes from outside become a value (design 8).
// nlohmann/json is included by .cpp files only; headers see this forward declaration. Its header is mended/nlohmann/
// json.hpp, which teaches it to destroy a value without allocating.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

template <class Value, class Enabled = void>
struct JsonSerializer;
using Json = nlohmann::basic_json<std::map, std::vector, std::string, bool, std::int64_t, std::uint64_t, double,
                                  std::allocator, JsonSerializer>;

// Refuses (Code::malformedRecord) ill-formed UTF-8, duplicate keys, nesting over 64, numbers outside ±2^53,
// NaN, more than limits::recordBytesMax bytes, and a top level that is not an object.
[[nodiscard]] Json parseRecord(std::string_view bytes);
// For text that Stead wrote itself; anything else is Code::auditBroken / storeFailed territory of the caller.
[[nodiscard]] Json parseStored(std::string_view bytes);
// Compact, members sorted by name, non-ASCII kept. For objects of integers, strings, booleans, arrays and objects
// with ASCII member names this is RFC 8785.
[[nodiscard]] std::string writeJson(const Json& value);

// Escapes one reference token of an RFC 6901 pointer.
[[nodiscard]] std::string pointerToken(std::string_view key);

}  // namespace stead
