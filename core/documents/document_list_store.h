// The lists of documents: one driving index each, newest first; filters look at a bounded number of rows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/paging.h"
#include "documents/document.h"
#include "documents/list_filter.h"
#include "storage/database.h"

namespace stead::documents {

enum class ListKind : std::uint8_t {
  held,            // sent as oneself or account-wide, by holder
  received,        // the same, by the address of a recipient who has been told of them
  behalfOfOthers,  // sent by a grant, by holder
  behalfOfMe,      // sent by others' grants, by the principal's e-mail key
  ofAccount,       // sent as oneself or account-wide by anybody
};

struct ListOf {
  std::vector<ListKind> kinds;  // one, or several to be shown as one list
  std::int64_t holderRow = 0;   // held, behalfOfOthers
  std::string addressKey;       // received, behalfOfMe
};

struct ListPage {
  std::vector<std::int64_t> rows;
  std::optional<std::int64_t> after;  // where the next page goes on
  Total total;
};

[[nodiscard]] ListPage listDocuments(Connection& db, AccountScope scope, const ListOf& list, const ListFilter& filter,
                                     const PageRequest& page, std::int64_t now);

// The one statement behind each list, for the test that asks how it is driven. Parameters: account, holder row or
// address key (not for ofAccount), the row key to stay below, how many, how many to skip.
[[nodiscard]] std::string_view statementOf(ListKind kind) noexcept;

// Keep the totals of the lists a document stands in: a new one stands in its holder's and its principal's, one in the
// trash in the latter only, one that is gone in none.
void countDocument(Connection& db, AccountScope scope, const Document& document);
void uncountTrashed(Connection& db, AccountScope scope, const Document& document);
void uncountPurged(Connection& db, AccountScope scope, const Document& document);

}  // namespace stead::documents
