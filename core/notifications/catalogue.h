// The words of mails in one language, as data: core/notifications/texts/ for the languages built in, and what the host
// brought at open. English is the measure: a catalogue has all of its texts with all of their values.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/json.h"

namespace stead::notifications {

// A text is a subject and a list of paragraphs. `{name}` stands for a value; a paragraph that begins with `{?name}` is
// left out when the value is empty, one that begins with `{!name}` when it is not; `{>name}` alone is a paragraph that
// several texts share.
struct MailText {
  std::string subject;
  std::vector<std::string> paragraphs;       // shared ones put in
  std::set<std::string, std::less<>> names;  // of all values it speaks of
};

using Values = std::map<std::string, std::string, std::less<>>;

class Catalogue {
 public:
  Catalogue(std::string locale, const Json& json);

  [[nodiscard]] const std::string& locale() const noexcept { return locale_; }
  [[nodiscard]] const MailText* find(std::string_view kind) const noexcept;
  [[nodiscard]] const std::map<std::string, MailText, std::less<>>& texts() const noexcept { return texts_; }
  // Words used inside values, e.g. phrase("operations", "document.send"); `name` itself where there is none.
  [[nodiscard]] std::string phrase(std::string_view group, std::string_view name, const Values& values = {}) const;
  // Why something was refused, by its code, in words.
  [[nodiscard]] std::string reason(std::string_view code) const;
  // Unix milliseconds as people of this language write a moment, in UTC.
  [[nodiscard]] std::string moment(std::int64_t atMs) const;

 private:
  std::string locale_;
  std::map<std::string, MailText, std::less<>> texts_;
  std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> words_;
  std::string datePattern_;
  std::vector<std::string> months_;
};

// Those of one engine.
class Catalogues {
 public:
  void put(Catalogue catalogue);
  // English for a language there is none of.
  [[nodiscard]] const Catalogue& of(std::string_view locale) const noexcept;
  // The one whose text of this kind is used: English where the language lacks it.
  [[nodiscard]] const Catalogue& forText(std::string_view locale, std::string_view kind) const noexcept;
  [[nodiscard]] std::vector<std::string> locales() const;

 private:
  std::map<std::string, Catalogue, std::less<>> byLocale_;
};

// English, German, Spanish, French, Romanian.
[[nodiscard]] const Catalogues& builtInCatalogues();
// What a catalogue lacks of English, or has wrong, by path.
void checkCatalogue(const Json& given, const std::string& path, Violations& violations);

// `text` with its values put in, once: what stands in a value is never read as a template. A name without a value is a
// defect and throws: a mail with a hole never leaves.
[[nodiscard]] std::string filled(std::string_view text, const Values& values);
// Takes the conditions off the paragraph; false when it is left out.
[[nodiscard]] bool isShown(std::string_view& paragraph, const Values& values);

}  // namespace stead::notifications
