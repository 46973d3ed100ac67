#include "documents/pdf_stream_head.h"

#include <algorithm>
#include <string>

namespace stead::documents {
namespace {

constexpr std::size_t headBytesMax = std::size_t{64} * 1024;
constexpr std::string_view streamWord = "stream";

bool isSpace(char c) noexcept { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0'; }
bool isEndOfLine(char c) noexcept { return c == '\n' || c == '\r'; }
bool isDelimiter(char c) noexcept { return std::string_view("()<>[]{}/%").find(c) != std::string_view::npos; }
bool isDigit(char c) noexcept { return c >= '0' && c <= '9'; }
bool isHexDigit(char c) noexcept { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
unsigned hexValue(char c) noexcept { return static_cast<unsigned>(isDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10); }

// Where the word "stream" before the data begins; npos when there is none.
std::size_t streamWordBefore(std::string_view file, std::size_t dataAt) noexcept {
  std::string_view before = file.substr(0, std::min(dataAt, file.size()));
  if (before.ends_with('\n')) before.remove_suffix(1);
  if (before.ends_with('\r')) before.remove_suffix(1);
  if (before.size() == dataAt || !before.ends_with(streamWord)) return std::string_view::npos;
  const std::size_t at = before.size() - streamWord.size();
  // Not "endstream".
  const bool isWord = at > 0 && (isSpace(file[at - 1]) || file[at - 1] == '>');
  return isWord ? at : std::string_view::npos;
}

// Reads tokens and refuses all that is not plain: no comments, no unknown words. A reading that starts inside a string
// of the true object therefore meets a parenthesis without its partner and fails.
class HeadReader {
 public:
  explicit HeadReader(std::string_view text) noexcept : left_(text) {}

  [[nodiscard]] bool readHead() { return readNumber() && readNumber() && readWord("obj") && readDictionary(true); }
  [[nodiscard]] bool atEnd() {
    skipSpace();
    return left_.empty();
  }
  // The values of the filter members seen: all fine, or not.
  [[nodiscard]] std::optional<StreamFilter> filter() const noexcept {
    if (badFilter_) return std::nullopt;
    return flate_ ? StreamFilter::flate : StreamFilter::none;
  }

 private:
  void skipSpace() {
    while (!left_.empty() && isSpace(left_.front())) left_.remove_prefix(1);
  }
  bool readSign(std::string_view sign) {
    skipSpace();
    if (!left_.starts_with(sign)) return false;
    left_.remove_prefix(sign.size());
    return true;
  }
  std::string_view readRegular() {
    const auto end = std::find_if(left_.begin(), left_.end(), [](char c) { return isSpace(c) || isDelimiter(c); });
    const auto word = left_.substr(0, static_cast<std::size_t>(end - left_.begin()));
    left_.remove_prefix(word.size());
    return word;
  }
  bool readWord(std::string_view word) {
    skipSpace();
    return readRegular() == word;
  }
  bool readNumber() {
    skipSpace();
    const auto word = readRegular();
    return !word.empty() && std::all_of(word.begin(), word.end(), isDigit);
  }

  bool readName(std::string& name) {
    if (!readSign("/")) return false;
    const auto word = readRegular();
    name.clear();
    for (std::size_t i = 0; i < word.size(); ++i) {
      if (word[i] != '#') {
        name += word[i];
        continue;
      }
      if (i + 2 >= word.size() || !isHexDigit(word[i + 1]) || !isHexDigit(word[i + 2])) return false;
      name += static_cast<char>(hexValue(word[i + 1]) << 4U | hexValue(word[i + 2]));
      i += 2;
    }
    return true;
  }

  bool readString() {
    int open = 1;
    std::size_t i = 1;
    for (; i < left_.size() && open > 0; ++i) {
      if (left_[i] == '\\') {
        ++i;
      } else if (left_[i] == '(') {
        ++open;
      } else if (left_[i] == ')') {
        --open;
      }
    }
    if (open > 0 || i > left_.size()) return false;
    left_.remove_prefix(i);
    return true;
  }
  bool readHexString() {
    const auto end = left_.find('>');
    if (end == std::string_view::npos) return false;
    const auto digits = left_.substr(1, end - 1);
    if (!std::all_of(digits.begin(), digits.end(), [](char c) { return isHexDigit(c) || isSpace(c); })) return false;
    left_.remove_prefix(end + 1);
    return true;
  }
  bool readPlain() {
    const auto word = readRegular();
    if (word == "R" || word == "null" || word == "true" || word == "false") return true;
    return !word.empty() && word.find_first_not_of("0123456789+-.") == std::string_view::npos;
  }

  // Dictionaries and lists inside are read without recursion: only their balance matters.
  bool readDictionary(bool top) {
    std::string open;
    std::string name;
    if (!readSign("<<")) return false;
    open += '<';
    while (!open.empty()) {
      skipSpace();
      if (left_.empty()) return false;
      if (left_.starts_with("<<")) {
        left_.remove_prefix(2);
        open += '<';
      } else if (left_.starts_with(">>")) {
        if (open.back() != '<') return false;
        left_.remove_prefix(2);
        open.pop_back();
      } else if (left_.front() == '[') {
        left_.remove_prefix(1);
        open += '[';
      } else if (left_.front() == ']') {
        if (open.back() != '[') return false;
        left_.remove_prefix(1);
        open.pop_back();
      } else if (left_.front() == '/') {
        if (!readName(name)) return false;
        if (top && open.size() == 1 && name == "Filter") readFilter();
      } else if (left_.front() == '(') {
        if (!readString()) return false;
      } else if (left_.front() == '<') {
        if (!readHexString()) return false;
      } else if (!readPlain()) {
        return false;
      }
    }
    return true;
  }

  void readFilter() {
    HeadReader ahead = *this;
    std::string name;
    const bool list = ahead.readSign("[");
    if (ahead.readName(name)) {
      if (name == "FlateDecode" || name == "Fl") {
        flate_ = true;
      } else {
        badFilter_ = true;
      }
      if (list && !ahead.readSign("]")) badFilter_ = true;
    } else if (list ? !ahead.readSign("]") : !ahead.readWord("null")) {
      badFilter_ = true;
    }
  }

  std::string_view left_;
  bool flate_ = false;
  bool badFilter_ = false;
};

// True when nothing before `at` on its line could have made it part of a comment.
bool isOutsideComment(std::string_view text, std::size_t at) noexcept {
  while (at > 0 && !isEndOfLine(text[at - 1])) {
    if (text[--at] == '%') return false;
  }
  return true;
}

// Drops the lines of comments that may stand between two objects.
std::string_view withoutComments(std::string_view text) noexcept {
  for (;;) {
    while (!text.empty() && isSpace(text.front())) text.remove_prefix(1);
    if (!text.starts_with('%')) return text;
    const auto end = text.find_first_of("\r\n");
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end);
  }
}

// The text between the end of the object before and the word "stream"; nothing when no such end is near.
std::optional<std::string_view> headBefore(std::string_view file, std::size_t wordAt) {
  constexpr std::string_view endOfObject = "endobj";
  constexpr std::string_view endOfFile = "%%EOF";
  const std::size_t from = wordAt > headBytesMax ? wordAt - headBytesMax : 0;
  const std::string_view window = file.substr(from, wordAt - from);
  for (std::size_t at = window.size(); at-- > 0;) {
    const std::string_view rest = window.substr(at);
    if (rest.starts_with(endOfObject) && isOutsideComment(window, at) &&
        (at == 0 || isSpace(window[at - 1]) || isDelimiter(window[at - 1]))) {
      return withoutComments(rest.substr(endOfObject.size()));
    }
    if (rest.starts_with(endOfFile) && (at == 0 || isEndOfLine(window[at - 1])) && rest.size() > endOfFile.size() &&
        isEndOfLine(rest[endOfFile.size()])) {
      return withoutComments(rest.substr(endOfFile.size()));
    }
  }
  if (from == 0) return withoutComments(window);
  return std::nullopt;
}

}  // namespace

bool beginsStreamData(std::string_view file, std::size_t at) noexcept {
  return streamWordBefore(file, at) != std::string_view::npos;
}

std::optional<StreamFilter> streamFilter(std::string_view file, std::size_t dataAt) {
  const std::size_t wordAt = streamWordBefore(file, dataAt);
  if (wordAt == std::string_view::npos) return std::nullopt;
  const auto head = headBefore(file, wordAt);
  if (!head) return std::nullopt;
  HeadReader reader(*head);
  if (!reader.readHead() || !reader.atEnd()) return std::nullopt;
  return reader.filter();
}

}  // namespace stead::documents
