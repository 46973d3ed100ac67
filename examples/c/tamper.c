/*
 * What somebody with the sqlite3 tool and bad intentions would do: changes one byte of one audit entry in a copy of a
 * store, past the triggers that forbid it. Usage: tamper STORE ACCOUNT-ROW ENTRY
 */
#include <sqlite3.h>
#include <stdio.h>

int main(int argc, char** argv) {
  sqlite3* db = NULL;
  char sql[512];
  int ok;
  if (argc != 4) return 2;
  snprintf(sql, sizeof sql,
           "DROP TRIGGER audit_entry_fixed;"
           "UPDATE audit_entry SET bytes = CAST(replace(CAST(bytes AS TEXT), '\"v\":1}', '\"v\":2}') AS BLOB) "
           "WHERE account_id = %d AND idx = %d;",
           argv[2][0] - '0', argv[3][0] - '0');
  ok = sqlite3_open(argv[1], &db) == SQLITE_OK && sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK &&
       sqlite3_changes(db) == 1;
  sqlite3_close(db);
  return ok ? 0 : 1;
}
