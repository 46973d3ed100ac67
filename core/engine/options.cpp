#include "engine/options.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "audit/checkpoint.h"
#include "audit/note.h"
#include "base/email.h"
#include "base/error.h"
#include "base/limits.h"
#include "base/locale.h"
#include "base/record_reader.h"
#include "base/text.h"
#include "notifications/catalogue.h"

namespace stead {
namespace {

// The origin becomes the key name of signed notes (spec tlog).
bool isLogOrigin(std::string_view origin) {
  return origin.size() <= 200 && audit::isKeyName(origin) && !text::hasControl(origin);
}

constexpr std::size_t expectedCheckpointsMax = 1000;

bool isCheckpointNote(const Json& value) {
  if (!value.is_string()) return false;
  const auto note = audit::parseNote(value.get_ref<const std::string&>());
  return note && audit::parseCheckpointText(note->text);
}

constexpr std::size_t mailDomainsMax = 1000;

// Domains as e-mail keys spell them.
std::vector<std::string> readDomains(RecordReader& in, Violations& violations, const char* name) {
  std::vector<std::string> domains;
  const Json* given = in.array(name, mailDomainsMax);
  if (given == nullptr) return domains;
  for (std::size_t i = 0; i < given->size(); ++i) {
    const Json& one = (*given)[i];
    const auto email = one.is_string() ? parseEmail("a@" + one.get<std::string>()) : std::nullopt;
    if (email) {
      domains.push_back(email->key.substr(2));
    } else {
      violations.add(in.pathOf(name, i), "must be a domain of e-mail addresses, e.g. cubeflakes.com");
    }
  }
  return domains;
}

// {locale: catalogue}, beside the languages that are built in or in their place.
std::shared_ptr<const notifications::Catalogues> readTexts(RecordReader& in, Violations& violations) {
  const Json* given = in.object("texts");
  if (given == nullptr) return nullptr;
  auto texts = std::make_shared<notifications::Catalogues>(notifications::builtInCatalogues());
  for (const auto& [locale, catalogue] : given->items()) {
    const std::string path = in.pathOf("texts") + "/" + pointerToken(locale);
    Violations ofThis;
    if (std::find(localeWords.begin(), localeWords.end(), locale) == localeWords.end()) {
      ofThis.add(path, "is no language of the contract, e.g. \"IT\"");
    } else {
      notifications::checkCatalogue(catalogue, path, ofThis);
    }
    for (const FieldError& one : ofThis.fields()) violations.add(one.field, one.message);
    if (ofThis.empty()) texts->put(notifications::Catalogue(locale, catalogue));
  }
  return texts;
}

// One note, or a list of them: a store has a log for each account.
std::vector<std::string> readExpected(RecordReader& in) {
  constexpr const char* name = "expectCheckpoint";
  std::vector<std::string> notes;
  const Json* given = in.any(name);
  if (given == nullptr || given->is_null()) return notes;
  const auto keep = [&](const Json& note) {
    if (!isCheckpointNote(note)) {
      in.violation(name, "must be a checkpoint, or a list of them, as stead_audit_checkpoint gave it (a signed note)");
      return false;
    }
    notes.push_back(note.get<std::string>());
    return true;
  };
  if (!given->is_array()) {
    keep(*given);
  } else if (given->size() > expectedCheckpointsMax) {
    in.violation(name, "must be at most 1000 checkpoints");
  } else {
    for (const Json& note : *given) {
      if (!keep(note)) break;
    }
  }
  return notes;
}

}  // namespace

EngineOptions readOptions(std::string path, const Json& options) {
  EngineOptions out;
  Violations violations;
  if (path.empty()) violations.add("", "the path of the store is empty");
  out.path = std::move(path);

  RecordReader in(options, violations);
  if (const auto word = in.word("durability", {"full", "normal"})) out.durable = *word == "full";
  out.busyTimeoutMs = in.integer("busyTimeoutMs", 0, 600000).value_or(out.busyTimeoutMs);
  if (const auto url = in.url("publicUrl"); url && !url->empty()) {
    out.publicUrl = *url;
    while (out.publicUrl.back() == '/') out.publicUrl.pop_back();
  }
  out.productName = in.text("productName", {.codePointsMax = limits::nameCodePointsMax}).value_or(out.productName);
  if (const auto mail = in.email("mailFrom", false)) out.mailFrom = mail->address;
  out.mailAsDomains = readDomains(in, violations, "mailAsDomains");
  out.mailOnBehalfDomains = readDomains(in, violations, "mailOnBehalfDomains");
  out.texts = readTexts(in, violations);
  if (const auto origin = in.text("logOrigin")) {
    if (isLogOrigin(*origin)) {
      out.logOrigin = *origin;
    } else {
      in.violation("logOrigin", "must be a schema-less URL without spaces or '+', at most 200 bytes");
    }
  }
  out.consentLapseDays = in.integer("consentLapseDays", 1, 3650).value_or(out.consentLapseDays);
  out.cacheBytesMax = in.integer("cacheBytesMax", 0, limits::integerAbsMax).value_or(out.cacheBytesMax);
  out.readersMax = static_cast<int>(in.integer("readersMax", 1, 64).value_or(out.readersMax));
  if (const auto word = in.word("migrate", {"auto", "never"})) out.migrate = *word == "auto";
  out.expectCheckpoint = readExpected(in);
  out.testClockMs = in.time("testClockMs");
  out.testIdSeed = in.integer("testIdSeed", 0, limits::integerAbsMax);
  in.refuseUnknown();
  violations.throwIfAny();
  return out;
}

}  // namespace stead
