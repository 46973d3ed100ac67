#include <algorithm>
#include <array>
#include <charconv>

#include "audit/canonical.h"
#include "base/error.h"
#include "base/limits.h"
#include "base/text.h"

namespace stead::audit {
namespace {

[[noreturn]] void fail(const char* why) { throw Error(Code::internalError, std::string("an audit entry has ") + why); }

void writeText(std::string& out, std::string_view text) {
  static constexpr char digits[] = "0123456789abcdef";
  out += '"';
  std::size_t plain = 0;  // start of the run that needs no escape
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text, plain, i - plain);
    plain = i + 1;
    out += '\\';
    switch (c) {
      case '"':
      case '\\':
        out += c;
        break;
      case '\b':
        out += 'b';
        break;
      case '\t':
        out += 't';
        break;
      case '\n':
        out += 'n';
        break;
      case '\f':
        out += 'f';
        break;
      case '\r':
        out += 'r';
        break;
      default:
        out += "u00";
        out += digits[static_cast<unsigned char>(c) >> 4U];
        out += digits[static_cast<unsigned char>(c) & 0x0FU];
    }
  }
  out.append(text, plain, text.size() - plain);
  out += '"';
}

void writeInteger(std::string& out, std::int64_t value) {
  if (value > limits::integerAbsMax || value < -limits::integerAbsMax) fail("an integer outside ±2^53");
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  out.append(digits.data(), end.ptr);
}

struct WriteValue {
  std::string& out;

  void operator()(std::int64_t value) const { writeInteger(out, value); }
  void operator()(const std::string& value) const { writeText(out, value); }
  void operator()(const std::vector<std::string>& values) const {
    out += '[';
    for (const auto& value : values) {
      if (out.back() != '[') out += ',';
      writeText(out, value);
    }
    out += ']';
  }
  void operator()(const Pairs& pairs) const {
    out += '[';
    bool first = true;
    for (const auto& [key, value] : pairs) {
      out += first ? "[" : ",[";
      first = false;
      writeText(out, key);
      out += ',';
      writeText(out, value);
      out += ']';
    }
    out += ']';
  }
};

// One object; the caller adds members in the order of their names.
class ObjectWriter {
 public:
  explicit ObjectWriter(std::string& out) : out_(out) { out_ += '{'; }
  void close() { out_ += '}'; }

  void name(std::string_view name) {
    if (!first_) out_ += ',';
    first_ = false;
    writeText(out_, name);
    out_ += ':';
  }
  void text(std::string_view member, std::string_view value) {
    if (value.empty()) return;
    name(member);
    writeText(out_, value);
  }
  void integer(std::string_view member, std::int64_t value) {
    name(member);
    writeInteger(out_, value);
  }

 private:
  std::string& out_;
  bool first_ = true;
};

bool isEmptyText(const Value& value) noexcept {
  const auto* text = std::get_if<std::string>(&value);
  return text != nullptr && text->empty();
}

enum class EmptyTexts { kept, leftOut };

void writeFields(std::string& out, const Fields& fields, EmptyTexts emptyTexts) {
  std::vector<const Fields::value_type*> sorted;
  sorted.reserve(fields.size());
  for (const auto& field : fields) {
    if (emptyTexts == EmptyTexts::kept || !isEmptyText(field.second)) sorted.push_back(&field);
  }
  std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->first < b->first; });
  ObjectWriter object(out);
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const auto& [name, value] = *sorted[i];
    if (i > 0 && sorted[i - 1]->first == name) fail("a member that is named twice");
    if (name == "personal") fail("a field named like the hash of the personal fields");
    object.name(name);
    std::visit(WriteValue{out}, value);
  }
  object.close();
}

void writeActor(std::string& out, const Entry& entry) {
  ObjectWriter actor(out);
  actor.text("credential", entry.credential);
  actor.text("id", entry.actorId);
  actor.text("kind", actorKindName(entry.actorKind));
  actor.close();
}

void writeSubject(std::string& out, const Entry& entry) {
  ObjectWriter subject(out);
  subject.text("id", entry.subjectId);
  subject.text("type", entry.subjectType);
  subject.close();
}

void requireUtf8(const std::string& bytes) {
  if (!text::isUtf8(bytes)) fail("text that is not UTF-8");
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

std::string canonicalEntry(const Entry& entry, std::int64_t at, const std::optional<Hash>& personalHash) {
  std::string out;
  out.reserve(768);
  ObjectWriter object(out);
  object.name("actor");
  writeActor(out, entry);
  object.integer("at", at);
  object.text("authority", entry.authority);
  if (!entry.detail.empty()) {
    object.name("detail");
    writeFields(out, entry.detail, EmptyTexts::kept);
  }
  object.text("grantId", entry.grantId);
  if (entry.grantVersion != 0) object.integer("grantVersion", entry.grantVersion);
  object.text("operation", entry.operation);
  object.text("outcome", entry.outcome);
  if (personalHash) object.text("personal", crypto::hex(*personalHash));
  object.text("principal", entry.principal);
  object.text("reason", entry.reason);
  object.name("subject");
  writeSubject(out, entry);
  object.integer("v", entryFormatVersion);
  object.close();
  requireUtf8(out);
  return out;
}

std::string canonicalPersonal(const Fields& personal) {
  std::string out;
  if (std::all_of(personal.begin(), personal.end(), [](const auto& field) { return isEmptyText(field.second); })) {
    return out;
  }
  out.reserve(256);
  writeFields(out, personal, EmptyTexts::leftOut);
  requireUtf8(out);
  return out;
}

Hash personalHash(ByteView salt, std::string_view json) { return crypto::sha256({salt, bytesOf(json)}); }

}  // namespace stead::audit
