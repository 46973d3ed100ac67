#include "list_floor.h"

#include <utility>

namespace stead::bench {
namespace {

// What a list answers of a document and of its parties.
constexpr const char* columns =
    "d.id, d.uid, d.actor_id, d.owner_id, d.holder_id, d.authority, d.principal_name, d.principal_email, d.title, "
    "d.status, d.signing_order, d.labels, d.created_at, d.sent_at, d.expires_at, d.activity_at, d.version";

// Text and numbers are read as a program would.
void readColumns(sqlite3_stmt* row) {
  for (int i = 0; i < sqlite3_column_count(row); ++i) {
    if (sqlite3_column_type(row, i) == SQLITE_TEXT) {
      (void)sqlite3_column_text(row, i);
    } else {
      (void)sqlite3_column_int64(row, i);
    }
  }
}

}  // namespace

ListFloor::ListFloor(const std::string& path, ListWorld world) : db_(openDb(path)), world_(std::move(world)) {
  execute(db_, "PRAGMA cache_size=-8192");
  begin_ = prepare(db_, "BEGIN");
  commit_ = prepare(db_, "COMMIT");
  const std::string all = std::string("SELECT ") + columns + " FROM document d ";
  page_ = prepare(db_, all +
                           "WHERE d.holder_id = ?1 AND d.authority = 'grant' AND d.id < ?2 AND d.account_id = ?3 "
                           "ORDER BY d.id DESC LIMIT 11");
  like_ = prepare(db_, all +
                           "WHERE d.holder_id = ?1 AND d.authority = 'grant' AND d.search_key LIKE ?2 "
                           "AND d.account_id = ?3 ORDER BY d.id DESC LIMIT 11");
  parties_ = prepare(db_,
                     "SELECT uid, kind, ordinal, signer_order, name, email, status, viewed_at, done_at "
                     "FROM document_party WHERE document_id = ?1 ORDER BY ordinal");
}

std::size_t ListFloor::page(std::int64_t below) {
  put(page_, 1, world_.userRow);
  put(page_, 2, below);
  put(page_, 3, world_.account);
  return readPage(page_);
}

std::size_t ListFloor::pageByLike(const std::string& needle) {
  const std::string pattern = "%" + needle + "%";
  put(like_, 1, world_.userRow);
  put(like_, 2, pattern);
  put(like_, 3, world_.account);
  return readPage(like_);
}

void ListFloor::indexTexts(const std::string& path) {
  execute(db_, "ATTACH '" + path + "' AS texts; PRAGMA texts.journal_mode=OFF; PRAGMA texts.synchronous=OFF");
  execute(db_,
          "CREATE VIRTUAL TABLE texts.found USING fts5(search_key, content='', tokenize='trigram', detail='none')");
  execute(db_, "INSERT INTO texts.found (rowid, search_key) SELECT id, search_key FROM main.document");
  trigrams_ = prepare(db_, std::string("SELECT ") + columns +
                               " FROM texts.found f CROSS JOIN document d ON d.id = f.rowid "
                               "WHERE f.found MATCH ?2 AND d.search_key LIKE ?4 AND d.holder_id = ?1 "
                               "AND d.account_id = ?3 ORDER BY f.rowid DESC LIMIT 11");
}

std::size_t ListFloor::pageByTrigrams(const std::string& needle) {
  // An index without positions is asked for all trigrams of the needle; the text itself then decides.
  std::string trigrams;
  for (std::size_t i = 0; i + 3 <= needle.size(); ++i) {
    trigrams += (i == 0 ? "\"" : " AND \"") + needle.substr(i, 3) + "\"";
  }
  const std::string pattern = "%" + needle + "%";
  put(trigrams_, 1, world_.userRow);
  put(trigrams_, 2, trigrams);
  put(trigrams_, 3, world_.account);
  put(trigrams_, 4, pattern);
  return readPage(trigrams_);
}

std::size_t ListFloor::readPage(const Prepared& statement) {
  run(db_, begin_);
  std::size_t documents = 0;
  eachRow(db_, statement, [&](sqlite3_stmt* row) {
    if (++documents > pageSize) return;  // only tells that there is more
    readColumns(row);
    readParties(sqlite3_column_int64(row, 0));
  });
  run(db_, commit_);
  return documents;
}

std::size_t ListFloor::readParties(std::int64_t document) {
  std::size_t parties = 0;
  put(parties_, 1, document);
  eachRow(db_, parties_, [&](sqlite3_stmt* row) {
    readColumns(row);
    ++parties;
  });
  return parties;
}

}  // namespace stead::bench
