// Turns a text of the catalogue and its values into a mail. Plain text, one renderer for all kinds.
//
// A text is a subject and a list of paragraphs. `{name}` stands for a value; a paragraph that begins with `{?name}` is
// left out when the value is empty, one that begins with `{!name}` when it is not; `{>name}` alone is a paragraph that
// several texts share. A name without a value is a defect and throws: a mail with a hole never leaves.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace stead::notifications {

using Values = std::map<std::string, std::string, std::less<>>;

struct Mail {
  std::string subject;  // one line
  std::string text;
};

[[nodiscard]] Mail render(std::string_view kind, const Values& values);
// Does the text of this kind speak of the value?
[[nodiscard]] bool mentions(std::string_view kind, std::string_view name);
[[nodiscard]] std::vector<std::string> textKinds();

// Words used inside values, e.g. phrase("operations", "document.send"); `name` itself where there is none.
[[nodiscard]] std::string phrase(std::string_view group, std::string_view name, const Values& values = {});

// What users wrote, made safe for one line (a header, a sentence): control characters become spaces, direction
// overrides and isolates vanish.
[[nodiscard]] std::string oneLine(std::string_view utf8);
// What users wrote in several lines, quoted line by line ("> …"), so that it is never taken for our words.
[[nodiscard]] std::string quotedLines(std::string_view utf8);

}  // namespace stead::notifications
