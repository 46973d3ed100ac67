#include "audit/evidence.h"

#include <nlohmann/json.hpp>

namespace stead::audit {

bool isAbout(const Json& entry, std::string_view subjectType, std::string_view subjectId) {
  return textAt(entry, {"subject", "type"}) == subjectType && textAt(entry, {"subject", "id"}) == subjectId;
}

std::optional<SendFacts> sendFactsIn(const Json& entry, std::string_view documentId) {
  if (!isAbout(entry, "document", documentId) || textAt(entry, {"outcome"}) != "done") return std::nullopt;
  const auto detail = entry.find("detail");
  if (detail == entry.end() || !detail->is_object()) return std::nullopt;
  const auto texts = detail->find(filesMember);
  if (texts == detail->end() || !texts->is_array()) return std::nullopt;
  SendFacts facts{std::string(textAt(entry, {"authority"})),
                  std::string(textAt(entry, {"principal"})),
                  std::string(textAt(entry, {"grantId"})),
                  {}};
  for (const Json& text : *texts) {
    auto file = text.is_string() ? readFileDetail(text.get_ref<const std::string&>()) : std::nullopt;
    if (!file) return std::nullopt;
    facts.files.push_back(std::move(*file));
  }
  return facts;
}

bool tellsOfConsent(const Json& entry, const SendFacts& send, std::int64_t round) {
  return isAbout(entry, "identity", send.principal) && textAt(entry, {"outcome"}) == "done" &&
         (textAt(entry, {"grantId"}) == send.grantId || integerAt(entry, {"detail", roundMember}) == round);
}

}  // namespace stead::audit
