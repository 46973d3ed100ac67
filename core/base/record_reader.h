// Reads one request object member by member, collects every violation by field path, and refuses
// members nobody read: a misspelt `until` must not widen a grant.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/email.h"
#include "base/error.h"
#include "base/json.h"

namespace stead {

struct TextRule {
  bool required = false;          // absent, null, empty and blank are violations
  std::size_t codePointsMax = 0;  // 0 = no limit of its own
  bool oneLine = true;            // no control characters (anything that may reach a mail header)
  std::string_view label = {};    // name used in messages; the member's name when empty
};

class RecordReader {
 public:
  // `object` and `violations` must outlive the reader. `path` is "" for the record itself.
  RecordReader(const Json& object, Violations& violations, std::string path = {});

  // A getter answers nothing when the member is absent, null or wrong (then a violation was added).
  std::optional<std::string> text(std::string_view name, const TextRule& rule = {});
  // `label` as in TextRule: the contract's messages spell the member in its own case ("The Email field is required.").
  std::optional<Email> email(std::string_view name, bool required, std::string_view label = {});
  std::optional<std::int64_t> integer(std::string_view name, std::int64_t min, std::int64_t max);
  std::optional<bool> boolean(std::string_view name);
  std::optional<double> number(std::string_view name, double min, double max);
  // One of `words`, compared exactly.
  std::optional<std::string> word(std::string_view name, std::initializer_list<std::string_view> words);
  std::optional<std::string> word(std::string_view name, std::span<const std::string_view> words);
  std::optional<std::string> guid(std::string_view name);
  std::optional<std::string> url(std::string_view name);
  std::optional<std::int64_t> time(std::string_view name);  // Unix ms, 0 < t <= 2^53
  // The member itself (nullptr when absent); null counts as present here.
  const Json* object(std::string_view name);
  const Json* array(std::string_view name, std::size_t max);
  const Json* any(std::string_view name);

  [[nodiscard]] bool has(std::string_view name) const;  // present, null included
  [[nodiscard]] bool isNull(std::string_view name) const;

  // The contract knows this member, but it has no effect yet: accepted while it holds its default.
  void notSupportedYet(std::string_view name, const std::function<bool(const Json&)>& isDefault);

  void violation(std::string_view name, std::string message);
  [[nodiscard]] std::string pathOf(std::string_view name) const;
  [[nodiscard]] std::string pathOf(std::string_view name, std::size_t index) const;

  // To be called last: every member nobody asked for is a violation.
  void refuseUnknown();

 private:
  const Json* find(std::string_view name);

  const Json& object_;
  Violations& violations_;
  std::string path_;
  std::vector<std::string_view> known_;
};

// Members every write verb understands.
struct WriteOptions {
  std::optional<std::int64_t> version;   // the record's version the caller read
  std::optional<std::string> requestId;  // caller-made, for creates
};

// {version?} of a change and {requestId?} of a create, within their limits.
[[nodiscard]] std::optional<std::int64_t> readVersion(RecordReader& in);
[[nodiscard]] std::optional<std::string> readRequestId(RecordReader& in);

}  // namespace stead
