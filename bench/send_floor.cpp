#include "send_floor.h"

namespace stead::bench {

Replay::Plan sendPlan(int autocheckpoint) {
  Replay::Plan plan{
      {{"document", "SELECT * FROM document WHERE id = ?1"},
       {"document_party", "SELECT * FROM document_party WHERE document_id = ?1"},
       {"document_field", "SELECT * FROM document_field WHERE document_id = ?1"},
       {"document_file", "SELECT * FROM document_file WHERE document_id = ?1"},
       {"outbox", "SELECT * FROM outbox WHERE account_id = (SELECT id FROM account) AND audit_index = ?2"},
       {"counter", "SELECT * FROM counter WHERE name LIKE 'documents%'",
        " ON CONFLICT (account_id, name, subject) DO UPDATE SET value = excluded.value"}},
      "SELECT d.id, a.idx FROM audit_entry a CROSS JOIN document d ON d.uid = a.subject "
      "WHERE a.account_id = (SELECT id FROM account) AND a.idx > ?1 AND a.operation = 'document.send' ORDER BY a.idx",
      {"document_search", "holder, account, words",
       "char(57344 + holder_id % 6400, 57344 + holder_id / 6400 % 6400, 57344 + holder_id / 40960000 % 6400), "
       "char(983040 + account_id % 6400, 983040 + account_id / 6400 % 6400, 983040 + account_id / 40960000 % 6400), "
       "search_key",
       "document", false},
      autocheckpoint};
  for (const ReplayedTable& table : auditTables()) plan.tables.push_back(table);
  return plan;
}

}  // namespace stead::bench
