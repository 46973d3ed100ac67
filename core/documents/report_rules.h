// What a report counts, and what it answers when there is much. Pure.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace stead::documents {

inline constexpr std::size_t reportGroupsMax = 100;

struct ReportGroup {
  std::optional<std::string> value;  // absent: documents without one
  std::string name;                  // of a person or team
  std::int64_t count = 0;
};

// Documents counted under their values; one may count under several (labels).
class ReportCount {
 public:
  void add(const std::optional<std::string>& value, const std::string& name = {});
  // The largest first, equals by value; what is beyond reportGroupsMax goes into `others`.
  [[nodiscard]] std::vector<ReportGroup> groups() const;
  [[nodiscard]] std::int64_t others() const;

 private:
  std::map<std::optional<std::string>, std::pair<std::string, std::int64_t>> counts_;
};

}  // namespace stead::documents
