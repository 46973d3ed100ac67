#include "engine/options.h"

#include <nlohmann/json.hpp>

#include "audit/checkpoint.h"
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

constexpr std::size_t expectedCheckpointsMax = 1000;

bool isCheckpointNote(const Json& value) {
  if (!value.is_string()) return false;
  const auto note = audit::parseNote(value.get_ref<const std::string&>());
  return note && audit::parseCheckpointText(note->text);
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
