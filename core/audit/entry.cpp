#include <algorithm>

#include "audit/canonical.h"
#include "base/error.h"
#include "base/json_text.h"

namespace stead::audit {
namespace {

[[noreturn]] void fail(const char* why) { throw Error(Code::internalError, std::string("an audit entry has ") + why); }

struct WriteValue {
  JsonText& out;

  void operator()(std::int64_t value) const { out.value(value); }
  void operator()(const std::string& value) const { out.value(value); }
  void operator()(const std::vector<std::string>& values) const { out.value(values); }
  void operator()(const Pairs& pairs) const {
    out.beginArray();
    for (const auto& [key, value] : pairs) out.beginArray().value(key).value(value).endArray();
    out.endArray();
  }
};

bool isEmptyText(const Value& value) noexcept {
  const auto* text = std::get_if<std::string>(&value);
  return text != nullptr && text->empty();
}

enum class EmptyTexts { kept, leftOut };

void writeFields(JsonText& out, const Fields& fields, EmptyTexts emptyTexts) {
  std::vector<const Fields::value_type*> sorted;
  sorted.reserve(fields.size());
  for (const auto& field : fields) {
    if (emptyTexts == EmptyTexts::kept || !isEmptyText(field.second)) sorted.push_back(&field);
  }
  std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->first < b->first; });
  out.beginObject();
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const auto& [name, value] = *sorted[i];
    if (i > 0 && sorted[i - 1]->first == name) fail("a member that is named twice");
    if (name == "personal") fail("a field named like the hash of the personal fields");
    out.name(name);
    std::visit(WriteValue{out}, value);
  }
  out.endObject();
}

void writeActor(JsonText& out, const Entry& entry) {
  out.name("actor").beginObject();
  out.memberUnlessEmpty("credential", entry.credential);
  out.memberUnlessEmpty("id", entry.actorId);
  out.member("kind", actorKindName(entry.actorKind));
  out.endObject();
}

void writeSubject(JsonText& out, const Entry& entry) {
  out.name("subject").beginObject();
  out.memberUnlessEmpty("id", entry.subjectId);
  out.memberUnlessEmpty("type", entry.subjectType);
  out.endObject();
}

}  // namespace

const char* actorKindName(ActorKind kind) noexcept {
  switch (kind) {
    case ActorKind::user:
      return "user";
    case ActorKind::owner:
      return "owner";
    case ActorKind::signer:
      return "signer";
    case ActorKind::host:
      return "host";
    case ActorKind::system:
      break;
  }
  return "system";
}

// Members sorted by name, as RFC 8785 asks.
std::string canonicalEntry(const Entry& entry, std::int64_t at, const std::optional<Hash>& personalHash) {
  JsonText out(1024);
  out.beginObject();
  writeActor(out, entry);
  out.member("at", at);
  out.memberUnlessEmpty("authority", entry.authority);
  if (!entry.detail.empty()) {
    out.name("detail");
    writeFields(out, entry.detail, EmptyTexts::kept);
  }
  out.memberUnlessEmpty("grantId", entry.grantId);
  if (entry.grantVersion != 0) out.member("grantVersion", entry.grantVersion);
  out.memberUnlessEmpty("operation", entry.operation);
  out.memberUnlessEmpty("outcome", entry.outcome);
  if (personalHash) out.member("personal", crypto::hex(*personalHash));
  out.memberUnlessEmpty("principal", entry.principal);
  out.memberUnlessEmpty("reason", entry.reason);
  writeSubject(out, entry);
  out.member("v", entryFormatVersion);
  out.endObject();
  return out.take();
}

std::string canonicalPersonal(const Fields& personal) {
  if (std::all_of(personal.begin(), personal.end(), [](const auto& field) { return isEmptyText(field.second); })) {
    return {};
  }
  JsonText out;
  writeFields(out, personal, EmptyTexts::leftOut);
  return out.take();
}

Hash personalHash(ByteView salt, std::string_view json) { return crypto::sha256({salt, bytesOf(json)}); }

}  // namespace stead::audit
