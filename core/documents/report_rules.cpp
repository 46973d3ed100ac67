#include "documents/report_rules.h"

#include <algorithm>

namespace stead::documents {
namespace {

std::vector<ReportGroup> sorted(
    const std::map<std::optional<std::string>, std::pair<std::string, std::int64_t>>& counts) {
  std::vector<ReportGroup> groups;
  groups.reserve(counts.size());
  for (const auto& [value, counted] : counts) groups.push_back({value, counted.first, counted.second});
  std::stable_sort(groups.begin(), groups.end(),
                   [](const ReportGroup& a, const ReportGroup& b) { return a.count > b.count; });
  return groups;
}

}  // namespace

void ReportCount::add(const std::optional<std::string>& value, const std::string& name) {
  auto& [known, count] = counts_[value];
  known = name;
  ++count;
}

std::vector<ReportGroup> ReportCount::groups() const {
  auto groups = sorted(counts_);
  if (groups.size() > reportGroupsMax) groups.resize(reportGroupsMax);
  return groups;
}

std::int64_t ReportCount::others() const {
  const auto groups = sorted(counts_);
  std::int64_t count = 0;
  for (std::size_t i = reportGroupsMax; i < groups.size(); ++i) count += groups[i].count;
  return count;
}

}  // namespace stead::documents
