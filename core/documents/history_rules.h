// How an audit entry of a document is called in its history (contract 4.6).
#pragma once

#include <string_view>
#include <vector>

namespace stead::documents {

// None for what is no part of a document's history, e.g. a refused act; two for a send, which is Created and Sent.
[[nodiscard]] std::vector<const char*> actionsOf(std::string_view operation, std::string_view actorKind,
                                                 std::string_view outcome);

}  // namespace stead::documents
