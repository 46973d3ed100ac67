#include "notifications/render.h"

#include <nlohmann/json.hpp>
#include <set>

#include "base/error.h"
#include "base/json.h"
#include "base/text.h"
#include "notifications/texts.h"

namespace stead::notifications {
namespace {

struct Text {
  std::string subject;
  std::vector<std::string> paragraphs;
  std::set<std::string, std::less<>> names;
};

struct Catalogue {
  std::map<std::string, Text, std::less<>> texts;
  std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> words;
};

[[noreturn]] void defect(const std::string& what) {
  throw Error(Code::internalError, "the text catalogue is wrong: " + what + "; please report this");
}

// Calls `onText` and `onName` for the pieces of a template. Values are put in once and never read again as a template.
template <class OnText, class OnName>
void walk(std::string_view text, OnText&& onText, OnName&& onName) {
  while (!text.empty()) {
    const auto open = text.find('{');
    onText(text.substr(0, open));
    if (open == std::string_view::npos) return;
    const auto close = text.find('}', open);
    if (close == std::string_view::npos) defect("an open brace");
    onName(text.substr(open + 1, close - open - 1));
    text.remove_prefix(close + 1);
  }
}

std::string_view withoutMark(std::string_view name) {
  return !name.empty() && (name[0] == '?' || name[0] == '!') ? name.substr(1) : name;
}

void collectNames(std::string_view text, std::set<std::string, std::less<>>& names) {
  walk(
      text, [](std::string_view) {}, [&](std::string_view name) { names.emplace(withoutMark(name)); });
}

// "{>name}" → the shared paragraph.
std::string resolved(const std::string& paragraph, const Json& shared) {
  if (!paragraph.starts_with("{>")) return paragraph;
  return shared.at(paragraph.substr(2, paragraph.size() - 3)).get<std::string>();
}

Catalogue readCatalogue() {
  const Json json = parseStored(englishTexts());
  Catalogue out;
  for (const char* group : {"phrases", "operations", "changes"}) {
    for (const auto& [name, words] : json.at(group).items()) out.words[group][name] = words.get<std::string>();
  }
  for (const auto& [kind, entry] : json.at("texts").items()) {
    Text text;
    text.subject = entry.at("subject").get<std::string>();
    collectNames(text.subject, text.names);
    for (const auto& paragraph : entry.at("text")) {
      text.paragraphs.push_back(resolved(paragraph.get<std::string>(), json.at("paragraphs")));
      collectNames(text.paragraphs.back(), text.names);
    }
    out.texts.emplace(kind, std::move(text));
  }
  return out;
}

const Catalogue& catalogue() {
  static const Catalogue once = readCatalogue();
  return once;
}

const Text& textOf(std::string_view kind) {
  const auto found = catalogue().texts.find(kind);
  if (found == catalogue().texts.end()) defect("no text \"" + std::string(kind) + "\"");
  return found->second;
}

const std::string& valueOf(const Values& values, std::string_view name) {
  const auto found = values.find(name);
  if (found == values.end()) defect("nothing stands for {" + std::string(name) + "}");
  return found->second;
}

std::string filled(std::string_view text, const Values& values) {
  std::string out;
  walk(
      text, [&](std::string_view piece) { out += piece; },
      [&](std::string_view name) { out += valueOf(values, name); });
  return out;
}

// Takes the condition off the paragraph; false when the paragraph is left out.
bool isShown(std::string_view& paragraph, const Values& values) {
  while (paragraph.starts_with("{?") || paragraph.starts_with("{!")) {
    const auto close = paragraph.find('}');
    if (close == std::string_view::npos) defect("an open brace");
    const bool wantsValue = paragraph[1] == '?';
    if (valueOf(values, paragraph.substr(2, close - 2)).empty() == wantsValue) return false;
    paragraph.remove_prefix(close + 1);
  }
  return true;
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

Mail render(std::string_view kind, const Values& values) {
  const Text& text = textOf(kind);
  Mail mail;
  mail.subject = oneLine(filled(text.subject, values));
  for (std::string_view paragraph : text.paragraphs) {
    if (!isShown(paragraph, values)) continue;
    if (!mail.text.empty()) mail.text += "\n";
    mail.text += filled(paragraph, values);
    if (mail.text.back() != '\n') mail.text += "\n";
  }
  return mail;
}

bool mentions(std::string_view kind, std::string_view name) { return textOf(kind).names.contains(name); }

std::vector<std::string> textKinds() {
  std::vector<std::string> out;
  for (const auto& [kind, text] : catalogue().texts) out.push_back(kind);
  return out;
}

std::string phrase(std::string_view group, std::string_view name, const Values& values) {
  const auto words = catalogue().words.find(group);
  if (words == catalogue().words.end()) defect("no group \"" + std::string(group) + "\"");
  const auto found = words->second.find(name);
  return found == words->second.end() ? oneLine(name) : filled(found->second, values);
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
