#include "engine/options.h"

#include <nlohmann/json.hpp>

#include "audit/note.h"
#include "base/email.h"
#include "base/error.h"
#include "base/limits.h"
#include "base/record_reader.h"
#include "base/text.h"

namespace stead {
namespace {

// The origin becomes the key name of signed notes (spec tlog).
bool isLogOrigin(std::string_view origin) {
  return origin.size() <= 200 && audit::isKeyName(origin) && !text::hasControl(origin);
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
  out.testClockMs = in.time("testClockMs");
  out.testIdSeed = in.integer("testIdSeed", 0, limits::integerAbsMax);
  in.refuseUnknown();
  violations.throwIfAny();
  return out;
}

}  // namespace stead
