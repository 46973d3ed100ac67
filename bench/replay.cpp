#include "replay.h"

#include <stdexcept>
#include <utility>

namespace stead::bench {

std::vector<ReplayedTable> auditTables() {
  return {
      {"audit_entry", "SELECT * FROM audit_entry WHERE account_id = (SELECT id FROM account) AND idx = ?2"},
      {"audit_personal", "SELECT * FROM audit_personal WHERE account_id = (SELECT id FROM account) AND idx = ?2"},
      // The nodes an append completes: at level k when 2^k divides the new size.
      {"audit_node",
       "WITH RECURSIVE completed (k) AS (SELECT 1 WHERE (?2 + 1) % 2 = 0 UNION ALL "
       "SELECT k + 1 FROM completed WHERE (?2 + 1) % (1 << (k + 1)) = 0) "
       "SELECT n.* FROM completed CROSS JOIN audit_node n ON n.account_id = (SELECT id FROM account) "
       "AND n.level = k AND n.idx = (?2 + 1) / (1 << k) - 1"},
      {"audit_head", "SELECT * FROM audit_head",
       " ON CONFLICT (account_id) DO UPDATE SET size = excluded.size, range = excluded.range, last_at = "
       "excluded.last_at"},
  };
}

Replay::Replay(const std::string& path, const std::string& oursPath, Plan plan)
    : plan_(std::move(plan)), ours_(openDb(oursPath)), db_(openDb(path)) {
  execute(db_, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-4096; PRAGMA foreign_keys=ON");
  execute(db_, "PRAGMA wal_autocheckpoint=" + std::to_string(plan_.autocheckpoint));
  copySchema();
  copyRows(oursPath);
  begin_ = prepare(db_, "BEGIN IMMEDIATE");
  commit_ = prepare(db_, "COMMIT");
  for (const ReplayedTable& table : plan_.tables) {
    selects_.push_back(prepare(ours_, table.perAct));
    std::string marks;
    for (int i = 0; i < sqlite3_column_count(selects_.back().get()); ++i) marks += i == 0 ? "?" : ", ?";
    inserts_.push_back(
        prepare(db_, std::string("INSERT INTO ") + table.name + " VALUES (" + marks + ")" + table.conflict));
  }
  prepareSearch();
  (void)newActs();
}

// Same tables and indexes. The triggers, which guard the audit trail, are left out: the floor does not have to.
void Replay::copySchema() {
  std::vector<std::string> statements;
  const Prepared schema =
      prepare(ours_,
              "SELECT s.sql FROM sqlite_schema s JOIN pragma_table_list t ON t.schema = 'main' AND t.name = s.tbl_name "
              "WHERE s.sql IS NOT NULL AND t.type <> 'shadow' AND s.name NOT LIKE 'sqlite_%' "
              "AND s.type <> 'trigger' ORDER BY s.rowid");
  eachRow(ours_, schema, [&](sqlite3_stmt* row) {
    statements.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(row, 0)));
  });
  for (const auto& sql : statements) execute(db_, sql);
}

void Replay::copyRows(const std::string& oursPath) {
  std::vector<std::string> tables;
  const Prepared names = prepare(
      ours_,
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'");
  eachRow(ours_, names,
          [&](sqlite3_stmt* row) { tables.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(row, 0))); });
  execute(db_, "ATTACH '" + oursPath + "' AS ours; PRAGMA foreign_keys=OFF; BEGIN");
  for (const auto& name : tables) execute(db_, "INSERT INTO \"" + name + "\" SELECT * FROM ours.\"" + name + "\"");
  execute(db_, "COMMIT; PRAGMA foreign_keys=ON; DETACH ours; PRAGMA wal_checkpoint(TRUNCATE)");
}

void Replay::prepareSearch() {
  const ReplayedSearch& search = plan_.search;
  bool kept = false;
  const Prepared found = prepare(db_, "SELECT 1 FROM sqlite_schema WHERE name = ?1");
  put(found, 1, std::string_view(search.name));
  eachRow(db_, found, [&](sqlite3_stmt* /*row*/) { kept = true; });
  if (!kept) return;
  const std::string name = search.name;
  const std::string columns = search.columns;
  const std::string from = std::string(search.values) + " FROM " + search.table;
  execute(db_, "INSERT INTO " + name + " (rowid, " + columns + ") SELECT id, " + from + " ORDER BY id");
  learn_ = prepare(db_, "INSERT INTO " + name + " (rowid, " + columns + ") SELECT id, " + from + " WHERE id = ?1");
  if (!search.changes) return;
  forget_ = prepare(db_, "INSERT INTO " + name + " (" + name + ", rowid, " + columns + ") SELECT 'delete', id, " +
                             from + " WHERE id = ?1");
}

