// Turns a text of a catalogue and its values into a mail. Plain text, one renderer for all kinds; notifications/html
// makes the HTML form of the same paragraphs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "notifications/catalogue.h"

namespace stead::notifications {

struct Mail {
  std::string subject;  // one line
  std::string text;
  std::vector<std::string> paragraphs;  // of the text, those that are shown
};

[[nodiscard]] Mail render(const Catalogue& catalogue, std::string_view kind, const Values& values);
// In English.
[[nodiscard]] Mail render(std::string_view kind, const Values& values);
// Does the text of this kind speak of the value? In every language the same.
[[nodiscard]] bool mentions(std::string_view kind, std::string_view name);
[[nodiscard]] std::vector<std::string> textKinds();
// English words used inside values.
[[nodiscard]] std::string phrase(std::string_view group, std::string_view name, const Values& values = {});

// What users wrote, made safe for one line (a header, a sentence): control characters become spaces, direction
// overrides and isolates vanish.
[[nodiscard]] std::string oneLine(std::string_view utf8);
// What users wrote in several lines, quoted line by line ("> …"), so that it is never taken for our words.
[[nodiscard]] std::string quotedLines(std::string_view utf8);

}  // namespace stead::notifications
