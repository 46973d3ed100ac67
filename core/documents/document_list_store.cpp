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

// What every statement below answers: the columns of a ListedRow.
#define LISTED                                                                                                \
  "SELECT d.id, d.status, d.expires_at, d.search_key, d.principal_key, d.actor_id, d.owner_id, d.holder_id, " \
  "d.authority, coalesce(d.sent_at, d.created_at), d.labels, d.brand_id, d.trashed_at IS NOT NULL, "

namespace stead::documents {
namespace {

constexpr std::int64_t newest = std::numeric_limits<std::int64_t>::max();
constexpr const char* heldCounter = "documents/held";
constexpr const char* behalfOfOthersCounter = "documents/behalfOfOthers";

// The plus keeps the planner from the index of the whole account, whoever holds most of it.
constexpr std::string_view heldStatement = LISTED
    "1 FROM document d WHERE d.holder_id = $2 AND d.authority <> 'grant' AND d.trashed_at IS NULL AND d.id < $3 "
    "AND +d.account_id = $1 ORDER BY d.id DESC LIMIT $4 OFFSET $5";
constexpr std::string_view behalfOfOthersStatement = LISTED
    "1 FROM document d WHERE d.holder_id = $2 AND d.authority = 'grant' AND d.trashed_at IS NULL AND d.id < $3 "
    "AND d.account_id = $1 ORDER BY d.id DESC LIMIT $4 OFFSET $5";
constexpr std::string_view behalfOfMeStatement = LISTED
    "1 FROM document d WHERE d.account_id = $1 AND d.principal_key = $2 AND d.authority = 'grant' AND d.id < $3 "
    "ORDER BY d.id DESC LIMIT $4 OFFSET $5";
constexpr std::string_view ofAccountStatement = LISTED
    "1 FROM document d WHERE d.account_id = $1 AND d.authority <> 'grant' AND d.trashed_at IS NULL AND d.id < $2 "
    "ORDER BY d.id DESC LIMIT $3 OFFSET $4";
// One person may be a recipient twice: then the row comes twice.
constexpr std::string_view receivedStatement = LISTED
    "d.sent_at IS NOT NULL AND (p.kind = 'cc' OR p.invited_at IS NOT NULL) "
    "FROM document_party p CROSS JOIN document d ON d.id = p.document_id "
    "WHERE p.account_id = $1 AND p.email_key = $2 AND p.document_id < $3 AND d.account_id = $1 "
    "ORDER BY p.document_id DESC LIMIT $4 OFFSET $5";
// Drives every search; which list a candidate stands in is looked at row by row, so that the steps can be counted.
constexpr std::string_view searchStatement = LISTED
    "1 FROM document_search s CROSS JOIN document d ON d.id = s.rowid "
    "WHERE s.document_search MATCH $2 AND s.rowid < $3 AND d.account_id = $1 ORDER BY s.rowid DESC LIMIT $4";

// Owners need no account, so their list is counted by address.
std::string behalfOfMeCounter(std::string_view principalKey) {
  return "documents/behalfOfMe/" + std::string(principalKey);
}

bool isByAddress(ListKind kind) noexcept { return kind == ListKind::behalfOfMe || kind == ListKind::received; }

// Rows below `before`, newest first. `list` must outlive the statement.
Statement openList(Connection& db, AccountScope scope, const ListOf& list, ListKind kind, std::int64_t before,
                   std::int64_t count, std::int64_t offset) {
  const std::string_view sql = statementOf(kind);
  if (kind == ListKind::ofAccount) return db.query(sql, scope.account, before, count, offset);
  if (isByAddress(kind)) return db.query(sql, scope.account, list.addressKey, before, count, offset);
  return db.query(sql, scope.account, list.holderRow, before, count, offset);
}

// Nothing for a list that is not counted.
std::optional<std::int64_t> counterOf(Connection& db, AccountScope scope, const ListOf& list) {
  if (list.kinds.size() != 1) return std::nullopt;
  const ListKind kind = list.kinds.front();
  if (kind == ListKind::received || kind == ListKind::ofAccount) return std::nullopt;
  const bool mine = kind == ListKind::behalfOfMe;
  const std::string name = mine                     ? behalfOfMeCounter(list.addressKey)
                           : kind == ListKind::held ? heldCounter
                                                    : behalfOfOthersCounter;
  auto row = db.query("SELECT value FROM counter WHERE account_id = $1 AND name = $2 AND subject = $3", scope.account,
                      name, mine ? 0 : list.holderRow);
  return row.step() ? row.integer(0) : 0;
}

// Those below `before` that may hold the needle, newest first; nothing where the index cannot tell. Who received a
// document is not in it.
std::optional<Statement> openSearch(Connection& db, AccountScope scope, const ListOf& list, const std::string& needle,
                                    std::int64_t before, std::int64_t count) {
  if (list.kinds.size() != 1 || list.kinds.front() == ListKind::received) return std::nullopt;
  const ListKind kind = list.kinds.front();
  const bool byHolder = kind == ListKind::held || kind == ListKind::behalfOfOthers;
  auto match = byHolder ? textSearch::ofHolder(list.holderRow, needle) : textSearch::ofAccount(scope, needle);
  if (!match || counterOf(db, scope, list).value_or(newest) <= textSearch::scannedRowsMax) return std::nullopt;
  return db.query(searchStatement, scope.account, std::move(*match), before, count);
}

ListedRow readRow(const Statement& row, std::int64_t now) {
  ListedRow out;
  out.row = row.integer(0);
  const auto stored = documentStatusNamed(row.view(1));
  if (!stored) throw Error(Code::storeFailed, "a document row of the store is damaged; restore a backup");
  out.expiresAt = row.maybeInteger(2);
  out.status = statusAt(*stored, out.expiresAt, now);
  out.searchKey = row.view(3);
  out.principalKey = row.view(4);
  out.actorRow = row.integer(5);
  out.ownerRow = row.integer(6);
  out.holderRow = row.integer(7);
  out.byGrant = row.view(8) == authorityName(Authority::grant);
  out.sentOrMadeAt = row.integer(9);
  out.labels = row.view(10);
  out.brandId = row.view(11);
  out.trashed = row.boolean(12);
  out.told = row.boolean(13);
  return out;
}

bool standsIn(const ListOf& list, ListKind kind, const ListedRow& row) {
  switch (kind) {
    case ListKind::behalfOfMe:
      return row.byGrant && row.principalKey == list.addressKey;
    case ListKind::received:
      return row.told && !row.byGrant;
    case ListKind::ofAccount:
      return !row.byGrant && !row.trashed;
    default:
      return row.holderRow == list.holderRow && !row.trashed && row.byGrant == (kind == ListKind::behalfOfOthers);
  }
}

// The rows of one list, or of several as one, below a row key and newest first.
class Rows {
 public:
  Rows(Connection& db, AccountScope scope, const ListOf& list, const std::string& needle, std::int64_t before,
       std::int64_t max, std::int64_t now)
      : list_(list), now_(now) {
    if (auto searched = openSearch(db, scope, list, needle, before, max)) {
      open(list.kinds.front(), std::move(*searched));
      return;
    }
    for (const ListKind kind : list.kinds) open(kind, openList(db, scope, list, kind, before, max, 0));
  }

