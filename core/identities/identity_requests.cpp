// The requests of identity_rules.h.
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "base/locale.h"
#include "base/record_reader.h"
#include "base/text.h"
#include "delegation/operations.h"
#include "identities/identity_rules.h"
#include "metadata/metadata.h"

namespace stead::identities {
namespace {

constexpr notifications::Settings everyFlag = (notifications::Settings{1} << notifications::flagCount) - 1;

constexpr std::size_t operationsNamedMax = 64;

std::optional<OperationSet> readOperations(RecordReader& in, Violations& violations) {
  const Json* list = in.array("operations", operationsNamedMax);
  if (list == nullptr) return std::nullopt;
  if (list->empty()) in.violation("operations", "must name at least one operation; leave it out to name all");
  OperationSet set = 0;
  std::size_t index = 0;
  for (const Json& item : *list) {
    const std::string place = in.pathOf("operations", index++);
    const Operation* known = item.is_string() ? operationNamed(item.get_ref<const std::string&>()) : nullptr;
    if (known == nullptr || !known->delegable) {
      violations.add(place, "is not an operation that can be done on behalf of another person");
    } else {
      set |= OperationSet{1} << known->grantBit;
    }
  }
  return set;
}

Terms readTerms(RecordReader& in, Violations& violations) {
  Terms terms;
  terms.operations = readOperations(in, violations);
  terms.from = in.time("from");
  terms.until = in.time("until");
  terms.clearsFrom = in.isNull("from");
  terms.clearsUntil = in.isNull("until");
  return terms;
}

Origin readOrigin(RecordReader& in) {
  Origin origin;
  origin.ip = in.text("ip", {.codePointsMax = 64}).value_or("");
  origin.userAgent = in.text("userAgent", {.codePointsMax = limits::userAgentBytesMax}).value_or("");
  return origin;
}

std::optional<std::string> readLocale(RecordReader& in) { return in.word("locale", localeWords); }

std::optional<SettingsChange> readSettings(RecordReader& in, Violations& violations) {
  const Json* partial = in.object("notificationSettings");
  if (partial == nullptr) return std::nullopt;
  // PHP writes an empty map as [].
  const Json flags = partial->is_array() ? Json::object() : *partial;
  SettingsChange change;
  change.on = notifications::apply(0, flags, violations, in.pathOf("notificationSettings"));
  Violations sameOnes;
  change.keep = notifications::apply(everyFlag, flags, sameOnes, in.pathOf("notificationSettings"));
  return change;
}

template <class Read>
auto readRecord(const Json& request, Read read) {
  Violations violations;
  RecordReader in(request, violations);
  auto out = read(in, violations);
  in.refuseUnknown();
  violations.throwIfAny();
  return out;
}

}  // namespace

CreateRequest readCreate(const Json& request) {
  return readRecord(request, [](RecordReader& in, Violations& violations) {
    CreateRequest out;
    out.name = in.text("name", {.required = true, .codePointsMax = limits::nameCodePointsMax}).value_or("");
    if (auto email = in.email("email", true, "Email")) out.email = std::move(*email);
    out.settings = notifications::defaultSettings();
    if (const auto change = readSettings(in, violations)) out.settings = change->applyTo(out.settings);
    if (const auto brand = in.text("brandId"); brand && !brand->empty()) {
      out.brandId = text::asciiLower(*brand);
      if (!text::isGuid(*out.brandId)) in.violation("brandId", "Provide a valid brand ID");
    }
    if (const auto url = in.url("redirectUrl"); url && !url->empty()) out.redirectUrl = url;
    if (const Json* map = in.object("metaData")) {
      out.metaData = writeJson(metadata::merge(Json::object(), *map, violations, in.pathOf("metaData")));
    }
    out.locale = readLocale(in).value_or("EN");
    out.terms = readTerms(in, violations);
    out.requestId = readRequestId(in);
    return out;
  });
}

UpdateRequest readUpdate(const Json& request) {
  return readRecord(request, [](RecordReader& in, Violations& violations) {
    UpdateRequest out;
    out.name = in.text("name", {.codePointsMax = limits::nameCodePointsMax});
    const bool blankName = out.name && text::isBlank(*out.name);
    if (blankName) out.name.reset();
    out.redirectUrl = in.url("redirectUrl");
    if (in.isNull("redirectUrl")) out.redirectUrl = "";
    if (const Json* map = in.object("metaData")) {
      // Wrong keys and values are refused at once; what depends on the pairs there are waits for the store.
      static_cast<void>(metadata::merge(Json::object(), *map, violations, in.pathOf("metaData")));
      out.metaData = writeJson(*map);
    }
    out.settings = readSettings(in, violations);
    out.locale = readLocale(in);
    out.version = readVersion(in);
    const bool nothing = !out.name && !out.redirectUrl && !out.metaData && !out.settings && !out.locale;
    if (nothing && violations.empty()) {
      violations.add("",
                     "To update the sender identity, at least one of the following is required: name, "
                     "notificationSettings, redirectUrl, metadata, or locale.");
    } else if (blankName) {
      in.violation("name", "The name cannot be null, empty, or whitespace.");
    }
    return out;
  });
}

Terms readRerequest(const Json& request) {
  return readRecord(request, [](RecordReader& in, Violations& violations) { return readTerms(in, violations); });
}

OwnerRequest readApprove(const Json& request) {
  return readRecord(request, [](RecordReader& in, Violations& violations) {
    OwnerRequest out;
    out.textHash = in.text("textHash", {.required = true, .codePointsMax = 64}).value_or("");
    out.terms = readTerms(in, violations);
    out.origin = readOrigin(in);
    return out;
  });
}

OwnerRequest readDeny(const Json& request) {
  return readRecord(request, [](RecordReader& in, Violations&) {
    OwnerRequest out;
    out.neverAskAgain = in.boolean("neverAskAgain").value_or(false);
    out.origin = readOrigin(in);
    return out;
  });
}

OwnerRequest readNarrow(const Json& request) {
  return readRecord(request, [](RecordReader& in, Violations& violations) {
    OwnerRequest out;
    out.terms = readTerms(in, violations);
    out.origin = readOrigin(in);
    if (out.terms.empty() && violations.empty()) {
      violations.add("", "Nothing to narrow: give at least one of operations, from, or until.");
    }
    return out;
  });
}

OwnerRequest readRevoke(const Json& request) {
  return readRecord(request, [](RecordReader& in, Violations&) {
    OwnerRequest out;
    out.origin = readOrigin(in);
    return out;
  });
}

IdentityName readIdentityName(std::string_view idOrEmail) {
  IdentityName out;
  const std::string lower = text::asciiLower(text::trim(idOrEmail));
  if (text::isGuid(lower)) {
    out.id = lower;
    return out;
  }
  if (text::isBlank(idOrEmail)) {
    throw fieldError(Code::malformedArgument, "/email", "The email field is required.");
  }
  const auto email = parseEmail(idOrEmail);
  if (!email) throw fieldError(Code::malformedArgument, "/email", "The field email is invalid.");
  out.emailKey = email->key;
  return out;
}

}  // namespace stead::identities
