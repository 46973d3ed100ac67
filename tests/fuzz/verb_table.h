// Every verb of stead.h, by number: an input names its verb by its first byte.
#pragma once

#include <functional>
#include <span>

#include "support.h"

namespace stead_fuzz {

// What a verb is called with. The texts are NUL-terminated.
struct Call {
  const Store& store;
  std::size_t who;
  const std::string& subject;  // an id, an address, a token
  const stead_record* record;
  std::int64_t number;
  mutable bool bySession = false;  // the verb asked for one: what it may see is that account's

  [[nodiscard]] const stead_session* session() const {
    bySession = true;
    return store.session(who);
  }
};

using Verb = stead_status (*)(const Call&, stead_record** answer, stead_error** error);

struct NamedVerb {
  const char* name;
  Verb call;
};

[[nodiscard]] std::span<const NamedVerb> allVerbs();

}  // namespace stead_fuzz
