#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "base/limits.h"
#include "base/locale.h"
#include "base/text.h"
#include "documents/send_parts.h"

namespace stead::documents {
namespace {

// Contract 4.5: the older way to choose a locale, by number.
constexpr std::array languages{"EN", "EN", "ES", "DE", "FR", "RO", "NO", "BG",    "IT",    "DA", "PL",
                               "PT", "CS", "NL", "SV", "RU", "JA", "TH", "ZH_CN", "ZH_TW", "KO"};

std::string readLocale(RecordReader& in) {
  const auto locale = in.word("locale", localeWords);
  const auto language = in.integer("language", 0, static_cast<std::int64_t>(languages.size()) - 1);
  if (locale) return *locale;
  return languages[static_cast<std::size_t>(language.value_or(0))];
}

std::string readAccessCode(RecordReader& in) {
  const auto type =
      wordOrLater(in, "authenticationType", {"None", "AccessCode"}, {"EmailOTP", "SMSOTP", "IdVerification", "KBA"});
  const std::size_t max = limits::accessCodeCodePointsMax;
  const auto code = in.text("authenticationCode", {.codePointsMax = max});
  const bool blank = !code || text::isBlank(*code);
  if (type == "AccessCode") {
    const bool wrong = !code && in.has("authenticationCode") && !in.isNull("authenticationCode");
    if (blank && !wrong) {
      in.violation("authenticationCode", "AccessCode cannot be null or empty when authentication type is AccessCode");
    }
    return code.value_or("");
  }
  // A code that protects nothing would be believed to protect.
  const bool chosen = !in.has("authenticationType") || in.isNull("authenticationType") || type;
  if (!blank && chosen) in.violation("authenticationCode", "needs authenticationType AccessCode");
  return {};
}

Signer readSigner(const Json& record, Violations& violations, const std::string& path, std::int64_t defaultOrder,
                  const Pages& pages) {
  Signer signer;
  RecordReader in(record, violations, path);
  signer.name = in.text("name", {.required = true, .codePointsMax = limits::signerNameCodePointsMax}).value_or("");
  if (auto email = in.email("emailAddress", true)) signer.email = std::move(*email);
  signer.order = in.integer("signerOrder", 1, limits::signerOrderMax).value_or(defaultOrder);
  signer.privateMessage =
      in.text("privateMessage", {.codePointsMax = limits::messageCodePointsMax, .oneLine = false}).value_or("");
  signer.accessCode = readAccessCode(in);
  signer.locale = readLocale(in);
  (void)wordOrLater(in, "signerType", {"Signer"}, {"Reviewer", "InPersonSigner"});
  signer.fields = readFields(in, violations, pages);
  refuseLaterMembersOfSigner(in);
  in.refuseUnknown();
  return signer;
}

// Ids are unique over the document: values are handed in by id.
void nameFields(std::vector<Signer>& signers, RecordReader& request, Violations& violations) {
  std::set<std::string> taken;
  for (std::size_t i = 0; i < signers.size(); ++i) {
    for (std::size_t j = 0; j < signers[i].fields.size(); ++j) {
      const std::string& id = signers[i].fields[j].id;
      if (!id.empty() && !taken.insert(id).second) {
        violations.add(request.pathOf("signers", i) + "/formFields/" + std::to_string(j) + "/id",
                       "another field of the document has this id");
      }
    }
  }
  std::int64_t next = 1;
  for (Signer& signer : signers) {
    for (Field& field : signer.fields) {
      while (field.id.empty()) {
        std::string id = "field" + std::to_string(next++);
        if (taken.insert(id).second) field.id = std::move(id);
      }
    }
  }
}

}  // namespace

std::vector<Signer> readSigners(RecordReader& request, Violations& violations, bool signingOrder, const Pages& pages) {
  std::vector<Signer> signers;
  const Json* list = request.array("signers", limits::signersMax);
  const bool absent = !request.has("signers") || request.isNull("signers");
  if (absent || (list != nullptr && list->empty())) {
    request.violation("signers", "Minimum one signer is needed to create a document");
    return signers;
  }
  if (list == nullptr) return signers;
  std::set<std::pair<std::string, std::int64_t>> seen;
  for (std::size_t i = 0; i < list->size(); ++i) {
    // Without an order of his own a signer's turn is his place in the list, when turns matter at all.
    const std::int64_t order = signingOrder ? static_cast<std::int64_t>(i) + 1 : 1;
    signers.push_back(readSigner((*list)[i], violations, request.pathOf("signers", i), order, pages));
    const Signer& signer = signers.back();
    if (!signer.email.key.empty() && !seen.emplace(signer.email.key, signer.order).second) {
      violations.add(request.pathOf("signers", i) + "/emailAddress",
                     "another signer has this address with the same signerOrder");
    }
  }
  nameFields(signers, request, violations);
  return signers;
}

}  // namespace stead::documents
