// The table of operations: what can be granted, and how a set of operations is written down.
#include <catch2/catch.hpp>

#include <set>
#include <string>

#include "delegation/operations.h"

using namespace stead;

TEST_CASE("What can be granted is what the contract sends onBehalfOf with", "[delegation]") {
  const std::set<std::string> contract{"document.send",
                                       "document.edit",
                                       "document.cancelEditing",
                                       "document.download",
                                       "document.auditLog",
                                       "document.revoke",
                                       "document.remind",
                                       "document.changeAccessCode",
                                       "document.changeRecipient",
                                       "document.extendExpiry",
                                       "document.prefill",
                                       "document.addAuthentication",
                                       "document.removeAuthentication"};
  std::set<std::string> granted;
  for (const auto name : namesOf(allDelegable())) granted.emplace(name);
  CHECK(granted == contract);
  for (const Operation& operation : operations()) {
    CAPTURE(operation.name);
    CHECK(operation.delegable == (contract.count(std::string(operation.name)) == 1));
  }
}

TEST_CASE("Every operation of the design is in the table, once", "[delegation]") {
  const char* names[] = {"document.send",
                         "document.view",
                         "document.download",
                         "document.auditLog",
                         "document.remind",
                         "document.revoke",
                         "document.changeAccessCode",
                         "document.edit",
                         "document.cancelEditing",
                         "document.changeRecipient",
                         "document.extendExpiry",
                         "document.prefill",
                         "document.addAuthentication",
                         "document.removeAuthentication",
                         "document.delete",
                         "document.tag",
                         "document.handOver",
                         "document.teamList",
                         "identity.create",
                         "identity.view",
                         "identity.update",
                         "identity.delete",
                         "identity.resend",
                         "identity.rerequest",
                         "user.invite",
                         "user.resendInvitation",
                         "user.cancelInvitation",
                         "user.view",
                         "user.update",
                         "user.deactivate",
                         "user.reactivate",
                         "brand.create",
                         "brand.view",
                         "brand.update",
                         "brand.delete",
                         "team.create",
                         "team.view",
                         "team.rename",
                         "team.assign",
                         "apiKey.create",
                         "apiKey.view",
                         "apiKey.revoke",
                         "account.view",
                         "account.update",
                         "audit.view",
                         "audit.verify",
                         "audit.erase",
                         "audit.evidence",
                         "grant.view"};
  for (const char* name : names) {
    CAPTURE(name);
    CHECK(operationNamed(name) != nullptr);
  }
  std::set<std::string_view> seen;
  for (const Operation& operation : operations()) CHECK(seen.insert(operation.name).second);
  for (const char* name : {"", "document", "document.", "document.Send", "document.send ", "DOCUMENT.SEND"}) {
    CAPTURE(name);
    CHECK(operationNamed(name) == nullptr);
  }
}

TEST_CASE("A set of operations is written by name and read back", "[delegation]") {
  struct Row {
    const char* text;
    const char* canonical;
  };
  const Row rows[] = {{"", ""},
                      {"document.send", "document.send"},
                      {"document.remind document.send", "document.send document.remind"},
                      {"document.send document.send", "document.send"},
                      {"document.send document.shred identity.create document.view", "document.send"},
                      {"  document.send  ", "document.send"},
                      {"document.sendx", ""}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(toText(operationSetFrom(row.text)) == row.canonical);
  }
  CHECK(operationSetFrom(toText(allDelegable())) == allDelegable());
}

TEST_CASE("Role names go to and fro", "[delegation]") {
  for (const Role role : {Role::admin, Role::teamAdmin, Role::member, Role::auditor}) {
    CHECK(roleNamed(roleName(role)) == role);
  }
  CHECK_FALSE(roleNamed("admin"));
  CHECK_FALSE(roleNamed(""));
}
