// What stands before the data of a stream in a PDF: "5 0 obj << … >> stream".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace stead::documents {

enum class StreamFilter { none, flate };

// The data of a stream may begin at this place: the word "stream" and the end of its line stand before it.
[[nodiscard]] bool beginsStreamData(std::string_view file, std::size_t at) noexcept;

// The filter of the stream whose data begin at `dataAt`, told strictly from the object before them; nothing when it
// cannot be told beyond doubt or is another one. Cross-reference and object streams need no other.
[[nodiscard]] std::optional<StreamFilter> streamFilter(std::string_view file, std::size_t dataAt);

}  // namespace stead::documents
