#include "documents/document_list_store.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

#include "base/error.h"
#include "base/limits.h"
#include "documents/document_rules.h"
#include "storage/text_search.h"

namespace stead::documents {
namespace {

constexpr std::int64_t newest = std::numeric_limits<std::int64_t>::max();
constexpr const char* heldCounter = "documents/held";
constexpr const char* behalfOfOthersCounter = "documents/behalfOfOthers";

// Drives every search; which list a candidate stands in is looked at row by row, so that the steps can be counted.
constexpr std::string_view searchStatement =
    "SELECT d.id, d.status, d.expires_at, d.search_key, d.principal_key, d.owner_id, d.holder_id, d.authority "
    "FROM document_search s CROSS JOIN document d ON d.id = s.rowid "
    "WHERE s.document_search MATCH $2 AND s.rowid < $3 AND d.account_id = $1 ORDER BY s.rowid DESC LIMIT $4";

// Owners need no account, so their list is counted by address.
std::string behalfOfMeCounter(std::string_view principalKey) {
  return "documents/behalfOfMe/" + std::string(principalKey);
}

// Rows below `before`, newest first. `list` must outlive the statement.
Statement openList(Connection& db, AccountScope scope, const ListOf& list, const std::int64_t& before,
                   const std::int64_t& count, const std::int64_t& offset) {
  const std::string_view sql = statementOf(list.kind);
  if (list.kind == ListKind::behalfOfMe) {
    return db.query(sql, scope.account, list.principalKey, before, count, offset);
  }
  return db.query(sql, scope.account, list.holderRow, before, count, offset);
}

std::int64_t counterOf(Connection& db, AccountScope scope, const ListOf& list) {
  const bool mine = list.kind == ListKind::behalfOfMe;
  const std::string name = mine                          ? behalfOfMeCounter(list.principalKey)
                           : list.kind == ListKind::held ? heldCounter
                                                         : behalfOfOthersCounter;
  auto row = db.query("SELECT value FROM counter WHERE account_id = $1 AND name = $2 AND subject = $3", scope.account,
                      name, mine ? 0 : list.holderRow);
  return row.step() ? row.integer(0) : 0;
}

// Those below `before` that may hold the needle, newest first; nothing where the index cannot tell.
std::optional<Statement> openSearch(Connection& db, AccountScope scope, const ListOf& list, const std::string& needle,
                                    std::int64_t before, std::int64_t count) {
  auto match = list.kind == ListKind::behalfOfMe ? textSearch::ofAccount(scope, needle)
                                                 : textSearch::ofHolder(list.holderRow, needle);
  if (!match || counterOf(db, scope, list) <= textSearch::scannedRowsMax) return std::nullopt;
  return db.query(searchStatement, scope.account, std::move(*match), before, count);
}

bool standsIn(const ListOf& list, const Statement& row) {
  const bool byGrant = row.view(7) == authorityName(Authority::grant);
  if (list.kind == ListKind::behalfOfMe) return byGrant && row.view(4) == list.principalKey;
  return row.integer(6) == list.holderRow && byGrant == (list.kind == ListKind::behalfOfOthers);
}

bool hasOneOf(const std::vector<DocumentStatus>& statuses, const Statement& row, std::int64_t now) {
  if (statuses.empty()) return true;
  const auto stored = documentStatusNamed(row.view(1));
  if (!stored) throw Error(Code::storeFailed, "a document row of the store is damaged; restore a backup");
  const DocumentStatus status = statusAt(*stored, row.maybeInteger(2), now);
  return std::find(statuses.begin(), statuses.end(), status) != statuses.end();
}

bool matches(const ListFilter& filter, const Statement& row, std::int64_t now) {
  return hasOneOf(filter.statuses, row, now) &&
         (filter.needle.empty() || row.view(3).find(filter.needle) != std::string_view::npos) &&
         (!filter.principalKey || row.view(4) == *filter.principalKey) &&
         (!filter.ownerRow || row.integer(5) == *filter.ownerRow);
}

// What a bounded look through a list found.
struct Scan {
  std::vector<std::int64_t> matching;
  std::int64_t last = 0;  // the last row looked at
  bool cutShort = false;  // there are rows that were not looked at
};

Scan scan(Connection& db, AccountScope scope, const ListOf& list, const ListFilter& filter, std::int64_t before,
          std::size_t matchesMax, std::int64_t now) {
  Scan found;
  constexpr std::int64_t rowsMax = limits::listStepsMax + 1;
  constexpr std::int64_t fromFirst = 0;
  auto searched = openSearch(db, scope, list, filter.needle, before, rowsMax);
  Statement row = searched ? std::move(*searched) : openList(db, scope, list, before, rowsMax, fromFirst);
  for (std::int64_t steps = 0; row.step(); ++steps) {
    if (steps == limits::listStepsMax || found.matching.size() == matchesMax) {
      found.cutShort = true;
      return found;
    }
    found.last = row.integer(0);
    if (standsIn(list, row) && matches(filter, row, now)) found.matching.push_back(found.last);
  }
  return found;
}

ListPage unfiltered(Connection& db, AccountScope scope, const ListOf& list, const PageRequest& page) {
  ListPage out;
  out.total.count = counterOf(db, scope, list);
  const std::int64_t before = page.after ? page.after->front() : newest;
  auto row = openList(db, scope, list, before, page.pageSize + 1, page.after ? 0 : page.offset());
  while (row.step()) {
    if (static_cast<std::int64_t>(out.rows.size()) == page.pageSize) {
      out.after = out.rows.back();
      break;
    }
    out.rows.push_back(row.integer(0));
  }
  return out;
}

ListPage filtered(Connection& db, AccountScope scope, const ListOf& list, const ListFilter& filter,
                  const PageRequest& page, std::int64_t now) {
  constexpr auto all = std::numeric_limits<std::size_t>::max();
  ListPage out;
  const Scan whole = scan(db, scope, list, filter, newest, all, now);
  out.total = {static_cast<std::int64_t>(whole.matching.size()), whole.cutShort};
  const auto size = static_cast<std::size_t>(page.pageSize);
  const Scan part = page.after ? scan(db, scope, list, filter, page.after->front(), size + 1, now) : Scan();
  const Scan& found = page.after ? part : whole;
  const auto first = page.after ? 0 : static_cast<std::size_t>(page.offset());
  const std::size_t begin = std::min(first, found.matching.size());
  const std::size_t end = begin + std::min(size, found.matching.size() - begin);
  const auto at = [&](std::size_t i) { return found.matching.begin() + static_cast<std::ptrdiff_t>(i); };
  out.rows.assign(at(begin), at(end));
  if (end < found.matching.size()) {
    out.after = out.rows.back();
  } else if (found.cutShort) {
    out.after = found.last;  // "continue": there may be more further down
  }
  return out;
}

void addToCounter(Connection& db, AccountScope scope, std::string_view name, std::int64_t subject) {
  db.run(
      "INSERT INTO counter (account_id, name, subject, value) VALUES ($1, $2, $3, 1) "
      "ON CONFLICT (account_id, name, subject) DO UPDATE SET value = counter.value + 1",
      scope.account, name, subject);
}

}  // namespace

ListPage listDocuments(Connection& db, AccountScope scope, const ListOf& list, const ListFilter& filter,
                       const PageRequest& page, std::int64_t now) {
  return filter.isEmpty() ? unfiltered(db, scope, list, page) : filtered(db, scope, list, filter, page, now);
}

std::string_view statementOf(ListKind kind) noexcept {
  switch (kind) {
    case ListKind::held:
      return "SELECT id, status, expires_at, search_key, principal_key, owner_id, holder_id, authority FROM document "
             "WHERE holder_id = $2 AND authority <> 'grant' AND id < $3 AND account_id = $1 "
             "ORDER BY id DESC LIMIT $4 OFFSET $5";
    case ListKind::behalfOfOthers:
      return "SELECT id, status, expires_at, search_key, principal_key, owner_id, holder_id, authority FROM document "
             "WHERE holder_id = $2 AND authority = 'grant' AND id < $3 AND account_id = $1 "
             "ORDER BY id DESC LIMIT $4 OFFSET $5";
    case ListKind::behalfOfMe:
      break;
  }
  return "SELECT id, status, expires_at, search_key, principal_key, owner_id, holder_id, authority FROM document "
         "WHERE account_id = $1 AND principal_key = $2 AND authority = 'grant' AND id < $3 "
         "ORDER BY id DESC LIMIT $4 OFFSET $5";
}

void countDocument(Connection& db, AccountScope scope, const Document& document) {
  if (document.authority != Authority::grant) {
    addToCounter(db, scope, heldCounter, document.holderRow);
    return;
  }
  addToCounter(db, scope, behalfOfOthersCounter, document.holderRow);
  addToCounter(db, scope, behalfOfMeCounter(document.sentFor->key), 0);
}

}  // namespace stead::documents