  // False at the end. `row` lives until the next call.
  bool next(ListedRow& row, bool& stands) {
    advance();
    const auto head = std::max_element(sources_.begin(), sources_.end(),
                                       [](const Source& a, const Source& b) { return headOf(a) < headOf(b); });
    if (head == sources_.end() || !head->open) return false;
    last_ = headOf(*head);
    row = readRow(head->row, now_);
    stands = standsIn(list_, head->kind, row);
    return true;
  }

 private:
  struct Source {
    ListKind kind;
    Statement row;
    bool open;
  };

  static std::int64_t headOf(const Source& source) { return source.open ? source.row.integer(0) : 0; }

  void open(ListKind kind, Statement row) {
    const bool any = row.step();
    sources_.push_back({kind, std::move(row), any});
  }

  // One step beyond the row that was answered last.
  void advance() {
    if (last_ == 0) return;
    const auto done =
        std::find_if(sources_.begin(), sources_.end(), [&](const Source& source) { return headOf(source) == last_; });
    if (done != sources_.end()) done->open = done->row.step();
  }

  const ListOf& list_;
  std::int64_t now_;
  std::vector<Source> sources_;
  std::int64_t last_ = 0;
};

// What a look through a list found.
struct Scan {
  std::vector<std::int64_t> matching;
  std::int64_t last = 0;  // the last row looked at
  bool cutShort = false;  // there are rows that were not looked at
};

Scan scan(Connection& db, AccountScope scope, const ListOf& list, const ListFilter& filter, std::int64_t before,
          std::size_t matchesMax, std::int64_t now) {
  Scan found;
  constexpr std::int64_t rowsMax = limits::listStepsMax + 1;
  Rows rows(db, scope, list, filter.needle, before, rowsMax, now);
  ListMatcher matcher(db, scope, filter);
  ListedRow row;
  bool stands = false;
  for (std::int64_t steps = 0; rows.next(row, stands); ++steps) {
    // A row of two lists, or that comes twice, counts once.
    const bool again = !found.matching.empty() && found.matching.back() == row.row;
    const bool enough = steps >= limits::listStepsMax || (found.matching.size() == matchesMax && !again);
    if (enough && row.row != found.last) {
      found.cutShort = true;
      return found;
    }
    found.last = row.row;
    if (!again && stands && matcher.matches(row)) found.matching.push_back(row.row);
  }
  return found;
}

ListPage unfiltered(Connection& db, AccountScope scope, const ListOf& list, std::int64_t total,
                    const PageRequest& page) {
  ListPage out;
  out.total.count = total;
  const std::int64_t before = page.after ? page.after->front() : newest;
  auto row = openList(db, scope, list, list.kinds.front(), before, page.pageSize + 1, page.after ? 0 : page.offset());
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

void addToCounter(Connection& db, AccountScope scope, std::string_view name, std::int64_t subject, std::int64_t by) {
  db.run(
      "INSERT INTO counter (account_id, name, subject, value) VALUES ($1, $2, $3, $4) "
      "ON CONFLICT (account_id, name, subject) DO UPDATE SET value = counter.value + excluded.value",
      scope.account, name, subject, by);
}

void countForHolder(Connection& db, AccountScope scope, const Document& document, std::int64_t by) {
  const bool byGrant = document.authority == Authority::grant;
  addToCounter(db, scope, byGrant ? behalfOfOthersCounter : heldCounter, document.holderRow, by);
}

void countForPrincipal(Connection& db, AccountScope scope, const Document& document, std::int64_t by) {
  if (document.authority != Authority::grant) return;
  addToCounter(db, scope, behalfOfMeCounter(document.sentFor->key), 0, by);
}

}  // namespace

ListPage listDocuments(Connection& db, AccountScope scope, const ListOf& list, const ListFilter& filter,
                       const PageRequest& page, std::int64_t now) {
  const auto total = filter.isEmpty() ? counterOf(db, scope, list) : std::nullopt;
  return total ? unfiltered(db, scope, list, *total, page) : filtered(db, scope, list, filter, page, now);
}

std::string_view statementOf(ListKind kind) noexcept {
  switch (kind) {
    case ListKind::held:
      return heldStatement;
    case ListKind::received:
      return receivedStatement;
    case ListKind::behalfOfOthers:
      return behalfOfOthersStatement;
    case ListKind::behalfOfMe:
      return behalfOfMeStatement;
    case ListKind::ofAccount:
      break;
  }
  return ofAccountStatement;
}

void countDocument(Connection& db, AccountScope scope, const Document& document) {
  countForHolder(db, scope, document, 1);
  countForPrincipal(db, scope, document, 1);
}

void uncountTrashed(Connection& db, AccountScope scope, const Document& document) {
  countForHolder(db, scope, document, -1);
}

void uncountPurged(Connection& db, AccountScope scope, const Document& document) {
  if (!document.trashedAt) countForHolder(db, scope, document, -1);
  countForPrincipal(db, scope, document, -1);
}

}  // namespace stead::documents
