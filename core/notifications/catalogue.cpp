#include "notifications/catalogue.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "notifications/render.h"
#include "notifications/texts.h"

namespace stead::notifications {
namespace {

using Names = std::set<std::string, std::less<>>;

constexpr const char* wordGroups[] = {"phrases", "operations", "changes"};
constexpr std::size_t monthsOfYear = 12;

[[noreturn]] void defect(const std::string& what) {
  throw Error(Code::internalError, "the text catalogue is wrong: " + what + "; please report this");
}

// Calls `onText` and `onName` for the pieces of a template.
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

Names namesIn(std::string_view text) {
  Names names;
  walk(
      text, [](std::string_view) {}, [&](std::string_view name) { names.emplace(withoutMark(name)); });
  return names;
}

const std::string& valueOf(const Values& values, std::string_view name) {
  const auto found = values.find(name);
  if (found == values.end()) defect("nothing stands for {" + std::string(name) + "}");
  return found->second;
}

// "{>name}" → the shared paragraph.
std::string resolved(const std::string& paragraph, const Json& shared) {
  if (!paragraph.starts_with("{>")) return paragraph;
  return shared.at(paragraph.substr(2, paragraph.size() - 3)).get<std::string>();
}

MailText textIn(const Json& entry, const Json& shared) {
  MailText text;
  text.subject = entry.at("subject").get<std::string>();
  text.names = namesIn(text.subject);
  for (const auto& paragraph : entry.at("text")) {
    text.paragraphs.push_back(resolved(paragraph.get<std::string>(), shared));
    text.names.merge(namesIn(text.paragraphs.back()));
  }
  return text;
}

// --- what the host brings, looked through before it is read ---

const Json* memberOf(const Json& object, const std::string& name) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(name);
  return found == object.end() ? nullptr : &*found;
}

// Whether conditions ({?name}, {!name}) may stand before the text.
enum class Conditions { none, before };

// Braces in pairs around names; marks only where the renderer looks for them.
bool isSound(std::string_view text, Conditions conditions) {
  if (conditions == Conditions::before && text.starts_with("{>")) {
    return text.find('}') == text.size() - 1 && text.find('{', 1) == std::string_view::npos;
  }
  while (conditions == Conditions::before && (text.starts_with("{?") || text.starts_with("{!"))) {
    const auto close = text.find('}');
    if (close == std::string_view::npos) return false;
    text.remove_prefix(close + 1);
  }
  for (auto brace = text.find_first_of("{}"); brace != std::string_view::npos; brace = text.find_first_of("{}")) {
    const auto close = text.find_first_of("{}", brace + 1);
    if (text[brace] != '{' || close == std::string_view::npos || text[close] != '}') return false;
    const std::string_view name = text.substr(brace + 1, close - brace - 1);
    if (name.empty() || std::string_view("?!>").find(name[0]) != std::string_view::npos) return false;
    text.remove_prefix(close + 1);
  }
  return true;
}

bool isTemplate(const Json& value, Conditions conditions) {
  return value.is_string() && !value.get_ref<const std::string&>().empty() &&
         isSound(value.get_ref<const std::string&>(), conditions);
}

// The same values as the English one, no other: a mail with a hole never leaves.
void checkTemplate(const Json* given, const Json& english, Conditions conditions, const std::string& path,
                   Violations& violations) {
  if (given == nullptr) {
    violations.add(path, "is missing");
  } else if (!isTemplate(*given, conditions)) {
    violations.add(path, "must be text, with its braces in pairs");
  } else if (namesIn(given->get<std::string>()) != namesIn(english.get<std::string>())) {
    violations.add(path, "must speak of the same values as in English: " + english.get<std::string>());
  }
}

void checkGroup(const Json& given, const Json& english, const std::string& group, const std::string& path,
                Violations& violations) {
  const Json* words = memberOf(given, group);
  const auto conditions = group == "paragraphs" ? Conditions::before : Conditions::none;
  const std::string place = path + "/" + group;
  for (const auto& [name, text] : english.at(group).items()) {
    const Json* one = words == nullptr ? nullptr : memberOf(*words, name);
    checkTemplate(one, text, conditions, place + "/" + pointerToken(name), violations);
  }
}

// Words of its own beside the English ones: they must be words at least.
void checkOwnWords(const Json& given, const Json& english, const std::string& group, const std::string& path,
                   Violations& violations) {
  const Json* words = memberOf(given, group);
  if (words == nullptr) return;
  if (!words->is_object()) {
    violations.add(path + "/" + group, "must be an object of texts");
    return;
  }
  for (const auto& [name, text] : words->items()) {
    const bool known = english.contains(group) && english.at(group).contains(name);
    if (!known && !isTemplate(text, Conditions::none)) {
      violations.add(path + "/" + group + "/" + pointerToken(name), "must be text, with its braces in pairs");
    }
  }
}

std::string allOf(const Json& text) {
  std::string all = text.at("subject").get<std::string>();
  for (const auto& paragraph : text.at("text")) all += "\n" + paragraph.get<std::string>();
  return all;
}

bool isParagraph(const Json& paragraph, const Json& shared) {
  if (!isTemplate(paragraph, Conditions::before)) return false;
  const auto& text = paragraph.get_ref<const std::string&>();
  return !text.starts_with("{>") || shared.contains(text.substr(2, text.size() - 3));
}

bool isMailText(const Json& text, const Json& shared) {
  const Json* subject = memberOf(text, "subject");
  const Json* paragraphs = memberOf(text, "text");
  return subject != nullptr && isTemplate(*subject, Conditions::none) && paragraphs != nullptr &&
         paragraphs->is_array() && !paragraphs->empty() &&
         std::all_of(paragraphs->begin(), paragraphs->end(),
                     [&](const Json& paragraph) { return isParagraph(paragraph, shared); });
}

void checkMailText(const Json* given, const Json& english, const Json& shared, const std::string& path,
                   Violations& violations) {
  if (given == nullptr) {
    violations.add(path, "is missing");
  } else if (!isMailText(*given, shared)) {
    violations.add(path, "must be {subject, text: [paragraphs]}, with braces in pairs");
  } else if (namesIn(allOf(*given)) != namesIn(allOf(english))) {
    violations.add(path, "must speak of the same values as the English text");
  }
}

void checkTexts(const Json& given, const Json& english, const std::string& path, Violations& violations) {
  const Json* texts = memberOf(given, "texts");
  const Json& shared = english.at("paragraphs");
  for (const auto& [kind, text] : english.at("texts").items()) {
    const Json* one = texts == nullptr ? nullptr : memberOf(*texts, kind);
    checkMailText(one, text, shared, path + "/" + pointerToken(kind), violations);
  }
  if (texts == nullptr || !texts->is_object()) return;
  for (const auto& [kind, text] : texts->items()) {
    if (english.at("texts").contains(kind) || isMailText(text, shared)) continue;
    violations.add(path + "/" + pointerToken(kind), "must be {subject, text: [paragraphs]}, with braces in pairs");
  }
}

void checkDates(const Json& given, const std::string& path, Violations& violations) {
  const Json* dates = memberOf(given, "dates");
  const Json* pattern = dates == nullptr ? nullptr : memberOf(*dates, "pattern");
  const Json* months = dates == nullptr ? nullptr : memberOf(*dates, "months");
  if (pattern == nullptr || !isTemplate(*pattern, Conditions::none) ||
      namesIn(pattern->get<std::string>()) != Names{"day", "month", "year", "time"}) {
    violations.add(path + "/dates/pattern", "must be text with {day}, {month}, {year} and {time}");
  }
  if (months == nullptr || !months->is_array() || months->size() != monthsOfYear ||
      !std::all_of(months->begin(), months->end(), [](const Json& month) { return month.is_string(); })) {
    violations.add(path + "/dates/months", "must be 12 texts");
  }
}

Catalogues readBuiltIn() {
  Catalogues out;
  for (const BuiltInTexts& texts : builtInTexts())
    out.put(Catalogue(std::string(texts.locale), parseStored(texts.json)));
  return out;
}

}  // namespace

