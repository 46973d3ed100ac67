// Rules for the values of fields: what a sender may preset and a signer may hand in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "documents/send_request.h"

namespace stead::documents {

// Why the text is no pattern we run, nothing when it is one. A pattern has to match the whole value.
[[nodiscard]] std::optional<std::string> patternProblem(std::string_view pattern);
// Why the value does not fit a TextBox or CheckBox, nothing when it does. An empty value always fits.
[[nodiscard]] std::optional<std::string> valueProblem(const Field& field, std::string_view value);

[[nodiscard]] bool isDateFormat(std::string_view format) noexcept;
inline constexpr std::string_view dateFormatDefault = "MM/dd/yyyy";
// The UTC day of the moment in one of the eleven forms.
[[nodiscard]] std::string dateText(std::string_view format, std::int64_t atMs);

}  // namespace stead::documents
