#include "notifications/render.h"

#include "base/error.h"
#include "base/text.h"

namespace stead::notifications {
namespace {

const Catalogue& english() { return builtInCatalogues().of("EN"); }

const MailText& textOf(const Catalogue& catalogue, std::string_view kind) {
  const MailText* text = catalogue.find(kind);
  if (text == nullptr) {
    throw Error(Code::internalError, "there is no text \"" + std::string(kind) + "\"; please report this");
  }
  return *text;
}

// Embeddings, overrides and isolates: U+202A..U+202E and U+2066..U+2069. They can make a name read as another one
// and leak over what follows. Plain right-to-left names need none of them.
bool isDirectionControl(std::string_view threeBytes) {
  if (threeBytes.size() < 3 || threeBytes[0] != '\xE2') return false;
  const auto second = static_cast<unsigned char>(threeBytes[1]);
  const auto third = static_cast<unsigned char>(threeBytes[2]);
  return (second == 0x80 && third >= 0xAA && third <= 0xAE) || (second == 0x81 && third >= 0xA6 && third <= 0xA9);
}

}  // namespace

Mail render(const Catalogue& catalogue, std::string_view kind, const Values& values) {
  const MailText& text = textOf(catalogue, kind);
  Mail mail;
  mail.subject = oneLine(filled(text.subject, values));
  for (std::string_view paragraph : text.paragraphs) {
    if (!isShown(paragraph, values)) continue;
    std::string shown = filled(paragraph, values);
    while (shown.ends_with('\n')) shown.pop_back();
    if (!mail.text.empty()) mail.text += "\n";
    mail.text += shown + "\n";
    mail.paragraphs.push_back(std::move(shown));
  }
  return mail;
}

Mail render(std::string_view kind, const Values& values) { return render(english(), kind, values); }

bool mentions(std::string_view kind, std::string_view name) { return textOf(english(), kind).names.contains(name); }

std::vector<std::string> textKinds() {
  std::vector<std::string> out;
  for (const auto& [kind, text] : english().texts()) out.push_back(kind);
  return out;
}

std::string phrase(std::string_view group, std::string_view name, const Values& values) {
  return english().phrase(group, name, values);
}

std::string oneLine(std::string_view utf8) {
  std::string out;
  while (!utf8.empty()) {
    const auto character = utf8.substr(0, text::characterBytes(utf8[0]));
    utf8.remove_prefix(character.size());
    if (isDirectionControl(character)) continue;
    if (text::hasControl(character)) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      out += character;
    }
  }
  return std::string(text::trim(out));
}

std::string quotedLines(std::string_view utf8) {
  std::string out;
  while (!utf8.empty()) {
    const auto end = utf8.find_first_of("\r\n");
    const std::string line = oneLine(utf8.substr(0, end));
    out += line.empty() ? ">\n" : "> " + line + "\n";
    if (end == std::string_view::npos) break;
    utf8.remove_prefix(utf8.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
  }
  return out;
}

}  // namespace stead::notifications
