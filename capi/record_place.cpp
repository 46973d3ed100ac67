#include "record_place.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/error.h"
#include "base/limits.h"
#include "base/text.h"
#include "guard.h"

namespace stead::capi {
namespace {

// Nothing when a '~' is not followed by '0' or '1'.
std::optional<std::string> unescaped(std::string_view token) {
  std::string out;
  out.reserve(token.size());
  for (std::size_t i = 0; i < token.size(); ++i) {
    if (token[i] != '~') {
      out += token[i];
      continue;
    }
    if (++i == token.size() || (token[i] != '0' && token[i] != '1')) return std::nullopt;
    out += token[i] == '0' ? '~' : '/';
  }
  return out;
}

// Decimal without leading zeros.
std::optional<std::size_t> indexOf(std::string_view token) noexcept {
  if (token.empty() || token.size() > 9 || (token.size() > 1 && token[0] == '0')) return std::nullopt;
  std::size_t index = 0;
  for (const char c : token) {
    if (c < '0' || c > '9') return std::nullopt;
    index = index * 10 + static_cast<std::size_t>(c - '0');
  }
  return index;
}

const Json* child(const Json& parent, std::string_view token) noexcept {
  if (parent.is_object()) {
    const auto it = parent.find(token);
    return it == parent.end() ? nullptr : &*it;
  }
  if (parent.is_array()) {
    const auto index = indexOf(token);
    return index && *index < parent.size() ? &parent[*index] : nullptr;
  }
  return nullptr;
}

// Whether an absent child of this name can be made.
void requireRoomFor(const Json& parent, const std::string& token, bool isMember) {
  if (parent.is_object()) return;
  if (!parent.is_array()) refuseArgument("pointer", "leads through a value that is no object or array");
  if (isMember) refuseArgument("pointer", "leads to an array where an object is needed");
  if (token != "-" && indexOf(token) != parent.size()) {
    refuseArgument("pointer", "leaves a gap in an array; append with \"-\" or the index that equals the count");
  }
}

bool startsArray(const Place& place, std::size_t token) {
  if (place.endsInMember && token + 1 == place.tokens.size()) return false;
  return place.tokens[token] == "0" || place.tokens[token] == "-";
}

}  // namespace

Place readPointer(const char* pointer) {
  std::string_view rest = argument(pointer, "pointer");
  Place place;
  if (rest.empty()) return place;
  if (rest[0] != '/') refuseArgument("pointer", "must be \"\" or begin with '/'");
  while (!rest.empty()) {
    rest.remove_prefix(1);
    const std::size_t end = std::min(rest.find('/'), rest.size());
    auto token = unescaped(rest.substr(0, end));
    if (!token) refuseArgument("pointer", "has a '~' that is not followed by '0' or '1'");
    place.tokens.push_back(std::move(*token));
    rest.remove_prefix(end);
  }
  return place;
}

const Json* find(const Json& record, const char* pointer) {
  if (pointer == nullptr) return nullptr;
  std::string_view rest(pointer);
  if (!rest.empty() && rest[0] != '/') return nullptr;
  const Json* at = &record;
  while (!rest.empty() && at != nullptr) {
    rest.remove_prefix(1);
    const std::size_t end = std::min(rest.find('/'), rest.size());
    const std::string_view token = rest.substr(0, end);
    if (token.find('~') == std::string_view::npos) {
      at = child(*at, token);
    } else {
      const auto name = unescaped(token);
      at = name ? child(*at, *name) : nullptr;
    }
    rest.remove_prefix(end);
  }
  return at;
}

int depthOf(const Json& value) noexcept {
  if (!value.is_structured()) return 0;
  int deepest = 0;
  for (const Json& inner : value) deepest = std::max(deepest, depthOf(inner));
  return deepest + 1;
}

void put(Json& record, const Place& place, Json value) {
  const auto& tokens = place.tokens;
  if (tokens.empty()) refuseArgument("pointer", "names the record itself, which stays an object");
  if (tokens.size() + static_cast<std::size_t>(depthOf(value)) > static_cast<std::size_t>(limits::recordDepthMax)) {
    throw Error(Code::malformedRecord,
                "the record would be nested deeper than " + std::to_string(limits::recordDepthMax));
  }
  // As far as it exists.
  Json* at = &record;
  std::size_t next = 0;
  for (; next < tokens.size(); ++next) {
    const bool isMember = place.endsInMember && next + 1 == tokens.size();
    const Json* inner = isMember && !at->is_object() ? nullptr : child(*at, tokens[next]);
    if (inner == nullptr) {
      requireRoomFor(*at, tokens[next], isMember);
      break;
    }
    at = const_cast<Json*>(inner);
  }
  if (next == tokens.size()) {
    *at = std::move(value);
    return;
  }
  // A chain of new containers can only begin an array with its first element.
  for (std::size_t i = tokens.size() - 1; i > next; --i) {
    Json container = startsArray(place, i) ? Json::array() : Json::object();
    if (container.is_array()) {
      container.push_back(std::move(value));
    } else {
      container[tokens[i]] = std::move(value);
    }
    value = std::move(container);
  }
  if (at->is_array()) {
    at->push_back(std::move(value));
  } else {
    (*at)[tokens[next]] = std::move(value);
  }
}

void take(Json& record, const Place& place) {
  if (place.tokens.empty()) refuseArgument("pointer", "names the record itself");
  const Json* at = &record;
  for (std::size_t i = 0; i + 1 < place.tokens.size() && at != nullptr; ++i) at = child(*at, place.tokens[i]);
  if (at == nullptr || child(*at, place.tokens.back()) == nullptr) return;
  auto* parent = const_cast<Json*>(at);
  if (parent->is_object()) {
    parent->erase(place.tokens.back());
  } else {
    parent->erase(*indexOf(place.tokens.back()));
  }
}

}  // namespace stead::capi