Catalogue::Catalogue(std::string locale, const Json& json) : locale_(std::move(locale)) {
  for (const char* group : wordGroups) {
    for (const auto& [name, words] : json.at(group).items()) words_[group][name] = words.get<std::string>();
  }
  if (const Json* reasons = memberOf(json, "reasons")) {
    for (const auto& [name, words] : reasons->items()) words_["reasons"][name] = words.get<std::string>();
  }
  for (const auto& [kind, entry] : json.at("texts").items()) texts_.emplace(kind, textIn(entry, json.at("paragraphs")));
  datePattern_ = json.at("dates").at("pattern").get<std::string>();
  months_ = json.at("dates").at("months").get<std::vector<std::string>>();
}

const MailText* Catalogue::find(std::string_view kind) const noexcept {
  const auto found = texts_.find(kind);
  return found == texts_.end() ? nullptr : &found->second;
}

std::string Catalogue::phrase(std::string_view group, std::string_view name, const Values& values) const {
  const auto words = words_.find(group);
  if (words == words_.end()) defect("no group \"" + std::string(group) + "\"");
  const auto found = words->second.find(name);
  return found == words->second.end() ? oneLine(name) : filled(found->second, values);
}

std::string Catalogue::reason(std::string_view code) const {
  const auto words = words_.find("reasons");
  if (words != words_.end()) {
    const auto found = words->second.find(code);
    if (found != words->second.end()) return found->second;
  }
  const auto known = codeNamed(std::string(code));
  return known ? meaningOf(*known) : oneLine(code);
}

