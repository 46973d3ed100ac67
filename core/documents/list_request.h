// What all lists of documents are asked with (contract 4.2).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/paging.h"
#include "documents/list_filter.h"

namespace stead::documents {

struct ListWish {
  PageRequest page;
  ListFilter filter;
  std::string cursorName;  // of the list as wished for
  bool sent = true;
  bool received = false;
};

struct ListForm {
  std::string_view cursorName;
  bool transmits = false;  // takes transmitType and dateFilterType
};

// {page?, pageSize?, cursor?, status?, search?, startAt?, endAt?, labels?, brandIds?} and what the form adds.
[[nodiscard]] ListWish readListWish(RecordReader& in, Violations& violations, const ListForm& form);
// E-mail keys; ids in lower case. Violations by item.
[[nodiscard]] std::vector<std::string> readAddresses(RecordReader& in, Violations& violations, std::string_view name);
[[nodiscard]] std::vector<std::string> readIds(RecordReader& in, Violations& violations, std::string_view name);

}  // namespace stead::documents
