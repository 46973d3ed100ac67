#include "base/json.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/limits.h"
#include "base/text.h"

namespace stead {
namespace {

[[noreturn]] void refuse(const std::string& why) { throw Error(Code::malformedRecord, why); }

// Builds the value while it watches depth, duplicate keys and number range: the library itself accepts
// deep nesting and then overflows the stack when the value is written.
class StrictBuilder : public nlohmann::json_sax<Json> {
 public:
  explicit StrictBuilder(Json& root) : root_(root) {}

  bool null() override { return put(nullptr); }
  bool boolean(bool value) override { return put(value); }
  bool number_integer(number_integer_t value) override {
    if (value > limits::integerAbsMax || value < -limits::integerAbsMax) refuse("a number is outside ±2^53");
    return put(value);
  }
  bool number_unsigned(number_unsigned_t value) override {
    if (value > static_cast<number_unsigned_t>(limits::integerAbsMax)) refuse("a number is outside ±2^53");
    return put(static_cast<std::int64_t>(value));
  }
  bool number_float(number_float_t value, const string_t& /*text*/) override {
    if (!std::isfinite(value) || std::fabs(value) > static_cast<double>(limits::integerAbsMax)) {
      refuse("a number is outside ±2^53");
    }
    // 3.0 is the integer 3: languages without an integer type write it so.
    if (std::trunc(value) == value) return put(static_cast<std::int64_t>(value));
    return put(value);
  }
  bool string(string_t& value) override { return put(std::move(value)); }
  bool binary(binary_t& /*value*/) override { refuse("binary values are not JSON"); }

  bool start_object(std::size_t /*elements*/) override { return open(Json::object()); }
  bool start_array(std::size_t /*elements*/) override { return open(Json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    Json& object = *stack_.back();
    if (object.contains(name)) refuse("the member \"" + name + "\" stands twice in one object");
    pending_ = &object[name];
    return true;
  }
  bool parse_error(std::size_t position, const std::string& /*token*/, const Json::exception& /*why*/) override {
    refuse("the record is not JSON: error at byte " + std::to_string(position));
  }

 private:
  template <class Value>
  bool put(Value&& value) {
    slot() = std::forward<Value>(value);
    return true;
  }
  bool open(Json empty) {
    if (stack_.size() >= static_cast<std::size_t>(limits::recordDepthMax)) {
      refuse("the record is nested deeper than " + std::to_string(limits::recordDepthMax));
    }
    Json& place = slot();
    place = std::move(empty);
    stack_.push_back(&place);
    return true;
  }
  bool close() {
    stack_.pop_back();
    return true;
  }
  Json& slot() {
    if (stack_.empty()) return root_;
    if (stack_.back()->is_array()) {
      // Only the last element of an array is ever on the stack, so growth never moves an open value.
      stack_.back()->push_back(nullptr);
      return stack_.back()->back();
    }
    return *pending_;
  }

  Json& root_;
  std::vector<Json*> stack_;
  Json* pending_ = nullptr;
};

}  // namespace

Json parseRecord(std::string_view bytes) {
  if (bytes.size() > limits::recordBytesMax) {
    throw Error(Code::tooLarge, "the record is larger than " + std::to_string(limits::recordBytesMax) + " bytes");
  }
  if (!text::isUtf8(bytes)) refuse("the record is not well-formed UTF-8");
  Json root;
  StrictBuilder builder(root);
  Json::sax_parse(bytes, &builder);
  if (!root.is_object()) refuse("the record is not a JSON object");
  return root;
}

Json parseStored(std::string_view bytes) {
  Json value = Json::parse(bytes, nullptr, false);
  if (value.is_discarded()) throw Error(Code::storeFailed, "a stored record is damaged");
  return value;
}

std::string writeJson(const Json& value) { return value.dump(); }

std::string pointerToken(std::string_view key) {
  std::string out;
  out.reserve(key.size());
  for (const char c : key) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace stead
