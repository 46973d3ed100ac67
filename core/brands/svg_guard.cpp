// Reads the markup of an SVG once, strictly, and knows nothing about drawing.
#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"
#include "brands/logo.h"

namespace stead::brands {
namespace {

constexpr const char* remedy = "; save it as plain SVG or PNG";
constexpr std::size_t depthMax = 64;

// Draws, or groups what draws. Whatever loads, runs, animates or embeds something is not among them.
constexpr std::array<std::string_view, 41> elements{
    "circle",        "clipPath",
    "defs",          "desc",
    "ellipse",       "feBlend",
    "feColorMatrix", "feComponentTransfer",
    "feComposite",   "feDropShadow",
    "feFlood",       "feFuncA",
    "feFuncB",       "feFuncG",
    "feFuncR",       "feGaussianBlur",
    "feMerge",       "feMergeNode",
    "feMorphology",  "feOffset",
    "filter",        "g",
    "line",          "linearGradient",
    "marker",        "mask",
    "metadata",      "path",
    "pattern",       "polygon",
    "polyline",      "radialGradient",
    "rect",          "stop",
    "style",         "svg",
    "symbol",        "text",
    "title",         "tspan",
    "use",
};
static_assert(std::is_sorted(elements.begin(), elements.end()));

bool isKnown(std::string_view element) { return std::binary_search(elements.begin(), elements.end(), element); }

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool isNameCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         c == '.' || c == ':';
}

struct Problem {
  std::string text;
};
[[noreturn]] void refuse(std::string why) { throw Problem{std::move(why) + remedy}; }

// Styles may point into the drawing, never out of it. Escapes would hide what is written.
void checkStyle(std::string_view style) {
  const std::string lower = text::asciiLower(style);
  if (lower.find('\\') != std::string::npos || lower.find('@') != std::string::npos ||
      lower.find("expression") != std::string::npos) {
    refuse("has a style that may load or run something");
  }
  for (auto at = lower.find("url"); at != std::string::npos; at = lower.find("url", at + 3)) {
    auto next = lower.find_first_not_of(" \t\r\n", at + 3);
    if (next == std::string::npos || lower[next] != '(') continue;
    next = lower.find_first_not_of(" \t\r\n\"'", next + 1);
    if (next == std::string::npos || lower[next] != '#') refuse("refers to something outside of it");
  }
}

class Reader {
 public:
  explicit Reader(std::string_view svg) : in_(svg) {}

  void read() {
    if (in_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    while (at_ < in_.size()) step();
    if (!open_.empty() || !closed_) refuse("is cut short or no SVG");
  }

 private:
  void step() {
    if (in_[at_] != '<') return content(std::min(in_.find('<', at_), in_.size()), true);
    if (skip("<!--", "-->") || skip("<?xml ", "?>")) return;
    if (rest().starts_with("<![CDATA[")) return characterData();
    if (rest().starts_with("<!") || rest().starts_with("<?")) refuse("has declarations or instructions");
    return rest().starts_with("</") ? endTag() : startTag();
  }

  [[nodiscard]] std::string_view rest() const { return in_.substr(at_); }

  bool skip(std::string_view begin, std::string_view end) {
    if (!rest().starts_with(begin)) return false;
    const auto found = in_.find(end, at_ + begin.size());
    if (found == std::string_view::npos) refuse("is cut short or no SVG");
    at_ = found + end.size();
    return true;
  }

  void characterData() {
    at_ += 9;
    const auto end = in_.find("]]>", at_);
    if (end == std::string_view::npos) refuse("is cut short or no SVG");
    content(end, false);
    at_ = end + 3;
  }

  void content(std::size_t end, bool decoded) {
    const std::string_view text = in_.substr(at_, end - at_);
    const bool blank = std::all_of(text.begin(), text.end(), isSpace);
    if (!blank && open_.empty()) refuse("is cut short or no SVG");
    if (!open_.empty() && open_.back() == "style") {
      // A reference would hide what the style says.
      if (decoded && text.find('&') != std::string_view::npos) refuse("has a style that cannot be read");
      checkStyle(text);
    }
    at_ = end;
  }

  std::string_view name() {
    const std::size_t begin = at_;
    while (at_ < in_.size() && isNameCharacter(in_[at_])) ++at_;
    if (at_ == begin) refuse("is not well-formed");
    return in_.substr(begin, at_ - begin);
  }
  void spaces() {
    while (at_ < in_.size() && isSpace(in_[at_])) ++at_;
  }
  bool take(std::string_view token) {
    if (!rest().starts_with(token)) return false;
    at_ += token.size();
    return true;
  }

  void endTag() {
    at_ += 2;
    const std::string_view element = name();
    spaces();
    if (!take(">") || open_.empty() || open_.back() != element) refuse("is not well-formed");
    open_.pop_back();
    closed_ = open_.empty();
  }

  void startTag() {
    ++at_;
    const std::string_view element = name();
    if (closed_ || (open_.empty() && element != "svg")) refuse("is cut short or no SVG");
    if (!isKnown(element)) refuse("has the element <" + std::string(element.substr(0, 40)) + ">, which is not taken");
    if (open_.size() >= depthMax) refuse("nests too deep");
    for (spaces(); at_ < in_.size() && in_[at_] != '>' && in_[at_] != '/'; spaces()) attribute();
    const bool empty = take("/");
    if (!take(">")) refuse("is not well-formed");
    if (!empty) open_.push_back(element);
    closed_ = open_.empty();
  }

  void attribute() {
    const std::string_view attribute = name();
    spaces();
    if (!take("=")) refuse("is not well-formed");
    spaces();
    const char quote = at_ < in_.size() ? in_[at_] : '\0';
    const auto end = quote == '"' || quote == '\'' ? in_.find(quote, at_ + 1) : std::string_view::npos;
    if (end == std::string_view::npos) refuse("is not well-formed");
    check(attribute, in_.substr(at_ + 1, end - at_ - 1));
    at_ = end + 1;
  }

  static void check(std::string_view attribute, std::string_view value) {
    const std::string lower = text::asciiLower(attribute);
    if (lower.starts_with("on")) refuse("runs something (" + lower.substr(0, 40) + ")");
    if (value.find('<') != std::string_view::npos) refuse("is not well-formed");
    if (lower == "xmlns" || lower.starts_with("xmlns:")) return;  // a name, nothing is loaded from it
    const bool link =
        lower == "href" || lower.ends_with(":href") || lower == "src" || lower == "base" || lower.ends_with(":base");
    if (link && !value.starts_with('#')) refuse("refers to something outside of it");
    if (value.find('&') != std::string_view::npos) refuse("has an attribute that cannot be read");
    checkStyle(value);
  }

  std::string_view in_;
  std::size_t at_ = 0;
  std::vector<std::string_view> open_;
  bool closed_ = false;
};

}  // namespace

std::string svgProblem(std::string_view svg) {
  if (!text::isUtf8(svg) || svg.find('\0') != std::string_view::npos) {
    return std::string("is not well-formed UTF-8") + remedy;
  }
  try {
    Reader(svg).read();
    return {};
  } catch (const Problem& problem) {
    return problem.text;
  }
}

}  // namespace stead::brands
