// A store with two accounts that hold the same kinds of things. One person asks, in the first account; what the second
// one holds must be to him as if it did not exist.
#pragma once

#include <string>

#include "../capi/scene.h"

namespace stead_test {

// Public ids, by what they name.
struct Ids {
  std::string account;
  std::string admin;
  std::string user;
  std::string team;
  std::string key;
  std::string identity;
  std::string identityEmail;
  std::string grant;
  std::string document;
  std::string behalfDocument;
  std::string signer;
  std::string brand;
  std::string webhook;
};

// Everything of one account.
struct Tenant {
  Ids ids;
  Session admin;
  Session member;
};

class TwoAccounts {
 public:
  TwoAccounts();
  [[nodiscard]] stead_engine* engine() const { return engine_.get(); }
  [[nodiscard]] const Tenant& asking() const { return asking_; }
  [[nodiscard]] const Ids& other() const { return other_.ids; }
  // Every call stands in an hour of its own: refusals are audited up to a number in an hour.
  void nextHour();

 private:
  Tenant fill(const char* name, const char* owner);
  std::string take(const char* kind);
  static Record makeBrand(const Session& admin);
  std::string send(const Session& session);

  Folder folder_;
  Engine engine_;
  int64_t now_ = newYear2026;
  Tenant asking_;
  Tenant other_;
};

}  // namespace stead_test
