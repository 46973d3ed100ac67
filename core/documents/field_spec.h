// The words of fields in records and in document_field.spec.
#pragma once

#include <optional>
#include <string_view>

#include "documents/send_request.h"

namespace stead::documents {

[[nodiscard]] std::optional<FieldType> fieldTypeNamed(std::string_view name) noexcept;
[[nodiscard]] const char* validationName(Validation validation) noexcept;
[[nodiscard]] std::optional<Validation> validationNamed(std::string_view name) noexcept;

// True for the members that only change how a field looks.
[[nodiscard]] bool isLookMember(std::string_view name) noexcept;

}  // namespace stead::documents
