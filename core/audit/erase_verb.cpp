#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "audit/audit_verbs.h"
#include "audit/stored_entry.h"
#include "audit/trail_store.h"
#include "base/error.h"
#include "base/record_reader.h"
#include "delegation/guard.h"
#include "documents/made_file.h"
#include "people/user_store.h"

namespace stead::audit {
namespace {

// An erasure entry stays small, so that verifying may read it again for every row it erased.
constexpr std::size_t rowsPerErasureMax = 1000;

Email readEraseRequest(const Json& request) {
  Violations violations;
  RecordReader in(request, violations);
  auto email = in.email("email", true);
  in.refuseUnknown();
  violations.throwIfAny();
  return std::move(*email);
}

// Whether any text of the fields, however deep, is this address.
bool mentions(const Json& fields, const std::string& emailKey) {
  if (fields.is_string()) {
    const auto& text = fields.get_ref<const std::string&>();
    if (text.find('@') == std::string::npos) return false;
    const auto email = parseEmail(text);
    return email && email->key == emailKey;
  }
  return std::any_of(fields.begin(), fields.end(), [&](const Json& field) { return mentions(field, emailKey); });
}

// Whose fields go: whoever has the address, and the user of that address also where the fields do not show it.
struct Person {
  std::string emailKey;
  std::string userId;  // "" when no user has the address
};

Person personOf(Connection& db, AccountScope scope, const std::string& emailKey) {
  const auto user = people::findUserByEmail(db, scope, emailKey);
  return {emailKey, user ? user->id : std::string()};
}

// Rows about the person in [from, …), ascending.
std::vector<std::int64_t> findRows(Connection& db, AccountScope scope, const Person& person, std::int64_t from) {
  auto rows = db.query(
      "SELECT p.idx, p.fields, e.actor, e.subject FROM audit_personal p "
      "JOIN audit_entry e ON e.account_id = p.account_id AND e.idx = p.idx "
      "WHERE p.account_id = $1 AND p.idx >= $2 ORDER BY p.idx",
      scope.account, from);
  std::vector<std::int64_t> found;
  while (rows.step()) {
    const bool ofUser = !person.userId.empty() && (rows.view(2) == person.userId || rows.view(3) == person.userId);
    if (ofUser || mentions(parseStored(rows.view(1)), person.emailKey)) found.push_back(rows.integer(0));
  }
  return found;
}

struct Search {
  std::vector<std::int64_t> rows;
  std::int64_t seen = 0;  // entries from here on were not looked at
};

// Done before the write, which then only looks at what came since: a long trail must not hold up other writers.
Search searchAhead(Engine& engine, const Session& session, const Email& email) {
  Search out;
  engine.read(session.scope, [&](Connection& db, std::int64_t now) {
    if (!delegation::ask(db, now, session, eraseOperation).allowed) return;
    out.seen = loadHead(db, session.scope).range.size();
    out.rows = findRows(db, session.scope, personOf(db, session.scope, email.key), 0);
  });
  return out;
}

// Rows that are still there.
std::vector<std::int64_t> present(Connection& db, AccountScope scope, const std::vector<std::int64_t>& rows) {
  std::vector<std::int64_t> out;
  for (const std::int64_t row : rows) {
    if (findPersonal(db, scope, row)) out.push_back(row);
  }
  return out;
}

// One erasure: its entry and the rows it names.
std::int64_t erase(UnitOfWork& work, audit::Entry entry, const std::vector<std::int64_t>& rows) {
  entry.detail = {{erasedMember, writeSpans(rows)}};
  const std::int64_t index = work.audit(entry);
  for (const std::int64_t row : rows) {
    work.db.run("DELETE FROM audit_personal WHERE account_id = $1 AND idx = $2", work.scope.account, row);
    // A row that came back was named by the first erasure already.
    work.db.run(
        "INSERT INTO audit_erased (account_id, idx, erased_by) VALUES ($1, $2, $3) "
        "ON CONFLICT (account_id, idx) DO NOTHING",
        work.scope.account, row, index);
    documents::forgetWhatShows(work.db, work.scope, row);
  }
  return index;
}

}  // namespace

Json erasePerson(Engine& engine, const Session& session, const Json& request) {
  const Email email = readEraseRequest(request);
  const Search ahead = searchAhead(engine, session, email);
  Json answer;
  engine.write(session.scope, [&](UnitOfWork& work) {
    const auto right = delegation::require(work, session, eraseOperation, "account", session.accountId);
    const audit::Entry entry = delegation::entryFor(session, right, eraseOperation, "account", session.accountId);
    std::vector<std::int64_t> rows = present(work.db, work.scope, ahead.rows);
    const Person person = personOf(work.db, work.scope, email.key);
    for (const std::int64_t row : findRows(work.db, work.scope, person, ahead.seen)) rows.push_back(row);
    std::int64_t auditIndex = 0;
    auto next = rows.begin();
    for (bool first = true; first || next != rows.end(); first = false) {
      const auto count = std::min<std::ptrdiff_t>(rows.end() - next, rowsPerErasureMax);
      const std::int64_t index = erase(work, entry, {next, next + count});
      if (first) auditIndex = index;
      next += count;
    }
    answer = {{"erased", rows.size()}, {"auditIndex", auditIndex}};
  });
  return answer;
}

}  // namespace stead::audit
