#include "call_words.h"

namespace conformance {
namespace {

// Every member of a call but its files, by the name it has in the message.
template <class AnyCall, class Visitor>
void eachMember(AnyCall& call, const Visitor& visit) {
  visit("verb", call.verb);
  visit("session", call.session);
  visit("id", call.id);
  visit("token", call.token);
  visit("key", call.key);
  visit("operation", call.operation);
  visit("principal", call.principal);
  visit("as", call.as);
  visit("record", call.record);
  visit("index", call.index);
  visit("from", call.from);
  visit("to", call.to);
  visit("lease", call.lease);
  visit("offset", call.offset);
  visit("max", call.max);
  visit("deep", call.deep);
}

}  // namespace

Json wordsOf(const Call& call) {
  Json words = {{"upload", Json::array()}};
  eachMember(call, [&](const char* name, const auto& value) { words[name] = value; });
  return words;
}

Call callFrom(const Json& words) {
  Call call;
  eachMember(call, [&](const char* name, auto& value) {
    if (words.contains(name)) value = words[name].get<std::decay_t<decltype(value)>>();
  });
  return call;
}

}  // namespace conformance
