#include "identities/consent_text.h"

#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "base/crypto.h"
#include "base/error.h"
#include "base/json.h"
#include "notifications/catalogue.h"

namespace stead::identities {
namespace {

// A JSON catalogue inside a raw literal: data for translators, embedded without a file at run time.
constexpr std::string_view english =
#include "identities/texts/consent.en.inc"
    ;
constexpr std::string_view german =
#include "identities/texts/consent.de.inc"
    ;
constexpr std::string_view spanish =
#include "identities/texts/consent.es.inc"
    ;
constexpr std::string_view french =
#include "identities/texts/consent.fr.inc"
    ;
constexpr std::string_view romanian =
#include "identities/texts/consent.ro.inc"
    ;

// What an owner agrees to is evidence, so a host cannot bring words of its own.
std::string_view wordsIn(std::string_view locale) {
  if (locale == "DE") return german;
  if (locale == "ES") return spanish;
  if (locale == "FR") return french;
  return locale == "RO" ? romanian : english;
}

using Values = std::vector<std::pair<std::string_view, std::string_view>>;

// Fills {name} from `values`, once: what stands in a value is never a placeholder.
std::string filled(std::string_view pattern, const Values& values) {
  std::string out;
  while (!pattern.empty()) {
    const auto open = pattern.find('{');
    out += pattern.substr(0, open);
    if (open == std::string_view::npos) break;
    const auto close = pattern.find('}', open);
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    for (const auto& [known, value] : values) {
      if (known == name) out += value;
    }
    pattern.remove_prefix(close + 1);
  }
  return out;
}

const std::string& textAt(const Json& catalogue, const char* part, std::string_view name) {
  const auto& texts = catalogue.at(part);
  const auto found = texts.find(name);
  if (found == texts.end()) {
    throw Error(Code::internalError, "the consent text has no words for " + std::string(name) + "; please report this");
  }
  return found->get_ref<const std::string&>();
}

std::string operationsList(const Json& catalogue, OperationSet operations) {
  std::string out;
  for (const std::string_view name : namesOf(operations)) {
    if (!out.empty()) out += "\n";
    out += filled(textAt(catalogue, "phrases", "operation"), {{"sentence", textAt(catalogue, "operations", name)}});
  }
  return out;
}

std::string momentIn(const Json& catalogue, std::int64_t at) {
  return notifications::builtInCatalogues().of(catalogue.at("locale").get<std::string>()).moment(at);
}

std::string momentOr(const Json& catalogue, const std::optional<std::int64_t>& at, const char* with,
                     const char* without) {
  if (!at) return textAt(catalogue, "phrases", without);
  return filled(textAt(catalogue, "phrases", with), {{"moment", momentIn(catalogue, *at)}});
}

}  // namespace

ConsentText consentText(const ConsentTerms& terms, std::string_view locale) {
  const Json catalogue = parseStored(wordsIn(locale));
  const std::string operations = operationsList(catalogue, terms.operations);
  const std::string from = momentOr(catalogue, terms.from, "fromMoment", "fromApproval");
  const std::string until = momentOr(catalogue, terms.until, "untilMoment", "untilStopped");
  const Values values{{"owner", terms.ownerName},
                      {"ownerEmail", terms.ownerEmail},
                      {"creator", terms.creatorName},
                      {"creatorEmail", terms.creatorEmail},
                      {"account", terms.accountName},
                      {"product", terms.productName},
                      {"operations", operations},
                      {"from", from},
                      {"until", until}};
  ConsentText out;
  out.locale = catalogue.at("locale").get<std::string>();
  for (const Json& paragraph : catalogue.at("paragraphs")) {
    if (!out.text.empty()) out.text += "\n\n";
    out.text += filled(paragraph.get_ref<const std::string&>(), values);
  }
  out.hash = crypto::hex(crypto::sha256(bytesOf(out.text)));
  return out;
}

}  // namespace stead::identities