std::vector<Replay::Act> Replay::newActs() {
  std::vector<std::pair<std::int64_t, std::int64_t>> found;
  const Prepared acts = prepare(ours_, plan_.acts);
  put(acts, 1, lastIndex_);
  eachRow(ours_, acts,
          [&](sqlite3_stmt* row) { found.emplace_back(sqlite3_column_int64(row, 0), sqlite3_column_int64(row, 1)); });
  std::vector<Act> out;
  out.reserve(found.size());
  for (const auto& [subject, index] : found) out.push_back(rowsOf(subject, index));
  if (!found.empty()) lastIndex_ = found.back().second;
  return out;
}

Replay::Act Replay::rowsOf(std::int64_t subject, std::int64_t auditIndex) {
  Act out{subject, {}};
  for (std::size_t t = 0; t < plan_.tables.size(); ++t) {
    const Prepared& select = selects_[t];
    const int parameters = sqlite3_bind_parameter_count(select.get());
    if (parameters >= 1) put(select, 1, subject);
    if (parameters >= 2) put(select, 2, auditIndex);
    eachRow(ours_, select, [&](sqlite3_stmt* found) {
      Row row{t, {}};
      for (int i = 0; i < sqlite3_column_count(found); ++i) {
        row.values.emplace_back(sqlite3_value_dup(sqlite3_column_value(found, i)));
      }
      out.rows.push_back(std::move(row));
    });
  }
  return out;
}

void Replay::write(const Act& act) {
  run(db_, begin_);
  if (forget_) {
    put(forget_, 1, act.subject);
    run(db_, forget_);
  }
  for (const Row& row : act.rows) {
    const Prepared& insert = inserts_[row.table];
    for (std::size_t i = 0; i < row.values.size(); ++i) {
      sqlite3_bind_value(insert.get(), static_cast<int>(i) + 1, row.values[i].get());
    }
    run(db_, insert);
  }
  if (learn_) {
    put(learn_, 1, act.subject);
    run(db_, learn_);
  }
  run(db_, commit_);
}

void Replay::requireNone(const std::string& what, const std::string& select) {
  std::int64_t differing = 0;
  eachRow(db_, prepare(db_, "SELECT count(*) FROM (" + select + ")"),
          [&](sqlite3_stmt* row) { differing = sqlite3_column_int64(row, 0); });
  if (differing != 0) throw std::runtime_error("the floor has other " + what);
}

void Replay::requireSameAs(const std::string& oursPath) {
  execute(db_, "ATTACH '" + oursPath + "' AS ours");
  for (const ReplayedTable& table : plan_.tables) {
    const std::string name = table.name;
    requireNone("rows of " + name, "SELECT * FROM main." + name + " EXCEPT SELECT * FROM ours." + name);
    requireNone("rows of " + name, "SELECT * FROM ours." + name + " EXCEPT SELECT * FROM main." + name);
  }
  requireNone("indexes",
              "SELECT name, sql FROM ours.sqlite_schema WHERE type = 'index' EXCEPT "
              "SELECT name, sql FROM main.sqlite_schema WHERE type = 'index'");
  if (learn_) requireSameSearch();
  execute(db_, "DETACH ours");
}

// The index holds no texts to compare, but its terms can be listed.
void Replay::requireSameSearch() {
  const std::string name = plan_.search.name;
  execute(db_, "CREATE VIRTUAL TABLE temp.floor_terms USING fts5vocab (main, " + name + ", 'row')");
  execute(db_, "CREATE VIRTUAL TABLE temp.our_terms USING fts5vocab (ours, " + name + ", 'row')");
  requireNone("terms of " + name, "SELECT term, doc FROM temp.floor_terms EXCEPT SELECT term, doc FROM temp.our_terms");
  requireNone("terms of " + name, "SELECT term, doc FROM temp.our_terms EXCEPT SELECT term, doc FROM temp.floor_terms");
  execute(db_, "DROP TABLE temp.floor_terms; DROP TABLE temp.our_terms");
}

}  // namespace stead::bench
