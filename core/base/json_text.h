// JSON written straight away, for what the engine makes itself: building a value first costs several times as much.
// Members stand in the order in which they are written; whoever needs them sorted writes them so.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

class JsonText {
 public:
  explicit JsonText(std::size_t expectedBytes = 256) { out_.reserve(expectedBytes); }

  JsonText& beginObject() { return open('{'); }
  JsonText& endObject() { return close('}'); }
  JsonText& beginArray() { return open('['); }
  JsonText& endArray() { return close(']'); }
  JsonText& name(std::string_view member);

  JsonText& value(std::string_view text);
  JsonText& value(const std::string& text) { return value(std::string_view(text)); }
  JsonText& value(const char* text) { return value(std::string_view(text)); }
  JsonText& value(std::int64_t number);
  JsonText& value(double number);
  JsonText& value(bool flag);
  JsonText& value(const std::vector<std::string>& texts);
  // A value that is JSON text already.
  JsonText& json(std::string_view text);
  // The members of an object that is JSON text already.
  JsonText& membersOf(std::string_view object);

  template <class Value>
  JsonText& member(std::string_view name, const Value& value) {
    return this->name(name).value(value);
  }
  template <class Value>
  JsonText& memberIfAny(std::string_view name, const std::optional<Value>& value) {
    return value ? member(name, *value) : *this;
  }
  JsonText& memberUnlessEmpty(std::string_view name, std::string_view text) {
    return text.empty() ? *this : member(name, text);
  }

  // The finished text; throws Code::internalError when it is not UTF-8.
  [[nodiscard]] std::string take();

 private:
  JsonText& open(char bracket);
  JsonText& close(char bracket);
  void separate();

  std::string out_;
  bool needsComma_ = false;
};

}  // namespace stead
