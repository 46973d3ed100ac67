// The patterns of text boxes. Senders write them and signers feed them, so both are kept on a leash: PCRE2 with
// limits on steps and memory, no way to read single code units, no callouts.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <array>
#include <memory>
#include <new>
#include <string>

#include "base/email.h"
#include "base/error.h"
#include "base/limits.h"
#include "base/text.h"
#include "documents/field_values.h"

namespace stead::documents {
namespace {

constexpr std::uint32_t nestingMax = 50;

template <auto Free>
struct FreeWith {
  template <class Thing>
  void operator()(Thing* thing) const noexcept {
    Free(thing);
  }
};
using Code8 = std::unique_ptr<pcre2_code, FreeWith<pcre2_code_free>>;
using CompileContext = std::unique_ptr<pcre2_compile_context, FreeWith<pcre2_compile_context_free>>;
using MatchContext = std::unique_ptr<pcre2_match_context, FreeWith<pcre2_match_context_free>>;
using MatchData = std::unique_ptr<pcre2_match_data, FreeWith<pcre2_match_data_free>>;

PCRE2_SPTR unitsOf(std::string_view text) noexcept { return reinterpret_cast<PCRE2_SPTR>(text.data()); }

void requireMemory(const void* thing) {
  if (thing == nullptr) throw std::bad_alloc();
}

Code8 compile(std::string_view pattern, int& error, PCRE2_SIZE& offset) {
  const CompileContext context(pcre2_compile_context_create(nullptr));
  requireMemory(context.get());
  pcre2_set_max_pattern_length(context.get(), limits::fieldRegexBytesMax);
  pcre2_set_parens_nest_limit(context.get(), nestingMax);
  constexpr std::uint32_t options =
      PCRE2_UTF | PCRE2_ANCHORED | PCRE2_ENDANCHORED | PCRE2_NEVER_BACKSLASH_C | PCRE2_DOLLAR_ENDONLY;
  Code8 code(pcre2_compile(unitsOf(pattern), pattern.size(), options, &error, &offset, context.get()));
  if (!code && error == PCRE2_ERROR_HEAP_FAILED) throw std::bad_alloc();
  return code;
}

enum class Match { yes, no, tooCostly };

Match match(const pcre2_code& code, std::string_view value) {
  const MatchContext context(pcre2_match_context_create(nullptr));
  const MatchData data(pcre2_match_data_create(1, nullptr));
  requireMemory(context.get());
  requireMemory(data.get());
  pcre2_set_match_limit(context.get(), limits::fieldRegexStepsMax);
  pcre2_set_depth_limit(context.get(), limits::fieldRegexStepsMax);
  pcre2_set_heap_limit(context.get(), limits::fieldRegexHeapKibMax);
  const int rc = pcre2_match(&code, unitsOf(value), value.size(), 0, 0, data.get(), context.get());
  if (rc >= 0) return Match::yes;
  if (rc == PCRE2_ERROR_NOMEMORY) throw std::bad_alloc();
  return rc == PCRE2_ERROR_NOMATCH ? Match::no : Match::tooCostly;
}

std::optional<std::string> customProblem(const Field& field, std::string_view value) {
  int error = 0;
  PCRE2_SIZE offset = 0;
  const Code8 code = compile(field.regex, error, offset);
  if (!code) throw Error(stead::Code::storeFailed, "the stored pattern of field " + field.id + " is damaged");
  switch (match(*code, value)) {
    case Match::yes:
      return std::nullopt;
    case Match::tooCostly:
      return "could not be checked against the pattern of this field within its limits";
    case Match::no:
      break;
  }
  return field.regexMessage.empty() ? "does not match the pattern of this field" : field.regexMessage;
}

bool areDigits(std::string_view text) noexcept {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// "1234.50", "1,234.50", "$1,234": one sign of a currency at most, groups of three, two decimals at most.
bool isCurrency(std::string_view text) noexcept {
  for (const std::string_view sign : {"$", "\xE2\x82\xAC", "\xC2\xA3", "\xC2\xA5", "\xE2\x82\xB9"}) {
    if (text.starts_with(sign)) {
      text.remove_prefix(sign.size());
      if (text.starts_with(' ')) text.remove_prefix(1);
      break;
    }
  }
  if (const auto point = text.find('.'); point != std::string_view::npos) {
    const std::string_view decimals = text.substr(point + 1);
    if (!areDigits(decimals) || decimals.size() > 2) return false;
    text = text.substr(0, point);
  }
  if (text.find(',') == std::string_view::npos) return areDigits(text);
  bool first = true;
  while (!text.empty()) {
    const auto comma = text.find(',');
    const std::string_view group = text.substr(0, comma);
    if (!areDigits(group) || group.size() > 3 || (!first && group.size() != 3)) return false;
    if (comma == std::string_view::npos) return true;
    first = false;
    text.remove_prefix(comma + 1);
  }
  return false;
}

std::optional<std::string> textProblem(const Field& field, std::string_view value) {
  const std::size_t length = text::codePoints(value);
  const auto limit =
      field.characterLimit > 0 ? static_cast<std::size_t>(field.characterLimit) : limits::fieldValueCodePointsMax;
  if (length > std::min(limit, limits::fieldValueCodePointsMax)) {
    return "must be at most " + std::to_string(std::min(limit, limits::fieldValueCodePointsMax)) + " characters";
  }
  if (value.find('\0') != std::string_view::npos) return "must not contain control characters";
  switch (field.validation) {
    case Validation::none:
      return std::nullopt;
    case Validation::numbersOnly:
      if (areDigits(value)) return std::nullopt;
      return "must be digits only";
    case Validation::emailAddress:
      if (parseEmail(value)) return std::nullopt;
      return "must be an e-mail address";
    case Validation::currency:
      if (isCurrency(value)) return std::nullopt;
      return "must be an amount of money, such as 1,234.50";
    case Validation::customRegex:
      return customProblem(field, value);
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> patternProblem(std::string_view pattern) {
  if (pattern.empty()) return "is required when validationType is CustomRegex";
  if (pattern.size() > limits::fieldRegexBytesMax) {
    return "must be at most " + std::to_string(limits::fieldRegexBytesMax) + " bytes";
  }
  int error = 0;
  PCRE2_SIZE offset = 0;
  if (compile(pattern, error, offset)) return std::nullopt;
  std::array<PCRE2_UCHAR, 160> why{};
  pcre2_get_error_message(error, why.data(), why.size());
  return "is not a usable pattern: " + std::string(reinterpret_cast<const char*>(why.data())) + " at byte " +
         std::to_string(offset);
}

std::optional<std::string> valueProblem(const Field& field, std::string_view value) {
  if (value.empty()) return std::nullopt;
  if (field.type == FieldType::textBox) return textProblem(field, value);
  if (field.type == FieldType::checkBox && value != "true" && value != "false") return "must be true or false";
  return std::nullopt;
}

}  // namespace stead::documents
