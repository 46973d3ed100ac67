#include "storage/sqlite/integrity.h"

#include <memory>

namespace stead::sqlite {
namespace {

// As large as all files together, and one check of its pages cannot be cut into steps; whoever checks a store reads it
// file by file.
constexpr std::string_view fileBytes = "file_chunk";

struct FreeText {
  void operator()(char* text) const noexcept { sqlite3_free(text); }
};

// "sqlite_schema" comes first: its check is that of the file's free pages too.
std::string tableAt(SqliteConnection& connection, std::int64_t position) {
  if (position == 0) return "sqlite_schema";
  auto row = connection.query("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name LIMIT 1 OFFSET $1",
                              position - 1);
  return row.step() ? row.text(0) : std::string();
}

template <class OnRow>
void eachRow(SqliteConnection& connection, const char* format, const std::string& table, OnRow&& onRow) {
  const std::unique_ptr<char, FreeText> sql(sqlite3_mprintf(format, table.c_str()));
  if (!sql) throw Error(Code::outOfMemory, "the process ran out of memory");
  sqlite3_stmt* raw = nullptr;
  int rc = sqlite3_prepare_v2(connection.handle(), sql.get(), -1, &raw, nullptr);
  const std::unique_ptr<sqlite3_stmt, FinalizeStatement> statement(raw);
  if (rc != SQLITE_OK) connection.fail(rc);
  while ((rc = sqlite3_step(raw)) == SQLITE_ROW) onRow(raw);
  if (rc != SQLITE_DONE) connection.fail(rc);
}

std::string columnText(sqlite3_stmt* row, int column) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
  return text == nullptr ? std::string() : std::string(text);
}

void checkPages(SqliteConnection& connection, IntegrityStep& step) {
  eachRow(connection, "PRAGMA integrity_check(%Q)", step.table, [&](sqlite3_stmt* row) {
    std::string text = columnText(row, 0);
    if (text != "ok" && step.findings.size() < integrityFindingsMax) step.findings.push_back(std::move(text));
  });
}

void checkReferences(SqliteConnection& connection, IntegrityStep& step) {
  eachRow(connection, "PRAGMA foreign_key_check(%Q)", step.table, [&](sqlite3_stmt* row) {
    if (step.findings.size() == integrityFindingsMax) return;
    step.findings.push_back("row " + columnText(row, 1) + " refers to a row of " + columnText(row, 2) +
                            " that is not there");
  });
}

}  // namespace

IntegrityStep checkTable(SqliteConnection& connection, std::int64_t position) {
  IntegrityStep step{tableAt(connection, position), {}};
  if (step.table.empty()) return step;
  try {
    if (step.table != fileBytes) checkPages(connection, step);
    if (position > 0) checkReferences(connection, step);
  } catch (const Error& error) {
    // Damage that ends the check is a finding too; that the disk does not answer is none.
    if (error.code() != Code::storeFailed) throw;
    step.findings.push_back(error.text());
  }
  return step;
}

}  // namespace stead::sqlite
