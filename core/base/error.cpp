#include "base/error.h"

#include <utility>

namespace stead {

Error::Error(Code code, std::string text) : code_(code), text_(std::move(text)) {}

Error::Error(Code code, std::string text, std::vector<FieldError> fields)
    : code_(code), text_(std::move(text)), fields_(std::move(fields)) {}

void Violations::add(std::string field, std::string message) {
  fields_.push_back({std::move(field), std::move(message)});
}

void Violations::throwIfAny() const {
  if (fields_.empty()) return;
  std::string text = fields_.front().message;
  if (fields_.size() > 1) {
    text += " (and " + std::to_string(fields_.size() - 1) + " more)";
  }
  throw Error(Code::invalidRecord, std::move(text), fields_);
}

Error fieldError(Code code, std::string field, std::string message) {
  std::string text = message;
  return {code, std::move(text), {{std::move(field), std::move(message)}}};
}

}  // namespace stead
