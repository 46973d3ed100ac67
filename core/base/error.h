// What every refusal, violation and failure inside Stead looks like. Thrown inside the core,
// translated once at the C boundary. The codes come from errors.json, the one table of all languages.
#pragma once

#include <cstdint>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "base/error_codes.h"  // generated from errors.json: enum class Status, enum class Code

namespace stead {

// A violation of one member of a record; `field` is an RFC 6901 pointer ("/signers/0/emailAddress").
struct FieldError {
  std::string field;
  std::string message;
};

class Error : public std::exception {
 public:
  Error(Code code, std::string text);
  Error(Code code, std::string text, std::vector<FieldError> fields);

  [[nodiscard]] Code code() const noexcept { return code_; }
  [[nodiscard]] Status status() const noexcept { return statusOf(code_); }
  [[nodiscard]] bool retriable() const noexcept { return isRetriable(code_); }
  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  [[nodiscard]] const std::vector<FieldError>& fields() const noexcept { return fields_; }
  [[nodiscard]] const char* what() const noexcept override { return text_.c_str(); }

 private:
  Code code_;
  std::string text_;
  std::vector<FieldError> fields_;
};

// Collects violations so that all of them are reported at once.
class Violations {
 public:
  void add(std::string field, std::string message);
  [[nodiscard]] bool empty() const noexcept { return fields_.empty(); }
  [[nodiscard]] const std::vector<FieldError>& fields() const noexcept { return fields_; }
  // Throws Error(Code::invalidRecord) that lists them all, if there are any.
  void throwIfAny() const;

 private:
  std::vector<FieldError> fields_;
};

// The single field error with its own code (for example Code::notSupportedYet).
[[nodiscard]] Error fieldError(Code code, std::string field, std::string message);

}  // namespace stead
