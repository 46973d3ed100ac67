// The three lists of documents: one driving index each, newest first; filters look at a bounded number of rows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/paging.h"
#include "documents/document.h"
#include "storage/database.h"

namespace stead::documents {

enum class ListKind : std::uint8_t {
  held,            // sent as oneself or account-wide, by holder
  behalfOfOthers,  // sent by a grant, by holder
  behalfOfMe,      // sent by others' grants, by the principal's e-mail key
};

struct ListOf {
  ListKind kind = ListKind::held;
  std::int64_t holderRow = 0;  // held, behalfOfOthers
  std::string principalKey;    // behalfOfMe
};

struct ListFilter {
  std::vector<DocumentStatus> statuses;  // as by the clock; empty: all
  std::string needle;                    // of searchNeedle(); "": all
  std::optional<std::string> principalKey;
  std::optional<std::int64_t> ownerRow;

  [[nodiscard]] bool isEmpty() const noexcept {
    return statuses.empty() && needle.empty() && !principalKey && !ownerRow;
  }
};

struct ListPage {
  std::vector<std::int64_t> rows;
  std::optional<std::int64_t> after;  // where the next page goes on
  Total total;
};

[[nodiscard]] ListPage listDocuments(Connection& db, AccountScope scope, const ListOf& list, const ListFilter& filter,
                                     const PageRequest& page, std::int64_t now);

// The one statement behind each list, for the test that asks how it is driven. Parameters: account, holder row or
// principal key, the row key to stay below, how many, how many to skip.
[[nodiscard]] std::string_view statementOf(ListKind kind) noexcept;

// Keeps the totals of the lists a new document stands in.
void countDocument(Connection& db, AccountScope scope, const Document& document);

}  // namespace stead::documents