std::string Catalogue::moment(std::int64_t atMs) const {
  const std::string iso = text::isoUtc(atMs);  // 2026-11-21T09:30:00Z
  const auto month = text::parseInteger(iso.substr(5, 2)).value_or(1);
  const auto day = text::parseInteger(iso.substr(8, 2)).value_or(1);
  return filled(datePattern_, {{"day", std::to_string(day)},
                               {"month", months_.at(static_cast<std::size_t>(month) - 1)},
                               {"year", iso.substr(0, 4)},
                               {"time", iso.substr(11, 5)}});
}

void Catalogues::put(Catalogue catalogue) {
  std::string locale = catalogue.locale();
  byLocale_.insert_or_assign(std::move(locale), std::move(catalogue));
}

const Catalogue& Catalogues::of(std::string_view locale) const noexcept {
  const auto found = byLocale_.find(locale);
  return found == byLocale_.end() ? byLocale_.find("EN")->second : found->second;
}

const Catalogue& Catalogues::forText(std::string_view locale, std::string_view kind) const noexcept {
  const Catalogue& wanted = of(locale);
  return wanted.find(kind) == nullptr ? of("EN") : wanted;
}

std::vector<std::string> Catalogues::locales() const {
  std::vector<std::string> out;
  for (const auto& [locale, catalogue] : byLocale_) out.push_back(locale);
  return out;
}

const Catalogues& builtInCatalogues() {
  static const Catalogues once = readBuiltIn();
  return once;
}

void checkCatalogue(const Json& given, const std::string& path, Violations& violations) {
  const Json english = parseStored(englishTexts());
  for (const char* group : {"paragraphs", "phrases", "operations", "changes"}) {
    checkGroup(given, english, group, path, violations);
  }
  for (const char* group : {"phrases", "operations", "changes", "reasons"}) {
    checkOwnWords(given, english, group, path, violations);
  }
  checkTexts(given, english, path + "/texts", violations);
  checkDates(given, path, violations);
}

std::string filled(std::string_view text, const Values& values) {
  std::string out;
  walk(
      text, [&](std::string_view piece) { out += piece; },
      [&](std::string_view name) { out += valueOf(values, name); });
  return out;
}

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

}  // namespace stead::notifications
