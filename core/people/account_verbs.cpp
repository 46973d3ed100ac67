// Accounts: made by the host, changed by an Admin.
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "base/record_reader.h"
#include "delegation/guard.h"
#include "people/people_records.h"
#include "people/people_verbs.h"
#include "people/people_work.h"
#include "storage/cross_account.h"

namespace stead::people {
namespace {

constexpr std::string_view createOperation = "account.create";

struct NewAccount {
  std::string name;
  std::string adminName;
  Email adminEmail;
  std::optional<std::string> requestId;
};

NewAccount readNewAccount(const Json& request) {
  NewAccount out;
  Violations violations;
  RecordReader in(request, violations);
  out.name = in.text("name", {.required = true, .codePointsMax = limits::nameCodePointsMax}).value_or("");
  if (const Json* admin = in.object("admin")) {
    RecordReader person(*admin, violations, in.pathOf("admin"));
    out.adminName = person.text("name", {.required = true, .codePointsMax = limits::nameCodePointsMax}).value_or("");
    out.adminEmail = person.email("email", true, "Email").value_or(Email{});
    person.refuseUnknown();
  } else if (in.isNull("admin") || !in.has("admin")) {
    in.violation("admin", "an account needs its first Admin: {name, email}");
  }
  out.requestId = readRequestId(in);
  in.refuseUnknown();
  violations.throwIfAny();
  return out;
}

User firstAdmin(UnitOfWork& work, const NewAccount& request) {
  User admin;
  admin.id = work.newId();
  admin.email = request.adminEmail.address;
  admin.emailKey = request.adminEmail.key;
  admin.name = request.adminName;
  admin.role = Role::admin;
  admin.status = UserStatus::active;
  const auto permissions = permissionsOf(admin.role);
  admin.accountWideAccess = permissions.accountWideAccess;
  admin.sendOnBehalfOf = permissions.sendOnBehalfOf;
  admin.createdAt = admin.updatedAt = work.now;
  return admin;
}

audit::Entry createdEntry(const Account& account, const User& admin) {
  audit::Entry entry;
  entry.actorKind = audit::ActorKind::host;
  entry.operation = createOperation;
  entry.subjectType = "account";
  entry.subjectId = account.id;
  entry.detail = {{"number", account.number}, {"logOrigin", account.logOrigin}, {"adminUserId", admin.id}};
  entry.personal = {{"email", admin.email}, {"name", admin.name}};
  return entry;
}

// The account, its first Admin and the first entry of its trail.
Json openAccount(Engine& engine, UnitOfWork& host, const NewAccount& request) {
  Account account;
  account.id = host.newId();
  account.number = crossAccount::nextAccountNumber(host.db);
  account.name = request.name;
  account.logOrigin = engine.options().logOrigin + "/" + account.id;
  account.createdAt = host.now;
  insertAccount(host.db, account);
  Json answer = accountRecord(account);
  engine.writeInside(host.db, AccountScope{account.row}, [&](UnitOfWork& work) {
    User admin = firstAdmin(work, request);
    insertUser(work.db, work.scope, admin);
    work.audit(createdEntry(account, admin));
    work.decisionsChanged(admin.row);
    answer["adminUserId"] = admin.id;
  });
  return answer;
}

struct AccountChange {
  std::optional<std::string> name;
  std::optional<bool> accountWide;
};

AccountChange readAccountChange(const Json& request) {
  AccountChange out;
  Violations violations;
  RecordReader in(request, violations);
  out.name = in.text("name", {.required = in.has("name"), .codePointsMax = limits::nameCodePointsMax});
  out.accountWide = in.boolean("accountWide");
  in.refuseUnknown();
  violations.throwIfAny();
  if (!out.name && !out.accountWide) {
    violations.add("", "To update the account, at least one of the following is required: name or accountWide.");
  }
  violations.throwIfAny();
  return out;
}

}  // namespace

Json createAccount(Engine& engine, const Json& request) {
  const NewAccount wanted = readNewAccount(request);
  const Hash bodyHash = crypto::sha256(bytesOf(writeJson(request)));
  Json answer;
  engine.writeAcrossAccounts([&](Connection& db, std::int64_t now) {
    // Retries are known to the host as a whole: no account, no actor yet.
    UnitOfWork host(engine, db, AccountScope{0}, now);
    answer = parseStored(once(host, 0, createOperation, wanted.requestId, bodyHash,
                              [&] { return writeJson(openAccount(engine, host, wanted)); }));
  });
  return answer;
}

Json getAccount(Engine& engine, std::string_view accountId) {
  const std::string id = readId(accountId, "account");
  Account account;
  engine.database().read([&](Connection& db) {
    const auto scope = crossAccount::findAccount(db, id);
    if (!scope) throw Error(Code::accountNotFound, "the store has no account with this id");
    account = loadAccount(db, *scope);
  });
  return accountRecord(account);
}

Json updateAccount(Engine& engine, const Session& session, const Json& request) {
  const AccountChange change = readAccountChange(request);
  Json answer;
  engine.write(session.scope, [&](UnitOfWork& work) {
    const auto right = delegation::require(work, session, "account.update", "account", session.accountId);
    Account account = loadAccount(work.db, work.scope);
    auto entry = delegation::entryFor(session, right, "account.update", "account", account.id);
    if (change.name) {
      account.name = *change.name;
      entry.detail.emplace_back("name", account.name);
    }
    if (change.accountWide) {
      account.accountWide = *change.accountWide;
      entry.detail.emplace_back("accountWide", account.accountWide ? "on" : "off");
      work.decisionsChanged(std::nullopt);
    }
    updateAccount(work.db, work.scope, account);
    work.audit(entry);
    answer = accountRecord(account);
  });
  return answer;
}

}  // namespace stead::people
