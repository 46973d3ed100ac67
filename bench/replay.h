// The floor of a write: the very rows the engine wrote, read back from its store and written through prepared
// statements in a plain loop, into the same tables with the same indexes, WAL, synchronous=FULL.
#pragma once

#include <string>
#include <vector>

#include "sqlite_floor.h"

namespace stead::bench {

// How the rows of one act are found in one table.
struct ReplayedTable {
  const char* name;
  const char* perAct;         // ?1: the row key of the act's subject, ?2: the index of its audit entry
  const char* conflict = "";  // for a row that is there already
};

// An FTS5 index beside a table, kept by whoever writes that table. The floor keeps it too, if the store has it.
struct ReplayedSearch {
  const char* name;
  const char* columns;
  const char* values;  // of them, from a row of the table
  const char* table;
  bool changes;  // an act changes the texts of a row that is there, else it brings a new one
};

// Of the audit trail, whatever the act.
[[nodiscard]] std::vector<ReplayedTable> auditTables();

class Replay {
 public:
  struct Plan {
    std::vector<ReplayedTable> tables;
    const char* acts;  // (row key of the subject, audit index) of all acts after the audit index ?1
    ReplayedSearch search;
    int autocheckpoint = 1000;  // pages, SQLite's own
  };
  // Starts with all rows that the engine's store holds; acts are what comes after.
  Replay(const std::string& path, const std::string& oursPath, Plan plan);

  struct Row {
    std::size_t table;
    std::vector<Value> values;
  };
  struct Act {
    std::int64_t subject;
    std::vector<Row> rows;
  };
  // What the engine wrote since the last call, act by act.
  [[nodiscard]] std::vector<Act> newActs();
  // One transaction.
  void write(const Act& act);

  // Throws unless both stores hold the same rows and the same indexes: else the floor would be another one.
  void requireSameAs(const std::string& oursPath);

 private:
  void copySchema();
  void copyRows(const std::string& oursPath);
  void prepareSearch();
  void requireSameSearch();
  [[nodiscard]] Act rowsOf(std::int64_t subject, std::int64_t auditIndex);
  void requireNone(const std::string& what, const std::string& select);

  Plan plan_;
  Db ours_;
  Db db_;
  Prepared begin_;
  Prepared commit_;
  std::vector<Prepared> selects_;
  std::vector<Prepared> inserts_;
  Prepared forget_;  // of the search index; nothing where the store has none
  Prepared learn_;
  std::int64_t lastIndex_ = -1;
};

}  // namespace stead::bench
